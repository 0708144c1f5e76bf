"""Which files a branch changed: in scratch repositories, of all kinds and states; and nothing of theirs is run."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from test_hook import Repository

from reportlint.linting.config import Config
from reportlint.repository import changed
from reportlint.repository.changed import RevisionError, among, changed_files
from reportlint.repository.files import File, find_files
from reportlint.repository.search import Unusable

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with three drafts on main, a branch checked out, and the process within it."""
    repository = Repository(tmp_path / "drafts", tmp_path / "store")
    for name in set(os.environ) - set(repository.environment):
        monkeypatch.delenv(name)
    for name, value in repository.environment.items():
        monkeypatch.setenv(name, value)
    repository.git("symbolic-ref", "HEAD", "refs/heads/main")
    for name in ("old.txt", "草稿/2023 年.txt", "草稿/gone.txt"):
        repository.write(name, f"{name}\n" * 9)
    commit(repository, "first")
    repository.git("checkout", "-q", "-b", "branch")
    monkeypatch.chdir(repository.folder)
    return repository


def commit(repository: Repository, message: str) -> None:
    repository.git("commit", "-q", "--allow-empty", "-m", message)


def test_nothing_changed(drafts: Repository) -> None:
    assert changed_files("main") == []


def test_every_state(drafts: Repository) -> None:
    drafts.write("committed.txt", "1")
    drafts.write("committed, then mended.txt", "1")
    drafts.write("committed, then deleted.txt", "1")
    commit(drafts, "second")
    (drafts.folder / "committed, then mended.txt").write_text("2")
    (drafts.folder / "committed, then deleted.txt").unlink()
    drafts.write("staged.txt", "1")
    drafts.write("staged, then deleted.txt", "1")
    (drafts.folder / "staged, then deleted.txt").unlink()
    (drafts.folder / "old.txt").write_text("mended")
    (drafts.folder / "unknown.txt").write_text("1")
    (drafts.folder / "unknown").mkdir()
    (drafts.folder / "unknown" / "a.txt").write_text("1")
    (drafts.folder / ".gitignore").write_text("ignored.txt\n")
    (drafts.folder / "ignored.txt").write_text("1")
    names = [".gitignore", "committed, then mended.txt", "committed.txt", "old.txt", "staged.txt", "unknown.txt"]
    assert changed_files("main") == sorted([*names, os.path.join("unknown", "a.txt")])


def test_the_other_branch_does_not_count(drafts: Repository) -> None:
    """What main changed since the branch left it is not the branch's doing."""
    drafts.write("ours.txt", "1")
    commit(drafts, "ours")
    drafts.git("checkout", "-q", "main")
    drafts.write("theirs.txt", "1")
    drafts.write("old.txt", "mended by them")
    commit(drafts, "theirs")
    drafts.git("checkout", "-q", "branch")
    assert changed_files("main") == ["ours.txt"]


