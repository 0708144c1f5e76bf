#!/usr/bin/env bash
# jionlp 1.5.31: 2024年3月至5月 is March, and 2024年1—6月 the whole year, both called accurate; spans of days and of years are right.
#
# parse_time reads spans with 至 and with the dash of GB/T 15835, and 3月5日—8日 and 2021—2025年 come out as written. A span of months
# that names its year once, which is how reports write one, does not: the end is passed over, or both months are, and neither an
# error nor the field `definition` tells it from a span that was read. With the year written twice it is March to May.
# Seen: 2024-03-01 to 03-31, 2024-01-01 to 12-31; with two years 2024-03-01 to 05-31
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jionlp==1.5.31
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import jionlp

SEEN = {
    "2024年3月至5月": ("2024-03-01", "2024-03-31"),
    "2024年3月—5月": ("2024-03-01", "2024-03-31"),
    "2024年1—6月": ("2024-01-01", "2024-12-31"),
    "2024年3月—2024年5月": ("2024-03-01", "2024-05-31"),
    "2024年3月5日—8日": ("2024-03-05", "2024-03-08"),
    "2021—2025年": ("2021-01-01", "2025-12-31"),
}
print("jionlp", version("jionlp"))
for words, days in SEEN.items():
    answer = jionlp.parse_time(words, time_base={"year": 2025, "month": 3, "day": 1})
    first, last = (moment.split()[0] for moment in answer["time"])
    print(words, first, last, answer["definition"])
    assert (first, last) == days and answer["definition"] == "accurate"
PYTHON
