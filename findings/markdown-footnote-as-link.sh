#!/usr/bin/env bash
# markdown-it-py 4.0.0, CommonMark: a note that is one word without blanks, as Chinese notes are, is a link's address.
#
# `[^1]: 数据来源：区司法局。` is a link reference definition of the label ^1, so the mark `[^1]` in the text becomes a link whose
# words are ^1: 发现问题57[^1]个 reads 发现问题57^1个, and the note itself is nowhere. A note with blanks in it is no address, and
# stays a paragraph. One would expect either notes or plain text, not the one or the other by a blank in the note.
# Seen: 发现问题57^1个。 / with blanks: 发现问题57[^1]个。
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet markdown-it-py==4.0.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from markdown_it import MarkdownIt


def read(note: str) -> str:
    """The words of the text that a note belongs to."""
    tokens = MarkdownIt("commonmark").parse(f"发现问题57[^1]个。\n\n[^1]: {note}\n")
    return "".join(child.content for child in tokens[1].children or ())


print("markdown-it-py", version("markdown-it-py"))
print("one word:   ", read("数据来源：区司法局。"))
print("with blanks:", read("数据来源 区司法局 年底"))
assert read("数据来源：区司法局。") == "发现问题57^1个。"
assert read("数据来源 区司法局 年底") == "发现问题57[^1]个。"
PYTHON
