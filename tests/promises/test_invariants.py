"""What holds for any text: findings lie in it and quote it, stand in order, and do not depend on how it is encoded."""

from __future__ import annotations

import codecs
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import Run, draw, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound import assert_showable, assert_sound, linted, shown
from test_checks import read_example

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.finding import Finding
from reportlint.language.quotes import FILL
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import GATE, run_checks
from reportlint.report import Report, read

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted(EXAMPLES.rglob("*.txt"))
# What reports are made of, so that random texts reach the far corners of the checks
PIECES = """
霁川区人民政府2023年度法治政府建设情况报告|一、主要举措和成效|二、存在的不足和原因|三、第一责任人履职情况|四、下一年度主要安排|（一）加强工作|1.|（1）|①
办理案件36件|其中|共计48件|办结率98.5%|同比增长三成|由12件增加到8件|近百余场|三分之二|0÷0|1/0|99999999999999999999999|十几|两千余|以下三个方面：|一是|二是|一要
显著提升|圆满完成|全覆盖|一批|位居全省第一|区长|主持召开会议|亲自部署|有待加强|主要原因是|编制少|今年|目前|截至|2月30日|2022年|2021-2025年|13812345678|110101199003071234
《行政复议法》|《中华人民共和国行政处罚法》|党的二十大|二十届三中全会|以下简称|的的|进行进行|迫不急待|习近平新时代中国特色社会主义思想|依法制国|辦理行政覆議|村居
，|。|；|：|、|！|？|“|”|‘|’|（|）|(|)|《|》|〈|〉|【|】|…|——|-|~|%|.|,|;|:|?
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
ODD = ["\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1b", "\x85", "\u2028", "\u2029", "\u3000", "\xa0", "\u200b", "\u200d",
       "\u200e", "\u202e", "\ufeff", "\ufffc", "\ufffd", "\u0301", "e\u0301", "👨\u200d👩\u200d👧", "𠮷", "�", "１２", "²", "Ⅳ", "٣"]  # fmt: skip
FRAME = "霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n{}\n二、存在的不足和原因\n{}\n三、第一责任人履职情况\n{}\n四、下一年度主要安排\n{}\n"

pieces = st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD) | st.text(max_size=4), max_size=14).map("".join)
texts = st.builds(FRAME.format, pieces, pieces, pieces, pieces) | pieces
chinese = st.lists(st.sampled_from(PIECES) | st.just("\n"), max_size=14).map("".join)
reports = st.builds(FRAME.format, chinese, chinese, chinese, chinese)
LONG = os.environ.get("REPORTLINT_TESTS") == "long"
"""Other texts each time, and many more."""
quick = settings(
    max_examples=20_000 if LONG else 250,
    deadline=None,
    derandomize=not LONG,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@quick
@given(texts)
def test_any_text(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if found := linted(data):
        report, findings = found
        assert_sound(report, findings)
        assert shown(linted(data)) == shown(found)


@quick
@given(texts)
def test_any_text_can_be_shown(text: str) -> None:
    if found := linted(text.encode("utf-8", "surrogatepass")):
        assert_showable(*found)


@quick
@given(st.binary(max_size=200) | st.tuples(texts, st.sampled_from(["utf-8", "gb18030", "utf-16"]), st.integers(1, 3)).map(
    lambda t: t[0].encode(t[1], "replace")[: -t[2]]
))  # fmt: skip
def test_any_bytes(data: bytes) -> None:
    if found := linted(data):
        assert_sound(*found)


@quick
@given(st.lists(st.sampled_from([0xD800, 0xDFFF, 0xDBFF, 0xDC00, 0x4E00, 0x3002, 0x0A, 0xFFFE, 0xFFFF]), max_size=30))
def test_utf_16_with_lone_surrogates(units: list[int]) -> None:
    data = codecs.BOM_UTF16_LE + b"".join(unit.to_bytes(2, "little") for unit in units)
    if found := linted(data):
        assert_sound(*found)


@quick
@given(reports)
def test_same_findings_in_every_encoding(text: str) -> None:
    """The same with any ends of lines; in any encoding the same is read, whole, so that the same is found."""
    plain = shown(linted(text.encode()))
    assert plain is not None
    for end in ("\n", "\r\n", "\r"):
        ended = text.replace("\n", end)
        assert shown(linted(ended.encode())) == plain
        source = read(ended.encode(), "draft.txt").source
        for name, data in {
            "byte order mark": codecs.BOM_UTF8 + ended.encode(),
            "gb18030": ended.encode("gb18030"),
            "utf-16-le": codecs.BOM_UTF16_LE + ended.encode("utf-16-le"),
            "utf-16-be": codecs.BOM_UTF16_BE + ended.encode("utf-16-be"),
        }.items():
            other = read(data, "draft.txt").source
            assert other._replace(encoding=source.encoding, bom=source.bom) == source, name


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_examples_in_every_encoding(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = shown(linted(text.encode()))
    for data in (text.encode("gb18030"), codecs.BOM_UTF8 + text.encode(), text.replace("\n", "\r\n").encode("utf-16")):
        assert shown(linted(data)) == plain


def test_fingerprints_among_blank_lines() -> None:
    """Two characters end a line in one copy, one in the other: neither may push words out of a fingerprint's reach."""
    text = FRAME.replace("{}", "执法力量不足。").replace("\n", "\n" * 31)
    plain = shown(linted(text.encode()))
    assert plain and shown(linted(text.replace("\n", "\r\n").encode())) == plain


