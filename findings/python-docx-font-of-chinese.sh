#!/usr/bin/env bash
# python-docx 1.2.0: font.name does not change the font of Chinese text, and says afterwards that it has.
#
# A run has a font for Latin letters (w:ascii, w:hAnsi) and another for East Asian text (w:eastAsia). The setter writes the first two
# only, the getter reads w:ascii: a heading set in 小标宋 or 仿宋, as GB/T 9704 asks for, is shown in the font of the style, while
# font.name answers 仿宋. The third attribute has to be set by hand.
# Seen: font.name is 仿宋, written are ascii and hAnsi
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from docx import Document

run = Document().add_paragraph().add_run("法治政府建设情况报告")
run.font.name = "仿宋"
written = sorted(name.split("}")[1] for name in run._r.rPr.rFonts.attrib)
print("python-docx", version("python-docx"))
print("font.name", run.font.name, "written", *written)
assert run.font.name == "仿宋"
assert written == ["ascii", "hAnsi"]
PYTHON
