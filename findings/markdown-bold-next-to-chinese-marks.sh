#!/usr/bin/env bash
# markdown-it-py 4.0.0, cmarkgfm 2025.10.22: **重点事项：**全部办结 is not bold, and between two of them the wrong words are.
#
# In CommonMark ** closes nothing if a punctuation mark stands before it and neither a blank nor a mark behind; and it opens nothing if
# it is the other way round. English has the blank. Chinese has none, and its writers put the colon or the closing quotation mark within
# the bold. The asterisks show then; where the next pair has its mark at the head, the bold reaches from the
# first pair into the second. Python-Markdown, which does not follow CommonMark, sets all as meant.
# Seen: asterisks around 重点事项： and “一网通办”; 全部办结， bold between two pairs; all as meant in Markdown 3.11.3
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet markdown-it-py==4.0.0 cmarkgfm==2025.10.22 Markdown==3.11.3
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import cmarkgfm
import markdown
from markdown_it import MarkdownIt

bare = ["**重点事项：**全部办结。", "**“一网通办”**改革提速。"]
two = "**重点事项：**全部办结，**（一）主要举措**取得进展。"
for name, render in {"markdown-it-py": MarkdownIt().render, "cmarkgfm": cmarkgfm.markdown_to_html}.items():
    print(name, version(name))
    print(*map(render, [*bare, two]), sep="")
    assert [render(text) for text in bare] == [f"<p>{text}</p>\n" for text in bare]
    assert "<strong>重点事项：</strong>" not in render(two) and "全部办结，</strong>" in render(two).replace("（一）主要举措", "")
print("Markdown", version("Markdown"))
print(markdown.markdown(two))
assert markdown.markdown(two) == (
    "<p><strong>重点事项：</strong>全部办结，<strong>（一）主要举措</strong>取得进展。</p>"
)
PYTHON
