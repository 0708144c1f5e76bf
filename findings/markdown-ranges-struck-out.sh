#!/usr/bin/env bash
# cmarkgfm 2025.10.22, mistune 3.4.0, markdown-it-py 4.3.0: of 5~10日，最长20~30日, GitHub's Markdown strikes out 10日，最长20.
#
# A single ~ is how many write from-to in Chinese. A strikeout is known to take two; in GitHub's dialect one does as well (its
# specification says so), even within a word. So the second range of a paragraph closes what the first has opened: the marks are
# gone, and who takes the text alone reads 510日，最长2030日. The other two, with strikeouts on, leave it as it is.
# Seen: 办理时限为5<del>10日，最长20</del>30日。 from cmarkgfm; no <del> from mistune and markdown-it-py
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cmarkgfm==2025.10.22 mistune==3.4.0 markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import cmarkgfm
import mistune
from markdown_it import MarkdownIt

TERM = "办理时限为5~10日，最长20~30日。"
seen = {
    "cmarkgfm": cmarkgfm.github_flavored_markdown_to_html(TERM),
    "mistune": mistune.create_markdown(plugins=["strikethrough"])(TERM),
    "markdown-it-py": MarkdownIt().enable("strikethrough").render(TERM),
}
for name, page in seen.items():
    print(name, version(name), page.strip())
struck = "<p>办理时限为5<del>10日，最长20</del>30日。</p>"
assert [page.strip() for page in seen.values()] == [struck, f"<p>{TERM}</p>", f"<p>{TERM}</p>"]
PYTHON
