"""配置里的一条豁免没有用处了。

.reportlint.yaml 的 waivers 里的一条，说的文件已经没有，或者说的问题已经改好，就请删去：留着，以后同样的问题再出现也看不到。
path 是通配符或没有写的，要它说的文件这一次都检查了才下结论；只检查其中几个文件时不提。

位置在 .reportlint.yaml 里，不在报告里。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "豁免没有用处"
SEVERITY = Severity.WARNING
# Configurations, not reports: of a folder with two reports, 报告.txt and 2022/报告.txt, in both of which 一批 is found.
BAD = [
    "waivers:\n- ⟦{check: vague-quantity, words: 若干, reason: 已经公开}⟧",
    "waivers:\n- ⟦check: impossible-rate\n  reason: 已经公开⟧\n\n# 以下是设置\nchecks: {}",
    "waivers:\n- {check: vague-quantity, reason: 已经公开}\n- ⟦{check: impossible-rate, path: 2022/*, reason: 旧稿}⟧",
    "waivers:\n- ⟦{check: vague-quantity, path: 2023.txt, reason: 旧稿}⟧",
    "waivers:\n- ⟦{check: not-a-report, path: 报告.txt, reason: 不是报告, until: 2099-12-31}⟧",
    "waivers:\n- ⟦check: vague-quantity\n  words: |\n    一大批\n  reason: 旧稿⟧",
]
GOOD = [
    "waivers:\n- {check: vague-quantity, reason: 已经公开}",
    "waivers:\n- {check: vague-quantity, words: ' 一批', reason: 已经公开, until: 2099-12-31}",
    "waivers:\n- {check: vague-quantity, words: 一批, path: 2022/报告.txt, reason: 已经公开}",
    "waivers:\n- {check: vague-quantity, words: 一批, path: '*.txt', reason: 已经公开}",
    "checks: {impossible-rate: off}\nwaivers:\n- {check: impossible-rate, reason: 已经公开}",
    "checks: {stale-waiver: off}\nwaivers:\n- {check: impossible-rate, reason: 已经公开}",
]


def check(report: Report) -> Iterator[Finding]:
    """Nothing: one report alone does not tell. The findings come from `reportlint.repository.stale_waivers`; this module is their page."""
    yield from ()
