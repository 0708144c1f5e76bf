"""Numbers that announce a list: 以下三个方面 and what follows it, 上述三项措施 and what stands before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.lists import Enumeration, Item
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.lists.clauses import find_clauses
from reportlint.facts.relations.lists.counted import find_counted
from reportlint.facts.relations.lists.listed import counts_classes
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.numbers.measure_words import PARTIES, PERSONS
from reportlint.language.numbers.ordinals import chinese_number
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "announced")
_ABOVE = load_phrases(__file__, "looked_back")["above"].pattern
_SET_UNITS = frozenset("大 项 类 种 个 个方面 方面 条 级 重 道 支 件 点 个问题".split())
"""Units in which the members of a list are counted: 三项制度."""
_CLASSES = frozenset("大 项 类 种 点 条 个方面 方面".split())
"""Those in which the members of a list alone are counted."""
_WHO = PERSONS | PARTIES | {""}
"""Those to whom more than one thing may be done: 约谈三名负责人：一是…"""
_BETWEEN = "，；。、：:,; \u3000\n"
"""Before the marker of a member."""
_NAMES = patterns.compile("、|》(?:[和与及]|以及)?《|”(?:[和与及]|以及)?“")
_NEAR = 100
"""Characters before 上述 in which a list of names is what it looks back on."""
_REACH = 16
"""Characters before the number that may say that it announces something."""
_FIRST = patterns.compile(
    r"[^，。；：:\n]{0,16}(?:，(?:包括|具体[为是]|分别[为是]|主要[为是有]|即))?[：:]\s*(?:(?P<first>首先)|一(?P<word>[\u4e00-\u9fff])|(?P<open>[（(]?)(?P<one>[1一])(?P<close>[.．、)）])|(?P<ring>①))"
)
_NUMERALS: dict[str, Sequence[str]] = {
    "一": "一二三四五六七八九十",
    "1": [str(number) for number in range(1, 21)],
    "①": "①②③④⑤⑥⑦⑧⑨⑩",
}
_BY_NUMBER = patterns.compile("[，；。]第?([二三四五六七八九十])(?:是|，)")
_COUNTS = frozenset("是要则个项批名家次件种类系体套张支条站般直定")
"""Behind 一, what is no marker of a list, or one that is told elsewhere (一是)."""
_MEMBER = 60
"""Characters of the last member in which its own count may stand."""
_DIGITS = patterns.compile(r"\d+")
_TOLD_HERE = patterns.compile(r"[：:][^\n]*[^\s\n]")
"""Behind a number that is explained in its own paragraph: 三个问题：农民负担、国企改革、经济环境。"""
_GAP = patterns.compile(r"[\s\u3000]*")


def may_announce(mention: Mention) -> bool:
    """Can a number, by its unit, be that of a list?"""
    quantity = mention.quantity
    told = quantity.unit in _SET_UNITS or (quantity.digits == "chinese" and quantity.unit not in _WHO)
    if quantity.unit == "大" and mention.after.startswith(("的", "以来")):
        return False  # 在党的六大的报告中
    return told and quantity.kind == "count" and mention.exact


def find_announced(
    text: str, sentence: Sentence, mentions: Sequence[Mention], lists: Sequence[Enumeration]
) -> Iterator[Relation]:
    """The numbers of a sentence that announce a list or look back on one. ``lists``: those of its section, in order.

    What is announced is the next list 一是… of the section, else its subheadings. Without 以下, 如下 or a colon a number announces
    what follows only where its sentence ends with it and the list begins right behind.
    """
    for mention in filter(may_announce, mentions):
        quantity = mention.quantity
        before = text[max(sentence.span.start, quantity.span.start - _REACH) : quantity.span.start]
        behind = text[quantity.span.end : sentence.passage.span.end]
        if _ABOVE.search(before):
            if not _NAMES.search(
                text, max(sentence.passage.span.start, quantity.span.start - _NEAR), quantity.span.start
            ):
                yield from _looked_back(sentence, mention, lists)
        elif in_line := (
            _in_line(text, sentence, mention)
            or find_counted(text, sentence, mention)
            or find_clauses(text, sentence, mention)
        ):
            yield in_line
        elif (_WORDS["announced"].pattern.search(before) and _WORDS["of-what"].pattern.match(behind)) or (
            (
                quantity.unit in _CLASSES
                or (quantity.digits == "chinese" and quantity.unit not in _WHO)  # 打出三张牌：一是…
                or counts_classes(mention)
                or _WORDS["as-follows"].pattern.search(before)
                or _WORDS["matters"].pattern.match(behind)
            )
            and _WORDS["colon"].pattern.match(behind)
        ):
            yield from _announced(text, sentence, mention, lists)
        elif _WORDS["ends"].pattern.match(
            text[quantity.span.end - 2 * quantity.unit.endswith("方面") : sentence.span.end]
        ) and _leads(text, sentence, lists):
            certain = _WORDS["to-do"].pattern.search(before) is not None
            yield from (found._replace(certain=certain) for found in _announced(text, sentence, mention, lists))


def find_bare(text: str, sentence: Sentence, lists: Sequence[Enumeration]) -> Iterator[Relation]:
    """存在的问题有四：…: a number without a measure word, and the list 一是… right behind it or the clauses up to the full stop."""
    for match in _WORDS["bare"].pattern.finditer(text[sentence.span.start : sentence.span.end]):
        end = sentence.span.start + match.end()
        span = Span(sentence.span.start + match.start("number"), sentence.span.start + match.end("number"))
        said = chinese_number(match["number"].replace("两", "二"))
        gap, after = _GAP.match(text, end), bisect_left(lists, end, key=_begin)
        if gap and after < len(lists) and lists[after].items[0].span.start == gap.end():
            items = lists[after].items
            told, operands = items[-1].number, tuple(item.span for item in items)
        else:
            behind = text[end : sentence.span.end].rstrip("。")
            clauses = behind.split("；" if "；" in behind else "，")
            if len(clauses) < 2 or not all(0 < len(clause) <= _REACH for clause in clauses):
                continue
            told, operands = len(clauses), (Span(end, sentence.span.end),)
        yield Relation("count", span, match["number"], f"后面列出 {told} 项", told == said, operands, certain=False)


def _in_line(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """做好五件事：一抓学习，二抓规范; 4项内容：1.甲；2.乙: members with other markers than 一是."""
    first = _FIRST.match(text, mention.span.end, sentence.passage.span.end)
    if not first or (first["word"] or "") in _COUNTS:
        return None
    if first["first"]:
        return _in_words(text, sentence, mention, first.end())
    if first["word"] == "方":  # 一方面，…；另一方面，…
        found = text.count("一方面", mention.span.end, sentence.passage.span.end)
        return listed_so_many(mention, found, "后面") if found > 1 else None
    one = "一" if first["word"] else first["one"] or first["ring"]
    around = ("", first["word"]) if first["word"] else (first["open"] or "", first["close"] or "")
    found, at = 1, first.end()
    for numeral in _NUMERALS[one][1:]:
        place = text.find(numeral.join(around), at, sentence.passage.span.end)
        if place < 0 or not (first["ring"] or text[place - 1] in _BETWEEN):
            break
        found, at = found + 1, place + 1
    return listed_so_many(mention, found, "后面") if found > 1 else None


def _in_words(text: str, sentence: Sentence, mention: Mention, start: int) -> Relation | None:
    """三点差距：首先，…；其次，…；再次，…; however the marks are mixed: 首先…；其次…；三是…"""
    told = text[start : sentence.passage.span.end]
    found = 1 + sum(any(f"{mark}{word}" in told for mark in "，；。") for word in ("其次", "再次", "最后"))
    found = max(found, *(_NUMERALS["一"].index(numeral) + 1 for numeral in ("一", *_BY_NUMBER.findall(told))))
    return listed_so_many(mention, found, "后面") if found > 1 else None


def _announced(text: str, sentence: Sentence, mention: Mention, lists: Sequence[Enumeration]) -> Iterator[Relation]:
    after = bisect_left(lists, mention.span.end, key=_begin)
    told_here = _TOLD_HERE.search(text, mention.span.end, sentence.passage.span.end) is not None
    if after < len(lists) and not (told_here and _begin(lists[after]) > sentence.passage.span.end):
        items = lists[after].items
        if _add_up(text, items, mention):
            return
        gaps = len(items) == mention.quantity.value  # 三件：一是…；三是…；四是…
        yield listed_so_many(mention, len(items) if gaps else _length(items), "下文", lists[after])
    elif sentence.section.children and not told_here:
        yield listed_so_many(mention, len(sentence.section.children), "下文")


def _length(items: Sequence[Item]) -> int:
    """How far a list counts, whatever stray number follows it; of 一是…，一是… how many they are."""
    highest = max(item.number for item in items)
    return highest if highest > 1 else len(items)


def _add_up(text: str, items: Sequence[Item], mention: Mention) -> bool:
    """任务33项：一是立法任务9项，二是执法任务24项: do the members' own counts make up the number?"""
    ends = (*(item.span.start for item in items[1:]), items[-1].span.end + _MEMBER)
    counts = (
        _count(text, Span(item.span.end, end), mention.quantity.unit) for item, end in zip(items, ends, strict=True)
    )
    return sum(counts) == mention.quantity.value


