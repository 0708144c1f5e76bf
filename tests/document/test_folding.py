"""The reading layer: what is read past, what is folded, and that places and fixes stay those of the file."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document.folding import fold
from reportlint.document.lookalikes import _RADICALS, _STANDS_FOR, meant
from reportlint.document.source import Markup, Source, Span

INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2064\u2066\u2069\ufe0f\ufeff"


def folded(text: str) -> Source:
    return fold(Source("draft.txt", text))


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(each.kind, each.at, each.written) for each in folded(text).folds]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("⼀、⼯作⻓效", "一、工作长效"),
        ("全⻚⼾数", "全页户数"),
        ("\uf967\uf97e", "不量"),
        ("办结率98﹪﹐回访36件﹔", "办结率98%，回访36件；"),
        ("ー、举措\n（ー）健全", "一、举措\n（一）健全"),
        ("—、举措\n（—）健全\n十—、其他", "一、举措\n（一）健全\n十一、其他"),
        ("培训6次。—是加强监督", "培训6次。一是加强监督"),
        ("ニ、存在的不足", "二、存在的不足"),
        ("二O二四年、二0二五年、二oo九年、二０二一年", "二〇二四年、二〇二五年、二〇〇九年、二〇二一年"),
        ("二O二一—二O二五年", "二〇二一—二〇二五年"),
        ("2O24年1O月2O日", "2024年10月20日"),
        ("２０２４年检查３６．５万次ＡＰＰ", "2024年检查36.5万次APP"),
        ("20２4年", "2024年"),
        ("办结36件｡培训12人．检查6次．", "办结36件。培训12人。检查6次。"),
        ("全年办理行政复议案件36件·\n", "全年办理行政复议案件36件。\n"),
        ("推行\"一件事\"和'放管服'", "推行“一件事”和‘放管服’"),
        ('开通"12345"热线', "开通“12345”热线"),
        ("问题57¹个，面积30m²、20米²", "问题57个，面积30m²、20米²"),
        ("甲\u200b乙\u00ad丙\n\ufeff丁\u202c\n", "甲乙丙\n丁\n"),
        ("调解\u00a036\u2009件，占\u202f9%，陈\u2003宁", "调解 36 件，占 9%，陈\u3000宁"),
        ("窗口由2 736个增至3\u00a0120个，罚款1\u202f204\u2009500.6元", "窗口由2,736个增至3,120个，罚款1,204,500.6元"),
        ("群众4，208人次，满意率97·3%，投入6·08亿元", "群众4,208人次，满意率97.3%，投入6.08亿元"),
    ],
)
def test_what_is_read(written: str, read: str) -> None:
    source = folded(written)
    assert source.text == read
    assert source.raw == written


@pytest.mark.parametrize(
    "text",
    [
        "一、举措——含线上——36次，2021—2025年",
        "— 3 —",
        "一．举措\n（一）．健全\n1．办法\n第三章．附则",
        "推行O2O服务，监测CO2、PM2.5，检查KTV",
        "增长3.5%，见http://example.gov.cn/a?b=\"c\"&d='e'",
        "屏幕26\"，门宽5'",
        "のぼりをロ字形に",
        "买买提·艾山等人",
        "二〇二四年，二○二四年，一九四九年",
        "电话400 680 4321，12345 110联动，2024 365天，36 12 120 3600",
        "“4·15”全民国家安全教育日，A12 300型，评查A36，120件合格",
        "附件1 120个村，表2 360家企业，见附件 3 480户\n1 200家企业",
        "第12、120、365项，1.5 200件，接听95598 120通",
    ],
)
def test_what_is_left(text: str) -> None:
    source = folded(text)
    assert (source.text, source.folds, source.markup) == (text, (), None)


def test_what_was_folded_is_kept_with_its_place() -> None:
    assert kinds("⼀、甲\u200b\u200d乙\n\ufeff丙．") == [
        ("lookalike", 0, "⼀"),
        ("invisible", 2, "\u200b\u200d"),
        ("invisible", 5, "\ufeff"),
        ("stop", 6, "．"),
    ]


def test_an_invisible_character_belongs_to_the_one_before_it_or_at_the_beginning_of_a_line_behind_it() -> None:
    source = folded("甲\u200b乙\n\ufeff\u200e丙丁\u200f")
    assert [source.raw_span(Span(at, at + 1)) for at in range(5)] == [(0, 2), (2, 3), (3, 4), (4, 7), (7, 9)]
    assert source.position(3) == (2, 1) and source.end_position(4) == (2, 4)
    assert all(source.is_plain(Span(at, end)) for at in range(5) for end in range(at, 6))


def test_what_lay_under_markup_is_folded_too() -> None:
    raw = "**⼀、甲**乙\u200b丙"
    origin = (2, 3, 4, 7, 8, 9)
    source = fold(Source("a.md", "⼀、甲乙\u200b丙", form="markdown", markup=Markup(raw, origin)))
    assert source.text == "一、甲乙丙"
    assert [source.raw_span(Span(at, at + 1)) for at in range(5)] == [(2, 3), (3, 4), (4, 5), (7, 9), (9, 10)]
    assert source.is_plain(Span(0, 3)) and source.is_plain(Span(3, 5)) and not source.is_plain(Span(2, 4))


def test_the_radicals_are_those_of_unicode() -> None:
    signs, characters = _RADICALS[::2], _RADICALS[1::2]
    assert [*signs] == [chr(code) for code in range(0x2E81, 0x2EF4) if code != 0x2E9A]
    assert all(unicodedata.name(sign).startswith("CJK RADICAL ") for sign in signs)
    assert all(unicodedata.name(char).startswith("CJK UNIFIED IDEOGRAPH-") for char in characters)
    known = {sign: plain for sign in signs if (plain := unicodedata.normalize("NFKC", sign)) != sign}
    assert known.items() <= dict(zip(signs, characters, strict=True)).items() and len(known) == 2
    kangxi = [chr(code) for code in range(0x2F00, 0x2FD6) if chr(code) not in _STANDS_FOR]
    assert all(meant(sign) == unicodedata.normalize("NFKC", sign) != sign for sign in kangxi) and len(kangxi) == 213


@given(st.text(alphabet="一二、甲乙。，．｡·—（）12O0〇年“\"'⼀﹪１\n\r " + INVISIBLE + "¹²", max_size=40))
def test_every_character_has_its_place_in_order(text: str) -> None:
    source = folded(text)
    places = [source.raw_span(Span(at, at + 1)) for at in range(len(source.text))]
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert not set(source.text) & set(INVISIBLE)
    changed = {each.at for each in source.folds}
    for at, place in enumerate(places):
        assert at in changed or text[slice(*place)] == source.text[at]
    assert [line for line in source.text if line in "\r\n"] == [line for line in text if line in "\r\n"]
