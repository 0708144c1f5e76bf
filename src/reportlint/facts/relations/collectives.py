"""A count in one word with what it counts, behind the names: 党建、法治、自治三位一体, 云渚、禾川、青岚三地, 司法、公安、信访三方协作."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import ends_in_verb

_WORDS = load_phrases(__file__, "collectives")
_NUMBERS = {
    word: number for number, words in enumerate(("二两", "三", "四", "五", "六", "七", "八"), 2) for word in words
}
_CLAUSE = patterns.compile(r"[，,；;。：:（）()\n]")
_QUOTED = patterns.compile("[“”《》]")
_LONGEST = 8
_NEAR = 2
"""A number further from that of the names may count something else."""


def find_collectives(masks: Masks, sentence: Span) -> Iterator[Relation]:
    """The counts of a sentence that stand in apposition to the names before them, each held against their number."""
    for match in _WORDS["collective"].pattern.finditer(masks.text[sentence.start : sentence.end]):
        start = sentence.start + match.start()
        clause = _CLAUSE.split(masks.text[sentence.start : start])[-1].removesuffix("“")
        names, said = clause.split("、"), _NUMBERS[match["number"]]
        are_these = _are_ones if match.group().endswith("个一") else _are_names
        if len(names) < 2 or not are_these(names) or abs(len(names) - said) > _NEAR:
            continue
        if said == len(names) + 1 and _WORDS["with"].pattern.search(names[0]):
            continue  # 与云渚、禾川两县: with ourselves, three
        span = Span(start, start + match.end() - match.start())
        listed = Span(sentence.start + masks.text[sentence.start : start].rfind(clause), start)
        holds = said == len(names)
        yield Relation("count", span, str(said), f"前面列出 {len(names)} 项", holds, (listed,), certain=False)


def _are_ones(names: list[str]) -> bool:
    """一个平台、一支队伍、一套机制: members of a 三个一."""
    return "一" in names[0] and all(name.startswith("一") and len(name) <= _LONGEST for name in names[1:])


def _are_names(names: list[str]) -> bool:
    """Are they names alone, built alike, but for a verb before the first? Not 公安、城管检查五县, nor 司法、交通和水利."""
    others, last = names[1:], names[-1]
    plain = all(0 < len(name) <= _LONGEST and _QUOTED.search(name) is None for name in others) and names[0] != ""
    loose = any(_WORDS["more"].pattern.search(name) for name in names)
    alike = len({len(name) for name in others}) == 1 or len({name[-1:] for name in names}) == 1
    same = len(last) == len(others[0]) or names[0].endswith(last[-1:])
    return plain and not loose and alike and same and not (ends_in_verb(last) and not ends_in_verb(names[0]))
