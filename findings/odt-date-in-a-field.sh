#!/usr/bin/env bash
# pypandoc_binary 1.17 (pandoc 3.9), odfdo 3.27.3: the day at the end of an ODT file is gone for both, and 第三条 is 第条 for one.
#
# In LibreOffice a date that is inserted (text:date, also with text:fixed, when it will never change), the number of a table
# (text:sequence) and a reference to an article (text:bookmark-ref) are fields, whose text stands in the file as any other does, within
# an element of their own. pandoc reads the numbers, so one takes it that it reads fields, and leaves out the day; odfdo's
# get_formatted_text() leaves out all three. Neither says so, and what is left reads like a report that was never dated.
# Seen: 按照第三条，见表3。 and no day from pandoc, 按照第条，见表。 and no day from odfdo, all as written from odfpy 1.4.1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypandoc_binary==1.17 odfdo==3.27.3 odfpy==1.4.1
"$folder/venv/bin/python" - "$folder/report.odt" <<'PYTHON'
import sys
from importlib.metadata import version

import odfdo
import pypandoc
from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import BookmarkRef, Date, P, Sequence

PATH = sys.argv[1]
document = OpenDocumentText()
sentence = P(text="按照第")
sentence.addElement(BookmarkRef(refname="_Ref3", referenceformat="number", text="三"))
sentence.addText("条，见表")
sentence.addElement(Sequence(name="Table", formula="ooow:Table+1", text="3"))
sentence.addText("。")
signature = P()
teletype.addTextToElement(signature, "区司法局  ")
signature.addElement(Date(datevalue="2024-04-10", fixed="true", text="2024年4月10日"))
for paragraph in (sentence, signature):
    document.text.addElement(paragraph)
document.save(PATH)

READERS = {
    "pypandoc_binary": lambda: pypandoc.convert_file(PATH, "plain", extra_args=["--wrap=none"]),
    "odfdo": lambda: odfdo.Document(PATH).get_formatted_text(),
    "odfpy": lambda: "\n".join(map(teletype.extractText, load(PATH).getElementsByType(P))),
}
seen = {name: [line.rstrip() for line in read().splitlines() if line.strip()] for name, read in READERS.items()}
print("pandoc", pypandoc.get_pandoc_version())
for name, lines in seen.items():
    print(name, version(name), *lines)
assert seen == {
    "pypandoc_binary": ["按照第三条，见表3。", "区司法局"],
    "odfdo": ["按照第条，见表。", "区司法局"],
    "odfpy": ["按照第三条，见表3。", "区司法局  2024年4月10日"],
}
PYTHON
