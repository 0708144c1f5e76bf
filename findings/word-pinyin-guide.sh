#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9: a character with a pinyin guide is lost, or its pinyin stands in the sentence.
#
# Word's 拼音指南 shows how a rare name is read. The character lies in w:ruby/w:rubyBase, the syllable in w:rt. The first two skip
# w:ruby with all that is in it: 局长单某 becomes 局长某, another man. The third takes every w:t in order, the syllable first.
# What Word shows in the line, the base alone, comes from none of them.
# Seen: 局长某, 局长某, 局长shàn单某
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import docx2txt
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = Document()
paragraph = document.add_paragraph("局长")
guide = "<w:rt><w:r><w:t>shàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>单</w:t></w:r></w:rubyBase>"
paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:ruby>{guide}</w:ruby></w:r>"))
paragraph.add_run("某")
file = io.BytesIO()
document.save(file)
seen = [paragraph.text, mammoth.extract_raw_text(file).value.strip(), docx2txt.process(file).strip()]
print("python-docx", version("python-docx"), "mammoth", version("mammoth"), "docx2txt", version("docx2txt"))
print(*seen)
assert seen == ["局长某", "局长某", "局长shàn单某"]
PYTHON
