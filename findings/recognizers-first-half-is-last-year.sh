#!/usr/bin/env bash
# recognizers-text-date-time 1.0.2a2: 上半年, the first half of this year, is the whole of last year, 下半年 the whole of the next.
#
# Both are found with all their words, 今年上半年 too, and have the values of 去年 and 明年, as if 半 were not there. 第三季度 by itself
# is the quarter; behind a year (2024年一季度) the quarter is dropped, and the year is found over its own words only, which is
# the one sign of it. Spans end on the day behind the last, and that of 2021—2025年 is the first of 2025, so that the fifth
# year is not in it.
# Seen: asked in August 2024, 上半年 is 2023-01-01 to 2024-01-01, 下半年 2025-01-01 to 2026-01-01, 2021—2025年 to 2025-01-01
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet recognizers-text-date-time==1.0.2a2 recognizers-text-number==1.0.2a2 \
  recognizers-text-number-with-unit==1.0.2a2 recognizers-text==1.0.2a2 emoji==1.7.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version

from recognizers_date_time import Culture, recognize_datetime

SEEN = {
    "上半年": ("上半年", "2023-01-01", "2024-01-01"),
    "今年上半年": ("今年上半年", "2023-01-01", "2024-01-01"),
    "下半年": ("下半年", "2025-01-01", "2026-01-01"),
    "去年": ("去年", "2023-01-01", "2024-01-01"),
    "2024年一季度": ("2024年", "2024-01-01", "2025-01-01"),
    "第三季度": ("第三季度", "2024-07-01", "2024-10-01"),
    "2021—2025年": ("2021—2025年", "2021-01-01", "2025-01-01"),
}
print("recognizers-text-date-time", version("recognizers-text-date-time"))
for words, expected in SEEN.items():
    (found,) = recognize_datetime(words, Culture.Chinese, reference=datetime(2024, 8, 15))
    (value,) = found.resolution["values"]
    seen = found.text, value["start"], value["end"]
    print(words, *seen)
    assert seen == expected
PYTHON
