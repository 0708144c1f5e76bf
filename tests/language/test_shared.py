"""What two phrases share."""

from __future__ import annotations

import pytest

from reportlint.language.words.shared import shares, strange


@pytest.mark.parametrize(
    ("words", "other", "found"),
    [
        ("乡镇渔政队记录仪", "县级渔政队记录仪配备", ["乡镇"]),
        ("护林能手", "培养护林能手", []),
        ("公示牌", "公示栏目", []),
        ("山塘，水窖消毒", "水窖消毒", ["山塘"]),
        ("水窖", "", ["水窖"]),
    ],
)
def test_strange(words: str, other: str, found: list[str]) -> None:
    assert strange(words, other) == found


def test_shares() -> None:
    assert shares("按期消毒", "消毒水窖") and not shares("消毒，水窖", "毒水") and not shares("水", "水窖")
