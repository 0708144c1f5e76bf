"""A text laid out as official papers are, by GB/T 9704—2012: a title, whom it is to, paragraphs, who signs and when.

A4, margins of 37, 26, 35 and 28 mm; title in size 2 (22 pt), text in 仿宋 size 3 (16 pt), first headings in 黑体, what points are about in 楷体, 28 pt a line. An empty
line stands behind the title and before the signature, and nowhere else; the day stands four characters from the right, who signs
in its middle; numbers of pages outside, between dashes.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

from reportlint.reporters.plain_text import clean, width

_LEAD = re.compile(r"（[一二三四五六七八九十百]+）[^。]*。")
"""What a point is about, which stands before what is said of it."""
_HEADING = re.compile(r"[一二三四五六七八九十]+、")
_TITLE, _TEXT, _PAGE_NUMBER = 22, 16, 14
"""Sizes in points: 2, 3 and 4 of the printers."""
_LINE = 28
_USUAL = "仿宋_GB2312"


def official_paper(text: str, signature: Sequence[str], about: str) -> bytes:
    """A Word file. text: the title is its first line; a line that ends in ： says whom it is to. signature: the lines that say who
    signs, and the day. about: what the file says of itself.
    """
    from docx import Document

    document = Document()
    _set_page(document)
    said = document.core_properties
    said.title, said.author, said.comments = clean(about), "reportlint", ""
    said.created = said.modified = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)
    title, *lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    _add(document, title, "方正小标宋简体", _TITLE).alignment = _centred()
    _add(document, "")
    for line, before, behind in zip(lines, ["", *lines], [*lines[1:], ""], strict=False):
        signs = line in signature
        if signs and before not in signature:
            _add(document, "").paragraph_format.keep_with_next = True
        lead = (_LEAD.match(line) or [""])[0]
        paragraph = _add(document, lead, "楷体_GB2312")
        _write(paragraph, clean(line[len(lead) :]), "黑体" if _HEADING.match(line) else _USUAL, _TEXT)
        # a signature does not stand alone
        paragraph.paragraph_format.keep_with_next = behind in signature and bool(behind)
        if signs:
            _sign(paragraph, line, signature[-1])
        elif not line.endswith("："):
            paragraph.paragraph_format.first_line_indent = _points(2 * _TEXT)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _add(document: Any, line: str, font: str = _USUAL, size: int = _TEXT) -> Any:
    from docx.enum.text import WD_LINE_SPACING

    paragraph = document.add_paragraph()
    _write(paragraph, clean(line), font, size)
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _points(_LINE * size / _TEXT // 2 * 2)
    shape.space_before = shape.space_after = _points(0)
    return paragraph


def _write(paragraph: Any, words: str, font: str, size: int) -> Any:
    from docx.oxml.ns import qn

    run = paragraph.add_run(words)
    run.font.name, run.font.size = font, _points(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _sign(paragraph: Any, line: str, day: str) -> None:
    """A line of the signature, in the middle above the day."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    indent = 4 * _TEXT + (width(day) - width(line)) * _TEXT / 4
    paragraph.paragraph_format.right_indent = _points(max(0, indent))


def _set_page(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = Mm(37), Mm(26), Mm(35), Mm(28)
    page.footer_distance = Mm(23)  # 7 mm below the text
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((page.footer, WD_ALIGN_PARAGRAPH.RIGHT), (page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = _points(_PAGE_NUMBER)
        _number(paragraph)


def _number(paragraph: Any) -> None:
    """— 1 —, the number being a field."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    _write(paragraph, "— ", "宋体", _PAGE_NUMBER)
    run = _write(paragraph, "", "宋体", _PAGE_NUMBER)
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._element.append(element)
    _write(paragraph, " —", "宋体", _PAGE_NUMBER)


def _points(points: float) -> Any:
    from docx.shared import Pt

    return Pt(points)


def _centred() -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return WD_ALIGN_PARAGRAPH.CENTER
