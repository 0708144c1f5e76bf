#!/usr/bin/env bash
# uniseg 0.10.1, semantic-text-splitter 0.33.1: by Unicode's rules of sentences, （ of the heading （一） belongs to the sentence before.
#
# The rules (UAX 29, which ICU and browsers follow, too) let marks of the class Close go with the full stop: ” and ）, but “ （ 《 are of
# that class as well. In English a blank ends it before the next mark opens; Chinese has none. So a sentence ends in 。（ and the next is
# 一）推进改革。, a quotation has its end and no beginning, and a splitter into chunks, which goes by the same rules, cuts there, where a
# cut at every 。 would have been right. One would take the standard, which does know 。, for the safe way.
# Seen: 一、总体情况。（ / 一）推进改革。“ / 放管服”改革深入。《 / 办法》印发。; chunks 一、总体情况。（一）推进改革。“ and 放管服”改革深入。《办法》印发。
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet uniseg==0.10.1 semantic-text-splitter==0.33.1
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from semantic_text_splitter import TextSplitter
from uniseg.sentencebreak import sentences

CHINESE = "一、总体情况。（一）推进改革。“放管服”改革深入。《办法》印发。"
ENGLISH = "It is done. (A) “Reform” goes on. “Rules” are out."


def split(text: str) -> list[str]:
    return [sentence.strip() for sentence in sentences(text)]


chunks = TextSplitter(17).chunks(CHINESE)
print("uniseg", version("uniseg"), *split(CHINESE), sep=" / ")
print("uniseg", version("uniseg"), *split(ENGLISH), sep=" / ")
print("semantic-text-splitter", version("semantic-text-splitter"), *chunks, sep=" / ")
assert split(CHINESE) == ["一、总体情况。（", "一）推进改革。“", "放管服”改革深入。《", "办法》印发。"]
assert split(ENGLISH) == ["It is done.", "(A) “Reform” goes on.", "“Rules” are out."]
assert chunks == ["一、总体情况。（一）推进改革。“", "放管服”改革深入。《办法》印发。"]
PYTHON
