#!/usr/bin/env bash
# pypinyin 0.55.0: rare names of places come out right, and 单县, 长垣, 长岛, 六合 and 燕郊 do not.
#
# The dictionary of phrases has 蔚县, 犍为, 铅山 and 六安 with the reading of the place, which gives trust in the rest. A name that is not
# in it is read by its characters, and an everyday character takes its everyday reading: 单 as dān (the county is Shàn), 长 as zhǎng
# (Cháng), 六 as liù (the district of 南京 is Lù), 燕 as yàn (Yān). A list of offices in the order of the alphabet puts them
# under the wrong letters, and nothing shows it.
# Seen: yù-xiàn qián-wéi yán-shān lù-ān, then dān-xiàn zhǎng-yuán zhǎng-dǎo liù-hé yàn-jiāo
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypinyin==0.55.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from pypinyin import Style, lazy_pinyin


def read(places):
    return ["-".join(lazy_pinyin(place, style=Style.TONE)) for place in places.split()]


known, unknown = read("蔚县 犍为 铅山 六安"), read("单县 长垣 长岛 六合 燕郊")
print("pypinyin", version("pypinyin"))
print(*known)
print(*unknown)
assert known == ["yù-xiàn", "qián-wéi", "yán-shān", "lù-ān"]
assert unknown == ["dān-xiàn", "zhǎng-yuán", "zhǎng-dǎo", "liù-hé", "yàn-jiāo"]
PYTHON
