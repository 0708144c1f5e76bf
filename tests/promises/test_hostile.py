"""No text makes the linter slow: twice the text takes about twice the time, whatever it is made of."""

from __future__ import annotations

import gc
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hostile import backtracks, compiled, pieces, runs
from sound import assert_sound, linted
from targets import clauses

from reportlint.document.decoding import decode
from reportlint.document.source import UnreadableError
from reportlint.facts import all_facts
from reportlint.linting.check import load_checks
from reportlint.report import Report, read

SIZE = 16_000
"""Characters of the smaller text."""
GROWTH = 2.6
FLOOR = 0.06
"""Seconds below which a time says nothing."""
LONG = os.environ.get("REPORTLINT_TESTS") == "long"
"""Every text, not only those that a pattern is slow on when looked for everywhere."""
FACTS = all_facts()
"""What checks share; found first, so that it is counted once and by its own name."""

REPEATED = {
    "one character": "一",
    "full stops": "。",
    "digits": "1",
    "pause marks": "、",
    "blanks": " 　",
    "a blank between": "案 ",
    "open brackets": "（",
    "open titles": "《",
    "titles": "《甲》、",
    "lists": "一是加强；二是提高；",
    "lists that only begin": "一是加强；",
    "lists announced": "以下三个方面：一是加强。",
    "figures": "办理案件36件，",
    "bare figures": "36件，",
    "rates": "受理36件，办结27件，办结率75%，",
    "sums": "共36件，其中维持20件、撤销16件，",
    "effects": "促进推动",
    "claims": "充分发挥形成营造",
    "admissions": "与取得虽然存在",
    "days": "今年以来目前",
    "vague words": "一批大量",
    "names": "行政执法监督",
    "heads": "区委书记、区长",
    "clauses without marks": "主要负责人亲自部署",
    "frames without marks": "思想为指导",
    "plans": "将推进作为，",
    "half-width marks": "甲,乙.",
    "headings": "\n一、加强工作",
    "headings below": "\n（一）加强工作",
    "headings with prose": "\n（一）加强工作。办理案件36件。",
    "shortcomings": "\n（一）执法能力不足",
    "page numbers": "\n- 1 -",
    "titles of reports": "\n法治政府建设年度报告",
    "credits": "\n责任编辑：甲",
    "mixed newlines": "a\r\n\r\n\rb\n",
    "marks of direction": "案\u202e\u200b\u200d",
    "combining marks": "e\u0301\u0323",
    "separators that end no line": "案\u2028\x0c\x85",
}
PARTS = ("一、主要举措和成效\n办理案件36件。{0}\n二、存在的不足和原因\n执法力量不足，主要原因是编制少。{0}\n"
         "三、第一责任人履职情况\n区长主持会议3次。{0}\n四、下一年度主要安排\n2024年修订规定。{0}\n")  # fmt: skip
FRAMES = {
    "in each part": "霁川区人民政府2023年度法治政府建设情况报告\n2023年工作如下。\n" + PARTS,
    "as title": "{0}\n" + PARTS,
    "alone": "{0}",
}
PAGES = {  # patterns that go back and forth over blanks, on one line
    "page number": "第1页{0}甲",
    "date": "2023-01-01{0}甲",
    "item": "一、{0}甲",
    "count": "办理36{0}件",
}


