#!/usr/bin/env bash
# dateparser 1.5.0: of the ways in which Chinese reports date a thing, it knows one, and completes another with today's day.
#
# 2024年12月31日 is read. 2024年6月 becomes that month's day of today's number (documented, PREFER_DAY_OF_MONTH), a day nobody wrote.
# A date without its year (3月12日), one in Chinese numerals (二〇二四年三月十二日), the end of a month (2024年3月底) and 去年3月 are
# all None, with languages=["zh"] given: no error tells them from what is no date.
# Seen: 2024-12-31, 2024-06-20 (asked on a 20th), None four times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dateparser==1.5.0
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
from datetime import datetime
from importlib.metadata import version

import dateparser

warnings.simplefilter("ignore")
told = ("2024年12月31日", "2024年6月", "3月12日", "二〇二四年三月十二日", "2024年3月底", "去年3月")
asked = {"RELATIVE_BASE": datetime(2026, 5, 20)}
seen = [dateparser.parse(words, languages=["zh"], settings=asked) for words in told]
print("dateparser", version("dateparser"))
print([day and f"{day:%Y-%m-%d}" for day in seen])
assert seen == [datetime(2024, 12, 31), datetime(2024, 6, 20), None, None, None, None]
PYTHON
