"""Claims of result or degree: what is one, of which grade, and what is none."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.statements.claims import Claim, claims_in, find_claims
from reportlint.facts.statements.support import supports
from reportlint.language.quotes import mask_brackets, mask_quotes
from reportlint.report import read


def found(text: str) -> list[Claim]:
    return list(find_claims(text, mask_brackets(mask_quotes(text)), Span(0, len(text))))


def said(text: str) -> list[tuple[str, str]]:
    """Kind and words of each claim."""
    return [(claim.kind, text[claim.span.start : claim.span.end]) for claim in found(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        # how much better
        ("加强培训，执法水平显著提升。", "degree", "显著提升"),
        ("开展整治，市场秩序持续好转。", "degree", "持续好转"),
        ("推行网办，政务服务更优更快。", "degree", "更优更快"),
        ("开展帮扶，遗留问题得到解决。", "degree", "得到解决"),
        ("联合办案，效率翻了几番。", "degree", "翻了几番"),
        ("开展调解，纠纷呈下降趋势。", "degree", "呈下降趋势"),
        ("开展攻坚，难题彻底破解。", "degree", "彻底破解"),
        # what can be counted was bettered, or 了 says that something was
        ("推行网办，减少办事跑动次数。", "effect", "减少办事跑动次数"),
        ("开展培训，提升了办案人员的能力。", "outcome", "提升了办案人员的能力"),
        ("开展调解，推动历史积案化解。", "effect", "推动历史积案化解"),
        ("推行网办，让群众少跑腿。", "effect", "让群众少跑腿"),
        # praise received, support given, needs met, gaps closed
        ("开展上门服务，深受群众欢迎。", "praise", "深受群众欢迎"),
        ("经验做法被上级推广。", "praise", "被上级推广"),
        ("派出服务队，为企业提供了有力支持。", "benefit", "提供了有力支持"),
        ("开设夜间窗口，满足了上班族需求。", "benefit", "满足了上班族需求"),
        ("修订办法，监管漏洞及时堵住。", "benefit", "漏洞及时堵住"),
        ("健全机制，实现由被动应对向主动治理转变。", "benefit", "实现由被动应对向主动治理转变"),
        # all of how many
        ("公开目录，做到应公开尽公开。", "universal", "应公开尽公开"),
        ("事项全部进驻大厅。", "universal", "全部进驻大厅"),
        ("所有行政村都有法律顾问。", "universal", "所有行政村都有法律顾问"),
        ("推行网格化，做到件件有回音。", "universal", "件件有回音"),
        ("全部案件按期办结。", "universal", "全部案件按期办结"),
        ("加强巡查，监管无盲区。", "universal", "无盲区"),
        ("加强巡查，监管延伸到每个角落。", "universal", "延伸到每个角落"),
        # an unspecified lot
        ("组织攻坚，化解了一大批积案。", "emergence", "化解了一大批积案"),
        # formulas
        ("组织学法，不断提升依法办事能力。", "formula", "不断提升依法办事能力"),
        ("整合力量，形成监督合力。", "formula", "形成监督合力"),
        ("明确分工，推动各项任务落地。", "formula", "推动各项任务落地"),
    ],
)
def test_claims(text: str, kind: str, words: str) -> None:
    assert said(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "加强执法监督，推进依法行政。",
        "力争满意度大幅提升，实现全覆盖。",
        "为提升执法水平，组织培训。",
        "开展执法能力提升行动。",
        "印发《大幅压减时限的通知》。",
        "对成绩突出的单位予以通报表扬。",
        "开展学习，推动习近平法治思想走深走实。",
        "充分发挥法律顾问作用，审查合同。",
        "评查完毕，一是充分发挥律师作用，参与审查；二是建立台账。",
        "提高办案效率，推行网办。",
        "各科室都要明确责任人。",
        "案件均由县司法局审理。",
        "使用统一文书，转让闲置资产。",
        "开展自查，补齐短板弱项，加强业务学习。",
        "开展抽查，减少重复检查，推行联合检查。",
        "按照应改尽改的要求排查设施。",
        "对隐患进行有效治理。",
        "文书样式全部统一。",
        "取消全部证明材料。",
    ],
)
def test_no_claims(text: str) -> None:
    assert said(text) == []


def test_a_claim_names_its_rule() -> None:
    (claim,) = found("上级交办的积案全部办结。")
    assert claim.rule == "all-done"


def test_a_rate_asks_for_a_rate() -> None:
    assert [claim.needs_rate for claim in found("群众满意率稳步提升，投诉明显减少。")] == [True, False]


HEAD = "云渚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n"
REST = (
    "\n二、存在的不足和原因\n力量不足。\n三、第一责任人履职情况\n县长听取汇报3次。\n四、下一年度主要安排\n培训2次。\n"
)


@pytest.mark.parametrize(
    ("prose", "supported"),
    [
        ("执法水平显著提升，案卷合格率98%。", True),
        ("执法水平显著提升。组织案卷评查。全年评查120卷。", True),  # the topic of its paragraph
        ("组织评查。执法水平显著提升。全年发放资料300份。", False),
        ("组织评查。营商环境持续优化。新设企业512户，增长8.2%。", True),  # a comparison goes on
        ("组织评查。一是执法水平显著提升。制定细则。评查120卷。二是学法。", True),  # the topic of its item
        ("组织评查。一是执法水平显著提升。制定细则。二是学法12次。", False),
        ("组织评查。群众满意率稳步提升，培训12期。", False),  # a rate asks for a rate
        ("事项全部进驻大厅。开展窗口评议。全年评议12次。", False),  # how many of them, other figures do not say
        ("组织评查。法律顾问实现全覆盖。36个村聘请法律顾问。", True),
        ("组织评查。一是持续优化营商环境。梳理清单。", True),  # names the item, claims nothing
        ("组织评查。梳理清单，持续优化营商环境。", False),
        # counts of acts do not say how many obstacles there were; a count of just these does
        ("组织评查。移送线索31条，税警协作的堵点全部打通。", False),
        ("组织评查。梳理堵点18个，堵点全部打通。", True),
        # concluded from a deed without a datum: what is told after it is another matter, save a change
        ("开设夜间窗口，“请假跑手续”成为历史；上门送药316人次。", False),
        ("制定《检查规程》，重复检查明显减少。检查企业60家。", False),
        ("制定《检查规程》，重复检查明显减少。检查企业60家，比上年减少41家。", True),
        ("制定《调解规程》，调解成功率明显提升，达到96%。", True),
        # a plain rate before a claim measures how good the work is, what it names, or what people say
        ("组织评查。评查案卷80卷，合格率98%，办案质量明显提升。", True),
        ("组织评查。受理投诉80件，办结率98%，扰民现象得到根治。", False),
        ("组织评查。培训80人，参训率100%，办案能力明显提升。", False),
        ("组织评查。走访住户80户，满意率98%，邻里关系日渐融洽。", True),
        ("组织评查。主动公开信息80条，政府工作透明度显著提高。", True),
        # what ends a sentence behind a deed is no topic
        ("绘制流转图，办理效率显著提高。清理文件9件。", False),
    ],
)
def test_support(prose: str, supported: bool) -> None:
    report = read((HEAD + prose + REST).encode(), "draft.txt")
    told = [(s, claim) for s in sentences_of(report, report.kind.deeds) for claim in claims_in(report, s)]
    assert [supports(report, sentence, claim) for sentence, claim in told] == [supported]


def test_a_claim_behind_a_claim_may_be_the_topic() -> None:
    report = read((HEAD + "办理效率显著提高，执法水平稳步提升。清理文件9件。" + REST).encode(), "draft.txt")
    told = [(s, claim) for s in sentences_of(report, report.kind.deeds) for claim in claims_in(report, s)]
    assert [supports(report, sentence, claim) for sentence, claim in told] == [True, True]
