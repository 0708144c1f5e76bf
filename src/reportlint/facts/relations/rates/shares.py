"""Shares of a whole: 其中调解120件，占24%; 化解389件，占交办总数541件的71.9%; 报名120人，通过114人，95%的考生合格."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.rates.grade_shares import find_grade_shares
from reportlint.facts.relations.rates.named_bases import is_of_the_uncounted
from reportlint.facts.relations.rates.two_counts import counts, held_against, in_the_bracket, is_all_told
from reportlint.facts.relations.relation import REACH, Relation, fits, together, with_those_beside
from reportlint.facts.relations.totals.addends import is_change, is_compared
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "shares")
_DEED = 2
"""Characters of what was done: 审结."""
_NAME = 4
"""Characters of a part's name by which it is known again: 民生案件."""
_SIDE_BY_SIDE = 5
"""Figures that between them may be a whole."""
_KINDS = frozenset("类 种 项 个 者 大类 方面 领域 环节 行业".split())
"""Units of kinds."""
_CURRENCIES = frozenset("美元 欧元 港元 日元 英镑".split())


def find_shares(mentions: Sequence[Mention], above: Sequence[Sequence[Mention]] = ()) -> Iterator[Relation]:
    """The shares of a sentence, each with the part and the whole that its words name. ``above``: the figures of the paragraph's
    sentences before. What is said to be of something that no figure counts is believed only where it fits.
    """
    rates = {mention.span: (mention, counts(mentions[:index])) for index, mention in enumerate(mentions)}
    for relation in _find_shares(mentions, above):
        if relation.holds or not is_of_the_uncounted(*rates[relation.span]):
            yield relation


def _find_shares(mentions: Sequence[Mention], above: Sequence[Sequence[Mention]]) -> Iterator[Relation]:
    for index, rate in enumerate(mentions):
        earlier = [m for m in counts(mentions[max(0, index - REACH) : index]) if not _names_kinds(m)]
        if rate.quantity.kind != "percent" or rate.quantity.high is not None:
            continue
        if (bracket := in_the_bracket(rate, mentions[index + 1 : index + 3])) is not None:
            yield from bracket
        elif not earlier:
            yield from _told_first(rate, mentions[index + 1 : index + 3])
        elif (graded := find_grade_shares(rate, earlier)) is not None:
            yield from graded
        elif rate.before.endswith("的") and _WORDS["of"].pattern.search(earlier[-1].lead or earlier[-1].before):
            yield from _of_that(mentions[index:], earlier)
        elif _WORDS["of-plan"].pattern.fullmatch(rate.before) and (both := _plan_and_done(earlier)):
            yield from held_against(rate, both[1], both[:1], beyond=True)
        elif pair := _named_whole(rate, earlier, mentions[index + 1 : index + 2], above):
            told = held_against(rate, pair[0], [pair[1]])
            yield from (found for found in told if found.holds or not _of_another(rate, pair[0]))
        elif _WORDS["in-whole"].pattern.search(rate.before) and len(earlier) > 1:
            yield from held_against(rate, earlier[-2], [m for m in earlier[-1:] if fits(m, earlier[-2])])
        elif _WORDS["respectively"].pattern.search(rate.before):
            yield from _respectively(mentions[index:], earlier)
        elif (part := _told_behind(rate, mentions[index + 1 : index + 2])) and fits(earlier[-1], part):
            yield from _of_any_before(rate, part, [m for m in earlier if fits(m, part)])
        elif _WORDS["share"].pattern.search(rate.before) or any("占" in word for word in rate.quantity.words):
            yield from _share(rate, earlier)
        elif not rate.before and _WORDS["of-them"].pattern.match(rate.after) and len(earlier) == 2:
            yield from _of_them(rate, *earlier)


def _told_first(rate: Mention, behind: Sequence[Mention]) -> Iterator[Relation]:
    """民生案件占比82%，全年办案410件，其中民生案件336件: a share of what is told behind it, by the name of its part; 97%的网点达标，
    即380家中的370家.
    """
    name = rate.before.partition("占比")[0][-_NAME:]
    if len(behind) < 2:
        return
    whole, part = behind
    if _WORDS["that-is"].pattern.fullmatch(f"{whole.before} / {whole.after}") and whole.shared and fits(whole, part):
        yield from held_against(rate, part, [whole])
    if name in ("", rate.before):  # not told as a share
        return
    named = part.before.startswith("其中") and len(name) == _NAME and name in part.before and not part.explained
    if named and whole.quantity.kind == "count" and fits(whole, part):
        yield from held_against(rate, part, [whole])


