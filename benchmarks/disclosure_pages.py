"""Reports of 政府信息公开工作年度报告 as pages with ruled tables: `pdf` and `ofd` write what `pages` lays out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

SIZE = 10.0
"""Points: of a character, and so the width of each; one in ASCII takes half."""
_WIDTH, _HEIGHT, _MARGIN, _STEP = 595.0, 842.0, 60.0, 14.0
_POINT = 25.4 / 72
"""Millimetres."""


class Square(NamedTuple):
    """A cell of a table as it is written: words, the columns and rows it reaches over; below: it is part of the one above."""

    words: str
    across: int = 1
    down: int = 1
    below: bool = False


class Page(NamedTuple):
    """words: each with its left and lower end, in points from the lower left corner. strokes: left, bottom, right, top."""

    words: list[tuple[str, float, float]]
    strokes: list[tuple[float, float, float, float]]


def pages(lines: Sequence[str | list[list[Square]]]) -> list[Page]:
    """The report on pages: a table that does not fit goes on on the next one."""
    found = [Page([], [])]
    y = _HEIGHT - _MARGIN
    for line in lines:
        if isinstance(line, str):
            for number, row in enumerate(_wrapped(line, _WIDTH - 2 * _MARGIN - 2 * SIZE)):
                if y < _MARGIN + _STEP:
                    found.append(Page([], []))
                    y = _HEIGHT - _MARGIN
                y -= 1.5 * _STEP
                found[-1].words.append((row, _MARGIN + (0 if number else 2 * SIZE), y))
            continue
        rows = [*_measured(line)]
        while rows:
            count = 0
            room = y - _MARGIN
            while count < len(rows) and (room := room - rows[count][0]) > 0:
                count += 1
            if count:
                y = _put(rows[:count], found[-1], y - 4)
                rows = rows[count:]
            if rows:
                found.append(Page([], []))
                y = _HEIGHT - _MARGIN
    return found


_Row = tuple[float, list[tuple[float, float, Square, int]]]
"""Its height; of each cell where it begins and ends, and the rows that it still reaches down, this one among them."""


def _measured(table: list[list[Square]]) -> Iterator[_Row]:
    """The rows of a table. The columns in front, where labels stand, are the wider ones."""
    columns = max(sum(square.across for square in row) for row in table)
    labels = max((3 if len(table) > 20 else 0), int(columns == 4))
    share = (_WIDTH - 2 * _MARGIN) / (columns + 1.5 * labels)
    edges = [share * (at + 1.5 * min(at, labels)) + _MARGIN for at in range(columns + 1)]
    left: dict[int, int] = {}
    for row in table:
        cells, at, height = [], 0, 0
        for square in row:
            left[at] = left[at] - 1 if square.below else square.down
            cells.append((edges[at], edges[at + square.across], square, left[at]))
            if square.down == 1:
                height = max(height, len(_wrapped(square.words, edges[at + square.across] - edges[at] - 4)))
            at += square.across
        yield max(height, 1) * _STEP + 6, cells


def _put(rows: list[_Row], page: Page, y: float) -> float:
    """Put rows on a page, from a height down; where they end. A cell that goes on on the next page is cut, and its words stand here."""
    tops = [y]
    for height, _ in rows:
        tops.append(tops[-1] - height)
    for at, (_, cells) in enumerate(rows):
        for left, right, square, down in cells:
            if square.below and at:
                continue
            bottom = tops[min(at + max(down, 1), len(rows))]
            page.strokes.extend((left, edge, right, edge) for edge in (tops[at], bottom))
            page.strokes.extend((edge, bottom, edge, tops[at]) for edge in (left, right))
            said = _wrapped("" if square.below else square.words, right - left - 4)
            middle = (tops[at] + bottom) / 2 + len(said) * _STEP / 2
            page.words.extend((row, left + 2, middle - (n + 1) * _STEP + 3) for n, row in enumerate(said) if row)
    return tops[-1] - 4


def _wrapped(words: str, width: float) -> list[str]:
    """Its lines; figures are not parted."""
    rows, taken = [""], 0.0
    for sign in words:
        step = SIZE / 2 if sign.isascii() else SIZE
        if taken + step > width and rows[-1] and not sign.isascii():
            rows.append("")
            taken = 0.0
        rows[-1] += sign
        taken += step
    return rows


def pdf(content: Sequence[Page]) -> bytes:
    """The pages as PDF, in a font that is not embedded; what its codes mean, they tell themselves."""
    first = 7
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(content)))
    signs = sorted({sign for page in content for words, _, _ in page.words for sign in words})
    halves = " ".join(f"{ord(sign)} [500]" for sign in signs if sign.isascii())
    meanings = "\n".join(f"<{ord(sign):04x}> <{ord(sign):04x}>" for sign in signs)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(content)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        f" /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [{halves}] >>",
        "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880"
        " /Descent -120 /CapHeight 880 /StemV 80 >>",
        _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange"
            f" <0000> <ffff> endcodespacerange {len(signs)} beginbfchar {meanings} endbfchar endcmap end end"
        ),
    ]
    for at, page in enumerate(content):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {first + 2 * at + 1} 0 R >>"
        )
        drawn = "".join(f"{left} {bottom} m {right} {top} l S\n" for left, bottom, right, top in page.strokes)
        shown = "".join(
            f"BT /F {SIZE} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n" for words, x, y in page.words
        )
        objects.append(_stream(drawn + shown))
    body = "".join(f"{at} 0 obj\n{said}\nendobj\n" for at, said in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def ofd(content: Sequence[Page]) -> bytes:
    """The pages as OFD, after GB/T 33190—2016."""

    def part(root: str, said: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{root} xmlns:ofd="http://www.ofdspec.org/2016">{said}</ofd:{root}>'

    def text(words: str, x: float, y: float) -> str:
        steps = " ".join(f"{(SIZE / 2 if sign.isascii() else SIZE) * _POINT:.3f}" for sign in words[:-1])
        box = f"{x * _POINT:.3f} {(_HEIGHT - y - 0.88 * SIZE) * _POINT:.3f} {_WIDTH:.0f} {SIZE * _POINT:.3f}"
        return (
            f'<ofd:TextObject ID="9" Font="1" Size="{SIZE * _POINT:.3f}" Boundary="{box}"><ofd:TextCode X="0" '
            f'Y="{0.88 * SIZE * _POINT:.3f}" DeltaX="{steps}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
        )

    def stroke(left: float, bottom: float, right: float, top: float) -> str:
        width, height = (right - left) * _POINT, (top - bottom) * _POINT
        return (
            f'<ofd:PathObject ID="8" Boundary="{left * _POINT:.3f} {(_HEIGHT - top) * _POINT:.3f} {width:.3f} {height:.3f}">'
            f"<ofd:AbbreviatedData>M 0 0 L {width:.3f} {height:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    listed = "".join(f'<ofd:Page ID="{10 + at}" BaseLoc="Pages/{at}/Content.xml"/>' for at in range(len(content)))
    size = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {_WIDTH * _POINT:.2f} {_HEIGHT * _POINT:.2f}</ofd:PhysicalBox></ofd:PageArea>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "OFD.xml", part("OFD", "<ofd:DocBody><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot></ofd:DocBody>")
        )
        common = f"<ofd:CommonData>{size}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        package.writestr("Doc/Document.xml", part("Document", common))
        for at, page in enumerate(content):
            said = "".join((*(stroke(*each) for each in page.strokes), *(text(*each) for each in page.words)))
            layer = f'<ofd:Content><ofd:Layer ID="2">{said}</ofd:Layer></ofd:Content>'
            package.writestr(f"Doc/Pages/{at}/Content.xml", part("Page", layer))
    return packed.getvalue()
