"""部分大于整体。

办结的比受理的多，“其中”的比总数多。跨年办结是常有的事，请注明“含上年结转几件”；注明了的不提。
"""

from collections.abc import Iterator

from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "部分大于整体"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n受理行政复议案件450件，办结⟦462件⟧。",
    "一、主要举措和成效\n收到申请556件，受理⟦565件⟧。",
    "一、主要举措和成效\n开展检查30次，其中联合检查⟦36次⟧。",
    "一、主要举措和成效\n排查纠纷120件，化解⟦210件⟧。",
    "一、主要举措和成效\n评查案卷120卷，合格⟦128卷⟧。",
    "一、主要举措和成效\n收到建议48件，办复⟦84件⟧。",
    "一、主要举措和成效\n征集意见218条，采纳⟦221条⟧。",
    "一、主要举措和成效\n发现隐患60处，完成整改⟦70处⟧。",
    "一、主要举措和成效\n共有村（社区）156个，其中配备法律顾问的村（社区）⟦164个⟧。",
]
GOOD = [
    "一、主要举措和成效\n受理行政复议案件450件，办结412件。",
    "一、主要举措和成效\n受理450件，办结462件（含上年结转20件）。",
    "一、主要举措和成效\n受理行政复议案件45件，办结信访件120件。",
    "一、主要举措和成效\n开展检查30次，培训36次。",
    "一、主要举措和成效\n受理案件30余件，办结36件。",
    "一、主要举措和成效\n收到建议48件，办复48件。",
    "一、主要举措和成效\n发现线索30条，采纳建议36条。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in relations(report):
        if relation.kind == "part" and not relation.holds:
            yield Finding(
                relation.span,
                f"部分大于整体：{relation.computed}。",
                "请核对两个数；如含上年结转，请注明件数。",
                related=tuple(Related(span, "整体") for span in relation.operands),
            )
