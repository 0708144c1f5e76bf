"""规定要求的两个部分合用一个标题。

四个部分是四件事，合写往往使其中一件只剩一两句话。请各设一节，例如把“存在的问题及下一步安排”分为“存在的不足和原因”和“下一年度主要安排”。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "两部分合用标题"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
BAD = [
    "一、主要举措和成效\n办理案件36件。\n⟦二、存在的问题及下一步安排⟧\n力量不足。下一步修订规定。",
    "⟦一、主要举措、成效和存在的不足⟧\n办理案件36件。但还存在力量不足。",
    "⟦三、党政主要负责人履行第一责任人职责情况和下一年度工作安排⟧\n区长主持会议3次。",
    "⟦二、存在不足、原因分析及改进措施⟧\n力量不足。",
    "⟦（二）困难问题和下步打算⟧\n力量不足。\n（三）第一责任人履职情况\n主持会议3次。",
    "一、主要举措和成效\n办理案件36件。\n⟦二、2024年工作思路和面临的困难⟧\n修订规定。力量不足。",
    "⟦二、困难与破解办法⟧\n力量不足。\n三、第一责任人履职情况\n主持会议3次。",
    "一、主要举措\n办理案件36件。\n二、存在的不足\n力量不足。\n⟦三、主要负责同志推动法治建设情况暨来年部署⟧\n主持会议3次。",
    "⟦一、2023年工作情况及2024年工作安排⟧\n办理案件36件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足和原因\n力量不足，原因是编制少。",
    "二、存在的问题、困难和差距\n力量不足。\n三、下一步工作安排\n修订规定。",
    "三、党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况\n主持会议3次。",
    "四、2024年推进法治政府建设的主要安排\n修订规定。",
    "一、2023年推进法治政府建设的主要举措和成效\n办理案件36件。",
    "一、主要举措\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、建设情况回访暨来年部署\n修订规定。",
    "一、创新纠纷预防和化解办法\n办理案件36件。\n二、存在的问题和整改不到位的原因\n力量不足。",
    "一、聚焦突出问题，健全工作机制\n办理案件36件。\n二、存在的不足\n力量不足。",
]


def check(report: Report) -> Iterator[Finding]:
    for fault in report.outline.faults:
        if fault.kind == "merged" and fault.section and fault.section.heading:
            heading = fault.section.heading
            labels = "”和“".join(report.part(part).label for part in heading.parts)
            yield Finding(heading.span, f"一个标题下合写了“{labels}”。", "请分成两节，各写各的。")
