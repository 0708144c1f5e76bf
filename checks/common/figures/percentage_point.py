"""两个百分比的差，应当用“个百分点”。

由92%提高到98%，是提高6个百分点；写“提高6%”，意思成了提高到97.5%。
"""

from collections.abc import Iterator

from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "应为百分点"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n合格率由92%提高到98%，提高⟦6%⟧。",
    "一、主要举措和成效\n满意率从95.5%上升到97.8%，上升⟦2.3%⟧。",
    "一、主要举措和成效\n败诉率由12%下降到9%，下降⟦3%⟧。",
    "一、主要举措和成效\n出庭率从90%升至100%，提升了⟦10%⟧。",
    "一、主要举措和成效\n网办率由60%提升至85%，提升⟦25%⟧。",
    "一、主要举措和成效\n纠错率从5%降至4%，降低⟦1%⟧。",
    "一、主要举措和成效\n合格率由84%提高到86%，提高⟦2%⟧。",
]
GOOD = [
    "一、主要举措和成效\n合格率由92%提高到98%，提高6个百分点。",
    "一、主要举措和成效\n合格率由80%提高到90%，提高12.5%。",
    "一、主要举措和成效\n办案量由100件增加到106件，增长6%。",
    "一、主要举措和成效\n合格率98%，比上年提高6%。",
    "一、主要举措和成效\n合格率由92%提高到98%。",
    "一、主要举措和成效\n合格率由92%提高到98%，检查量增长6%。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in relations(report):
        if relation.kind == "change" and relation.note == "point":
            yield Finding(
                relation.span,
                f"{relation.computed}，文中写作“{relation.stated}”。",
                "两个百分比相减，请写“个百分点”。",
                related=tuple(Related(span, "参与计算的数") for span in relation.operands),
            )
