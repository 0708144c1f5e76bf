#!/usr/bin/env bash
# pdfplumber 0.11.10, pymupdf 2.0, pypdf 7.1.1, pdfminer.six 20260107: 办结57件 has blanks by its size, on one side only, or always.
#
# Between Chinese and figures Word leaves a gap of its own accord (w:autoSpaceDN); no blank is in the file. With a gap of a quarter of
# a character, pypdf reads one before the figure and PyMuPDF one behind it, pdfminer and PDFium both. pdfplumber goes by points, three
# of them, not by the size of the text: it has none at 12 points (小四, tables and notes) and both at 16 (三号, the body of official
# papers). So a pattern that finds 办结57件 in one part of a file does not in the next, nor a cleaning made for another reader.
# Seen: 结57件, then 结 57 件 from pdfplumber; 结 57件 from pypdf, 结57 件 from PyMuPDF, 结 57 件 from pdfminer and PDFium in both sizes
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pdfplumber==0.11.10 pymupdf==2.0 pypdf==7.1.1 pdfminer.six==20260107 \
  pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
READERS = {
    "pdfplumber": lambda file: pdfplumber.open(file).pages[0].extract_text(),
    "pdfminer.six": extract_text,
    "pymupdf": lambda file: pymupdf.open(stream=file.getvalue())[0].get_text(),
    "pypdfium2": lambda file: pypdfium2.PdfDocument(file.getvalue())[0].get_textpage().get_text_range(),
    "pypdf": lambda file: pypdf.PdfReader(file).pages[0].extract_text(),
}


def page(size: int) -> io.BytesIO:
    """A file with one line of `size` points."""
    file = io.BytesIO()
    canvas = Canvas(file)
    line, x = canvas.beginText(), 72
    line.setFont(FONT, size)
    for words in ("全年办结", "57", "件复议案件"):
        line.setTextOrigin(x, 700)
        line.textOut(words)
        x += pdfmetrics.stringWidth(words, FONT, size) + size / 4
    canvas.drawText(line)
    canvas.save()
    return file


seen = {name: [read(page(size)).strip() for size in (12, 16)] for name, read in READERS.items()}
for name, lines in seen.items():
    print(name, version(name), *map(repr, lines))
none, both, before, behind = (f"全年办结{figure}件复议案件" for figure in ("57", " 57 ", " 57", "57 "))
assert seen == {
    "pdfplumber": [none, both],
    "pymupdf": [behind] * 2,
    "pypdf": [before] * 2,
    "pdfminer.six": [both] * 2,
    "pypdfium2": [both] * 2,
}
PYTHON
