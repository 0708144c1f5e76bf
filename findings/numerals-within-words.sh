#!/usr/bin/env bash
# cn2an 0.5.24: transform() writes figures into words that only contain a numeral.
#
# It is meant for running text and turns 百分之八十五 into 85% and 三分之二 into 2/3. But 一 in 统一, 第一责任人, 一岗双责, 星期一 and
# 一是 is part of a word or a mark of order; there, too, a figure comes out: the standard phrase of every report is damaged. 八五普法
# becomes 85普法, while 十四五, which is no number, stays, with a warning.
# Seen: 统1执法标准 第1责任人 1岗双责 星期1 1是加强 85普法, beside 85% and 120余件
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cn2an==0.5.24
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
from importlib.metadata import version

import cn2an

warnings.simplefilter("ignore")

told = "统一执法标准 第一责任人 一岗双责 星期一 一是加强 八五普法 十四五规划 百分之八十五 一百二十余件"
seen = " ".join(cn2an.transform(words) for words in told.split())
print("cn2an", version("cn2an"))
print(seen)
assert seen == "统1执法标准 第1责任人 1岗双责 星期1 1是加强 85普法 十四五规划 85% 120余件"
PYTHON