def _respectively(behind: Sequence[Mention], earlier: Sequence[Mention]) -> Iterator[Relation]:
    """一般程序735件、简易程序1365件，分别占35%和65%: as many shares as parts, of the count before these."""
    ends = (n for n, m in enumerate(behind) if m.quantity.kind != "percent" or (n and m.mark != "、"))
    many = next(ends, len(behind))
    if earlier[-1].shared and not earlier[-1].before and earlier[-1].quantity.digits == "chinese":
        earlier = earlier[:-1]  # 两类分别占65%和35%
    whole, parts = earlier[-many - 1 : -many], earlier[-many:]
    told = sum(part.quantity.value for part in parts) <= sum(m.quantity.value for m in whole)
    if told and many > 1 and all(fits(whole[0], part) and not part.explained for part in parts):
        for rate, part in zip(behind, parts, strict=False):
            yield from held_against(rate, part, whole)


def _plan_and_done(earlier: Sequence[Mention]) -> Sequence[Mention]:
    """核查任务为136家，已核查129家，完成任务的94.9%: what was to be done, and what was, right behind it; nothing where either is not told."""
    if len(earlier) < 2:
        return ()
    plan, done = earlier[-2:]
    planned = [_WORDS["planned"].pattern.search(mention.before) is not None for mention in (plan, done)]
    return (plan, done) if planned == [True, False] and fits(plan, done) and not done.explained else ()


def _named_whole(
    rate: Mention, earlier: Sequence[Mention], behind: Sequence[Mention], above: Sequence[Sequence[Mention]]
) -> tuple[Mention, Mention] | None:
    """The part and the whole, where the share says of what: 送审文件410件，出台369件，占送审文件的90%; the whole may follow, or
    stand in a sentence before, if the sentence names no such.
    """
    if not (named := _WORDS["whole-named"].pattern.search(rate.before)):
        return None
    wholes = [m for m in (*reversed(earlier), *behind) if _is_called(m, named["what"])]
    wholes = wholes or [m for here in above for m in here if fits(m, earlier[-1]) and _is_called(m, named["what"])]
    whole = max(wholes, key=lambda m: m.quantity.value, default=None)
    parts = [m for m in earlier if m is not whole]
    return (parts[-1], whole) if whole and parts and fits(whole, parts[-1]) and not parts[-1].explained else None


def _is_called(whole: Mention, what: str) -> bool:
    """Is it 审结案件, told so or by its verb alone: 审结771件?"""
    deed = _WORDS["plainly"].pattern.sub("", whole.before)
    by_verb = len(deed) == _DEED < len(what) and what.startswith(deed) and not whole.after
    return what in whole.before or whole.after.startswith(what) or by_verb


def _told_behind(rate: Mention, behind: Sequence[Mention]) -> Mention | None:
    """案件820件，调解案件占六成，达到492件; 92件案件中，近七成（63件）由群众举报: the part, where its share is told before it."""
    for part in behind:
        in_brackets = part.depth > rate.depth and rate.after in ("（", "(") and not part.explained
        shares = _WORDS["share"].pattern.search(rate.before) or any("占" in word for word in rate.quantity.words)
        ends = part.before or in_brackets or not part.after  # not 占83.3%，1宗得分89.5分
        if (
            (shares or in_brackets)
            and ends
            and _WORDS["told"].pattern.fullmatch(part.before)
            and part.quantity.kind == "count"
        ):
            return part
    return None


def _of_any_before(rate: Mention, part: Mention, wholes: Sequence[Mention]) -> Iterator[Relation]:
    """Of whichever count before it gives the rate, or of several beside each other; else of the nearest one that may be a whole.

    审结271件，其中调解96件，占35.4%，纠错率7%（19件）: a rate of another name is not of the parts behind 其中.
    """
    tried = [*held_against(rate, part, wholes)]
    if right := [told for told in (*tried, *_of_all_beside(rate, part, wholes)) if told.holds]:
        yield right[0]
    elif tried:
        among = [at for at, m in enumerate(wholes) if "其中" in m.before]
        near = wholes[: among[-1] if among and "率" in rate.before else None]
        near = [m for m in near if m.value >= part.value and not (is_compared(m) or is_change(m))]
        yield from held_against(rate, part, near[-1:])


