"""用“一批”“若干”“大量”“多次”代替了数字。

报告要让人可以核对：召开了几次会议，化解了多少件，建成了几个。“定期召开”“先后召开”没有写几次的也提。数字就在旁边的不提；是别的词的一部分（统一批复、第一批、若干意见）的不提。
说成成效的（一大批积案得到化解）由 unquantified-claim 提。
`words` 可以在配置里改；“多次”“几家”一类不用列。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.statements.support import unsupported
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "数量含糊"
SEVERITY = Severity.INFO
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n建成⟦一批⟧示范点。",
    "一、主要举措和成效\n⟦多次⟧召开会议，研究执法工作。",
    "一、主要举措和成效\n出台⟦若干⟧措施，化解⟦大量⟧纠纷。",
    "三、第一责任人履职情况\n区长⟦多次⟧听取汇报。",
    "一、主要举措和成效\n⟦屡次⟧组织检查，发放⟦成百上千⟧份手册。",
    "一、主要举措和成效\n走访了⟦众多⟧企业，收集意见。",
    "一、主要举措和成效\n开展⟦一系列⟧活动，组织⟦数十场⟧宣讲。",
    "一、主要举措和成效\n邀请⟦多名⟧专家授课，化解积案⟦多件⟧。",
    "一、主要举措和成效\n⟦几次⟧到镇督办，走访⟦好几家⟧企业，检查⟦多次⟧，抽检86批次。",
    "一、主要举措和成效\n选派骨干⟦多人次⟧跟班学习，收到来信⟦很多⟧件；查办⟦一批⟧案件，其中移送11件。",
    "一、主要举措和成效\n选派⟦若干⟧名骨干到站所跟班46天。",
    "一、主要举措和成效\n⟦多批次⟧抽检成品油，封存柴油21吨。",
    "一、主要举措和成效\n⟦隔三差五⟧巡查河道，评选平安渔港⟦若干个⟧。",
    "一、主要举措和成效\n新建⟦一大批⟧普法长廊，累计投入36.5万元。",
    "一、主要举措和成效\n帮助⟦许多⟧渔户补种海带；会同⟦多个⟧部门抽检成品油，封存柴油21吨；联合⟦多⟧部门夜查，查封3家。",
    "一、主要举措和成效\n在⟦部分⟧乡镇试点联合执法，局长落实学法制度，⟦经常过问⟧案件。",
    "一、主要举措和成效\n⟦定期召开⟧联席会议，研究执法争议。\n⟦先后召开⟧常务会议、推进会，部署改革。",
    "一、主要举措和成效\n编印⟦大量⟧普法折页送到18个村，购买⟦一批⟧防护用品配发给6支队伍。",
    "一、主要举措和成效\n举办护渔直播12场，点击量⟦相当可观⟧，涉及金额⟦巨大⟧。",
    "一、主要举措和成效\n⟦数十家⟧餐馆因后厨卫生被约谈，其中5家停业整顿。",
    "一、主要举措和成效\n逐件清理文件，其中⟦部分⟧依据失效，提出意见36条；追回⟦数额较大的⟧货款，⟦众多⟧渔户受益。",
]
GOOD = [
    "一、主要举措和成效\n统一批复各镇方案，完成第一批试点。",
    "一、主要举措和成效\n印发《关于优化服务的若干意见》，落实若干规定。",
    "一、主要举措和成效\n多次召开会议（全年12次）。",
    "一、主要举措和成效\n建成一批（12个）示范点。",
    "一、主要举措和成效\n推行“大量减少证明”做法，带头以上率下。",
    "四、下一年度主要安排\n培育一批示范点。",
    "一、主要举措和成效\n获得多项荣誉，其中省级3项、市级5项。",
    "一、主要举措和成效\n宣讲200多场，走访三十多家企业，化解百余起、十多起纠纷。",
    "一、主要举措和成效\n废止一批与上位法不一致的文件，共11件。",
    "一、主要举措和成效\n一大批矛盾化解在基层。",
    "一、主要举措和成效\n多次组织专家论证，全年召开论证会9次。",
    "一、主要举措和成效\n第一批次抽检样品120份，多回访群众。",
    "一、主要举措和成效\n部分撤销2件，对经常居住地在外县的登记12人，在部分乡镇（4个）试点。",
    "一、主要举措和成效\n定期召开联席会议，全年召开12次。建立定期会商机制，先后召开会议3场。",
    "一、主要举措和成效\n多部门联合监管，从多个角度评查，多个事项并为一件。",
    "一、主要举措和成效\n针对一些渔村人手少的实际，增派12人；建立多次投诉预警办法，预警36件。",
    "一、主要举措和成效\n对数额较大的罚款组织听证36次，其中部分文件（12件）依据失效。",
]

_SOME, _FIGURE, _NO_QUANTITY, _GIVEN_TO, _HOW_OFTEN, _SAID, _RULED = (
    load_phrases(__file__, "vague_quantity")[name].pattern
    for name in "some figure-follows no-quantity given-to how-often said-once is-ruled".split()
)
_CLAUSE_END = patterns.compile(r"[，；。;]|(?<!\d),")
_REACH = 200
"""Characters in which the clause must end: a text without marks is no reason to read it all for each word."""
_SPANS_OF_TIME = frozenset("年 天 日 小时 岁 分钟 个月 周".split())
_VAGUE = (
    *"一大批 一批 大批 大量 若干 若干个 众多 许多 不少 诸多 好些 一些 很多 好多 一系列".split(),
    *"屡次 三番五次 三番两次 隔三差五 三天两头 接二连三 一部分 数度 成批 成百上千 成千上万 数以百计 数以千计 不计其数 相当数量".split(),
)


def check(
    report: Report,
    *,
    words: tuple[str, ...] = _VAGUE,
    parts: tuple[str, ...] = (),
) -> Iterator[Finding]:
    listed = patterns.compile(
        "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)", keep=words == _VAGUE
    )
    of_parts = set(parts) or {report.kind.deeds, report.kind.head}  # what was done, unless other parts are named
    for sentence in sentences(report):
        if not of_parts & set(sentence.parts):
            continue
        claimed = [claim.span for claim in unsupported(report).get(sentence.span, ())]
        vague = [*_words_in(report, sentence.span, listed), *_counts_in(report, sentence.span)]
        for span in vague:
            if any(claim.start <= span.start < claim.end for claim in claimed):
                continue  # 一大批积案得到化解: unquantified-claim asks how many
            if not _told_beside(report, span, sentence.span):
                yield Finding(span, f"“{report.words(span)}”没有说明是多少。", "请换成数字。")
        if not _SAID.search(report.text, *sentence.span):
            for match in _HOW_OFTEN.finditer(unquoted(report), *sentence.span):
                if _RULED.search(report.text, *_ruled_in(report, match, sentence.span)):
                    continue
                yield Finding(Span(*match.span()), f"“{match[0]}”没有说明有几次。", "请写明几次，或者哪一天。")


def _ruled_in(report: Report, match: re.Match[str], sentence: Span) -> Span:
    """Where a rule may be named that asks for it: 定期会商, anywhere in the sentence; 经常过问, behind it in the clause."""
    if match[0].startswith("定期"):
        return sentence
    clause_end = _CLAUSE_END.search(report.text, match.end(), sentence.end)
    return Span(match.start(), clause_end.start() if clause_end else sentence.end)


def _words_in(report: Report, sentence: Span, listed: re.Pattern[str]) -> Iterator[Span]:
    """The vague words of a sentence: 一批, 多次."""
    for sought in (listed, _SOME):
        for match in sought.finditer(unquoted(report), *sentence):
            if stands(report.text, *match.span()):
                yield Span(*match.span())


def _counts_in(report: Report, sentence: Span) -> Iterator[Span]:
    """Its counts that are none: 数十场. Two words may share a character with them: 案件数十起."""
    for quantity in data_in(report, sentence):
        if quantity.approximation == "some" and quantity.unit not in _SPANS_OF_TIME:
            yield quantity.span


def _told_beside(report: Report, vague: Span, sentence: Span) -> bool:
    """Does a figure beside it say how many, or is no quantity meant?"""
    if _FIGURE.match(report.text, vague.end - 1, sentence.end):
        return True
    reach = min(sentence.end, vague.end + _REACH)
    clause_end = _CLAUSE_END.search(report.text, vague.end, reach)
    same_clause = Span(vague.end, clause_end.start() if clause_end else reach)
    counted = any(
        quantity.unit not in _SPANS_OF_TIME and not _GIVEN_TO.search(report.text, vague.end, quantity.span.start)
        for quantity in data_in(report, same_clause)
    )
    return counted or _NO_QUANTITY.search(report.text, vague.start, vague.end + 10) is not None
