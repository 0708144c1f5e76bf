"""What is found in many texts is what was kept, in words: what is meant to be faster, or simpler, says nothing else.

A change that is meant to change findings renews what is kept, and git shows the difference, to be read:

    REPORTLINT_TESTS=renew pytest tests/checks/test_findings.py
"""

from __future__ import annotations

import os
import random
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import corpus
import pytest
from test_invariants import DRAFTS

from reportlint.document.source import Span
from reportlint.facts.relations import relations
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import Report, read
from reportlint.reporters.plain_text import clean, cut

KEPT = Path(__file__).with_name("found")
GENERATED, DAMAGED = 12, 40
PUT_IN = (
    "36件 ， 。 （ ） 《 》 “ ” 、 1—10月 同比增长 其中 2023年 百分之五 近 余 三 万 显著提升 全部办结 行之有郊".split()
)
"""What a damaged text gets more of."""


def _damaged(number: int, texts: Mapping[str, str]) -> str:
    """One of the texts with pieces taken out, repeated, exchanged and put in; whatever becomes of the others, the same."""
    rng, text = random.Random(number), texts[min(texts, key=lambda name: zlib.crc32(f"{number} {name}".encode()))]
    for _ in range(rng.randint(5, 40)):
        at, other = rng.randrange(len(text)), rng.randrange(len(text))
        piece = text[other : other + rng.randint(1, 30)]
        put_in = rng.choice(["", piece, rng.choice(PUT_IN), "\n", " "])
        text = text[:at] + put_in + text[at + rng.randint(0, 6) :]
    return text


@lru_cache(maxsize=1)
def _texts() -> dict[str, str]:
    texts = {draft.stem: draft.read_bytes().decode("utf-8", "replace") for draft in DRAFTS}
    texts |= {f"generated-{n:02}": text for n, text in enumerate(corpus.generate(GENERATED, 2_500, 41), 1)}
    return texts | {f"damaged-{n:02}": _damaged(n, texts) for n in range(1, DAMAGED + 1)}


def _told(report: Report) -> Iterator[str]:
    """What is found in a report, a line each: the parts, the relations, the findings."""
    for name, part in report.outline.parts.items():
        yield f"{name}: {part.status}{f', {_place(report, part.span)}' if part.span else ''}"
    for relation in relations(report):
        holds = "holds" if relation.holds else "fails" if relation.certain else "may fail"
        yield f"{_place(report, relation.span)}: {relation.kind} {holds}: {relation.computed}"
    findings, crashes = run_checks(report, Config())
    assert crashes == []
    for finding in findings:
        more = f" → {finding.replacement!r}" if finding.replacement is not None else ""
        yield f"{_place(report, finding.span)}: {finding.severity} {finding.check}{more}: {cut(finding.message, 120)}"


def _place(report: Report, span: Span) -> str:
    line, column = report.source.position(span.start)
    words = report.words(span).replace("\r\n", "\n").replace("\n", "↵")
    return f"{line}:{column} “{cut(words, 40)}”"


@pytest.mark.parametrize("name", _texts())
def test_what_is_found_is_what_was_kept(name: str) -> None:
    report = read(_texts()[name].encode(), "draft.txt")
    found = "".join(f"{clean(line)}\n" for line in _told(report))
    kept = KEPT / f"{name}.txt"
    if os.environ.get("REPORTLINT_TESTS") == "renew":
        KEPT.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_nothing_is_kept_of_what_is_no_more() -> None:
    assert {kept.stem for kept in KEPT.iterdir()} == set(_texts())
