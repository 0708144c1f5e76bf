"""同一件事，成效里说都做到了，不足里又说没做到。

前面说“执法协作运转顺畅”，后面说“执法协作还不够顺畅”，读者会问哪一句是真的。请核对，把话说准：多数做到了，哪些还没有。
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.language.verbs import is_verb
from reportlint.report import Report

TITLE = "成效与不足矛盾"
SEVERITY = Severity.INFO
_BUT = "\n二、存在的不足\n"
BAD = [
    f"一、主要举措和成效\n⟦部门执法协作运转顺畅⟧，检查30次。{_BUT}执法协作还不够顺畅，联动少。",
    f"一、主要举措和成效\n⟦各镇重大决策均按期报备⟧，共36件。{_BUT}重大决策报备不及时，有3件超期。",
    f"一、主要举措和成效\n⟦全面落实执法全过程记录⟧，配备记录仪80台。{_BUT}执法全过程记录落实不到位，9卷没有影像。",
    f"一、主要举措和成效\n⟦规范性文件审查率达100%⟧。{_BUT}部分规范性文件审查不严格，2件漏审。",
    f"一、主要举措和成效\n⟦法律顾问制度实现全覆盖⟧，聘请36名。{_BUT}法律顾问制度尚未健全，3个镇没有聘请。",
    f"一、主要举措和成效\n⟦公开事项全部及时公开⟧，共300条。{_BUT}有的单位公开事项公开不及时。",
    f"一、主要举措和成效\n⟦信访事项全部按期办结⟧，共360件。{_BUT}个别信访事项未按期办结。",
    f"一、主要举措和成效\n⟦法律顾问制度全面建立⟧，聘请36名。{_BUT}3个镇尚未建立法律顾问制度。",
    f"一、主要举措和成效\n⟦农机投诉均按期办结⟧，共36件。{_BUT}（一）农机投诉办理不及时，3件超期\n流转慢。",
    f"一、主要举措和成效\n⟦全部渔政事项实现全覆盖公示⟧。{_BUT}渔政事项公示不全面，主要原因是统计口径不一。",
    f"一、主要举措和成效\n⟦行政执法公示制度全面落实⟧，公示3200条。{_BUT}行政执法公示制度落实不到位。",
    f"一、主要举措和成效\n⟦船检证书全部按期换发⟧，共36本。{_BUT}船检证书超期换发的现象时有发生。",
    f"一、主要举措和成效\n⟦船员全部持证上岗⟧，共36人。{_BUT}个别船员无证上岗的问题仍未根除。",
]
GOOD = [
    f"一、主要举措和成效\n部门执法协作运转顺畅，检查30次。{_BUT}普法形式不够丰富。",
    f"一、主要举措和成效\n开展执法协作30次。{_BUT}执法协作还不够顺畅，联动少。",
    f"一、主要举措和成效\n各镇文件均按期报备。{_BUT}案卷归档不及时。",
    f"一、主要举措和成效\n全面落实执法全过程记录。{_BUT}执法力量不足，编制少。",
    f"一、主要举措和成效\n培训实现全覆盖，共120人。{_BUT}法治宣传深度不够。",
    f"一、主要举措和成效\n信访事项全部按期办结，共360件。{_BUT}执法记录仪尚未配备到位。",
    f"一、主要举措和成效\n燃气投诉均按期办结，共36件。{_BUT}燃气设施巡查不及时，3处超期。",
    f"一、主要举措和成效\n船员全部持证上岗，共36人。{_BUT}船员晕船的现象仍然存在。",
    "二、存在的不足\n执法协作还不够顺畅。",
]

_RULES = load_phrases(__file__, "contradicted_claim")
_EVERYWHERE = frozenset("行政 政执 执法 法单 单位 部门 工作 重大 机关 制度 开展 活动 组织 推进".split())
_ANY_ACT = frozenset("开展 进行 实行 执行 完成 实现 推进".split())
_SHORT = 4
_RARE = frozenset("顺畅 均衡 平衡 彻底 有力".split())
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]+")
_MOST = 200
"""Admissions that claims are held against: no report has as many, and each is compared with each."""


class _Admission(NamedTuple):
    """A clause that admits something: the word denied in it (到位 of 不到位; "" where it names the fault itself, 超期现象时有发生),
    what it is of, as pairs of characters, and all its words."""

    span: Span
    word: str
    matter: frozenset[str]
    words: str


def check(report: Report) -> Iterator[Finding]:
    admitted = _admitted(report)[:_MOST]
    matters = frozenset[str]().union(*(each.matter for each in admitted))
    for clause, matter in _claimed(report).items() if admitted else ():
        if matters.isdisjoint(matter):
            continue  # most
        words = report.words(clause)
        place = next((each.span for each in admitted if _same(words, matter, each)), None)
        if place is not None:
            yield Finding(
                clause,
                f"这里说做到了，第 {report.source.line_of(place.start)} 行又说没有做到。",
                "请核对两处，把做到的和没做到的各写清楚。",
                related=(Related(place, "不足里的说法"),),
            )


@fact_of_passages
def _claimed(report: Report) -> dict[Span, frozenset[str]]:
    """The clauses that claim something was done, with the pairs of characters that tell what."""
    spans = [clause for sentence in sentences_of(report, "measures") for clause in clauses(report)[sentence.span]]
    claimed = (span for span in spans if _RULES["claim"].pattern.search(bare(report), *span))
    return {
        span: _matter(words) for span in claimed if not _RULES["denied"].pattern.search(words := report.words(span))
    }


@fact_of_passages
def _admitted(report: Report) -> tuple[_Admission, ...]:
    """What the shortcomings admit, in order."""
    return tuple(_admissions(report))


def _admissions(report: Report) -> Iterator[_Admission]:
    """What headings and prose of the shortcomings admit."""
    for stretch, parts in stretches(report):
        for sentence in split_sentences(report.text, stretch) if "shortcomings" in parts else ():
            for clause in split_clauses(report.text, sentence):
                words = report.words(clause)
                if match := _RULES["admitted"].pattern.search(words):
                    of = words[: match.start()] + ("，" + words[match.end() :] if match["done"] else "")
                    yield _Admission(clause, match["word"] or match["done"], _matter(of), words)
                elif match := _RULES["persists"].pattern.search(words):
                    of = words if match["whole"] else words[: match.start()]
                    yield _Admission(clause, "", _matter(of), words)


def _matter(words: str) -> frozenset[str]:
    """What a clause speaks of: its pairs of neighbouring characters, less how well and of how many it is said."""
    told = _RULES["aside"].pattern.sub("，", words)
    pairs = (run[i : i + 2] for run in _CHINESE.findall(told) for i in range(len(run) - 1))
    return frozenset(pair for pair in pairs if pair not in _EVERYWHERE)


def _same(words: str, matter: frozenset[str], admission: _Admission) -> bool:
    """One matter, and either the same word affirmed, or all of it claimed. A rare word (顺畅) needs less to tell the matter."""
    shared = len(matter & admission.matter)
    universal = _RULES["universal"].pattern.search(words) is not None
    claimed = universal and shared >= 2 and 2 * shared >= len(admission.matter)
    if not admission.word:
        subject = _CHINESE.search(_RULES["aside"].pattern.sub("，", admission.words))
        return claimed and subject is not None and subject[0][:2] in words and _denies(words, admission.words)
    affirmed = admission.word in words
    return (shared >= 2 and (affirmed or claimed)) or (
        shared == 1 and affirmed and (admission.word in _RARE or len(admission.word) == len("按期办结"))
    )


def _denies(claim: str, admission: str) -> bool:
    """Does what persists deny what was claimed of all: the act by its name (持证, 无证; 配备, 配齐), or that it was in time?"""
    if _RULES["in-time"].pattern.search(claim) and _RULES["late"].pattern.search(admission):
        return True
    acts = {act for match in _RULES["act-of-all"].pattern.finditer(claim) for act in match.groups() if act}
    told = claim[max((match.end() for match in _RULES["universal"].pattern.finditer(claim)), default=0) :]
    acts |= {told[at : at + 2] for at in range(len(told) - 1) if is_verb(told[at : at + 2])} - _ANY_ACT
    acts |= {told[-2:]} if 1 < len(told) <= _SHORT else set()
    return any(form in admission for act in acts for form in (act, f"{act[0]}齐", f"无{act[-1]}"))
