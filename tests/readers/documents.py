"""Word files made by hand, part by part, so that a test says what stands in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def part(root: str, content: str) -> str:
    """One part of the main namespace."""
    more = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="' + _REL + '"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" {more}>{content}</w:{root}>'


def word(body: str, numbering: str = "", styles: str = "", others: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with that body; ``others``: further parts, or others in place of the usual ones."""
    kinds = [kind for kind, content in (("numbering", numbering), ("styles", styles)) if content]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((kind, kind) for kind in kinds)]
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_REL}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(kinds)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r0" '
        f'Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **({"word/numbering.xml": part("numbering", numbering)} if numbering else {}),
        **({"word/styles.xml": part("styles", styles)} if styles else {}),
        **(others or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of plain words."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph that Word numbers."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with one paragraph each."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def lines(text: str) -> bytes:
    """A text as a Word file, one paragraph a line."""
    return word("".join(paragraph(line) for line in text.splitlines()))
