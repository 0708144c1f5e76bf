"""同一个数量，连续两年一字不差。

“办结行政复议案件136件”去年是这个数，今年还是，多半是忘了更新。用 `--previous` 时才检查；小于 `least` 的数、100%
和整段照抄里的数（见 copied-paragraph）不提。
"""

from collections.abc import Iterator

from reportlint.facts.figures.mentions import told_mentions
from reportlint.facts.statements.copies import copies, find_unchanged
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "数字与上年相同"
SEVERITY = Severity.WARNING
_OLD = "一、主要举措和成效\n办结行政复议案件136件，行政机关负责人出庭率98.5%，举办法治宣讲活动20场。\n===\n一、主要举措和成效\n"
BAD = [
    f"{_OLD}办结行政复议案件⟦136件⟧。",
    f"{_OLD}全年共举办法治宣讲活动⟦20场⟧，比上年形式更多样。",
    f"{_OLD}行政机关负责人出庭率达⟦98.5%⟧。",
    f"{_OLD}（一）复议。全年办结行政复议案件共⟦136件⟧。",
    f"{_OLD}办结行政复议案件⟦136件⟧，举办法治宣讲活动24场。",
    f"{_OLD}2024年，行政机关负责人出庭率为⟦98.5%⟧。",
]
GOOD = [
    f"{_OLD}办结行政复议案件152件。",
    f"{_OLD}办结信访积案136件。",
    f"{_OLD}举办法治宣讲活动26场，行政机关负责人出庭率100%。",
    "一、主要举措和成效\n办结行政复议案件136件。",
    f"{_OLD}办结行政复议案件约136件。",
    f"{_OLD}开展检查。\n四、2025年安排\n举办法治宣讲活动20场。",
]


def check(report: Report, *, least: int = 10, likeness: float = 90.0) -> Iterator[Finding]:
    if report.previous is None:
        return
    copied = [copy.span for copy in copies(report, likeness)]
    ours = [m for m in told_mentions(report) if not any(span.covers(m.span) for span in copied)]
    for mention, other in find_unchanged(ours, told_mentions(report.previous), least):
        yield Finding(
            mention.span,
            f"“{report.words(mention.span)}”与上一年度报告里的数完全一样。",
            "请核对是不是忘了更新；确实没有变的，请写明“与上年持平”。",
            related=(Related(other.span, "上一年度的数", report.previous.source),),
        )
