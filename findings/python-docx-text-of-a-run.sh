#!/usr/bin/env bash
# python-docx 1.2.0: Paragraph.text is not what Word shows.
#
# A character set as a symbol (w:sym), which converters write for marks and even for Chinese characters of a text font, is left
# out: 违法行为9起。 loses its full stop. Words that are hidden or struck through are in the text, and the raised mark of a note
# stands beside the figure: 57 and the note 1 read 571.
# Seen: '纠正违法行为9起' and '发现问题571个此句删去'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
ended = document.add_paragraph("纠正违法行为9起")
symbol = OxmlElement("w:sym")
symbol.set(qn("w:font"), "宋体")
symbol.set(qn("w:char"), "3002")
ended.add_run()._r.append(symbol)
noted = document.add_paragraph("发现问题57")
noted.add_run("1").font.superscript = True
noted.add_run("个")
noted.add_run("此句删去").font.strike = True
print("python-docx", version("python-docx"))
print(repr(ended.text), repr(noted.text))
assert ended.text == "纠正违法行为9起"
assert noted.text == "发现问题571个此句删去"
PYTHON
