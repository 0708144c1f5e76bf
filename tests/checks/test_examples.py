"""The examples: good drafts yield nothing; a good draft spoilt in one way yields the finding named for it.

After a check has changed what it says, read the new findings and, where they are right, write them down again:

    cd examples/law-based-government && for f in *.expected; do
        reportlint --format concise --fail-on never "${f%.expected}.txt" > "$f"; done
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest

from reportlint.facts.figures.data import data as data_of
from reportlint.finding import Finding
from reportlint.language.numbers.ordinals import numeral
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import Report, read
from reportlint.reporters import concise
from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.run import run

FOLDER = Path(__file__).parents[2] / "examples" / "law-based-government"
GOOD = sorted(FOLDER.glob("good*.txt"))
EXPECTED = sorted(FOLDER.glob("*.expected"))
TEXT = (FOLDER / "good.txt").read_text(encoding="utf-8")
WHOLE = read(TEXT.encode(), "good.txt")
ORDER = ("measures", "shortcomings", "responsibility", "plan")
HEADINGS = {part: WHOLE.words(WHOLE.part(part).sections[0].heading.title) for part in ORDER}  # type: ignore[union-attr]


def section(part: str) -> str:
    """One part of good.txt without the number of its heading."""
    span = WHOLE.part(part).span
    assert span is not None
    return WHOLE.words(span).split("、", 1)[1]


def compose(*sections: str, numbered: bool = True) -> str:
    """good.txt with these sections as its first level; the numbers as they should be, or those of the original."""
    spans = [WHOLE.part(part).span for part in ORDER]
    assert spans[0] and spans[-1]
    original = {section(part): numeral(n) for n, part in enumerate(ORDER, 1)}
    numbers = [numeral(n) if numbered else original[words] for n, words in enumerate(sections, 1)]
    body = "\n\n　　".join(f"{number}、{words}" for number, words in zip(numbers, sections, strict=True))
    return TEXT[: spans[0].start] + body + TEXT[spans[-1].end :]


def findings(text: str) -> tuple[Report, list[Finding]]:
    report = read(text.encode(), "draft.txt")
    found, crashes = run_checks(report, Config())
    assert crashes == []
    return report, found


def said(text: str) -> list[tuple[str, str]]:
    """Check and marked words of each finding."""
    report, found = findings(text)
    return [(f.check, report.words(f.span)) for f in found]


def outline_of(text: str) -> list[tuple[str, str]]:
    """Those of the outline checks."""
    return [(check, words) for check, words in said(text) if load_checks()[check].family == "outline"]


def test_composed_unchanged() -> None:
    assert compose(*map(section, ORDER)) == TEXT


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good(path: Path) -> None:
    report = read(path.read_bytes(), path.name)
    found, crashes = run_checks(report, Config())
    assert [f"{report.words(f.span)}: {f.check} {f.message}" for f in found] == []
    assert crashes == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
@pytest.mark.parametrize("coding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be", "crlf"])
def test_encodings(path: Path, coding: str) -> None:
    text = path.read_text(encoding="utf-8")
    if coding == "crlf":
        data = text.replace("\n", "\r\n").encode()
    elif coding == "utf-16-be":
        data = codecs.BOM_UTF16_BE + text.encode(coding)
    else:
        data = text.encode(coding)
    plain, report = read(text.encode(), path.name), read(data, path.name)
    assert [h.text for h in report.outline.headings] == [h.text for h in plain.outline.headings]
    assert [q.value for q in data_of(report)] == [q.value for q in data_of(plain)]
    found, _ = run_checks(report, Config())
    assert [finding.check for finding in found] == [finding.check for finding in run_checks(plain, Config())[0]]


@pytest.mark.parametrize("part", ORDER)
def test_part_deleted(part: str) -> None:
    """One missing-section, marking the heading before which the part should stand, or the last mark of the prose.

    With it goes, for the responsibility part, missing-responsibility on the title: nothing else tells it.
    """
    rest = [other for other in ORDER if other != part]
    report, found = findings(compose(*map(section, rest)))
    after = [other for other in rest if ORDER.index(other) > ORDER.index(part)]
    place = f"{numeral(rest.index(after[0]) + 1)}、{HEADINGS[after[0]]}" if after else "。"
    follows = [("missing-responsibility", WHOLE.words(WHOLE.outline.title.span))] if part == "responsibility" else []  # type: ignore[union-attr]
    assert [(f.check, report.words(f.span)) for f in found] == [*follows, ("missing-section", place)]
    missing = found[-1]
    assert f"“{report.part(part).label}”" in missing.message
    assert str(missing.severity) == "error"
    if not after:
        assert missing.span.end == report.part(rest[-1]).passages[-1].span.end


@pytest.mark.parametrize("part", ORDER)
def test_part_deleted_and_numbers_left(part: str) -> None:
    """As above, and the gap in the numbers, unless it was the last part."""
    rest = [other for other in ORDER if other != part]
    found = outline_of(compose(*map(section, rest), numbered=False))
    gap = [("heading-sequence", f"{numeral(ORDER.index(part) + 2)}、")] if part != ORDER[-1] else []
    assert [item for item in found if item[0] != "missing-section"] == gap
    assert len(found) == len(gap) + 1


@pytest.mark.parametrize(
    ("order", "misplaced"),
    [
        (("shortcomings", "measures", "responsibility", "plan"), "一、{shortcomings}"),
        (("measures", "shortcomings", "plan", "responsibility"), "四、{responsibility}"),
        (("measures", "responsibility", "shortcomings", "plan"), "二、{responsibility}"),
        (("responsibility", "measures", "shortcomings", "plan"), "一、{responsibility}"),
        (("plan", "measures", "shortcomings", "responsibility"), "一、{plan}"),
    ],
)
def test_parts_swapped(order: tuple[str, ...], misplaced: str) -> None:
    """One finding, on a part whose move alone would mend the order."""
    assert outline_of(compose(*map(section, order))) == [("misplaced-section", misplaced.format(**HEADINGS))]


@pytest.mark.parametrize("part", ORDER[1:])
def test_part_doubled(part: str) -> None:
    """The second one is marked."""
    at = ORDER.index(part) + 1
    order = [*ORDER[:at], part, *ORDER[at:]]
    found = outline_of(compose(*map(section, order)))
    assert found == [("repeated-section", f"{numeral(at + 1)}、{HEADINGS[part]}")]


@pytest.mark.parametrize(
    ("first", "second", "heading"),
    [
        ("measures", "shortcomings", "主要举措、成效和存在的不足"),
        ("shortcomings", "responsibility", "存在的不足和党政主要负责人履行第一责任人职责情况"),
        ("responsibility", "plan", "第一责任人履职情况和2025年工作安排"),
        ("shortcomings", "plan", "存在的不足和下一步安排"),
    ],
)
def test_parts_merged(first: str, second: str, heading: str) -> None:
    """The common heading is marked; the place of the other parts is not blamed for it."""
    order = [part for part in ORDER if part != second]
    bodies = {part: section(part) for part in ORDER}
    bodies[first] = (
        heading + bodies[first].removeprefix(HEADINGS[first]) + bodies[second].removeprefix(HEADINGS[second])
    )
    # the items of the two parts would each count from one
    bodies[first] = re.sub(r"(?m)^(\s*)（[一二三四五六七八九]）", r"\1", bodies[first])
    number = numeral(order.index(first) + 1)
    found = [item for item in outline_of(compose(*(bodies[part] for part in order))) if item[0] != "list-sequence"]
    assert found == [("merged-sections", f"{number}、{heading}")]


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem) for path in EXPECTED],
)
def test_faulty(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    found = list(concise.findings(run([File(f"{path.stem}.txt", Config())], Asked())))
    assert found == path.read_text(encoding="utf-8").splitlines()


def test_every_draft_is_tested() -> None:
    faulty = {path.stem for path in FOLDER.glob("*.txt")} - {path.stem for path in GOOD}
    assert faulty == {path.stem for path in EXPECTED}
