"""What stands beside a whole, so that a part may be of both: 上年结转23件，新收156件，审结168件; 受理投诉87件、举报36件，办结119件."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.steps import stage_of
from reportlint.language.phrases import load_phrases

_HELD_OVER = load_phrases(__file__, "beside")["held-over"].pattern
_REACH = 4
"""Figures looked back at."""


def beside(mentions: Sequence[Mention], index: int, whole: Mention, previous: Sequence[Mention]) -> list[Mention]:
    """The figures besides the whole of which the part at ``index`` may be, in the sentence or in the one before (``previous``)."""
    part, here = mentions[index], mentions[max(0, index - _REACH) : index]
    more = [m for m in (*previous[-_REACH:], *here) if m is not whole and _is_held_over(m, part)]
    joined = _joined_to(mentions, whole)
    among = [m for m in here if "其中" in part.before and _are_named_alike(m, whole)]
    return more + [m for m in here if m not in more and (m in joined or m in among or _came_in_too(m, whole))]


def _joined_to(mentions: Sequence[Mention], whole: Mention) -> list[Mention]:
    """Those before the whole in one list with it: 受理投诉87件、举报36件，办结119件; 34个部门和18个乡镇中."""
    at, found = mentions.index(whole), []
    while at and mentions[at - 1].unit == whole.unit and _are_joined(*mentions[at - 1 : at + 1]):
        at -= 1
        found.append(mentions[at])
    return found if not ("共" in whole.before or any("其中" in m.before for m in found)) else []


def _are_joined(one: Mention, other: Mention) -> bool:
    return other.mark == "、" or one.after.endswith(("、", "和", "及", "与"))


def _came_in_too(mention: Mention, whole: Mention) -> bool:
    """Did both come in, each by a name of its own, so that the part may be of both: 摸排线索57条，收到转办线索12条，办结61条?"""
    if mention is whole or mention.unit != whole.unit or "其中" in mention.before or not mention.exact:
        return False
    one, other = stage_of(mention), stage_of(whole)
    return (
        one is not None
        and other is not None
        and one[0] == other[0] == 0
        and "" not in (one[1], other[1])
        and one[1] != other[1]
    )


def _are_named_alike(mention: Mention, whole: Mention) -> bool:
    """修订制度9项，废止制度4项，其中涉及监督的7项: is the same counted before the whole, of which the part is too?"""
    noun = whole.before[-2:]
    return mention is not whole and mention.unit == whole.unit and len(noun) > 1 and mention.before.endswith(noun)


def _is_held_over(mention: Mention, part: Mention) -> bool:
    words = mention.before + mention.after
    return mention.unit == part.unit and _HELD_OVER.search(words) is not None
