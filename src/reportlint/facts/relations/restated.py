"""A quantity told again a few sentences on: 聘请法律顾问11名 … 聘请的13名法律顾问, 设置窗口77个 … 全县72个窗口.

Within one section the same words may go through bodies, periods or kinds; so both places must name the same ones or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.facts.figures.deeds import Deed, is_specific
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.repeats import least_and_most, near, verdict
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import ends_in_verb

_WORDS = load_phrases(__file__, "restated")
_SHORTEST, _LONGEST = 4, 16
"""Characters of a thing that is told again."""
_UNMISTAKABLE = 6
"""Characters of a thing of which there is but one in a report: 行政执法监督员."""
_DEEDS = frozenset("次 场 期 天 元 万元 人次 课时".split())
"""Units of what is done many times: meetings, courses, spending."""
_MANY = 100
"""From here on a figure is that of a year."""
_MOST = 60
"""Earlier figures of one unit that are looked at."""


class Told(NamedTuple):
    """A figure where it stands, and the deed it tells of, if its words do."""

    sentence: Sentence
    mention: Mention
    deed: Deed | None


def find_restated(text: str, figures: Sequence[Told]) -> Iterator[Relation]:
    """The figures that tell again what an earlier sentence told, the later held against the earlier."""
    known: dict[str, list[tuple[float, Told, Deed]]] = defaultdict(list)
    for later in figures:
        if later.mention.unit in _DEEDS and later.mention.quantity.value < _MANY:
            continue
        earlier, value = known[later.mention.unit], float(later.mention.quantity.value)
        low, high = least_and_most(value)
        recent = [place for place in reversed(earlier[-_MOST:]) if low <= place[0] <= high]  # most are not
        found = next((deed for _, first, deed in recent if _again(text, first, deed, later)), None)
        if found:
            yield from _held_against(found, later)
        elif later.deed and is_specific(later.deed) and not _WORDS["partial"].pattern.search(later.mention.before):
            earlier.append((value, later, later.deed))


def _again(text: str, first: Told, deed: Deed, later: Told) -> bool:
    """Does the later figure tell the deed again, for the same body, period and kind?"""
    if first.sentence.span == later.sentence.span or not near(deed, later.mention):
        return False
    near_by = first.sentence.section is later.sentence.section
    told = near_by and later.deed is not None and _same_deed(deed, later.deed)
    if not told and not (_restates(deed, later.mention) and not (later.deed and later.deed.key == deed.key)):
        return False
    scope = _scope(text, first)
    if scope != _scope(text, later):
        return False
    between = text[first.sentence.span.end : later.sentence.span.start]
    return bool(scope) or not near_by or _WORDS["turns"].pattern.search(between) is None


def _same_deed(first: Deed, second: Deed) -> bool:
    """Are act, thing and agent one (司法局共选派 is 司法局选派), and does at most one of them stand behind other words?"""
    same = first.act == second.act and first.who == second.who and first.year == second.year
    if not same or first.thing.replace("共", "") != second.thing.replace("共", ""):
        return False
    settings = [_WORDS["opening"].pattern.sub("", deed.setting) for deed in (first, second)]
    return not all(settings) or settings[0] == settings[1]


def _restates(deed: Deed, mention: Mention) -> bool:
    """全县39名行政执法监督员, 聘请的13名法律顾问, 出具的21份意见书全部采纳: all of them, for the words say so."""
    verb, thing = _repeated(deed.mention.before, mention.after)
    if not thing or not mention.exact or mention.depth:
        return False
    if mention.before.endswith("的"):
        return mention.before[-3:-1] == verb
    if len(thing) < _UNMISTAKABLE or _WORDS["usual"].pattern.search(thing):
        return False
    behind = mention.after[len(thing) :]
    whole = _WORDS["whole"].pattern.fullmatch(mention.before) is not None
    return whole or (not mention.before and _WORDS["all"].pattern.match(behind) is not None)


def _repeated(before: str, after: str) -> tuple[str, str]:
    """The verb and its object with which the earlier words end and the later begin; ("", "") where there are none."""
    if len(after) < _SHORTEST or after[:_SHORTEST] not in before[-_LONGEST:]:
        return "", ""  # mostly
    for start in range(max(0, len(before) - _LONGEST), len(before) - _SHORTEST + 1):
        if after.startswith(before[start:]) and ends_in_verb(before[:start]):
            return before[:start].removesuffix("了")[-2:], before[start:]
    return "", ""


def _scope(text: str, told: Told) -> frozenset[str]:
    """The bodies, periods and kinds that a figure's sentence names before it."""
    end = told.mention.span.start - (len(told.deed.thing) if told.deed else 0)
    words = text[told.sentence.span.start : end]
    return frozenset(match.group() for match in _WORDS["scope"].pattern.finditer(words))


def _held_against(deed: Deed, later: Told) -> Iterator[Relation]:
    second = later.deed or deed
    yield verdict(deed, second._replace(mention=later.mention, thing=deed.thing, act=deed.act))
