"""PDF files made by hand: words at places of a page, every character a black square with a meaning."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from printed import printed

SIZE = 12
"""Points: of a character, and so the width of each; one in ASCII has half of it in what is typeset."""
_CODES = 255
"""Of a font: one byte a character."""
_POINTS = 72 / 25.4
"""Of a millimetre."""
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
"""A picture that fills the page, as a scanner makes it."""


class Drawn(NamedTuple):
    """Words drawn from a place on, in points from the lower left corner."""

    words: str
    left: float
    bottom: float
    degrees: float = 0
    size: float = SIZE


def below(
    lines: Iterable[str], left: float = 72, top: float = 740, step: float = 20, size: float = SIZE
) -> list[Drawn]:
    """Lines, one below the other."""
    return [Drawn(line, left, top - step * number, size=size) for number, line in enumerate(lines)]


def typeset(text: str) -> bytes:
    """A text as an official document."""
    pages = [
        [Drawn(row.words, row.left * _POINTS, 842 - row.top * _POINTS, size=row.size * _POINTS) for row in page]
        for page in printed(text)
    ]
    return pdf(pages, half=True)


def pdf(
    pages: Sequence[Sequence[Drawn]], page: str = "", meanings: bool = True, under: str = "", half: bool = False
) -> bytes:
    """A PDF of pages with what is drawn on each. page: more of their dictionaries. meanings: have the fonts a ToUnicode?
    under: what is drawn first on each page. half: are characters in ASCII half as wide?
    """
    signs = list(dict.fromkeys("".join(one.words for all in pages for one in all)))
    places = {sign: divmod(at, _CODES) for at, sign in enumerate(signs)}
    fonts = [signs[at : at + _CODES] for at in range(0, len(signs), _CODES)]
    first = 4 + 2 * len(fonts)
    named = " ".join(f"/F{at} {4 + 2 * at} 0 R" for at in range(len(fonts)))
    kids = " ".join(f"{first + at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _stream("1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"),
        *(
            part
            for at, font in enumerate(fonts)
            for part in (_font(font, 5 + 2 * at if meanings else None, half), _stream(_to_unicode(font)))
        ),
        *(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << {named} >> >>"
            f" /Contents {first + len(pages) + at} 0 R {page} >>"
            for at in range(len(pages))
        ),
        *(_stream(under + "".join(_shown(one, places) for one in content)) for content in pages),
    ]
    body = "".join(f"{at} 0 obj\n{content}\nendobj\n" for at, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()


def _font(signs: Sequence[str], meanings: int | None, half: bool) -> str:
    """A font of squares. meanings: the object that says what they stand for."""
    names, widths = "/g " * len(signs), " ".join("500" if half and sign.isascii() else "1000" for sign in signs)
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>"
        f" /CharProcs << /g 3 0 R >> /Encoding << /Type /Encoding /Differences [1 {names}] >> /FirstChar 1"
        f" /LastChar {len(signs)} /Widths [{widths}] {f'/ToUnicode {meanings} 0 R' if meanings else ''} >>"
    )


def _to_unicode(signs: Sequence[str]) -> str:
    rows = "".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>\n" for code, sign in enumerate(signs, 1))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(signs)} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )


def _shown(one: Drawn, places: dict[str, tuple[int, int]]) -> str:
    turn = math.radians(one.degrees)
    matrix = f"{math.cos(turn):.5f} {math.sin(turn):.5f} {-math.sin(turn):.5f} {math.cos(turn):.5f}"
    signs = "".join(f"/F{font} {one.size} Tf <{code + 1:02x}> Tj " for font, code in map(places.__getitem__, one.words))
    return f"BT {matrix} {one.left} {one.bottom} Tm {signs}ET\n"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
