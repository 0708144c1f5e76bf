#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1: the title of a report is there never, once or twice.
#
# Templates of official papers set the issuer's red head in a text box and the title in a content control (w:sdt), to be filled in.
# Word writes a box twice, as a shape (mc:Choice) and for old versions as a picture (mc:Fallback), of which a reader takes one. Two
# readers take both, so the issuer stands twice; mammoth takes one. python-docx takes neither, nor the paragraph of a content control:
# `paragraphs` begins with an empty one and then the first part, as if the report had no title.
# Seen: the head 0, 1, 2 and 2 times, the title 0, 1, 1 and 1 times
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
from docx2python import docx2python

HEAD, TITLE = "青岚县司法局文件", "2024年法治政府建设年度报告"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
BOX = f"<w:txbxContent><w:p><w:r><w:t>{HEAD}</w:t></w:r></w:p></w:txbxContent>"
SIZE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
head = f"""<w:p xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="{SHAPE}"
  xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:v="urn:schemas-microsoft-com:vml">
  <w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3600000" cy="720000"/><wp:docPr id="1" name="head"/>
      <a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{SIZE}</wps:spPr>
        <wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><v:shape style="width:283pt;height:57pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>
  </mc:AlternateContent></w:r></w:p>"""
title = f"""<w:sdt xmlns:w="{W}"><w:sdtPr><w:alias w:val="标题"/></w:sdtPr>
  <w:sdtContent><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p></w:sdtContent></w:sdt>"""
document = Document()
document.add_paragraph("一、主要举措和成效")
for place, part in enumerate((head, title)):
    document.element.body.insert(place, parse_xml(part))
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
assert [text.count(HEAD) for text in read.values()] == [0, 1, 2, 2]
assert [text.count(TITLE) for text in read.values()] == [0, 1, 1, 1]
PYTHON
