"""标题序号的写法不合公文格式，或者同一级用了两种写法。

公文的结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。“一.”“（一）、”“1、”“一，”“一）”是常见的误写；“一、”用在第一层，它的下一层不能再用“一、”。同一级标题里，“（一）”和“(二)”混用也请统一。
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

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
    "一、主要举措和成效\n办理案件36件。\n⟦二，⟧存在的不足和原因\n力量不足。",
    "一、主要举措\n⟦（一），⟧健全制度\n审查12件。\n（二）规范执法\n检查30次。",
    "一、主要举措\n⟦(一）⟧健全制度\n审查12件。\n（二）规范执法\n检查30次。",
    "一、主要举措\n⟦1、⟧2023年共审查12件。\n2.检查30次。",
    "一、主要举措\n（一）健全制度\n审查12件。\n⟦【二】⟧规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n审查12件。\n⟦二）⟧规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n⟦1）⟧制定办法。制定3件。\n2）修订规定。修订6件。",
    "一、主要举措\n⟦㈠⟧健全制度\n审查12件。\n㈡规范执法\n检查30次。",
    "一、主要举措\n⟦一、⟧健全制度\n审查12件。\n二、规范执法\n检查30次。\n二、存在的不足\n力量不足。",
    "一、主要举措\n1.健全制度。审查12件。\n⟦2⟧规范执法。检查30次。",
    "一、主要举措\n1.健全制度。审查12件。\n⟦2，⟧规范执法。检查30次。",
]
GOOD = [
    "一、主要举措\n（一）健全制度\n1.制定办法。\n（1）市级办法。",
    "一、主要举措\n(一)健全制度\n审查12件。\n(二)规范执法\n检查30次。",
    "一、主要举措\n（一）健全制度\n1．制定办法。\n2．修订规定。",
    "主要举措和成效\n办理案件36件。",
    "第一部分 主要举措\n一、健全制度\n审查12件。\n二、规范执法\n检查30次。\n第二部分 存在的不足\n力量不足。",
    "第一部分 主要举措和成效\n办理案件36件。",
    "一、主要举措\n1.5万人参加活动，各镇各办一期。",
    "一、主要举措\n1.健全制度。审查12件。\n2个乡镇试点，已经总结。",
    "一、主要举措\n1.健全制度12件。\n2.3支队伍检查30次。\n3.宣讲20场。",
]

_WRONG_END = patterns.compile(r"(?<=^N)(?:[.．，,：:；;。]|、、)$")
_BRACKETED = patterns.compile(r"^([（(〔【\[]?)N([）)〕】\]])[、.．，,：:；;]?$")
_SIGN = patterns.compile("[㈠-㈩⑴-⒇]|(?P<point>[⒈-⒛])")
"""A number and its marks in one character."""
_PAIRS = ("（）", "()")


def check(report: Report) -> Iterator[Finding]:
    by_level: dict[int, list[Heading]] = defaultdict(list)
    for heading in report.outline.headings:
        if heading.number:
            by_level[heading.level].append(heading)
    if _same_form(by_level[1], by_level[2]) and not by_level[3]:
        yield _remark(report, by_level[2], "（N）", "上一层的序号已经是“{0}”这种写法，这一层应写作“{1}”。")
    for headings in by_level.values():
        right = [heading for heading in headings if _right_form(heading) == heading.form]
        for form in dict.fromkeys(heading.form for heading in headings if heading not in right):
            wrong = [heading for heading in headings if heading.form == form and heading not in right]
            yield _remark(report, wrong, _right_form(wrong[0]), "序号“{0}”不合公文格式，应写作“{1}”。")
        forms = Counter(heading.form for heading in right if _BRACKETED.match(heading.form)).most_common()
        for form, _ in forms[1:]:
            wrong = [heading for heading in right if heading.form == form]
            message = "同一级标题的序号有两种写法：这里是“{0}”，别处是“{1}”。"
            yield _remark(report, wrong, forms[0][0], message)


def _same_form(above: list[Heading], within: list[Heading]) -> bool:
    """Have the headings of both levels the form 一、, those of the lower one a whole series of it?"""
    return len(within) > 1 and {heading.form for heading in (*above, *within)} == {"N、"}


def _right_form(heading: Heading) -> str:
    """The form that the standard has for a marker, with N for the number."""
    if bracket := _BRACKETED.match(heading.form):
        pair = bracket[1] + bracket[2]
        return f"{pair[0]}N{pair[1]}" if pair in _PAIRS else "（N）"
    if sign := _SIGN.search(heading.numeral):
        return "N." if sign["point"] else "（N）"
    if heading.numeral.isdecimal():  # ① is a digit, too
        return "N." if heading.form in ("N、", "N，", "N") else heading.form
    return "N、" if _WRONG_END.search(heading.form) else heading.form


def _remark(report: Report, headings: list[Heading], form: str, message: str) -> Finding:
    """One finding for all headings of one wrong form, on the first; the others as related places."""
    edits = [Edit(heading.marker_span, _written(heading, form)) for heading in headings]
    first, others = headings[0], headings[1:]
    # 1、2023年 must not become the decimal 1.2023
    safe = not any(e.text.endswith(".") and report.text[e.span.end : e.span.end + 1].isdigit() for e in edits)
    return Finding(
        first.marker_span,
        message.format(first.marker, edits[0].text) + (f"全文有 {len(headings)} 处。" if others else ""),
        "" if safe else "请改用全角的点，以免与后面的数字连成小数。",
        replacement=edits[0].text if safe else None,
        edits=tuple(edits[1:]) if safe else (),
        related=tuple(Related(heading.marker_span, "同样的写法") for heading in others),
    )


def _written(heading: Heading, form: str) -> str:
    """The marker of a heading in a form."""
    return form.replace("N", unicodedata.normalize("NFKC", heading.numeral).strip("().") or heading.numeral)
