"""The hook that drafting repositories use, run by a real pre-commit: a faulty draft stops the commit, a good one passes."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_cli import FAULTY, GOOD
from test_packaging import ROOT, dependencies, need_index

pytestmark = pytest.mark.slow


class Repository:
    """A scratch git repository, untouched by the settings of whoever runs the tests."""

    def __init__(self, folder: Path, store: Path) -> None:
        self.folder = folder
        folder.mkdir()
        identity = {f"GIT_{who}_{what}": "tests" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))
        }
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        self.environment = {**kept, **identity, **nobody, "PRE_COMMIT_HOME": str(store)}
        self.git("init", "-q")

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )

    def git(self, *arguments: str) -> str:
        done = self.call("git", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.call(sys.executable, "-m", "pre_commit", *arguments)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.git("add", name)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This project as it lies here, committed: pre-commit takes hooks from commits only."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    if not importlib.util.find_spec("pre_commit"):
        pytest.skip("pre-commit is not installed")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode:
        pytest.skip("this is no git checkout, so what belongs to the project is not known")
    need_index()
    folder = tmp_path_factory.mktemp("hook")
    project = Repository(folder / "reportlint", folder / "store")
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():  # one may be deleted, and the deletion not committed
            (project.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, project.folder / name)
    project.git("add", "--all")
    project.git("commit", "-q", "-m", "As it lies here")
    return project


@pytest.fixture
def drafts(project: Repository, tmp_path: Path) -> Repository:
    return Repository(tmp_path / "drafts", Path(project.environment["PRE_COMMIT_HOME"]))


def test_try_repo(project: Repository, drafts: Repository) -> None:
    drafts.write("2024/好.txt", GOOD)
    drafts.write("2024/坏.txt", FAULTY)
    drafts.write("说明.md", FAULTY)
    done = drafts.pre_commit("try-repo", str(project.folder), "reportlint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "检查法治政府建设年度报告" in done.stdout and "Failed" in done.stdout
    assert "2024/坏.txt" in done.stdout and "missing-section" in done.stdout
    assert "说明.md" not in done.stdout
    assert "检查了 2 份报告：" in done.stdout


def test_commit(project: Repository, drafts: Repository) -> None:
    hook = {"repo": str(project.folder), "rev": project.git("rev-parse", "HEAD"), "hooks": [{"id": "reportlint"}]}
    drafts.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [hook]}))
    assert drafts.pre_commit("install").returncode == 0
    drafts.write("draft.txt", FAULTY)
    stopped = drafts.call("git", "commit", "-m", "faulty")
    assert stopped.returncode == 1
    assert "missing-section" in stopped.stderr + stopped.stdout
    assert drafts.call("git", "rev-parse", "--verify", "-q", "HEAD").returncode != 0  # nothing was committed
    drafts.write("draft.txt", GOOD)
    drafts.git("commit", "-m", "good")
    assert drafts.git("ls-files", "draft.txt") == "draft.txt"
    assert drafts.git("log", "--format=%s") == "good"


def test_the_hook_is_the_command(project: Repository) -> None:
    """The entry is the console script: what the hook does, the command does."""
    (hook,) = yaml.safe_load((project.folder / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["language"], hook["files"]) == ("reportlint", "python", r"\.(txt|docx)$")
    assert hook["entry"].split()[0] == "reportlint"


def test_our_own_hook_knows_every_dependency() -> None:
    """It runs from the sources, so nobody else would install what pyproject.toml declares."""
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = {hook["id"]: hook for repo in settings["repos"] for hook in repo["hooks"]}
    assert [pinned.split("==")[0] for pinned in hooks["reportlint"]["additional_dependencies"]] == dependencies()
    assert all("==" in pinned for hook in hooks.values() for pinned in hook["additional_dependencies"])
    assert {repo["repo"] for repo in settings["repos"]} == {"local"}
