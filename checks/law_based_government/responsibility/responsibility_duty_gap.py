"""政府主要负责人的法定职责，有几项全文没有写到。

规定第六条列了政府主要负责人的职责：组织领导、依法决策、依法履职、督促班子和部门、尊重司法、学法普法。
这里列出没有写到的，只照抄“重要工作亲自部署”等四句的不算写到，供补充时参考；部门和乡镇按所在省的规定执行，不作此项提示。
"""

from collections.abc import Iterator

from reportlint.facts.statements.duties import duties_shown
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "法定职责没写全"
SEVERITY = Severity.INFO
BASIS = "《党政主要负责人履行推进法治建设第一责任人职责规定》第六条"
_REST = "区长部署年度工作，审定重大决策，督促部门述法，推动规范执法，"
BAD = [
    "⟦三、第一责任人履职情况⟧\n区长主持召开推进会3次，部署执法整治。",
    f"⟦三、第一责任人履职情况⟧\n{_REST}带头学法4次。",
    f"⟦三、第一责任人履职情况⟧\n{_REST}出庭应诉2次。",
    "⟦三、第一责任人履职情况⟧\n区长听取汇报4次，出庭应诉2次，带头学法4次。",
    "⟦三、第一责任人履职情况⟧\n党政主要负责人高度重视法治建设。",
    "⟦三、第一责任人履职情况⟧\n区长聘请法律顾问3名，带头普法。",
    "⟦三、第一责任人履职情况⟧\n区长部署年度工作，审定重大决策，督促部门述法，解决执法用房2处，出庭应诉2次，落实“谁执法谁普法”清单36项。",
    "⟦三、第一责任人履职情况⟧\n区长做到重要工作亲自部署、重要任务亲自督办，审定重大决策，推动规范执法，出庭应诉2次，带头学法4次。",
]
GOOD = [
    f"三、第一责任人履职情况\n{_REST}出庭应诉2次，带头学法4次。",
    f"三、第一责任人履职情况\n{_REST}履行法院生效判决，讲授法治课2次。",
    f"一、主要举措和成效\n区长出庭应诉2次。\n三、第一责任人履职情况\n{_REST}带头学法4次。",
    "三、第一责任人履职情况\n区长对重要工作亲自部署。1月主持常务会议，审定重大决策，约谈镇长3人，推动规范执法，出庭应诉2次，带头学法4次。",
    "霁川区司法局2023年法治政府建设情况报告\n三、第一责任人履职情况\n局长主持会议3次。",
    "松坪镇人民政府2023年法治政府建设情况报告\n三、第一责任人履职情况\n镇长主持会议3次。",
    "一、主要举措和成效\n办理案件36件。",
]


def check(report: Report) -> Iterator[Finding]:
    part = report.part("responsibility")
    if report.issuer_kind != "government" or not part.sections or not part.sections[0].heading:
        return
    missing = [duty for duty, shown in duties_shown(report).items() if not shown]
    if missing:
        yield Finding(
            part.sections[0].heading.span,
            f"政府主要负责人的法定职责里，这些没有写到：{'；'.join(missing)}。",
            "做过的请补上；确实没有做的，可列入下一年度安排。",
        )
