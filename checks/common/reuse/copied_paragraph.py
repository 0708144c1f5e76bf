"""一段话（几乎）照抄了上一年度的报告。

评估中最常见的批评之一。只换了年份和数字的，也算照抄。用 `--previous 上年报告.txt`（或上年报告的文件夹）时才检查；
相似度（按编辑距离，0—100）达到 `likeness` 的提出来，开头一段和年年都有的套话（“认真履行职责，主要做了以下工作”）不计；
满是数字、数字又多是新的，说的是年年要做的事，也不提。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.statements.copies import copies
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "照抄上年"
SEVERITY = Severity.WARNING
_SAID = "组织开展行政执法案卷评查，抽查行政处罚案卷120卷，对发现的超期办理、文书不规范等问题逐一反馈，督促限期整改。"
_PLAN = "加强镇街综合执法队伍建设，开展岗位练兵和以案释法，健全执法协作机制，推动执法力量向一线倾斜。"
_FORMULA = (
    "2024年，区委书记、区长认真履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问，主要做了以下工作。"
)
_OLD = f"一、主要举措和成效\n{_SAID}\n四、下一年度主要安排\n{_PLAN}\n===\n"
BAD = [
    f"{_OLD}一、主要举措和成效\n⟦{_SAID}⟧",
    f"{_OLD}一、主要举措和成效\n⟦{_SAID.replace('120', '136')}⟧",
    f"{_OLD}四、下一年度主要安排\n⟦{_PLAN}⟧",
    f"{_OLD}一、主要举措和成效\n（一）规范执法。⟦{_SAID.replace('逐一', '逐项')}⟧",
    f"{_OLD}一、主要举措和成效\n办理行政复议案件36件。\n⟦{_SAID}⟧",
    f"{_OLD}四、2025年安排\n⟦{_PLAN.replace('推动', '促进')}⟧\n修订规定。",
]
GOOD = [
    f"一、主要举措和成效\n{_SAID}",
    f"{_OLD}一、主要举措和成效\n评查案卷136卷，发现超期办理9卷、文书不规范12卷，已全部整改，合格率比上年提高3个百分点，通报2个单位。",
    f"{_OLD}一、主要举措和成效\n办理行政复议案件36件。",
    f"{_OLD}四、下一年度主要安排\n6月底前配齐镇街执法人员60名，全年开展岗位练兵4次、以案释法12场，修订执法协作办法。",
    f"{_SAID}\n一、主要举措和成效\n办理案件36件。\n===\n{_SAID}\n一、主要举措和成效\n办理案件48件。",
    f"{_OLD}一、主要举措和成效\n组织开展行政执法案卷评查。",
    f"一、主要举措和成效\n{_FORMULA}\n===\n一、主要举措和成效\n{_FORMULA}",
    "一、主要举措和成效\n会前学法12次，学习法律36部，旁听庭审3场，讲授法治课4次，任前测试120人，发放手册2600册。\n===\n"
    "一、主要举措和成效\n会前学法14次，学习法律38部，旁听庭审5场，讲授法治课6次，任前测试136人，发放手册3100册。",
]


def check(report: Report, *, likeness: float = 90.0) -> Iterator[Finding]:
    if report.previous is None:
        return
    for copy in copies(report, likeness):
        line = report.previous.source.line_of(copy.original.start)
        yield Finding(
            Span(*copy.span),
            f"这一段与上一年度报告第 {line} 行{'完全相同' if copy.likeness == 100 else f'有 {copy.likeness:.0f}% 相同'}。",
            "请写本年度的新情况；确实年年要做的，写出今年的次数和结果。",
            related=(Related(copy.original, "上一年度的写法", report.previous.source),),
        )
