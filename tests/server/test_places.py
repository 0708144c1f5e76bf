"""Places, in every encoding, in texts of all that ends a line somewhere and all that takes more than one unit."""

from __future__ import annotations

import pytest
from editor import offset as counted
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position

from reportlint.document.source import Source
from reportlint.server.places import Places

TEXTS = st.text(st.sampled_from("甲a𠮷é\r\n\u2028\u0085\x0b\x0c，"), max_size=30)
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize("encoding", UNITS)
@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS, st.data())
def test_a_place_leads_back(encoding: str, text: str, data: st.DataObject) -> None:
    """Lines are those of the source, columns what another way of counting makes of them; and there is a way back."""
    places, source = Places(text, encoding), Source("", text)
    at = data.draw(st.integers(0, len(text)))
    place = places.position(at)
    assert place.line == source.position(at).line - 1
    assert counted(text, place, *UNITS[encoding]) == at
    inside_a_line_end = text[at - 1 : at + 1] == "\r\n"
    assert places.offset(place) == at - inside_a_line_end


@pytest.mark.parametrize("encoding", UNITS)
@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS, st.integers(0, 40), st.integers(0, 200))
def test_any_place_is_somewhere(encoding: str, text: str, line: int, character: int) -> None:
    """Behind the end of a line is its end; in the middle of a character, before it; below the text, the text's end."""
    places = Places(text, encoding)
    at = places.offset(Position(line, character))
    assert 0 <= at <= len(text)
    there = places.position(at)
    assert (there.line, there.character) <= (line, character)
    starts = Source("", text).line_starts
    if line >= len(starts):
        assert at == len(text)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_columns_by_hand(encoding: str, column: int) -> None:
    assert Places("一\u2028二\n甲𠮷乙", encoding).position(6) == Position(1, column)
