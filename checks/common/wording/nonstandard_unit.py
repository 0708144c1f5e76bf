"""不是法定的计量单位，或者单位符号写法不对。

公文使用法定计量单位：公分应写作厘米，平米、立方应写作平方米、立方米，KG应写作kg。只看数字后面的。单位列在同名的 yaml 里；与法定单位大小相同的可以
直接改写，大小不同的要换算。亩是国家允许使用的，不提。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.language.tables import Row, load_table
from reportlint.report import Report

TITLE = "计量单位不规范"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BASIS = "《中华人民共和国计量法》第三条；GB 3100—1993《国际单位制及其应用》"
BAD = [
    "一、主要举措和成效\n拆除违法建筑500⟦平米⟧。",
    "一、主要举措和成效\n标志牌高80⟦公分⟧。",
    "一、主要举措和成效\n新建护栏120⟦公尺⟧，查扣汽油36⟦公升⟧。",
    "一、主要举措和成效\n查获走私冻品36.5⟦KG⟧。",
    "一、主要举措和成效\n巡查河道十余⟦华里⟧。",
    "一、主要举措和成效\n清理淤泥800⟦立方⟧，拆除违建90⟦平⟧，涉及8户。",
    "一、主要举措和成效\n查扣沙石40⟦方⟧，挖除堆土两千多⟦立方⟧，新增场地120⟦个平方⟧。",
    "一、主要举措和成效\n整修道路3.5⟦KM⟧，检修110⟦KV⟧线路36次，销毁种子500⟦斤⟧。",
    "一、主要举措和成效\n改造办案场所1.2万⟦m2⟧，配备26⟦英寸⟧屏幕。",
]
GOOD = [
    "一、主要举措和成效\n拆除违法建筑500平方米。",
    "一、主要举措和成效\n没收农药36公斤、种子20吨，巡查河道12公里。",
    "一、主要举措和成效\n公分组讨论36次，清理耕地320亩。",
    "一、主要举措和成效\n处理36件，平米价格公示12次。",
    "一、主要举措和成效\n清运垃圾30立方米，建成场地12平方公里，协议由3方签订，双方各执1份。",
    "一、主要举措和成效\n水平尺36把，立方体展板12块，建成12里程碑，一方有难，八方支援。",
    "一、主要举措和成效\n查获走私冻品36.5kg，场地1200㎡。",
    "一、主要举措和成效\n车辆限速80km/h，设置标志36处。",
]


_NUMBER = r"\d一二三四五六七八九十百千万亿余多几半两"
_MANY = patterns.compile(r"(?:\d\d|[百千万余多])\Z")
_END = patterns.compile(r"[，。；、：）,;)\s]|\Z")
_COLUMNS = {
    "wrong": "word",
    "right": "word",
    "why": "word",
    "equal": "flag?",
    "end": "flag?",
    "hit": "word",
    "miss": "word?",
}


def check(report: Report) -> Iterator[Finding]:
    rows, pattern = _compiled()
    for line in written(report):
        for match in pattern.finditer(report.text, *line):
            row = rows[match["unit"]]
            if row.get("end") and not (
                _MANY.search(report.text[match.start() - 2 : match.start()]) and _END.match(report.text, match.end())
            ):
                continue
            message = f"“{match['unit']}”不是规范的计量单位：{row['why']}"
            advice = "" if row.get("equal") else f"请换算成{row['right']}。"
            quoted = unquoted(report)[match.start("unit")] == FILL  # a slogan is the words of others
            right = row["right"] if row.get("equal") and not quoted else None
            yield Finding(Span(*match.span("marked")), message, advice, replacement=right)


@lru_cache(maxsize=1)
def _compiled() -> tuple[dict[str, Row], re.Pattern[str]]:
    rows = {row["wrong"]: row for row in load_table(__file__, "nonstandard_unit", **_COLUMNS)}
    units = "|".join(map(re.escape, sorted(rows, key=len, reverse=True)))
    return rows, patterns.compile(
        rf"(?<=[{_NUMBER}]) ?(?P<marked>个?(?P<unit>{units}))(?![A-Za-z\d²米厘分毫千公体英根])"
    )
