"""两个百分比的差用“个百分点”，数量的增减用“%”。

由92%提高到98%，是提高6个百分点；写“提高6%”，意思成了提高到97.5%。事故由25起减少到20起，是减少20%，不是20个百分点。
“百分比”不是单位，不能说“提高3个百分比”。只写“合格率98%，比上年提高6%”的，多半也是百分点，请核对。
"""

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.relations import relations
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "应为百分点"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n合格率由92%提高到98%，提高⟦6%⟧。",
    "一、主要举措和成效\n满意率从95.5%上升到97.8%，上升⟦2.3%⟧。",
    "一、主要举措和成效\n败诉率由12%下降到9%，下降⟦3%⟧。",
    "一、主要举措和成效\n出庭率从90%升至100%，提升了⟦10%⟧。",
    "一、主要举措和成效\n网办率由60%提升至85%，提升⟦25%⟧。",
    "一、主要举措和成效\n纠错率从5%降至4%，降低⟦1%⟧。",
    "一、主要举措和成效\n合格率由84%提高到86%，提高⟦2%⟧。",
    "一、主要举措和成效\n工伤事故由25起减少到20起，减少⟦20个百分点⟧。",
    "一、主要举措和成效\n合格率由91.2%提高到94.5%，提高⟦3.3个百分比⟧。",
    "一、主要举措和成效\n2022年达标率80.5%，2023年86.7%，增长⟦6.2%⟧。",
    "一、主要举措和成效\n按期答复率98.2%，比2023年（95.1%）提升⟦3.1%⟧。",
    "一、主要举措和成效\n投诉总量同比下降⟦12个百分点⟧。",
    "一、主要举措和成效\n网办比例达到82.5%，较上年的77.3%高出⟦5.2%⟧。",
    "一、主要举措和成效\n接报警情3200起，较上年下降⟦12.5个百分点⟧；财政收入增长⟦6.2个百分点⟧，办理时限压缩⟦65个百分点⟧。",
    "一、主要举措和成效\n调解成功率97.2%，比上年提高⟦1.8%⟧，上年为95.4%。",
    "一、主要举措和成效\n一次办结率由79.6%提高到88.1%，提高⟦8.5个百分率⟧；按时答复率较2023年的93%提升了⟦5%⟧，达到98%。",
    "一、主要举措和成效\n饮水达标率97%，而上年为91%，涨了⟦6%⟧；当日办结率上年是70%，年底达到85%，提高⟦15%⟧。",
    "一、主要举措和成效\n渔业电子证照使用率为75%，2023年使用率为50%，同比提高⟦25%⟧；案卷合格率达96%，2022年合格率91%，上升⟦5%⟧。",
    "一、主要举措和成效\n一次办结率为93%，高于2023年的90%，提升⟦3%⟧。",
    "一、主要举措和成效\n渔政案卷优秀率34%，高出全市平均水平（30%）⟦4%⟧；镇级窗口一次办结率88%，县级窗口95%，两级相差⟦7%⟧。",
    "一、主要举措和成效\n船检满意率一季度92.1%、四季度96.5%，四季度较一季度提高⟦4.4%⟧。",
    "一、主要举措和成效\n渔港环境达标率为97%，同比上升⟦6%⟧（2023年为91%）；渔船年检率由2023年的86%提高⟦9%⟧，达到95%。",
    "一、主要举措和成效\n渔工参保率72%增至91%，增加了⟦19%⟧；渔港达标率83%→96%，提升⟦13%⟧；船检覆盖率82%→100%，上升⟦18%⟧；逾期率9%降到4%（下降⟦5%⟧）。",
    "一、主要举措和成效\n渔船登记率98%，比上年提高⟦6%⟧；渔民满意度为95.5%，同比上升了⟦2.3%⟧。",
]
GOOD = [
    "一、主要举措和成效\n合格率由92%提高到98%，提高6个百分点。",
    "一、主要举措和成效\n合格率由80%提高到90%，提高12.5%。",
    "一、主要举措和成效\n办案量由100件增加到106件，增长6%。",
    "一、主要举措和成效\n合格率由92%提高到98%。",
    "一、主要举措和成效\n渔船登记率90%，比上年提高12.5%；渔港巡查覆盖率40%，同比提高60%；渔获增长率95%，比上年提高7%。",
    "一、主要举措和成效\n渔船登记率98%，比上年提高6个百分点；即办件占60%，同比增长20%；渔船登记率98%，来访批次比上年提高6%；收件1.2万件，办结率99%，同比增长8%。",
    "一、主要举措和成效\n渔船登记率80%增至90%，增加12.5%；渔政经费72万元增至91万元，增长26.4%。",
    "一、主要举措和成效\n合格率由92%提高到98%，检查量增长6%。",
    "一、主要举措和成效\n2022年达标率80.5%，2023年86.7%，上升6.2个百分点。",
    "一、主要举措和成效\n投诉总量同比下降12%，满意率提高2个百分点。",
    "一、主要举措和成效\n网办件数占比提高3个百分点。",
    "一、主要举措和成效\n受理诉求1.2万件，办结率99%，提高1.2个百分点，收入增速提高2.1个百分点。",
    "一、主要举措和成效\n当日办结率上年是70%，年底达到85%，提高15个百分点；收件上年为800件、本年为880件，增长10%。",
    "一、主要举措和成效\n一次办结率为93%，高于全市平均的90%，提升3%。",
    "一、主要举措和成效\n船检满意率92%，渔船年检率97%，来访批次同比上升5%；即办件占60%，承诺件占40%，承诺件数比上年减少20%。",
]
_WORDS = load_phrases(__file__, "percentage_point")
_HALF = 50
"""Of less than this a growth in % may as well be told."""
_MARK = patterns.compile(r"[，。；：、]")


