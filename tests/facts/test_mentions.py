"""Quantities with the words around them, and the markers of lists."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.prose.lists import find_enumerations, find_items
from reportlint.report import read


def told(sentence: str) -> list[Mention]:
    ((_, found),) = mentions(read(f"一、主要举措和成效\n{sentence}".encode(), "draft.txt"))
    return found


def test_words_before_and_behind() -> None:
    first, second = told("全年受理申请36件，办结12件案件。")
    assert (first.before, first.after, first.mark, first.shared) == ("全年受理申请", "", "", False)
    assert (second.before, second.after, second.mark) == ("办结", "案件", "，")


def test_what_joins_figures_is_no_word_of_theirs() -> None:
    found = told("审结一审12件、二审8件和再审3件，其中调解5件和解2件。")
    assert [(m.mark, m.before) for m in found] == [
        ("", "审结一审"),
        ("、", "二审"),
        ("、", "再审"),
        ("，", "其中调解"),
        ("", "和解"),
    ]
    assert found[0].shared


def test_brackets() -> None:
    first, second, third = told("受理120件，同比（100件）上升20%。")
    assert (second.depth, second.lead, second.before) == (1, "同比", "")
    assert (first.depth, third.depth, third.before) == (0, 0, "上升")


def test_a_bracket_may_explain() -> None:
    assert told("办结36件（含上年结转2件）。")[0].explained
    assert not told("办结36件（均已归档）。")[0].explained


def test_list_markers_begin_clauses() -> None:
    text = "一是检查12次；二是统一是基础，三要素齐全；三要培训。"
    found = [(item.number, item.form) for item in find_items(text, Span(0, len(text)))]
    assert found == [(1, "N是"), (2, "N是"), (3, "N要")]


def test_a_list_inside_a_list() -> None:
    text = "一是抓学习，一要学原文，二要悟原理。二是抓考试。"
    lists = find_enumerations(text, [Span(0, len(text))])
    assert [[(item.number, item.form) for item in found.items] for found in lists] == [
        [(1, "N是"), (2, "N是")],
        [(1, "N要"), (2, "N要")],
    ]
