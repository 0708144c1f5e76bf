#!/usr/bin/env bash
# jionlp 1.5.31: five working days, asked on the Friday before a National Day, are over in the midst of the holiday.
#
# parse_time knows 工作日 and moves on over weekends, but knows no public holidays, and no weekend that is worked in exchange, though
# it is made for Chinese; the answer calls itself accurate. The State Council's notice for 2024 gives off October 1 to 7 and has
# September 29 worked, so a term set on September 27 is over on October 10, six days later.
# Seen: 2024-10-04, accurate; by chinesecalendar 1.11.0, 2024-10-10
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jionlp==1.5.31 chinesecalendar==1.11.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date, timedelta
from importlib.metadata import version

import chinese_calendar
import jionlp

asked = date(2024, 9, 27)
answer = jionlp.parse_time("5个工作日内", time_base={"year": asked.year, "month": asked.month, "day": asked.day})
last = answer["time"][1].split()[0]
days = (asked + timedelta(later) for later in range(1, 31))
right = [day for day in days if chinese_calendar.is_workday(day)][4]
print("jionlp", version("jionlp"), last, answer["definition"])
print("chinesecalendar", version("chinesecalendar"), right)
assert last == "2024-10-04" and answer["definition"] == "accurate"
assert right == date(2024, 10, 10) and chinese_calendar.is_holiday(date(2024, 10, 4))
PYTHON
