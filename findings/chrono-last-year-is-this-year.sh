#!/usr/bin/env bash
# chrono-node 2.10.3: 去年3月, March of last year, is found as 年3月, March of this year; so are 前年3月 and 次年3月31日.
#
# Its Chinese parsers know 2024年3月 and 二〇二四年三月, and words for days (昨天, 三天前, 上周五). Of 去年 and its kin they know none; but the
# part of the pattern that is the year may be missing, and its 年 may stay. So the word that tells the year is cut off, and the
# month is completed with the year of the day on which one asks, as a date without a year is. A half of the word in `text` and a
# year that is not certain are the only signs; one would expect nothing, as for 去年 alone.
# Seen: asked in August 2024, 去年3月, 前年3月 and 明年3月 are 2024-03, and 次年3月31日 2024-03-31; 2023年3月 is 2023-03
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit chrono-node@2.10.3 > /dev/null
cat > years.mjs <<'NODE'
import { zh } from "chrono-node";

const asked = new Date(2024, 7, 15, 12);
for (const words of ["去年3月", "前年3月", "明年3月", "次年3月31日", "2023年3月", "去年"]) {
  const found = zh.hans.parse(words, asked).map(({ text, start }) => {
    const day = start.isCertain("day") ? `-${start.get("day")}` : "";
    return `${text} ${start.get("year")}-${start.get("month")}${day} ${start.isCertain("year")}`;
  });
  console.log(`${words}: ${found}`);
}
NODE
npm ls --depth 0
node years.mjs > seen
cat seen
wrong=$'去年3月: 年3月 2024-3 false\n前年3月: 年3月 2024-3 false\n明年3月: 年3月 2024-3 false\n次年3月31日: 年3月31日 2024-3-31 false'
[ "$(head -n 4 seen)" = "$wrong" ]
[ "$(tail -n 2 seen)" = $'2023年3月: 2023年3月 2023-3 true\n去年: ' ]
