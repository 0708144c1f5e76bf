"""Rates of two counts that their names tell: 受理450件，办结412件，办结率91.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.figures.measures import YEARS_AND_DAYS
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.doubts import is_narrower, is_open
from reportlint.facts.relations.relation import Relation, agrees, fits, format_number, plain
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "ratio")
_SAME = {name: phrase.pattern for name, phrase in _WORDS.items() if phrase.kind == "same"}
"""Ends of rates' names, and the other words by which a count may be told for them."""
_DENIALS = tuple("不 未 非 不予 未予 无法".split())
_BARE = 2
"""Characters beside its verb that a count may have and still name nothing of its own: 当月更正."""
_SHORTEST_LONG = 4
"""Characters of a name of which the first half says what the second does: 出庭应诉."""
_APART = 6
"""Characters between the two of a short name in what it is short for."""
_ALL = 100
_REACH = 12
"""Figures looked back at: those further off belong to something else."""


def find_ratios(mentions: Sequence[Mention], previous: Sequence[Mention] = ()) -> Iterator[Relation]:
    """The rates of a sentence, each with the two counts that its words name. ``previous``: those of the sentence before it.

    The numerator is the count whose words the rate's name repeats (办结率: 办结412件), the denominator the one before it of
    the same unit, or, where the text names several stages (申请556件，受理500件), one of those. No pair is tried for fit alone.
    """
    for index, rate in enumerate(mentions):
        if not (stem := stem_of(rate)):
            continue
        earlier = counts(mentions[max(0, index - _REACH) : index])
        numerator = _named(stem, [m for m in earlier if _may_be_done(m)])
        changed = numerator and _WORDS["changed"].pattern.search(numerator.before)
        if changed and changed["verb"] in stem:
            continue
        if numerator is None:
            yield from _explained_behind(rate, stem, earlier, mentions[index + 1 : index + 3])
            yield from _told_before(rate, stem, earlier, counts(previous)[-1:])
        elif not numerator.explained:
            before = [m for m in earlier if m.span.start < numerator.span.start]
            doubtful = is_open(stem, numerator, before)
            narrower = is_narrower(stem, numerator, before)
            found = [*_rate(rate, stem, numerator, earlier, previous)]
            for relation in found or _with_rest(rate, stem, numerator, mentions[index + 1 : index + 2]):
                unsure = doubtful or (narrower and rate.quantity.value == _ALL)
                if relation.holds or not (unsure or _with_better(rate, numerator, earlier)):
                    yield relation._replace(certain=relation.certain and not narrower)


def _with_better(rate: Mention, numerator: Mention, earlier: Sequence[Mention]) -> bool:
    """优秀72宗、合格121宗，合格率96.5%: does the rate fit what was told in one breath before, taken together with it?"""
    first = earlier.index(numerator)
    value = numerator.quantity.value
    while first and earlier[first].mark == "、" and fits(earlier[first - 1], numerator):
        first -= 1
        value += earlier[first].quantity.value
    both = numerator._replace(quantity=numerator.quantity._replace(value=value))
    return both != numerator and any(told.holds for told in held_against(rate, both, earlier[:first]))


def _may_be_done(mention: Mention) -> bool:
    """Neither what is left nor what ought to be done."""
    words = mention.before or mention.after
    return not (_WORDS["left"].pattern.match(words) or _WORDS["ought"].pattern.search(mention.before))


def stem_of(rate: Mention) -> str:
    """What a percentage is the rate of: 办结 of 办结率; "" where that is not told, or several are: 响应率、满意率均超过95%."""
    match = _WORDS["rate"].pattern.search(rate.before)
    if rate.quantity.kind != "percent" or rate.quantity.high is not None or not match or "、" in rate.before:
        return ""
    return "" if _WORDS["mixed"].pattern.search(match["stem"]) else match["stem"]


def counts(mentions: Sequence[Mention]) -> list[Mention]:
    """Those that count something in a unit; times only where nothing else is counted: 8名具有十年以上经历."""
    found = [m for m in mentions if m.quantity.kind == "count" and m.unit]
    return [m for m in found if m.unit not in YEARS_AND_DAYS] or found


def _rate(
    rate: Mention, stem: str, numerator: Mention, earlier: Sequence[Mention], previous: Sequence[Mention]
) -> Iterator[Relation]:
    place = earlier.index(numerator)
    before = earlier[:place]
    behind = [m for m in earlier[place + 1 :] if fits(m, numerator) and _WORDS["due"].pattern.search(m.before)]
    if not before and len(behind) == 1:  # 参加126人，全县应参加140人，参加率90%
        yield from held_against(rate, numerator, behind)
        return
    if len(earlier) == 2 and (rest := _rest(numerator, earlier)):  # 核查完毕48条，尚在核查的2条，核查率96%
        yield from held_against(rate, numerator, [rest])
        return
    if len(earlier) == 2 and numerator is earlier[0] and _WORDS["heard"].pattern.match(earlier[1].before):
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, earlier[1:]))
        return  # 胜诉48件，审结64件，胜诉率75%
    whole = _wholes(stem, numerator, before)
    if whole:
        yield from _against(rate, numerator, whole, before)
    elif not before and len(numerator.before) + len(numerator.after) <= len(stem) + _BARE:
        # 发现差错50条。当月更正40条，更正率80%: the count names nothing new, so it is of what was told before
        yield from held_against(rate, numerator, _wholes(stem, numerator, counts(previous))[-1:])
    elif len(before) == 1 and fits(before[0], numerator) and _names(stem, before[0]) == _names(stem, numerator) > 0:
        # 安置帮教对象360人，衔接安置342人，安置率95%
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, before))
    elif len(before) == 1 and _WORDS["came"].pattern.search(f"{before[0].before} {before[0].after}"):
        # 36名当事人申请调解，办理33件，办结率91.7%
        yield from (found._replace(certain=False) for found in held_against(rate, numerator, before))


