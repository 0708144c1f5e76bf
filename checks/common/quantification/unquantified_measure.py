"""“主要举措和成效”里的一条，通篇没有一个数据。

一条举措写了几百字，却没有一个数字，读者无从知道做了多少。制度名称里的数（“三项制度”“五大举措”）、年份、届次不算数据。
短于 `characters` 个字的条目不提。
"""

from collections.abc import Iterator

from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.written import size
from reportlint.finding import Finding, Severity
from reportlint.outline.sections import Section
from reportlint.report import Report

TITLE = "举措没有数据"
SEVERITY = Severity.WARNING
_DRY = (
    "组织学习有关法律法规，邀请专家授课，督促各单位制定学习计划，把学习情况列入考核内容。"
    "落实行政执法三项制度，修订工作细则，明确责任分工，开展执法检查，督促问题整改。"
)
BAD = [
    f"一、主要举措和成效\n⟦（一）强化理论学习⟧。{_DRY}\n（二）规范执法。{_DRY}全年检查30次。",
    f"一、主要举措和成效\n（一）规范执法。{_DRY}全年检查30次。\n⟦（二）强化理论学习⟧\n{_DRY}",
    f"一、主要举措和成效\n（一）规范执法\n1.检查。{_DRY}全年检查30次。\n⟦2.学习⟧。{_DRY}第二批学员结业。",
    f"⟦一、强化理论学习⟧\n{_DRY}\n二、规范执法\n{_DRY}检查30次。\n三、存在的不足\n力量不足。",
    f"一、主要举措和成效\n⟦（一）落实规划⟧。{_DRY}落实《普法规划（2021—2025年）》，推行“1+3”模式。\n（二）执法。检查30次。",
    f"一、主要举措和成效\n⟦（一）优化服务⟧。{_DRY}推出五大举措，开通12345热线。\n（二）执法。检查30次。",
]
GOOD = [
    f"一、主要举措和成效\n（一）强化理论学习。{_DRY}举办培训班12期。",
    f"一、主要举措和成效\n（一）强化理论学习\n{_DRY}\n全年举办培训班十二期。",
    "一、主要举措和成效\n（一）强化理论学习。组织学习有关法律法规。",
    f"一、主要举措和成效\n（一）规范执法\n{_DRY}\n1.检查。检查30次。\n2.培训。培训12场。",
    f"四、下一年度主要安排\n（一）强化理论学习。{_DRY}",
    f"一、主要举措和成效\n（一）规范执法。{_DRY}合格率百分之九十八。",
]


def check(report: Report, *, characters: int = 45) -> Iterator[Finding]:
    for part in report.part(report.kind.deeds).sections:
        items = [section for section in part.walk() if not section.children and section.heading]
        if len(items) == 1 and items[0] is part and len(report.part(report.kind.deeds).sections) == 1:
            continue  # one undivided text: no items to compare
        for item in items:
            if (
                _size(report, item) >= characters
                and not any(data_in(report, p) for p in item.paragraphs)
                and item.heading
            ):
                yield Finding(
                    item.heading.span,
                    f"“{item.heading.text}”这一条没有一个数据。",
                    "请写出办了几件、多少次、多少人、比例多少。",
                )


def _size(report: Report, item: Section) -> int:
    return size(report, item.paragraphs)
