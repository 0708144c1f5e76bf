#!/usr/bin/env bash
# docutils 0.23, Markdown 3.11.3, smartypants 2.0.2, pandoc 3.9: of 推进"放管服"改革 they make 推进”放管服”改革, which opens nowhere.
#
# Typed straight, the marks become curly ones by the sign before them: after a blank they open, after a letter they close. Chinese has no
# blank there and its characters are letters, so within a sentence both close; at the head of a paragraph, or with blanks, all is right, and
# a trial with a title or one word shows nothing. docutils has marks for zh-CN and yet no other rule; pandoc does it unasked (`smart`
# belongs to its Markdown). markdown-it-py, with its typographer on, leaves both straight, at the head as well.
# Seen: 推进”放管服”改革 four times, “放管服”改革 four times; "放管服" untouched by markdown-it-py 4.3.0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet docutils==0.23 Markdown==3.11.3 smartypants==2.0.2 pypandoc_binary==1.17 markdown-it-py==4.3.0
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import html
import re
from importlib.metadata import version

import markdown
import pypandoc
import smartypants
from docutils.core import publish_parts
from markdown_it import MarkdownIt

CURLED = {
    "docutils": lambda text: publish_parts(
        text, writer_name="html5", settings_overrides={"smart_quotes": True, "language_code": "zh_CN", "report_level": 5}
    )["body"],
    "Markdown": lambda text: markdown.markdown(text, extensions=["smarty"]),
    "smartypants": lambda text: smartypants.smartypants(text, smartypants.Attr.q),
    "pypandoc_binary": lambda text: pypandoc.convert_text(text, "html", format="markdown"),
    "markdown-it-py": MarkdownIt("commonmark", {"typographer": True}).enable("smartquotes").render,
}
within, first = '推进"放管服"改革', '"放管服"改革'
seen = {
    name: [html.unescape(re.sub("<.*?>", "", curl(text))).strip() for text in (within, first)]
    for name, curl in CURLED.items()
}
print("pandoc", pypandoc.get_pandoc_version())
for name, texts in seen.items():
    print(name, version(name), *texts)
assert seen.pop("markdown-it-py") == [within, first]
assert all(texts == ["推进”放管服”改革", "“放管服”改革"] for texts in seen.values())
PYTHON
