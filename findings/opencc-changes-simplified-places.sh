#!/usr/bin/env bash
# OpenCC 1.4.2: t2s, from traditional to simplified, is not idle on text that is simplified already.
#
# 於 is a character of the national list of standard characters (2013), kept for a surname and for places; it is also the traditional
# form of 于. So 於潜镇, a town in Hangzhou, comes out as 于潜镇, and the surname 於 as 于. Text in which few characters are traditional
# cannot be run through it whole without harm to names; it does spare 乾 in 乾坤 and 著 in 著名, by its list of phrases.
# Seen: 於潜镇 becomes 于潜镇; 乾坤, 著名 stay
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet opencc==1.4.2
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import opencc

converter = opencc.OpenCC("t2s")
seen = {words: converter.convert(words) for words in ("於潜镇人民政府", "乾坤", "著名")}
print("OpenCC", version("opencc"))
print(seen)
assert seen == {"於潜镇人民政府": "于潜镇人民政府", "乾坤": "乾坤", "著名": "著名"}
PYTHON
