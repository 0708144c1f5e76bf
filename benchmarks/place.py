"""Puts a form into a clean draft: which part, which paragraph, between which sentences."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from clean import NUMERALS, Draft, Item
from forms import CLOSE, OPEN, Span, resolve

_PLACE = re.compile(r"(lead|measures|responsibility|shortcomings|plan|title|tail|opening|body|heading|item|lack): ")
_PIECE = re.compile(f"{OPEN}(.*?){CLOSE}", re.DOTALL)
_PART = re.compile(r"(measures|responsibility|shortcomings|plan)\|")


@dataclass(frozen=True)
class Plant:
    """A report with one fault, its clean twin, and the lines the fault is on (none: the whole report)."""

    wrong: str
    right: str
    spans: list[Span]
    words: str = ""
    """What was put in, the wrong side."""


def plant(draft: Draft, form: str, rng: random.Random) -> Plant:
    """``draft`` with the form filled and put in; the twin has the right side, or nothing where the form has no sides."""
    filled = draft.fill(form)
    spoilt = draft.copy()
    free = rng.sample(range(len(spoilt.part("measures").items)), len(spoilt.part("measures").items))
    for piece in filled.split(" // "):
        place = _PLACE.match(piece)
        _put(spoilt, place[1] if place else "measures", piece[place.end() :] if place else piece, rng, free)
    return made(spoilt.text(), draft)


def made(text: str, draft: Draft) -> Plant:
    """What ``text``, marks and all, comes to."""
    wrong, spans = resolve(text, right=False)
    right = resolve(text if "¦" in text else draft.text(), right=True)[0]
    words = " // ".join(resolve(piece, right=False)[0].strip() for piece in _PIECE.findall(text))
    return Plant(wrong, right, spans, words)


def _put(draft: Draft, place: str, text: str, rng: random.Random, free: list[int]) -> None:
    part = _PART.match(text)
    if part:
        text = text[part.end() :]
    held = f"{OPEN}{text}{CLOSE}"
    if place == "lead":
        start, stop, end = draft.lead.rpartition("。")
        draft.lead = held if "报告如下" in text else f"{start}{stop}{held}{end}"
    elif place == "title":
        draft.title += held
    elif place == "tail":
        draft.tail = held.replace("¶", "\n").split("\n")
    elif place == "item":
        heading, body = text.split("|")
        draft.part("measures").items.append(Item(heading, [body]))
    elif place == "lack":
        _admit(draft, text)
    elif part and place == "heading":
        draft.part(part[1]).heading = held
    elif part and place == "opening":
        draft.part(part[1]).opening = text
    elif part:
        draft.part(part[1]).opening, draft.part(part[1]).items = "", [Item("", text.removeprefix("¶").split("¶"))]
    else:
        _insert(draft, place, text, held, rng, free)


def _admit(draft: Draft, text: str) -> None:
    """One shortcoming more, numbered as the others are."""
    items = draft.part("shortcomings").items
    if items[-1].heading:
        title, _, body = text.partition("。")
        items.append(Item(f"{OPEN}{title}", [f"{body}{CLOSE}"]) if body else Item(f"{OPEN}{title}{CLOSE}", []))
    else:
        items.append(Item("", [f"{OPEN}{NUMERALS[len(items)]}是{text}{CLOSE}"]))


def _insert(draft: Draft, part: str, text: str, held: str, rng: random.Random, free: list[int]) -> None:
    items = draft.part(part).items
    item = items[free.pop()] if part == "measures" else rng.choice(items)
    at = len(item.paragraphs) - 1 if text.startswith("¶") else rng.randrange(len(item.paragraphs))
    paragraph = item.paragraphs[at]
    stops = [stop.end() for stop in re.finditer("。", paragraph)]
    where = len(paragraph) if text.startswith("¶") or "一是" in paragraph else rng.choice(stops or [len(paragraph)])
    item.paragraphs[at] = paragraph[:where] + held + paragraph[where:]
