"""The sieve lets through whatever may match: what a pattern matches holds one of the words it is said to need."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_invariants import chinese, quick
from test_patterns import OURS

from reportlint.kept.needed_words import Sieve, needs


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("提升", {"提升"}),
        ("(?:提升|提高)了?", {"提升", "提高"}),
        ("了?提升", {"提升"}),
        ("(?:甲|乙)+提升$", {"提升"}),
        ("(?:提升|.)级别", {"级别"}),
        ("提升|.", None),
        ("[甲乙].", {"甲", "乙"}),
        ("(?:提升)?", None),
        ("(?:提升){2}", {"提升"}),
        (r"(?<=提升)\d", None),
        ("(?i:a)b", {"b"}),
    ],
)
def test_what_a_pattern_needs(pattern: str, words: set[str] | None) -> None:
    assert needs(re.compile(pattern)) == words


@quick
@given(chinese)
def test_what_matches_holds_what_is_needed(text: str) -> None:
    for pattern in OURS:
        words = needs(pattern)
        for match in pattern.finditer(text) if words else ():
            assert any(word in match[0] for word in words or ()), (pattern.pattern, match[0])


words = st.lists(st.sampled_from(["提升", "升级", "级别", "提", "别", "升级别提"]), min_size=1, max_size=3)


@quick
@given(st.lists(words, min_size=1, max_size=4), st.text("提升级别，", max_size=12))
def test_nothing_that_matches_is_held_back(sets: list[list[str]], text: str) -> None:
    sifted = [re.compile("|".join(choice)) for choice in sets]
    sieve = Sieve("test", sifted)
    possible = sieve.always
    for _, bits in sieve.places(text):
        possible |= bits
    for number, pattern in enumerate(sifted):
        assert possible >> number & 1 or not pattern.search(text)
