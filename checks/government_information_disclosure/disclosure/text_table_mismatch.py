"""正文里的数，表格里没有。

正文说收到申请66件，表里却是68件，读者不知道信哪个。对照的是：收到、上年结转、办结、结转下年度的申请，予以公开、部分公开、不予公开、无法提供、
不予处理的件数，政府信息公开行政复议、行政诉讼的件数。“收到”可以只算本年新收，也可以把上年结转算在内；只说一部分（网上、信函、某一月）的，
说全县、各部门的，说别的年份的，不作对照。“没有收到申请”一类的话，与表里的数对照；自然人、法人或其他组织的申请，行政规范性文件的制发和
现行有效件数，也作对照。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.tables.sheets import Cell, sheet
from reportlint.finding import Finding, Related, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.years import years_in
from reportlint.report import Report

from .._sample import draft

TITLE = "正文与表格对不上"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
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
    _saying("全年⟦未收到政府信息公开申请⟧。"),
    _saying("政府信息公开申请中，自然人申请⟦10⟧件，法人或其他组织申请3件。"),
    _saying("制发行政规范性文件⟦3⟧件，现行有效的行政规范性文件11件。"),
]
GOOD = [
    draft(),
    _saying("全年共收到政府信息公开申请11件，上年结转1件。"),
    _saying("全年共收到政府信息公开申请12件（含上年度结转1件）。"),
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
]
_RULES = load_phrases(__file__, "text_table_mismatch")
_LEAVE = _RULES["of-a-part"].pattern
_APPLICANTS = ("natural", "legal")
_DOCUMENTS = ("made", "valid")
_OF_REQUESTS = ("concluded", "received-here", *_APPLICANTS)
"""What is said of requests where the sentence names them."""
_TOTAL = "总计"
_LEGAL = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_REVIEW, _DIRECT, _AFTER = ("行政复议总计", "未经复议直接起诉总计", "复议后起诉总计")
_REFUSED = ("属于国家秘密", "属于行政查询事项")
_LACKING = ("本机关不掌握相关政府信息", "补正后申请内容仍不明确")
_UNHANDLED = ("信访举报投诉类申请", "要求行政机关确认或重新出具已获取信息")


def check(report: Report) -> Iterator[Finding]:
    known = _known(report)
    for sentence in sentences(report):
        for rule in _RULES.values():
            for match in rule.pattern.finditer(report.text, *sentence.span) if rule.kind in known else ():
                if _speaks_of_all(report, sentence.span, match, rule.kind):
                    told = match.groupdict().get("n")
                    said, right = Decimal((told or "0").replace(",", "")), known[rule.kind]
                    if said not in right:
                        yield _finding(Span(*match.span("n" if told else 0)), said, right)


def _speaks_of_all(report: Report, sentence: Span, match: re.Match[str], kind: str) -> bool:
    """Is a figure that of the whole year and office, and of requests?"""
    text = report.text
    start = max(text.rfind(mark, sentence.start, match.start()) for mark in "，。；：（(") + 1
    around = text[max(start, sentence.start) : match.start() if kind in _APPLICANTS else match.end()]
    before = text[sentence.start : match.start()]
    other_year = any(year != report.outline.year for year in years_in(before))
    asked = kind not in _OF_REQUESTS or _RULES["asked"].pattern.search(text, *sentence)
    of_files = kind not in _DOCUMENTS and _RULES["of-documents"].pattern.search(before)
    return bool(asked) and not other_year and not of_files and not _LEAVE.search(around)


def _finding(place: Span, said: Decimal, right: dict[Decimal, tuple[Cell, ...]]) -> Finding:
    told = "，或者".join(f"{value}（{_names(cells)}）" for value, cells in right.items())
    related = tuple(Related(cell.span, f"{cell.name}：{cell.value}") for cells in right.values() for cell in cells[:2])
    return Finding(
        place, f"正文说{f'{said}件' if said else '没有'}，表格里是{told}。", "请核对，改成一致的数。", related
    )


def _names(cells: tuple[Cell, ...]) -> str:
    names = [cell.row if cell.column == _TOTAL else cell.column for cell in cells]
    return "＋".join(names) if len(names) < 3 else f"“{names[0]}”至“{names[-1]}”{len(names)}项之和"


def _known(report: Report) -> dict[str, dict[Decimal, tuple[Cell, ...]]]:
    """What may be said of a matter: each figure with the cells it is the sum of; nothing where one of them is empty."""
    requests, disputes = sheet(report, "requests"), sheet(report, "disputes")
    total = {row: cell for (row, column), cell in requests.cells.items() if column == _TOTAL} if requests else {}
    suits = {column: cell for (_, column), cell in disputes.cells.items()} if disputes else {}
    asked = {f"{row}{column}": cell for (row, column), cell in requests.cells.items()} if requests else {}
    files = sheet(report, "documents")
    kept = {column: cell for (row, column), cell in files.cells.items() if row == "行政规范性文件"} if files else {}
    rows = list(requests.form.rows) if requests else []

    def between(first: str, last: str) -> tuple[str, ...]:
        return tuple(rows[rows.index(first) : rows.index(last) + 1]) if rows else ()

    wanted: dict[str, tuple[dict[str, Cell], list[tuple[str, ...]]]] = {
        "handled": (total, [("本年新收",), ("本年新收", "上年结转"), ("办理结果总计",)]),
        "received": (total, [("本年新收",), ("本年新收", "上年结转")]),
        "received-here": (total, [("本年新收",), ("本年新收", "上年结转")]),
        "carried-in": (total, [("上年结转",)]),
        "carried-out": (total, [("结转下年度",)]),
        "concluded": (total, [("办理结果总计",)]),
        "granted": (total, [("予以公开",)]),
        "partly": (total, [("部分公开",)]),
        "refused": (total, [between(*_REFUSED)]),
        "lacking": (total, [between(*_LACKING)]),
        "unhandled": (total, [between(*_UNHANDLED)]),
        "natural": (asked, _asked_by("自然人")),
        "legal": (asked, _asked_by(*_LEGAL)),
        "made": (kept, [("本年制发件数",)]),
        "valid": (kept, [("现行有效件数",)]),
        "reviews": (suits, [(_REVIEW,)]),
        "suits": (suits, [(_DIRECT, _AFTER), (_DIRECT,), (_AFTER,)]),
    }
    known: dict[str, dict[Decimal, tuple[Cell, ...]]] = {}
    for kind, (there, ways) in wanted.items():
        sums = [
            tuple(there[name] for name in names) for names in ways if names and all(name in there for name in names)
        ]
        if len(sums) == len(ways) and all(cell.value is not None for cells in sums for cell in cells):
            known[kind] = {
                sum((cell.value or Decimal(0) for cell in cells), Decimal(0)): cells for cells in reversed(sums)
            }
    return known


def _asked_by(*applicants: str) -> list[tuple[str, ...]]:
    """The cells that count the requests of applicants: those of the year, and with them those left from the year before."""
    new, old = (tuple(f"{row}{name}" for name in applicants) for row in ("本年新收", "上年结转"))
    return [new, (*new, *old)]
