"""写错的词：不论什么意思，这样写都不对。

如“截止12月底”应写作“截至12月底”（“截止日期”是对的），“布署”应写作“部署”。词列在同名的 yaml 里，每条写明理由，可以自己添加；引号和书名号里的文字不查。
"""

from collections.abc import Iterator

from reportlint.facts.statements.wrong_words import find_terms
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "错别字词"
SEVERITY = Severity.ERROR
BASIS = "《现代汉语词典》《第一批异形词整理表》"
BAD = [
    "一、主要举措和成效\n⟦截止⟧12月底，全区办理案件36件。",
    "一、主要举措和成效\n⟦截止⟧目前，已培训120人。",
    "一、主要举措和成效\n区长⟦布署⟧执法检查工作。",
    "一、主要举措和成效\n完成12家企业⟦帐户⟧核查。",
    "一、主要举措和成效\n实现⟦复盖⟧全部36个村的目标，审结⟦仲栽⟧案件8件。",
    "一、主要举措和成效\n⟦己经⟧办结36件。",
    "一、主要举措和成效\n召开⟦听政会⟧6次，邀请⟦人民检查院⟧参加。",
]
GOOD = [
    "一、主要举措和成效\n报名的截止日期为12月1日，材料至月底截止。",
    "一、主要举措和成效\n截至12月底，全区办理案件36件。",
    "一、主要举措和成效\n采购帐篷200顶，蚊帐40顶。",
    "一、主要举措和成效\n部署执法检查工作，分布署名文章12篇。",
    "一、主要举措和成效\n编印《关于“己经”与“已经”的辨析》一册。",
    "一、主要举措和成效\n引导群众知己经常反省，把调解叫做为民办实事。",
    "一、主要举措和成效\n公正处理纠纷36件，修复盖板12块。",
]


def check(report: Report) -> Iterator[Finding]:
    for row, span in find_terms(report, __file__, "misused_word"):
        message = f"“{row['wrong']}”应写作“{row['right']}”：{row['why']}"
        yield Finding(span, message, replacement=row["right"])
