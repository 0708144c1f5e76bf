"""中文里用了半角标点。

中文的逗号、分号、冒号、括号、问号、叹号占一个字的位置。半角标点多是从网页复制来的；多于10处的合成一条，一次改完。数字、英文、网址里的半角标点不动；“12.4”国家宪法日应写作“12·4”。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import written
from reportlint.finding import Edit, Finding, Severity
from reportlint.kept import patterns
from reportlint.language.marks import asks, is_chinese
from reportlint.language.quotes import FILL
from reportlint.lines.headings import Heading
from reportlint.report import Report

TITLE = "半角标点"
SEVERITY = Severity.WARNING
BASIS = "GB/T 15834—2011《标点符号用法》标点符号的位置和书写形式"
BAD = [
    "一、主要举措和成效\n办理案件36件⟦,⟧办结30件。",
    "一、主要举措和成效\n办结率98%⟦;⟧满意率96%。",
    "一、主要举措和成效\n办结36件⟦(⟧含上年6件⟦)⟧。",
    "一、主要举措和成效\n公布咨询电话⟦:⟧12348，接听36次⟦!⟧",
    "一、主要举措和成效\n开展“合同怎么签⟦?⟧”宣讲36场。",
    "一、主要举措和成效\n办理案件36件⟦.⟧培训12人⟦, ⟧检查6次。",
    "一、主要举措和成效\n走访学校⟦.⟧检查36次。",
    "一、主要举措和成效\n在“12⟦.⟧4”国家宪法日宣誓36人，围绕6⟦.⟧26国际禁毒日宣传12场，合格率98%⟦.⟧",
    "一、主要举措和成效\n在“12⟦.⟧4”国家宪法日前后宣讲36场，“6⟦.⟧5”环境日前夕检查12次。",
    "⟦(⟧一)主要举措和成效\n（二）存在的不足：" + "办结36件,检查8次;" * 6,
]
GOOD = [
    "一、主要举措和成效\n办理案件36件，办结30件（含上年6件）。",
    "一、主要举措和成效\n审查合同1,234份，10:30开庭36次，比例1:3。",
    "一、主要举措和成效\n网址http://example.gov.cn/a?b=1,2公布36项。",
    "一、主要举措和成效\n审查Smith, Lee (Asia) Ltd.等外资企业36家。",
    "一、主要举措和成效\n1.制定办法12件\n2.备案36件",
    "一、主要举措和成效\n推行3.0版政策，指数达98.5。",
    "一、主要举措和成效\n表彰张?等12人。",
    "一、主要举措和成效\n下载“报告(终稿).docx”36次，整治&nbsp;占道经营36处。",
    "一、主要举措和成效\n办结率=(办结数-退回数)÷受理数，共36项。",
    "一:主要举措和成效\n(一)、健全制度\n制定办法36件。\n(二)、规范执法\n检查12次。",
    "一、主要举措和成效\n在“12·4”国家宪法日宣誓36人，满意率98.5%，讲解12.4版国家标准，12.4日前补报。",
    "一、主要举措和成效\n落实青政发(2024)3号文件36项。",
    "一、主要举措和成效\n引入“HACCP (2020)”体系，通过ISO 9001(2015)认证的企业36家。",
]

_WIDE = dict(zip(",;:()?!.", "，；：（）？！。", strict=True))
_HALF = patterns.compile(r"(?:(?<![ \u3000])[ \u3000]+)?(?P<mark>[,;:()?!.])[ \u3000]*")
_FOREIGN = patterns.compile(  # file names, characters written out as on a page, numbers of documents
    r"[“《‘][^”》’\r\n]{0,80}\.[A-Za-z]{2,5}[”》’]|&(?:[A-Za-z]{2,8}|#\d{1,6});|[发函办字规令]\((?:19|20)\d\d\)\d+号"
)
_LATIN = patterns.compile(r"[A-Za-z][A-Za-z0-9 ./:&-]*\([A-Za-z0-9 ./:,&-]*\)")
"""Brackets of foreign words and figures alone: HACCP (2020)."""
_OPERATORS = frozenset("=+-×÷*/^＝＋－")
_ENDS_SENTENCE = frozenset("%％‰")
"""Behind these a dot at the end of a line is no part of a figure."""
_DAY = patterns.compile(
    r"(?<![\d.．])(?:1[0-2]|[1-9])(?P<dot>[.．])(?:[12]\d|3[01]|[1-9])"
    r"(?:[”》]?(?:全民)?(?:国家|国际|全国|世界)[\u4e00-\u9fff]{2,8}?日(?!前(?![后夕])|[期内常报])|”[\u4e00-\u9fff]{0,8}(?:[日周月](?!前(?![后夕])|[期内常报])|宣传))"
)
"""A day that has its name of the date: “12.4”国家宪法日."""
_MARKER = 3
"""Characters at the beginning of a line that may be a heading's number: 一."""
_WRONG_NUMBER = patterns.compile(r"(?:[一二三四五六七八九十][,:;]|[)）][、.．，,：:；;])$")
_SURELY_A_STOP = patterns.compile(r"(?:\d[余多]?[\u4e00-\u9fff]{1,2}|(?<![。！？])[）”》’]|[％%\d])$")


