"""说有几项，列出的不是几项。

“主要表现在以下三个方面”后面只有两条，“甲、乙两项制度”却说三项。用“等”收尾的可以不列全；只少一项的，作为警告请核对。
"""

from collections.abc import Iterator

from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "项数不符"
SEVERITY = Severity.ERROR
BAD = [
    "二、存在的不足\n主要表现在以下⟦三个⟧方面：一是力量不足。二是经费不足。",
    "二、存在的不足\n存在以下⟦两个⟧问题：\n一是力量不足。\n二是经费不足。\n三是能力不足。",
    "一、主要举措和成效\n落实行政执法公示、全过程记录⟦三项⟧制度。",
    "一、主要举措和成效\n推进执法检查、案卷评查、资格管理、培训考核⟦三大⟧行动。",
    "二、存在的不足\n主要有以下⟦四个⟧方面的不足：\n（一）力量不足。编制少。\n（二）经费不足。投入少。\n（三）能力不足。培训少。",
    "一、主要举措和成效\n健全会商、通报、督办等⟦四项⟧机制。",
    "一、主要举措和成效\n从⟦3个⟧方面推进工作：一是检查16次。二是培训12次。",
    "一、主要举措和成效\n落实执法全过程记录、重大执法决定法制审核以及行政执法公示⟦四项⟧制度。",
]
GOOD = [
    "二、存在的不足\n主要表现在以下三个方面：一是力量不足。二是经费不足。三是能力不足。",
    "二、存在的不足\n存在以下三个问题：\n力量不足。\n二是经费不足。\n三是能力不足。",
    "一、主要举措和成效\n落实行政执法公示、全过程记录、重大执法决定法制审核三项制度。",
    "一、主要举措和成效\n健全会商、通报等6项机制，落实“三项制度”。",
    "一、主要举措和成效\n联合公安、城管开展3次检查，设立五个窗口。",
    "一、主要举措和成效\n从法律、政策、情理三个角度释法，调解36件。",
    "一、主要举措和成效\n从2个方面推进工作：一是检查16次；二是培训12次。",
    "一、主要举措和成效\n规范行政检查、行政处罚和行政强制三类行为。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in relations(report):
        if relation.kind == "count" and not relation.holds:
            yield Finding(
                relation.span,
                f"这里说“{report.words(relation.span)}”，{relation.computed}。",
                "请核对是数字写错，还是漏列、多列了一项。",
                related=tuple(Related(span, "列出的项") for span in relation.operands[:20]),
                severity=None if relation.certain else Severity.WARNING,
            )
