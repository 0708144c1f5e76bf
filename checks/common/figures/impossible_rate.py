"""比率超过了100%。

办结率、覆盖率、满意率这类占比最高是100%。完成计划的120%，请写“完成年度计划的120%”。
"""

from collections.abc import Iterator

from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.figures.quantities import Quantity
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "比率超过100%"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n案件办结率达⟦102%⟧。",
    "一、主要举措和成效\n学法覆盖率⟦110%⟧。",
    "一、主要举措和成效\n群众满意率为⟦100.5%⟧。",
    "一、主要举措和成效\n行政机关负责人出庭应诉率⟦103%⟧。",
    "一、主要举措和成效\n持证人员占在编人员的⟦120%⟧。",
    "一、主要举措和成效\n任务完成率⟦105%⟧。",
    "一、主要举措和成效\n调解成功率保持在⟦101%以上⟧。",
    "一、主要举措和成效\n群众满意度达到⟦102%⟧。",
    "一、主要举措和成效\n网上可办比例达⟦110%⟧，一次办成的占⟦120%⟧。",
    "一、主要举措和成效\n办结率、满意率分别达到⟦120%⟧和98%。",
    "一、主要举措和成效\n⟦102%⟧的案件按期办结。",
    "一、主要举措和成效\n执法对象满意度由94%提升到⟦102%⟧，提升8个百分点。",
    "一、主要举措和成效\n各类抽检合格率均在⟦103%以上⟧。",
    "一、主要举措和成效\n有⟦101.6%⟧的企业对检查表示满意。",
    "一、主要举措和成效\n反馈问题整改率虽达⟦104%⟧，仍有反弹；审查覆盖率⟦超过100%⟧。",
    "一、主要举措和成效\n行政裁决案件中，调解结案的占到⟦120%⟧。",
]
GOOD = [
    "一、主要举措和成效\n案件办结率达100%。",
    "一、主要举措和成效\n办案量增长120%。",
    "一、主要举措和成效\n完成年度计划的120%。",
    "一、主要举措和成效\n增长率110%。",
    "一、主要举措和成效\n投诉量是上年的150%。",
    "一、主要举措和成效\n满意率98.5%，同比增速达130%。",
    "一、主要举措和成效\n检查覆盖率提高120%，投入120%的经费。",
    "一、主要举措和成效\n增长比例达110%。",
    "一、主要举措和成效\n办案量增幅由80%提高到120%。",
    "一、主要举措和成效\n任务完成率达到年初目标的105%。",
    "一、主要举措和成效\n小学毛入学率103%，农业保险赔付率112%；开工率108%，超过年度计划。",
    "一、主要举措和成效\n计划检查320家，实际检查334家，完成率104.4%。",
    "一、主要举措和成效\n通货膨胀率达140.6%，价格上涨率为120%。",
]

_ALL = 100
_FROM = patterns.compile("[由从][\u4e00-\u9fff0-9]{0,8}$")
_WORDS = load_phrases(__file__, "impossible_rate")

_BEYOND = frozenset(("超过", "超过了", "高于", "大于", "突破", "突破了"))
_MORE_THAN_DUE = patterns.compile(
    "超额|超过?[^，。；]{0,6}(?:计划|任务|目标)|(?:计划|任务|目标|指标)[^。；]*[0-9][^。；]*完成率[^，。；]{0,4}[0-9]"
)
"""超额完成任务，完成率达118%; 开工率108%，超过年度计划; 计划检查320家，实际检查334家，完成率104.4%."""


def check(report: Report) -> Iterator[Finding]:
    for sentence, here in mentions(report):
        for number, mention in enumerate(here):
            quantity = mention.quantity
            if quantity.kind != "percent" or not _beyond_all(quantity) or mention.aside.startswith("含"):
                continue  # 103%（含外来务工人员）
            if _MORE_THAN_DUE.search(report.text, *sentence.span):
                continue
            if (
                _is_rate(mention)
                or (number and _is_next(here[number - 1], mention))
                or (number and _WORDS["risen"].pattern.fullmatch(mention.before) and _rises_from(here[number - 1]))
            ):
                yield Finding(quantity.span, "这个比率超过了100%。", "请核对数字，或改写成“为计划的百分之几”。")


def _beyond_all(quantity: Quantity) -> bool:
    return quantity.value > _ALL or (quantity.value == _ALL and not _BEYOND.isdisjoint(quantity.words))


def _is_rate(mention: Mention) -> bool:
    alone = not mention.before or _WORDS["there-are"].pattern.fullmatch(mention.before)
    rate = _WORDS["rate"].pattern.search(mention.before) and not _WORDS["no-share"].pattern.search(mention.before)
    return bool(rate) or bool(alone and _WORDS["of-all"].pattern.match(mention.after))


def _is_next(before: Mention, mention: Mention) -> bool:
    """参保率、续保率分别为98%和103%."""
    return not mention.before and mention.mark == "、" and before.quantity.kind == "percent" and _is_rate(before)


def _rises_from(before: Mention) -> bool:
    """满意度由94%: is it a rate that is told to rise?"""
    return _is_rate(before._replace(before=_FROM.sub("", before.before))) and before.quantity.kind == "percent"
