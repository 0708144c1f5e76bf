"""Figures that add up yield nothing; one figure changed yields one finding, on that figure or with it as operand."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

import pytest
from growth import outgrows

from reportlint.facts.relations import relations
from reportlint.finding import Finding
from reportlint.linting.check import load_checks
from reportlint.report import Report, read

FIGURES = [check for check in load_checks().values() if check.family == "figures"]
HEAD = "一、主要举措和成效\n（一）健全制度。"
Template = Callable[[random.Random], tuple[list[str], int]]
"""A sentence in pieces, every second one a figure, and the index of the figure that may be changed."""


def findings(sentence: str) -> tuple[Report, list[Finding]]:
    report = read((HEAD + sentence).encode(), "draft.txt")
    return report, [finding for check in FIGURES for finding in check.run(report, **check.options)]


def percent(part: int, whole: int, places: int) -> str:
    step = Decimal(1).scaleb(-places)
    return f"{(Decimal(part) * 100 / Decimal(whole)).quantize(step, ROUND_HALF_UP)}%"


def ratios(rng: random.Random) -> tuple[list[str], int]:
    whole = rng.randint(200, 3000)
    part = rng.randint(whole // 2, whole - 5)
    before, middle, after, unit = rng.choice(
        [
            ("全年受理行政复议案件", "，办结", "，办结率", "件"),
            ("共收到群众诉求", "，按期办结", "，按期办结率为", "件"),
            ("评查行政处罚案卷", "，合格", "，合格率达", "卷"),
            ("制发公文", "，主动公开", "，主动公开率为", "件"),
            ("应出庭案件", "，负责人实际出庭", "，出庭率", "件"),
            ("排查矛盾纠纷", "，成功化解", "，化解率达到", "起"),
            ("承办建议提案", "，答复", "，答复率", "件"),
            ("抽查检查对象", "，整改", "，整改率", "家"),
            ("共受理调解申请", "，其中调解成功", "，占", "件"),
            ("立案案件", "，纠错", "，纠错率为", "件"),
        ]
    )
    return [
        before,
        f"{whole}{unit}",
        middle,
        f"{part}{unit}",
        after,
        percent(part, whole, rng.choice([0, 1, 2])),
        "。",
    ], 5


def sums(rng: random.Random) -> tuple[list[str], int]:
    parts = [rng.randint(20, 400) for _ in range(rng.randint(2, 4))]
    kinds = rng.sample(["维持", "撤销", "驳回", "终止", "确认违法", "调解结案"], len(parts))
    unit = rng.choice(["件", "宗"])
    before, among = rng.choice([("共审结案件", "，其中"), ("全年共办理复议案件", "，其中"), ("累计审结案件", "，其中")])
    pieces = [before, f"{sum(parts)}{unit}"]
    for number, (kind, part) in enumerate(zip(kinds, parts, strict=True)):
        pieces += [f"{among if number == 0 else '、'}{kind}", f"{part}{unit}"]
    return [*pieces, "。"], 1


def totals(rng: random.Random) -> tuple[list[str], int]:
    first, second, third = (rng.randint(11, 90) for _ in range(3))
    words = rng.choice([("举办讲座", "、座谈", "、展览", "，共计"), ("线上宣讲", "，线下宣讲", "，流动宣讲", "，合计")])
    return [
        words[0],
        f"{first}场",
        words[1],
        f"{second}场",
        words[2],
        f"{third}场",
        words[3],
        f"{first + second + third}场",
        "。",
    ], 7


def counts(rng: random.Random) -> tuple[list[str], int]:
    names = rng.sample(["行政许可", "行政处罚", "行政强制", "行政检查", "行政征收", "行政确认"], rng.randint(2, 5))
    unit, noun = rng.choice([("类", "行为"), ("项", "制度"), ("大", "行动")])
    return [f"规范{'、'.join(names)}", f"{'零一两三四五'[len(names)]}{unit}", f"{noun}。"], 1


def points(rng: random.Random) -> tuple[list[str], int]:
    low = Decimal(rng.randint(600, 900)) / 10
    high = low + Decimal(rng.randint(11, 95)) / 10
    verb, by = rng.choice([("提高到", "提高"), ("提升至", "提升"), ("上升到", "上升了")])
    return ["合格率由", f"{low}%", verb, f"{high}%", f"，{by}", f"{high - low}个百分点", "。"], 5


def growths(rng: random.Random) -> tuple[list[str], int]:
    old = rng.randint(100, 900)
    new = old + rng.randint(30, 90)
    return ["办案量由", f"{old}件", "增加到", f"{new}件", "，增长", percent(new - old, old, 1), "。"], 5


def falls(rng: random.Random) -> tuple[list[str], int]:
    old = rng.randint(300, 900)
    new = old - rng.randint(40, 200)
    return ["信访量从", f"{old}件", "下降至", f"{new}件", "，同比下降", percent(old - new, old, 1), "。"], 5


def stages(rng: random.Random) -> tuple[list[str], int]:
    first = rng.randint(300, 900)
    second = first - rng.randint(5, 90)
    words = rng.choice([("收到行政复议申请", "，受理"), ("受理案件", "，办结"), ("排查隐患", "，整改")])
    unit = rng.choice(["件", "起"])
    return [words[0], f"{first}{unit}", words[1], f"{second}{unit}", "。"], 3


TEMPLATES: list[Template] = [ratios, sums, totals, counts, points, growths, falls, stages]


CASES = [pytest.param(template, seed, id=f"{template.__name__}-{seed}") for template in TEMPLATES for seed in range(25)]


@pytest.mark.parametrize(("template", "seed"), CASES)
def test_consistent(template: Template, seed: int) -> None:
    pieces, _ = template(random.Random(seed))
    report, found = findings("".join(pieces))
    assert [(finding.check, finding.message) for finding in found] == []
    assert relations(report)
    assert all(relation.holds for relation in relations(report))


@pytest.mark.parametrize(("template", "seed"), CASES)
def test_one_figure_changed(template: Template, seed: int) -> None:
    pieces, index = template(random.Random(seed))
    pieces[index] = changed(pieces[index], random.Random(seed), times=12 if template is stages else 1)
    _, found = findings("".join(pieces))
    assert len(found) == 1, [finding.message for finding in found]
    start = len(HEAD) + sum(map(len, pieces[:index]))
    places = [found[0].span, *(related.span for related in found[0].related)]
    assert any(place.start <= start + len(pieces[index]) - 1 and start < place.end for place in places)


def changed(figure: str, rng: random.Random, times: int) -> str:
    """The figure with another number in it, by a few per cent, or by one for a small one."""
    chinese = "零一两三四五六"
    if figure[0] in chinese:
        return chinese[chinese.index(figure[0]) + 1] + figure[1:]
    digits = "".join(char for char in figure if char.isdigit() or char == ".")
    value = Decimal(digits)
    by = max(Decimal(2), (value * rng.choice([3, 5, 8]) / 100).quantize(Decimal(1)))
    new = value + by * times if value + by < 100 or value > 100 else value - by
    return figure.replace(digits, str(new))


HOSTILE = [
    f"受理{'9' * 400}件，办结{'9' * 399}件，办结率10%。",
    "受理0件，办结0件，办结率100%。",
    "（（（共36件，其中维持20件、撤销16件（含（（。",
    "受理36件，办结36吨，办结率100%。",
    "由0件增加到5件，增长5%。",
    "共3.5件，其中1.2件、2.3件。",
]


@pytest.mark.parametrize("sentence", HOSTILE)
def test_hostile(sentence: str) -> None:
    _, found = findings(sentence)
    assert [finding.message for finding in found if finding.check != "measure-word"] == []


def test_many_figures_do_not_cost_their_square() -> None:
    def related(count: int) -> Callable[[], object]:
        text = HEAD + "，".join(f"办理事项{number}件" for number in range(100, 100 + count)) + "。"
        return partial(relations, read(text.encode(), "draft.txt"))

    assert not outgrows(related, 2_000, 4_000, 3)
