#!/usr/bin/env bash
# recognizers-text-number 1.0.2a2: 3个百分点, three percentage points, is the percentage 3%; 3% itself gives the same value.
#
# From 92% to 95% a rate rises by 3个百分点, or by 3.3%, and a report that says 3% there is at fault. The answer is "3%" for both, so
# whoever compares values finds no difference left; only `text` keeps the word. 七成 and 一成半 are rightly 70% and 15%.
# Seen: 提高3个百分点 = 3%, 提高3% = 3%, 七成 = 70%, 一成半 = 15%
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet recognizers-text-number==1.0.2a2 recognizers-text==1.0.2a2 emoji==1.7.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from recognizers_number import Culture, recognize_percentage

SEEN = {"提高3个百分点": ("3个百分点", "3%"), "提高3%": ("3%", "3%"), "七成": ("七成", "70%"), "一成半": ("一成半", "15%")}
print("recognizers-text-number", version("recognizers-text-number"))
for words, expected in SEEN.items():
    (found,) = recognize_percentage(words, Culture.Chinese)
    seen = found.text, found.resolution["value"]
    print(words, *seen)
    assert seen == expected
PYTHON
