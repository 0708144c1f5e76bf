#!/usr/bin/env bash
# XlsxWriter 3.3.1: autofit() makes columns of Chinese text half as wide as they must be.
#
# It adds up the pixels of each character from a table of Latin letters, and takes 8 for any other. A Chinese character of the same
# size is as wide as two digits, some 15: eleven characters get a column of 13.6, in which six of them are seen. Latin letters come
# out right. Widths have to be counted by hand (wide characters twice).
# Seen: eleven characters of Chinese 13.57, eleven capital letters 12.86
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet xlsxwriter==3.3.1 openpyxl==3.1.5
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import openpyxl
import xlsxwriter

file = io.BytesIO()
book = xlsxwriter.Workbook(file, {"in_memory": True})
sheet = book.add_worksheet()
sheet.write(0, 0, "行政处罚决定书送达回证")
sheet.write(0, 1, "ABCDEFGHIJK")
sheet.autofit()
book.close()
file.seek(0)
columns = openpyxl.load_workbook(file).active.column_dimensions
chinese, latin = columns["A"].width, columns["B"].width
print("XlsxWriter", version("xlsxwriter"))
print(f"Chinese {chinese:.2f}, Latin {latin:.2f}")
assert chinese < 2 * 11 and chinese < latin * 1.1
PYTHON
