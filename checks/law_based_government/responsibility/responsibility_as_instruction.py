"""把规定抄成了要求：“党政主要负责人应当……”“要亲自部署……”。

报告是写已经做了什么。“应当履行”“要做到亲自部署”是规定的话，不是履职情况。请改写成做过的事：何时、主持什么、结果如何。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.statements.aims import aims_of
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "履职写成了要求"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BASIS = "{rule}：履行职责的有关情况"
_HEAD = "三、第一责任人履职情况\n"
BAD = [
    f"{_HEAD}党政主要负责人⟦应当切实履行推进法治建设第一责任人职责⟧。",
    f"{_HEAD}主要负责人⟦要做到重要工作亲自部署、重大问题亲自过问⟧。",
    f"{_HEAD}区长⟦必须带头遵守宪法和法律⟧。",
    f"{_HEAD}党政主要负责人⟦要把法治建设摆在突出位置⟧。",
    f"{_HEAD}⟦要认真履行第一责任人职责⟧，把责任扛在肩上。",
    f"{_HEAD}局长⟦须定期听取法治工作汇报⟧。",
    f"{_HEAD}党政主要负责人作为第一责任人，⟦应当严格依法决策⟧。",
    f"{_HEAD}区长⟦需要定期听取法治工作汇报⟧。",
    f"{_HEAD}区委、区政府主要负责人⟦须对本地区法治建设负总责⟧。",
    f"{_HEAD}⟦应坚持重大决策集体讨论⟧，严禁违法决策。",
    f"{_HEAD}区长主持会议4次。今后⟦要带头执行决策程序⟧，应当支持审判。今后，⟦要切实扛起责任⟧。\n四、下一年度主要安排\n修订规定。",
    f"{_HEAD}要求区长⟦每年至少出庭应诉1次⟧，并应自觉执行裁判。",
    f"{_HEAD}区长带头述法。⟦要把法治建设摆在突出位置⟧，自觉学法。",
]
GOOD = [
    f"{_HEAD}区长要求各单位限期整改，主持会议3次。",
    f"{_HEAD}党政主要负责人认真履行第一责任人职责，把法治建设列入重要议程。",
    f"{_HEAD}区长审定年度工作要点，听取汇报4次。",
    f"{_HEAD}区委书记强调，各镇要压实责任。",
    f"{_HEAD}主要负责人亲自部署、亲自督办重要案件12件。",
    f"{_HEAD}区长坚持重要工作亲自部署、重大问题亲自过问。",
    f"{_HEAD}局长主动回应群众关切，签发文件2件。",
    f"{_HEAD}区长研究需要协调的事项12件，应当事人申请主持协调3次。",
    f"{_HEAD}区长要案亲自督办，听取需要协调的事项汇报3次。",
    f"{_HEAD}区长主持会议，强调严格规范执法。要把12项任务抓实，要定期通报。",
    f"{_HEAD}区长要求各镇主要负责人每年至少出庭应诉1次。",
    f"{_HEAD}区长在座谈会上说明，涉企检查须提前备案，会后答复企业12家。",
    "四、下一年度主要安排\n党政主要负责人要切实履行第一责任人职责。",
]


def check(report: Report) -> Iterator[Finding]:
    for aim in aims_of(report, "responsibility"):
        if aim.kind == "rule":
            place = Span(aim.modal, aim.span.end)
            yield Finding(
                place,
                f"“{report.words(place)}”是规定的要求，不是做过的事。",
                "请写主要负责人已经怎样做：何时、主持什么、结果如何。",
            )
