"""标题序号的写法不合公文格式，或者同一级用了两种写法。

公文的结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。“一.”“（一）、”“1、”是常见的误写。同一级标题里，“（一）”和“(二)”混用也请统一。
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Edit, Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.lines.headings import Heading
from reportlint.report import Report

TITLE = "标题序号写法不对"
SEVERITY = Severity.WARNING
BASIS = "GB/T 9704—2012《党政机关公文格式》结构层次序数"
BAD = [
    "⟦一.⟧主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。",
    "一、主要举措\n⟦（一）、⟧健全制度\n审查12件。\n（二）规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n⟦1、⟧制定办法。\n2.修订规定。",
    "一、主要举措\n（一）健全制度\n审查12件。\n⟦(二)⟧规范执法\n检查30次。\n（三）普法\n宣讲20场。",
    "一、主要举措\n（一）健全制度\n1.制定办法。\n⟦（1）、⟧市级办法。",
    "⟦一．⟧主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。",
]
GOOD = [
    "一、主要举措\n（一）健全制度\n1.制定办法。\n（1）市级办法。",
    "一、主要举措\n(一)健全制度\n审查12件。\n(二)规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n1．制定办法。\n2．修订规定。",
    "主要举措和成效\n办理案件36件。",
    "第一部分 主要举措和成效\n办理案件36件。",
    "一、主要举措\n1.5万人参加活动，各镇各办一期。",
]

_CHINESE_DOT = patterns.compile(r"N[.．]$")
_BRACKET_MARK = patterns.compile(r"^([（(]N[）)])[、.．]$")


def check(report: Report) -> Iterator[Finding]:
    by_level: dict[int, list[Heading]] = defaultdict(list)
    for heading in report.outline.headings:
        if heading.number:
            by_level[heading.level].append(heading)
    for headings in by_level.values():
        wrong = [(heading, form) for heading in headings if (form := _right_form(heading))]
        for form in dict.fromkeys(heading.form for heading, _ in wrong):
            same = [(heading, right) for heading, right in wrong if heading.form == form]
            yield from _remark([heading for heading, _ in same], same[0][1], "序号“{0}”不合公文格式，应写作“{1}”。")
        forms = Counter(heading.form for heading in headings if not _right_form(heading) and _bracketed(heading))
        for form in [form for form, _ in forms.most_common()[1:]]:
            right = forms.most_common(1)[0][0]
            yield from _remark(
                [h for h in headings if h.form == form], right, "同一级标题的序号有两种写法：这里是“{0}”，别处是“{1}”。"
            )


def _right_form(heading: Heading) -> str | None:
    """The form of the standard for a marker that has another one."""
    if bracket := _BRACKET_MARK.match(heading.form):
        return bracket[1]
    chinese = not heading.numeral.isdigit()
    if chinese and _CHINESE_DOT.match(heading.form):
        return "N、"
    return "N." if not chinese and heading.form == "N、" else None


def _bracketed(heading: Heading) -> bool:
    return heading.form in ("（N）", "(N)")


def _remark(headings: list[Heading], form: str, message: str) -> Iterator[Finding]:
    """One finding for all headings of one wrong form, on the first; the others as related places."""
    first, *others = headings
    right = form.replace("N", first.numeral)
    safe = not (form.endswith(".") and any(heading.text[:1].isdigit() for heading in headings))  # 1、2023年: no decimal
    yield Finding(
        _marker(first),
        message.format(first.marker, right) + (f"全文有 {len(headings)} 处。" if others else ""),
        replacement=right if safe else None,
        edits=tuple(Edit(_marker(heading), form.replace("N", heading.numeral)) for heading in others if safe),
        related=tuple(Related(_marker(heading), "同样的写法") for heading in others),
    )


def _marker(heading: Heading) -> Span:
    return Span(heading.span.start, heading.span.start + len(heading.marker))
