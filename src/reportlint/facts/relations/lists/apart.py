"""A count in one word whose list stands in another clause: 把好来源关、称重关，“两关”齐下; “三级联调”，由村级初调、乡级再调、县级终调."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from reportlint.document.source import Span
from reportlint.facts.relations.lists.listed import JOINED, LIST_END, NEAR, NUMBERS
from reportlint.facts.relations.relation import Relation
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "apart")
_TIERS = ("省", "市州", "县区旗", "乡镇街", "村社居", "组网", "楼", "户")
"""The levels of administration by the first character of what stands at each."""
_BODIES = frozenset("局委办院部厅会处科股室组队所站中心司长员人")
"""Ends of names of those who take part, of whom there may be several at one level; what is done ends otherwise: 初审、终审."""
_LONGEST = 14


def find_apart(text: str, sentence: Span) -> Iterator[Relation]:
    """The counts of a sentence with the lists in the clauses before or behind them."""
    words = text[sentence.start : sentence.end]
    for match in _WORDS["sign"].pattern.finditer(words):
        told = LIST_END.split(words[: match.start()].removesuffix("“"))
        if not told[-1] or _WORDS["sums-up"].pattern.fullmatch(told[-1]):
            yield from _verdict(
                sentence, match.span("counts"), match["number"], "前面", _before(told[:-1], match["sign"])
            )
    for match in _WORDS["noun"].pattern.finditer(words):
        found = _named_by(words[match.end() :], match["noun"])
        if found > NUMBERS[match["number"]]:  # fewer may be some of them
            yield from _verdict(sentence, match.span("counts"), match["number"], "后面", [found])
    for match in _WORDS["levels"].pattern.finditer(words):
        runs = _levels(LIST_END.split(words[match.end() :]), match["what"])
        yield from _verdict(sentence, match.span("counts"), match["number"], "后面", runs)


def _before(clauses: Sequence[str], sign: str) -> list[int]:
    """How many names the last clauses tell, the last, the last two and so on, as far as all names end with the sign.

    None where another clause has the sign in a list of some other build.
    """
    lists = [JOINED.split(clause) for clause in reversed(clauses)]
    alike = list(takewhile(lambda names: all(_ends(name, sign) for name in names), lists))
    beyond = lists[len(alike) : len(alike) + 1]
    if any(name.removesuffix("等").endswith(sign) for names in beyond for name in names):
        return []
    return list(accumulate(len(names) for names in alike))


def _named_by(behind: str, noun: str) -> int:
    """How many names end with the noun, in the one list of such names behind it: 更新权责清单、负面清单、收费清单条目; 0 if there is none."""
    runs = [JOINED.split(clause) for clause in LIST_END.split(behind) if noun in clause]
    if len(runs) != 1 or not all(noun in name for name in runs[0]):
        return 0
    first, *others = runs[0]
    plain = all(_ends(name, noun) for name in (first, *others[:-1])) and "等" not in runs[0][-1]
    return len(runs[0]) if plain and others and 0 < others[-1].find(noun) < _LONGEST else 0


def _ends(name: str, sign: str) -> bool:
    return len(sign) < len(name) <= _LONGEST and name.endswith(sign)


def _levels(clauses: Sequence[str], what: str) -> list[int]:
    """How many the first clause names, the first two and so on: all do what the count names, or each is of a level of its own."""
    first = clauses[0].split("、")
    end = first[-1][-1:]
    if len(first) < 2 or clauses[0].endswith("等"):
        return []
    if all(name.endswith(end) and len(name) > 2 for name in first) and (end in what or end not in _BODIES):
        alike = takewhile(lambda names: all(name.endswith(end) for name in names), (c.split("、") for c in clauses))
        return list(accumulate(len(names) for names in alike))
    tiers = list(takewhile(lambda found: None not in found, ([_tier(name) for name in c.split("、")] for c in clauses)))
    if not tiers or len(set(tiers[0])) < 2:
        return []
    last = len(JOINED.split(clauses[0]))  # 县级领导、镇级领导和村级河长
    return [*accumulate(len(names) for names in tiers), last, len({tier for found in tiers for tier in found})]


def _tier(name: str) -> int | None:
    """The level of what the name begins with: 3 for 乡级主调; None for no level."""
    return next((level for level, firsts in enumerate(_TIERS) if name[:1] and name[0] in firsts), None)


def _verdict(
    sentence: Span, counts: tuple[int, int], number: str, where: str, runs: Sequence[int]
) -> Iterator[Relation]:
    """The number against each reading; the longest is the one that is told."""
    said = NUMBERS[number]
    if runs and max(runs) > 1 and (said in runs or abs(max(runs) - said) <= NEAR):
        span = Span(sentence.start + counts[0], sentence.start + counts[1])
        listed = f"{where}列出 {max(runs)} 项"
        yield Relation("count", span, str(said), listed, said in runs, (sentence,), certain=False)
