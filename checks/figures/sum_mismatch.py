"""总数与分项之和对不上。

“共36件，其中维持20件、撤销10件、驳回4件”加起来是34件。分项没有列全（有“等”“余”，或只列了主要的几项）的不提；
文字没有说明列全、只是按常理应当列全的，作为警告。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

SEVERITY = Severity.ERROR
BAD = [
    "一、主要举措和成效\n共审结案件⟦36件⟧，其中维持20件、撤销10件、驳回4件。",
    "一、主要举措和成效\n开展讲座12场、培训8场，共计⟦22场⟧。",
    "一、主要举措和成效\n全年共受理投诉⟦300件⟧，其中环保120件，市容100件，消防90件。",
    "一、主要举措和成效\n化解纠纷⟦1000件⟧，达成书面协议600件，口头协议420件。",
    "一、主要举措和成效\n立案⟦80件⟧，其中普通程序60件，简易程序30件。",
    "一、主要举措和成效\n线上宣讲15场，线下宣讲27场，合计⟦44场⟧。",
]
GOOD = [
    "一、主要举措和成效\n共审结案件36件，其中维持20件、撤销10件、驳回6件。",
    "一、主要举措和成效\n开展讲座12场、培训8场，共计20场。",
    "一、主要举措和成效\n共受理投诉300件，其中环保等重点领域120件，市容50件。",
    "一、主要举措和成效\n制定文件3件，开展培训12场，共培训1200人次。",
    "一、主要举措和成效\n受理500件，其中行政处罚类300件、行政强制类200件，办结480件。",
    "一、主要举措和成效\n化解纠纷1000件，达成书面协议600件，口头协议300件。",
    "一、主要举措和成效\n共受理36件（其中上年结转6件），审结30件。",
]


def check(report: Report) -> Iterator[Finding]:
    for relation in report.relations:
        if relation.kind == "sum" and not relation.holds:
            yield Finding(
                relation.span,
                f"{relation.computed}，总数写作{report.words(relation.span)}。",
                "请核对总数和各个分项；分项没有列全的，请写“其中主要有”或加“等”。",
                related=tuple(Related(span, "分项") for span in relation.operands),
                severity=None if relation.certain else Severity.WARNING,
            )