def _rest(numerator: Mention, pair: Sequence[Mention]) -> Mention | None:
    """What was done and what is left, or was done otherwise (调撤27件、判决48件，调撤率36%), told behind it, as one count."""
    left = pair[1]
    told = _WORDS["left"].pattern.match(left.before) or (left.mark == "、" and left.before)
    if pair[0] is not numerator or not fits(left, numerator) or not told:
        return None
    both = left.quantity._replace(value=left.quantity.value + numerator.quantity.value)
    return left._replace(quantity=both)


def _with_rest(rate: Mention, stem: str, numerator: Mention, behind: Sequence[Mention]) -> Iterator[Relation]:
    """竣工136户，竣工率85%，未竣工的24户落实过渡安置: what was not done is told behind the rate, and by the same name."""
    for left in behind:
        if (
            fits(left, numerator)
            and left.exact
            and re.match(rf"(?:尚|还)?未{re.escape(stem)}的?(?:有|为)?$", left.before)
        ):
            both = left.quantity._replace(value=left.quantity.value + numerator.quantity.value)
            yield from held_against(rate, numerator, [left._replace(quantity=both)])


def _wholes(stem: str, numerator: Mention, before: Sequence[Mention]) -> list[Mention]:
    """The counts of the same unit that the numerator may be a part of."""
    named = _names(stem, numerator)
    whole = [
        m
        for m in before
        if fits(m, numerator)
        and (
            _WORDS["due"].pattern.search(m.before)
            or _WORDS["received"].pattern.search(m.before)
            or not _names(stem, m)
            or _names(stem, m) < named == len(stem)
        )
    ]
    if not _names(stem, numerator) and (same := _other_words(stem)):  # 审结120件，办结36件，结案率: two of a kind
        whole = [m for m in whole if not same.search(m.before) or _WORDS["due"].pattern.search(m.before)]
    return whole


def _against(
    rate: Mention, numerator: Mention, whole: Sequence[Mention], before: Sequence[Mention]
) -> Iterator[Relation]:
    """The numerator against the wholes that the words allow.

    In 其中驳回30件，维持40件，调解30件 none is the other's whole, though in 其中文件12件，备案12件 one is: there, and where the kinds
    make up all (其中立改100件，限期整改20件), a rate that fits is believed, and one that does not is not blamed on them.
    """
    kinds = next((i for i in range(len(before) - 1, 0, -1) if "其中" in before[i].before), None)
    told = [m for m in whole if _WORDS["base"].pattern.search(m.before) or "中" in m.after]
    if kinds is None or "其中" in numerator.before:
        yield from held_against(rate, numerator, [m for m in whole if m in told or m is whole[-1]])
        return
    parent = before[kinds - 1]
    parts = sum(m.quantity.value for m in before[kinds:]) + numerator.quantity.value
    outer = [m for m in whole if m in told or m is parent]
    near = [m for m in whole if m in outer or m is whole[-1]]
    fitting = [relation for m in near for relation in held_against(rate, numerator, [m]) if relation.holds]
    if fitting:
        yield fitting[-1]
    elif parts != parent.quantity.value:
        yield from held_against(rate, numerator, outer)


def _explained_behind(
    rate: Mention, stem: str, earlier: Sequence[Mention], behind: Sequence[Mention]
) -> Iterator[Relation]:
    """办结率93.1%，其中受理450件、办结412件; 办结率93.1%（受理450件，办结412件）: the counts are told after the rate, or the part alone."""
    part = behind[0] if behind else rate
    if len(earlier) == 1 and fits(earlier[0], part) and _names(stem, part) and not part.explained:
        yield from held_against(rate, part, earlier)
        return
    if len(behind) < 2:
        return
    whole, part = behind
    told = whole.before.startswith("其中") or (whole.depth > rate.depth and part.depth > rate.depth)
    alike = whole.quantity.kind == part.quantity.kind == "count" and whole.unit == part.unit
    stages = _names(stem, part) and not _names(stem, whole) and _WORDS["base"].pattern.search(whole.before)
    due = (
        whole.depth > 0 and _WORDS["due"].pattern.search(whole.before) and _WORDS["in-fact"].pattern.search(part.before)
    )
    first = not earlier and whole.mark in ("，", ",")  # 受理率88.1%，收到申请268件，受理236件
    if (told or first) and alike and (stages or due) and not part.explained:
        yield from held_against(rate, part, [whole])


