#!/usr/bin/env bash
# pygls 2.1.1: an incremental edit lands on another line than the client meant, once the text has a U+2028 or a form feed.
#
# The protocol ends a line at CR, LF and CRLF, and so do editors. TextDocument.apply_change splits with str.splitlines(), which also
# ends one at U+000B, U+000C, U+001C to U+001E, U+0085, U+2028 and U+2029. Texts taken from Word and from pages have such characters,
# and from then on the server's copy differs from the editor's without an error. Asking for whole texts avoids it.
# Seen: the editor has 甲\u2028乙|丙丁, the server has 甲\u2028丙乙|丁
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pygls==2.1.1
"$folder/venv/bin/python" - <<'PYTHON'
from lsprotocol.types import Position, Range, TextDocumentContentChangePartial
from pygls.workspace import TextDocument

document = TextDocument("file:///a.txt", "甲\u2028乙\n丁")
start = Position(1, 0)  # for the client, before 丁
document.apply_change(TextDocumentContentChangePartial(range=Range(start, start), text="丙"))
meant, held = "甲\u2028乙\n丙丁", document.source
print("the editor has", meant.replace("\n", "|").replace("\u2028", "\\u2028"), end=", ")
print("the server has", held.replace("\n", "|").replace("\u2028", "\\u2028"))
assert held == "甲\u2028丙乙\n丁" != meant
PYTHON
