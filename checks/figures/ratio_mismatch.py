"""写出的比率与写出的件数对不上。

受理450件、办结412件，办结率是91.6%，不是93.1%。比率按写出的位数四舍五入；“近”“超过”“约”按字面理解；注明“含上年结转”的不算。
哪两个数构成比率由文字决定（办结率：办结数÷受理数），拿不准的不提。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n受理行政复议案件450件，办结412件，办结率⟦93.1%⟧。",
    "一、主要举措和成效\n评查案卷120卷，合格118卷，合格率⟦99.3%⟧。",
    "一、主要举措和成效\n共受理案件500件，其中调解结案120件，占⟦26%⟧。",
    "一、主要举措和成效\n制发公文1,200件，主动公开1,080件，主动公开率为⟦92%⟧。",
    "一、主要举措和成效\n应出庭案件38件，负责人出庭36件，出庭率达⟦96%⟧。",
    "一、主要举措和成效\n排查纠纷1.2万件，化解1.14万件，化解率⟦超过97%⟧。",
]
GOOD = [
    "一、主要举措和成效\n受理行政复议案件450件，办结412件，办结率91.6%。",
    "一、主要举措和成效\n受理行政复议案件450件，办结412件，办结率92%。",
    "一、主要举措和成效\n受理450件，办结412件（含上年结转9件），办结率89.6%。",
    "一、主要举措和成效\n受理450件，办结412件，群众满意率98.5%。",
    "一、主要举措和成效\n排查纠纷400件，化解392件，化解率近99%。",
    "一、主要举措和成效\n受理申请556件，立案500件，办结480件，办结率96%。",
    "一、主要举措和成效\n受理约450件，办结400余件，办结率93.1%。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in report.relations:
        if relation.kind == "ratio" and not relation.holds:
            yield Finding(
                relation.span,
                f"{relation.computed}，文中写作{report.words(relation.span)}。",
                "请核对三个数，改正写错的一个；如果另有口径，请注明。",
                related=tuple(Related(span, "参与计算的数") for span in relation.operands),
            )
