"""表格里的合计，不等于各项之和。

表头或者行首写着“合计”“总计”“小计”的，核对它是不是其他各列、各行的和。多数合得上的表格才核对；写着“其中”的、各列单位不同的，合不上也不提。
比率、增减、序号各列不算在内；空着的格不当作0；带小数的，末位相差不多的是四舍五入。改一格就全部合得上的，指出这一格和应有的数。
"""

from collections.abc import Iterator

from reportlint.facts.tables.imbalances import finding_of
from reportlint.facts.tables.totals import wrong_totals
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "表格合计不对"
SEVERITY = Severity.ERROR
_HEAD = "一、主要举措和成效\n（一）规范执法。全年办理行政处罚案件的情况见下表。\n"


def _table(*rows: str) -> str:
    return f"{_HEAD}{chr(10).join(row.replace(' ', chr(9)) for row in rows)}\n"


BAD = [
    _table("单位 一般程序 简易程序 合计", "城管局 36 120 156", "水利局 12 8 ⟦21⟧", "合计 48 128 176"),
    _table("类别 受理 办结", "行政复议 36 30", "行政调解 120 118", "合计 156 ⟦149⟧"),
    _table("类别 受理 办结", "合计 156 ⟦138⟧", "行政复议 36 30", "行政调解 120 118"),
    _table("单位 合计 一般程序 简易程序", "城管局 156 36 120", "水利局 ⟦22⟧ 12 8", "交通局 30 10 20"),
    _table("单位 一般程序 简易程序 合计", "城管局 36 ⟦121⟧ 156", "水利局 12 8 20", "合计 48 128 176"),
    _table(
        "单位 件数 人数", "城管局 36 40", "水利局 12 15", "小计 48 55", "交通局 10 11", "环保局 5 6", "小计 15 ⟦18⟧"
    ),
]
GOOD = [
    _table("单位 一般程序 简易程序 合计", "城管局 36 120 156", "水利局 12 8 20", "合计 48 128 176"),
    _table("类别 受理 办结 办结率 合计", "行政复议 36 30 83 149", "行政调解 120 118 98 336"),
    _table("单位 案件 其中简易程序 合计", "城管局 156 120 156", "水利局 20 8 20"),
    _table("单位 金额 罚款 合计", "城管局 1.23 2.34 3.56", "水利局 1.11 2.22 3.33"),
    _table("年份 受理 办结 结案", "2022年 36 30 30", "2023年 120 118 118"),
    _table("序号 单位 一般程序 简易程序 总计", "1 城管局 36 120 156", "2 水利局 12 8 20"),
    _table("单位 一般程序 简易程序 合计", "城管局 36  36", "水利局 12 8 20"),
]


def check(report: Report) -> Iterator[Finding]:
    yield from map(finding_of, wrong_totals(report))