def _told_before(
    rate: Mention, stem: str, earlier: Sequence[Mention], previous: Sequence[Mention]
) -> Iterator[Relation]:
    """网上可办事项1420项。全县政务服务事项合计1500项，网办率94.7%: the part ends the sentence before."""
    if len(earlier) == 1 and _WORDS["all-told"].pattern.search(earlier[0].before) and not earlier[0].explained:
        parts = [
            m for m in previous if fits(earlier[0], m) and not m.explained and (_names(stem, m) or _shortens(stem, m))
        ]
        yield from (found for part in parts for found in held_against(rate, part, earlier))


def _named(stem: str, earlier: Sequence[Mention]) -> Mention | None:
    """The count whose words repeat the most of the rate's name; the nearest of equals; at least two characters of it.

    Where none does, one whose words say the same by another verb (审结 of 结案率); 中 before it tells the share of all.
    """
    best, length = None, 1
    if (same := _other_words(stem, _SHORTEST_LONG)) and (told := [m for m in earlier if _is_told(same, m.before)]):
        return told[-1]
    for mention in earlier:
        shared = _names(stem, mention)
        if shared and shared >= length:
            best, length = mention, shared
    if best is None and (same := _other_words(stem)):
        best = next((m for m in reversed(earlier) if _is_told(same, f"{m.before} {m.after}")), None)
    if best is None and stem == "覆盖" and len(earlier) > 1 and earlier[-2].after.endswith("中") and earlier[-1].after:
        best = earlier[-1]  # 139个村中，85个建立了法律顾问制度，覆盖率61.2%
    if best is None and stem == "覆盖" and len(earlier) == 2 and fits(*earlier):
        best = earlier[-1] if _WORDS["set-up"].pattern.search(earlier[-1].before) else None
    if (
        best is None
        and len(stem) == _BARE
        and len(earlier) > 1
        and fits(*earlier[-2:])
        and _shortens(stem, earlier[-1])
    ):
        best = earlier[-1]
    return best


def _is_told(same: re.Pattern[str], words: str) -> bool:
    """Do the words say the same, and not deny it: 因故未出庭6次?"""
    found = same.search(words)
    return found is not None and not words[: found.start()].endswith(_DENIALS)


def _shortens(stem: str, mention: Mention) -> bool:
    """Is the rate's name short for what a count tells: 网办 for 网上可办, 参训 for 参加培训?"""
    words = f"{mention.before} {mention.after}"
    at = words.find(stem[0])
    return not words[: max(at, 0)].endswith(_DENIALS) and 0 <= at < words.find(stem[1], at + 1) <= at + _APART


def _other_words(stem: str, least: int = 0) -> re.Pattern[str] | None:
    return next((words for end, words in _SAME.items() if len(end) >= least and stem.endswith(end)), None)


def _names(stem: str, mention: Mention) -> int:
    """How many of the stem's last characters the words of a count hold; 0 for fewer than two."""
    behind = "" if mention.shared else mention.after.partition("、")[0]
    words = f"{mention.before} {behind}"
    return next((len(stem) - start for start in range(len(stem) - 1) if is_said(words, stem[start:])), 0)


def is_said(words: str, what: str) -> bool:
    """Do the words say it, and neither deny it nor name a body by it (调解中心)?"""
    at = words.find(what)
    while at >= 0 and (words[:at].endswith(_DENIALS) or _WORDS["body"].pattern.match(words, at + len(what))):
        at = words.find(what, at + 1)
    return at >= 0


def held_against(rate: Mention, numerator: Mention, bases: Sequence[Mention]) -> Iterator[Relation]:
    """Held against each base the words allow: right if one gives the rate; else what the total, or the nearest one, gives.

    A base smaller than the numerator is none. Nothing is said against a rate of which a base or the numerator is rounded or explained.
    """
    usable = [base for base in bases if base.quantity.value >= numerator.quantity.value > 0]
    ratios = [(Fraction(numerator.quantity.value) / Fraction(base.quantity.value) * 100, base) for base in usable]
    verdicts = [(agrees(rate, value), base) for value, base in ratios]
    right = [base for verdict, base in verdicts if verdict and base.exact and numerator.exact]
    plainly = numerator.exact and all(base.exact and not base.explained for base in usable)
    if not usable or (not right and (not plainly or any(verdict is None for verdict, _ in verdicts))):
        return
    totals = [base for base in usable if _WORDS["all-told"].pattern.search(base.before)]
    base = (right or totals or usable)[-1]
    value = Fraction(numerator.quantity.value) / Fraction(base.quantity.value) * 100
    decimals = rate.quantity.decimals + (value != Fraction(rate.quantity.value))
    yield Relation(
        kind="ratio",
        span=rate.span,
        stated=f"{plain(rate)}%",
        computed=f"{plain(numerator)}÷{plain(base)}={format_number(value, max(decimals, 1) if decimals else 0)}%",
        holds=bool(right),
        operands=(numerator.span, base.span),
    )
