"""Slips: characters that sound or look alike; idioms written with one, and new wordings that are none."""

from __future__ import annotations

import pytest

from reportlint.language.idioms import find_near_idioms
from reportlint.language.pairs import Pairs
from reportlint.language.shapes import look_alike
from reportlint.language.sounds import sound_alike


@pytest.mark.parametrize("pair", ["厉励", "步部", "燃然", "胫径", "事是", "精金", "中宗", "长场"])
def test_sounds(pair: str) -> None:
    assert sound_alike(*pair)


@pytest.mark.parametrize("pair", ["进升", "评纠", "力刀", "國国", "a啊", "的了"])
def test_other_sounds(pair: str) -> None:
    assert not sound_alike(*pair)


def test_shapes() -> None:
    assert look_alike("己", "已")
    assert look_alike("栽", "裁")
    assert not look_alike("己", "栽")
    assert not look_alike("进", "升")


@pytest.mark.parametrize(
    ("written", "idiom"),
    [
        ("再接再励", "再接再厉"),
        ("走头无路", "走投无路"),
        ("防患未燃", "防患未然"),
        ("追根朔源", "追根溯源"),
        ("攻坚克男", "攻坚克难"),
        ("雷历风行", "雷厉风行"),
        ("循序进渐", "循序渐进"),
        ("毫不动遥", "毫不动摇"),
        ("一如继往", "一如既往"),
    ],
)
def test_slips(written: str, idiom: str) -> None:
    text = f"全区{written}，"
    found = [(text[span.start : span.end], idioms) for span, idioms in find_near_idioms(text, Pairs(text))]
    assert found == [(written, [idiom])]


@pytest.mark.parametrize(
    "written",
    "再接再厉 自查自评 稳中有进 同心发力 因事制宜 因企制宜 即接即办 防治结合 以案促改 蔚然成風 职业资格 一是常态 走深走实 未诉先办".split(),
)
def test_no_slips(written: str) -> None:
    text = f"全区{written}，"
    assert list(find_near_idioms(text, Pairs(text))) == []