def _of_that(behind: Sequence[Mention], earlier: Sequence[Mention]) -> Iterator[Relation]:
    """化解389件，占交办总数541件的71.9%; of several, each: 新建36件、改建72件，占总数400件的9%和18%."""
    many = next((n for n, pair in enumerate(pairwise(behind), 1) if not _goes_on(*pair)), len(behind))
    whole, parts = earlier[-1], _up_to_named(earlier[-1], earlier[:-1])
    strange = _of_another(whole, parts[-1]) if many == 1 and parts else False
    if whole.lead and parts:  # 占全部事项（900项）的91%
        whole = whole._replace(depth=parts[-1].depth)
    for rate, part in zip(behind[:many], parts[-many:], strict=False):
        if len(parts) >= many and fits(whole, part) and not part.explained:
            # 国家级2个、省级29个、市级86个，占224个的52.2%
            up_to = parts[: parts.index(part) + 1]
            both = [together(*up_to[-2:])] if len(up_to) > 1 and fits(*up_to[-2:]) else []  # 新聘36名，留任48名
            together_told = (*with_those_beside(up_to), *both) if many == 1 else ()
            found = [told for each in (part, *together_told) for told in held_against(rate, each, [whole])]
            yield from [told for told in found if told.holds][:1] or ([] if strange else found[:1])


def _names_kinds(mention: Mention) -> bool:
    """这三类只占38%, 前两项合计占71%: is it by their number that kinds are called of which the share is told, or those told before?"""
    return (
        mention.shared
        and mention.unit in _KINDS
        and (mention.quantity.digits == "chinese" or _WORDS["these"].pattern.search(mention.before) is not None)
    )


def _goes_on(rate: Mention, other: Mention) -> bool:
    """Is the other one more share of the same: 9%和18%?"""
    return (
        other.quantity.kind == "percent"
        and other.before == ""
        and (other.mark == "、" or rate.after in ("和", "及", "与"))
    )


def _share(rate: Mention, earlier: Sequence[Mention]) -> Iterator[Relation]:
    """其中调解120件，占24%: of all before 其中, or of what is called a total; else only what fits is believed."""
    earlier = _up_to_named(rate, _measured(rate, earlier))
    numerator = earlier[-1] if earlier else rate
    if numerator.explained or not earlier:
        return
    if len(earlier) == 2 and fits(*earlier) and _names_first(rate, earlier[0]):
        told = held_against(rate, earlier[0], [together(*earlier)])
        yield from (relation for relation in told if relation.holds or earlier[1].mark == "、")
        return
    among = [i for i, m in enumerate(earlier) if "其中" in m.before or m.before.startswith("中")]
    first = among[-1] if among else None
    whole = [m for m in earlier[: first if first is not None else -1] if fits(m, numerator)]
    whole = [m for m in whole if not (_names_another(rate, m) or is_compared(m) or is_change(m))]
    if right := [*_of_all_beside(rate, numerator, whole)]:
        yield from right[:1]
    elif _of_another(rate, numerator):
        yield from (relation for relation in held_against(rate, numerator, whole[-2:]) if relation.holds)
    elif first is not None or any(map(is_all_told, whole)) or _kind_of(whole, numerator):
        yield from held_against(rate, numerator, whole[-2:])
    elif _only_two(rate, earlier):
        yield from (found._replace(certain="中" in whole[0].after) for found in held_against(rate, numerator, whole))
    else:
        yield from (relation for relation in held_against(rate, numerator, whole[-1:]) if relation.holds)


def _of_all_beside(rate: Mention, part: Mention, wholes: Sequence[Mention]) -> Iterator[Relation]:
    """小学招收620人，初中招收680人，其中随迁子女110人，占8.5%: right as a share of both, or of more before these."""
    added = accumulate(reversed(wholes), lambda both, one: together(one, both))
    for both in islice(added, 1, _SIDE_BY_SIDE):
        yield from (found for found in held_against(rate, part, [both]) if found.holds)


