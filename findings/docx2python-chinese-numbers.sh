#!/usr/bin/env bash
# docx2python 3.7.1: it writes out the automatic numbers of paragraphs, but not the Chinese ones, and not the text around any.
#
# Most readers of Word files leave automatic numbers out; this one promises them. 一、 (chineseCountingThousand, "%1、"), which heads
# the parts of official papers, becomes two hyphens, with a warning; 第1条 (decimal, "第%1条") becomes 1), for the text of the level
# (w:lvlText) is not looked at. A reader that goes by the headings' numbers sees none.
# Seen: '--' for 一、 and 二、, '1)' and '2)' for 第1条 and 第2条
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet docx2python==3.7.1 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import warnings
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

W = nsdecls("w")
document = Document()
numbering = document.part.numbering_part.element
for number, format, text in ((91, "chineseCountingThousand", "%1、"), (92, "decimal", "第%1条")):
    level = f'<w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
for number, text in ((91, "主要举措和成效"), (91, "存在的不足和原因"), (92, "施行日期"), (92, "解释机关")):
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
file = io.BytesIO()
document.save(file)
warnings.simplefilter("ignore")
lines = [line.split("\t") for line in docx2python(file).text.split("\n") if line.strip()]
print("docx2python", version("docx2python"))
print(lines)
assert [number for number, _ in lines] == ["--", "--", "1)", "2)"]
PYTHON
