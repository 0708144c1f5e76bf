#!/usr/bin/env bash
# jionlp 1.5.31: 3万5千元 is 65,000 yuan, 57万5千元 695,000 and 2亿3千万元 430,000,000, each of them "accurate".
#
# parse_money reads 三万五千元, 3.5万元 and 3千5百元 as they are meant. With Arabic figures before 万 or 亿 and another unit behind, which
# is how people write a sum in passing, the first part is counted once as a number and again figure by figure: 57万 is 570,000 and
# then 12 (5 and 7) times 10,000. The field `definition`, which is "blur" for 30余万元, is no warning, and the size of the sum is about right.
# Sums of the kind 123元1角1分 went wrong in this way, were reported (JioNLP 257), and are right now.
# Seen: 65000 695000 430000000 60500; with Chinese figures, in one unit or below 万 35000 35000 3500 123.11
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jionlp==1.5.31
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import jionlp

WRONG = {"3万5千元": 65000, "57万5千元": 695000, "2亿3千万元": 430_000_000, "3万零5百元": 60500}
RIGHT = {"三万五千元": 35000, "3.5万元": 35000, "3千5百元": 3500, "123元1角1分": 123.11}

print("jionlp", version("jionlp"))
for words, value in (WRONG | RIGHT).items():
    answer = jionlp.parse_money(words)
    print(words, answer["num"], answer["definition"])
    assert (float(answer["num"]), answer["definition"]) == (value, "accurate")
PYTHON
