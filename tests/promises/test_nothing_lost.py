"""Nothing is lost: whatever a command writes is the old file or the new one at any moment, and what fails is said.

A kill leaves what others see at that moment, for what a process has in its buffers dies with it. So one run is stopped at
each instruction of the modules that write, and the folder looked at. That a kill is no more than this, `test_fix` tries.

    REPORTLINT_TESTS=long pytest tests/test_nothing_lost.py     also: killed in earnest, at each call that could change a file
"""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest
from conftest import Outcome, Run, write
from test_cli import FAULTY, ONLY
from test_fix import DRAFT, FIXED, OFFICE

import reportlint

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, permissions and limits as POSIX has them")

LONG = os.environ.get("REPORTLINT_TESTS") == "long"
SETTINGS = ".reportlint.yaml"
WRITING = {os.path.join(os.path.dirname(reportlint.__file__), f"{name}.py") for name in (
    "repository/safe_write", "repository/fix", "command/init", "command/output", "command/waive", "command/review",
)}  # fmt: skip
ROOT = os.geteuid() == 0
NOBODY = 65534


class Verb(NamedTuple):
    """A command that writes. files: what is there before. target: what it writes, and ``whole`` tells from half of it."""

    command: tuple[str, ...]
    files: dict[str, str]
    target: str
    whole: Callable[[bytes], bool]


