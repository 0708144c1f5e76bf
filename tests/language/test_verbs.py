"""Phrases that end or begin in a verb."""

from __future__ import annotations

import pytest

from reportlint.language.words.verbs import begins_with_verb, ends_in_verb


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        ("城管开展", True),
        ("群众签订了", True),
        ("回访", True),
        ("案卷评查", True),
        ("农贸市场", False),
        ("特种设备", False),
        ("", False),
    ],
)
def test_ends_in_verb(phrase: str, ends: bool) -> None:
    assert ends_in_verb(phrase) is ends


@pytest.mark.parametrize(
    ("phrase", "begins"), [("落实登记", True), ("联合公安", True), ("登记", False), ("食品企业", False)]
)
def test_begins_with_verb(phrase: str, begins: bool) -> None:
    assert begins_with_verb(phrase) is begins
