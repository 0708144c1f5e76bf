"""Quantities of a text: 36件, 近80%, 3.2个百分点, 三分之二, 3～5个, 第二批.

What only looks like one is left out: dates, names (《…（2021—2025年）》, “1+3+X”, 12345热线, 5G, 6.0版), numbers of
documents and articles, list and heading markers, and words that begin with a numeral (一批, 十分, 二期). A Chinese
numeral counts only with a measure word; an Arabic one also where it ends its phrase (达412，).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.bare_numbers import PHRASE_ENDS, SCALE, is_listed, stands_alone
from reportlint.facts.figures.dates import Date, dates_in, find_dates
from reportlint.facts.figures.measures import BEFORE, CLASSES, LONGEST, MEASURES, ONLY_BEFORE, PACT, YEARS_AND_DAYS
from reportlint.facts.figures.places import within
from reportlint.facts.figures.written_numbers import Form, character, find_forms
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.kept import patterns
from reportlint.language.numbers.numerals import EXACT, Numeral, parse_numeral
from reportlint.language.phrases import load_phrases
from reportlint.language.traditional import simplified
from reportlint.report import Report


class Quantity(NamedTuple):
    """A number that counts, measures or ranks something; spans are offsets into the text, in characters."""

    span: Span
    """The numeral with its unit and the words of approximation that belong to it."""
    number: Span
    """The numeral alone, 万 and 亿 included; of a range the lower end."""
    value: Decimal
    """万 and 亿 multiplied out; percentages as stated (93.1), 九成五 as 95, 千分之五 as 0.5; of a range the lower end.
    翻两番 is 4 (倍); 三分之二 is rounded to 28 digits; 数十 is 10."""
    high: Decimal | None
    """The upper end of a range (3～5个, 三五个), else None."""
    unit: str
    """As written, without 万 and 亿 (件, 人次, 元, 个月); % for all percentages; "" where there is none."""
    kind: str
    """``count``, ``percent``, ``point`` (百分点), ``multiple``, ``fraction`` or ``ordinal``."""
    words: tuple[str, ...]
    """The words of approximation as written, in order: 近 and 以上 in 近80%以上."""
    reach: int
    """Where the words in front begin that may name what it counts: behind the last quantity; -1 inside a list of numbers."""
    digits: str
    """How the numeral is written: ``arabic``, ``chinese`` or ``mixed`` (6.25万)."""
    decimals: int
    """Digits after the decimal point as written: 2 in 91.46% and in 6.25万."""
    step: Decimal
    """One unit in the last stated place, scaled as the value is: 0.1 for 93.1%, 100 for 6.25万, 1 for 412."""

    def moved(self, by: int) -> Quantity:
        """The same so many characters further on."""
        (start, end), (begins, ends) = self.span, self.number
        reach = self.reach + by if self.reach >= 0 else self.reach
        return Quantity._make(  # _replace takes four times as long, and an editor's stroke moves hundreds
            (Span(start + by, end + by), Span(begins + by, ends + by), *self[2:7], reach, *self[8:])
        )

    @property
    def approximation(self) -> str:
        """``about`` (约), ``below`` (近), ``above`` (余), ``some`` (几): the class of the first word; else ""."""
        return CLASSES[self.words[0]] if self.words else ""

    @property
    def approximate(self) -> bool:
        """Whether a word of approximation belongs to it."""
        return bool(self.words)


_LIST = patterns.compile("[、和与及或](?=[0-9０-９])")

_PERCENT = {"%": Decimal(1), "％": Decimal(1), "‰": Decimal("0.1"), "成": Decimal(10)}
# 百分之, 千分之
_PER = {base: Decimal(10) ** power for base, power in (("百", 0), ("千", -1), ("万", -2), ("十万", -3), ("百万", -4))}
_KINDS = {
    "百分点": "point",
    "个百分点": "point",
    "百分比": "point",
    "个百分比": "point",
    **dict.fromkeys(("百分率", "个百分率", "百分数", "个百分数"), "point"),
    "倍": "multiple",
    "番": "multiple",
}
_ONE_FORM = {"百分点": "个百分点", "番": "倍", "数": "", "个多月": "个月", "个多小时": "个小时", "个多星期": "个星期"}
_ONE = _PERCENT["%"]
_TENTH = Decimal("0.1")
_INSIDE = patterns.compile("[几数余多](?!\\Z)|(?<=.)几")  # in 十几, 数十, 500余万, 个多月; not 数 in 半数
_MOST_DOUBLINGS = 20  # 翻二十番 would be a million times
_DOUBLED = patterns.compile(r"翻[^翻\n]?\Z")  # 翻两番, 翻了两番; not at the end of the line above

_JOINED_BEFORE = patterns.compile(r"[A-Za-z+＋·•×*/／#@_=^&\\]|(?<=[A-Za-z0-9])[-－.．]|(?<=[0-9])[:：∶]")
_JOINED_AFTER = patterns.compile(r"[ ]?[A-Za-z]|[+＋·•×*/／^_=＝]|[:：∶][0-9]|[-－][A-Za-z0-9]|[.．][0-9]")
_WORDS = load_phrases(__file__, "quantities")
_ARTICLES = frozenset("一壹二零〇半百千万亿兆")  # before a measure word: 一批, 二期, 零件, 百家
_FIRST = "批个次届期轮家例部件场条支座项"  # 首批
_NOT_BEFORE_VAGUE = "人总件次户个基指参系函变倍无多少岁级位"  # 人数十倍: 数 belongs to the noun
_PARTS_OF_LAWS = "条款章节编号目卷页"
_IDIOM = _WORDS["idiom"]
_LAST = frozenset(word[-1] for word in BEFORE)

_ORDINARY = {unit for unit in MEASURES if unit not in _PERCENT and unit not in _KINDS and unit not in _ONE_FORM}
_NOTHING = ("",) * 5
_TELLING = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz第-－−负 +＋·•×*/／#@_=^&\\.．:：") | _LAST
"""What may stand before a number and say something of it."""


def find_quantities(
    text: str, start: int = 0, end: int | None = None, dates: Sequence[Date] | None = None
) -> list[Quantity]:
    """All quantities in ``text[start:end]``, in order and not overlapping; begin at a paragraph's first character.

    ``dates``: those that stand there, where they are known.
    In a list the unit of the last number holds for all: 12、15、18件 are three quantities of 件.
    """
    found: list[Quantity] = []
    waiting: list[Quantity] = []  # numbers of a list whose unit is still to come
    end = len(text) if end is None else end
    for form in find_forms(text, start, end, find_dates(text, start, end) if dates is None else dates):
        if waiting and waiting[-1].span.end + 1 != form.start:
            waiting = []
        quantity = _quantity(text, form, found[-1].span.end if found else start, bool(waiting))
        if quantity and not quantity.unit and quantity.kind == "count" and _LIST.match(text, quantity.span.end):
            waiting.append(quantity)
            continue
        if quantity:
            found += [number._replace(unit=quantity.unit, kind=quantity.kind, reach=-1) for number in waiting]
            found.append(quantity)
        waiting = []
    return found


def _quantity(text: str, form: Form, floor: int, listed: bool) -> Quantity | None:
    """The quantity a form says, or None where it only looks like one; nothing before ``floor`` belongs to it."""
    if form.unit in _ORDINARY and _is_plain(text, form):
        number = Span(form.start, form.start + len(form.low))
        value = parse_numeral(form.low).value  # type: ignore[union-attr]  # digits alone
        return Quantity(
            Span(form.start, form.end), number, value, None, form.unit, "count", (), floor, "arabic", 0, _ONE
        )
    kind, factor = _kind(form)
    numeral, high = _numerals(form, kind)
    if numeral is None or (form.unit == "番" and numeral.value > _MOST_DOUBLINGS):
        return None
    value, step = numeral.value, numeral.step
    if form.unit == "番":
        value = 2**value  # rounded where it is no whole number: 翻一番半
    if factor is not _ONE:
        value, step = EXACT.multiply(value, factor), EXACT.multiply(step, factor)
    if form.rest and (rest := parse_numeral(form.rest.replace("半", "五"))):  # 九成五, 两倍半
        step = EXACT.multiply(numeral.step, factor // 10 or _TENTH)
        value = EXACT.add(value, EXACT.multiply(rest.value, step))

    start, word, before = form.start, "", character(text, form.start - 1)
    if before == "第" and kind == "count":
        kind, start = "ordinal", start - 1
    elif before in "-－−负" and not _JOINED_BEFORE.match(text, start - 1):
        value, high, start = value.copy_negate(), high and high.copy_negate(), start - 1
    elif form.unit == "番":
        doubled = _DOUBLED.search(text, max(floor, start - 2), start)
        start = doubled.start() if doubled else start
    else:
        word = _word_before(text, form, floor)
        start -= len(word) + (word != "" and before == " ")
    inside = () if form.low.isdecimal() else _INSIDE.findall(form.low)
    within = _INSIDE.findall(form.unit) if "多" in form.unit else ()  # 个多月
    words = (word, *inside, *form.more, form.more_high, *within, form.after)

    quantity = Quantity(
        span=Span(start, form.end),
        number=_number_span(form, kind),
        value=value,
        high=high and EXACT.multiply(high, factor),
        unit="%" if kind == "percent" else _ONE_FORM.get(form.unit, form.unit),
        kind=kind,
        words=tuple(filter(None, words)),
        reach=floor,
        digits=numeral.digits,
        decimals=numeral.decimals,
        step=step,
    )
    return None if _is_name(text, form, quantity, listed) else quantity


def _number_span(form: Form, kind: str) -> Span:
    """Where the number stands; of a fraction told as a percentage, its upper part."""
    number = Span(form.start, form.start + len(form.low))
    if form.over:
        number = Span(number.start, number.end + len(form.over) + len(form.part))
        if kind == "percent":
            number = Span(number.end - len(form.part), number.end)
    return number


def _is_plain(text: str, form: Form) -> bool:
    """Is it digits and a measure word (36件), with nothing around that would make it anything else? Most are."""
    plain = form.low.isascii() and form.low.isdecimal() and form[2:7] == _NOTHING and not form.rest and not form.after
    before = character(text, form.start - 1)
    return plain and before not in _TELLING and not _IDIOM.pattern.search(text, max(form.start - 2, 0), form.end + 3)


def _kind(form: Form) -> tuple[str, Decimal]:
    """The kind, and what a value is multiplied by."""
    if form.over and form.low in _PER:
        return "percent", _PER[form.low]
    if form.over or (form.low in ("半", "一半") and form.unit not in _PERCENT):
        return "fraction", _ONE
    if form.low == "首":
        return "ordinal", _ONE
    return ("percent", _PERCENT[form.unit]) if form.unit in _PERCENT else (_KINDS.get(form.unit, "count"), _ONE)


def _numerals(form: Form, kind: str) -> tuple[Numeral | None, Decimal | None]:
    """The numeral, and the upper end of a range; in 5至8万 the scale holds for both."""
    low = "一" if form.low == "首" else form.low
    if form.over:
        low = form.part if kind == "percent" else f"{low}{'/' if form.over in '/／' else '分之'}{form.part}"
    high = parse_numeral(form.high) if form.high else None
    if high and (scale := SCALE.search(form.high)) and not SCALE.search(low):
        low += scale[0]
    numeral = parse_numeral(low)
    return numeral, high.value if high else numeral.high if numeral else None


def _word_before(text: str, form: Form, floor: int) -> str:
    """The word of approximation in front of the numeral; one space may stand between."""
    at = form.start - (character(text, form.start - 1) == " ")
    if character(text, at - 1) not in _LAST:
        return ""
    for length in range(LONGEST, 0, -1):
        word = text[max(at - length, floor) : at]
        if (
            word in BEFORE
            and character(text, at - len(word) - 1) not in BEFORE[word]
            and not text.endswith(PACT, 0, at)
        ):
            if (word == "近" and form.unit in YEARS_AND_DAYS) or form.low[0] not in ONLY_BEFORE.get(word, form.low[0]):
                return ""
            return word
    return ""


def _is_name(text: str, form: Form, quantity: Quantity, listed: bool) -> bool:
    """Whether what looks like a quantity is part of a word, a name or a code."""
    low, unit, start, end = form.low, form.unit, form.start, form.end
    before, behind = character(text, start - 1), character(text, start + len(low))
    if (start and _JOINED_BEFORE.match(text, start - 1)) or (not unit and _JOINED_AFTER.match(text, end)):
        return True
    if _IDIOM.pattern.search(text, max(start - 2, 0), end + 3) or (low[0] == "数" and before in _NOT_BEFORE_VAGUE):
        return True
    if unit == "点" and not _WORDS["opinion"].pattern.match(text, end):
        return True
    if (unit == "数" and low != "半") or (unit == "番" and text[quantity.span.start] != "翻"):
        return True
    if low == "首":
        return behind not in _FIRST
    if quantity.kind == "ordinal":
        ends_phrase = PHRASE_ENDS.match(text, end) and character(text, quantity.span.start - 1).isalpha()
        return behind in _PARTS_OF_LAWS or not (unit or ends_phrase)
    if quantity.kind == "fraction":
        if form.over in "/／" and form.over:
            return quantity.value >= 1 or len(low) > 2 or len(form.part) > 2
        return low == "半" and unit != "数" and (unit != "" or not quantity.words)  # 近半年
    if quantity.kind != "count":
        return False
    if quantity.digits != "chinese":
        return not unit and not stands_alone(text, form, before, listed or quantity.approximate)
    if not unit or (unit == "届" and before != "续"):  # 十九届, 连续三届
        return True
    if quantity.words or quantity.high is not None or form.rest:
        return False
    return (
        (low in _ARTICLES and not is_listed(text, form))
        or low + unit == "十分"
        or (unit == "大" and (quantity.value > 10 or before == "的"))  # 二十大, 党的八大
        or _WORDS["place"].pattern.match(text, start + len(low)) is not None
    )


@fact_of_passages
def quantities(report: Report) -> tuple[Quantity, ...]:
    """All quantities in the prose, in order of the text."""
    spans = [passage.span for passage in report.outline.passages]
    text = simplified(report.text)
    return tuple(q for span in spans for q in find_quantities(text, *span, dates_in(report, span)))


quantities_in = within(quantities)
"""The quantities of a stretch of the report's text."""
