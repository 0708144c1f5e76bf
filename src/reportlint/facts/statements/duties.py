"""What the head of a government must do as first responsible person, and by which words it shows.

《党政主要负责人履行推进法治建设第一责任人职责规定》 art. 6, in the order of its six items.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.kept import patterns

DUTIES = {
    "组织领导（制定规划计划、听取汇报、解决重大问题）": r"部署|听取[^。；]{0,20}汇报|工作要点|年度计划|工作计划|专题研究|研究解决|推进会|专题会",
    "依法决策（重大决策、规范性文件、法律顾问、政务公开）": r"决策|合法性审查|合法性审核|法律顾问|公职律师|规范性文件|政务公开|信息公开",
    "依法履职（执法责任、严格规范公正文明执法）": r"执法",
    "督促班子成员和部门负责人（述法、考核、内部监督）": r"述法|督促|班子成员|分管|考核|督察|督办|内部监督|部门(?:主要)?负责人",
    "尊重司法（出庭应诉、履行生效裁判）": r"出庭|应诉|诉讼|判决|裁判|司法建议|府院|法院",
    "学法普法（带头学法、谁执法谁普法）": r"学法|学习|普法|讲座|讲授|培训|党课|法治(?:专题)?课|领学|宪法宣传|宣誓",
}
"""Duty, as messages name it, to the pattern of its traces."""


def missing_duties(sentences: Iterable[str]) -> list[str]:
    """The duties of which no sentence told of the head shows a trace."""
    told = "\n".join(sentences)
    return [duty for duty, pattern in DUTIES.items() if not patterns.compile(pattern).search(told)]
