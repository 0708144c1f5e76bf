"""Fixes: nothing fixable is left, a second run changes nothing, no other byte is touched, and nothing is ever lost."""

from __future__ import annotations

import codecs
import os
import signal
import stat
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Run, write
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.document.source import Span
from reportlint.finding import Edit, Finding
from reportlint.linting.config import Config
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.fix import Proposal, apply, choose, propose
from reportlint.repository.safe_write import ChangedError, write_file
from reportlint.settings.house_rules import HouseRules, Term

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, permissions and signals as POSIX has them")

TERMS = (
    Term("村居干部", "村（社区）干部", fix=True),
    Term("村居", "村（社区）", fix=True),
    Term("法制办", "法制办公室", fix=True),
    Term("一站式", "一门式", fix=True),
    Term("一门式", "“一门”式", fix=True),  # what the row above leaves is mended in a second round
    Term("放管服"),
)
CONFIG = Config(office=HouseRules(terms=TERMS))
OFFICE = """\
terms:
- {wrong: 村居, right: 村（社区）, fix: true}
- {wrong: 一站式, right: 一门式, fix: true}
- {wrong: 一门式, right: “一门”式, fix: true}
"""
DRAFT = """\
云川市2024年法治政府建设年度报告
一、主要举措和成效
（一）健全制度。走访村居36个，建成一站式窗口6个。
二、存在的不足和原因
基层执法力量不足，主要原因是编制调整滞后。
"""
FIXED = DRAFT.replace("村居", "村（社区）").replace("一站式", "“一门”式")
ONLY = ("--select", "term")

PHRASES = (
    "截止12月底，走访村居36个", "区长布署检查12次,办结318件", "培训村居干部320人。。", "由法制办审查文件36件", "法制办公室", "建成一站式窗口6个",
    "推进放管服改革，取消事项12项", "印发《关于<村居>工作的通知》", "深化“放管服”改革", "3 月底前完成", "高 20 公分", "2021-2025年", "落实《纲要》、《规定》",
    "1、制定办法", "（二）、规范执法", "一.主要举措", "二、存在的不足", "三、第一责任人履职情况", "四、下一年度主要安排", "  ", "\u3000\u3000", "(共36件)",
    "，，", "；。", "😀", "㐀𠮷", "ok, yes", "",
)  # fmt: skip
texts = st.lists(
    st.tuples(st.sampled_from(PHRASES), st.sampled_from(["。", "，", "\n", "。\n", "\n\n", ""])),
    min_size=1,
    max_size=14,
).map(lambda pieces: "云川市2024年法治政府建设年度报告\n一、主要举措和成效\n" + "".join(a + b for a, b in pieces))


def proposal(data: bytes, config: Config = CONFIG) -> Proposal:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "draft.txt")
        path.write_bytes(data)
        return propose(File(str(path), config), Asked())


def fixable(result: FileResult) -> list[Edit]:
    assert result.report is not None
    return choose(result.findings, result.report.text)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_nothing_fixable_is_left_and_a_second_run_changes_nothing(text: str) -> None:
    first = proposal(text.encode())
    assert first.after.error == ""
    assert fixable(first.after) == []
    assert bool(first.after.fixed) == (first.new != first.old)
    second = proposal(first.new)
    assert second.new == second.old == first.new
    assert [f.fingerprint for f in second.before.findings] == [f.fingerprint for f in first.after.findings]


