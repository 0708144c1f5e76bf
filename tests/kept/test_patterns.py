"""A pattern compiled in our own way finds what Python's own finds; only sooner."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_invariants import DRAFTS, quick, texts

from reportlint.kept import patterns
from reportlint.kept.switch import PLAIN as SWITCHED_OFF
from reportlint.linting.check import load_checks

MODULES = [check.module for check in load_checks().values()]  # importing them all
OURS = {
    value
    for name, module in list(sys.modules.items())
    if name.startswith("reportlint.")
    for value in vars(module).values()
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
}
PLAIN = [(ours, re.compile(ours.pattern, ours.flags)) for ours in sorted(OURS, key=lambda p: (p.pattern, p.flags))]


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def test_these_are_most_of_them() -> None:
    assert len(PLAIN) > 200


@quick
@given(texts)
def test_on_any_text(text: str) -> None:
    for ours, plain in PLAIN:
        assert _spans(ours, text) == _spans(plain, text), ours.pattern


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_on_the_examples(draft: object) -> None:
    text = draft.read_bytes().decode("utf-8", "replace")  # type: ignore[attr-defined]
    for ours, plain in PLAIN:
        assert _spans(ours, text) == _spans(plain, text), ours.pattern


pieces = st.sampled_from(
    r"a [ab] [^a] . (?:a|b)? (?<=a) (?<!b) (?=b) ^ $ \b \d \1 (a) (?:ab)* (b|) (?i:a) [甲-丙] 甲+? (?:甲|[ab]x?) 𠮷 [𠮷-𠮹]".split()
)


@quick
@given(st.lists(pieces, min_size=1, max_size=4).map("".join), st.text("ab1甲乙丁x𠮷\n", max_size=12))
def test_any_pattern(pattern: str, text: str) -> None:
    try:
        plain = re.compile(pattern)
    except re.error:
        with pytest.raises(re.error):
            patterns.compile(pattern)
    else:
        assert _spans(patterns.compile(pattern), text) == _spans(plain, text)


@pytest.mark.skipif(SWITCHED_OFF, reason="nothing is kept")
def test_another_edition_does_not_read_them_and_deletes_them_after_a_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTLINT_CACHE", str(tmp_path))
    monkeypatch.setattr(patterns, "_fresh", {})
    for edition, pattern in (("old", "只此用一"), ("young", "只此用二"), ("new", "只此用三")):
        if edition == "new":
            eight_days_ago = time.time() - 8 * 24 * 60 * 60
            os.utime(tmp_path / "old.patterns.cache", (eight_days_ago, eight_days_ago))
        monkeypatch.setattr(patterns, "NAME", f"{edition}.patterns")
        patterns._known.cache_clear()
        patterns.compile(pattern)
        patterns.save()
        assert patterns._known.__wrapped__()[0].keys() == {f"0{pattern}"}
    patterns._known.cache_clear()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.patterns.cache", "young.patterns.cache"]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("办理|办结|受理|办", "办办理办结受理"),
        ("(?:ab|ac|[a-b]d|ad|ae)(?!x)", "ab ac ad ae aex bd"),
        ("(a(?P<x>b)|a(c)|b)+", "abacb"),
        ("a|ab|b|ac", "abac"),
        ("(?<=ab|ac)d", "abd acd"),
        ("(?:|a|ab)c", "abc ac c"),
        ("(?i:ab|A|ac)", "ab ac A"),
        ("(?:ab|[ax]c|ac)", "ab ac xc"),
    ],
)
def test_alternatives_put_together_match_as_they_did(pattern: str, text: str) -> None:
    found, plain = (list(made.finditer(text)) for made in (patterns.compile(pattern, keep=False), re.compile(pattern)))
    assert [(m.span(), m.groups()) for m in found] == [(m.span(), m.groups()) for m in plain] != []
