"""同一个数量，连续两年一字不差。

“办结行政复议案件136件”去年是这个数，今年还是，多半是忘了更新。用 `--previous` 时才检查；小于 `least` 的数、100%
和整段照抄里的数（见 copied-paragraph）不提；11、200 这样容易碰巧相同的数，只在整句照搬时才提。
"""

from collections.abc import Iterator

from reportlint.facts.statements.copies import copies, find_unchanged, told_figures
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "数字与上年相同"
SEVERITY = Severity.WARNING
_OLD = "一、主要举措和成效\n办结行政复议案件136件，行政机关负责人出庭率98.5%，举办法治宣讲活动36场。\n===\n一、主要举措和成效\n"
BAD = [
    f"{_OLD}办结行政复议案件⟦136件⟧。",
    f"{_OLD}全年共举办法治宣讲活动⟦36场⟧，比上年形式更多样。",
    f"{_OLD}行政机关负责人出庭率达⟦98.5%⟧。",
    f"{_OLD}（一）复议。全年办结行政复议案件共⟦136件⟧。",
    f"{_OLD}办结行政复议案件⟦136件⟧，举办法治宣讲活动24场。",
    "一、主要举措和成效\n受理行政应诉案件11件，负责人全部出庭应诉。\n===\n一、主要举措和成效\n受理行政应诉案件⟦11件⟧，负责人全部出庭应诉。",
    f"{_OLD}2024年，行政机关负责人出庭率为⟦98.5%⟧。",
]
GOOD = [
    f"{_OLD}办结行政复议案件152件。",
    f"{_OLD}办结信访积案136件。",
    f"{_OLD}举办法治宣讲活动26场，行政机关负责人出庭率100%。",
    "一、主要举措和成效\n办结行政复议案件136件。",
    f"{_OLD}办结行政复议案件约136件。",
    f"{_OLD}开展检查。\n四、2025年安排\n举办法治宣讲活动36场。",
    "一、主要举措和成效\n受理行政应诉案件11件。\n===\n一、主要举措和成效\n全年受理行政应诉案件11件，负责人出庭9件，均按期履行裁判。",
]


def check(report: Report, *, least: int = 10, likeness: float = 90.0) -> Iterator[Finding]:
    if report.previous is None:
        return
    copied = [copy.span for copy in copies(report, likeness)]
    ours = [told for told in told_figures(report) if not any(span.covers(told[0].span) for span in copied)]
    for mention, other in find_unchanged(ours, told_figures(report.previous), least):
        yield Finding(
            mention.span,
            f"“{report.words(mention.span)}”与上一年度报告里的数完全一样。",
            "请核对是不是忘了更新；确实没有变的，请写明“与上年持平”。",
            related=(Related(other.span, "上一年度的数", report.previous.source),),
        )
