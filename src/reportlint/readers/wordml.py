"""The paragraphs of a Word document as one reads it with all changes accepted, whichever library parsed its XML.

Elements are those of `xml.etree` or of lxml: both have ``tag``, ``text``, ``attrib`` and their children in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import hexdigits
from typing import Any, NamedTuple

from reportlint.kept import patterns
from reportlint.readers.eq_fields import eq_text
from reportlint.readers.numbering import Numbering, attribute, child, local, value
from reportlint.readers.raised import raised_text
from reportlint.readers.run_format import is_left_out, is_raised
from reportlint.readers.tables import Cell, is_data_table

_TRANSPARENT = frozenset(
    "bdo customXml dir fldSimple hyperlink ins moveTo rubyBase sdt sdtContent smartTag oMath oMathPara".split()
)
_TEXTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_WITHIN = patterns.compile("[，；。][^\\n]*[^。！？；：\\s]$")
"""The end of words that go on, of a sentence with a mark in it."""
_WIDEST = 100
"""Columns of a table."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(NamedTuple):
    """Words of a paragraph. element: what holds them; run: what it stands in; both None for an automatic number."""

    text: str
    element: Any
    run: Any


@dataclass
class Paragraph:
    """One paragraph as read. elements: its own; several where a paragraph mark was deleted. apart: no running text.

    cell: the one it stands in, where that is of a table of figures.
    """

    elements: list[Any]
    pieces: list[Piece]
    apart: bool = False
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """Its words, the automatic number before them; a line break is a newline."""
        return "".join(piece.text for piece in self.pieces)


@dataclass
class _State:
    """What goes on from paragraph to paragraph: automatic numbers, fields, a paragraph whose mark was deleted."""

    numbering: Numbering
    closed: set[Any]  # the beginnings of fields that have an end; others would swallow the rest
    fields: list[str | None] = field(default_factory=list)  # of each field around: its code so far; None behind that
    pending: Paragraph | None = None
    before: str = ""  # the words before a run
    tables: int = 0


def paragraphs(body: Any, numbering: Numbering) -> list[Paragraph]:
    """All paragraphs of a document's body in reading order: tables row by row, a text box after what it is fixed to."""
    state = _State(numbering, _closed_fields(body))
    found = list(_blocks(body, state))
    if state.pending:
        found.append(state.pending)
    return found


def _closed_fields(body: Any) -> set[Any]:
    """The beginnings of fields that have an end."""
    closed: set[Any] = set()
    begun: list[Any] = []
    for element in body.iter():
        if local(element) == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                begun.append(element)
            elif kind == "end" and begun:
                closed.add(begun.pop())
    return closed


def _blocks(parent: Any, state: _State) -> Iterator[Paragraph]:
    for element in parent:
        name = local(element)
        if name == "p":
            yield from _paragraph(element, state)
        elif name == "tbl":
            yield from _table(element, state)
        elif name == "sdt":
            contents = list(_blocks(element, state))
            if "contents" in (value(element, "sdtPr", "docPartObj", "docPartGallery") or "").lower():
                for line in contents:
                    line.apart = True
            yield from contents
        elif name == "AlternateContent":
            yield from _blocks(next(iter(element), ()), state)
        elif name in _TRANSPARENT:
            yield from _blocks(element, state)


def _table(element: Any, state: _State) -> list[Paragraph]:
    """The paragraphs of a table, row by row; of one of figures each with its cell, but for those of such a table within it."""
    state.tables += 1
    number = state.tables
    cells = [
        (Cell(number, at, *_reach(cell)), list(_blocks(cell, state)))
        for at, row in enumerate(_rows(element))
        for cell in _cells(row)
    ]
    found = [paragraph for _, paragraphs in cells for paragraph in paragraphs]
    if is_data_table([paragraph.text for paragraph in found if paragraph.cell is None]):
        for place, paragraphs in cells:
            for paragraph in paragraphs:
                paragraph.apart, paragraph.cell = True, paragraph.cell or place
    return found


def _reach(cell: Any) -> tuple[int, int]:
    """How many columns a cell covers; whether it begins there (1) or goes on from the one above (0)."""
    across = value(cell, "tcPr", "gridSpan") or ""
    merge = child(cell, "tcPr", "vMerge")
    goes_on = merge is not None and attribute(merge, "val") != "restart"
    return min(int(across), _WIDEST) if across.isascii() and across.isdigit() else 1, int(not goes_on)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in content controls included."""
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in _TRANSPARENT:
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, but for those deleted."""
    if child(row, "trPr", "del") is not None:
        return
    for cell in row:
        if local(cell) == "tc":
            if child(cell, "tcPr", "cellDel") is None:
                yield cell
        elif local(cell) in _TRANSPARENT:
            yield from _cells(cell)


