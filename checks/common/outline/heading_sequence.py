"""标题的序号有跳号、重号或倒退，或者一个标题写了两遍。

一、二、四，（一）（一），3. 后面又是 2.，都会让读者疑心漏了内容。三级序号（1. 2. 3.）跨过（一）（二）连续编号，是常见的写法，不算错。
（一）和（三）之间写成“（2）”“2.”的，是序号用错了层次。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.language.numbers.ordinals import numeral, out_of_order
from reportlint.lines.headings import Heading
from reportlint.outline.sections import Section
from reportlint.report import Report

TITLE = "标题序号不连"
SEVERITY = Severity.ERROR
BASIS = "GB/T 9704—2012《党政机关公文格式》结构层次序数"
BAD = [
    "一、主要举措和成效\n办理案件36件。\n⟦三、⟧存在的不足\n力量不足。",
    "一、主要举措\n（一）健全制度\n审查文件12件。\n⟦（一）⟧规范执法\n检查30次。\n（三）普法\n宣讲20场。",
    "一、工作情况\n办理案件36件。\n二、存在的问题\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n⟦三、⟧下一步安排\n修订规定。",
    "一、主要举措\n（一）健全制度\n1.制定办法。\n⟦3.⟧修订规定。\n4.清理文件。",
    "一、主要举措\n⟦（二）⟧健全制度。审查文件12件。\n（三）规范执法。检查30次。",
    "一、主要举措\n（一）健全制度\n审查12件。\n（二）规范执法\n检查30次。\n⟦（五）⟧普法\n宣讲20场。\n（四）调解\n调解9件。",
    "一、主要举措\n（一）健全制度\n审查12件。\n⟦（2）⟧规范执法\n检查30次。\n（三）普法\n宣讲20场。",
    "一、主要举措\n审查12件。\n⟦（二）⟧存在的不足\n力量不足。\n三、下一步安排\n招录6人。",
    "一、强化组织领导\n⟦一、强化组织领导⟧\n学习36次。\n二、健全决策机制\n论证12次。",
]
GOOD = [
    "一、存在的不足和原因\n（一）力量不足。\n（二）经费不足。\n产生上述问题的原因：\n（一）编制少。\n（二）投入少。",
    "一、主要举措\n（一）健全制度\n1.制定办法。\n2.修订规定。\n（二）规范执法\n3.检查。\n4.培训。",
    "一、主要举措\n（一）健全制度\n1.制定办法。\n2.修订规定。\n（二）规范执法\n1.检查。\n2.培训。",
    "一、工作情况\n一、深入推进依法行政\n审查12件。\n二、规范执法\n检查30次。\n二、存在的不足\n力量不足。",
    "主要举措和成效\n办理案件36件。\n存在的不足\n力量不足。",
    "一、推进依法行政\n审查12件。\n二、规范执法\n检查30次。\n三、存在的不足\n力量不足。",
    "一、主要举措\n（一）健全制度\n1.3月开展调解12次。\n2.10个窗口受理36件。\n3.检查30次。",
    "一、主要举措和成效\n检查36次。\n一、二类客运班线核查许可73条。\n二、存在的不足\n力量不足。",
    "一、主要举措\n（一）健全制度：\n1.制定办法；\n2.修订规定。\n此外做好以下工作：\n1.检查；\n2.培训。",
    "一、主要举措和成效\n三、四月间检查渔船36艘。\n七、八两月巡查26次。\n二、存在的不足\n编制少。",
]


def check(report: Report) -> Iterator[Finding]:
    for span in report.outline.doubled:
        yield Finding(span, "这个标题与上一个标题完全相同。", "请删去一个。")
    last: dict[int, int] = {}  # level to the last number on it
    astray: list[Heading] = []
    for parent in report.outline.root.walk():
        by_level: dict[int, list[Heading]] = {}
        for child, following in zip(parent.children, [*parent.children[1:], None], strict=False):
            if not child.heading or not child.heading.number or child.heading in astray:
                continue
            series = by_level.setdefault(child.level, [])
            series.append(child.heading)
            if following and (between := _astray(child, following)):
                astray.append(between)
                series.append(between)
                yield _of_another_level(child.heading, between)
        for level, headings in by_level.items():
            for above, heading, behind in zip(headings, headings[1:], headings[2:], strict=False):
                if (
                    above.form == behind.form
                    and {above.form, heading.form} == {"N、", "（N）"}
                    and heading not in astray
                ):
                    yield _of_another_level(above, heading)
            yield from _series(report, headings, level, last)
            last[level] = headings[-1].number


def _astray(section: Section, following: Section) -> Heading | None:
    """The heading between two sections that has the number between theirs, in the form of another level: （一） 2. （三）."""
    above, behind, *others = (
        *(child.heading for child in (section, following)),
        *(c.heading for c in section.children),
    )
    if not (above and behind and len(others) == 1 and others[0] and section.level == following.level):
        return None
    return others[0] if others[0].number == above.number + 1 == behind.number - 1 else None


def _of_another_level(above: Heading, heading: Heading) -> Finding:
    right = above.marker.replace(above.numeral, _written(above, heading.number), 1)
    return Finding(
        heading.marker_span,
        f"序号用错了层次：上一个序号是“{above.marker}”，这里应为“{right}”，现为“{heading.marker}”。",
        replacement=right,
    )


def _series(report: Report, headings: list[Heading], level: int, last: dict[int, int]) -> Iterator[Finding]:
    runs_on = level >= 3 and headings[0].number == last.get(level, 0) + 1
    numbers = [heading.number for heading in headings]
    for index, expected in out_of_order(numbers, numbers[0] if runs_on else 1):
        heading = headings[index]
        second_list = level >= 3 and numbers[index + 1 : index + 2] == [2]
        announced = report.text[max(0, heading.span.start - 20) : heading.span.start].rstrip().endswith(("：", ":"))
        if numbers[index] == 1 and (second_list or announced):
            continue  # a second list under the same heading
        right = heading.marker.replace(heading.numeral, _written(heading, expected), 1)
        if right[0] in "（(":
            right = right.rstrip("、.．")  # the mark behind a bracket is heading-marker's to mend
        before = f"上一个序号是“{headings[index - 1].marker}”" if index else "这是本级的第一个标题"
        yield Finding(
            heading.marker_span,
            f"标题序号不连续：{before}，这里应为“{right}”，现为“{heading.marker}”。",
            "请核对是序号写错，还是漏了一节。",
        )


def _written(heading: Heading, number: int) -> str:
    """A number in the numerals of a heading."""
    return str(number) if heading.numeral.isdigit() else numeral(number)
