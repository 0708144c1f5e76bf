"""What every match of a pattern has a character of."""

from __future__ import annotations

import pytest

from reportlint.kept.needed_characters import needed


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("将(?:推进|推动)", "将"),
        ("(?:大幅|显著)?(?:提升|改善)", "提改"),
        ("[甲乙]{2}(?=丙)", "丙"),
        ("[甲乙](?:丙戊|丁戊|己)", "乙甲"),
        ("(?<=甲)[^乙]", ""),  # what stands before may lie outside the text that is searched
        ("(?!甲)[^乙]", ""),
        ("甲?乙*", ""),
        ("甲|", ""),
        (r"\d甲{1,3}", "甲"),
        ("(?i:a)b", "b"),
        ("(?i)ab", ""),
        ("([\u4e00-\u9fff])\\1", ""),
    ],
)
def test_what_each_match_has(pattern: str, characters: str) -> None:
    assert needed(pattern) == characters