def _paragraph(element: Any, state: _State) -> Iterator[Paragraph]:
    boxes: list[Any] = []
    pieces = list(_pieces(element, state, boxes))
    while pieces and _breaks_page(pieces[0]):
        del pieces[0]
    while pieces and _breaks_page(pieces[-1]):
        pieces.pop()
    line = state.pending or Paragraph([], [])
    line.elements.append(element)
    line.pieces += _whole(pieces)
    state.pending = None
    if child(element, "pPr", "rPr", "del") is not None or child(element, "pPr", "rPr", "moveFrom") is not None:
        state.pending = line if line.pieces else None  # goes on in the next paragraph, or is gone as a whole
    else:
        if label := state.numbering.label(element):
            line.pieces.insert(0, Piece(label, None, None))
        line.apart = state.numbering.style_name(element).startswith("toc ")
        yield line
    for box in boxes:
        yield from _blocks(box, state)


def _whole(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a paragraph without the ends of pages within its sentences; that behind a title, or a whole sentence, ends a line."""
    kept: list[Piece] = []
    said = ""
    for piece in pieces:
        if not (_breaks_page(piece) and _WITHIN.search(said)):
            kept.append(piece)
            said += piece.text
    return kept


def _breaks_page(piece: Piece) -> bool:
    return piece.element is not None and attribute(piece.element, "type") in ("page", "column")


def _pieces(parent: Any, state: _State, boxes: list[Any]) -> Iterator[Piece]:
    for element in parent:
        name = local(element)
        if name == "r":
            yield from _set_run(element, parent, state, boxes)
        elif name in ("del", "moveFrom"):
            for deleted in element.iter():
                _enter_field(deleted, state)
        elif name in _TRANSPARENT:
            yield from _pieces(element, state, boxes)


def _set_run(run: Any, paragraph: Any, state: _State, boxes: list[Any]) -> Iterator[Piece]:
    """The pieces of a run, as it is set; the marks of fields in it count even where its words do not."""
    styles = state.numbering.styles
    pieces = list(_run(run, run, state, boxes))
    if is_left_out(run, paragraph, styles):
        return
    if pieces and is_raised(run, paragraph, styles):
        raised = raised_text(state.before, "".join(piece.text for piece in pieces))
        if raised is not None:
            pieces = [pieces[0]._replace(text=raised)] if raised else []
    if pieces:
        state.before = pieces[-1].text
    yield from pieces


def _run(run: Any, parent: Any, state: _State, boxes: list[Any]) -> Iterator[Piece]:
    for element in parent:
        name = local(element)
        if name == "fldChar":
            if shown := _enter_field(element, state):
                yield Piece(shown, element, run)
        elif name == "instrText" and state.fields and state.fields[-1] is not None:
            state.fields[-1] += element.text or ""
        elif name in ("drawing", "pict", "object"):
            boxes += _boxes(element)
        elif name == "AlternateContent":
            yield from _run(run, next(iter(element), ()), state, boxes)
        elif name == "ruby":
            base = child(element, "rubyBase")
            yield from _pieces(base if base is not None else (), state, boxes)
        elif any(code is not None for code in state.fields):
            continue
        elif name == "sym":
            if text := _symbol(element):
                yield Piece(text, element, run)
        elif name == "t":
            text = element.text or ""
            if text := text if element.get(_XML_SPACE) == "preserve" else text.strip(" \t\r\n"):
                yield Piece(text.replace("\r", " ").replace("\n", " "), element, run)
        elif name in _TEXTS:
            yield Piece(_TEXTS[name], element, run)


def _symbol(element: Any) -> str:
    """The character of a w:sym; "" for a picture of a symbol font, which has a place of its own in Unicode or none."""
    code = attribute(element, "char") or ""
    number = int(code, 16) if code and len(code) <= 5 and all(digit in hexdigits for digit in code) else 0
    private = 0xE000 <= number <= 0xF8FF or 0xD800 <= number <= 0xDFFF
    return "" if private or number < 0x20 or number > 0x10FFFF else chr(number)


def _enter_field(element: Any, state: _State) -> str:
    """Into a field's code, into its result, out of it; what a field shows that has no result."""
    kind = attribute(element, "fldCharType") if local(element) == "fldChar" else None
    if kind == "begin" and element in state.closed:
        state.fields.append("")
    elif kind == "separate" and state.fields:
        state.fields[-1] = None
    elif kind == "end" and state.fields:
        code = state.fields.pop()
        return eq_text(code) if code and all(around is None for around in state.fields) else ""
    return ""


def _boxes(drawing: Any) -> Iterator[Any]:
    """The contents of the text boxes in a drawing; of two ways to draw the same, the first."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        if local(element) == "txbxContent":
            yield element
        elif local(element) == "AlternateContent":
            stack += list(element)[:1]
        else:
            stack += reversed(list(element))
