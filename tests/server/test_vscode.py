"""The extension for VS Code: built as a release builds it, what is in it, and that it starts the server."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reportlint import __version__

PROJECT = Path(__file__).parents[2]
EXTENSION = PROJECT / "editors" / "vscode"
STUB = Path(__file__).with_name("vscode_stub.cjs")
NPM = shutil.which("npm")


def npm(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    assert NPM
    return subprocess.run([NPM, *arguments], cwd=folder, capture_output=True, encoding="utf-8", timeout=600)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension's folder in a copy, with the package built in it."""
    root = tmp_path_factory.mktemp("project")
    if NPM is None:
        pytest.skip("there is no npm")
    if npm("view", "typescript", "version", folder=root).returncode:
        pytest.skip("npm reaches no registry")
    ignored = shutil.ignore_patterns("node_modules", "dist", "*.vsix")
    shutil.copytree(EXTENSION, root / "editors" / "vscode", ignore=ignored)
    shutil.copy(PROJECT / "LICENSE", root)
    (root / "docs").mkdir()
    shutil.copy(PROJECT / "docs" / "reportlint.schema.json", root / "docs")
    for command in (("ci", "--ignore-scripts", "--no-audit", "--no-fund"), ("run", "package")):
        done = npm(*command, folder=root / "editors" / "vscode")
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "editors" / "vscode"


@pytest.mark.slow
def test_what_is_in_the_package(built: Path) -> None:
    (package,) = built.glob("*.vsix")
    with zipfile.ZipFile(package) as archive:
        names = {name.removeprefix("extension/") for name in archive.namelist() if name.startswith("extension/")}
        manifest = json.loads(archive.read("extension/package.json"))
        schema = archive.read("extension/reportlint.schema.json")
        bundle = archive.read("extension/dist/extension.js").decode()
        notices = archive.read("extension/NOTICES").decode()
    assert names == {
        *("package.json", "readme.md", "LICENSE.txt", "NOTICES", "reportlint.schema.json", "dist/extension.js"),
    }
    assert manifest["version"] == __version__ and package.name == f"reportlint-{__version__}.vsix"
    assert manifest["main"] == "./dist/extension.js" and "dependencies" not in manifest
    assert manifest["contributes"]["yamlValidation"] == [
        {"fileMatch": ".reportlint.yaml", "url": "./reportlint.schema.json"}
    ]
    assert manifest["contributes"]["configuration"]["properties"]["reportlint.path"]["scope"] == "machine"
    assert schema == (PROJECT / "docs" / "reportlint.schema.json").read_bytes()
    assert "vscode-languageclient" in notices and "MIT" in notices
    assert not re.search(r"\bfetch\(|sendBeacon|XMLHttpRequest|require\(\"(node:)?(https?|tls|dgram|dns)\"\)", bundle)


@pytest.mark.slow
def test_it_starts_the_server_and_says_so_where_it_cannot(built: Path, tmp_path: Path) -> None:
    program = tmp_path / "reportlint"
    program.write_text(f"#!{sys.executable}\nfrom reportlint.command.main import main\nmain()\n")
    program.chmod(0o755)
    types = built / "node_modules" / "@types" / "vscode" / "index.d.ts"

    def activated(server: Path) -> list[str]:
        command = ["node", str(STUB), str(built / "dist" / "extension.js"), str(types), str(server)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60).stdout.splitlines()

    said = activated(program)
    assert said[-2:] == ["active", "stopped"]
    assert not [line for line in said if line.startswith("error")]
    for provider in ("Hover", "CodeActions", "CodeLens", "DocumentSymbol", "FoldingRange"):
        assert any(line.startswith(f"register{provider}Provider") for line in said), provider
    assert {"command reportlint.restart", "command reportlint.waive"} <= set(said)
    without = activated(tmp_path / "no-such-program")
    assert any("pip install 'reportlint[editor]'" in line for line in without)


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["version"] == __version__ and len(lock["packages"]) > 50
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [name for name, package in lock["packages"].items() if name and "integrity" not in package] == []
