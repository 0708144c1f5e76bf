"""“一是、二是、三是”的列举有缺项、重号，或者中途换了写法。

只有“二是”没有“一是”，“一是”之后直接“三是”，“一要、二要”之后变成“三是”，多半是改稿时漏了或粘错了一项。
写在一行里的“（1）（2）（3）”“①②③”“1.2.3.”也要连着。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.lists import Enumeration, Item, enumerations, is_one_and_one, last_told, told_otherwise
from reportlint.facts.prose.numbered import numbered_lists
from reportlint.finding import Finding, Related, Severity
from reportlint.language.numbers.ordinals import out_of_order, written
from reportlint.report import Report

TITLE = "列举序号不连"
SEVERITY = Severity.ERROR
BAD = [
    "二、存在的不足\n一是力量不足。⟦三是⟧经费不足。",
    "二、存在的不足\n执法力量不足。\n⟦二是⟧经费不足。\n三是能力不足。",
    "四、下一步安排\n一要修订规定；二要开展培训；⟦三是⟧加强检查。",
    "二、存在的不足\n一是力量不足；二是经费不足；⟦二是⟧能力不足。",
    "四、下一步安排\n第一，修订规定。第二，开展培训。⟦第四，⟧加强检查。",
    "二、存在的不足\n一是力量不足；二是经费不足；⟦五是⟧能力不足；四是设备不足。",
    "二、存在的不足\n一是力量不足。\n⟦一是⟧经费不足。\n二是能力不足。",
    "四、下一步安排\n一是修订规定3件。\n二是清理文件6件。\n此外，办好三件实事：一是修路12公里；⟦三是⟧建桥2座；四是植树36亩。",
    "一、主要举措\n（1）巡查河道36次。（2）清淤12公里。⟦（4）⟧约谈企业6家。",
    "一、主要举措\n整治停车分三步：首先施划泊位36个，其次拆除地锁12处，⟦三是⟧公示标准8项。",
    "一、主要举措\n管护河道，首先清淤12公里，⟦第三⟧修补护栏26米。",
    "一、主要举措\n管护河道，首先由镇里清淤12公里，其次由村里巡河36次，⟦第四⟧由护河员修补护栏26米。",
    "二、存在的不足\n首先，持证人员只有6名；⟦二是⟧经费不足；三是设备不足。",
    "一、主要举措\n办好三件实事：①修路12公里；②改造校舍3处；⟦②⟧新建泵站2座。",
]
GOOD = [
    "一、主要举措和成效\n一是坚持说一是一，兑付惠企资金380万元。二是对失信行为一是一、二是二如实登记，公示失信主体23家。",
    "二、存在的不足\n一是力量不足；二是经费不足；三是能力不足。",
    "二、存在的不足\n一是力量不足。\n二是经费不足。\n三是能力不足。",
    "四、下一步安排\n一是抓制度。一要修订规定，二要清理文件。二是抓培训。一要办班，二要考试。",
    "四、下一步安排\n一是修订规定3件。\n二是办好实事：一是修路12公里；二是建桥2座。\n三是清理文件6件。",
    "一、主要举措\n（一）健全制度。一是修订规定，二是清理文件。\n（二）规范执法。一是检查，二是培训，三是考核。",
    "一、主要举措\n统一是基础。之一是检查，唯一要做的是培训。",
    "一、主要举措\n一是健全制度。\n二是规范执法。一要检查，二要培训。",
    "一、主要举措\n（1）修路。①拓宽2条；②新建1条。（2）治水。①清淤3处；②巡河36次。",
    "二、存在的不足\n首先，执法力量不足，持证人员只有6名。\n第二，经费不足。第三，设备不足。",
    "一、主要举措\n管护河道，首先清淤12公里，第二修补护栏26米。评卷首先由镇里初评，第三评查组复评36卷。",
    "二、存在的不足\n一方面持证人员只有6名，二是经费不足。",
    "四、下一步安排\n抓好两件事：一是修订规定3件，一是清理文件12件。",
    "一、主要举措\n（3）巡河36次。（4）清淤12公里，见附件（1）（6），长度3.5公里。",
    "一、主要举措\n管护河道，首先由镇里清淤12公里，其次由村里巡河36次，再次由护河员修补护栏26米，第四由镇里验收6处。",
]


_FORMS = ("chineseCounting", "decimalEnclosedCircle", "decimal")
_REACH = 400
"""Characters before a list in which its first item is looked for."""


def check(report: Report) -> Iterator[Finding]:
    for enumeration in enumerations(report):
        if is_one_and_one(report.text, enumeration.items):
            continue
        yield from _sequence(report, enumeration, first=1)
    for enumeration in numbered_lists(report):
        yield from _sequence(report, enumeration, first=enumeration.items[0].number)


def _sequence(report: Report, enumeration: Enumeration, first: int) -> Iterator[Finding]:
    items = enumeration.items
    wrong = dict(out_of_order([item.number for item in items], first))
    for index, item in enumerate(items):
        marker = report.words(item.span).rstrip("，,、")
        before = items[index - 1] if index else None
        related = (Related(before.span, "上一项"),) if before else ()
        if index in wrong:
            other = _told(report, before, item)
            if other:
                if _is_mixed(report, other, item):
                    yield _changed(report, other, item, Related(other, "上一项"))
                continue
            above = before or _above(report, item)
            right = wrong[index] if before or not above else above.number + 1
            expected = _renumbered(marker, item.number, right)
            after = f"“{report.words(above.span).rstrip('，,、')}”之后" if above else "列举开头"
            message = f"{after}应为“{expected}”，现为“{marker}”。"
            yield Finding(item.span, message, "请核对是漏了一项，还是序号写错。", related)
        elif before and item.form != before.form:
            yield _changed(report, before.span, item, *related)


def _changed(report: Report, before: Span, item: Item, *related: Related) -> Finding:
    """What is said of an item that is not written as the one before it is."""
    last, marker = (report.words(span).rstrip("，,、") for span in (before, item.span))
    message = f"列举中途换了写法：上一项是“{last}”，这一项是“{marker}”。"
    return Finding(item.span, message, "请统一用一种写法，并核对有没有漏项。", related)


def _is_mixed(report: Report, other: Span, item: Item) -> bool:
    """首先…，其次…，三是…: is the one before told by such a word, as the item of a list of that paragraph?"""
    between = report.words(Span(other.start, item.span.start))
    return (
        not item.form.startswith("第")
        and report.words(other).rstrip("，是")[-1:] in ("先", "次")
        and "\n" not in between
    )


def _told(report: Report, before: Item | None, item: Item) -> Span | None:
    """Where the item before this one is told in other words, behind the last that has a number; None where it is not."""
    start = before.span.end if before else max(0, item.span.start - _REACH)
    return told_otherwise(report.text, Span(start, item.span.start), item.number - 1)


def _above(report: Report, item: Item) -> Item | None:
    """The item before the first that has a number, told in other words in its paragraph, where some are lost between: 其次 before 第四."""
    start = max(report.text.rfind("\n", 0, item.span.start) + 1, item.span.start - _REACH)
    told = last_told(report.text, Span(start, item.span.start))
    return told if told and told.number < item.number - 1 else None


def _renumbered(marker: str, number: int, right: int) -> str:
    """The marker with the right number, in the form it is written in."""
    form = next(form for form in _FORMS if written(number, form) in marker)
    return marker.replace(written(number, form), written(right, form), 1)
