"""Numbers in front of clauses built alike: 三点要求：排查要彻底，整改要限时; 两件事：6月底前…；9月底前…; and what they come to."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.same_words import is_act
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.lists.listed import NEAR
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "clauses")
_LEAD = patterns.compile(r"[^，。；：:、（）()\n]{1,10}[：:]")
_FIGURE = patterns.compile(r"[0-9]+(?:\.[0-9]+)?")
_ONE_FIGURE = patterns.compile(r"[^\d，；]{4,12}[0-9.]+[万亿]?[\u4e00-\u9fff]{1,3}")
"""A deed and its figure: 登记船只20条."""
_DEEDS = frozenset("件项")
"""Units of what is done: 两件实事, 三项工程."""
_MOST = 9
_LONGEST = 60
_SHORT = 12
"""Characters of clauses that may be a list by the one verb with which all begin: 抓关键少数，抓执法队伍，抓农村群众."""
_JOINED = patterns.compile("[，；、和与及并]")
_WHO = tuple("县市区镇乡全各一")
"""With what those who act begin, or words of time."""
_SENTENCES = patterns.compile("[。；，]")


def find_clauses(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """The number against the clauses behind its colon, up to the first that is built in another way.

    What may be read in two ways is believed: pairs of clauses, members that go on in the next sentence, a last member unlike the others.
    """
    lead = _LEAD.match(text, mention.span.end, sentence.span.end)
    said = int(mention.quantity.value)
    if not lead or not 1 < said <= _MOST or _another(lead.group()[:-1]):
        return None
    told = text[lead.end() : sentence.span.end].rstrip("。\n")
    mark = "；" if "；" in told else "，"
    parts = told.split(mark)
    if any(not part or len(part) > _LONGEST or _WORDS["open"].pattern.search(part) for part in parts):
        return None
    runs = [run for run in _runs(parts, by_clauses=mark == "，", deeds=mention.unit in _DEEDS) if run > 1]
    counted = sum(mention.quantity.unit + "、" in f"{part}、" for part in parts) > 1  # 3件：涉烟1件；涉酒2件
    if counted or said in runs:
        return None
    behind = [part for part in _SENTENCES.split(text[sentence.span.end : sentence.passage.span.end]) if part][:1]
    deeds = _WORDS["of-deeds"].pattern.search(lead.group()) is not None
    row = _in_row(told)
    if deeds and row > 1 and 0 < abs(row - said) <= NEAR and _is_over(behind):
        return _listed(mention, row, Span(lead.end(), lead.end() + len(told)))
    few = deeds and _are_too_few(told, parts, said) and _is_over(behind)
    if not runs and (few or (mark == "；" and _are_faults(lead.group(), parts, said, behind))):
        return _listed(mention, len(parts), Span(lead.end(), lead.end() + len(told)))
    if not runs:
        return None
    found = max(runs)
    rest = parts[found:]
    if found < said and (_may_go_on(rest, mark) or _is_like(parts, behind)):
        return None
    if found == 2 * said or abs(found - said) > NEAR or (mark == "；" and _mixed(parts, said)):
        return None
    end = lead.end() + len(mark.join(parts[:found]))
    return _listed(mention, found, Span(lead.end(), end))


def _listed(mention: Mention, found: int, place: Span) -> Relation:
    """So many where another number was announced."""
    said, told = str(int(mention.quantity.value)), f"后面列出 {found} 项"
    return Relation("count", mention.span, said, told, False, (place,), certain=False)


def _in_row(told: str) -> int:
    """公示合同20份、核对面积167亩、登记船只20条: how many deeds of one figure each; 0 where one is told otherwise."""
    deeds = told.split("、")
    return len(deeds) * all(is_verb(deed[:2]) and _ONE_FIGURE.fullmatch(deed) is not None for deed in deeds)


def _are_too_few(told: str, parts: Sequence[str], said: int) -> bool:
    """Are they measures of one figure each, and fewer than announced, however they are cut?"""
    measures = all(len(_FIGURE.findall(part)) == 1 for part in parts)
    return measures and said - NEAR <= len(parts) and len(_JOINED.split(told)) < said


def _are_faults(lead: str, parts: Sequence[str], said: int, behind: Sequence[str]) -> bool:
    """三方面不足：甲，…；乙，…。原因主要是…: are they faults, another number of them, each plainly one, and told to the last?"""
    over = bool(behind) and _WORDS["why"].pattern.match(behind[0]) is not None
    clauses = [_SENTENCES.split(part) for part in parts]
    plain = not any(_JOINED.search(first) or not all(map(_FIGURE.search, rest)) for first, *rest in clauses)
    of_faults = _WORDS["of-faults"].pattern.search(lead) is not None
    return of_faults and over and plain and 0 < abs(len(parts) - said) <= NEAR


def _is_over(behind: Sequence[str]) -> bool:
    """Is nothing more told, or what came of all of it: 全年服务1200人次?"""
    after = _WORDS["thereafter"].pattern.match(behind[0]) if behind else None
    return not behind or (after is not None and not after.group()[-1].isdigit())


def _another(noun: str) -> bool:
    """对三项工作作出批示：…: is it another noun than the counted one that stands before the colon?"""
    return any(is_verb(noun[at : at + 2]) for at in range(2, len(noun) - 2))


def _runs(parts: Sequence[str], by_clauses: bool, deeds: bool = False) -> list[int]:
    """How many of the first parts are built as the first one is, in each way in which they may be.

    Commas part clauses of any kind, so there only a date, a word of command or two characters that all begin with tell a list;
    semicolons also a verb in front or, of deeds, one figure in each.
    """
    first = parts[0]
    ways = [[_WORDS["date"].pattern.match(part) is not None for part in parts]]
    ways += [[mark in _marks(part) for part in parts] for mark in _marks(first)]
    short = max(map(len, parts)) <= _SHORT and not first.startswith(_WHO)
    shared = 2 if by_clauses and not (short and len({part[:1] for part in parts}) == 1) else 1
    ways.append([part[:shared] == first[:shared] for part in parts])
    deeds_alike = [is_verb(part[:2]) for part in parts]
    if not by_clauses:
        ways.append(deeds_alike)
    elif len({len(part) for part in parts}) == 1 and all(is_verb(part[:2]) or is_act(part[:2]) for part in parts):
        ways.append([True] * len(parts))  # 建成一个中心，培训百名骨干，清理千件证照; the last may be what they are for
        ways.append([True] * (len(parts) - 1) + [not _WORDS["goal"].pattern.match(parts[-1])])
    if not by_clauses and deeds:
        ways.append([len(_FIGURE.findall(part)) == 1 for part in parts])
    return [next((at for at, alike in enumerate(way) if not alike), len(way)) for way in ways]


def _marks(part: str) -> set[str]:
    """The words of command in it: 要, 不得."""
    return {match.group() for match in _WORDS["command"].pattern.finditer(part)}


def _may_go_on(rest: Sequence[str], mark: str) -> bool:
    """May what is left hold members too, if built in another way? Not what tells of a deed thereafter: 会后签发任务单6份."""
    return bool(rest) and (mark == "；" or not _WORDS["thereafter"].pattern.match(rest[0]))


def _is_like(parts: Sequence[str], behind: Sequence[str]) -> bool:
    """Does the next sentence begin as the first part does?"""
    return any(run > 1 for run in _runs([parts[0], *behind], by_clauses=False))


def _mixed(parts: Sequence[str], said: int) -> bool:
    """Do the clauses of all parts come to the number: 甲；乙，丙？"""
    return sum(len(part.split("，")) for part in parts) == said
