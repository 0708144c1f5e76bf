"""说了成效或程度，却没有数据支持。

“显著提升”“圆满完成”“全覆盖”“取得实效”“充分发挥作用”是结论。读者会问：提高了多少，办了几件，覆盖了谁？
有数据的结论（在同一句里；段落首句则在本段里）不提。口号里的数字（“1+3”、12345）、年份、序数、文号不算数据。
打算和目标（力争、确保）、标题、《》里的名称不算结论。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.statements.claims import Claim, claims_in
from reportlint.facts.statements.support import supports
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "成效没有数据"
SEVERITY = Severity.WARNING
_HEAD = "一、主要举措和成效\n（一）健全制度。全年制定文件3件。"
BAD = [
    f"{_HEAD}加强学习培训，执法水平⟦显著提升⟧。",
    f"{_HEAD}加强学习，群众满意率⟦稳步提升⟧。",
    f"{_HEAD}推行“1+3”模式，行政争议⟦全部化解⟧。",
    f"{_HEAD}落实12345热线办理机制，⟦有效提升群众办事的便利性⟧。",
    f"{_HEAD}上级交办的积案⟦全部办结⟧。",
    f"{_HEAD}开展专题宣讲，法治宣传⟦取得良好成效⟧。",
    f"{_HEAD}完善顾问制度，⟦充分发挥法律顾问的参谋作用⟧。",
    f"{_HEAD}基层治理的新做法⟦不断涌现⟧。",
    f"{_HEAD}按照2021—2025年规划，⟦圆满完成⟧各项任务。",
    f"{_HEAD}推行容缺受理，办事流程⟦更加便捷⟧。",
    f"{_HEAD}推进诉前调解，⟦促进行政争议实质性化解⟧。",
    f"{_HEAD}加强组织领导。行政争议⟦大幅减少⟧。全年发放资料3000份。",
    f"{_HEAD}（一）执法水平⟦显著提升⟧。\n（二）开展培训12次。",
]
GOOD = [
    f"{_HEAD}加强组织领导。营商环境持续优化。新设经营主体512户，比上年增长8.2%。",
    f"{_HEAD}一是健全制度；二是规范执法。三是队伍素质不断提高。培训执法人员105人次。",
    f"{_HEAD}执法水平显著提升，案卷合格率由92%提高到98%。",
    f"{_HEAD}办结行政复议案件36件，争议全部化解。",
    f"{_HEAD}制定《执法质量大幅提升行动方案》，开展专题学习。",
    f"{_HEAD}力争执法水平明显提升，确保任务圆满完成。",
    "一、主要举措和成效\n（一）健全制度。执法水平显著提升。全年评查案卷120卷，合格118卷。",
    "四、下一年度主要安排\n有效提升执法水平，实现全覆盖。",
    f"{_HEAD}组织开展执法能力提升行动，推进规范化建设。",
    "二、存在的不足和原因\n执法水平有待进一步提升。",
]


def check(report: Report) -> Iterator[Finding]:
    for sentence in sentences_of(report, report.kind.deeds):
        unsupported = [claim for claim in claims_in(report, sentence) if not supports(report, sentence, claim)]
        for group in _adjoining(unsupported):
            span = Span(group[0].span.start, group[-1].span.end)
            message, suggestion = _REMARKS[group[0].kind]
            yield Finding(span, message.format(report.words(group[0].span)), suggestion)


_OR = "没有数字，就只写做了什么。"
_REMARKS = {
    "degree": ("“{0}”说的是程度，这里没有数据支持。", f"请写出变化，如由多少到多少、比上年增减百分之几；{_OR}"),
    "outcome": ("“{0}”说的是成效，这里没有数据支持。", f"请用数字写出成效是什么；{_OR}"),
    "universal": ("“{0}”说的是全部，没有写明一共多少。", "请写明总数，如“36件全部办结”。"),
    "emergence": ("“{0}”说的是成效，没有写明有多少。", f"请写出有多少、举出是哪些；{_OR}"),
    "effect": ("“{0}”说的是效果，这里没有数据支持。", f"请写出效果的数字，如减少几次、化解几件；{_OR}"),
    "rate": ("说到了“{0}”，没有写明是多少。", "请写出百分之几，如“化解率96.5%”。"),
}


def _adjoining(claims: list[Claim]) -> Iterator[list[Claim]]:
    """Claims of neighbouring clauses together: one remark for them."""
    group: list[Claim] = []
    for claim in claims:
        if group and claim.clause.start > group[-1].clause.end + 1:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group
