"""What a rate is called (办结 of 办结率), and which count's words say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.relation import fits
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "stems")
_SAME = {name: phrase.pattern for name, phrase in _WORDS.items() if phrase.kind == "same"}
"""Ends of rates' names, and the other words by which a count may be told for them."""
_DENIALS = tuple("不 未 非 不予 未予 无法".split())
_SHORTEST_LONG = 4
"""Characters of a name of which the first half says what the second does: 出庭应诉."""
_BARE = 2
"""Characters of a short name."""
_APART = 6
"""Characters between the two of a short name in what it is short for."""


def stem_of(rate: Mention) -> str:
    """What a percentage is the rate of: 办结 of 办结率; "" where that is not told, or several are: 响应率、满意率均超过95%."""
    match = _WORDS["rate"].pattern.search(rate.before)
    if rate.quantity.kind != "percent" or rate.quantity.high is not None or not match or "率" in match["stem"]:
        return ""
    return "" if _WORDS["mixed"].pattern.search(match["stem"]) else match["stem"]


def named(stem: str, earlier: Sequence[Mention]) -> Mention | None:
    """The count whose words repeat the most of the rate's name; the nearest of equals; at least two characters of it.

    Where none does, one whose words say the same by another verb (审结 of 结案率); 中 before it tells the share of all.
    """
    best, length = None, 1
    if earlier and is_in_fact(stem, earlier[-1]):
        return earlier[-1]
    if (same := other_words(stem, _SHORTEST_LONG)) and (told := [m for m in earlier if _says_undenied(same, m.before)]):
        return told[-1]
    for mention in earlier:
        shared = names(stem, mention)
        if shared and shared >= length:
            best, length = mention, shared
    if best is None and (same := other_words(stem)):
        best = next((m for m in reversed(earlier) if _says_undenied(same, _own_words(m))), None)
    if (
        best is None
        and stem == "覆盖"
        and len(earlier) > 1
        and _WORDS["of-those"].pattern.search(earlier[-2].after)
        and earlier[-1].after
    ):
        best = earlier[-1]  # 139个村中，85个建立了法律顾问制度，覆盖率61.2%
    if best is None and stem == "覆盖" and len(earlier) == 2 and fits(*earlier):
        best = earlier[-1] if _WORDS["set-up"].pattern.search(earlier[-1].before) else None
    if best is None and len(stem) == _BARE and len(earlier) > 1 and fits(*earlier[-2:]) and shortens(stem, earlier[-1]):
        best = earlier[-1]
    return best


def is_in_fact(stem: str, mention: Mention) -> bool:
    """Does the count tell in fact what the rate is of, by one character of its name: 实签 for 签约, 实到 for 到课?"""
    told = _WORDS["in-fact"].pattern.fullmatch(mention.before)
    return told is not None and len(stem) == _BARE and told["verb"] in stem


def _says_undenied(same: re.Pattern[str], words: str) -> bool:
    """Do the words say the same, and not deny it: 因故未出庭6次?"""
    words = _WORDS["asked"].pattern.sub("", words)
    found = same.search(words)
    return found is not None and not words[: found.start()].endswith(_DENIALS)


def shortens(stem: str, mention: Mention) -> bool:
    """Is the rate's name short for what a count tells: 网办 for 网上可办, 参训 for 参加培训?"""
    words = f"{mention.before} {'' if mention.shared else mention.after}"
    at = words.find(stem[0])
    return not words[: max(at, 0)].endswith(_DENIALS) and 0 <= at < words.find(stem[1], at + 1) <= at + _APART


def other_words(stem: str, least: int = 0) -> re.Pattern[str] | None:
    """The other words by which a count of that name may be told, for names of ``least`` characters or more; None for other names."""
    return next((words for end, words in _SAME.items() if len(end) >= least and stem.endswith(end)), None)


def names(stem: str, mention: Mention) -> int:
    """How many of the stem's last characters the words of a count hold; 0 for fewer than two."""
    words = _own_words(mention)
    return next((len(stem) - start for start in range(len(stem) - 1) if is_said(words, stem[start:])), 0)


def _own_words(mention: Mention) -> str:
    """The words beside a count, without those of the figure behind: 国控断面 of 国控断面4个优良率100%."""
    behind = "" if mention.shared else mention.after.partition("、")[0]
    return f"{mention.before} {behind}"


def is_said(words: str, what: str) -> bool:
    """Do the words say it, and neither deny it nor name a body by it (调解中心)?"""
    words = _WORDS["asked"].pattern.sub("", words)
    at = words.find(what)
    while at >= 0 and (words[:at].endswith(_DENIALS) or _WORDS["body"].pattern.match(words, at + len(what))):
        at = words.find(what, at + 1)
    return at >= 0
