#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1: a sentence that was moved is there never, once or twice.
#
# Who drags a sentence elsewhere while changes are tracked leaves it in w:moveFrom and in w:moveTo. Deleted words are w:delText,
# which none of them reads; those in w:moveFrom, though, are w:t as ever. Two readers take both and count the fine twice, one takes
# the new place, which Word's final view shows, and python-docx takes neither. Nothing tells the result from a text without changes.
# Seen: the sentence is found 0, 1, 2 and 2 times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import docx2txt
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

MOVED = "罚没款九万元。"
document = Document()
for number, (words, place) in enumerate((("全年结案五十七件。", "moveFrom"), ("其中适用简易程序六件。", "moveTo"))):
    mark = f'{nsdecls("w")} w:id="{number}" w:author="甲" w:date="2025-01-20T09:00:00Z"'
    moved = parse_xml(f"<w:{place} {mark}><w:r><w:t>{MOVED}</w:t></w:r></w:{place}>")
    document.add_paragraph(words)._p.append(moved)
file = io.BytesIO()
document.save(file)
read = {
    "python-docx": "\n".join(paragraph.text for paragraph in document.paragraphs),
    "mammoth": mammoth.extract_raw_text(file).value,
    "docx2txt": docx2txt.process(file),
    "docx2python": docx2python(file).text,
}
for name, text in read.items():
    print(name, version(name), " / ".join(text.split()))
assert [text.count(MOVED) for text in read.values()] == [0, 1, 2, 2]
PYTHON
