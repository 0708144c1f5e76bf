#!/usr/bin/env bash
# openpyxl 3.1.5, pandas 3.1.1, python-calamine 0.9.1: a day in a Chinese format of Excel is the number 45657 for the first two.
#
# Formats 27 to 36 and 50 to 58 are built in, but what they are depends on the language (ECMA-376, 18.8.30): in Chinese, 31 is
# yyyy"年"m"月"d"日" and 57 yyyy"年"m"月". A file gives the number alone. openpyxl knows the English ones (14) and takes the others for
# General; pandas, which reads by it, has a column of numbers. calamine answers with days, and pandas announces that it will be its
# default: the same column then changes its type.
# Seen: formats 31, 57, 14 are 45657, 45657 and a day for openpyxl and pandas, three days for calamine
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 pandas==3.1.1 python-calamine==0.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import io
import warnings
import zipfile
from datetime import date, datetime
from importlib.metadata import version

import openpyxl
import pandas
from python_calamine import CalamineWorkbook

warnings.simplefilter("ignore")
book = openpyxl.Workbook()
for column, stand_in in enumerate(("0", "0.00", "mm-dd-yy"), 1):
    book.active.cell(1, column, 45657).number_format = stand_in
written, file = io.BytesIO(), io.BytesIO()
book.save(written)
with zipfile.ZipFile(written) as before, zipfile.ZipFile(file, "w") as after:
    for name in before.namelist():
        part = before.read(name)
        if name == "xl/styles.xml":
            part = part.replace(b'numFmtId="1"', b'numFmtId="31"').replace(b'numFmtId="2"', b'numFmtId="57"')
        after.writestr(name, part)
seen = {
    "openpyxl": [cell.value for cell in openpyxl.load_workbook(file).active[1]],
    "pandas": pandas.read_excel(file, header=None).values.tolist()[0],
    "python-calamine": CalamineWorkbook.from_object(io.BytesIO(file.getvalue())).get_sheet_by_index(0).to_python()[0],
}
for name, row in seen.items():
    print(name, version(name), *row)
assert seen["openpyxl"] == seen["pandas"] == [45657, 45657, datetime(2024, 12, 31)]
assert seen["python-calamine"] == [date(2024, 12, 31)] * 3
PYTHON
