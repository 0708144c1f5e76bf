"""正文里的数，表格里没有。

正文说收到申请66件，表里却是68件，读者不知道信哪个。与三张表对照的是：收到、办理、办结、上年结转、结转下年度的申请，各种办理结果，各类申请人的
申请，政府信息公开行政复议、行政诉讼和它们的结果，规章、行政规范性文件的制发、废止和现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，
行政事业性收费的金额。说“没有收到申请”“未发生行政复议”的，与表里的数对照。

“收到”可以只算本年新收，也可以把上年结转算在内；“新收”只算本年新收。写成“12.8万件”的，对到写出的那一位；写“约”“近”的不对照。只说一部分的
（网上、信函、某一月、某个领域、某个部门），说别的年份的，不作对照：句子里有一个词看不出是不是指全年、全部的，就不对照。
"""

from collections.abc import Iterator

from reportlint.facts.tables.sheets import Cell
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

from .._sample import draft
from .._told import ToldFigure, told

TITLE = "正文与表格对不上"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
_TOTAL = "总计"
_TEXT = "青岚县司法局公开信息120条。"


def _saying(words: str) -> str:
    return draft({_TEXT: f"{_TEXT}{words}"})


BAD = [
    _saying("全年共收到政府信息公开申请⟦13⟧件。"),
    _saying("接到⟦10⟧件政府信息公开申请，均按时答复。"),
    _saying("受理依申请公开12件，含上年度结转⟦2⟧件。"),
    _saying("收到信息公开申请11件，已办结⟦12⟧件，结转下年度1件。"),
    _saying("办结政府信息公开申请11件，予以公开⟦8⟧件，部分公开1件。"),
    _saying("结转至下年度继续办理⟦2⟧件。"),
    _saying("因政府信息公开引发行政复议⟦4⟧件、行政诉讼1件。"),
    _saying("不予公开⟦2⟧件，无法提供2件。"),
    draft({_TEXT: "公开信息120条，⟦没有收到政府信息公开申请⟧。"}),
    _saying("新收申请11件，上年结转1件，办结11件，其中予以公开7件、部分公开1件、不予公开1件、无法提供⟦3⟧件。"),
    _saying("全年⟦未收到政府信息公开申请⟧。"),
    _saying("政府信息公开申请中，自然人申请⟦10⟧件，法人或其他组织申请3件。"),
    _saying("制发行政规范性文件⟦3⟧件，现行有效的行政规范性文件11件。"),
    _saying("收到政府信息公开申请11件，引发政府信息公开行政复议3件，其中结果维持⟦3⟧件。"),
    _saying("依法作出行政许可决定⟦63⟧件、行政处罚决定12件。"),
    _saying("本年度⟦无结转下一年度的政府信息公开申请⟧。"),
    draft({_TEXT: f"{_TEXT}作出行政许可决定⟦12.8万⟧件。", "行政许可\t36": "行政许可\t126450"}),
    draft({_TEXT: f"{_TEXT}行政事业性收费⟦3.5万⟧元。", "行政事业性收费\t0": "行政事业性收费\t3.6"}),
    _saying("因本机关不掌握相关信息无法提供的政府信息公开申请⟦3⟧件。"),
]
GOOD = [
    draft(),
    _saying("全年共收到政府信息公开申请11件，上年结转1件。"),
    _saying("全年共收到政府信息公开申请12件（含上年度结转1件）。"),
    _saying("新收11件、上年结转1件，答复11件。"),
    _saying("在征地方面，公开信息16条，没有收到政府信息公开申请。"),
    _saying("收到申请136件，其中新收申请130件，均已核发证照。"),
    _saying("通过信函收到政府信息公开申请3件。"),
    _saying("2023年收到政府信息公开申请9件。"),
    _saying("全县收到政府信息公开申请136件。"),
    _saying("办理行政复议案件126件，行政应诉26件。"),
    _saying("因政府信息公开引发行政复议3件、行政诉讼1件。"),
    _saying("收到政府信息公开申请11件，同比增加2件。"),
    _saying("近三年收到政府信息公开申请36件。"),
    _saying("制发公文136件，其中主动公开58件、依申请公开22件、不予公开56件。"),
    _saying("予以公开和部分公开共8件。"),
    _saying("收到补正后的政府信息公开申请3件。"),
    _saying("受理行政复议申请136件，办结130件。"),
    _saying("在征地拆迁方面，收到政府信息公开申请3件。"),
    _saying("收到政府信息公开申请11件，其中书面申请3件。"),
    _saying("2023年政府信息公开行政复议5件，2024年3件。"),
    draft({_TEXT: f"{_TEXT}作出行政许可决定12.6万件。", "行政许可\t36": "行政许可\t126450"}),
    draft({_TEXT: f"{_TEXT}行政事业性收费36000元。", "行政事业性收费\t0": "行政事业性收费\t3.6"}),
    _saying("公开行政许可信息48条，行政许可36件。"),
]


def check(report: Report) -> Iterator[Finding]:
    for each in told(report):
        if not each.is_right:
            yield _finding(each)


def _finding(wrong: ToldFigure) -> Finding:
    right = "，或者".join(f"{value.normalize():f}（{_names(cells)}）" for value, cells in wrong.in_table.items())
    cells = dict.fromkeys(cell for cells in wrong.right.values() for cell in cells[:2])
    related = tuple(Related(cell.span, f"{cell.name}：{cell.value}") for cell in cells)
    return Finding(wrong.span, f"正文说{wrong.words}，表格里是{right}。", "请核对，改成一致的数。", related)


def _names(cells: tuple[Cell, ...]) -> str:
    names = [_name(cell) for cell in cells]
    return "＋".join(names) if len(names) < 3 else f"“{names[0]}”至“{names[-1]}”{len(names)}项之和"


def _name(cell: Cell) -> str:
    return cell.row if cell.column == _TOTAL else cell.name if cell.row else cell.column
