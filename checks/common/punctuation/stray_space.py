"""中文里多了空格。

汉字之间、数字和量词之间不空格。引号里分行的标语、联合发文的单位、两个字的姓名、段首缩进不算；多于10处的合成一条，一次改完。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.finding import Edit, Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import FILL
from reportlint.report import Report

TITLE = "空格多余"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n立案受理500⟦ ⟧件，办结36件。",
    "一、主要举措和成效\n办理⟦ ⟧案件36件。",
    "一、主要举措和成效\n“110⟦ ⟧非警务警情”联动处置36件。",
    "一、主要举措和成效\n培训执法⟦\u3000⟧人员12人。",
    "一、主要举措和成效\n（一）健全⟦ ⟧制度体系\n制定办法12件。",
    "一、主要举措和成效\n办结36⟦  ⟧件，约谈12⟦ ⟧家。",
    "一、主要举措和成效\n接听12345⟦ ⟧热线" + "共 36 件，" * 6 + "办结8件。",
]
GOOD = [
    "一、主要举措和成效\n　　立案受理500件，办结36件。",
    "一、主要举措和成效\n发布“助力企业发展 优化法治服务”问答36条。",
    "一、主要举措和成效\n中共云川区委 云川区人民政府联合印发文件12件。",
    "一、主要举措和成效\n调解员陈 宁、吴 芳等36人受到表彰。",
    "一、主要举措和成效\n上线 APP 3.0 版，使用 ISO 9001 标准36项。",
    "一、主要举措和成效\n学习《决胜全面小康 夺取新的胜利》36次。",
    "一、主要举措和成效\n单位　　案件　　办结\n司法局　　36件　　30件\n城管局　　12件　　12件",
    "云川区人民政府 云川区司法局\n2024年度法治政府建设年度报告\n一、主要举措和成效\n见附表 1，办结36件。",
]

_HAN = "\u4e00-\u9fff"
_SPACE = patterns.compile(
    rf"(?<=[{_HAN}])[ \t\xa0\u3000]+(?=[{_HAN}])|(?<=\d)[ \t\xa0\u3000]+(?=[{_HAN}])|(?<=[{_HAN}])[ \xa0]+(?=\d)"
)
_PHRASES = load_phrases(__file__, "stray_space")
_LABEL = frozenset("表图件第注")
_FOREIGN = patterns.compile(r"[A-Za-z][ -]?[\d.]*$")


def check(report: Report, *, apart: int = 10) -> Iterator[Finding]:
    stretches = [heading.title for heading in report.outline.headings if not heading.tells] + [
        p.span for p in report.outline.passages
    ]
    found = [span for stretch in sorted(stretches) for span in _blanks(report, stretch)]
    if len(found) <= apart:
        for span in found:
            around = report.text[span.start - 1 : span.end + 1]
            yield Finding(span, f"“{around}”中间多了空格。", replacement="")
    else:
        first, *others = found
        message = f"全文有 {len(found)} 处多余的空格，在汉字之间或者数字和汉字之间。"
        yield Finding(first, message, replacement="", edits=tuple(Edit(span, "") for span in others))


def _blanks(report: Report, stretch: Span) -> Iterator[Span]:
    text = report.text
    found = [Span(*match.span()) for match in _SPACE.finditer(text, *stretch)]
    if not found:
        return
    wide = sum(span.end - span.start > 1 or text[span.start] in "\t\u3000" for span in found)
    if wide > 1 and "。" not in report.words(stretch):  # a row of a table
        return
    named = {
        at
        for phrase in _PHRASES.values()
        for match in phrase.pattern.finditer(text, *stretch)
        for at in range(match.start() + 1, match.end() - 1)
    }
    for span in found:
        slogan = unquoted(report)[span.start] == FILL and not text[span.start - 1].isdigit()
        labelled = text[span.end].isdigit() and text[span.start - 1] in _LABEL
        foreign = _FOREIGN.search(text[max(stretch.start, span.start - 12) : span.start])
        if not (slogan or labelled or foreign or {span.start, span.end - 1} <= named):
            yield span
