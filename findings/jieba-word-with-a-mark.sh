#!/usr/bin/env bash
# jieba 0.42.1: a word with a middle dot or quotation marks can be added, is in the dictionary, and is never found.
#
# add_word takes 12·4国家宪法日 or “放管服”改革 without a word, and suggest_freq raises its frequency. But a text is first parted at every
# character that is no Chinese one, no Latin letter, no digit and none of + # & . _ % -, and the dictionary is asked only for what lies
# between. A word with a full stop of Latin writing, 证照分离2.0, is found.
# Seen: 12 · 4 国家 宪法 日, “ 放管服 ” 改革, and 证照分离2.0 whole
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jieba==0.42.1
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import logging
from importlib.metadata import version

import jieba

jieba.setLogLevel(logging.ERROR)
print("jieba", version("jieba"))
for word, whole in (("12·4国家宪法日", False), ("“放管服”改革", False), ("证照分离2.0", True)):
    jieba.add_word(word)
    jieba.suggest_freq(word, tune=True)
    words = jieba.lcut(f"开展{word}活动")
    print(*words)
    assert word in jieba.dt.FREQ
    assert (word in words) is whole
PYTHON
