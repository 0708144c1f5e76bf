"""标题和规定的不一样。

年度报告格式统一规定了六个部分的标题。意思一样、字句不同的，读者认得出，汇总、检索的程序未必认得出，请照规定的写。序号和空格不算。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report

from .._sample import draft

TITLE = "标题不照规定"
SEVERITY = Severity.INFO
BASIS = "{rule}"
BAD = [
    draft({"一、总体情况": "⟦一、基本情况⟧"}),
    draft({"二、主动公开政府信息情况": "⟦二、主动公开情况⟧"}),
    draft({"三、收到和处理政府信息公开申请情况": "⟦三、依申请公开政府信息办理情况⟧"}),
    draft({"四、政府信息公开行政复议、行政诉讼情况": "⟦四、因政府信息公开工作被申请行政复议、提起行政诉讼情况⟧"}),
    draft({"五、存在的主要问题及改进情况": "⟦五、政府信息公开工作存在的主要问题及改进情况⟧"}),
    draft({"六、其他需要报告的事项": "⟦六、其他需要说明的事项⟧"}),
]
GOOD = [
    draft(),
    draft({"一、总体情况": "一、 总体情况"}),
    draft({"一、总体情况": "第一部分 总体情况"}),
    draft({"一、总体情况\n": "一、总体情况\n（一）主动公开情况\n"}),
    draft({"青岚县司法局2024年": "青岚县司法局2020年", "一、总体情况": "一、基本情况"}),
    draft({"六、其他需要报告的事项": "六、其他需要报告的事项。"}),
]


def check(report: Report) -> Iterator[Finding]:
    if (report.outline.year or 0) < report.kind.forms.since:
        return
    for part in report.outline.parts.values():
        for section in part.sections:
            heading = section.heading
            if heading and len(heading.parts) == 1 and "".join(heading.text.split()) != part.label:
                yield Finding(heading.span, f"规定的标题是“{part.label}”。", f"请改为“{part.label}”。")
