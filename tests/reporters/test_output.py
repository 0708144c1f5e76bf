"""Where results go: --output beside the text, --changed-since, the bar, the table at the end."""

from __future__ import annotations

import json
import os
import re
import select
import struct
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from conftest import Run, write
from test_cli import FAULTY, GOOD, NOTICE, ONLY, VAGUE
from test_hook import Repository

from reportlint.command.options import FORMATS
from reportlint.command.output import _MANY
from reportlint.repository.asked import Asked
from reportlint.repository.files import find_files
from reportlint.repository.run import run as run_files


@pytest.mark.parametrize("form", FORMATS)
def test_output_beside_the_text(run: Run, form: str) -> None:
    write("a.txt", FAULTY)
    write("b.txt", VAGUE)
    arguments = ("a.txt", "b.txt", "none.txt", *ONLY)
    text, alone = run(*arguments), run(*arguments, "--format", form)
    both = run(*arguments, "--format", form, "--output", "out.file")
    assert (both.code, both.out, both.err) == (text.code, text.out, text.err) and text.code == alone.code == 2
    assert Path("out.file").read_bytes() == alone.raw


def test_a_page_of_results_is_no_draft(run: Run) -> None:
    write("drafts/a.txt", FAULTY)
    arguments = ("drafts", "--format", "html", "--output", "drafts/report.html", *ONLY)
    first, second = run(*arguments), run(*arguments)
    assert (second.code, second.out, second.err) == (first.code, first.out, "")
    assert run("review", "drafts/a.txt", "-o", "drafts/a.review.docx").code == 0
    assert {item["path"] for item in run("drafts", "--format", "json").found} == {"drafts/a.txt"}


def test_output_replaces_what_it_wrote_before(run: Run) -> None:
    write("a.txt", FAULTY)
    write("out.json", "[]")
    run("a.txt", *ONLY, "--format", "json", "--output", "out.json")
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("a.txt", "--output", "a.txt"), "草稿"),
        (("drafts", "--output", "drafts/b.txt"), "草稿"),
        (("a.txt", "--output", "drafts"), "文件夹"),
        (("a.txt", "--output", "no/out.json"), "没有文件夹"),
        (("a.txt", "--diff", "--output", "out.json"), "--diff"),
        (("a.txt", "--select", "no-such", "--output", "out.json"), "no-such"),
        (("a.txt", "--changed-since", "main", "--output", "out.json"), "git"),
        (("--output", "out.json"), "缺少 FILE"),
        (("a.txt", "--output", ""), "文件名"),
        (("a.txt", "--output", "pipe"), "不是普通文件"),
        (("drafts", "--output", "a.txt"), "看名字是一份文稿"),
        (("drafts", "--format", "html", "--output", "saved.html"), "看名字是一份文稿"),
        (("review", "drafts/b.txt", "-o", "copy.txt"), ".docx"),
        (("drafts", "--previous", "a.txt", "--output", "a.txt"), "不会覆盖"),
        (("review", "drafts/b.txt", "-o", "a.txt", "--previous", "a.txt", "--force"), "不会覆盖"),
        (("review", "drafts/b.txt", "-o", "pipe"), "不是普通文件"),
    ],
)
def test_output_refused(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    write("a.txt", FAULTY)
    write("drafts/b.txt", FAULTY)
    write("saved.html", "<html><p>另一份草稿")
    os.mkfifo("pipe")
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "") and reason in outcome.err
    assert not Path("out.json").exists()
    assert Path("a.txt").read_bytes() == Path("drafts/b.txt").read_bytes() == FAULTY.encode()


@pytest.mark.parametrize("file", ["city.yaml", "drafts/.reportlint.yaml"])
def test_settings_and_rule_files_are_not_written_over(run: Run, file: str) -> None:
    write("drafts/a.txt", FAULTY)
    write("drafts/.reportlint.yaml", "profile: ../city.yaml")
    write("city.yaml", "rules: [{longest: 9000}]")
    before = Path(file).read_bytes()
    outcome = run("drafts", "--format", "json", "--output", file)
    assert outcome.code == 2 and "不会覆盖" in outcome.err
    assert Path(file).read_bytes() == before