def check(report: Report, *, apart: int = 10) -> Iterator[Finding]:
    for line in written(report):
        for match in _DAY.finditer(report.text, *line):
            message = "节日、纪念日的月和日之间用间隔号“·”，不用小数点。"
            yield Finding(Span(*match.span("dot")), message, replacement="·")
    numbers = {at for heading in report.outline.headings for at in _wrong_number(heading)}
    found = [edit for edit in _half(report) if edit.span.start not in numbers]
    unsure = [edit for edit in found if edit.text == "。" and _may_be_no_stop(report, edit.span)]
    for edit in unsure:
        advice = "请核对：句子完了的，改用“。”；没完的，改用逗号；外国人名的间隔，改用“·”。"
        yield Finding(edit.span, "这里用了半角的点。", advice)
    left_out = {edit.span for edit in unsure}
    sure = [edit for edit in found if edit.span not in left_out]
    if len(found) <= apart:
        for edit in sure:
            yield Finding(edit.span, f"这里用了半角标点，应写作“{edit.text}”。", replacement=edit.text)
    elif sure:
        first, *others = sure
        message = f"全文有 {len(found)} 处半角标点，应改用全角（，；：（）？！）。"
        yield Finding(first.span, message, replacement=first.text, edits=tuple(others))


def _wrong_number(heading: Heading) -> range:
    """Where a heading's number stands, if its marks are too many or others, which heading-marker tells: 一: or (三)、"""
    start = heading.span.start
    return range(start, start + len(heading.marker)) if _WRONG_NUMBER.search(heading.marker) else range(0)


@fact_of_passages
def _half(report: Report) -> tuple[Edit, ...]:
    """What is to stand in place of half-width marks, in order."""
    found = (edit for line in written(report) for edit in _edits(report.text, line))
    return tuple(sorted(found, key=lambda edit: edit.span.start))


def _may_be_no_stop(report: Report, dot: Span) -> bool:
    """May a dot stand for a comma, or for the dot of a name, or in the words of others?"""
    before, after = report.text[max(0, dot.start - 4) : dot.start], report.text[dot.end : dot.end + 1]
    return unquoted(report)[dot.start] == FILL or (after.strip() != "" and not _SURELY_A_STOP.search(before))


def _edits(text: str, line: Span) -> Iterator[Edit]:
    """The half-width marks amid Chinese and what should stand there. A pair of brackets is one matter."""
    foreign = {at for rule in (_FOREIGN, _LATIN) for match in rule.finditer(text, *line) for at in range(*match.span())}
    open_ones: list[tuple[Span, bool]] = []
    for match in _HALF.finditer(text, *line):
        mark, (start, end) = match["mark"], match.span("mark")
        if start in foreign:
            continue
        left = text[match.start() - 1] if match.start() > line.start else ""
        right = text[match.end()] if match.end() < line.end else ""
        chinese = is_chinese(left), is_chinese(right)
        if mark == "(":
            open_ones.append((Span(start, end), any(chinese) and left not in _OPERATORS))
        elif mark == ")":
            opener, amid = open_ones.pop() if open_ones else (None, any(chinese))
            formula = right in _OPERATORS or (opener and text[opener.start - 1] in _OPERATORS)
            if (amid or any(chinese)) and not formula:
                if opener:
                    yield Edit(opener, "（")
                yield Edit(Span(start, end), "）")
        elif (mark != "." or start - line.start > _MARKER) and _belongs(text, start, left, right, *chinese):
            yield Edit(Span(start, match.end() if chinese[1] else end), _WIDE[mark])
    for opener, amid in open_ones:
        if amid:
            yield Edit(opener, "（")


def _belongs(text: str, at: int, left: str, right: str, chinese_left: bool, chinese_right: bool) -> bool:
    """Is the mark at ``at`` one of the Chinese text, rather than of a figure, an address or foreign words?"""
    mark = text[at]
    if mark == ".":
        return (chinese_left and (chinese_right or not right)) or (left in _ENDS_SENTENCE and not right)
    if mark == "?":
        return chinese_left and asks(text, at)
    return chinese_left or (chinese_right and (left.isdigit() or left in "%)”’\"'" or left.isalpha()))
