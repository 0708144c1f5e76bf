#!/usr/bin/env bash
# jieba 0.42.1: asked for the words with their tags, it answers with other words: PM2 and .5, 15.8 and %, 放管 and 服.
#
# jieba.posseg is a segmenter of its own, with an older pattern of what belongs to a word (no %) and another model for what the dictionary
# lacks; lcut gives PM2.5, 15.8% and 放管服. Words of one's own, added with add_word, are whole in both, but one with a per cent sign is
# one word of lcut and three of posseg. extract_tags counts by lcut, and with allowPOS by posseg: who only wants
# the tags narrowed finds 放管服 gone and 放管, a verb, in its place.
# Seen: PM2.5 下降 15.8% ， 放管服 改革, tagged PM2 .5 下降 15.8 % ， 放管 服 改革; 100%评查, tagged 100 % 评查; keywords 放管服, then 放管
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jieba==0.42.1
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import logging
from importlib.metadata import version

import jieba
import jieba.posseg
from jieba.analyse import extract_tags


def both(text: str) -> tuple[list[str], list[str]]:
    """The words alone, and the words of those with tags."""
    words, tagged = jieba.lcut(text), [pair.word for pair in jieba.posseg.lcut(text)]
    print(*words, "/", *tagged)
    return words, tagged


jieba.setLogLevel(logging.ERROR)
print("jieba", version("jieba"))
assert both("PM2.5下降15.8%，放管服改革") == (
    ["PM2.5", "下降", "15.8%", "，", "放管服", "改革"],
    ["PM2", ".5", "下降", "15.8", "%", "，", "放管", "服", "改革"],
)
keywords = [extract_tags("放管服改革", allowPOS=tags) for tags in ((), ("n", "vn", "nr", "v"))]
print("keywords:", *keywords)
assert "放管服" in keywords[0] and "放管" in keywords[1] and "放管服" not in keywords[1]
for word in ("放管服", "100%评查"):
    jieba.add_word(word)
assert both("放管服") == (["放管服"], ["放管服"])
assert both("100%评查") == (["100%评查"], ["100", "%", "评查"])
PYTHON
