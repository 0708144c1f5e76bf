#!/usr/bin/env bash
# OpenCC 1.4.2: with the phrases of a region, s2twp and tw2sp write the words of programmers into the titles of laws.
#
# The profiles exchange vocabulary, and the pairs come from computing: 程序 is a program here, 程式 there; so a procedure becomes a
# program (行政處罰程式規定), Taiwan's 行政程序法 a process (行政进程法), 规范性文件 a file (檔案). tw2sp does so to text that is simplified already.
# Some phrases are spared, 刑事訴訟程序 for one. Known to the project, and open. s2tw and tw2s change no words.
# Seen: 行政處罰程式規定 規範性檔案 by s2twp; 行政进程法 行政处罚进程规定 规范性文档 刑事诉讼程序 by tw2sp
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet opencc==1.4.2
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from opencc import OpenCC

to_taiwan = "行政处罚程序规定 规范性文件"
from_taiwan = "行政程序法 行政处罚程序规定 規範性文件 刑事訴訟程序"
seen = [OpenCC("s2twp").convert(to_taiwan), OpenCC("tw2sp").convert(from_taiwan)]
kept = [OpenCC("s2tw").convert(to_taiwan), OpenCC("tw2s").convert(from_taiwan)]
print("OpenCC", version("opencc"))
print(*seen, *kept, sep="\n")
assert seen == ["行政處罰程式規定 規範性檔案", "行政进程法 行政处罚进程规定 规范性文档 刑事诉讼程序"]
assert kept == ["行政處罰程序規定 規範性文件", "行政程序法 行政处罚程序规定 规范性文件 刑事诉讼程序"]
PYTHON
