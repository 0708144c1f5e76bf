"""安排里没有一个时间、数字或要拿出来的东西。

“加强”“深化”“推进”明年无从核对。请给主要任务写上完成时间、数量，或者要出台的文件，如“6月底前修订《……办法》”“全年培训12期”。
多数条目写了目标、只有几条没有写的，也提出来。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.dates import dates_in
from reportlint.facts.prose.sentences import opening
from reportlint.facts.statements.items import is_numbered, items
from reportlint.finding import Finding, Severity, folded
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
    "⟦四、下一步打算⟧\n（一）加强培训，推动船员持证全覆盖。\n（二）丰富宣传形式。",
    "一、主要举措和成效\n办理案件36件。\n⟦下一步，我局将加强培训，提高能力。⟧",
    "⟦四、明年工作思路⟧\n一是加强学习。二是规范执法。三是落实“八五”普法规划。",
    "四、下一年度主要安排\n（一）6月底前修订渔政规程。\n（二）⟦持续丰富护渔宣传形式，提升宣传实效⟧。\n（三）轮训船员36人。",
    "四、下一年度主要安排\n一是3月底前配齐护渔员。二是评查渔政案卷36宗。三是⟦继续做好渔业纠纷化解，让渔民更满意。⟧",
    "四、下一年度主要安排\n（一）⟦深化宣传⟧\n丰富形式，提升实效。\n（二）强化队伍\n轮训船员36人。\n（三）规范执法\n评查案卷36宗。\n（四）优化服务\n不断提升渔民满意度。",
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
    "四、下一年度主要安排\n（一）6月底前修订渔政规程。\n（二）持续丰富护渔宣传形式，提升宣传实效。\n（三）规范渔政执法。",
    "四、下一年度主要安排\n（一）6月底前修订渔政规程。\n（二）深化宣传\n丰富形式。全年宣讲36场。",
    "四、下一年度主要安排\n一是评查案卷36宗；二是轮训船员36人；三是深化护渔宣传。以上任务均于12月底前完成。",
    "四、下一年度主要安排\n2025年6月底前完成下列任务：\n（一）评查案卷36宗。\n（二）轮训船员36人。\n（三）规范船检流程。",
    "四、下一年度主要安排\n（一）评查案卷36宗。\n（二）轮训船员36人。\n（三）建立船检数据共享机制。",
    "四、下一年度主要安排\n（一）评查案卷36宗。\n（二）轮训船员36人。\n此外，还将继续做好护渔宣传。",
]

_RULES = load_phrases(__file__, "plan_without_targets")
_TARGETS = tuple(_RULES[name].pattern for name in ("product", "made", "by"))
_TO_BE_SEEN, _OF_ALL = (_RULES[name].pattern for name in ("to-be-seen", "of-all"))


def check(report: Report) -> Iterator[Finding]:
    part = report.part("plan")
    if part.status == "absent" or not part.passages:
        return
    headed = [item.heading.span for top in part.sections for item in top.walk() if item is not top and item.heading]
    if any(_has_target(report, span) for span in (*headed, *(passage.span for passage in part.passages))):
        yield from _in_items(report)
        return
    yield Finding(
        opening(report, part),
        "安排里没有时间、数字，也没有要出台的文件，明年无从核对。",
        "请给主要任务写上完成时间或数量，如“6月底前修订《……办法》”“全年培训12期”。",
    )


def _in_items(report: Report) -> Iterator[Finding]:
    """The numbered items without a target, or anything to be seen, where half of three or more have one, and no place gives one to all."""
    told = [item for item in items(report, "plan") if is_numbered(report.text, item)]
    others = [item for item in told if not _has_target(report, item.span)]
    bare = [item for item in others if not _TO_BE_SEEN.search(report.text, *item.span)]
    if not bare or len(told) < max(3, 2 * len(others)):
        return
    passages = report.part("plan").passages
    lead = Span(passages[0].span.start, max(passages[0].span.start, told[0].span.start))
    if _has_target(report, lead) or _OF_ALL.search(report.text, told[0].span.start, passages[-1].span.end):
        return
    yield folded(
        [item.label for item in bare],
        "别的条目写了时间、数字或成果，这一条没有写，明年无从核对。",
        "请写上完成时间、数量或要拿出来的成果，如“全年培训12期”。",
        "也没有目标",
    )


def _has_target(report: Report, span: Span) -> bool:
    """Is anything there that one could look for a year later: a figure, a month, what is to be made?"""
    return (
        any(datum.unit != "周年" for datum in data_in(report, span))
        or any(date.month for date in dates_in(report, span))
        or any(target.search(report.text, *span) for target in _TARGETS)
    )