@pytest.fixture(autouse=True)
def _no_collection() -> Iterator[None]:
    """The collector's visits fall where they like; they are no part of what is measured."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


def _filled(frame: str, piece: str, size: int) -> str:
    count = size // len(piece) // frame.count("{0}")
    return frame.replace("{0}", piece * count)


def _timed(times: dict[str, float], name: str, work: Callable[[], object]) -> None:
    start = time.process_time()  # of this process alone: the machine may be busy
    work()
    times[name] = time.process_time() - start


def _times(text: str, checks: bool) -> dict[str, float]:
    """Seconds by stage: reading, each fact, each check."""
    times: dict[str, float] = {}
    data = text.encode("utf-8", "replace")
    reports: list[Report] = []
    try:
        decode(data, "draft.txt")
    except UnreadableError:  # nothing but blanks
        return times
    _timed(times, "read", lambda: reports.append(read(data, "draft.txt")))
    if checks:
        report = reports[0]
        for name, fact in FACTS.items():
            _timed(times, name, lambda fact=fact: fact(report))  # type: ignore[misc]
        for check in load_checks().values():
            _timed(times, check.name, lambda check=check: list(check.run(report, **check.options)))  # type: ignore[misc]
    return times


def _slow(frame: str, piece: str, checks: bool) -> dict[str, tuple[float, float]]:
    """The stages whose time grows faster than the text, in each of up to eight rounds: a machine does other things too."""
    slow: dict[str, tuple[float, float]] = {}
    for tried in range(8):
        long = _times(_filled(frame, piece, 2 * SIZE), checks)
        names = [name for name in (slow if tried else long) if long[name] > FLOOR]
        short = _times(_filled(frame, piece, SIZE), checks) if names else {}
        slow = {name: (short[name], long[name]) for name in names if long[name] > GROWTH * short[name]}
        if not slow:
            break
    return slow


@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    assert _slow(FRAMES["in each part"], REPEATED[name], checks=True) == {}


@pytest.mark.parametrize("frame", ["as title", "alone"])
@pytest.mark.parametrize("name", REPEATED)
def test_reading_what_is_no_report(name: str, frame: str) -> None:
    assert _slow(FRAMES[frame], REPEATED[name], checks=False) == {}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("blank", [" ", "\u3000"])
def test_long_blanks(name: str, blank: str) -> None:
    assert _slow(FRAMES["in each part"].replace("{0}", "\n" + PAGES[name]), blank, checks=True) == {}


@pytest.fixture(scope="module")
def patterns() -> list[tuple[re.Pattern[str], str]]:
    """Every pattern that the project compiles, and its file."""
    return [(re.compile(pattern, flags), file) for pattern, flags, file in compiled()]


def test_all_patterns_are_known(patterns: list[tuple[re.Pattern[str], str]]) -> None:
    """As many modules have patterns as compile any, and repetitions are found in them."""
    files = {
        path
        for folder in ("src", "checks")
        for path in (Path(__file__).parents[2] / folder).rglob("*.py")
        if re.search(r"^\w+ = patterns\.compile\(", path.read_text("utf-8"), re.M)
    }
    assert {path.name for path in files} <= {Path(file).name for _, file in patterns}
    assert sum(len(runs(pattern.pattern, pattern.flags & ~re.UNICODE)) for pattern, _ in patterns) > 400


def test_what_a_pattern_backtracks_on_is_found() -> None:
    for bad in (r"(?:[^\n]*(?:\r\n?|\n)){0,50}?---", r"\s*甲", r"甲(?:乙|[^丁])*丁", r"(?:一+)+二", r"x(?:.*丙.*)丁"):
        assert any(backtracks(re.compile(bad), *piece) for piece in pieces(bad)), bad


def test_texts_made_from_the_patterns(patterns: list[tuple[re.Pattern[str], str]]) -> None:
    """Each pattern is looked for in texts made from it; what is slow so, though it may never be looked for so, is linted."""
    tried = set()
    for pattern, file in patterns:
        for begin, piece in pieces(pattern.pattern, pattern.flags & ~re.UNICODE):
            if (begin, piece) in tried or not (LONG or backtracks(pattern, begin, piece)):
                continue
            tried.add((begin, piece))
            frame = FRAMES["in each part"].replace("{0}", begin + "{0}")
            times = _times(_filled(frame, piece, SIZE if LONG else SIZE // 2), checks=True)
            if max(times.values(), default=0) > FLOOR:
                assert _slow(frame, piece, checks=True) == {}, (pattern.pattern, begin, piece)
            if "readers" in file:
                for path in ("draft.md", "draft.html"):
                    assert _reading(begin + piece * (2 * SIZE // len(piece)), path) < 2, (pattern.pattern, begin, piece)
    assert len(tried) > 40


def _reading(text: str, path: str) -> float:
    start = time.process_time()
    with suppress(UnreadableError):
        read(text.encode("utf-8", "replace"), path)
    return time.process_time() - start


@pytest.mark.skipif(not LONG, reason="long: REPORTLINT_TESTS=long")
def test_every_clause_of_the_examples() -> None:
    for clause in clauses():
        times = _times(_filled(FRAMES["in each part"], clause, 2 * SIZE), checks=True)
        if max(times.values(), default=0) > FLOOR:
            assert _slow(FRAMES["in each part"], clause, checks=True) == {}, clause


EXTREMES: dict[str, Callable[[int], str]] = {
    "brackets that close": lambda size: "（" * (size // 2) + "）" * (size // 2),
    "brackets that do not": lambda size: "([{《“（" * (size // 6),
    "headings of the first level": lambda size: "一、加强工作\n" * size,
    "headings of the second": lambda size: "".join(f"（{number % 9 + 1}）加强工作\n" for number in range(size)),
    "digits": lambda size: "1234567890" * (size // 10),
    "punctuation": lambda size: "，。；：、！？" * (size // 7),
    "traditional characters": lambda size: "辦理行政覆議案件關於執法監督，" * (size // 15),
    "marks of direction": lambda size: "\u202e\u200f案\u200b" * (size // 4),
    "combining marks": lambda size: "e\u0301\u0323\u0301" * (size // 4),
    "emoji": lambda size: "👨\u200d👩\u200d👧" * (size // 5),
    "lone surrogates": lambda size: "\ud800案" * (size // 2),
    "one line": lambda size: "办理案件36件，成效显著。" * (size // 13),
    "Latin letters": lambda size: "a" * size,
}


@pytest.mark.parametrize("name", EXTREMES)
def test_extremes(name: str) -> None:
    """So much of one thing: linted or refused, every place right, in seconds. At length: 100,000 headings, a line of 900,000."""
    size = 5_000 if not LONG else 100_000 if "headings" in name else 900_000
    draft = PARTS.replace("{0}", EXTREMES[name](size), 1).replace("{0}", "")
    start = time.process_time()
    found = linted(("霁川区人民政府2023年度法治政府建设情况报告\n" + draft).encode("utf-8", "surrogatepass"))
    assert time.process_time() - start < (120 if LONG else 3)
    if found:
        assert_sound(*found)
    assert (found is None) == (name == "lone surrogates")


def test_encodings_mixed() -> None:
    """Half a file in one encoding, half in another: refused, or read in the one that has a sign for all of it."""
    draft = _filled(FRAMES["in each part"], REPEATED["rates"], 800)
    for one, other in (("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "utf-16"), ("gb18030", "big5")):
        found = linted(draft.encode(one) + draft.encode(other, "replace"))
        if found:
            assert_sound(*found)


def test_deep_nesting() -> None:
    for opener, closer in ("（）", "《》", "“”", "[]"):
        text = FRAMES["in each part"].replace("{0}", opener * 20_000 + closer * 20_000)
        assert max(_times(text, checks=True).values()) < 5
