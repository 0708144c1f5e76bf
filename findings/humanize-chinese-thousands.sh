#!/usr/bin/env bash
# humanize 4.15.0: with its Chinese translation, 230,000,000 is 230.0 百万, fifty thousand 50.0 千, and the third 3第.
#
# Chinese counts by ten thousands: 5万, 2.3亿. The translation zh_CN of intword has a word for each power of a thousand and takes the
# powers of English with it, so that the figures come in units in which nobody writes them. The ordinal's sign 第 stands before
# the number; the function appends it, as English does.
# Seen: 50.0 千, 230.0 百万, 1.2 十亿, 3第
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet humanize==4.15.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import humanize

humanize.i18n.activate("zh_CN")
seen = [*(humanize.intword(number) for number in (50_000, 230_000_000, 1_200_000_000)), humanize.ordinal(3)]
print("humanize", version("humanize"))
print(*seen, sep=", ")
assert seen == ["50.0 千", "230.0 百万", "1.2 十亿", "3第"]
PYTHON
