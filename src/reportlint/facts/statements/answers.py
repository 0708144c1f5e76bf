"""Which item of the plan answers which shortcoming, told by the key terms they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

from reportlint.document.source import Span
from reportlint.facts.statements.items import Item, items, listed_lacks
from reportlint.kept import patterns
from reportlint.language.sentences import split_clauses
from reportlint.language.tables import load_table
from reportlint.language.traditional import simplified
from reportlint.language.words.key_terms import COMMON, key_terms
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.word_boundaries import cut
from reportlint.report import Report, fact

_ROWS = load_table(__file__, "answers", word="word", answered="words?", side="flag?", broad="flag?", means="flag?")
_SAME = {row["word"]: row["answered"] for row in _ROWS if "answered" in row}
"""Words by which a plan answers another one."""
_SIDES = frozenset(row["word"] for row in _ROWS if row.get("side"))
"""From which side a matter is looked at: 形式 of 普法形式单一. A plan may well answer with another."""
_BROAD = frozenset(row["word"] for row in _ROWS if row.get("broad"))
"""Fields and acts that many items of a plan speak of: 执法 alone does not answer 执法装备老化."""
_MEANS = frozenset(row["word"] for row in _ROWS if row.get("means"))
"""By what a matter is done: a plan to train 护塘员 does not answer 统计执法力量薄弱."""
_PEOPLE = patterns.compile(
    "([一-鿿]{2})?(?:力量|人手|人才|队伍|人员)[^，,。；;]{0,8}(?:不[足够强稳]|薄弱|[短空紧]缺|紧张|偏?少|较弱|流[动失]|充实|待|占|仅|老化)"
)
"""Those who are wanting, and of which field they are."""
_OF_ALL = patterns.compile(
    "(?:^|[^一-鿿]|[加增]强|强化|充实|建强|建好|抓[好实]|规范|提[升高]|行政|综合|基层)([一-鿿]{2})(?:力量|队伍|人员|人才)"
)
"""Those whom a plan strengthens without saying of which office they are: 加强执法队伍建设."""
_MANS = patterns.compile("招[录聘考]|[增选]配|配[备齐强]|充实|下沉|编制|调剂|遴选|增[编员]")
"""What a plan does that sends more people."""
_WHERE = patterns.compile("[一-鿿][镇乡村校]|街道|[乡村]镇|社区|学校|医院|园区|派出所|司法所|中队|大队|分局")
"""Where they are wanting."""
_LACKING = patterns.compile(r"[不没未](?:够|太|尽|能|有|得到)?$")
_STANDARD = patterns.compile(
    r"(?:[与同跟和]|离|距)[^，。；与同跟和]*(?:要求|形势|任务|期待|期盼|需求|需要)[^，。；]*?(?:差距|适应|匹配|相称|脱节)"
    r"|[与同跟和][^，。；与同跟和]{1,16}不相?(?:适应|匹配|相称)"
)
"""What it falls short of, which is not what is lacking: 执法能力与改革要求还有差距."""
_LEAD = patterns.compile(r"^[^，。；：:]{0,12}(?:问题|不足|短板|差距|方面|表现|弱项)[：:]")
"""What a list begins with that stands in one sentence: 主要有三点不足：…；…。"""
_CONCEDES = patterns.compile(r"[^。；]*[，,](?:但|却|然而|不过)")
"""What stands before what is lacking: 各村均有法律顾问，但到村频次偏低."""
_TO_BE = patterns.compile(r"(?:有待|亟待|亟需|[仍还尚]需要?)(?:进一步|继续|不断)?(?:[一-鿿]{2})?(?=[，,。；;\s]|$)")
"""How a clause ends that tells what is to be better: 执法力量有待充实."""
_GAP = patterns.compile("虽|但|差距")
"""What a clause has that names no shortcoming: 与要求相比还有差距."""
_ANYWHERE = patterns.compile("|".join(sorted(sorted(_BROAD | _SIDES | COMMON), key=len, reverse=True)))
_NEAR_RUN = 4
"""Characters in a row that a plan item has, too: it speaks of the same."""
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]+")
_SINGLES = patterns.compile(
    r"[^\W\da-zA-Z不没未尚仍还有的了较很太偏难少多低弱长慢差高大小够个名在和与对是及也又为被把将等各均都其并已一二三]{2,}"
)
"""Characters in a row that are no words of the dictionary by themselves, nor words of degree and number."""
_SEVERAL = 2
"""Clauses that make one sentence several shortcomings."""
_ENOUGH = 3
"""Points of an answer."""
_MOST, _REACH = 200, 2000
"""Items of each side, and characters of an item, that are compared: no report has as many, and each meets each."""


_Names: TypeAlias = "tuple[str, ...]"
"""One thing by all its names, what it is called first."""


class Answer(NamedTuple):
    """A shortcoming, the plan item nearest to it (None where the two share nothing), and whether that answers it."""

    shortcoming: Item
    nearest: Item | None
    answered: bool


def find_answers(text: str, shortcomings: Sequence[Item], plan: Sequence[Item]) -> list[Answer]:
    """Each shortcoming with its answer: the plan item that speaks of most of what it names, in its label or in its details.

    打防能力有待加强。跨境电诈破案率低，数据研判人才少 meets 增配数据研判人员，提高跨境电诈破案率. What names nothing is taken for answered.
    """
    plans = [text[item.span.start : min(item.span.end, item.span.start + _REACH)] for item in plan[:_MOST]]
    found = []
    for item, told_from in [told for each in shortcomings[:_MOST] for told in _apart(text, each)]:
        label = text[item.label.start : min(item.label.end, item.label.start + _REACH)]
        told = text[told_from : min(item.span.end, told_from + _REACH)]
        conceded = _CONCEDES.match(label)
        lack = label[conceded.end() :] if conceded else label
        matter = _matter(_STANDARD.sub("", _LEAD.sub("", lack)))
        details, pieces = _terms((conceded[0] if conceded else "") + told), _pieces(label + told)
        points = [_ENOUGH if _mans(label, words) else _points(matter, details, pieces, words) for words in plans]
        shared = [sum(any(name in words for name in names) for names in (*matter, *details)) for words in plans]
        near, any_shared, at = max(zip(points, shared, range(0, -len(plans), -1), strict=True), default=(0, 0, 0))
        found.append(Answer(item, plan[-at] if near or any_shared else None, near >= _ENOUGH or not matter))
    return found


def _apart(text: str, item: Item) -> Iterator[tuple[Item, int]]:
    """The shortcomings that one sentence tells, each with its label, and where what is told of all begins.

    Two clauses or more that say what is to be better are as many (执法力量有待充实，村规修订亟待加快), and so is a list before 等问题.
    """
    begins = item.label.start
    if listed := listed_lacks(text, item.label):
        yield from ((item._replace(label=lack), item.label.end) for lack in listed)
        return
    ends = [*islice((each.end() for each in _TO_BE.finditer(text, *item.label)), _MOST)]
    if len(ends) < _SEVERAL:
        yield item, item.label.end
        return
    for end in ends:
        clauses = split_clauses(text, Span(begins, end))
        named = next((each for each in clauses if not _GAP.search(text, *each)), Span(begins, end))
        yield item._replace(label=Span(named.start, end)), item.label.end
        begins = end + 1


def _points(matter: Sequence[_Names], details: Sequence[_Names], pieces: Sequence[str], plan: str) -> int:
    """What a plan item is worth as an answer: half of what is said to be lacking is enough, or a run of characters of what is told.

    Some of it is worth two, in verbs alone one: of 古墓巡查看护不到位 the plan must name 古墓, or half of all. The details that it names
    are worth one each, but those that are broad, sides or parts of others; verbs no more than things: 推动 and 解决 stand in any two items.
    """
    named = [names[0] for names in matter if any(_speaks(plan, name) for name in names)]
    if named and 2 * len(named) >= len(matter):
        return _ENOUGH
    if any(piece[at : at + _NEAR_RUN] in plan for piece in pieces for at in range(len(piece) - _NEAR_RUN + 1)):
        return _ENOUGH
    things = sum(not is_verb(term) for term in named)
    spoken = (n[0] for n in details if n[0] not in named and any(name in plan for name in n))
    also = [term for term in spoken if term not in _BROAD and not _is_side(term)]
    whole = [term for term in also if not any(term != other and term in other for other in also)]
    things += sum(not is_verb(term) for term in whole)
    return min(len(named), 1) + any(not is_verb(t) for t in named) + min(len(whole), 2 * things)


def _mans(label: str, plan: str) -> bool:
    """Does a plan item send people where a label says that they are wanting (乡镇水利执法力量薄弱, 为各乡镇招录水政员), or is it of all
    such people (加强执法队伍建设)?
    """
    wanting = {*_PEOPLE.findall(label)}
    if not wanting or not wanting.isdisjoint(_OF_ALL.findall(plan)):
        return bool(wanting)
    return _MANS.search(plan) is not None and any(where in plan for where in _WHERE.findall(label))


def _pieces(told: str) -> list[str]:
    """The runs of characters of what is told, without those that any plan may speak of."""
    return [piece for run in _CHINESE.findall(told) for piece in _ANYWHERE.split(run) if len(piece) >= _NEAR_RUN]


def _terms(words: str) -> list[_Names]:
    """What words name: each key term, and each run of characters that are no words of the dictionary (败诉率), by any two of them."""
    runs = _SINGLES.findall("".join(word if len(word) == 1 else "，" for word in cut(words)))
    return [(term,) for term in key_terms(words)] + [(run, *(a + b for a, b in pairwise(run))) for run in runs]


def _matter(label: str) -> list[_Names]:
    """What a label says is lacking: each thing by its names (行政复议, 复议); not how it lacks (老化, 不彻底).

    Its first clause that names one tells; none where none does. Broad fields and acts are left out beside what is not broad, and so
    are means.
    """
    for clause in split_clauses(label, Span(0, len(label))):
        words = _TO_BE.sub("", label[clause.start : clause.end].rstrip("。；; "))
        terms = _terms(words)
        lacks = {t for t, *_ in terms if _LACKING.search(words[: words.find(t)]) or (terms[1:] and words.endswith(t))}
        named = [names for names in terms if not _is_side(names[0]) and names[0] not in lacks]
        halves = {half for term, *_ in named if len(term) == len("行政复议") for half in (term[:2], term[2:])}
        known = {term for term, *_ in named}
        things = [
            (*names, *(t for t in known & halves - _BROAD if t in names[0]))
            for names in named
            if names[0] not in halves
        ]
        if things:
            fields = [names for names in things if names[0] not in _BROAD]
            return [names for names in fields if _MEANS.isdisjoint(names)] or fields or things
    return []


def _is_side(term: str) -> bool:
    """Does it say but from which side a matter is looked at: 形式, 针对性, 知晓度?"""
    return term in _SIDES or (len(term) > 2 and term.endswith(("性", "度")))


def _speaks(words: str, term: str) -> bool:
    """Does a plan item name the term, or what answers it?"""
    return any(word in words for word in (term, *_SAME.get(term, ())))


@fact
def answers(report: Report) -> tuple[Answer, ...]:
    """Each shortcoming with the plan item that answers it, or comes nearest; none where the kind has no part for plans."""
    if not report.kind.future:
        return ()
    return tuple(
        find_answers(simplified(report.text), items(report, report.kind.faults), items(report, report.kind.future))
    )
