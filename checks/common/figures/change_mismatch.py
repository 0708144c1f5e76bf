"""从多少到多少，与写出的增减对不上。

从36件增至45件是增长25%，不是20%；由92%到98%是提高6个百分点；数变小了不能叫“提高到”。
"""

from collections.abc import Iterator

from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "增减不符"
SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n办案量由36件增加到45件，增长⟦20%⟧。",
    "一、主要举措和成效\n合格率由92%提高到98%，提高⟦8个百分点⟧。",
    "一、主要举措和成效\n满意率从97%提升至⟦95%⟧。",
    "一、主要举措和成效\n办理时限由15个工作日压缩至5个工作日，压缩⟦12个工作日⟧。",
    "一、主要举措和成效\n败诉案件从12件下降到⟦15件⟧。",
    "一、主要举措和成效\n信访量由400件减少到300件，下降⟦35%⟧。",
    "一、主要举措和成效\n办案128件，比上年增加12件，增长⟦12.5%⟧。",
    "一、主要举措和成效\n全年办案344件，上年293件，增长⟦22.1%⟧。",
    "一、主要举措和成效\n2022年出庭应诉率为79.9%，2023年为87.3%，上升⟦9.4个百分点⟧。",
    "一、主要举措和成效\n受理申请120件，同比（100件）上升⟦25%⟧。",
    "一、主要举措和成效\n移送线索120条，比上年多⟦30条⟧，2023年仅100条。",
]
GOOD = [
    "一、主要举措和成效\n办案量由36件增加到45件，增长25%。",
    "一、主要举措和成效\n合格率由92%提高到98%，提高6个百分点。",
    "一、主要举措和成效\n办理时限由15个工作日压缩至5个工作日，压缩66.7%。",
    "一、主要举措和成效\n信访量由400件减少到300件，下降四分之一。",
    "一、主要举措和成效\n办案128件，比上年增加12件，增长10.3%。",
    "一、主要举措和成效\n办案128件，比2022年减少12件，下降8.6%。",
    "一、主要举措和成效\n受理300件，办结280件，比上年增加12件，检查次数增长20%。",
    "一、主要举措和成效\n败诉案件从12件下降到9件，检查次数增长30%。",
    "一、主要举措和成效\n2022年出庭应诉率为79.9%，2023年为87.3%，上升7.4个百分点。",
    "一、主要举措和成效\n受理申请120件，同比（100件）上升20%。",
    "一、主要举措和成效\n办案量由约36件增加到45件，增长近三成。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in relations(report):
        if relation.kind == "change" and not relation.holds and relation.note != "point":
            said = relation.stated if relation.note == "verb" else report.words(relation.span)
            yield Finding(
                relation.span,
                f"{relation.computed}，文中写作“{said}”。",
                "请核对前后两个数和增减幅度。",
                related=tuple(Related(span, "参与计算的数") for span in relation.operands),
            )
