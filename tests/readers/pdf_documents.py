"""PDF files made by hand: words at places of a page, every character a black square with a meaning."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SIZE = 12
"""Points: of a character, and so the width of each."""


class Drawn(NamedTuple):
    """Words drawn from a place on, in points from the lower left corner."""

    words: str
    left: float
    bottom: float
    degrees: float = 0


def below(lines: Iterable[str], left: float = 72, top: float = 740, step: float = 20) -> list[Drawn]:
    """Lines, one below the other."""
    return [Drawn(line, left, top - step * number) for number, line in enumerate(lines)]


def pdf(pages: Sequence[Sequence[Drawn]], page: str = "", meanings: bool = True) -> bytes:
    """A PDF of pages with what is drawn on each. page: more of their dictionaries. meanings: has the font a ToUnicode?"""
    codes = {sign: at for at, sign in enumerate(dict.fromkeys("".join(one.words for all in pages for one in all)), 1)}
    drawn = 6 + len(pages)
    kids = " ".join(f"{6 + at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _font(len(codes), meanings),
        _stream("1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"),
        _stream(_to_unicode(codes)),
        *(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {drawn + at} 0 R {page} >>"
            for at in range(len(pages))
        ),
        *(_stream("".join(_shown(one, codes) for one in content)) for content in pages),
    ]
    body = "".join(f"{at} 0 obj\n{content}\nendobj\n" for at, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()


def _font(count: int, meanings: bool) -> str:
    assert count < 256, "one byte a character"
    names, widths = "/g " * count, "1000 " * count
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>"
        f" /CharProcs << /g 4 0 R >> /Encoding << /Type /Encoding /Differences [1 {names}] >> /FirstChar 1"
        f" /LastChar {count} /Widths [{widths}] {'/ToUnicode 5 0 R' if meanings else ''} >>"
    )


def _to_unicode(codes: dict[str, int]) -> str:
    rows = "".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>\n" for sign, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )


def _shown(one: Drawn, codes: dict[str, int]) -> str:
    turn = math.radians(one.degrees)
    matrix = f"{math.cos(turn):.5f} {math.sin(turn):.5f} {-math.sin(turn):.5f} {math.cos(turn):.5f}"
    words = bytes(codes[sign] for sign in one.words).hex()
    return f"BT /F {SIZE} Tf {matrix} {one.left} {one.bottom} Tm <{words}> Tj ET\n"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
