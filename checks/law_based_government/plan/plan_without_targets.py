"""安排里没有一个时间、数字或要拿出来的东西。

“加强”“深化”“推进”明年无从核对。请给主要任务写上完成时间、数量，或者要出台的文件，如“6月底前修订《……办法》”“全年培训12期”。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.dates import dates_in
from reportlint.facts.prose.sentences import opening
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "安排没有目标"
SEVERITY = Severity.INFO
BAD = [
    "一、工作情况\n检查12次。\n⟦二、存在问题及下一步打算⟧\n工作存在不足，普法形式单一。下一步，我镇将创新形式，加强培训。",
    "⟦四、下一年度主要安排⟧\n加强执法培训，深化普法宣传。",
    "⟦四、2025年主要安排⟧\n2025年，我区将持续推进依法行政，加强执法监督。",
    "⟦四、下一步安排⟧\n（一）落实《信访工作条例》。完善机制。\n（二）强化“三项制度”。规范执法。",
    "⟦四、下一步打算⟧\n做好建国80周年期间的信访工作。",
    "⟦四、下一步打算⟧\n学习新修订的《中华人民共和国行政复议法》，用好已出台政策，加强食堂、电梯监管。",
    "一、主要举措和成效\n办理案件36件。\n⟦下一步，我局将加强培训，提高能力。⟧",
    "⟦四、明年工作思路⟧\n一是加强学习。二是规范执法。三是落实“八五”普法规划。",
]
GOOD = [
    "四、下一年度主要安排\n6月底前修订执法规程。",
    "四、2025年主要安排\n全年培训执法人员12期。",
    "四、下一步安排\n制定《行政检查办法》，规范检查。",
    "四、下一步打算\n合格率达到95%以上。",
    "四、明年工作思路\n年内配齐执法人员。",
    "四、明年工作思路\n第三季度完成清理。",
    "四、明年工作思路\n（一）案件审理期限压缩至40日以内。\n（二）规范执法。\n特此报告。",
    "四、明年工作思路\n出台行政裁量权基准，编制检查事项清单。",
    "四、明年工作思路\n实现村（社区）法律顾问全覆盖。",
    "一、主要举措和成效\n办理案件36件。",
]

_TARGETS = tuple(rule.pattern for rule in load_phrases(__file__, "plan_without_targets").values())


def check(report: Report) -> Iterator[Finding]:
    part = report.part("plan")
    if part.status == "absent" or not part.passages:
        return
    items = [item.heading.span for top in part.sections for item in top.walk() if item is not top and item.heading]
    if any(_has_target(report, span) for span in (*items, *(passage.span for passage in part.passages))):
        return
    yield Finding(
        opening(report, part),
        "安排里没有时间、数字，也没有要出台的文件，明年无从核对。",
        "请给主要任务写上完成时间或数量，如“6月底前修订《……办法》”“全年培训12期”。",
    )


def _has_target(report: Report, span: Span) -> bool:
    """Is anything there that one could look for a year later: a figure, a month, what is to be made?"""
    return (
        any(datum.unit != "周年" for datum in data_in(report, span))
        or any(date.month for date in dates_in(report, span))
        or any(target.search(report.text, *span) for target in _TARGETS)
    )
