"""Forms: sentences with gaps, out of which thousands of different ones are made.

``{town}`` draws a word; ``{T - R}`` computes with the sentence's figures, ``{D / T:.1%}`` formats, ``{n:cn}`` writes 三,
``{Y:year}`` 二〇二四;
``[甲|乙]`` chooses, nested if need be. ``«wrong¦right»`` holds a fault beside what is right in its place, ``¶`` parts
paragraphs; both are left in, and ``resolve`` reads one side.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).with_name("planted")

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_GAP = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")
_MARK = re.compile(r"«([^¦»]*)¦([^»]*)»")
_ESCAPE = re.compile(r"\\u([0-9A-F]{4})")
_DIGITS = "零一二三四五六七八九"

OPEN, CLOSE = "\x02", "\x03"
"""What stands around a piece that was put into a report, until it is resolved."""

Span = tuple[int, int]


def load(name: str) -> Any:
    """The table ``planted/NAME.yaml``."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def lines(block: str) -> list[str]:
    r"""The forms of a block, one a line; # comments; \uXXXX is a character nobody can see."""
    plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), block)
    return [line for line in plain.split("\n") if line.strip() and not line.startswith("#")]


def chinese(number: int) -> str:
    """1—9999 in Chinese numerals as they stand before a measure word: 两, 十二, 一百零五."""
    if number == 2:
        return "两"
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + unit
        zero = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def resolve(text: str, right: bool) -> tuple[str, list[Span]]:
    """One side of every mark in ``text``, and where the pieces put in (between OPEN and CLOSE) lie: line from, to."""
    text = _MARK.sub(lambda mark: mark[2 if right else 1], text)
    spans: list[Span] = []
    line = start = 1
    for sign in text:
        if sign == "\n":
            line += 1
        elif sign == OPEN:
            start = line
        elif sign == CLOSE:
            spans.append((start, line))
    return text.replace(OPEN, "").replace(CLOSE, ""), spans


class Deck:
    """Items drawn in random order; none comes again before all have come."""

    def __init__(self, rng: random.Random, items: Iterable[str]) -> None:
        self._rng, self._items = rng, list(items)
        self._left: list[str] = []

    def draw(self) -> str:
        """The next item."""
        if not self._left:
            self._left = self._rng.sample(self._items, len(self._items))
        return self._left.pop()


def figures(rng: random.Random) -> dict[str, float]:
    """The figures of one sentence.

    T = D + R a total, what is done of it and the rest; A, B, C parts and S their sum; L < H one quantity before and
    after; P < Q two rates in per cent; W an amount with one decimal; n 3—8, m 11—59, k 61—98; M, M2, d months and a day;
    w how far a fault is off.
    """
    total, low, parts = rng.randint(121, 980), rng.randint(43, 300), rng.sample(range(21, 290), 3)
    rest = rng.randint(max(4, total // 25), total // 6)
    base = rng.randint(700, 880) / 10
    return {
        "T": total, "R": rest, "D": total - rest,
        "A": parts[0], "B": parts[1], "C": parts[2], "S": sum(parts),
        "L": low, "H": low + rng.randint(max(4, low // 20), low - 5),
        "P": base, "Q": base + rng.randint(21, 95) / 10,
        "W": rng.randint(121, 890) / 10,
        "n": rng.randint(3, 8), "m": rng.randint(11, 59), "k": rng.randint(61, 98),
        "M": rng.randint(2, 11), "M2": rng.choice((6, 9, 10, 11, 12)), "d": rng.randint(2, 27), "w": rng.randint(3, 9),
    }  # fmt: skip


@dataclass
class Filler:
    """Puts words and figures into forms; ``fixed`` words are the same throughout a report, ``decks`` are drawn."""

    rng: random.Random
    fixed: Mapping[str, Any]
    decks: Mapping[str, Deck]
    _drawn: dict[str, str] = field(default_factory=dict)

    def __call__(self, form: str) -> str:
        """``form`` with its gaps filled; marks and ¶ stay."""
        while (chosen := _CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), form)) != form:
            form = chosen
        self._drawn, numbers = {}, figures(self.rng)
        while _GAP.search(form):  # a word may hold a gap of its own
            form = _GAP.sub(lambda m: self._gap(m[1].strip(), m[2] or "", numbers), form)
        return form

    def _gap(self, name: str, style: str, numbers: Mapping[str, float]) -> str:
        deck = name.rstrip("0123456789")
        if deck in self.decks:
            if name not in self._drawn:
                self._drawn[name] = self.decks[deck].draw()
            return self._drawn[name]
        # The forms are our own, so evaluating them is safe
        value = eval(name, {"__builtins__": {"int": int, "max": max}}, {**numbers, **self.fixed})
        if style == "year":
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
        return chinese(int(value)) if style == "cn" else format(value, style)
