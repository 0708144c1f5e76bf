"""Clean reports: all four parts, figures that agree, nothing an editor would mark; every place in them is made up."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from forms import Deck, Filler, lines, load

KINDS = ("government", "department", "township")
NUMERALS = "一二三四五六七八九十"

_CLEAN, _WORDS = load("clean"), load("words")
_YEARS = load("years")


@dataclass
class Item:
    """One item of a part: its heading, without number, and its paragraphs, without the heading."""

    heading: str
    paragraphs: list[str]


@dataclass
class Part:
    """One part: its name in the catalogue, its heading, what stands before the items, the items."""

    name: str
    heading: str
    opening: str
    items: list[Item]


@dataclass
class Draft:
    """A report before it is written down; texts may hold marks and ¶."""

    kind: str
    year: int
    title: str
    lead: str
    parts: list[Part]
    fill: Filler
    indent: str = "　　"
    run_in: bool = True
    tail: list[str] = field(default_factory=list)

    def part(self, name: str) -> Part:
        """The part of that name."""
        return next(part for part in self.parts if part.name == name)

    def copy(self) -> Draft:
        """The same draft, to be spoilt."""
        twin = copy.copy(self)
        twin.parts = copy.deepcopy(self.parts)
        return twin

    def text(self) -> str:
        """The text with its marks, ¶ written as line ends."""
        found = [self.title, "", self._line(self.lead)]
        for at, part in enumerate(self.parts):
            found += [
                self._line(f"{NUMERALS[at]}、{part.heading}"),
                *([self._line(part.opening.replace("＃", _count(part)))] if part.opening else []),
            ]
            for number, item in enumerate(part.items):
                found += self._item(f"（{NUMERALS[number]}）", item)
        return "\n".join([*found, *self.tail, ""]).replace("¶", f"\n{self.indent}")

    def _item(self, marker: str, item: Item) -> list[str]:
        if not item.heading:
            return [self._line(paragraph) for paragraph in item.paragraphs]
        if not item.paragraphs:
            return [self._line(marker + item.heading + "。" * self.run_in)]
        if self.run_in and not item.paragraphs[0].startswith("1."):
            return [self._line(f"{marker}{item.heading}。{item.paragraphs[0]}"), *map(self._line, item.paragraphs[1:])]
        return [self._line(marker + item.heading), *map(self._line, item.paragraphs)]

    def _line(self, text: str) -> str:
        return self.indent + text


def _count(part: Part) -> str:
    return NUMERALS[len(part.items) - 1].replace("二", "两")


def draft(seed: str, kind: str | None = None, year: int | None = None) -> Draft:
    """A clean report; the same for the same seed."""
    rng = random.Random(seed)
    kind = kind or rng.choice(KINDS)
    year = year or rng.randint(2019, 2025)
    fill = _filler(rng, kind, year)
    parts = [_measures(rng, fill), *_shortcomings_and_plan(rng, fill)]
    parts.insert(2, _responsibility(rng, fill, kind))
    return Draft(
        kind, year, fill(rng.choice(lines(_CLEAN["titles"]))), fill(rng.choice(lines(_CLEAN["leads"]))), parts, fill,
        rng.choice(("　　", "　　", "")), rng.random() < 0.6,
    )  # fmt: skip


def _filler(rng: random.Random, kind: str, year: int) -> Filler:
    first, second = _WORDS["first"].split(), _WORDS["second"].split()
    names = rng.sample([a + b for a in first for b in second], 60)
    level = rng.choice("县区市")
    area, own = names[0] + level, names[1] + "镇"
    office = rng.choice(_WORDS["departments"].split())
    fixed = {
        "government": (
            f"{area}人民政府",
            f"{level}政府",
            f"全{level}",
            f"{level}长",
            f"{level}委书记、{level}长",
            f"{level}政府常务会议",
        ),
        "department": (f"{area}{office}", "我局", "全局", "局长", "局党组书记、局长", "局长办公会议"),
        "township": (f"{area}{own}人民政府", "镇政府", "全镇", "镇长", "镇党委书记、镇长", "镇长办公会议"),
    }[kind]
    words: dict[str, Any] = dict(zip(("issuer", "u", "all", "head", "headfull", "meet"), fixed, strict=True))
    words |= {"Y": year, "Yn": year + 1, "Yp": year - 1, "area": area, "level": level, "own": own}
    words["idcard"] = _identity(rng)
    words |= {name: value for name, value in _YEARS["since"][year].items() if name != "laws"}
    decks = {name: Deck(rng, _WORDS[name].split()) for name in ("field", "people", "street", "paper", "act", "brand")}
    decks["agency"] = Deck(rng, [level + agency for agency in _WORDS["agencies"].split() if agency[:2] != office[:2]])
    decks["place"] = Deck(
        rng, [name + ("村" if kind == "township" else rng.choice(("镇", "街道", "乡"))) for name in names[2:]]
    )
    decks["law"] = Deck(rng, [f"《中华人民共和国{law}》" for law in _YEARS["laws"].split()])
    return Filler(rng, words, decks)


def _identity(rng: random.Random) -> str:
    """An identity number with a right checksum (GB 11643), of a district that does not exist."""
    number = f"999901{rng.randint(1950, 1999)}0{rng.randint(1, 9)}1{rng.randint(0, 9)}{rng.randint(0, 999):03}"
    check = sum(int(digit) * (2 ** (17 - at) % 11) for at, digit in enumerate(number)) % 11
    return number + "10X98765432"[check]


def _measures(rng: random.Random, fill: Filler) -> Part:
    items = []
    for theme in rng.sample(_CLEAN["themes"], rng.randint(4, 6)):
        said = [fill(form) for form in rng.sample(lines(theme["forms"]), rng.randint(4, 6))]
        items.append(Item(rng.choice(theme["headings"]), _told(rng, said)))
    return Part("measures", fill(_CLEAN["part_headings"]["measures"]), "", items)


def _told(rng: random.Random, said: Sequence[str]) -> list[str]:
    """Sentences as paragraphs: run on, as a list, in two paragraphs, or numbered."""
    style = rng.random()
    if style < 0.5:
        return ["".join(f"{sentence}。" for sentence in said)]
    if style < 0.7:
        return ["；".join(f"{NUMERALS[at]}是{sentence}" for at, sentence in enumerate(said)) + "。"]
    if style < 0.85:
        return ["".join(f"{sentence}。" for sentence in said[:2]), "".join(f"{sentence}。" for sentence in said[2:])]
    return [f"{at}.{sentence}。" for at, sentence in enumerate(said, 1)]


def _responsibility(rng: random.Random, fill: Filler, kind: str) -> Part:
    duty = _CLEAN["duty"][0]
    said = [fill(form) for form in rng.sample(lines(duty["forms"]), rng.randint(5, 7))]
    told = (
        ["".join(f"{sentence}。" for sentence in said)]
        if rng.random() < 0.6
        else [f"{sentence}。" for sentence in said]
    )
    heading = rng.choice(duty["headings"])
    if kind == "department":
        heading = heading.removeprefix("党政")
    return Part("responsibility", heading, fill(rng.choice(lines(duty["opening"]))), [Item("", told)])


def _shortcomings_and_plan(rng: random.Random, fill: Filler) -> list[Part]:
    chosen = rng.sample(_CLEAN["lacks"], rng.randint(3, 4))
    listed = rng.random() < 0.5
    lacks = [(rng.choice(row["title"]), fill(row["lack"])) for row in chosen]
    items = [Item(title, [f"{lack}。"]) for title, lack in lacks]
    if listed:
        items = [Item("", [f"{NUMERALS[at]}是{title}。{lack}。"]) for at, (title, lack) in enumerate(lacks)]
    extra = Deck(rng, lines(_CLEAN["duty_plan"]))
    plans = [fill(f"{row['plan']}。{extra.draw()}。").split("。", 1) for row in chosen]
    return [
        Part("shortcomings", fill(_CLEAN["part_headings"]["shortcomings"]), fill("[|存在以下＃个方面的不足：]"), items),
        Part("plan", fill(_CLEAN["part_headings"]["plan"]), "", [Item(title, [body]) for title, body in plans]),
    ]
