"""第一责任人部分没有一件可以核对的事。

只写“高度重视”“率先垂范”“定期听取汇报”，没有日期、次数、会议、签发的文件、出庭的案件，读者无法核对。
"""

from collections.abc import Iterator

from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.statements.heads import checkable_act, told_exactly
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "履职没有实事"
SEVERITY = Severity.WARNING
BASIS = "《党政主要负责人履行推进法治建设第一责任人职责规定》"
BAD = [
    "⟦三、第一责任人履职情况⟧\n党政主要负责人高度重视，率先垂范，切实履行职责，做到亲自部署、亲自督办。",
    "⟦三、第一责任人履职情况⟧\n区委书记多次召集会议，研讨执法工作，定期了解进展。",
    "⟦三、主要负责人履职情况⟧\n区长提出“1+3”工作模式，坚持以上率下。",
    "⟦三、主要负责人履职情况⟧\n主要负责人带头学习法律法规，深入贯彻上级精神。",
    "⟦三、主要负责人履职情况⟧\n强化基层业务指导，全年办理案件36件。",
    "⟦三、第一责任人履职情况⟧\n区长常态化开展会前学法，每季度听取一次汇报。",
    "⟦三、第一责任人履职情况⟧\n区长坚持依法决策，及时解决问题。",
    "⟦三、第一责任人履职情况⟧\n党政主要负责人把法治建设与经济社会发展同部署、同推进。",
]
GOOD = [
    "三、第一责任人履职情况\n区长主持召开区政府常务会议12次，研究法治议题23个。",
    "三、第一责任人履职情况\n区长对《审判白皮书》专门作出批示。",
    "三、主要负责人履职情况\n局长3月出庭应诉，5月作法治专题辅导报告。",
    "三、第一责任人履职情况\n区委书记主持召开区委常委会会议，听取法治政府建设工作汇报。",
    "三、第一责任人履职情况\n镇长带队督查6次，包案化解信访积案9件。",
    "三、第一责任人履职情况\n区长在区政府常务会议上领学《中华人民共和国行政复议法》。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。",
    "三、第一责任人履职情况\n9月18日，区长到城东中队与执法人员座谈。",
    "三、第一责任人履职情况\n（一）区长主持召开常务会议2次，审议规章草案9件。\n（二）区长3月出庭应诉。",
]


def check(report: Report) -> Iterator[Finding]:
    part = report.part("responsibility")
    if part.status in ("absent", "embedded") or not part.sections[0].heading:
        return
    told = (sentence.span for sentence in sentences_of(report, "responsibility"))
    if any(checkable_act(report.text, span) or told_exactly(report, span) for span in told):
        return
    yield Finding(
        part.sections[0].heading.span,
        "这一部分没有写出一件可以核对的事：没有日期、次数、会议、文件或案件。",
        "请写明主要负责人哪一天主持了什么会议、签发了什么文件、督办了几件事、出庭应诉几次。",
    )
