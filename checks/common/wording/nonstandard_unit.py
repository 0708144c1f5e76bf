"""不是法定的计量单位，或者单位符号写法不对。

公文使用法定计量单位：公分应写作厘米，平米、立方应写作平方米、立方米，KG应写作kg。只看数字后面的。单位列在同名的 yaml 里，符号列在
unit_symbols.yaml 里；与法定单位大小相同的可以直接改写，大小不同的要换算。亩是国家允许使用的，不提。
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
    "一、主要举措和成效\n退还耕地35⟦公亩⟧，查扣柴油2600⟦立升⟧，巡航480⟦海浬⟧，节电36万⟦度⟧。",
    "一、主要举措和成效\n夜间噪声降到56⟦db⟧，余氯达到0.05⟦PPM⟧，气压36⟦Kpa⟧，绿地120⟦平方英尺⟧。",
    "一、主要举措和成效\n改造办案场所1.2万⟦m2⟧，配备26⟦英寸⟧屏幕。",
]
GOOD = [
    "一、主要举措和成效\n拆除违法建筑500平方米。",
    "一、主要举措和成效\n没收农药36公斤、种子20吨，巡查河道12公里。",
    "一、主要举措和成效\n公分组讨论36次，清理耕地320亩。",
    "一、主要举措和成效\n处理36件，平米价格公示12次。",
    "一、主要举措和成效\n清运垃圾30立方米，建成场地12平方公里，协议由3方签订，双方各执1份；立石刻23方。",
    "一、主要举措和成效\n水平尺36把，立方体展板12块，建成12里程碑，一方有难，八方支援。",
    "一、主要举措和成效\n查获走私冻品36.5kg，场地1200㎡。",
    "一、主要举措和成效\n气温降到36度，配备4K终端、5G基站36座，电压220V，负压36Pa。",
    "一、主要举措和成效\n车辆限速80km/h，设置标志36处。",
    "一、主要举措和成效\n晴空万里，驱车数千里，以四两拨千斤之力开足一半马力，打到20平。",
]


_NUMBER = r"\d一二三四五六七八九十百千万亿余多几半两"
_MANY = patterns.compile(r"(?:\d\.?\d|[百千万余多])\Z")
_SOME = patterns.compile(r"(?:\d|[百千万余多])\Z")
_ROUND = patterns.compile(r"(?<![\d一二两三四五六七八九十])[百千万]+\Z")
"""晴空万里, 数千里: no count, but a way of saying far."""
_END = patterns.compile(r"[，。；、：）,;)\s]|\Z")
_CLAUSE = patterns.compile(r"[，。；：\n]")
_REACH = 16
"""Characters in front in which it may be said what is measured: 节电36万度."""
_POWERS = ("平方", "立方")
_SYMBOL = patterns.compile(
    rf"(?<=[{_NUMBER}]) ?(?P<symbol>[A-Za-z]{{1,4}}(?:[·•.][A-Za-z]{{1,2}})?(?:\^?[23²³])?)(?![A-Za-z\d²³·])"
)
_COLUMNS = {
    "wrong": "word",
    "right": "word",
    "why": "word",
    "equal": "flag?",
    "end": "flag?",
    "many": "flag?",
    "set": "flag?",
    "of": "words?",
    "said": "words?",
    "unless": "words?",
    "not": "words?",
    "hit": "word",
    "miss": "word?",
}
_SYMBOLS = {"symbols": "words", "name": "word", "instead": "word?", "hit": "word", "miss": "word?"}


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        yield from _named(report, line)
        yield from _written_as_symbols(report, line)


def _named(report: Report, line: Span) -> Iterator[Finding]:
    """The units called by names that are not, or are no longer, theirs."""
    rows = {row["wrong"]: row for row in load_table(__file__, "nonstandard_unit", **_COLUMNS)}
    for match in _names().finditer(report.text, *line):
        row, power = rows[match["unit"]], match["power"] or ""
        before, behind = report.text[line.start : match.start()], report.text[match.end() : line.end]
        if not _measures(row, before, behind):
            continue
        message = f"“{power}{match['unit']}”不是规范的计量单位：{row['why']}"
        advice = "" if row.get("equal") else f"请换算成{power}{row['right']}。"
        quoted = unquoted(report)[match.start("unit")] == FILL  # a slogan is the words of others
        right = power + row["right"] if row.get("equal") and not quoted else None
        yield Finding(Span(*match.span("marked")), message, advice, replacement=right)


def _measures(row: Row, before: str, behind: str) -> bool:
    """Is it this unit, by what stands beside it, or part of another word?"""
    followed = behind.startswith(tuple(row.get("of", ())))
    said = _CLAUSE.split(before[-_REACH:])[-1]
    if behind.startswith(tuple(row.get("not", ()))) or any(word in said for word in row.get("unless", ())):
        return False
    if row.get("set") and _ROUND.search(before[-4:]):
        return False
    if "said" in row and not _SOME.search(before[-3:]):
        return False
    if "said" in row and not followed and not any(word in said for word in row["said"]):
        return False
    if row.get("end") and not (followed or _END.match(behind)):
        return False
    return not row.get("end") or (_MANY if row.get("many") else _SOME).search(before[-3:]) is not None


def _written_as_symbols(report: Report, line: Span) -> Iterator[Finding]:
    """The symbols written with other letters, or without the raised figure, than they have; and those of no legal unit."""
    for match in _SYMBOL.finditer(report.text, *line):
        shown, row = match["symbol"], _symbols().get(_folded(match["symbol"]))
        if row and "instead" in row:
            message = f"“{shown}”（{row['name']}）不是法定的计量单位。"
            yield Finding(Span(*match.span("symbol")), message, f"请换算成{row['instead']}。")
        elif row and shown not in row["symbols"]:
            right = row["symbols"][0]
            message = f"“{shown}”不是规范的计量单位：{row['name']}的符号是{right}。"
            yield Finding(Span(*match.span("symbol")), message, replacement=right)


@lru_cache(maxsize=1)
def _symbols() -> dict[str, Row]:
    """The table's rows by their symbols, folded."""
    rows = load_table(__file__, "unit_symbols", **_SYMBOLS)
    return {_folded(symbol): row for row in rows for symbol in row["symbols"]}


def _folded(symbol: str) -> str:
    """A symbol without case, dots and raised figures: one that differs from a right one only in these is meant for it."""
    return symbol.casefold().translate(_FOLDED)


_FOLDED = str.maketrans({"²": "2", "³": "3", "^": None, "·": None, "•": None, ".": None})


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """A number's unit by a name of the table, with a power before it."""
    names = (row["wrong"] for row in load_table(__file__, "nonstandard_unit", **_COLUMNS))
    units = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return patterns.compile(
        rf"(?<=[{_NUMBER}]) ?(?P<marked>个?(?P<power>{'|'.join(_POWERS)})?(?P<unit>{units}))(?![A-Za-z\d²米厘分毫千公体英根])"
    )
