"""混淆的用语：字面相近，法律上是两回事。

如“法制政府”应为“法治政府”，“行政权利”应为“行政权力”。用得对不对要看前后的词：“法制审核”“执法制度”“法制办”是对的，不提。引号里的也查，
书名号里的不查。词列在同名的 yaml 里，每条写明理由。
"""

from collections.abc import Iterator

from reportlint.facts.prose.script import is_traditional
from reportlint.facts.statements.wrong_words import find_terms
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "用语混淆"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n推进⟦法制政府⟧建设，办理案件36件。",
    "一、主要举措和成效\n公布⟦权利清单⟧312项。",
    "一、主要举措和成效\n规范行政⟦权利运行⟧，清理事项41项。",
    "一、主要举措和成效\n运用⟦法制思维⟧和⟦法制方式⟧化解矛盾36件。",
    "一、主要举措和成效\n群众⟦反应问题⟧320个，全部答复。",
    "一、主要举措和成效\n听取当事人⟦陈诉⟧和申辩46次，公安机关⟦侦察终结⟧2件。",
    "一、主要举措和成效\n打造“⟦法制文化⟧”长廊3处，保护公民⟦合法权力⟧，援助36件。",
    "一、主要举措和成效\n⟦人民调节⟧组织36个，⟦制订规章⟧2件，⟦违犯程序⟧的3件案件退回。",
    "一、主要举措和成效\n收到⟦检查建议书⟧11份。",
]
GOOD = [
    "一、主要举措和成效\n重大执法决定法制审核46件，执法制度更加完善。",
    "一、主要举措和成效\n推进法治政府建设，公布权力清单312项。",
    "一、主要举措和成效\n保障公民合法权利，制约行政权力。",
    "一、主要举措和成效\n区政府法制办与《法制日报》合作，举办法制讲座12场。",
    "一、主要举措和成效\n群众反映问题320个，形成应急反应问题台账。",
    "一、主要举措和成效\n公民权力求得到保障，提出检查建议36条。",
    "一、主要举措和成效\n制订工作方案3份，调节供水压力12次，实地考察36次。",
    "一、主要举措和成效\n行使行政权力，保障行政相对人的权利，受理诉讼权利告知36件。",
    "青岚县2013年依法行政工作报告\n一、主要举措和成效\n开展法制宣传教育12场，培训36人。",
    "一、主要举措和成效\n学习宪法制定历史，完善立法制度。",
]


def check(report: Report) -> Iterator[Finding]:
    if is_traditional(report):
        return
    for span, right, why in find_terms(report, __file__, "confused_term"):
        yield Finding(span, f"“{report.words(span)}”疑为“{right}”之误：{why}", f"请核对；通常写作“{right}”。")
