"""What a user gets from the wheel: the command, every check, grammar and word table, and the declared dependencies alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from test_cli import FAULTY, GOOD, command

from reportlint.linting.check import load_checks

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def call(*arguments: str | Path, cwd: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command away from this process's packages; its output is text."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in arguments], cwd=cwd, input=stdin, env=environment, capture_output=True, encoding="utf-8"
    )


def need_index() -> None:
    """Skip where pip reaches no package index: there nothing can be installed."""
    asked = call(
        sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--no-cache-dir", "lark"
    )
    if asked.returncode:
        pytest.skip(f"pip reaches no package index: {(asked.stderr.strip() or 'no reason given').splitlines()[-1]}")


def dependencies(checkout: Path = ROOT) -> list[str]:
    """The names of the declared dependencies. Each says beside it what it is for."""
    block = re.search(
        r"^dependencies = \[\n(.*?)^\]", (checkout / "pyproject.toml").read_text(encoding="utf-8"), re.M | re.S
    )
    assert block
    lines = [(re.fullmatch(r' *"([\w-]+)[^"]*", +# .+', line), line) for line in block[1].splitlines()]
    assert [line for found, line in lines if not found] == []
    return [found[1] for found, _ in lines if found]


def sources(checkout: Path) -> dict[str, bytes]:
    """Installed path to content of all that belongs into the package: every file of its folders."""
    files = {}
    for folder, package in (
        ("src/reportlint", ""),
        ("checks", "checks/"),
        ("grammars", "grammars/"),
        ("docs", "docs/"),
    ):
        for path in (checkout / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                files[f"reportlint/{package}{path.relative_to(checkout / folder).as_posix()}"] = path.read_bytes()
    return files


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to build in, so that no build folder is left here, nor one of an earlier build taken up."""
    need_index()
    copy = tmp_path_factory.mktemp("checkout") / "reportlint"
    leave = shutil.ignore_patterns(".*", "*.egg-info", "build", "dist", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=leave)
    return copy


@pytest.fixture(scope="module")
def wheels(checkout: Path) -> dict[str, Path]:
    """One wheel from the checkout, one from the source distribution."""
    made = {}
    for way, options in (("checkout", ["--wheel"]), ("sdist", [])):  # without options: the sdist, and a wheel from it
        folder = checkout.parent / way
        built = call(sys.executable, "-m", "build", *options, "--outdir", folder, checkout)
        assert built.returncode == 0, built.stdout + built.stderr
        (made[way],) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheels: dict[str, Path]) -> Path:
    """The folder of commands of a clean environment that holds the wheel."""
    folder = wheels["checkout"].parent / "environment"
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    done = call(scripts / "python", "-m", "pip", "install", wheels["checkout"])
    assert done.returncode == 0, done.stdout + done.stderr
    return scripts


@pytest.mark.parametrize("way", ["checkout", "sdist"])
def test_everything_is_in_the_wheel(checkout: Path, wheels: dict[str, Path], way: str) -> None:
    with zipfile.ZipFile(wheels[way]) as wheel:
        packed = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    assert sorted(packed) == sorted(sources(checkout))
    assert packed == sources(checkout)


def test_licence_is_in_the_wheel(wheels: dict[str, Path]) -> None:
    with zipfile.ZipFile(wheels["checkout"]) as wheel:
        assert [name for name in wheel.namelist() if name.endswith("LICENSE")]


def test_commands(installed: Path, tmp_path: Path) -> None:
    program = installed / "reportlint"
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    listed = call(program, "checks", cwd=tmp_path)
    families = [line for line in listed.stdout.splitlines() if line and not line.startswith(" ")]
    assert listed.returncode == 0
    assert {line.split()[0] for line in listed.stdout.splitlines() if line.startswith("  ")} == set(load_checks())
    assert families == list(dict.fromkeys(check.family for check in load_checks().values()))
    assert call(program, "good.txt", cwd=tmp_path).returncode == 0
    faulty = call(program, "faulty.txt", "--format", "json", cwd=tmp_path)
    assert faulty.returncode == 1
    assert {"missing-section", "vague-quantity"} <= {finding["check"] for finding in json.loads(faulty.stdout)}
    assert faulty.stderr == ""
    assert faulty.stdout.encode() == command("faulty.txt", "--format", "json", cwd=tmp_path).stdout


def test_only_the_declared_dependencies(checkout: Path, installed: Path) -> None:
    """What pip brought is what the declared dependencies name in their turn: nothing of ours is undeclared."""
    program = """
import importlib.metadata as metadata, json, re
name = lambda text: re.match(r"[\\w.-]+", text).group().lower().replace("_", "-").replace(".", "-")
needs = lambda package: [name(line) for line in metadata.requires(package) or () if "extra ==" not in line]
present = sorted(name(found.metadata["Name"]) for found in metadata.distributions())
print(json.dumps([present, {package: needs(package) for package in present}]))
"""
    # -I: or Python would find what an editable install left of its metadata in the folder the tests are run from
    present, needs = json.loads(call(installed / "python", "-I", "-c", program).stdout)
    assert sorted(needs["reportlint"]) == sorted(dependencies(checkout))
    expected, waiting = {"pip", "setuptools"}, ["reportlint"]
    while waiting:
        package = waiting.pop()
        if package in needs and package not in expected:  # one for another platform is named, and not installed
            expected.add(package)
            waiting += needs[package]
    assert set(present) - expected == set()
    imported = call(
        installed / "python",
        "-I",
        "-c",
        "import reportlint.command.typer_reader, reportlint.command.main, reportlint.checks",
    )
    assert imported.returncode == 0, imported.stderr


def test_editable_install_sees_the_same_checks(checkout: Path) -> None:
    """`pip install -e` maps the folders at the top to packages as the wheel does."""
    folder = checkout.parent / "editable"
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    done = call(scripts / "python", "-m", "pip", "install", "-e", checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    new = checkout / "checks" / "common" / "outline" / "brand_new.py"
    new.write_text(
        '"""新检查。\n\n说明。\n"""\nfrom reportlint.finding import Severity\n\nSEVERITY = Severity.INFO\n\n'
        "def check(report):\n    return iter(())\n",
        encoding="utf-8",
    )
    listed = call(scripts / "reportlint", "checks").stdout
    new.unlink()
    assert re.search(r"^  brand-new ", listed, re.MULTILINE)
    assert all(re.search(rf"^  {name} ", listed, re.MULTILINE) for name in load_checks())
    assert call(scripts / "reportlint", "-", stdin=GOOD).returncode == 0
