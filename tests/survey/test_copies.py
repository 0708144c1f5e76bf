"""Paragraphs nearly alike: what is one, what is none, and that nobody compares all pairs."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import partial

import pytest
from growth import outgrows

pytest.importorskip("rensa", reason="the extra survey is not installed")

from reportlint.report import read
from reportlint.survey.copies import ALIKE, Copy, between, copies_in, find_copies, templates_in
from reportlint.survey.paragraphs import paragraphs_of, share
from reportlint.survey.row import Reading, Row
from reportlint.survey.store import Store

TEXT = "我镇把矛盾纠纷化解在萌芽状态，建立网格员每日走访、司法所每周研判、领导每月包案的做法，排查茶山、祠堂、沟渠等纠纷36件，调解成功35件，做到小事不出村。"
OTHER = "围绕校外培训机构开展检查86次，发现超时收费、无证上课等问题12个，约谈举办者9名，关停3家，并把结果在门户网站上公示，接受家长监督和评价，没有引起行政复议。"


def row(name: str, *paragraphs: str) -> Reading:
    text = "\n".join([f"{name}2024年度法治政府建设情况报告", "一、主要举措和成效", *paragraphs])
    return Reading(Row(f"{name}.txt", issuer=name), paragraphs=paragraphs_of(read(text.encode(), f"{name}.txt")))


def kept(readings: Sequence[Reading], last: Sequence[Reading] = ()) -> Store:
    store = Store()
    for reading in readings:
        store.add(reading)
    for reading in last:
        store.add(reading, last_year=True)
    return store


def found(rows: Sequence[Reading], last: Sequence[Reading] = ()) -> list[Copy]:
    store = kept(rows, last)
    count = find_copies(store)
    copies = list(copies_in(store))
    assert len(copies) == count
    return copies


def test_figures_marks_and_names_make_no_difference() -> None:
    one = row("青岚县松坪镇人民政府", TEXT)
    other = row(
        "青岚县槐汀镇人民政府",
        TEXT.replace("36", "58").replace("35", "57").replace("，", "、").replace("我镇", "槐汀镇"),
    )
    assert share(one.paragraphs[0].signature, other.paragraphs[0].signature) == 1


def test_what_was_reworded_in_part_is_alike_and_another_text_is_not() -> None:
    one, reworded, other = (
        row(name, text).paragraphs[0].signature
        for name, text in (("甲局", TEXT), ("乙局", TEXT.replace("做到小事不出村", "小事就地解决")), ("丙局", OTHER))
    )
    assert ALIKE <= share(one, reworded) < 1
    assert share(one, other) < 0.2


def test_a_copy_has_both_places() -> None:
    rows = [row("甲局", OTHER, TEXT), row("乙局", TEXT), row("丙局", OTHER[:40])]
    (copy,) = found(rows)
    store = kept(rows)
    assert [(place.row, store.paragraph(place.paragraph)[0]) for place in copy.places] == [(0, 4), (1, 3)]
    assert between([copy]) == {(0, 1): copy.size}


OWN = "全年召开调度会4次，把茶园用水、古道修缮列入议程，逐月通报进度。"


@pytest.mark.parametrize(
    "there",
    [
        (OWN + TEXT,),
        (TEXT + OWN,),
        (OWN + TEXT + OWN,),
        (TEXT[: TEXT.index("，排查") + 1], TEXT[TEXT.index("排查") :] + OWN),
        (f"{OWN}一是矛盾纠纷方面。{TEXT}二是其他方面。{OWN}",),
    ],
    ids=["appended", "prefixed", "between", "split", "in a list"],
)
def test_what_was_copied_into_other_words_is_found(there: tuple[str, ...]) -> None:
    (copy,) = found([row("甲局", f"{OTHER[:40]}。{TEXT}"), row("乙局", *there)])
    assert [place.row for place in copy.places] == [0, 1] and copy.size >= 60
    assert copy.places[1].words in {
        f"{TEXT[:24]}……",
        f"{TEXT[TEXT.index('排查') :][:24]}……",
        "",
    }  # what is shared, not what stands before it


def test_how_much_was_copied_into_other_words_is_told() -> None:
    said = [f"{act}{OTHER[at : at + 27]}" for at, act in enumerate(("先是", "再由", "同时", "最后", "此外", "另外"))]
    (copy,) = found([row("甲局", "。".join(said)), row("乙局", f"{OTHER}。{TEXT}" + "。".join(said) + f"。{TEXT}")])
    size = sum(len(re.sub(r"[\W\d]", "", each)) for each in said)
    assert 0.9 * size <= copy.size <= size


def test_what_was_copied_whole_is_told_once() -> None:
    (copy,) = found([row("甲局", TEXT + OWN), row("乙局", TEXT + OWN), row("丙局", OTHER)])
    assert len(copy.places) == 2


def test_template_in_other_words_is_none_either() -> None:
    rows = [row(f"云川{name}局", f"{name}{OTHER[at : at + 30]}。{TEXT}") for at, name in enumerate("甲乙丙丁")]
    assert found(rows) == []
    assert found([row(f"云川{name}局", TEXT) for name in "甲乙丙丁"] + [row("戊局", OWN + TEXT)]) == []


QUOTED = (
    "《行政复议法》第二十四条规定，县级以上地方各级人民政府管辖对本级人民政府工作部门作出的行政行为不服的案件、对下一级人民政府作出的行政行为不服的案件、对本级人民政府依法设立的派出机关作出的行政行为不服的案件。",
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大和二十届二中、三中全会精神，深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，全面贯彻习近平法治思想。",
    "在门口挂出“让诚信者处处受益、让失信者寸步难行、让守法者放心经营、让违法者付出代价、让群众买得放心、让企业卖得安心、让市场活得有序”的标语。",
)


@pytest.mark.parametrize("quoted", QUOTED)
def test_what_is_quoted_is_no_copy(quoted: str) -> None:
    assert found([row("甲局", quoted), row("乙局", OTHER + quoted), row("丙局", OTHER[30:])]) == []


def test_what_was_done_by_a_rule_is_ones_own() -> None:
    done = f"按照《信访工作条例》规定，{TEXT}"
    assert len(found([row("甲局", done), row("乙局", done)])) == 1


def test_what_a_third_have_is_template() -> None:
    rows = [row(f"云川{number}局", TEXT) for number in "甲乙丙丁"] + [
        row(f"云川{n}局", OTHER[n:] * 2) for n in range(5)
    ]
    assert all(place.row > 3 for copy in found(rows) for place in copy.places)
    store = kept(rows)
    find_copies(store)
    assert [(words[:10], offices) for words, offices in templates_in(store)] == [
        (OTHER[:10], 5),
        (TEXT[:10], 4),
    ]  # and that is told


def test_last_year_of_ones_own_and_of_others() -> None:
    rows, last = [row("甲局", TEXT), row("乙局", OTHER)], [row("甲局", TEXT), row("丙局", OTHER)]
    copies = found(rows, last)
    assert sorted([(place.row, place.last_year) for place in copy.places] for copy in copies) == [
        [(0, False), (2, True)],
        [(1, False), (3, True)],
    ]


def test_time_grows_with_the_reports() -> None:
    rng = random.Random(1)
    signs = [chr(0x4E00 + at) for at in range(3000)]
    rows = [row(f"云川{n}局", *("".join(rng.choices(signs, k=90)) for _ in range(4))) for n in range(800)]

    assert not outgrows(
        lambda count: partial(find_copies, kept(rows[:count])), 200, 800, 10
    )  # comparing all pairs it would take sixteen times as long
