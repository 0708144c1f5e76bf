#!/usr/bin/env bash
# xlsx 0.18.5, exceljs 4.4.0: in China's time zone SheetJS reads December 31 as December 30, 23:59:17, and on UTC as it is.
#
# Excel counts days from the end of 1899, and the library, for cellDates, from that midnight in local time. Until 1901 the zone
# Asia/Shanghai had the sun's time, 8:05:43 ahead of UTC; the offset is asked for in minutes, so 43 seconds are missing in each date since,
# and getDate() is a day early, in a month's first day the month too. A server on UTC, where tests are run, and Berlin show nothing (other zones with odd seconds do); the
# text of the same cell is right. Known to the project; 0.18.5 is the last on npm. exceljs gives UTC's midnight.
# Seen: read 2024-12-30 23:59:17 and written 45657.0005 with TZ=Asia/Shanghai, 2024-12-31 00:00:00 and 45657 in UTC and Berlin
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit xlsx@0.18.5 exceljs@4.4.0 > /dev/null
cat > days.mjs <<'NODE'
import ExcelJS from "exceljs";
import SheetJS from "xlsx";

const DAY = 45657; // 2024-12-31
const book = new ExcelJS.Workbook();
Object.assign(book.addWorksheet("台账").getCell("A1"), { value: DAY, numFmt: "yyyy-mm-dd" });
const file = await book.xlsx.writeBuffer();
const cell = SheetJS.read(file, { cellDates: true }).Sheets["台账"].A1;
const again = new ExcelJS.Workbook();
await again.xlsx.load(file);
const written = SheetJS.utils.aoa_to_sheet([[new Date(2024, 11, 31)]]).A1.v;
console.log(
  cell.v.toLocaleString("sv-SE"), "shown", cell.w, "written", written.toFixed(4),
  "exceljs", again.getWorksheet("台账").getCell("A1").value.toISOString(),
);
NODE
npm ls --depth 0
for zone in Asia/Shanghai UTC Europe/Berlin; do
  TZ=$zone node days.mjs > seen
  echo "$zone: $(cat seen)"
  cat seen >> all
done
right="2024-12-31 00:00:00 shown 2024-12-31 written 45657.0000 exceljs 2024-12-31T00:00:00.000Z"
[ "$(sed -n 1p all)" = "2024-12-30 23:59:17 shown 2024-12-31 written 45657.0005 exceljs 2024-12-31T00:00:00.000Z" ]
[ "$(sed -n 2p all)" = "$right" ]
[ "$(sed -n 3p all)" = "$right" ]