def test_output_that_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", FAULTY)
    write("out.json", "[]")
    monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    outcome = run("a.txt", "--format", "json", "--output", "out.json")
    assert outcome.code == 2 and "写不了 out.json（磁盘满了）" in outcome.err
    assert Path("out.json").read_text() == "[]" and sorted(os.listdir()) == ["a.txt", "out.json"]


def test_a_table_at_the_end(run: Run) -> None:
    write("好.txt", GOOD)
    write("有错的.txt", FAULTY)
    write("info.txt", VAGUE)
    lines = run("好.txt", "有错的.txt", "info.txt", "none.txt", *ONLY).out.splitlines()
    assert lines[-6:] == [
        "报告        错误  警告  提示",
        "有错的.txt     1           1",
        "info.txt                   1",
        "none.txt       —     —     —",
        "",
        "检查了 3 份报告：1 处错误，2 处提示；1 份没能检查。",
    ]
    assert "报告  " not in run("有错的.txt", *ONLY).out  # of one report the line of totals says it all
    assert "报告  " not in run("好.txt", *ONLY).out


def test_changed_since(tmp_path: Path, run: Run) -> None:
    drafts = Repository(tmp_path / "drafts", tmp_path / "store")
    for name in ("old.txt", "edited.txt"):
        drafts.write(name, FAULTY)
    drafts.git("commit", "-q", "-m", "main")
    drafts.git("branch", "base")
    os.chdir(drafts.folder)
    unchanged = run("--changed-since", "base")
    assert unchanged.code == 0 and "没有检查任何报告" in unchanged.out
    drafts.write("edited.txt", FAULTY + "\n")
    drafts.write("新的/草稿.txt", FAULTY)
    drafts.write("notice.txt", NOTICE)
    outcome = run("--changed-since", "base", *ONLY, "--format", "json")
    assert (outcome.code, {item["path"] for item in outcome.found}) == (1, {"./edited.txt", "./新的/草稿.txt"})
    assert {item["path"] for item in run("新的", "--changed-since", "base", *ONLY, "--format", "json").found} == {
        "新的/草稿.txt"
    }
    assert run("--changed-since", "no-such", "--format", "json").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    """Drawn on the terminal alone, and wiped: what is left reads as without it."""
    import fcntl
    import pty
    import termios

    for number in range(_MANY):
        write(f"{tmp_path}/{number:02}.txt", FAULTY)
    program = [sys.executable, "-c", "from reportlint.command.main import main; main()", ".", *ONLY]
    plain = subprocess.run(program, cwd=tmp_path, capture_output=True, env={**os.environ, "NO_COLOR": "1"})
    assert plain.stderr == b""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        program, cwd=tmp_path, stdout=follower, stderr=follower, env={**os.environ, "NO_COLOR": "1"}
    )
    os.close(follower)
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until and select.select([leader], [], [], 30)[0]:
        try:
            data = os.read(leader, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not data:
            break
        shown += data
    process.wait()
    os.close(leader)
    text = shown.decode()
    assert f"/{_MANY}" in text and "份" in text
    left = re.sub(r"[^\n]*\r(?!\n)", "", text.replace("\r\n", "\n"))
    assert [line for line in left.splitlines() if line.strip()] == [
        line for line in plain.stdout.decode().splitlines() if line.strip()
    ]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_findings_are_set_aside(run: Run, form: str) -> None:
    """Of each further report, memory holds where its findings were put, and not these."""
    write("draft.txt", FAULTY)
    (kept,) = run_files(find_files(["draft.txt"], None), Asked(whole=False))

    def pieces(count: int) -> Iterator[str]:
        results = (kept._replace(path=f"{number:06}.txt") for number in range(count))
        found: Iterator[str] = import_module(f"reportlint.reporters.{form}").findings(results)
        return found

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in pieces(count):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    written = sum(map(len, pieces(500))) / 500
    growth = (peak(2500) - peak(1500)) / 1000
    assert written > 1000 and growth < 400
