"""Which item of the plan answers which shortcoming, told by the key terms they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.statements.items import Item, items
from reportlint.kept import patterns
from reportlint.language.key_terms import COMMON, key_terms
from reportlint.language.sentences import split_clauses
from reportlint.language.tables import load_table
from reportlint.language.verbs import is_verb
from reportlint.language.word_boundaries import cut
from reportlint.report import Report, fact

_ROWS = load_table(__file__, "answers", word="word", answered="words?", side="flag?", broad="flag?")
_SAME = {row["word"]: row["answered"] for row in _ROWS if "answered" in row}
"""Words by which a plan answers another one."""
_SIDES = frozenset(row["word"] for row in _ROWS if row.get("side"))
"""From which side a matter is looked at: 形式 of 普法形式单一. A plan may well answer with another."""
_BROAD = frozenset(row["word"] for row in _ROWS if row.get("broad"))
"""Fields and acts that many items of a plan speak of: 执法 alone does not answer 执法装备老化."""
_LACKING = patterns.compile(r"[不没未](?:够|太|尽|能|有|得到)?$")
_STANDARD = patterns.compile(
    r"(?:[与同跟和]|离|距)[^，。；与同跟和]*(?:要求|形势|任务|期待|期盼|需求|需要)[^，。；]*?(?:差距|适应|匹配|相称|脱节)"
)
"""What it falls short of, which is not what is lacking: 执法能力与改革要求还有差距."""
_LEAD = patterns.compile(r"^[^，。；：:]{0,12}(?:问题|不足|短板|差距|方面|表现|弱项)[：:]")
"""What a list begins with that stands in one sentence: 主要有三点不足：…；…。"""
_ANYWHERE = patterns.compile("|".join(sorted(sorted(_BROAD | _SIDES | COMMON), key=len, reverse=True)))
_NEAR_RUN = 4
"""Characters in a row that a plan item has, too: it speaks of the same."""
_CLAUSE = patterns.compile(r"^[\u4e00-\u9fff]+")
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]+")
_SINGLES = patterns.compile(r"[\u4e00-\u9fff]{4,}")
"""Characters in a row that are no words of the dictionary by themselves."""
_MANY = 4
"""Terms beside what the label names that are too many to be there by chance."""
_MOST, _REACH = 200, 2000
"""Items of each side, and characters of an item, that are compared: no report has as many, and each meets each."""


class Answer(NamedTuple):
    """A shortcoming, the plan item nearest to it (None where the two share nothing), and whether that answers it."""

    shortcoming: Item
    nearest: Item | None
    answered: bool


def find_answers(text: str, shortcomings: Sequence[Item], plan: Sequence[Item]) -> list[Answer]:
    """Each shortcoming with its answer: the plan item that speaks of most of what its label names.

    Where none speaks of any, the nearest is the one that shares most terms with the whole of the shortcoming; many of its
    details are an answer too: 打防能力有待加强。跨境电诈破案率低，数据研判人才少 meets 增配数据研判人员，提高跨境电诈破案率.
    """
    plans = [text[item.span.start : min(item.span.end, item.span.start + _REACH)] for item in plan[:_MOST]]
    found = []
    for item in shortcomings[:_MOST]:
        label = text[item.label.start : min(item.label.end, item.label.start + _REACH)]
        label = _STANDARD.sub("", _LEAD.sub("", label))
        matter = _matter(label) or _unknown_words(label)
        best = _most_shared(matter, plans)
        if best is None:
            best = _same_words(label, plans)
        if best is not None or not matter:
            found.append(Answer(item, None if best is None else plan[best], True))
            continue
        told = text[item.span.start : min(item.span.end, item.span.start + _REACH)]
        whole = [(term,) for term in key_terms(told)]
        near = _most_shared(whole, plans)
        answered = near is not None and (_details(whole, plans[near]) >= _MANY or _quotes(plans[near], told))
        found.append(Answer(item, None if near is None else plan[near], answered))
    return found


def _details(whole: Sequence[tuple[str, ...]], plan: str) -> int:
    """How many of the terms a plan item names, those apart that are broad, sides or parts of others; verbs no more than things.

    推动, 化解, 协调 and 解决 stand in any two items.
    """
    named = [term for (term,) in whole if term in plan and term not in _BROAD and not _is_side(term)]
    whole_terms = [term for term in named if not any(term != other and term in other for other in named)]
    return min(len(whole_terms), 2 * sum(not is_verb(term) for term in whole_terms))


def _quotes(plan: str, told: str) -> bool:
    """Does a plan item repeat a run of what is told, broad and common words apart: 线索上报, 预警模型?"""
    pieces = (piece for run in _CHINESE.findall(told) for piece in _ANYWHERE.split(run))
    return any(piece[at : at + _NEAR_RUN] in plan for piece in pieces for at in range(len(piece) - _NEAR_RUN + 1))


def _matter(label: str) -> list[tuple[str, ...]]:
    """What a label says is lacking: each thing by its names (行政复议, 复议); not how it lacks (老化, 不彻底).

    Its first clause that names one tells; none where none does. Broad fields and acts are left out beside what is not broad.
    """
    for clause in split_clauses(label, Span(0, len(label))):
        words = label[clause.start : clause.end].rstrip("。；; ")
        terms = key_terms(words)
        lacks = [t for t in terms if t[0] in "不未没" or _LACKING.search(words[: words.find(t)]) or (terms[1:] and words.endswith(t))]
        named = [term for term in terms if not _is_side(term) and term not in lacks]
        halves = {half for term in named if len(term) == len("行政复议") for half in (term[:2], term[2:])}
        things = [
            (term, *(t for t in named if t in halves - _BROAD and t in term)) for term in named if term not in halves
        ]
        if things:
            return [names for names in things if names[0] not in _BROAD] or things
    return []


def _unknown_words(label: str) -> list[tuple[str, ...]]:
    """What a label names in words that no dictionary has (流浪犬管控不力): each run of them by any two of its characters."""
    runs = _SINGLES.findall("".join(word if len(word) == 1 else "，" for word in cut(label)))
    return [tuple(run[at : at + 2] for at in range(len(run) - 1)) for run in runs]


def _same_words(label: str, plans: Sequence[str]) -> int | None:
    """The index of the text that has four characters of the label side by side, none of them what any plan may speak of.

    So is met what is cut into words otherwise in either place: 裁量基准陈旧.
    """
    clause = _CLAUSE.match(label)
    pieces = _ANYWHERE.split(clause[0]) if clause else []
    runs = [piece[at : at + _NEAR_RUN] for piece in pieces for at in range(len(piece) - _NEAR_RUN + 1)]
    return next((number for number, plan in enumerate(plans) if any(run in plan for run in runs)), None)


def _is_side(term: str) -> bool:
    """Does it say but from which side a matter is looked at: 形式, 针对性, 知晓度?"""
    return term in _SIDES or (len(term) > 2 and term.endswith(("性", "度")))


def _most_shared(things: Sequence[tuple[str, ...]], plans: Sequence[str]) -> int | None:
    """The index of the text that speaks of most of the things, each by one of its names; None where none does.

    What is told in verbs alone may be done to other things: of 古墓巡查看护不到位 the plan must name 古墓, or half of all.
    """
    shared = [[names[0] for names in things if any(_speaks(words, name) for name in names)] for words in plans]
    most = max(shared, key=lambda told: (not all(map(is_verb, told)), len(told)), default=[])
    enough = 2 * len(most) >= len(things) or not all(map(is_verb, most))
    return shared.index(most) if most and enough else None


def _speaks(words: str, term: str) -> bool:
    """Does a plan item name the term, or what answers it?"""
    return any(word in words for word in (term, *_SAME.get(term, ())))


@fact
def answers(report: Report) -> tuple[Answer, ...]:
    """Each shortcoming with the plan item that answers it, or comes nearest; none where the kind has no part for plans."""
    if not report.kind.future:
        return ()
    return tuple(find_answers(report.text, items(report, report.kind.faults), items(report, report.kind.future)))
