#!/usr/bin/env bash
# cpca 0.5.5: 老城区改造, the renewal of an old town, is 洛阳's district 老城区, and a name that several cities have is one of theirs.
#
# The library finds province, city and district in Chinese text. Some districts are called what every town has: 新城区 (西安), 城区
# (汕尾), and a name is looked up anywhere, so 中心城区 names 汕尾. Of the two 朝阳区 it takes 长春's, of the two 宝山区 not Shanghai's, with
# a code and no mark of doubt; umap, the documented way, chooses another one name by name. One would expect no city at all.
# Seen: 洛阳市老城区 西安市新城区 汕尾市城区 长春市朝阳区 双鸭山市宝山区
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cpca==0.5.5 pandas==3.1.1
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import cpca

told = ["推进老城区改造", "加快新城区建设", "中心城区治理", "朝阳区司法局", "宝山区司法局"]
table = cpca.transform(told)
seen = [f"{city}{district}" for city, district in zip(table["市"], table["区"])]
print("cpca", version("cpca"))
print(*map("{} = {}".format, told, seen), sep="\n")
assert seen == ["洛阳市老城区", "西安市新城区", "汕尾市城区", "长春市朝阳区", "双鸭山市宝山区"]
PYTHON