def _word(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.testzip() is None and "word/comments.xml" in package.namelist()


DRAFTS = {"draft.txt": FAULTY, SETTINGS: "# 设置\n"}
REVIEW = ("review", "draft.txt", "-o", "copy.docx", "--force")
OUTPUT = ("draft.txt", *ONLY, "--format", "json", "--output", "out.json")
VERBS = {
    "fix": Verb(("--fix", "draft.txt", "--select", "term"), {"draft.txt": DRAFT, SETTINGS: OFFICE}, "draft.txt", lambda data: data == FIXED.encode()),
    "output": Verb(OUTPUT, {**DRAFTS, "out.json": "[]"}, "out.json", lambda data: data.count(b'"fingerprint"') == 2 and data.endswith(b"]\n")),
    "review": Verb(REVIEW, {**DRAFTS, "copy.docx": "earlier"}, "copy.docx", _word),
    "waive": Verb(("waive", "draft.txt"), DRAFTS, SETTINGS, lambda data: data.startswith("# 设置\n".encode()) and data.count(b"check:") > 1 and data.endswith("已有\n".encode())),
    "new output": Verb(OUTPUT, DRAFTS, "out.json", lambda data: data.count(b'"fingerprint"') == 2 and data.endswith(b"]\n")),
    "new review": Verb(REVIEW[:-1], DRAFTS, "copy.docx", _word),
    "new waive": Verb(("waive", "draft.txt"), {"draft.txt": FAULTY}, SETTINGS, lambda data: data.count(b"check:") > 1 and data.endswith("已有\n".encode())),
    "init": Verb(("init",), {}, SETTINGS, lambda data: b"fail-on: error" in data and data.endswith(b"}}\n")),
    "init the hook": Verb(("init",), {}, ".pre-commit-config.yaml", lambda data: data.startswith("# 提交前".encode()) and b"files: " in data and data.endswith(b"$\n")),
}  # fmt: skip
REPLACING = [name for name, verb in VERBS.items() if verb.target in verb.files]


def laid_out(verb: Verb) -> bytes | None:
    """Write the files that are there before; what the target holds then."""
    for path, content in verb.files.items():
        write(path, content)
    return content_of(verb.target)


def content_of(path: str) -> bytes | None:
    return Path(path).read_bytes() if os.path.exists(path) else None


def left_over() -> list[str]:
    return [name for name in os.listdir() if name.endswith(".tmp")]


@pytest.mark.parametrize("name", VERBS)
def test_at_any_moment_there_is_the_old_file_or_the_new(run: Run, name: str) -> None:
    verb = VERBS[name]
    old = laid_out(verb)
    seen: list[bytes | None] = []
    inputs = {path: content for path, content in verb.files.items() if path != verb.target}

    def look(frame: FrameType, event: str, argument: Any) -> Any:
        if frame.f_code.co_filename not in WRITING:
            return None
        frame.f_trace_opcodes = True
        now = content_of(verb.target)
        if not seen or now != seen[-1]:
            seen.append(now)
        assert all(content_of(path) == content.encode() for path, content in inputs.items())
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        outcome = run(*verb.command)
    finally:
        sys.settrace(before)
    assert outcome.code in (0, 1), outcome.err
    first, last = seen
    assert first == old and last is not None and verb.whole(last) and last == content_of(verb.target)
    assert left_over() == []


def half_written(path: str, data: bytes, before: bytes | None) -> None:
    """As a careless program would do it."""
    with open(path, "wb") as file:
        file.write(data[:10])
        file.flush()
        file.write(data[10:])


def test_half_a_file_would_be_seen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.command.output.write_file", half_written)
    WRITING.add(__file__)
    try:
        with pytest.raises((AssertionError, ValueError)):
            test_at_any_moment_there_is_the_old_file_or_the_new(run, "output")
    finally:
        WRITING.discard(__file__)


CALLS = ("write", "rename", "fsync", "chmod", "fchmod", "chown", "unlink", "openat", "close")


@pytest.mark.slow
@pytest.mark.skipif(not LONG or not shutil.which("strace"), reason="long, and needs strace")
@pytest.mark.parametrize("name", VERBS)
def test_killed_at_each_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """At each call that writes, and at the last of those that open and close: the earlier ones load the program."""
    verb, script = VERBS[name], str(Path(sysconfig.get_path("scripts")) / "reportlint")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    environment = {**os.environ, "REPORTLINT_CACHE": os.path.join(os.devnull, "none")}
    log = str(tmp_path / "calls")

    def stopped(*options: str) -> int:
        for path in os.listdir():
            os.unlink(path)
        laid_out(verb)
        command = ["strace", "-qq", "-o", log, *options, script, *verb.command]
        return subprocess.run(command, capture_output=True, env=environment, timeout=60).returncode

    assert stopped("-e", f"trace={','.join(CALLS)}") in (0, 1)
    made = [line.partition("(")[0] for line in Path(log).read_text(encoding="utf-8", errors="replace").splitlines()]
    found = set()
    for call in CALLS:
        count = made.count(call)
        for number in range(max(1, count - 7), count + 1):
            code = stopped("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}")
            now, old = content_of(verb.target), verb.files.get(verb.target)
            replaced = now != (None if old is None else old.encode())
            assert not replaced or (now is not None and verb.whole(now)), (call, number)
            assert all(content_of(path) == text.encode() for path, text in verb.files.items() if path != verb.target)
            found.add((code, replaced))
    assert {(-9, False), (-9, True)} <= found


# What fails is said


def refused(outcome: Outcome, verb: Verb, old: bytes | None, said: str) -> None:
    """Exit code 2 and one sentence that names the file; all files as they were."""
    assert outcome.code == 2 and said in outcome.err, outcome.err
    assert (verb.target if verb.target != SETTINGS else "") in outcome.err
    assert content_of(verb.target) == old and left_over() == []
    assert all(content_of(path) == content.encode() for path, content in verb.files.items())


@contextmanager
def file_size(most: int) -> Iterator[None]:
    """No file may grow beyond so many bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", [name for name in VERBS if name != "init the hook"])
def test_a_file_that_may_not_grow(run: Run, name: str) -> None:
    old = laid_out(VERBS[name])
    with file_size(64):
        outcome = run(*VERBS[name].command)
    refused(outcome, VERBS[name], old, "文件大小超过了系统的限制")


@contextmanager
def mounted(size: str) -> Iterator[Path]:
    """A small disk of its own, where we may have one."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "reportlint-test", folder]
        if not ROOT or not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("no disk can be mounted")
        here = Path.cwd()
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(here)
            subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("name", [name for name in VERBS if name != "init the hook"])
def test_a_full_disk(run: Run, name: str) -> None:
    with mounted("128k"):
        old = laid_out(VERBS[name])
        try:
            with open("filler", "wb", buffering=0) as filler:
                while filler.write(bytes(4096)):
                    pass
        except OSError:
            pass
        refused(run(*VERBS[name].command), VERBS[name], old, "磁盘满了")


@pytest.mark.parametrize("name", [name for name in VERBS if name != "init the hook"])
def test_a_read_only_disk(run: Run, name: str) -> None:
    with mounted("128k") as folder:
        old = laid_out(VERBS[name])
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        refused(run(*VERBS[name].command), VERBS[name], old, "只读")


@contextmanager
def forbidden(path: str, mode: int) -> Iterator[None]:
    """That mode for a while; root becomes nobody, for nothing is forbidden to root."""
    os.chmod(path, mode)
    if ROOT:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if ROOT:
            os.seteuid(0)
        os.chmod(path, 0o755)


@pytest.mark.parametrize("place", ["folder", "file"])
@pytest.mark.parametrize("name", [name for name in VERBS if name != "init the hook"])
def test_what_may_not_be_written(run: Run, name: str, place: str) -> None:
    verb = VERBS[name]
    if place == "file" and name not in REPLACING:
        pytest.skip("there is no file yet")
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:  # where nobody may look, too
        os.chdir(folder)
        try:
            laid_out(verb)
            run(*verb.command)  # all is loaded by now, from wherever nobody may not read
            os.chdir(folder)
            for path in os.listdir():
                os.unlink(path)
            old = laid_out(verb)
            os.chmod(folder, 0o777)
            with forbidden(verb.target if place == "file" else folder, 0o444 if place == "file" else 0o555):
                outcome = run(*verb.command)
            refused(outcome, verb, old, "权限")
        finally:
            os.chdir(here)


@pytest.mark.parametrize("name", [name for name in VERBS if name != "init the hook"])
def test_a_file_changed_meanwhile(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    verb = VERBS[name]
    laid_out(verb)

    def change(descriptor: int) -> None:
        write(verb.target, "别人刚写的")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", change)
        outcome = run(*verb.command)
    refused(outcome, verb._replace(files={}), "别人刚写的".encode(), "又被别的程序改动")


@pytest.mark.parametrize("name", REPLACING)
def test_links_permissions_and_owners_are_kept(run: Run, name: str) -> None:
    verb = VERBS[name]
    laid_out(verb)
    os.mkdir("real")
    os.rename(verb.target, "real/file")
    os.symlink("real/file", verb.target)
    os.chmod("real/file", 0o640)
    if ROOT:
        os.chown("real/file", NOBODY, NOBODY)
    assert run(*verb.command).code in (0, 1)
    assert os.readlink(verb.target) == "real/file" and os.listdir("real") == ["file"]
    assert verb.whole(Path("real/file").read_bytes())
    status = os.stat("real/file")
    assert stat.S_IMODE(status.st_mode) == 0o640
    assert not ROOT or (status.st_uid, status.st_gid) == (NOBODY, NOBODY)


@pytest.mark.parametrize("name", ["new output", "new review", "new waive", "init"])
def test_a_new_file_has_the_usual_permissions(run: Run, name: str) -> None:
    laid_out(VERBS[name])
    before = os.umask(0o027)
    try:
        assert run(*VERBS[name].command).code in (0, 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat(VERBS[name].target).st_mode) == 0o640


def test_init_does_not_write_through_a_link(run: Run) -> None:
    os.symlink("elsewhere", SETTINGS)
    outcome = run("init")
    assert outcome.code == 0 and f"{SETTINGS}：已有，未改动" in outcome.out
    assert not os.path.exists("elsewhere")


# Standard output and standard error

TOLD = [
    *(["draft.txt", "--format", form] for form in ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "html")),
    *([verb, "draft.txt"] for verb in ("outline", "figures", "waive")),
    ["--fix", "draft.txt"],
    ["--diff", "fixable.txt", "--select", "term"],
    ["review", "draft.txt", "-o", "copy.docx"],
    ["init"],
    ["checks"],
    ["explain", "vague-quantity"],
    ["--help"],
    ["--version"],
]  # fmt: skip


def told_to(descriptor: int, stream: str, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> tuple[int, str]:
    """The command with one stream going to a descriptor: its exit code, and what stands on the other stream."""
    from reportlint.command.main import main

    bad = open(descriptor, "w", 1 if stream == "stderr" else -1, encoding="utf-8")  # noqa: SIM115
    other = tempfile.NamedTemporaryFile("w", encoding="utf-8")  # noqa: SIM115
    with other, monkeypatch.context() as patch, pytest.raises(SystemExit) as stop:
        patch.setattr(sys, "argv", ["reportlint", *arguments])
        patch.setattr(sys, "stdout", bad if stream == "stdout" else other)
        patch.setattr(sys, "stderr", bad if stream == "stderr" else other)
        try:
            main()
        finally:
            with suppress(OSError):  # what could not be written is still in its buffer
                bad.close()
            other.flush()
            said = Path(other.name).read_text(encoding="utf-8")
    assert isinstance(stop.value.code, int)
    return stop.value.code, said


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("draft.txt", FAULTY)
    write("fixable.txt", DRAFT)
    write("settings.yaml", OFFICE)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", TOLD, ids=" ".join)
def test_a_full_disk_behind_standard_output(
    drafts: None, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    if "--diff" in arguments:
        arguments = [*arguments, "--config", "settings.yaml"]
    code, said = told_to(os.open("/dev/full", os.O_WRONLY), "stdout", monkeypatch, arguments)
    assert (code, said) == (2, "reportlint: 写不出结果（磁盘满了）。\n")


@pytest.mark.parametrize("arguments", TOLD, ids=" ".join)
def test_a_closed_pipe(drafts: None, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """Whoever read has seen enough: nothing is said, and 2 tells that not all was shown."""
    if "--diff" in arguments:
        arguments = [*arguments, "--config", "settings.yaml"]
    ours, theirs = os.pipe()
    os.close(ours)
    assert told_to(theirs, "stdout", monkeypatch, arguments) == (2, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none.txt", "draft.txt", "--format", "json", *ONLY], 2),
        (["outline", "none.txt"], 2),
        (["--no-such"], 2),
        (["draft.txt", "--config", "none"], 2),
        (["--diff", "draft.txt", *ONLY], 1),
    ],
    ids=str,
)
def test_a_full_disk_behind_standard_error(
    drafts: None, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    """There is nowhere to say so; standard output and the exit code are what they would be."""
    assert told_to(os.open("/dev/full", os.O_WRONLY), "stderr", monkeypatch, arguments) == (code, run(*arguments).out)
