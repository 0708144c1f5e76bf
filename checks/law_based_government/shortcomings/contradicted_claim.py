"""同一件事，成效里说都做到了，不足里又说没做到。

前面说“执法协作运转顺畅”，后面说“执法协作还不够顺畅”，读者会问哪一句是真的。请核对，把话说准：多数做到了，哪些还没有。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.key_terms import key_terms
from reportlint.language.phrases import load_phrases
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
    f"一、主要举措和成效\n⟦行政执法公示制度全面落实⟧，公示3200条。{_BUT}行政执法公示制度落实不到位。",
]
GOOD = [
    f"一、主要举措和成效\n部门执法协作运转顺畅，检查30次。{_BUT}普法形式不够丰富。",
    f"一、主要举措和成效\n开展执法协作30次。{_BUT}执法协作还不够顺畅，联动少。",
    f"一、主要举措和成效\n各镇文件均按期报备。{_BUT}案卷归档不及时。",
    f"一、主要举措和成效\n全面落实执法全过程记录。{_BUT}执法力量不足，编制少。",
    f"一、主要举措和成效\n培训实现全覆盖，共120人。{_BUT}法治宣传深度不够。",
    f"一、主要举措和成效\n信访事项全部按期办结，共360件。{_BUT}执法记录仪尚未配备到位。",
    "二、存在的不足\n执法协作还不够顺畅。",
]

_CLAIM, _UNIVERSAL, _ADMITTED, _DENIED = (
    rule.pattern for rule in load_phrases(__file__, "contradicted_claim").values()
)
_EVERYWHERE = frozenset("行政 政执 执法 法单 单位 部门 工作 重大".split())
_RARE = frozenset("顺畅 均衡 平衡 彻底 有力".split())
_RUN = 6
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]+")

_MOST = 200
"""Admissions that claims are held against: no report has as many, and each is compared with each."""


def check(report: Report) -> Iterator[Finding]:
    admitted = [
        (clause, match["word"] or match["done"], set(_subject(_about(report.words(clause), match))))
        for sentence in sentences_of(report, "shortcomings")
        for clause in clauses(report)[sentence.span]
        if (match := _ADMITTED.search(report.words(clause)))
    ]
    del admitted[_MOST:]
    if not admitted:
        return
    for sentence in sentences_of(report, "measures"):
        for clause in clauses(report)[sentence.span]:
            words = report.words(clause)
            claim = _CLAIM.search(bare(report), clause.start, clause.end)
            if claim is None or _DENIED.search(words):
                continue
            near = [one for one in admitted if any(map(words.__contains__, one[2]))]
            subject = set(_subject(words)) if near else set()  # words are cut only where some may be shared
            place = next((c for c, word, terms in near if _same(words, subject, word, terms)), None)
            if place is not None:
                yield Finding(
                    Span(*clause),
                    f"这里说做到了，第 {report.source.line_of(place.start)} 行又说没有做到。",
                    "请核对两处，把做到的和没做到的各写清楚。",
                    related=(Related(place, "不足里的说法"),),
                )


def _about(words: str, match: re.Match[str]) -> str:
    """The words that say of what a clause admits something: before the admission; of 尚未建立… also behind it."""
    return words[: match.start()] + ("，" + words[match.end() :] if match["done"] else "")


def _subject(words: str) -> list[str]:
    """What the clause speaks of: pairs of characters of its key terms, so that 执法协作 meets 协作执法."""
    pairs = [
        pair for term in key_terms(words) for i in range(len(term) - 1) if (pair := term[i : i + 2]) not in _EVERYWHERE
    ]
    # a long run of the same words tells the matter where each word is a common one: 行政执法公示制度
    spans = [match.span() for match in _CHINESE.finditer(words)]
    return pairs + [words[i : i + _RUN] for start, end in spans for i in range(start, end - _RUN + 1)]


def _same(words: str, subject: set[str], word: str, terms: set[str]) -> bool:
    """One matter, and either the same word affirmed, or all of it claimed. A rare word (顺畅) needs less to tell the matter."""
    shared = len(subject & terms)
    affirmed = word in words
    return (shared >= 2 and (affirmed or _UNIVERSAL.search(words) is not None)) or (
        shared == 1 and affirmed and (word in _RARE or len(word) == len("按期办结"))
    )
