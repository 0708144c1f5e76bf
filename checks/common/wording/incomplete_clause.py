"""一个分句没有写完，后面少了词。

如“进一步完善审查制度和，”“对违法行为依法予以。”“县司法局牵头制定。”多半是删改时留下的。只看怎么也站不住的：句末是“和”“予以”“按照”这样的词；一句话
一开头就只有谁、怎样、做，没有做什么；只有“开展以……为重点”“加强对……等行业”，没有活动、监管；句号前只有“为了……”“从……来看”“由甲、乙”。前面说过做什么的（“收到投诉36件，及时查处”）、用“由”“对”提到前面的，不提；引号里的文字不查。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import Sieve, load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "句子没有写完"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n进一步完善审查制度⟦和⟧，审查文件36件。",
    "一、主要举措和成效\n对违法行为依法⟦予以⟧，办结36件。",
    "一、主要举措和成效\n县司法局牵头⟦制定⟧，培训120人。",
    "一、主要举措和成效\n全年共⟦举办⟧，参加360人次。",
    "一、主要举措和成效\n组织执法人员⟦开展⟧，评查案卷36卷；会同有关部门⟦召开⟧。",
    "一、主要举措和成效\n检查12次。全区各单位积极⟦开展⟧，办结36件。",
    "一、主要举措和成效\n加大对超限⟦车辆⟧，查处120台；对36家企业依法⟦进行⟧。",
    "一、主要举措和成效\n把重大行政决策⟦全部⟧，审查36件；将线索⟦逐一⟧，办结12件。",
    "一、主要举措和成效\n审查工作严格⟦按照⟧，退回文件6件。",
    "一、主要举措和成效\n⟦为规范入企检查行为⟧。检查36次。⟦从窗口办件情况来看⟧。办件36件。⟦由于编制核定较早⟧。增配12名。",
    "一、主要举措和成效\n汛期巡查期间，⟦由县水利局、县应急管理局⟧。整改16处。把学法纳入考核，⟦并⟧。培训36人。",
    "一、主要举措和成效\n开展⟦以超限超载为重点⟧，查处72起；完成对⟦账目、库存、质量等方面⟧，整改29处。",
    "一、主要举措和成效\n加强对⟦水库周边违规搭建⟧，拆除5处；与县法院⟦就行政案件绿色通道⟧，全年办理36件。",
    "一、主要举措和成效\n⟦县民政局作为养老服务监管的牵头单位⟧。检查36次，对12家提出⟦整改台账不齐全⟧，复查12家。",
    "一、主要举措和成效\n⟦进⟧推动执法规范化，检查36次；学习党的十九届⟦六中⟧二十届一中全会精神6次。",
]
GOOD = [
    "一、主要举措和成效\n进一步完善审查制度和备案制度，审查文件36件。",
    "一、主要举措和成效\n收到投诉36件，县司法局及时查处，全部办结。",
    "一、主要举措和成效\n办法由县司法局牵头制定，培训120人；对12家企业依法予以处罚。",
    "一、主要举措和成效\n做到案结事了政和，事项办结率100%，各镇全员参与。",
    "一、主要举措和成效\n评查工作有序开展，制度不断健全，问题逐项化解，共36件。",
    "一、主要举措和成效\n决定保留文件12件，向社会公布；不予处罚6件。",
    "一、主要举措和成效\n县长3月出庭应诉，并组织40名干部旁听，观摩36人次。",
    "一、主要举措和成效\n到商圈宣讲12场，吸引年轻人参与。",
    "（一）扎实开展\n1.共同制定\n办法12件，涉及普及、参与和总和。",
    "一、主要举措和成效\n县委编办收回乡镇编制，划给街道综合行政执法队，由8名增加到12名。",
    "一、主要举措和成效\n全员依法履职意识有所增强。大普法格局健全，宣讲36场；公共场所完善。",
    "一、主要举措和成效\n强化对标先进单位，加强对接企业，加大对口帮扶资金，加强对企业的服务，走访36家。",
    "一、主要举措和成效\n双方握手言和，处罚金额为两项之和，受益群众36人，罚则所及，不分大小。",
    "一、主要举措和成效\n为规范入企检查行为，制定办法3件。凡是违法占地的企业一律列入重点检查对象。检查36次。",
    "一、主要举措和成效\n开展以宪法进万家为主题，形式多样的宣传36场；与县法院就案件审理标准，逐一会商36次。",
    "一、主要举措和成效\n县民政局作为牵头单位，检查36次。检查由县水利局、县应急管理局负责。整改16处。",
    "一、主要举措和成效\n复查后，补助认定由不予改为给予，6件的处理意见为部分予以。",
]

_RULES = load_phrases(__file__, "incomplete_clause")
_UNFINISHED = Sieve(rule for rule in _RULES.values() if rule.kind == "unfinished")
_ALONE = "alone"
"""The rule of clauses that begin a sentence."""

_THING = "编制"
"""What is done, or the posts that an office has: 调整街道执法队编制."""
_WORD = 2
"""Characters of a verb."""
_LEADS = frozenset("组织 会同 联合 指导 督促 邀请 统筹 牵头 执法 审批 监管".split())
"""Verbs that leave the deed to others, and those in names of bodies."""
_OF_POSTS = frozenset("核增减调划腾")
"""Characters of verbs of which posts are the object: 核减, 增核, 划转."""

_GO_ON = frozenset(("frame", "matter"))
"""Rules of what the next clause may end."""
_STOP = "。"

_CLAUSE = patterns.compile("(?P<clause>[^，。；：,;:\r\n]{1,80})(?P<end>[，。；,;])")


def check(report: Report) -> Iterator[Finding]:
    text = unquoted(report)
    for sentence in sentences(report):
        yield from _halves(report, text, sentence.span)
        for match in _CLAUSE.finditer(text, *sentence.span):
            clause = match["clause"].strip()
            rule, found = _first(clause)
            if not found and match.start() == sentence.span.start:
                rule, found = _ALONE, _RULES[_ALONE].pattern.fullmatch(clause)
            behind = Span(match.end(), sentence.span.end)
            if not found or not _is_unfinished(clause, match["end"], rule, text, behind):
                continue
            if found["marked"] == _THING and _is_dealt_with(clause[: found.start("marked")]):
                continue
            start = match.start() + match["clause"].index(clause) + found.start("marked")
            span = Span(start, start + len(found["marked"]))
            if stands(report.text, *span):
                yield Finding(
                    span, f"“{report.words(span)}”后面少了词，这句话没有写完。", "请补写完整，或者删去这个分句。"
                )


def _first(clause: str) -> tuple[str, re.Match[str] | None]:
    """The rule that finds what begins first, and its match; of rules that find it at one place, the first row."""
    found = ((rule.name, match) for rule in _UNFINISHED.that_may(clause) if (match := rule.pattern.search(clause)))
    return min(found, key=lambda each: each[1].start(), default=("", None))


def _is_unfinished(clause: str, end: str, rule: str, text: str, behind: Span) -> bool:
    """Is it, before this mark? 和 joins only behind a word (审查制度和), not in 言和, 储备之和; a verb may be what something was
    changed to, 由不予改为给予; 与某部门联合 may go on, and so may 开展以安全为主题, with the rest of it: 形式多样的活动.
    """
    if rule == "light":
        return not _RULES["value"].pattern.search(clause)
    if rule == "joint":
        return is_word(clause[-3:-1]) and not is_word(clause[-2:])
    if rule in _GO_ON and end in ",，":
        return not load_phrases(__file__, "incomplete_sentence")["goes-on"].pattern.match(text, *behind)
    return rule != "jointly" or end not in ",，"


def _halves(report: Report, text: str, sentence: Span) -> Iterator[Finding]:
    """A sentence of which only the first half is there: 为了规范裁量权的行使。"""
    if not text.startswith(_STOP, sentence.end - 1):
        return
    rules = load_phrases(__file__, "incomplete_sentence")
    said = Span(sentence.start, sentence.end - 1)
    for found in filter(
        None, (rules["whole"].pattern.fullmatch(text, *said), rules["hanging"].pattern.search(text, *said))
    ):
        span = Span(*found.span(found.lastgroup or 0))
        yield Finding(span, f"“{report.words(span)}”只是半句话，后面没有说完。", "请补写完整，或者与前后的句子连起来。")


def _is_dealt_with(before: str) -> bool:
    """Does a verb stand there, whose object the word behind is?"""
    words = (before[at : at + _WORD] for at in range(len(before) - 1))
    return any((is_verb(word) and word not in _LEADS) or word[0] in _OF_POSTS for word in words)
