"""配置里的一条豁免过了期。

.reportlint.yaml 的 waivers 里，until 是豁免有效的最后一天；过了这一天，被豁免的问题照常提出。请改好问题，删去这一条；确实还要豁免的，写明理由，
改 until。

位置在 .reportlint.yaml 里，不在报告里。例子里，这一天是2025年6月30日。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "豁免过期"
SEVERITY = Severity.WARNING
# Configurations, not reports: of a folder with two reports, 报告.txt and 2022/报告.txt, in both of which 一批 is found.
BAD = [
    "waivers:\n- ⟦{check: vague-quantity, words: 一批, reason: 已经公开, until: 2025-06-29}⟧",
    "waivers:\n- ⟦check: vague-quantity\n  reason: 上半年改\n  until: 2025-05-31⟧\n",
    "waivers:\n  - {check: vague-quantity, reason: 已经公开}\n  - ⟦{check: long-sentence, reason: 旧稿, until: 2024-12-31}⟧",
    "waivers:\n- ⟦check: vague-quantity  # 旧报告\n  path: 2022/*.txt\n  until: '2025-01-31'\n  reason: 旧稿⟧  # 待改\nchecks: {}",
    "waivers:\n- ⟦{check: thin-section, path: 报告.txt, reason: 未定稿, until: 2000-01-01}⟧",
    "waivers:\n- ⟦{check: thin-section, path: 没有.txt, reason: 未定稿, until: 2025-06-01}⟧",
]
GOOD = [
    "waivers:\n- {check: vague-quantity, reason: 已经公开}",
    "waivers:\n- {check: vague-quantity, reason: 已经公开, until: 2025-06-30}",
    "waivers:\n- {check: vague-quantity, path: 2022/报告.txt, reason: 已经公开, until: 2025-12-31}",
    "waivers: []",
    "waivers:",
    "checks: {expired-waiver: off}\nwaivers:\n- {check: vague-quantity, reason: 已经公开, until: 2025-06-29}",
]


def check(report: Report) -> Iterator[Finding]:
    """Nothing: a report does not tell. The findings come from `reportlint.repository.stale_waivers`; this module is their page."""
    yield from ()
