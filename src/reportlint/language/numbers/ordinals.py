"""How headings and list items are counted: 一 二 十一, ① ②, and the other forms in which a document numbers by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

NUMERALS = "零一二三四五六七八九十"
_FORMAL = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟萬")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def chinese_number(numeral: str) -> int:
    """The value of 一 … 九十九."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return NUMERALS.find(ones)
    return (NUMERALS.find(tens) if tens else 1) * 10 + (NUMERALS.find(ones) if ones else 0)


def numeral(number: int) -> str:
    """1 … 9999 in Chinese, as headings and list items are counted: 一, 十, 二十一, 一百零三."""
    if number >= 1000:
        return _joined(number, 1000, "千")
    if number >= 100:
        return _joined(number, 100, "百")
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones or not tens else "")


def _joined(number: int, unit: int, name: str) -> str:
    """So many hundreds or thousands, and the rest: 一百零三, 一百一十."""
    much, rest = divmod(number, unit)
    if not rest:
        return NUMERALS[much] + name
    gap = "零" if rest < unit // 10 else "一" if 10 <= rest < 20 else ""
    return NUMERALS[much] + name + gap + numeral(rest)


def _letters(number: int) -> str:
    """a … z, aa … zz, as word processors go on after z."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written + _ROMAN_ONES[number]


def _row(signs: str) -> Callable[[int], str]:
    """A row of characters that count by themselves (甲 乙 …); plain digits behind its end."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    """A row that Unicode holds in order (① ② …)."""
    return _row("".join(chr(ord(first) + at) for at in range(count)))


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "chineseCounting": numeral,
    "chineseCountingThousand": numeral,
    "taiwaneseCounting": numeral,
    "taiwaneseCountingThousand": numeral,
    "japaneseCounting": numeral,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: ("一" * (9 < number < 20) + numeral(number)).translate(_FORMAL),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
"""ST_NumberFormat of ISO/IEC 29500, as far as Chinese documents use it, to how a number from 1 is written."""


def written(number: int, form: str) -> str:
    """A number as a document writes it; in plain digits where the form is another one, or the number beyond its reach."""
    return FORMS.get(form, str)(number) if 0 < number < 10_000 else str(number)


def out_of_order(numbers: Sequence[int], first: int) -> Iterator[tuple[int, int]]:
    """Index and expected number of each member of a series that does not follow; the series should begin with ``first``.

    One wrong number is one fault: where the next member goes on as if it were right (一 二 五 四), counting goes on as well;
    else the series goes on from the number as written (一 三 四).
    """
    expected = first
    for index, number in enumerate(numbers):
        if number != expected:
            yield index, expected
            slip = index + 1 < len(numbers) and numbers[index + 1] == expected + 1
            if not slip:
                expected = number
        expected += 1
