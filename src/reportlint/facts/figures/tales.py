"""The figures that tell of the year, each with what it tells of: 制发监督意见书36份 and 下发36份行政执法监督意见书 tell one thing.

Here a sentence is read; what can then be asked of a figure is in `told`, and how its clause is understood in `deeds`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.deeds import (
    JOINING,
    OF_THE_YEAR,
    WHOLE,
    Clause,
    Left,
    act_of,
    clause_of,
    completed,
    deed_in,
    letters_of,
    shared_out,
    takes_thing_behind,
    tells_of_some,
)
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.figures.passives import in_active_voice
from reportlint.facts.figures.same_words import is_act, words_of
from reportlint.facts.figures.told import CHANGE, LEADER, Beside, Told, Under, found
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.kept import patterns
from reportlint.language.numbers.years import YEAR_IN_DIGITS
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb
from reportlint.language.words.word_boundaries import cut
from reportlint.report import Report

_WORDS = load_phrases(__file__, "tales")
_UNITS = (("次", "次 场 场次 期 回"), ("名", "人 名 位"), ("公里", "公里 千米"))
_ONE_UNIT = {unit: one for one, units in _UNITS for unit in units.split()}
_OWN_UNITS = frozenset(
    """
    % 元 吨 米 人次 件次 家次 户次 批次 艘次 座次 条次 篇次 平方米 公顷 亩 倍 天 小时 分钟 工作日 个工作日 个月 课时
    """.split()
)
"""Units that stand for themselves; all others but those above are measure words of things, one as good as another."""
_REACH = 160
"""Characters of a sentence that are looked at on either side of a figure."""
_OPENING = patterns.compile(r"[^\d。；\n]{4,40}。")
_AMONG = frozenset(("中", "当中", "之中", "里", "里面"))
"""Behind what was counted, before the figure of those among them."""
_TO_WHOM = ("对", "为", "给", "向", "将", "把")


class Tale(NamedTuple):
    """A figure, the sentence it stands in, and what it tells of."""

    span: Span
    sentence: Span
    told: Told

    def moved(self, by: int) -> Tale:
        """The same so many characters further on; what is told has no place."""
        (start, end), (begins, ends) = self.span, self.sentence
        return Tale(Span(start + by, end + by), Span(begins + by, ends + by), self.told)


@fact_of_passages
def tales(report: Report) -> tuple[Tale, ...]:
    """The figures that tell of the year of the report, with what they tell of, in order."""
    found = []
    for sentence, written in mentions(report):
        here = [
            in_active_voice(_of_change(mention, last)) for last, mention in zip([None, *written], written, strict=False)
        ]
        matters: dict[str, frozenset[str]] = {}
        for index, mention in enumerate(here):
            beside = (*here[max(0, index - 1) : index], *here[index + 1 : index + 2])
            unit = _unit(mention)
            left = Left(_carried(here, index), matters.get("次" if unit == "人次" else unit, frozenset()))
            if not _tells_of_the_year(report, sentence, mention, first=index == 0):
                continue
            if told := _told(report, sentence, mention, beside, left):
                found.append(Tale(mention.span, sentence.span, told))
                matters[unit] = told.clause.things or left.things
    return tuple(sorted(found, key=lambda tale: tale.span))


def _of_change(mention: Mention, last: Mention | None) -> Mention:
    """A percentage by which something rose or, below zero, fell, behind the words that name this: those of the figure before,
    信访总量2710件，同比下降8.6%, where it has none. Others as they are.
    """
    if mention.quantity.kind != "percent" or not (told := _WORDS["change"].pattern.search(mention.before)):
        return mention
    value = -mention.quantity.value if told["fell"] else mention.quantity.value
    said = mention.before[: told.start()] or (last.before if last and mention.mark == "，" else "")
    return mention._replace(quantity=mention.quantity._replace(value=value, unit=CHANGE), before=said)


def _tells_of_the_year(report: Report, sentence: Sentence, mention: Mention, first: bool) -> bool:
    """Not of another time, of a part of what was told before, nor of what is planned."""
    before = _before(report.text, sentence.span, mention)
    if not mention.exact or mention.quantity.kind == "point":
        return False
    said = mention.before
    if _WORDS["names-nothing"].pattern.search(said):
        return False
    if first and said.startswith("其中") and before != said:
        said = said.removeprefix("其中")  # 点评述法情况，其中44名书面述法: there is no figure of which it is a part
    if _WORDS["part"].pattern.search(said) or (not first and mention.mark == "" and not _AMONG.isdisjoint(cut(said))):
        return False  # 6件新订文件中写明期限的2件
    if _WORDS["meant"].pattern.match(mention.before):
        return False
    if report.kind.future in sentence.parts:  # what is planned for those there are: 对已培养的86名明白人轮训
        if _WORDS["basis"].pattern.match(report.text, mention.span.end, sentence.span.end):
            # 在2024年办理436件的基础上
            return {int(year) for year in YEAR_IN_DIGITS.findall(before)} == {report.outline.year}
        done = _WORDS["done-in"].pattern.search(before)  # 对2024年新设的12个窗口开展培训
        return bool(_WORDS["already"].pattern.search(before)) or (
            done is not None and int(done["year"]) == report.outline.year
        )
    of_when = said if _WORDS["year"].pattern.search(said) else before
    of_when = _WORDS["compared"].pattern.sub("", _WORDS["dated"].pattern.sub("", of_when))
    other_time = _WORDS["other-time"].pattern.search(of_when)
    return not other_time and all(int(year) == report.outline.year for year in YEAR_IN_DIGITS.findall(before))


def _before(text: str, sentence: Span, mention: Mention) -> str:
    before = text[max(sentence.start, mention.span.start - _REACH) : mention.span.start]
    return _WORDS["change"].pattern.sub("", before) if mention.quantity.unit == CHANGE else before


def _carried(here: Sequence[Mention], index: int) -> frozenset[str]:
    """What was done to the first thing of a list, and so to the others: 办理复议案件4件、诉讼案件2件."""
    first = index
    while first and here[first].mark == "、":
        first -= 1
    words = words_of(here[first].before) if first < index else ()
    done = act_of(words, at_end=False)
    return frozenset() if done is None else frozenset([words[done]])


def _told(report: Report, sentence: Sentence, mention: Mention, beside: Sequence[Mention], left: Left) -> Told | None:
    before = _before(report.text, sentence.span, mention)
    said, leader, done_to = _said(report, sentence, mention, before)
    share = _WORDS["share-of"].pattern.search(mention.before)  # 查处醉驾最多的6月，占全年421起的15%
    clause = shared_out(before, mention, left) if share else completed(clause_of(said, mention), before, mention, left)
    unit = _unit(mention)
    listed = mention.mark == "、" and beside[:1] != () and _unit(beside[0]) == unit
    if listed and not (clause.things or mention.after):
        return None  # 立案680件，裁决102件、调解578件: of what was told before
    whole = bool(WHOLE.pattern.search(mention.before + mention.after))
    everywhere = _WORDS["everywhere"].pattern.search(mention.before) is not None
    does = clause.follows and not clause.acts <= {*words_of(mention.after)[:1]}
    group = _WORDS["takes-part"].pattern.match(mention.after) if unit == "名" else None
    clause = clause._replace(things=frozenset(words_of(group["who"]))) if group else clause
    of_all = WHOLE.pattern.search(mention.before)  # behind the figure it is of what is told of them
    some = done_to or group is not None or (not of_all and tells_of_some(said, mention.after, does))
    some = some or (everywhere and not clause.acts and begins_with_verb(mention.after))  # 全镇干部312名参加学习
    some = some or (takes_thing_behind(said, mention.after) and not said.endswith("全部"))
    done_by = frozenset[str]()
    if some and (does or not any(map(is_act, words_of(said)))):
        done_by, clause = clause.acts, clause._replace(acts=frozenset())  # 60个调度室参加评比
    if mention.quantity.kind == "percent":
        clause = Clause(frozenset(), clause.acts | clause.things | clause.occasion)
    letters = letters_of(deed_in(said), mention)
    sums_up = sentence.section is report.outline.root  # the opening, of all the year, whatever it tells of before
    return Told(
        value=mention.quantity.value,
        unit=unit,
        before=mention.before,
        after=mention.after,
        clause=clause,
        said=said,
        earlier=mention.before if sums_up else before,
        near=_near(report, sentence, mention, before),
        is_listed=mention.mark == "、" or bool(left.acts),
        leaders=found(_WORDS["office"], mention.before),
        own=(leader or report.kind.head in sentence.parts) and _is_own(mention),
        under=Under(report.kind.head in sentence.parts, _title(report, sentence)),
        whole=whole or sums_up,
        everywhere=everywhere or sums_up,
        all_done=share is not None or _of_all(report.text, sentence.span, said, mention),
        span_of=_span_of(mention.before),
        some=some,
        done_by=done_by,
        only=found(_WORDS["dated"], mention.before if whole or some else before) | found(_WORDS["deputy"], before),
        letters=letters,
        beside=tuple(
            Beside(_unit(m), m.quantity.value, m.before + m.after) for m in beside if m.quantity.digits != "chinese"
        ),
        keys=tuple((unit, word) for word in (*sorted(clause.acts | clause.things), letters)),
    )


def _said(report: Report, sentence: Sentence, mention: Mention, before: str) -> tuple[str, bool, bool]:
    """The words before a figure without leaders and what leads up to it; is a leader among them, and is something told of what was
    done in the year: 覆盖全年安装的充电桩?
    """
    words = "" if before[-1:] in JOINING else mention.before
    if report.kind.future in sentence.parts:
        words = _WORDS["by-when"].pattern.sub("", words)
    said, leaders = LEADER.pattern.subn("", words)
    if not (said.endswith("为") and mention.after):
        said = _WORDS["reaches"].pattern.sub("", said)
    done_to, said = _of_the_year(_WORDS["ours"].pattern.sub("", said))
    return said, leaders > 0, done_to


def _of_the_year(said: str) -> tuple[bool, str]:
    """对全年安装的充电桩: is something told of what was done in the year, perhaps of some of it? And the words that name this."""
    found = OF_THE_YEAR.pattern.search(said)
    before = said[: found.start()] if found else ""
    done_to = is_verb(before[-2:]) or before.endswith(_TO_WHOM)
    return done_to, said[len(before) :] if done_to else said


def _is_own(mention: Mention) -> bool:
    """Does it count what one does in person, and not what others do?"""
    done = mention.quantity.kind == "count" and _WORDS["own"].pattern.search(mention.before + mention.after)
    return bool(done) and not _WORDS["of-others"].pattern.search(mention.before)


def _of_all(text: str, sentence: Span, said: str, mention: Mention) -> bool:
    """Is what was done told of all of them, or of some among all: 全部办复28件, 28件意见书均采纳, 28件，全部办复, 28件案件中?"""
    after = mention.after
    return bool(
        _WORDS["all-done"].pattern.search(said)
        or said.endswith("全部")
        or _WORDS["all-of-them"].pattern.match(after)
        or _WORDS["all-then"].pattern.match(text, mention.span.end, sentence.end)
        or (not said and _WORDS["among-them"].pattern.match(after))
    )


def _near(report: Report, sentence: Sentence, mention: Mention, before: str) -> str:
    """Heading, opening and sentence around a figure."""
    said = report.text[mention.span.start - len(before) : min(sentence.span.end, mention.span.end + _REACH)]
    return f"{_title(report, sentence)} {_opening(report, sentence)} {said}"


def _title(report: Report, sentence: Sentence) -> str:
    """The heading below the first level under which a sentence stands."""
    heading = sentence.section.heading
    return report.words(heading.span) if heading and heading.level > 1 else ""


def _span_of(before: str) -> str:
    """new, of the year's own; all, of those there are so far; "" where neither is said."""
    if _WORDS["new"].pattern.search(before):
        return "new"
    return "all" if _WORDS["so-far"].pattern.search(before) else ""


def _opening(report: Report, sentence: Sentence) -> str:
    """The short sentence without figures that opens the paragraph and says what it is about, "" where none does."""
    told = _OPENING.match(report.text, sentence.passage.span.start, sentence.span.start)
    return told[0] if told else ""


def _unit(mention: Mention) -> str:
    unit = mention.quantity.unit
    if unit in _OWN_UNITS or mention.quantity.kind != "count":
        return unit or mention.quantity.kind
    return _ONE_UNIT.get(unit, "件")
