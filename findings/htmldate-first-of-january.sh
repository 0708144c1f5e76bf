#!/usr/bin/env bash
# htmldate 1.11.0, trafilatura 2.3.1: a report on 2023, dated 发布日期：2024年4月10日, was published on January 1, 2023, they say.
#
# The pattern for dates in figures wants - . or / between them, so 2024-04-10 is found at the same place; 年, 月 and 日 are not known.
# What follows is a search for any year on the page, which finds the report's, and its first day is the answer, before the year that is
# reported on had begun. One would expect None, as extensive_search=False says. trafilatura has the date in its metadata. Who asks
# whether reports came out by the day set for them reads that all did.
# Seen: 2023-01-01, the same with original_date and from trafilatura, None without the search; 2024-04-10 four times where it is written so
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet htmldate==1.11.0 trafilatura==2.3.1 lxml_html_clean==0.4.5
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from htmldate import find_date
from trafilatura import extract_metadata

TITLE = "青岚县人民政府2023年度法治政府建设情况报告"
BODY = "2023年，青岚县人民政府推进法治政府建设，全年办结行政复议案件57件。现将有关情况报告如下。"


def dates(written: str) -> list[str | None]:
    """When the page was published: by default, the first time, without a guess, as metadata."""
    page = (
        f'<html lang="zh-CN"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>'
        f"<p>发布日期：{written}</p><p>{BODY}</p></body></html>"
    )
    asked = ({}, {"original_date": True}, {"extensive_search": False})
    return [*(find_date(page, **options) for options in asked), extract_metadata(page).date]


print("htmldate", version("htmldate"), "trafilatura", version("trafilatura"))
for written in ("2024年4月10日", "2024-04-10"):
    print(written, *dates(written))
assert dates("2024年4月10日") == ["2023-01-01", "2023-01-01", None, "2023-01-01"]
assert dates("2024-04-10") == ["2024-04-10"] * 4
PYTHON
