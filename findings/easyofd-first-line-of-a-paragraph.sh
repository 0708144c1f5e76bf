#!/usr/bin/env bash
# easyofd 20260427: the two blanks at the head of a paragraph are gone, and its characters are said to stand two steps too far left.
#
# In OFD, which knows lines only, a paragraph begins with 　　 in the line's TextCode, and DeltaX has the step from each character to
# the next. The reader's XML comes from xmltodict, which strips text unless told not to, of U+3000 as well; X and DeltaX stay as they
# were. So the indent that parts paragraphs is lost, 全 is at the margin, 11.2 mm from its place, and the short steps of the figure 57 are
# now those of 件 and the comma. One would expect the line as it is in the file.
# Seen: 全年办结57件，共 from X 0, ten steps for nine characters; ofdkit 0.2.0 has the line with 　　 from 28.0, its box's edge
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet easyofd==20260427 xmltodict==1.0.4 PyMuPDF==2.0 ofdkit==0.2.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import contextlib
import io
import zipfile
from importlib.metadata import version

import ofdkit
from loguru import logger

logger.remove()
from easyofd.ofd import OFD

LINE = "　　全年办结57件，共"
STEPS = "g 6 5.6 2.8 2.8 5.6 5.6"
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
place = 'ID="4" Boundary="28 40 156 8" Font="3" Size="5.6"'
parts = {
    "OFD.xml": f"""<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}</ofd:DocID>
        </ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""",
    "Doc_0/Document.xml": f"""<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>4</ofd:MaxUnitID>
        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes>
        </ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>""",
    "Doc_0/Res.xml": f"""<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="仿宋"/></ofd:Fonts></ofd:Res>""",
    "Doc_0/Page.xml": f"""<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer ID="2"><ofd:TextObject {place}>
        <ofd:TextCode X="0" Y="5" DeltaX="{STEPS}">{LINE}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>""",
}
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as package:
    for name, part in parts.items():
        package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
document = OFD()
with contextlib.redirect_stdout(io.StringIO()):
    document.read(file.getvalue(), fmt="binary")
(line,) = document.data[0]["page_info"][0]["text_list"]
print("easyofd", version("easyofd"), repr(line["text"]), "X", line["X"], "DeltaX", line["DeltaX"])
with ofdkit.open(file) as opened:
    (run,) = opened.pages[0].runs
print("ofdkit", version("ofdkit"), repr(run.text), "x", run.x)
assert (line["text"], line["X"], line["DeltaX"]) == (LINE.strip(), "0", STEPS)
assert (run.text, run.x) == (LINE, 28.0)
PYTHON
