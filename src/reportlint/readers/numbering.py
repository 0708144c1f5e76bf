"""Automatic numbers of a Word file, as Word shows them: 一、 （一） 1. are not in its text, but in its numbering part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlint.kept import patterns
from reportlint.language.numbers.ordinals import written

_PLACE = patterns.compile(r"%([1-9])")
_LONGEST = 60
"""Characters of a number's pattern."""
_DEPTH = 20
"""Styles that a style is based on; a chain may lead back to where it began."""


def local(element: Any) -> str:
    """An element's name without its namespace: Word's two dialects differ in that alone."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, *path: str) -> Any:
    """The first descendant along a path of local names; None where there is none."""
    for name in path:
        element = next((found for found in element if local(found) == name), None) if element is not None else None
    return element


def value(element: Any, *path: str) -> str | None:
    """The attribute ``val`` of what a path leads to."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its local name."""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _children(element: Any, name: str) -> Iterator[Any]:
    return (found for found in (element if element is not None else ()) if local(found) == name)


def _int(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default


@dataclass(frozen=True)
class _Level:
    """How one level of a list counts. text: with %1 … %9 for the numbers of the levels."""

    start: int
    form: str
    text: str
    style: str | None
    legal: bool
    restarts: bool


@dataclass
class _List:
    """A list of the file: its levels, and the numbers last given, by level. Several lists may share the numbers."""

    levels: dict[int, _Level]
    numbers: dict[int, int]
    restart: dict[int, int] = field(default_factory=dict)


@dataclass
class Numbering:
    """Counts the paragraphs of one document; `label` is to be asked once for each, in order."""

    lists: dict[str, _List]
    styles: dict[str, Any]

    @classmethod
    def of(cls, numbering: Any, styles: Any) -> Numbering:
        """From the root elements of the parts numbering.xml and styles.xml; None for a part there is not."""
        templates = {attribute(found, "abstractNumId"): found for found in _children(numbering, "abstractNum")}
        linked = {value(found, "styleLink"): key for key, found in templates.items()}
        shared: dict[str | None, dict[int, int]] = {key: {} for key in templates}
        lists = {}
        for found in _children(numbering, "num"):
            template = value(found, "abstractNumId")
            if template not in templates:
                continue
            template = linked.get(value(templates[template], "numStyleLink") or "", template)  # a style of lists
            levels = {_int(attribute(level, "ilvl")): _level(level) for level in _children(templates[template], "lvl")}
            restart = {}
            for override in _children(found, "lvlOverride"):
                number = _int(attribute(override, "ilvl"))
                if (own := child(override, "lvl")) is not None:
                    levels[number] = _level(own)
                if (start := value(override, "startOverride")) is not None:
                    restart[number] = _int(start, 1)
            lists[attribute(found, "numId") or ""] = _List(levels, shared[template], restart)
        by_id = {attribute(style, "styleId") or "": style for style in _children(styles, "style")}
        return cls(lists, by_id)

    def style_name(self, paragraph: Any) -> str:
        """The name of a paragraph's style, in lower case; "" for the default one."""
        style = self.styles.get(value(paragraph, "pPr", "pStyle") or "")
        return (value(style, "name") or "").lower() if style is not None else ""

    def label(self, paragraph: Any) -> str:
        """The number that Word shows before a paragraph; "" for none, and for a bullet."""
        found, depth = self._place(paragraph)
        if found is None or depth not in found.levels:
            return ""
        self._count(found, depth)
        level = found.levels[depth]
        if level.form in ("bullet", "none"):
            return ""

        def number(match: Any) -> str:
            other = found.levels.get(int(match[1]) - 1, level)
            reached = found.numbers.get(int(match[1]) - 1, other.start)
            return written(reached, "decimal" if level.legal else other.form)

        label = _PLACE.sub(number, level.text)
        return f"{label} " if label[-1:].isalnum() and label.isascii() else label

    def _place(self, paragraph: Any) -> tuple[_List | None, int]:
        """The list a paragraph is in, by itself or by its style, and its level."""
        style = value(paragraph, "pPr", "pStyle") or ""
        own = child(paragraph, "pPr", "numPr")
        number, depth = value(own, "numId"), value(own, "ilvl")
        seen = style
        for _ in range(_DEPTH):
            based = self.styles.get(seen)
            if based is None or number is not None:
                break
            number = value(based, "pPr", "numPr", "numId")
            depth = depth or value(based, "pPr", "numPr", "ilvl")
            seen = value(based, "basedOn") or ""
        found = self.lists.get(number or "")
        if found is not None and depth is None:
            depth = next((str(level) for level, known in found.levels.items() if known.style == style and style), None)
        return found, _int(depth)

    def _count(self, found: _List, depth: int) -> None:
        """One more on a level; the levels below begin anew, those above begin where they were never counted."""
        numbers = found.numbers
        for upper in range(depth):
            if upper in found.levels and upper not in numbers:
                numbers[upper] = found.restart.pop(upper, found.levels[upper].start)
        if depth in found.restart:
            numbers[depth] = found.restart.pop(depth)
        else:
            numbers[depth] = numbers.get(depth, found.levels[depth].start - 1) + 1
        for lower in [known for known in numbers if known > depth]:
            if lower not in found.levels or found.levels[lower].restarts:
                del numbers[lower]


def _level(element: Any) -> _Level:
    return _Level(
        start=_int(value(element, "start"), 1),
        form=value(element, "numFmt") or "decimal",
        text=(value(element, "lvlText") or "")[:_LONGEST],
        style=value(element, "pStyle"),
        legal=child(element, "isLgl") is not None and value(element, "isLgl") not in ("0", "false", "off"),
        restarts=value(element, "lvlRestart") != "0",
    )