def _measured(rate: Mention, earlier: Sequence[Mention]) -> Sequence[Mention]:
    """Those before of the measure that the share names: 1600户、800万元，其中小微企业1200户、500万元，占户数的75%."""
    named = _WORDS["measure-named"].pattern.search(rate.before)
    if named and not named["unit"] and earlier[-1:] and earlier[-1].unit in _CURRENCIES:
        return earlier  # 还款23.8亿美元，占应还总额的45%
    unit = named and (named["unit"] or "元")
    return [m for m in earlier if m.unit == unit] if any(m.unit == unit for m in earlier) else earlier


def _up_to_named(rate: Mention, earlier: Sequence[Mention]) -> Sequence[Mention]:
    """Those before, up to the one that the share names: A级86件、B级21件，A级占80%; 前者占80%."""
    name = rate.before.partition("占")[0]
    if "前者" in name:
        return earlier[:-1]
    named = [at for at, m in enumerate(earlier, 1) if len(name) > 1 and m.before.endswith(name)]
    return earlier[: named[-1]] if named and named[-1] > 1 else earlier


def _of_another(rate: Mention, part: Mention) -> bool:
    """A级172家，占比20%，C级以下占比12%: does the share's own name tell nothing of the part?"""
    name, shares, _ = rate.before.partition("占")
    told = part.before + part.after
    own = len(name) > 2 or (len(name) == 2 and _WORDS["plain"].pattern.fullmatch(name) is None)
    return shares != "" and own and not any(name[at : at + 2] in told for at in range(len(name) - 1))


def _names_another(rate: Mention, whole: Mention) -> bool:
    """停办内部报纸6453种，压缩正式报纸229种，占全国正式报纸总量的10.4%: does the share say of which kind, and another is the whole's?"""
    named = _WORDS["of-kind"].pattern.search(rate.before)
    return (
        named is not None
        and named["noun"] in whole.before + whole.after
        and named["kind"] not in whole.before + whole.after
    )


def _names_first(rate: Mention, first: Mention) -> bool:
    """简易程序510件、普通程序340件，简易程序占比60%: does the share name the first of two parts?"""
    name = rate.before.partition("占")[0]
    return len(name) >= len("程序") and name in first.before


def _only_two(rate: Mention, earlier: Sequence[Mention]) -> bool:
    """审查文件340份，提出意见的119份，占35%: is of nothing else told that it may be a share?"""
    of_it = earlier[0].after.endswith(("中", "中有", "中的"))  # 236家企业中有156家
    name = rate.before.partition("占")[0]
    bare = _WORDS["bare"].pattern.fullmatch(rate.before) is not None or name == earlier[-1].before  # 当日办结占比
    bare = bare or _names_last(name, earlier)
    return bare and len(earlier) == 2 and fits(*earlier) and (earlier[1].mark in ("，", ",") or of_it)


def _names_last(name: str, earlier: Sequence[Mention]) -> bool:
    """抽查船舶308艘，发现存在缺陷的92艘，缺陷船舶占30%: does the share's name tell the last one and what the first counts, and no more?"""
    what, thing = name[:-_DEED], name[-_DEED:]
    first, last = (f"{m.before} {m.after}" for m in (earlier[0], earlier[-1]))
    return len(what) >= _DEED and what in last and what not in first and thing in first


def _kind_of(whole: Sequence[Mention], part: Mention) -> bool:
    """法律援助案件120件，农民工案件36件: does the part's noun name a kind of the only whole's?"""
    return len(whole) == 1 and len(part.before) > 2 and whole[0].before[-2:] == part.before[-2:]


def _of_them(rate: Mention, whole: Mention, part: Mention) -> Iterator[Relation]:
    """报名120人，通过114人，95%的考生合格."""
    named = len(part.before) > 1 and part.before[-4:] in rate.after  # 初次信访36件次，12%为初次信访
    if fits(whole, part) and not part.explained and (named or _WORDS["entered"].pattern.search(whole.before)):
        yield from (found._replace(certain=named) for found in held_against(rate, part, [whole]))
