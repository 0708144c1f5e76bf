"""中文里多了空格。

汉字之间、数字和量词之间、标点旁边不空格。引号里分行的标语、联合发文的单位、两个字的姓名、表格里的栏、序号后面和段首的空格不算。空格隔开的如果是并列的词或者两句话，该用标点，所以只有怎么看都多余的才自动改；多于10处的合成一条。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.finding import Edit, Finding, Severity
from reportlint.language.slips.blanks import find_blanks
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
    "一、主要举措和成效\n检查36次，" + "共⟦ ⟧36 件，" + "共 36 件，" * 6 + "办结8件。",
    "一、主要举措和成效\n走访企业36家，⟦ ⟧收集意见12条⟦ ⟧。回访6家。",
    "一、主要举措和成效\n满意率保持在95%以⟦ ⟧上。",
    "一、主要举措和成效\n表彰张三⟦ ⟧李四⟦ ⟧王五等36人。",
    "一、主要举措和成效\n2025年⟦ ⟧6月，“桥头说法⟦ ⟧”活动36场。",
]
GOOD = [
    "一、主要举措和成效\n　　立案受理500件，办结36件。",
    "一、主要举措和成效\n发布“助力企业发展 优化法治服务”问答36条。",
    "一、主要举措和成效\n中共云川区委 云川区人民政府联合印发文件12件。",
    "一、主要举措和成效\n落实《中共中央 国务院 中央军委关于加强国防动员的意见》12次。",
    "一、主要举措和成效\n调解员陈 宁、吴 芳等36人受到表彰。",
    "一、主要举措和成效\n上线 APP 3.0 版，使用 ISO 9001 标准36项。",
    "一、主要举措和成效\n学习《决胜全面小康 夺取新的胜利》36次。",
    "一、主要举措和成效\n单位　　案件　　办结\n司法局　　36件　　30件\n城管局　　12件　　12件",
    "一、主要举措和成效\n项目 数量 备注\n培训 12 期",
    "一、主要举措和成效\n1.1 健全制度，制定办法12件。",
    "第一部分 主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n办理案件36件。 （二）规范执法。检查12次。",
    "云川区人民政府 云川区司法局\n2024年度法治政府建设年度报告\n一、主要举措和成效\n见附表 1，办结36件。",
]


def check(report: Report, *, apart: int = 10) -> Iterator[Finding]:
    stretches = [heading.title for heading in report.outline.headings if not heading.tells] + [
        p.span for p in report.outline.passages
    ]
    found = [blank for span in sorted(stretches) for blank in find_blanks(report.text, unquoted(report), span)]
    yield from _remarks(report, [blank.span for blank in found if blank.surely], "多了空格", apart, "")
    yield from _remarks(report, [blank.span for blank in found if not blank.surely], "有空格", apart, None)


def _remarks(report: Report, spans: list[Span], what: str, apart: int, right: str | None) -> Iterator[Finding]:
    """A remark on each blank, or one on all where they are many. right: what is to stand there, whatever was meant."""
    advice = "" if right is not None else "请核对：多余的删去；并列、断句的，改用标点。"
    if len(spans) <= apart:
        for span in spans:
            around = report.text[span.start - 1 : span.end + 1]
            yield Finding(span, f"“{around}”中间{what}。", advice, replacement=right)
    else:
        first, *others = spans
        edits = tuple(Edit(span, "") for span in others) if right is not None else ()
        yield Finding(
            first, f"全文有 {len(spans)} 处{what}，在汉字、数字、标点之间。", advice, replacement=right, edits=edits
        )