@settings(max_examples=40, deadline=None)
@given(texts, st.sampled_from(["gb18030", "utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_encoding_and_newlines_are_kept(text: str, encoding: str, newline: str) -> None:
    plain = proposal(text.encode()).new.decode()
    assert proposal(text.replace("\n", newline).encode(encoding)).new == plain.replace("\n", newline).encode(encoding)


def test_a_gb18030_crlf_file_is_identical_but_for_the_fixes(run: Run) -> None:
    odd = (
        DRAFT.replace("\n", "\r\n", 3) + "  \t\u3000𠮷①\r\n\r\n走访村居（一）。\n\r又走访村居，结尾没有换行。"
    )  # mixed line ends, blanks at ends
    data = odd.encode("gb18030")
    write("draft.txt", data)
    write(".reportlint.yaml", OFFICE)
    assert run("--fix", "draft.txt", *ONLY).code == 0
    expected = data.replace("村居".encode("gb18030"), "村（社区）".encode("gb18030"))
    expected = expected.replace("一站式".encode("gb18030"), "“一门”式".encode("gb18030"))
    assert Path("draft.txt").read_bytes() == expected


@pytest.mark.parametrize("bom", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_is_kept(bom: bytes) -> None:
    encoding = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le"}.get(bom, "utf-16-be")
    assert proposal(bom + DRAFT.encode(encoding)).new == bom + FIXED.encode(encoding)


def edits(text: str) -> st.SearchStrategy[Edit]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    return st.builds(Edit, ends, st.sampled_from(["", "甲", "乙乙"]))


@settings(deadline=None)
@given(st.data())
def test_edits_that_meet_are_not_made_at_once(data: st.DataObject) -> None:
    text = data.draw(st.text("甲乙丙", max_size=30))
    groups = data.draw(st.lists(st.lists(edits(text), min_size=1, max_size=3), max_size=6))
    findings = [
        Finding(first.span, "", replacement=first.text, edits=tuple(others))
        for first, *others in sorted(groups, key=lambda group: group[0].span)
    ]
    chosen = choose(findings, text)
    assert chosen == sorted(chosen, key=lambda edit: edit.span)
    assert all(one.span.end <= other.span.start for one, other in pairwise(chosen))
    assert all(text[edit.span.start : edit.span.end] != edit.text for edit in chosen)
    whole = [{e for e in f.fix if text[e.span.start : e.span.end] != e.text} for f in findings]
    assert set(chosen) == set().union(*(group for group in whole if group <= set(chosen)))  # all of a finding, or none
    by_hand = text
    for edit in reversed(chosen):
        by_hand = by_hand[: edit.span.start] + edit.text + by_hand[edit.span.end :]
    assert apply(text, chosen) == by_hand


# The command


def test_fix(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    assert "村居" in run("draft.txt", *ONLY).out
    first, second = run("--fix", "draft.txt", *ONLY), run("--fix", "draft.txt", *ONLY)
    assert (first.code, second.code) == (0, 0)
    assert first.out.splitlines()[-1] == "检查了 1 份报告：没有发现问题；改好了 3 处。"
    assert second.out.splitlines()[-1] == "检查了 1 份报告：没有发现问题。"
    assert Path("draft.txt").read_text(encoding="utf-8") == FIXED
    assert [path.name for path in sorted(Path().iterdir())] == [".reportlint.yaml", "draft.txt"]


def test_what_remains_decides(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE + "- {wrong: 编制调整, severity: error}\n")
    outcome = run("--fix", "draft.txt", *ONLY, "--format", "json")
    assert (outcome.code, [item["text"] for item in outcome.found]) == (1, ["编制调整"])


def test_what_needs_judgement_stays(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE.replace(", fix: true", ""))
    assert run("--fix", "draft.txt", *ONLY).code == 0
    assert run("--diff", "draft.txt", *ONLY).out == ""
    assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT


def test_waived_findings_are_not_fixed(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE + "waivers:\n- {check: term, words: 村居, reason: 原文如此}\n")
    run("--fix", "draft.txt", *ONLY)
    assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT.replace("一站式", "“一门”式")


def test_diff(run: Run) -> None:
    write("draft.txt", DRAFT.removesuffix("\n").replace("滞后。", "滞后，一站式\x1b[31m") + "\r\n推行一站式服务。")
    write(".reportlint.yaml", OFFICE.replace("fix: true", "fix: true, severity: error"))
    before = Path("draft.txt").read_bytes()
    outcome = run("--diff", "draft.txt", *ONLY)
    assert outcome.code == 1  # nothing is written, so the faults are still there
    assert outcome.out.splitlines()[:2] == ["--- draft.txt", "+++ draft.txt"]
    assert (
        "-（一）健全制度。走访村居36个，建成一站式窗口6个。\n+（一）健全制度。走访村（社区）36个，建成“一门”式窗口6个。\n"
        in outcome.out
    )
    assert outcome.out.endswith("+推行“一门”式服务。\n\\ No newline at end of file\n")
    assert "\x1b" not in outcome.out
    assert "\r\n" in outcome.raw.decode()
    assert Path("draft.txt").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs patch")
def test_the_diff_can_be_applied(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    patch = run("--diff", "draft.txt", *ONLY).raw
    subprocess.run(["patch", "-p0", "-s"], input=patch, check=True)
    assert Path("draft.txt").read_text(encoding="utf-8") == FIXED


def test_standard_input_is_a_filter(run: Run) -> None:
    write(".reportlint.yaml", OFFICE + "- {wrong: 编制调整, severity: error}\n")
    outcome = run("--fix", "-", *ONLY, "--format", "concise", stdin=DRAFT.encode("gb18030"))
    assert outcome.raw == FIXED.encode("gb18030")
    assert (outcome.code, outcome.err.count("编制调整")) == (1, 1)
    assert run("--fix", "-", *ONLY, stdin=FIXED.encode()).raw == FIXED.encode()
    assert run("--fix", "-", stdin=b"").raw == b""
    assert run("--diff", "-", *ONLY, stdin=DRAFT.encode()).out.startswith("--- -\n+++ -\n")


@pytest.mark.parametrize("options", [("--fix", "--diff"), ("--fix", "-"), ("--diff", "--format", "json")])
def test_options_that_contradict_each_other(run: Run, options: tuple[str, ...]) -> None:
    write("draft.txt", DRAFT)
    outcome = run("draft.txt", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--" in outcome.err


# Nothing is lost


def untouched(run: Run, message: str, *files: str) -> None:
    before = Path("draft.txt").read_bytes()
    outcome = run("--fix", *(files or ("draft.txt",)), *ONLY)
    assert outcome.code == 2
    assert message in outcome.err
    assert Path("draft.txt").read_bytes() == before
    assert not list(Path().glob(".reportlint-*"))


def test_fixes_that_undo_each_other(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE + "- {wrong: “一门”式, right: 一站式, fix: true}\n")
    untouched(run, "互相牵动")


def test_fixes_that_breed_each_other(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(
        ".reportlint.yaml",
        OFFICE + "- {wrong: 窗口, right: 服务大厅, fix: true}\n- {wrong: 大厅, right: 窗口, fix: true}\n",
    )
    untouched(run, "互相牵动")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_that_cannot_be_encoded(run: Run, encoding: str) -> None:
    write("draft.txt", DRAFT.encode(encoding))
    write(".reportlint.yaml", 'terms: [{wrong: 村居, right: "村\\uD800", fix: true}]')
    untouched(run, "U+D800")


def test_a_fix_that_empties_the_file(run: Run) -> None:
    write("draft.txt", "云川市2024年法治政府建设年度报告")
    write(".reportlint.yaml", 'terms: [{wrong: 云川市2024年法治政府建设年度报告, right: "\\x01", fix: true}]')
    untouched(run, "没有改动文件")


def test_the_others_are_fixed(run: Run) -> None:
    write("draft.txt", "\0")
    write("other.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    untouched(run, "draft.txt", "draft.txt", "other.txt")
    assert Path("other.txt").read_text(encoding="utf-8") == FIXED


def test_a_file_that_changes_meanwhile(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    read = File.read

    def read_and_change(file: File) -> bytes:
        data = read(file)
        write("draft.txt", "别人刚写的")
        return data

    monkeypatch.setattr(File, "read", read_and_change)
    outcome = run("--fix", "draft.txt", *ONLY)
    assert (outcome.code, "又被别的程序改动" in outcome.err) == (2, True)
    assert Path("draft.txt").read_text(encoding="utf-8") == "别人刚写的"
    assert not list(Path().glob(".reportlint-*"))


@pytest.mark.parametrize("function", ["replace", "fsync", "chmod", "open"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_old_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, function: str, error: BaseException
) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, function, fail)
        outcome = run("--fix", "draft.txt", *ONLY)
    assert outcome.code  # 130 for an interrupt
    assert ("内容没有动" in outcome.err) is isinstance(error, OSError)
    assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT
    assert [path.name for path in sorted(Path().iterdir())] == [".reportlint.yaml", "draft.txt"]


@posix
@pytest.mark.parametrize(
    ("function", "after", "text"),
    [("fsync", False, DRAFT), ("chmod", False, DRAFT), ("replace", False, DRAFT), ("replace", True, FIXED)],
)
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, function: str, after: bool, text: str) -> None:
    Path(tmp_path, "draft.txt").write_text(DRAFT, encoding="utf-8")
    Path(tmp_path, ".reportlint.yaml").write_text(OFFICE, encoding="utf-8")
    script = f"""
import os, signal, sys
from reportlint.command.main import main
real = os.{function}
def kill(*arguments):
    {after} and real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
os.{function} = kill
sys.argv = ["reportlint", "--fix", "draft.txt", "--select", "term"]
main()
"""
    no_cache = {**os.environ, "REPORTLINT_CACHE": os.path.join(os.devnull, "none")}  # it, too, replaces files
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, env=no_cache)
    assert done.returncode == -signal.SIGKILL
    assert Path(tmp_path, "draft.txt").read_text(encoding="utf-8") == text


@posix
def test_permissions_and_links_are_kept(run: Run) -> None:
    write("real/draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    os.chmod("real/draft.txt", 0o640)
    os.symlink("real/draft.txt", "link.txt")
    assert run("--fix", "link.txt", *ONLY).code == 0
    assert os.readlink("link.txt") == "real/draft.txt"
    assert Path("real/draft.txt").read_text(encoding="utf-8") == FIXED
    assert stat.S_IMODE(os.stat("real/draft.txt").st_mode) == 0o640


@posix
@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize(("path", "mode"), [("draft.txt", 0o444), (".", 0o555)])
def test_what_is_read_only_stays(run: Run, path: str, mode: int) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    os.chmod(path, mode)
    try:
        untouched(run, "改不了这个文件")
    finally:
        os.chmod(path, 0o755)


def test_a_write_protected_file_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", OFFICE)
    real = os.open

    def refuse(path: str, flags: int, mode: int = 0o777) -> int:  # which root never sees
        if os.path.basename(path) == "draft.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    untouched(run, "改不了这个文件（没有权限）")


@posix
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="不是普通文件"):
        write_file(str(tmp_path / "pipe"), b"new", b"old")
    assert stat.S_ISFIFO(os.stat(tmp_path / "pipe").st_mode)


def test_a_new_file_does_not_replace_one(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    write_file(str(path), b"new", None)
    with pytest.raises(ChangedError):
        write_file(str(path), b"other", None)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["new.txt"]