def _count(text: str, span: Span, unit: str) -> int:
    """The first figure of a unit in a stretch; 0 where there is none."""
    figures = _DIGITS.finditer(text, *span)
    return next((int(figure[0]) for figure in figures if text.startswith(unit, figure.end(), span.end)), 0)


def _looked_back(sentence: Sentence, mention: Mention, lists: Sequence[Enumeration]) -> Iterator[Relation]:
    """上述三项措施: the list that ended before it, or the paragraphs or subsections up to here; any that fits is believed."""
    before = bisect_left(lists, mention.span.start, key=_begin)
    ended = lists[before - 1] if before and lists[before - 1].items[-1].span.end < sentence.span.start else None
    section, said = sentence.section, int(mention.quantity.value)
    earlier = [span for span in section.paragraphs if span.start <= sentence.passage.span.start]
    siblings = section.parent.children if section.parent else []
    place = siblings.index(section) if section in siblings else 0
    readings = {len(earlier) - 1, len(earlier), place, place + 1}
    if ended and (ended.items[-1].number == said or said not in readings):
        yield listed_so_many(mention, ended.items[-1].number, "前文", ended)._replace(certain=False)
    elif not ended and place and section.level > 1:
        holds = said in readings
        yield listed_so_many(mention, said if holds else place + 1, "前文")._replace(certain=False)


def _leads(text: str, sentence: Sentence, lists: Sequence[Enumeration]) -> bool:
    """Does a list or the first subheading begin right behind the sentence?"""
    gap = _GAP.match(text, sentence.span.end)
    after = bisect_left(lists, sentence.span.end, key=_begin)
    if gap and after < len(lists) and lists[after].items[0].span.start == gap.end():
        return True
    own, children = sentence.section.paragraphs, sentence.section.children
    last = bool(own) and own[-1].end <= sentence.span.end
    return bool(children) and last and sentence.section.level > 0


def _begin(found: Enumeration) -> int:
    return found.items[0].span.start


def listed_so_many(mention: Mention, number: int, where: str, listed: Enumeration | None = None) -> Relation:
    """The number against how many are listed; where: 后面, 前面 …; listed: the list, if it is one."""
    said = int(mention.quantity.value)
    operands = tuple(item.span for item in listed.items) if listed else ()
    return Relation("count", mention.span, str(said), f"{where}列出 {number} 项", said == number, operands)
