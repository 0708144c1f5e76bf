"""一级标题不属于规定的任何部分。

报告可以在“主要举措和成效”之前或其中用专题标题（如“一、深入推进依法行政”）；写在不足、履职情况或安排之后的专题标题，读者不知道归在哪里。
介绍单位、队伍的“基本情况”“队伍概况”也不属于哪一部分；没有别的标题写举措成效的，就当它写的是举措成效。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "标题不属规定部分"
SEVERITY = Severity.INFO
BASIS = "{rule}"
BAD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n⟦三、深入推进依法行政⟧\n审查文件12件。\n四、下一步安排\n修订规定。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。\n⟦五、加强队伍建设⟧\n培训12场。",
    "一、存在的不足\n力量不足。\n⟦二、优化营商环境⟧\n新设窗口12个。\n三、第一责任人履职情况\n主持会议3次。",
    "一、工作情况\n审查文件12件。\n二、存在的不足\n力量不足。\n⟦三、典型案例⟧\n某案调解成功。\n四、下一步安排\n修订规定。",
    "一、存在的不足\n力量不足。\n二、第一责任人履职情况\n主持会议3次。\n⟦三、保障措施落实到人⟧\n安排到人。\n四、下一步安排\n修订规定。",
    "一、工作情况\n审查文件12件。\n二、存在的不足\n力量不足。\n三、下一步安排\n修订规定。\n⟦四、几点体会⟧\n要常抓。",
    "一、工作情况\n审查文件12件。\n⟦二、其他需要报告的情况⟧\n无。\n三、存在的不足\n力量不足。\n四、其他需要报告的情况\n无。",
    "⟦一、基本情况⟧\n全镇辖18个村，执法队有13人。\n二、工作举措与成效\n审查文件12件。\n三、存在的不足\n力量不足。",
    "一、完善制度\n审查文件12件。\n⟦二、队伍概况⟧\n执法人员286人。\n三、严格执法\n检查30次。\n四、存在的不足\n力量不足。",
]
GOOD = [
    "一、基本情况\n审查文件12件，检查30次。\n二、存在的不足\n力量不足。\n三、下一步安排\n修订规定。",
    "一、深入推进依法行政\n审查文件12件。\n二、严格规范执法\n检查30次。\n三、存在的不足\n力量不足。",
    "一、主要举措和成效\n办理案件36件。\n二、优化营商环境\n新设窗口12个。\n三、存在的不足\n力量不足。",
    "一、工作情况\n审查文件12件。\n二、存在的不足\n力量不足。\n三、第一责任人履职情况\n主持会议3次。\n四、下一步安排\n修订规定。\n五、其他需要报告的情况\n无。",
    "一、主要举措和成效\n（一）深入推进依法行政\n审查文件12件。\n二、存在的不足\n（一）执法力量薄弱\n编制少。",
    "一、工作情况\n一、深入推进依法行政\n审查文件12件。\n二、严格规范执法\n检查30次。\n二、存在的不足\n力量不足。",
    "一、总体情况\n审查文件12件。\n二、主要成效\n满意率98%。\n三、存在的不足\n力量不足。",
]


def check(report: Report) -> Iterator[Finding]:
    labels = "、".join(part.label for part in report.outline.parts.values())
    faults = report.part(report.kind.faults).span if report.kind.faults else None
    for fault in report.outline.faults:
        if fault.kind == "unplaced" and fault.section and fault.section.heading:
            before = faults and fault.section.heading.span.start < faults.start
            yield Finding(
                fault.section.heading.span,
                f"这个一级标题不属于规定的任何部分（{labels}）。",
                "请并入相应的部分。" if before else "请并入相应的部分，或移到“存在的不足和原因”之前。",
            )
