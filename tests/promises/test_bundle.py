"""The bundle for machines without the internet: it installs and lints where there is no network, and all of it may be passed on."""

from __future__ import annotations

import hashlib
import re
import runpy
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from test_cli import FAULTY, ONLY

ROOT = Path(__file__).parents[2]
BUNDLE: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "bundle.py"))
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
ALONE = ["unshare", "--map-root-user", "--net"]
"""Runs a command without a network."""


def test_what_each_platform_needs() -> None:
    """What has a condition is asked for the platform, not for this machine."""
    pinned: Callable[..., list[str]] = BUNDLE["pinned"]
    linux, windows = (pinned(BUNDLE["PLATFORMS"][name], [PYTHON]) for name in ("linux-arm64", "windows-x86_64"))
    assert {"colorama"} == {pin.partition("==")[0] for pin in {*windows} - {*linux}}
    names = {pin.partition("==")[0] for pin in linux}
    assert {"jieba", "lxml", "uvicorn", "click"} <= names and not {"pytest", "reportlint", "atheris"} & names
    assert all("==" in pin for pin in linux)


def wheel(folder: Path, *members: str) -> Path:
    path = folder / "some_thing-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as package:
        for name in ("METADATA", *members):
            package.writestr(f"some_thing-1.0.dist-info/{name}", "Name: some-thing\nVersion: 1.0\nLicense: X\n")
    return path


def test_licences_go_along(tmp_path: Path) -> None:
    licences: Callable[[Path], dict[str, bytes]] = BUNDLE["licences"]
    assert [*licences(wheel(tmp_path, "licenses/LICENSE", "RECORD"))] == ["licences/some-thing-1.0/licenses/LICENSE"]
    assert [*licences(wheel(tmp_path, "COPYING"))] == ["licences/some-thing-1.0/COPYING"]
    assert [*licences(wheel(tmp_path))] == ["licences/some-thing-1.0/METADATA"]


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """A bundle of one wheel that is none."""
    contents: Callable[..., dict[str, bytes]] = BUNDLE["contents"]
    files = contents("linux-x86_64", [PYTHON], [wheel(tmp_path)], {"musl": ["lxml==1"]})
    BUNDLE["pack"](tmp_path / "bundle.zip", files)
    zipfile.ZipFile(tmp_path / "bundle.zip").extractall(tmp_path)
    return tmp_path / "bundle"


def installed(bundle: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(bundle / "install.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_file_that_was_changed_is_not_installed(unpacked: Path, tmp_path: Path) -> None:
    (changed,) = (unpacked / "wheels").iterdir()
    changed.write_bytes(b"")
    (unpacked / "README.md").unlink()
    done = installed(unpacked, str(tmp_path / "target"))
    assert done.returncode == 1 and f"README.md、wheels/{changed.name}" in done.stderr
    assert not (tmp_path / "target").exists()


def test_nothing_of_others_is_written_over(unpacked: Path, tmp_path: Path) -> None:
    write(f"{tmp_path}/target/mine.txt", "")
    assert "不是空文件夹" in installed(unpacked, str(tmp_path / "target")).stderr
    assert "没有装过" in installed(unpacked, "--update", str(tmp_path / "target")).stderr
    assert [path.name for path in (tmp_path / "target").iterdir()] == ["mine.txt"]


def test_the_readme_names_what_has_no_wheel(unpacked: Path) -> None:
    said = (unpacked / "README.md").read_text(encoding="utf-8")
    assert "musl，lxml==1 没有轮子" in said and "some-thing 没有附全文" in said
    assert "| some-thing | 1.0 | X | 纯 Python |" in said and "{" not in said


def test_the_image_has_a_python_of_the_bundle() -> None:
    said = (ROOT / "tools" / "offline" / "Dockerfile").read_text(encoding="utf-8")
    bases = set(re.findall(r"^FROM python:(\d+\.\d+)\.\d+-slim-\w+", said, re.M))
    assert len(bases) == 1 and bases <= {*BUNDLE["PYTHONS"]} and "USER 65534" in said


def test_the_same_files_make_the_same_zip(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        BUNDLE["pack"](tmp_path / name / "a.zip", {"b": b"1", "a.sh": b"2"})
    assert (tmp_path / "one/a.zip").read_bytes() == (tmp_path / "two/a.zip").read_bytes()


def no_network() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run([*ALONE, "true"], capture_output=True).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or not no_network(), reason="needs a namespace without a network")
def test_installed_without_a_network(tmp_path: Path) -> None:
    make = [
        sys.executable,
        str(ROOT / "tools" / "bundle.py"),
        "linux-x86_64",
        "--to",
        str(tmp_path),
        "--python",
        PYTHON,
    ]
    made = subprocess.run(make, capture_output=True, text=True)
    if "establish a new connection" in made.stderr or "name resolution" in made.stderr:
        pytest.skip("no package index")
    assert made.returncode == 0, made.stderr
    (path,) = tmp_path.glob("*.zip")
    assert path.stat().st_size < 100e6
    zipfile.ZipFile(path).extractall(tmp_path)
    bundle, target = tmp_path / path.stem, tmp_path / "installed"
    sums = dict(line.split("  ")[::-1] for line in (bundle / "SHA256SUMS").read_text().splitlines())
    files = {str(each.relative_to(bundle)): each for each in bundle.rglob("*") if each.is_file()}
    assert {name: hashlib.sha256(each.read_bytes()).hexdigest() for name, each in files.items() if name in sums} == sums
    assert {*files} - {*sums} == {"SHA256SUMS"}
    assert len(list((bundle / "licences").iterdir())) == len(list((bundle / "wheels").iterdir()))
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHON": sys.executable, "LANG": "C.UTF-8"}

    def alone(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*ALONE, *command], env=environment, cwd=tmp_path, capture_output=True, text=True)

    assert alone(sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 1), 2)").returncode == 1
    for program in ("install.sh", "update.sh"):
        done = alone("sh", str(bundle / program), str(target))
        assert done.returncode == 0, done.stderr
    write(f"{tmp_path}/draft.txt", FAULTY)
    done = alone(str(target / "bin" / "reportlint"), "draft.txt", "--format", "concise", *ONLY)
    usual = subprocess.run(
        [
            sys.executable,
            "-c",
            "from reportlint.command.main import main; main()",
            "draft.txt",
            "--format",
            "concise",
            *ONLY,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, usual.stdout) and "vague-quantity" in done.stdout
    assert alone(str(target / "bin" / "python"), "-c", "import uvicorn, starlette, pypdfium2, docx").returncode == 0
