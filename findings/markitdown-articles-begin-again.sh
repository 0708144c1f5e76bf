#!/usr/bin/env bash
# markitdown 0.1.9, mammoth 1.13.0: the articles of a Word file, numbered 第一条 to 第四条 by Word, become 1, 1, 2 and 1.
#
# That automatic numbers lose their 第 and 条 in Markdown, one expects: an article is the item of a list. But an article has paragraphs
# of its own (款), which bear no number and end the list, and the next list begins with 1, though in Word it goes on (one w:numId). Each
# number is well-formed and wrong, and who asks a language model about Article 3 gets another. mammoth, on which it stands, has known
# of lists that resume since 2017, and gives no start; with no paragraph between, all is right, and a short trial shows that.
# Seen: 1. 1. 2. 1. from markitdown, no start in mammoth's HTML; 1. 2. 3. 4. from pandoc 3.9
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet markitdown==0.1.9 mammoth==1.13.0 python-docx==1.2.0 pypandoc_binary==1.17
"$folder/venv/bin/python" -W ignore - "$folder/articles.docx" <<'PYTHON'
import re
import sys
from importlib.metadata import version

import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markitdown import MarkItDown

PATH, NUMBER = sys.argv[1], "90"
ARTICLES = {
    "为了规范行政执法，制定本办法。": "前款所称行政执法，包括行政处罚、行政许可。",
    "区司法局负责指导监督。": "",
    "罚款应当缴入国库。": "任何单位不得截留。",
    "本办法自公布之日起施行。": "",
}

document = Document()
numbering = document.part.numbering_part.element
level = '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/>'
numbering.insert(
    0,
    parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBER}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
    ),
)
numbering.append(
    parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBER}"><w:abstractNumId w:val="{NUMBER}"/></w:num>')
)
for first, second in ARTICLES.items():
    properties = document.add_paragraph(first)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, int(NUMBER)
    if second:
        document.add_paragraph(second)
document.save(PATH)

with open(PATH, "rb") as file:
    page = mammoth.convert_to_html(file).value
seen = {
    "markitdown": MarkItDown().convert(PATH).text_content,
    "pypandoc_binary": pypandoc.convert_file(PATH, "markdown", extra_args=["--wrap=none"]),
}
numbers = {name: re.findall(r"^\d+(?=\.)", text, re.M) for name, text in seen.items()}
print("pandoc", pypandoc.get_pandoc_version())
for name, text in seen.items():
    print(name, version(name), *numbers[name])
print("mammoth", version("mammoth"), page)
assert numbers == {"markitdown": ["1", "1", "2", "1"], "pypandoc_binary": ["1", "2", "3", "4"]}
assert page.count("<ol>") == 3 and "start=" not in page
PYTHON