@pytest.mark.parametrize("rev", ["main", "refs/heads/main", "v1", "branch~1", "{id}", "branch^{{commit}}~1", "@~1"])
def test_ways_to_name_a_revision(drafts: Repository, rev: str) -> None:
    drafts.git("tag", "-a", "v1", "-m", "annotated")
    drafts.write("new.txt", "1")
    commit(drafts, "second")
    assert changed_files(rev.format(id=drafts.git("rev-parse", "main"))) == ["new.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
def test_names(drafts: Repository) -> None:
    names = [
        "-x.txt",
        "a b.txt",
        "a\"b'.txt",
        "a\nb.txt",
        "a\tb\\.txt",
        ":(top)x.txt",
        "草稿/２０２４年度报告（定稿）.txt",
    ]
    for name in names:
        (drafts.folder / name).write_text("1")
    (drafts.folder / os.fsdecode(b"\xb2\xdd.txt")).write_text("1")  # GB18030, as an old machine wrote it
    assert changed_files("main") == sorted([*names, os.fsdecode(b"\xb2\xdd.txt")])
    drafts.git("add", "--all")
    commit(drafts, "second")
    assert changed_files("main") == sorted([*names, os.fsdecode(b"\xb2\xdd.txt")])


def test_renamed(drafts: Repository) -> None:
    """By the new name; and the old one, which git may tell in a field of its own, is not taken for a third file's."""
    drafts.git("mv", "草稿/gone.txt", "草稿/new.txt")
    drafts.write("is/old.txt", "1\n" * 9)
    commit(drafts, "renamed")
    drafts.git("mv", "草稿/2023 年.txt", "草稿/2023.txt")
    drafts.git("mv", "is/old.txt", "is/new.txt")
    assert changed_files("main") == [
        os.path.join("is", "new.txt"),
        *(os.path.join("草稿", name) for name in ("2023.txt", "new.txt")),
    ]


def test_in_a_subfolder(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are those that one would type there, whatever the settings on relative names."""
    drafts.write("草稿/2024.txt", "1")
    drafts.write("other/a.txt", "1")
    (drafts.folder / "unknown.txt").write_text("1")
    drafts.git("config", "diff.relative", "true")
    monkeypatch.chdir(drafts.folder / "草稿")
    expected = [os.path.join("..", "other", "a.txt"), os.path.join("..", "unknown.txt"), "2024.txt"]
    assert changed_files("main") == expected
    monkeypatch.chdir(drafts.folder.parent)
    expected = [os.path.join("drafts", *parts) for parts in (["other", "a.txt"], ["unknown.txt"], ["草稿", "2024.txt"])]
    assert changed_files("main", "drafts") == changed_files("main", os.path.join("drafts", "草稿")) == expected


def test_what_git_takes_for_the_same_is_no_change(drafts: Repository) -> None:
    """A file checked out with the line ends of Windows, and one written anew as it was."""
    drafts.git("config", "core.autocrlf", "true")
    (drafts.folder / "old.txt").unlink()
    drafts.git("checkout", "-q", "old.txt")
    assert b"\r\n" in (drafts.folder / "old.txt").read_bytes()
    os.utime(drafts.folder / "草稿/gone.txt", (1, 1))
    assert changed_files("main") == []


def test_what_is_no_file(drafts: Repository) -> None:
    """A repository within the repository, a dangling link, a file that a sparse checkout leaves out."""
    inner = Repository(drafts.folder / "inner", drafts.folder.parent)
    inner.write("a.txt", "1")
    drafts.write("left out.txt", "1")
    if os.name != "nt":
        (drafts.folder / "link.txt").symlink_to("nowhere.txt")
    commit(drafts, "second")
    drafts.git("update-index", "--skip-worktree", "left out.txt")
    (drafts.folder / "left out.txt").unlink()
    assert changed_files("main") == []


def test_it_changes_nothing(drafts: Repository) -> None:
    os.utime(drafts.folder / "old.txt", (1, 1))  # git would write down that it is the same
    before = (drafts.folder / ".git" / "index").read_bytes()
    assert changed_files("main") == []
    assert (drafts.folder / ".git" / "index").read_bytes() == before


# What keeps it from being told


def refused(rev: str) -> str:
    with pytest.raises(RevisionError) as stop:
        changed_files(rev)
    said = str(stop.value)
    assert said.endswith("。") or "safe.directory" in said
    assert "请" in said and "\n" not in said
    return said


@pytest.mark.parametrize("rev", ["", " ", "-", "--output=stolen.txt", "-O/etc/passwd"])
def test_what_is_no_revision(drafts: Repository, rev: str) -> None:
    assert "不能作为比较的起点" in refused(rev)
    assert sorted(os.listdir()) == [".git", "old.txt", "草稿"]


@pytest.mark.parametrize("rev", ["mian", "main..branch", "main:old.txt", "main --output=stolen.txt", "^main"])
def test_unknown_revision(drafts: Repository, rev: str) -> None:
    said = refused(rev)
    assert f"仓库里没有“{rev}”" in said and "origin/" in said and "浅克隆" not in said
    assert not Path("stolen.txt").exists()


def test_zero_character(drafts: Repository) -> None:
    assert "运行不了 git" in refused("main\0")


def test_shallow_clone(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.write("new.txt", "1")
    commit(drafts, "second")
    source = drafts.folder.as_uri()
    drafts.git("clone", "-q", "--depth", "1", "--no-single-branch", source, "../shallow")
    monkeypatch.chdir(drafts.folder.parent / "shallow")
    for said in (refused("branch~1"), refused("origin/main")):  # the one is not there, the other not joined to it
        assert "浅克隆" in said and "git fetch --unshallow" in said and "fetch-depth: 0" in said and "GIT_DEPTH" in said
    assert "没有共同的历史" in refused("origin/main")
    assert changed_files("HEAD") == []


def test_no_common_history(drafts: Repository) -> None:
    drafts.git("checkout", "-q", "--orphan", "other")
    commit(drafts, "of its own")
    said = refused("main")
    assert "没有共同的历史" in said and "浅克隆" not in said


def test_no_repository(drafts: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "这里不是 git 仓库" in refused("main")
    with pytest.raises(RevisionError, match="这里不是 git 仓库"):
        changed_files("main", "no-such-folder")
    monkeypatch.chdir(drafts.folder / ".git")
    assert "这里不是 git 仓库" in refused("main")


def test_no_commit(drafts: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Repository(tmp_path / "empty", tmp_path).folder)
    assert "还没有提交" in refused("main")


def test_somebody_elses_repository(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert f"safe.directory '{drafts.folder.resolve().as_posix()}" in refused("main")


def test_no_git(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(drafts.folder))
    assert "没有找到 git" in refused("main")


def test_a_git_among_the_drafts_is_not_run(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    program = drafts.folder / ("git.bat" if os.name == "nt" else "git")
    program.write_text("exit 77" if os.name == "nt" else "#!/bin/sh\nexit 77\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    assert changed_files("main") == [program.name]


def test_a_git_that_cannot_be_run(drafts: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "bin" / ("git.exe" if os.name == "nt" else "git")
    broken.parent.mkdir()
    broken.write_bytes(b"\x7fnothing")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(broken.parent))
    assert "运行不了 git" in refused("main")


def test_a_damaged_repository(drafts: Repository) -> None:
    (drafts.folder / ".git" / "index").write_bytes(b"nothing")
    said = refused("main")
    assert "git 没有说出改了哪些文件" in said and "index" in said


# Nothing of the linted tree is run


@pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")
def test_no_code_of_the_repository_is_run(drafts: Repository, tmp_path: Path) -> None:
    marks = tmp_path / "run"
    marks.mkdir()

    def trap(name: str) -> str:
        script = tmp_path / f"{name}.sh"
        script.write_text(f"#!/bin/sh\ntouch '{marks}/{name}'\ncat\n")
        script.chmod(0o755)
        return str(script)

    drafts.write(".gitattributes", "*.txt filter=trap diff=trap\n*.md filter=lone\n")
    commit(drafts, "second")
    hooks = drafts.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    shutil.copy(trap("hook"), hooks / "post-index-change")
    for name, value in {
        "core.fsmonitor": trap("fsmonitor"),
        "core.pager": trap("pager"),
        "pager.diff": trap("pager"),
        "diff.external": trap("external"),
        "diff.trap.command": trap("driver"),
        "diff.trap.textconv": trap("textconv"),
        "filter.trap.clean": trap("filter"),
        "filter.trap.smudge": trap("filter"),
        "filter.trap.required": "true",
        "filter.lone.process": trap("process"),
    }.items():
        drafts.git("config", name, value)
    for name in ("old.txt", "草稿/2023 年.txt"):
        (drafts.folder / name).write_text("mended")
    os.utime(drafts.folder / "草稿/gone.txt", (1, 1))  # to be compared by content
    (drafts.folder / "unknown.txt").write_text("1")
    (drafts.folder / "unknown.md").write_text("1")
    expected = [".gitattributes", "old.txt", "unknown.md", "unknown.txt", "草稿/2023 年.txt"]
    assert changed_files("main") == expected
    assert sorted(path.name for path in marks.iterdir()) == []
    drafts.call("git", "diff", "main")
    drafts.call("git", "status")
    assert {path.name for path in marks.iterdir()} >= {"fsmonitor", "filter", "external"}  # the traps do work


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
def test_a_filter_that_cannot_be_switched_off_stops_it(drafts: Repository) -> None:
    drafts.write(".gitattributes", "*.txt filter=a=b\n")
    drafts.git("config", "filter.a=b.clean", "touch run; cat")
    os.utime("old.txt", (1, 1))
    assert "filter.a=b.clean" in refused("main")
    assert not Path("run").exists()
    drafts.call("git", "status")
    assert Path("run").exists()  # it is one that git would run


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
@pytest.mark.parametrize("unknown", ["", "GIT_NO_LAZY_FETCH"])
def test_nothing_is_fetched(drafts: Repository, monkeypatch: pytest.MonkeyPatch, unknown: str) -> None:
    """A partial clone fetches what it lacks when it is asked for, from an address that may be a program.

    unknown: what an older git does not heed; the other one must do.
    """
    monkeypatch.delitem(changed._ENVIRONMENT, unknown, raising=False)
    drafts.write("new.txt", "1")
    commit(drafts, "second")
    drafts.git("config", "uploadpack.allowFilter", "true")
    drafts.git("clone", "-q", "--filter=tree:0", drafts.folder.as_uri(), "../partial")
    monkeypatch.chdir(drafts.folder.parent / "partial")
    for name, value in {"protocol.ext.allow": "always", "remote.origin.url": "ext::touch run"}.items():
        drafts.git("-C", "../partial", "config", name, value)
    assert "git 没有说出改了哪些文件" in refused("origin/main")
    assert not Path("run").exists()
    drafts.call("git", "-C", "../partial", "diff-tree", "origin/main", "HEAD")
    assert Path("run").exists()  # it is an address that git would call


def test_a_folder_that_poses_as_a_repository(drafts: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    version = [int(number) for number in re.findall(r"\d+", drafts.git("version"))[:2]]
    if version < [2, 38]:
        pytest.skip("this git cannot be told not to take such a folder for a repository")
    drafts.git("clone", "-q", "--bare", ".", "posing")
    for name, value in {"core.bare": "false", "core.worktree": str(drafts.folder)}.items():
        drafts.git("--git-dir=posing", "config", name, value)
    monkeypatch.chdir(drafts.folder / "posing")
    assert "这里不是 git 仓库" in refused("main")


# The filter


def paths(found: list[File | Unusable]) -> list[str]:
    return [file.path for file in found]


def test_among(drafts: Repository) -> None:
    """Named files and what a search of named folders finds, each under the name it was asked for by."""
    for name in ("草稿/a.txt", "草稿/notes.csv", "草稿/.hidden.txt", "other/b.txt", "c.txt", "d.txt"):
        drafts.write(name, "1")
    known = changed_files("main")
    assert len(known) == 6
    asked = ["./草稿", "c.txt", "old.txt", "-", "other/../d.txt"]
    found = list(among(find_files(asked, Config()), known))
    own = [os.path.join("./草稿", name) for name in ("a.txt", "notes.csv")]  # the latter to be passed over with a word
    assert paths(found) == [*own, "c.txt", "-", "other/../d.txt"]
    assert [isinstance(file, File) and file.searched for file in found] == [True, False, False, False, False]
    assert paths(list(among(find_files(asked, Config()), []))) == ["-"]  # not even what is passed over


def test_among_keeps_what_is_unusable(drafts: Repository) -> None:
    Path("empty").mkdir()
    (found,) = among(find_files(["empty", "old.txt"], Config()), [])
    assert isinstance(found, Unusable) and found.path == "empty"


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave on Windows")
def test_among_through_a_linked_folder(drafts: Repository, tmp_path: Path) -> None:
    drafts.write("草稿/a.txt", "1")
    (tmp_path / "way").symlink_to(drafts.folder)
    asked = [str(tmp_path / "way" / "草稿" / "a.txt"), str(tmp_path / "way" / "old.txt")]
    assert paths(list(among(find_files(asked, Config()), changed_files("main")))) == asked[:1]
