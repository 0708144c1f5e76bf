#!/usr/bin/env bash
# pypdf 7.1.1, pdfplumber 0.11.10, pypdfium2 5.15.2: a heading printed twice to look bold is read in three ways.
#
# Chinese fonts often have no bold face, and printers make one by setting the line again a little to the right. pypdf gives the line
# twice, pdfplumber each character twice (一一、、主主要要), and only PDFium once. pdfplumber has dedupe_chars() for it, which has
# to be asked for; pypdf has nothing of the kind. Who looks for 一、主要举措和成效 finds it once, twice or never.
# Seen: two lines, one of 18 characters, one of 9
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypdf==7.1.1 pdfplumber==0.11.10 pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import pdfplumber
import pypdf
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HEADING = "一、主要举措和成效"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
file = io.BytesIO()
canvas = Canvas(file)
canvas.setFont("STSong-Light", 16)
canvas.drawString(72, 700, HEADING)
canvas.drawString(72.4, 700, HEADING)
canvas.save()
with pdfplumber.open(file) as opened:
    seen = {"pdfplumber": opened.pages[0].extract_text().split()}
seen["pypdf"] = pypdf.PdfReader(file).pages[0].extract_text().split()
seen["pypdfium2"] = pypdfium2.PdfDocument(file.getvalue())[0].get_textpage().get_text_range().split()
for name, lines in seen.items():
    print(name, version(name), lines)
assert seen == {
    "pdfplumber": ["".join(character * 2 for character in HEADING)],
    "pypdf": [HEADING] * 2,
    "pypdfium2": [HEADING],
}
PYTHON