@pytest.mark.parametrize("marks", ["‘’", "“”", "《》", "〈〉", "（）", "()"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_no_quotation_goes_on_below(marks: str, end: str) -> None:
    """A mark that is not closed in its paragraph masks nothing below it, however lines end."""
    text = FRAME.format("", "", marks[0], f"今年的的{marks[1]}").replace("\n", end)
    assert FILL not in bare(read(text.encode(), "draft.txt"))


@pytest.mark.parametrize(
    "prose",
    [
        "全面贯彻党的十九大和\n检查精神",  # no clause goes on below
        "防治腐败聚焦疫情防控任务落实。",  # one begins where a line does
        "怎么办理\n案件办结?",  # nor does a question
    ],
)
def test_clauses_end_with_their_lines(prose: str) -> None:
    text = FRAME.format(f"{prose}\n办理案件36件。", "", "", "")
    plain = shown(linted(text.encode()))
    for end in ("\r", "\r\n"):
        assert shown(linted(text.replace("\n", end).encode())) == plain


# What is said of one place, or one file, does not depend on what stands elsewhere

NEUTRAL = "会议室已经装修完毕。"
BY_SIZE = {"thin-section", "perfunctory-shortcomings", "rule-mismatch"}
"""Checks that compare a part with the length of the whole, or tell that length."""
AT_THE_END = {"missing-section"}
"""Marks the last words of the text where nothing else is there to be marked."""
FROM_THE_NEXT = {"missing-full-stop", "count-mismatch"}
"""The one asks whether the next paragraph goes on; to the other a list is announced only where it begins in the next."""
DONE = {"problems-unanswered", "boilerplate-shortcoming"}
"""The one asks whether anything in a part tells what was done, as any sentence of something done does; to the other a heading
is empty only while nothing below it says more."""
OF_A_PART = BY_SIZE | AT_THE_END | FROM_THE_NEXT | DONE | {
    *("halfwidth-punctuation", "heading-marker"),  # one finding for all places, with their number
    *("heading-sequence",),  # the paragraph taken out begins with a number
    *("missing-causes", "four-personal-duties", "responsibility-duty-gap"),  # that nothing in the part says a thing
    *("uncovered-matter",),  # nor anything in the text
}  # fmt: skip
"""Checks whose findings depend on more than the paragraph they stand in: in the examples these, and no others."""


def _said(report: Report, findings: Iterable[Finding], apart: Span) -> Counter[tuple[object, ...]]:
    """The findings without their places, but for those in a stretch; lines that a message names count as one."""
    return Counter(
        (f.check, report.words(f.span), re.sub(r"第 \d+ 行", "", f.message), f.replacement)
        for f in findings
        if f.span.end <= apart.start or apart.end <= f.span.start
    )


LOCAL = [check for check in load_checks().values() if check.name not in BY_SIZE | AT_THE_END | FROM_THE_NEXT | DONE]


@pytest.mark.parametrize("check", LOCAL, ids=lambda check: str(check.name))
def test_a_paragraph_put_in_changes_no_finding(check: Check) -> None:
    for example in check.bad:
        text, _ = draw(example)
        report = read(text.encode(), "draft.txt", check.kind, office=check.office)
        found = _said(report, check.run(report, **check.options), Span(0, 0))
        counted = {heading.span.start for heading in report.outline.headings if heading.tells}
        for passage in report.outline.passages:
            line = report.source.line_at(passage.span.start)
            if not any(
                line.start <= start < line.end for start in counted
            ):  # a number with prose below it is a heading
                at = report.source.raw_span(line).end
                longer = f"{text[:at]}\n{NEUTRAL}{text[at:]}"
                other = read(longer.encode(), "draft.txt", check.kind, office=check.office)
                neutral = Span(line.end + 1, line.end + 1 + len(NEUTRAL))
                assert _said(other, check.run(other, **check.options), neutral) == found


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_paragraph_taken_out_changes_no_finding_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = linted(text.encode())
    assert found
    report, findings = found
    local = [finding for finding in findings if finding.check not in OF_A_PART]
    for passage in report.outline.passages[:: 1 if LONG else 3]:
        line = report.source.line_at(passage.span.start)
        rest = linted((text[: line.start] + text[line.end + 1 :]).encode())
        assert rest and _said(report, local, line) <= _said(*rest, Span(0, 0))


OF_REPORTS = [check for check in load_checks().values() if check.family != "waivers"]
"""The other two tell what became of the waivers for what all have found."""


@pytest.mark.parametrize("check", OF_REPORTS, ids=lambda check: str(check.name))
def test_a_check_says_alone_what_it_says_among_all(check: Check) -> None:
    """Facts are shared: none may depend on who asked for it first. Every check speaks here, by its own examples."""
    spoke, gate = 0, [] if check.name == GATE else [GATE]  # many an example is too short to be a report
    for example in check.bad if LONG else check.bad[:3]:
        before, line, now = example.rpartition("\n===\n")
        text = before + line + draw(now)[0]
        alone, _ = run_checks(read_example(check, text), Config().narrowed([check.name], gate))
        among, crashes = run_checks(read_example(check, text), Config().narrowed([], gate))
        assert [finding for finding in among if finding.check == check.name] == alone and crashes == []
        spoke += len(alone)
    assert spoke


def test_files_do_not_know_of_each_other(run: Run) -> None:
    """In any order, in any company, by any number of processes."""
    names = [write(f"{path.parent.name}-{path.name}", path.read_bytes()) for path in DRAFTS]
    assert len(names) > 12  # so that several processes share them
    arguments = ("--format", "json", "--fail-on", "never")
    together = run(*names, *arguments)
    alone = [item for name in sorted(names) for item in run(name, *arguments).found]
    assert together.found == alone
    for jobs in ("1", "2"):
        for order in (names[::-1], names[7:] + names[:7]):
            assert run(*order, *arguments, "--jobs", jobs).out == together.out


def test_same_output_under_every_hash_seed() -> None:
    command = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
    command += ["--format", "json", "--fail-on", "never", *map(str, DRAFTS)]
    outputs = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert b"fingerprint" in outputs.pop()
