"""Slips: characters that sound or look alike; idioms written with one, and new wordings that are none."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.pairs import Pairs
from reportlint.language.slips.idioms import find_near_idioms
from reportlint.language.slips.near_terms import find_near_terms
from reportlint.language.slips.near_words import find_near_words
from reportlint.language.slips.shapes import look_alike, share_a_part
from reportlint.language.slips.sounds import sound_alike


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
    assert share_a_part("缪", "廖")
    assert not share_a_part("缪", "进")


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
        ("竞竞业业", "兢兢业业"),
        ("挺而走险", "铤而走险"),
        ("未雨绸廖", "未雨绸缪"),
        ("屡禁不指", "屡禁不止"),
        ("任劳任怒", "任劳任怨"),
        ("迎刀而解", "迎刃而解"),
    ],
)
def test_slips(written: str, idiom: str) -> None:
    text = f"全区{written}，"
    found = [(text[span.start : span.end], idioms) for span, idioms in find_near_idioms(text, Pairs(text))]
    assert found == [(written, [idiom])]


def test_what_follows_may_go_on_from_an_idiom() -> None:
    text = "查处循私舞弊案件3件"
    assert [idioms for _, idioms in find_near_idioms(text, Pairs(text))] == [["徇私舞弊"]]


@pytest.mark.parametrize(
    "written",
    "再接再厉 自查自评 稳中有进 同心发力 因事制宜 因企制宜 即接即办 防治结合 以案促改 蔚然成風 职业资格 一是常态 走深走实 未诉先办 有礼有节 快审快结 真督实查 立查立改 一网通办".split(),
)
def test_no_slips(written: str) -> None:
    text = f"全区{written}，"
    assert list(find_near_idioms(text, Pairs(text))) == []


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("行政应述", "行政应诉"),
        ("依法行证", "依法行政"),
        ("罚没手入", "罚没收入"),
        ("社区校正", "社区矫正"),
        ("行政议复", "行政复议"),
        ("政府信息工开", "政府信息公开"),
        ("合法信审查", "合法性审查"),
    ],
)
def test_near_terms(written: str, term: str) -> None:
    text = f"推进{written}的要求"
    found = [span for span, right in find_near_terms(text, [Span(0, len(text))], Pairs(text)) if right == term]
    assert Span(2, 2 + len(written)) in found


@pytest.mark.parametrize(
    "text", ["行政检察和行政检查", "习近平法治思卫生事件", "其中合行政执法局案卷", "执法公式培训", "行政處罰"]
)
def test_terms_of_their_own(text: str) -> None:
    assert not list(find_near_terms(text, [Span(0, len(text))], Pairs(text)))


@pytest.mark.parametrize(
    ("written", "word"),
    [("泛映", "反映"), ("规犯", "规范"), ("拔付", "拨付"), ("探锁", "探索"), ("溥弱", "薄弱"), ("务服", "服务")],
)
def test_near_words(written: str, word: str) -> None:
    text = f"及时{written}资金"
    assert [near[:2] for near in find_near_words(text, Span(0, len(text)))] == [(Span(2, 4), word)]


@pytest.mark.parametrize(
    "text", ["提质增效", "参训人员", "等后评估", "逐件办理", "三网融合", "放权减证", "一是强化组织"]
)
def test_words_of_one_character(text: str) -> None:
    assert not list(find_near_words(text, Span(0, len(text))))
