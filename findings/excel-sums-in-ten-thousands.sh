#!/usr/bin/env bash
# exceljs 4.4.0, xlsx 0.18.5: a sum shown as 123.5万元 is 1234.6万元 once the one has saved the file, and 12.35万元 in the other's CSV.
#
# A comma in a format divides by a thousand, nothing divides by ten thousand; so the usual format for 万元 is 0\.0,"万元", whose point is
# a mere sign (the backslash) before the last of the digits that are left. exceljs takes the backslash off when it reads, and writes
# 0.0,"万元", with a decimal point: the value is as it was, and who opens the file reads ten times as much, with 0\.0000"万元" ten
# thousand times. SheetJS takes digits behind the sign for decimals, and the language in [DBNum2][$-804], 大写, for a dollar.
# Seen: 123.5万元 123.4567万元 before, 1234.6万元 1234567.0000万元 saved; from SheetJS 12.35万元 and $1234567元整
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit exceljs@4.4.0 xlsx@0.18.5 numfmt@4.0.1 > /dev/null
cat > sums.mjs <<'NODE'
import ExcelJS from "exceljs";
import { format } from "numfmt";
import SheetJS from "xlsx";

const SUM = 1234567;
const formats = ['0\\.0,"万元"', '0\\.0000"万元"', '[DBNum2][$-804]General"元整"'];
const book = new ExcelJS.Workbook();
const row = book.addWorksheet("罚没").getRow(1);
formats.forEach((each, at) => Object.assign(row.getCell(at + 1), { value: SUM, numFmt: each }));
const file = await book.xlsx.writeBuffer();
const saved = new ExcelJS.Workbook();
await saved.xlsx.load(file);
const kept = (buffer) => {
  const sheet = SheetJS.read(buffer, { cellNF: true }).Sheets["罚没"];
  return ["A1", "B1"].map((cell) => format(sheet[cell].z, sheet[cell].v));
};
console.log("written:", ...kept(file));
console.log("saved again:", ...kept(await saved.xlsx.writeBuffer()));
console.log("SheetJS:", SheetJS.utils.sheet_to_csv(SheetJS.read(file).Sheets["罚没"]).trim());
NODE
npm ls --depth 0
node sums.mjs > seen
cat seen
[ "$(sed -n 1p seen)" = "written: 123.5万元 123.4567万元" ]
[ "$(sed -n 2p seen)" = "saved again: 1234.6万元 1234567.0000万元" ]
[ "$(sed -n 3p seen)" = 'SheetJS: 12.35万元,123.4567万元,$1234567元整' ]
