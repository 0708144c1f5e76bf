#!/usr/bin/env bash
# cn2an 0.5.23: neighbouring figures, with which Chinese says "five or six", are read as a number of two digits.
#
# 五六件 is five or six, 十五六岁 fifteen or sixteen; the library has 五六 for 56, which is right for a string of figures only
# (二〇二四). A value that is ten times too large comes out without a word. 一百五 for 150 and 三万五 for 35000, which one would
# fear for, are right.
# Seen: 五六 = 56, 一百五 = 150, 三万五 = 35000
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cn2an==0.5.23
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import cn2an

print("cn2an", version("cn2an"))
seen = {words: cn2an.cn2an(words, "smart") for words in ("五六", "一百五", "三万五")}
print(*(f"{words} = {value}" for words, value in seen.items()))
assert seen == {"五六": 56, "一百五": 150, "三万五": 35000}
PYTHON
