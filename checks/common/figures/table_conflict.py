"""正文的数与同一节里的表格不一致。

正文用表头和行首的原话（“受理行政复议236件”“行政复议受理236件”）说了一个数，同一节的表格在这一行、这一列填的是另一个数。只说某月、
某一部分的，说别的年份的，不作对照；表头的话没有说全的，看不出是不是同一件事，也不作对照。
"""

from collections.abc import Iterator

from reportlint.facts.tables.told_again import told_again
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "正文与表格不一致"
SEVERITY = Severity.WARNING
_TITLE = "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n（一）化解纠纷。"
_TABLE = "\n类别\t受理（件）\t办结（件）\n行政复议\t236\t198\n行政调解\t1260\t1255\n"
_COUNTS = "\n类别\t件数\n行政复议\t236\n行政调解\t1260\n行政裁决\t12\n行政诉讼\t36\n"
BAD = [
    f"{_TITLE}全年受理行政复议⟦263⟧件，情况见下表。{_TABLE}",
    f"{_TITLE}全年行政复议办结⟦189⟧件。{_TABLE}",
    f"{_TITLE}受理行政调解⟦1206⟧件，办结行政调解1255件。{_TABLE}",
    f"{_TITLE}办结行政调解案件共⟦1250⟧件。{_TABLE}",
    f"{_TITLE}全年办理行政复议⟦326⟧件。{_COUNTS}",
    f"{_TITLE}行政复议236件，行政诉讼案件⟦26⟧件。{_COUNTS}",
]
GOOD = [
    f"{_TITLE}全年受理行政复议236件，办结行政复议198件。{_TABLE}",
    f"{_TITLE}上半年受理行政复议120件。{_TABLE}",
    f"{_TITLE}2023年受理行政复议210件。{_TABLE}",
    f"{_TITLE}全年受理涉企行政复议36件。{_TABLE}",
    f"{_TITLE}全年办理行政复议236件。{_COUNTS}",
    f"{_TITLE}全年行政复议约谈12次，行政调解员128人。{_TABLE}",
    f"{_TITLE}全年化解纠纷。{_TABLE}（二）复议工作。受理行政复议12件。\n",
]


def check(report: Report) -> Iterator[Finding]:
    for told in told_again(report):
        if told.value != told.cell.value:
            yield Finding(
                told.span,
                f"正文说{told.value}，这一节的表格里{told.cell.name}是{told.cell.value}。",
                "请核对，改成一致的数。",
                (Related(told.cell.span, f"{told.cell.name}：{told.cell.value}"),),
            )