def check(report: Report) -> Iterator[Finding]:
    told, held = set(), set()
    for relation in relations(report):
        held.add(relation.span)
        if relation.kind == "change" and relation.note == "point":
            told.add(relation.span)
            yield Finding(
                relation.span,
                f"{relation.computed}，文中写作“{relation.stated}”。",
                "两个百分比相减，请写“个百分点”；数量的增减，请写“百分之几”。",
                related=tuple(Related(span, "参与计算的数") for span in relation.operands),
            )
    for _, here in mentions(report):
        for number, mention in enumerate(here):
            if number and mention.span not in held and _is_of_rate(here[:number], mention, report):
                advice = "如果是两个比率相减，请写“个百分点”；如果确是增幅，请写出上年的比率。"
                yield Finding(mention.span, "比率的增减写作“%”，疑为“个百分点”。", advice)
            if mention.quantity.kind != "point" or mention.span in told:
                continue
            if (unit := mention.quantity.unit.removeprefix("个")) in ("百分比", "百分率", "百分数"):
                yield Finding(mention.span, f"“{unit}”不能作单位。", "两个百分比相减，请写“个百分点”。")
            elif _WORDS["counted"].pattern.search(mention.before) or (
                number and _is_of(here[number - 1], mention, report)
            ):
                yield Finding(mention.span, "数量的增减不用“百分点”。", "请写“百分之几”；百分点只用于两个比率之差。")


def _is_of_rate(told: Sequence[Mention], change: Mention, report: Report) -> bool:
    """Is it by how much a rate rose that stands right before it, and less likely of what it was: 出庭率95%，比上年提高7%?

    Where what it was comes out at a rate as round as the one told, the percentage may be meant: 90%，提高12.5% from 80%.
    """
    rate, grows = told[-1], _WORDS["grows"].pattern.search(change.before) is not None
    if grows and any(mention.quantity.kind == "count" for mention in told):
        return False  # 收件1.2万件，办结率99%，同比增长8%
    both = rate.quantity.kind == change.quantity.kind == "percent" and rate.exact and change.exact
    if not both or rate.depth != change.depth or rate.value < _HALF or change.value >= rate.value:
        return False
    between = report.text[rate.span.end : change.span.start]
    named = len(_MARK.findall(between)) == 1 and _WORDS["rate"].pattern.search(rate.before) is not None
    was = rate.value / (1 + change.value / 100) * 10**rate.quantity.decimals
    return named and was.denominator > 1 and _WORDS["since"].pattern.fullmatch(change.before) is not None


def _is_of(count: Mention, change: Mention, report: Report) -> bool:
    """Does the change, for which nothing else is named, tell of the count in the clause before: 接报警情3200起，较上年下降12个百分点?"""
    between = report.text[count.span.end : change.span.start]
    counts = count.quantity.kind == "count" and count.unit != "" and count.depth == change.depth
    return counts and len(_MARK.findall(between)) == 1 and _WORDS["of-it"].pattern.fullmatch(change.before) is not None
