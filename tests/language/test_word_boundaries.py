"""Words are cut as jieba cuts them with the same dictionary; what stands across two words is none."""

from __future__ import annotations

import jieba

from reportlint.language.words import word_boundaries
from reportlint.language.words.word_boundaries import cut, stands

TEXT = """
依法治县委员会办公室统一批复行政执法协调监督试点方案，带领先进集体开展“放管服”改革36项。
全县12345热线受理群众诉求1.2万件，App端办结率98.6%；乡镇（街道）司法所、派出所联调联动，化解矛盾纠纷360余起。\r\n
研究生命起源的人民法院院长出庭应诉，市场监督管理局局长带队 检查，Wi-Fi覆盖率达100%，𠮷林路口已通车。
"""


def test_words_are_those_of_jieba() -> None:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.initialized = word_boundaries._dictionary(), True
    tokenizer.total = sum(tokenizer.FREQ.values())
    for line in TEXT.split("\n"):
        pieces = [line, *(line[at : at + 9] for at in range(len(line)))]
        assert [cut(piece) for piece in pieces] == [tokenizer.lcut(piece, HMM=False) for piece in pieces]


def test_what_stands_across_two_words_is_none() -> None:
    text = "带领先进集体统一批复，成绩领先，受理一批案件。"
    assert [stands(text, at, at + 2) for at in (1, 7, 13, 18)] == [False, False, True, True]


def test_a_county_and_its_head() -> None:
    """和县 is a county, and here two words."""
    assert stands("县委书记和县长", 5, 7)
