"""同一个数量，两处写得不一样。

前面说“办理行政复议案件36件”，后面说“办理行政复议案件38件”，读者不知道该信哪一个。只比较文字完全相同、分在不同节里的数量。
"""

from collections.abc import Iterator

from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "数字前后不一"
SEVERITY = Severity.WARNING
BAD = [
    "2024年，办理行政复议案件36件，现将情况报告如下：\n一、主要举措和成效\n全年办理行政复议案件⟦38件⟧。",
    "一、主要举措\n（一）普法。举办法治宣讲活动20场。\n（二）宣传。全年共举办法治宣讲活动⟦25场⟧。",
    "一、主要举措\n（一）执法。评查行政处罚案卷120卷。\n（二）监督。评查行政处罚案卷⟦130卷⟧。",
    "一、主要举措\n（一）复议。行政复议案件办结率98.5%。\n（二）应诉。行政复议案件办结率达⟦97.5%⟧。",
    "一、主要举措\n（一）调解。化解各类矛盾纠纷1,200件。\n二、第一责任人履职情况\n化解各类矛盾纠纷⟦1,500件⟧。",
    "一、主要举措\n（一）审查。全年审查行政规范性文件12件。\n（二）备案。共审查⟦21件⟧行政规范性文件。",
    "一、主要举措\n（一）审查。审查规范性文件12件。\n（二）备案。审查规范性文件⟦21件⟧。",
]
GOOD = [
    "一、主要举措\n（一）普法。举办法治宣讲活动20场。\n（二）宣传。全年共举办法治宣讲活动20场。",
    "一、主要举措\n（一）执法。城管部门评查行政处罚案卷120卷。\n（二）监督。环保部门评查行政处罚案卷130卷。",
    "一、主要举措\n（一）执法。上半年评查行政处罚案卷20卷，下半年评查行政处罚案卷30卷。",
    "一、主要举措\n（一）调解。办结36件。\n（二）信访。办结38件。",
    "一、主要举措\n（一）调解。化解各类矛盾纠纷1,200件。\n四、2025年安排\n化解各类矛盾纠纷1,500件。",
    "一、主要举措\n（一）复议。办结36件，其余在办理期限内2件。\n（二）信访。办结128件，其余在办理期限内56件。",
    "一、主要举措\n（一）审查。县市场监督管理局对36件合同逐一复核。\n（二）执法。县市场监督管理局对120件案卷逐一复核。",
    "一、主要举措\n（一）调解。化解各类矛盾纠纷1,200余件。\n（二）信访。化解各类矛盾纠纷1,213件。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in relations(report):
        if relation.kind == "repeat" and not relation.holds:
            yield Finding(
                relation.span,
                f"“{relation.note}”两处的数不一样：{relation.computed}。",
                "请核对；如果口径不同，请写明。",
                related=tuple(Related(span, "另一处") for span in relation.operands),
            )
