"""How a run of a Word document is set, by itself, its character style or its paragraph's: hidden, struck through, raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportlint.readers.numbering import child, local, value

_DEPTH = 20
"""Styles that a style is based on; a chain may lead back to where it began."""
_OFF = ("0", "false", "off", "none")


def is_left_out(run: Any, paragraph: Any, styles: Mapping[str, Any]) -> bool:
    """Are its words hidden or struck through, and so no text of the document?"""
    return any(_set(run, paragraph, styles, name) not in (None, *_OFF) for name in ("vanish", "strike", "dstrike"))


def is_raised(run: Any, paragraph: Any, styles: Mapping[str, Any]) -> bool:
    """Are its words set above the line?"""
    return _set(run, paragraph, styles, "vertAlign") == "superscript"


def _set(run: Any, paragraph: Any, styles: Mapping[str, Any], name: str) -> str | None:
    """The value of a property, "" where it is merely there; None where nothing sets it. The nearest word counts."""
    for properties in _properties(run, paragraph, styles):
        if child(properties, name) is not None:
            return value(properties, name) or ""
    return None


def _properties(run: Any, paragraph: Any, styles: Mapping[str, Any]) -> Iterator[Any]:
    yield child(run, "rPr")
    named = value(run, "rPr", "rStyle"), value(paragraph, "pPr", "pStyle") if local(paragraph) == "p" else None
    for style in named:
        for _ in range(_DEPTH):
            known = styles.get(style or "")
            if known is None:
                break
            yield child(known, "rPr")
            style = value(known, "basedOn")
