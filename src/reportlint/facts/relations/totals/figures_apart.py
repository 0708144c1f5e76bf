"""The figures of a sentence as they are added up: those that only name what is counted left out, each measure by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.measures import MEASURES
from reportlint.facts.figures.mentions import Mention
from reportlint.kept import patterns

_LEAST = 3
"""The whole and two parts, each in two measures."""

_AND = patterns.compile("[、，/或和及]")
_EITHER = patterns.compile(rf"[\u4e00-\u9fff]{{1,2}}(?:{_AND.pattern}[\u4e00-\u9fff]{{1,2}}){{0,4}}")
_NUMBERED = frozenset("类级档等")
"""Units of kinds that go by numbers."""


def without_labels(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """35岁以下72人、36岁至50岁186人; 一类村96个、二类村158个: the ages and the numbers of kinds name what is counted, and
    their words stand before the count. What may be in two units is in one: 640头（只），其中生猪600头、羊40只.
    """
    if all((m.exact or not m.shared) and m.unit not in _NUMBERED and m.aside not in MEASURES for m in mentions):
        return mentions
    kept: list[Mention] = []
    label: Mention | None = None
    either: Mention | None = None
    for mention in mentions:
        if mention.shared and (not mention.exact or _is_number_of_kind(mention, kept)):
            label = mention
            continue
        if label:
            which = label.quantity.value if not label.exact else f"{label.quantity.value}{label.unit}"
            mention = mention._replace(before=f"{label.before}{which}段", mark=label.mark)
        if mention.aside in MEASURES:
            either = mention
        elif either and mention.unit == either.aside:
            mention = mention._replace(quantity=mention.quantity._replace(unit=either.quantity.unit))
        kept.append(mention)
        label = None
    return kept


def _is_number_of_kind(mention: Mention, kept: Sequence[Mention]) -> bool:
    """二类 behind 一类, where the first is no figure."""
    return mention.unit in _NUMBERED and any(
        m.before.removeprefix("其中").startswith(f"一{mention.unit}") for m in kept
    )


def by_measure(mentions: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """217处、7.4万平方米，其中城区112处、4.1万平方米，乡镇105处、3.6万平方米: the whole and its parts, once in each of the measures."""
    for start in range(len(mentions) - 2 * _LEAST + 1):
        one, other = mentions[start], mentions[start + 1]
        if one.unit == other.unit or not _goes_with(other, one):
            continue
        end = start + 2
        while end + 1 < len(mentions) and _are_alike(mentions[end : end + 2], (one, other)):
            end += 2
        if end - start >= 2 * _LEAST:
            firsts, seconds = mentions[start:end:2], mentions[start + 1 : end : 2]
            yield firsts
            yield [m._replace(before=first.before, mark=first.mark) for first, m in zip(firsts, seconds, strict=True)]
            return


def _are_alike(pair: Sequence[Mention], first: Sequence[Mention]) -> bool:
    return [m.unit for m in pair] == [m.unit for m in first] and _goes_with(pair[1], pair[0])


def _goes_with(other: Mention, one: Mention) -> bool:
    """Is one thing told in a second measure: 217处、7.4万平方米; 48件51人?"""
    return other.before == "" and (other.mark == "、" or one.shared)


def other_measures(total: Mention) -> frozenset[str]:
    """枪 in 电子秤260台、加油机188枪，合计448台（枪）: the units beside its own that a total says it holds, in the bracket behind it."""
    told = _EITHER.fullmatch(total.aside)
    return frozenset(_AND.split(told[0])) - {total.unit} if told else frozenset()
