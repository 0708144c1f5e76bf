"""The findings on many texts are those that were kept: what is meant to be faster, or simpler, says nothing else.

A change that is meant to change findings renews what is kept, and the difference is looked at:

    REPORTLINT_TESTS=renew pytest tests/test_findings.py
"""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path

import corpus
from test_invariants import DRAFTS

from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import read
from reportlint.reporters import json as as_json
from reportlint.repository.one_file import FileResult

KEPT = Path(__file__).with_name("findings.json")
GENERATED, DAMAGED = 30, 90
PUT_IN = (
    "36件 ， 。 （ ） 《 》 “ ” 、 1—10月 同比增长 其中 2023年 百分之五 近 余 三 万 显著提升 全部办结 行之有郊".split()
)
"""What a damaged text gets more of."""


def _damaged(text: str, rng: random.Random) -> str:
    """A text with pieces taken out, repeated, exchanged and put in."""
    for _ in range(rng.randint(5, 40)):
        at, other = rng.randrange(len(text)), rng.randrange(len(text))
        piece = text[other : other + rng.randint(1, 30)]
        put_in = rng.choice(["", piece, rng.choice(PUT_IN), "\n", " "])
        text = text[:at] + put_in + text[at + rng.randint(0, 6) :]
    return text


def _texts() -> dict[str, str]:
    texts = {draft.stem: draft.read_bytes().decode("utf-8", "replace") for draft in DRAFTS}
    texts |= {f"generated {n}": text for n, text in enumerate(corpus.generate(GENERATED, 2_500, 41))}
    rng, whole = random.Random(42), list(texts.values())
    return texts | {f"damaged {n}": _damaged(rng.choice(whole), rng) for n in range(DAMAGED)}


def _digest(text: str) -> str:
    report = read(text.encode(), "draft.txt")
    findings, crashes = run_checks(report, Config())
    assert crashes == []
    shown = "\n".join(as_json.findings([FileResult("draft.txt", report, findings)]))
    listed = as_json.dump([as_json.outline(report), as_json.figures(report), as_json.quantities(report)])
    return f"{len(findings)} {hashlib.sha256((shown + listed).encode()).hexdigest()[:24]}"


def test_the_findings_are_those_that_were_kept() -> None:
    found = {name: _digest(text) for name, text in _texts().items()}
    if os.environ.get("REPORTLINT_TESTS") == "renew":
        KEPT.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert {name: digest for name, digest in found.items() if kept.get(name) != digest} == {}
    assert found.keys() == kept.keys()
