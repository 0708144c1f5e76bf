#!/usr/bin/env bash
# mdformat 1.0.0, cmarkgfm 2025.10.22: behind a line of full-width blanks a sentence is a row of the table above, and a formatter gives up.
#
# A Chinese paragraph begins with two blanks of full width (U+3000), which often stand on an empty line, too. A blank line of
# CommonMark has spaces and tabs and nothing else; strip() of Python and trim() of JavaScript take U+3000 as well. So GitHub's Markdown
# and Python-Markdown go on with the table, and markdown-it-py, which strips a row before it looks, ends it there. mdformat, built on
# that, writes an empty line, sees that the page is another now, and gives up, calling it a fault of its own. At the head of a
# paragraph, where GitHub's Markdown keeps them as an indent, it takes them off and finds the page unchanged.
# Seen: three rows from cmarkgfm and Markdown 3.11.3, one, as meant, from markdown-it-py 4.3.0; exit 1, and for the indent exit 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet mdformat==1.0.0 cmarkgfm==2025.10.22 Markdown==3.11.3 markdown-it-py==4.3.0
printf '| 事项 | 件数 |\n| --- | --- |\n| 办结 | 57 |\n　　\n其中纠错3件。\n' > table.md
printf '　　全年办结57件。\n' > indent.md
venv/bin/python - <<'PYTHON' > seen
from importlib.metadata import version
from pathlib import Path

import cmarkgfm
import markdown
from markdown_it import MarkdownIt

TO_HTML = {
    "cmarkgfm": cmarkgfm.github_flavored_markdown_to_html,
    "Markdown": lambda text: markdown.markdown(text, extensions=["tables"]),
    "markdown-it-py": MarkdownIt("commonmark").enable("table").render,
}
table, indent = (Path(name).read_text(encoding="utf-8") for name in ("table.md", "indent.md"))
for name, to_html in TO_HTML.items():
    rows = to_html(table).split("<tbody>")[1].count("<tr>")
    print(name, version(name), "rows:", rows, "indent:", "<p>　　" in to_html(indent))
print("mdformat", version("mdformat"))
PYTHON
for file in table indent; do
  venv/bin/mdformat "$file.md" > /dev/null 2>&1 && status=0 || status=$?
  echo "$file: exit $status"
done >> seen
cat seen
cat table.md indent.md
[ "$(sed -n 1p seen)" = "cmarkgfm 2025.10.22 rows: 3 indent: True" ]
[ "$(sed -n 2p seen)" = "Markdown 3.11.3 rows: 3 indent: False" ]
[ "$(sed -n 3p seen)" = "markdown-it-py 4.3.0 rows: 1 indent: False" ]
[ "$(tail -n 2 seen)" = $'table: exit 1\nindent: exit 0' ]
[ "$(cat indent.md)" = '全年办结57件。' ]
