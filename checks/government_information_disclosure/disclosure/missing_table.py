"""缺少规定的表格，或者表格缺行、缺列。

《政府信息公开工作年度报告格式》规定了三张表：主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况。
表、行、列都不能少，没有发生的填0。每张表只报一处，写明缺哪些。

表格在 Word、网页、Markdown 里都能读到，在 PDF、OFD 里按框线读，没有框线的按对齐的文字读，也能从粘贴的文本里读到（单元格之间是制表符、
竖线或者空格，或者一格一行）。图片里的表读不到，算没有。PDF、OFD 里的表格读不准的，只说一句没有核对（提示），不查里面的数。
"""

from collections.abc import Iterator
from itertools import groupby

from reportlint.document.source import Span
from reportlint.facts.tables.sheets import Sheet, sheets
from reportlint.finding import Finding, Severity
from reportlint.report import Report

from .._sample import draft

TITLE = "缺表格，或者缺行、缺列"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
_LICENCES = "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t36\n"
_PENALTIES = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n行政强制\t0\n"
_DISPUTES = (
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
    "2\t0\t1\t0\t3\t0\t0\t0\t0\t0\t1\t0\t0\t0\t1\n"
)
BAD = [
    draft({_LICENCES: "", "规章\t0\t0\t0": "⟦规章⟧\t0\t0\t0"}),
    draft(
        {
            "2.重复申请\t0\t0\t0\t0\t0\t0\t0\n": "",
            "一、本年新收政府信息公开申请数量\t": "⟦一、本年新收政府信息公开申请数量⟧\t",
        }
    ),
    draft(
        {
            "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n": "",
            "一、本年新收政府信息公开申请数量\t": "⟦一、本年新收政府信息公开申请数量⟧\t",
        }
    ),
    draft({"（七）总计\t8\t2\t0\t0\t1\t0\t11": "⟦（七）总计⟧\t8\t2\t0\t0\t1\t11"}),
    draft(
        {
            f"行政复议\t行政诉讼\n{_DISPUTES}": "没有发生行政复议、行政诉讼。\n",
            "四、政府信息公开行政复议、行政诉讼情况": "⟦四、政府信息公开行政复议、行政诉讼情况⟧",
        }
    ),
    draft({_PENALTIES: "", "行政事业性收费\t0\n": "", "规章\t0\t0\t0": "⟦规章⟧\t0\t0\t0"}),
]
GOOD = [
    draft(),
    draft({"行政处罚\t12": "行政处罚\t1,200"}),
    draft({"行政许可\t36": "行政许可\t36\t\t"}),
    draft({"青岚县司法局2024年": "青岚县司法局2019年", _LICENCES: ""}),
    draft({"行政事业性收费\t0": "行政事业性收费\t3.6万元"}),
    draft({"一、本年新收": "本年新收", "四、结转下年度继续办理": "结转下年度继续办理"}),
]

_DRAWN = ("pdf", "ofd")
"""Files that draw tables: what is not read there may stand there all the same."""


def check(report: Report) -> Iterator[Finding]:
    drawn = report.source.form in _DRAWN and not any(table.sure for table in report.source.tables)
    unread: list[tuple[Span, str]] = []
    for label, group in groupby(sheets(report), key=lambda sheet: sheet.form.label):
        found = list(group)
        heading = (part := report.part(found[0].form.part)).heading
        lacking = list(_lacking(label, found)) if any(sheet.heads for sheet in found) else None
        if heading and lacking != [] and (drawn or any(sheet.unread for sheet in found)):
            unread.append((heading.span, label))
        elif lacking is not None:
            yield from lacking
        elif heading:
            yield Finding(
                heading.span,
                f"“{part.label}”部分没有“{label}”。",
                "请按规定的格式填上这张表，没有发生的填0；表是图片的，请换成能复制的表格，图片里的数读不出，也没法核对。",
            )
    if unread:
        names = "”“".join(label for _, label in unread)
        yield Finding(
            unread[0][0],
            f"“{names}”在这份文件里读不准，里面的数没有核对。",
            "请用 Word 文件再查一遍，或者人工核对。",
            severity=Severity.INFO,
        )


def _lacking(label: str, found: list[Sheet]) -> Iterator[Finding]:
    """What the rows of a table lack: whole rows, or cells of them."""
    if rows := [row for sheet in found for row in sheet.missing]:
        first = min((span for sheet in found for span in sheet.heads.values()), key=lambda span: span.start)
        names = f"“{'”“'.join(rows[:5])}”{'等' if len(rows) > 5 else ''}"
        yield Finding(first, f"“{label}”缺{names}{len(rows)}行。", "请按规定的格式补上；没有发生的，填0。")
    for sheet in found:
        for row, count in list(sheet.cut.items())[:1]:
            columns, more = sheet.form.columns, f"，共有{len(sheet.cut)}行这样" if len(sheet.cut) > 1 else ""
            name = f"“{row}”一行" if row else f"“{label}”填数的一行"
            yield Finding(
                sheet.heads[row],
                f"{name}有{count}格，规定是{len(columns)}格（{columns[0]}……{columns[-1]}）{more}。"
                if len(columns) > 1
                else f"{name}有{count}格，规定是1格（{columns[0]}）{more}。",
                "请核对是不是漏了一格、少了一列，或者多了一格。",
            )
