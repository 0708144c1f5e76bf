"""不是法定的计量单位，或者单位符号写法不对。

公文使用法定计量单位：公分应写作厘米，平米应写作平方米，KG应写作kg。单位列在同名的 yaml 里；与法定单位大小相同的可以直接改写，大小不同的要换算。
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
BASIS = "《中华人民共和国计量法》第三条；GB 3100—1993《国际单位制及其应用》"
BAD = [
    "一、主要举措和成效\n拆除违法建筑500⟦平米⟧。",
    "一、主要举措和成效\n标志牌高80⟦公分⟧。",
    "一、主要举措和成效\n新建护栏120⟦公尺⟧，查扣汽油36⟦公升⟧。",
    "一、主要举措和成效\n查获走私冻品36.5⟦KG⟧。",
    "一、主要举措和成效\n巡查河道十余⟦华里⟧。",
    "一、主要举措和成效\n改造办案场所1.2万⟦m2⟧，配备26⟦英寸⟧屏幕。",
]
GOOD = [
    "一、主要举措和成效\n拆除违法建筑500平方米。",
    "一、主要举措和成效\n没收农药36公斤、种子20吨，巡查河道12公里。",
    "一、主要举措和成效\n公分组讨论36次，清理耕地320亩。",
    "一、主要举措和成效\n处理36件，平米价格公示12次。",
    "一、主要举措和成效\n查获走私冻品36.5kg，场地1200㎡。",
    "一、主要举措和成效\n车辆限速80km/h，设置标志36处。",
]


def check(report: Report) -> Iterator[Finding]:
    rows, pattern = _compiled()
    for line in written(report):
        for match in pattern.finditer(report.text, *line):
            row = rows[match["unit"]]
            message = f"“{match['unit']}”不是规范的计量单位：{row['why']}"
            advice = "" if row.get("equal") else f"请换算成{row['right']}。"
            quoted = unquoted(report)[match.start("unit")] == FILL  # a slogan is the words of others
            right = row["right"] if row.get("equal") and not quoted else None
            yield Finding(Span(*match.span("unit")), message, advice, replacement=right)


@lru_cache(maxsize=1)
def _compiled() -> tuple[dict[str, Row], re.Pattern[str]]:
    columns = {"wrong": "word", "right": "word", "why": "word", "equal": "flag?", "hit": "word", "miss": "word?"}
    table = load_table(__file__, "nonstandard_unit", **columns)
    rows = {row["wrong"]: row for row in table}
    units = "|".join(map(re.escape, sorted(rows, key=len, reverse=True)))
    return rows, patterns.compile(
        rf"(?<=[\d一二三四五六七八九十百千万亿余多几半两]) ?(?P<unit>{units})(?![A-Za-z\d/²])"
    )
