#!/usr/bin/env bash
# zhon 2.1.1: its pattern of a Chinese sentence leaves out all that stands before the last figure.
#
# hanzi.sentence is for findall and is documented as characters and marks up to a full stop; 0 to 9 and Latin letters are neither. So
# of 全年办结行政复议案件57件。 the sentence is 件。, and of one that ends in 15.8%。 the stop alone. The number of sentences comes out
# right, so that a count shows nothing; their lengths and their words are wrong, in the sentences with figures only.
# Seen: 件。 and 。 and a whole sentence, which has no figure
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet zhon==2.1.1
"$folder/venv/bin/python" - <<'PYTHON'
import re
from importlib.metadata import version

from zhon import hanzi

told = ["全年办结行政复议案件57件。", "纠错率为15.8%。", "未发生败诉案件。"]
seen = re.findall(hanzi.sentence, "".join(told))
print("zhon", version("zhon"))
print(*seen)
assert seen == ["件。", "。", told[2]]
PYTHON
