#!/usr/bin/env bash
# zhlint 0.8.2, @lint-md/cli 2.2.4: their fix turns the number 1. of a heading into 1。
#
# GB/T 9704 numbers the levels of an official paper 一、 （一） 1. （1）, the third with a point, and no blank follows it. Both proofreaders
# take the point for a full stop of the wrong width and write 1。完善制度, at the head of a line as within one. Markdown would have
# a blank there (1. 完善), which they leave alone, but an official text has none.
# Seen: from both, 1。完善制度 and 继续：1。完善制度；2。加强培训。
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit zhlint@0.8.2 @lint-md/cli@2.2.4 > /dev/null
printf '1.完善制度\n\n继续：1.完善制度；2.加强培训。\n' | tee zhlint.md > lint-md.md
npx zhlint zhlint.md --fix > /dev/null 2>&1 || true
npx lint-md --fix lint-md.md > /dev/null 2>&1 || true
wrong=$'1。完善制度\n\n继续：1。完善制度；2。加强培训。'
npm ls --depth 0
for peer in zhlint lint-md; do
  echo "$peer"
  cat "$peer.md"
  [ "$(cat "$peer.md")" = "$wrong" ]
done
