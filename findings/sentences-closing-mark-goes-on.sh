#!/usr/bin/env bash
# pysbd 0.3.4, snownlp 0.12.3, sentencex 1.0.32: of a quotation's end and a list's number, each splitter for Chinese tears one off.
#
# 。” ends a sentence as one (GB/T 15834), and pysbd, with rules of its own for Chinese, and snownlp begin the next one with the mark:
# ”随后召开会议3次。 sentencex has that right, but takes the point of 2. for an end, so that 2. closes the item before it and the second
# item has no number; the first number of the line is spared. In snownlp a sentence is besides what stands between two commas.
# Seen: ”随后 from pysbd and snownlp; 2. and 组织考试 apart from sentencex
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pysbd==0.3.4 snownlp==0.12.3 sentencex==1.0.32
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import pysbd
import sentencex
from snownlp import SnowNLP

QUOTED = "县长要求：“要依法办理，不拖不推。”随后召开会议3次。"
LISTED = "1.开展培训；2.组织考试。"
split = {
    "pysbd": pysbd.Segmenter(language="zh", clean=False).segment,
    "snownlp": lambda text: SnowNLP(text).sentences,
    "sentencex": lambda text: list(sentencex.segment("zh", text)),
}
seen = {name: (splits(QUOTED), splits(LISTED)) for name, splits in split.items()}
for name, sentences in seen.items():
    print(name, version(name), *sentences)
assert [quoted[-1] for quoted, _ in seen.values()] == ["”随后召开会议3次。", "”随后召开会议3次", "随后召开会议3次。"]
assert seen["pysbd"][1] == [LISTED] and seen["sentencex"][1] == ["1.开展培训；2.", "组织考试。"]
assert len(seen["snownlp"][0]) == 3
PYTHON
