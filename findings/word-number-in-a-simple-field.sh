#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, pypandoc_binary 1.17: 见第三条 reads 见第条, and 表3 reads 表, or both are whole, by how Word wrote it.
#
# A number that Word keeps itself (a caption's, SEQ; a reference to an article, REF) is a field, whose result stands in the file. It is
# written in one of two ways that look alike on the page: in parts (w:fldChar), which all five readers take the result of, or as one
# element around it (w:fldSimple), which three leave out with the number in it. docx2txt and docx2python, which look for w:t wherever it is,
# have it. A trial with one document shows that fields are read, and the next has a table without a number.
# Seen: 表3见第三条 from all five in parts; as one element 表见第条 from python-docx, mammoth and pandoc 3.9, 表3见第三条 from the others
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17 docx2txt==0.9 docx2python==3.7.1
"$folder/venv/bin/python" - "$folder/fields.docx" <<'PYTHON'
import sys
from importlib.metadata import version

import docx2txt
import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

PATH = sys.argv[1]
READERS = {
    "python-docx": lambda: "".join(paragraph.text for paragraph in Document(PATH).paragraphs),
    "mammoth": lambda: mammoth.extract_raw_text(open(PATH, "rb")).value,
    "pypandoc_binary": lambda: pypandoc.convert_file(PATH, "plain"),
    "docx2txt": lambda: docx2txt.process(PATH),
    "docx2python": lambda: docx2python(PATH).text,
}


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(f"<w:t>{result}</w:t>")}</w:fldSimple>'


def in_parts(code: str, result: str) -> str:
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    instruction = f'<w:instrText xml:space="preserve"> {code} </w:instrText>'
    return "".join(map(run, (begin, instruction, separate, f"<w:t>{result}</w:t>", end)))


def read(field) -> dict[str, str]:
    """What each reader finds in the caption and the sentence, without blanks."""
    document = Document()
    for before, code, result, after in (("表", r"SEQ 表 \* ARABIC", "3", ""), ("见第", r"REF _Ref1 \r \h", "三", "条")):
        paragraph = document.add_paragraph(before)
        for each in parse_xml(f"<w:p {nsdecls('w')}>{field(code, result)}</w:p>"):
            paragraph._p.append(each)
        paragraph.add_run(after)
    document.save(PATH)
    return {name: "".join(reader().split()) for name, reader in READERS.items()}


simply, parted = read(simple), read(in_parts)
print("pandoc", pypandoc.get_pandoc_version())
for name in READERS:
    print(name, version(name), "in parts:", parted[name], "as one:", simply[name])
assert set(parted.values()) == {"表3见第三条"}
assert [*simply.values()] == ["表见第条"] * 3 + ["表3见第三条"] * 2
PYTHON
