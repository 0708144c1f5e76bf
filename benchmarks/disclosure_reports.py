"""Reports of 政府信息公开工作年度报告 with tables, in the formats that offices send: made by chance, right in every figure.

`draw` makes the figures; `written` writes them as a Word file, a page, Markdown, PDF, OFD, or a text with tabs,
strokes, blanks or line ends between cells.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from disclosure_habits import HABITS, Lines
from disclosure_pages import Square, ofd, pages, pdf

FORMATS = ("docx", "html", "md", "tabs", "strokes", "blanks", "lines", "pdf", "ofd")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
RESULTS = (
    ("（一）予以公开", ("",)),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ("",)),
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
    ("（七）总计", ("",)),
)
ENDINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
DOCUMENTS, REQUESTS, DISPUTES = "documents", "requests", "disputes"


class Figures(NamedTuple):
    """The figures of a report. documents: two rows of three, then one row each of one. requests: 25 rows of seven. disputes: 15."""

    documents: list[list[int]]
    requests: list[list[int]]
    disputes: list[list[int]]


def draw(chance: random.Random) -> Figures:
    """Figures that add up."""

    def some(most: int) -> int:
        return chance.choice([0, 0, chance.randint(0, most)])

    results = [[some(60) for _ in APPLICANTS[:-1]] for _ in range(21)]
    total = [sum(column) for column in zip(*results, strict=True)]
    left = [some(9) for _ in total]
    taken = [min(some(9), end + rest) for end, rest in zip(total, left, strict=True)]
    new = [end + rest - old for end, rest, old in zip(total, left, taken, strict=True)]
    requests = [[*row, sum(row)] for row in (new, taken, *results, total, left)]
    disputes = [figure for _ in range(3) for figure in (lambda four: [*four, sum(four)])([some(9) for _ in range(4)])]
    documents = [[some(9), some(9), chance.randint(0, 90)] for _ in range(2)] + [[some(900)] for _ in range(4)]
    return Figures(documents, requests, [disputes])


def _tables(figures: Figures) -> list[list[list[Square]]]:
    """The three tables, row by row, with merged cells as the format has them."""

    def numbers(row: Sequence[int]) -> list[Square]:
        return [Square(str(number)) for number in row]

    rows = iter(figures.requests)
    heads = [
        [Square("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), Square("申请人情况", 7)],
        [Square("", 3, below=True), Square("自然人", 1, 2), Square("法人或其他组织", 5), Square("总计", 1, 2)],
        [Square("", 3, below=True), Square("", below=True), *map(Square, APPLICANTS[1:-1]), Square("", below=True)],
    ]
    asked = [
        *heads,
        *(
            [Square(f"{name}政府信息公开申请数量", 3), *numbers(next(rows))]
            for name in ("一、本年新收", "二、上年结转")
        ),
    ]
    for group, cases in RESULTS:
        for number, case in enumerate(cases):
            top = Square("三、本年度办理结果", 1, 22, below=group != RESULTS[0][0] or number > 0)
            label = [Square(group, 1, len(cases), number > 0), Square(case)] if case else [Square(group, 2)]
            asked.append([top, *label, *numbers(next(rows))])
    asked.append([Square("四、结转下年度继续办理", 3), *numbers(next(rows))])
    return [_disclosed(figures.documents, numbers), asked, _disputes(numbers(figures.disputes[0]))]


def _disclosed(rows: Sequence[Sequence[int]], numbers: object) -> list[list[Square]]:
    what = (
        ("（一）", "规章 行政规范性文件"),
        ("（五）", "行政许可"),
        ("（六）", "行政处罚 行政强制"),
        ("（八）", "行政事业性收费"),
    )
    found: list[list[Square]] = []
    left = iter(rows)
    for item, names in what:
        found.append([Square(f"第二十条第{item}项", 4)])
        head = "本年收费金额（单位：万元）" if item == "（八）" else "本年处理决定数量"
        columns = (
            [Square(head, 3)] if item != "（一）" else [*map(Square, ("本年制发件数", "本年废止件数", "现行有效件数"))]
        )
        found.append([Square("信息内容"), *columns])
        for name in names.split():
            cells = [Square(str(number), 3 if item != "（一）" else 1) for number in next(left)]
            found.append([Square(name), *cells])
    return found


def _disputes(row: list[Square]) -> list[list[Square]]:
    return [
        [Square("行政复议", 5), Square("行政诉讼", 10)],
        [*(Square(word, 1, 2) for word in ENDINGS), Square("未经复议直接起诉", 5), Square("复议后起诉", 5)],
        [*(Square("", below=True) for _ in ENDINGS), *map(Square, (*ENDINGS, *ENDINGS))],
        row,
    ]


def written(
    figures: Figures, form: str, issuer: str = "青岚县水利局", year: int = 2024, told: str = "", habit: str = ""
) -> bytes:
    """The report as a file of a format. told: sentences in the first part. habit: one of HABITS."""
    tables = _tables(figures)
    lines: Lines = [
        f"{issuer}{year}年政府信息公开工作年度报告",
        "一、总体情况",
        f"{year}年，{issuer}通过门户网站公开信息120条。{told}",
        "二、主动公开政府信息情况",
        tables[0],
        "三、收到和处理政府信息公开申请情况",
        tables[1],
        "四、政府信息公开行政复议、行政诉讼情况",
        tables[2],
        "五、存在的主要问题及改进情况",
        "存在的问题是公开不够及时。已明确公开时限，逐月检查。",
        "六、其他需要报告的事项",
        "本年度没有收取信息处理费。",
    ]
    if habit:
        lines = HABITS[habit](lines)
    if form in ("pdf", "ofd"):
        return (pdf if form == "pdf" else ofd)(pages(lines))
    return {"docx": _docx, "html": _html, "md": _md}.get(form, lambda said: _text(said, form))(lines)


def _html(lines: Lines) -> bytes:
    def cell(square: Square) -> str:
        return f'<td colspan="{square.across}" rowspan="{square.down}"><p>{escape(square.words)}</p></td>'

    def table(rows: list[list[Square]]) -> str:
        return "".join(f"<tr>{''.join(cell(square) for square in row if not square.below)}</tr>" for row in rows)

    body = "".join(f"<p>{line}</p>" if isinstance(line, str) else f"<table>{table(line)}</table>" for line in lines)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div>{body}</div></body></html>'.encode()


def _docx(lines: Lines) -> bytes:
    def paragraph(words: str) -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>' if words else "<w:p/>"

    def cell(square: Square) -> str:
        merge = "<w:vMerge/>" if square.below else '<w:vMerge w:val="restart"/>' if square.down > 1 else ""
        words = "" if square.below else square.words
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{square.across}"/>{merge}</w:tcPr>{paragraph(words)}</w:tc>'

    def table(rows: list[list[Square]]) -> str:
        return "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)

    body = "".join(paragraph(line) if isinstance(line, str) else f"<w:tbl>{table(line)}</w:tbl>" for line in lines)
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r0" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def _md(lines: Lines) -> bytes:
    pieces: list[str] = []
    for line in lines:
        if isinstance(line, str):
            pieces.append(line)
            continue
        width = max(sum(square.across for square in row) for row in line)
        rows = [
            [word for square in row for word in [square.words if not square.below else ""] + [""] * (square.across - 1)]
            for row in line
        ]
        flat = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        pieces.append("\n".join([flat[0], "|" + " --- |" * width, *flat[1:]]))
    return "\n\n".join(pieces).encode()


def _text(lines: Lines, form: str) -> bytes:
    between = {"tabs": "\t", "strokes": " | ", "blanks": " ", "lines": "\n"}[form]
    pieces: list[str] = []
    for line in lines:
        if isinstance(line, str):
            pieces.append(line)
            continue
        rows = ([square.words for square in row if not square.below] for row in line)
        pieces += [f"| {between.join(row)} |" if form == "strokes" else between.join(row) for row in rows]
    return "\n".join(pieces).encode()
