"""PDF: what stands where on a page makes its lines, and the lines make paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_documents import SIZE, Drawn, below, pdf

from reportlint.document.source import Source, UnreadableError
from reportlint.readers import read_source

FULL = "全县各级行政机关认真落实年度工作安排逐项抓好各项任务的组织实施工作"
"""A line from one margin to the other."""
BODY = [FULL, FULL[::-1], "并按期报告完成情况。", "二、存在的不足", FULL, "还有差距。"]
TEXT = [f"{FULL}{FULL[::-1]}并按期报告完成情况。", "二、存在的不足", f"{FULL}还有差距。"]
NUMBERS = "甲乙丙丁"


def source(*pages: Sequence[Drawn], page: str = "", meanings: bool = True) -> Source:
    return read_source(pdf(pages, page, meanings), "draft.pdf")


def read(*pages: Sequence[Drawn], page: str = "") -> list[str]:
    return source(*pages, page=page).text.splitlines()


def of_page(name: str) -> list[str]:
    """Lines of one paragraph that no other page has."""
    return [f"{FULL[at:]}{FULL[:at]}{name}" for at in (1, 5, 9, 13, 17, 21)] + [f"以上是{name}项的情况。"]


PAGES = [below(of_page(name)) for name in NUMBERS]
PARAGRAPHS = ["".join(of_page(name)) for name in NUMBERS]


def test_lines_make_paragraphs() -> None:
    assert read(below(BODY)) == TEXT
    assert read(below(BODY[:1]), below(BODY[1:])) == TEXT
    assert read(*PAGES) == PARAGRAPHS


@pytest.mark.parametrize("offset", [0.0001, 0.3, 0.6])
def test_what_is_drawn_twice_to_look_bold_is_read_once(offset: float) -> None:
    assert read(below(BODY) + below(BODY, left=72 + offset)) == TEXT
    each = [Drawn(sign, 72 + SIZE * at + shift, 700) for at, sign in enumerate("各级") for shift in (0, offset)]
    assert read(each) == ["各级"]


def test_what_stands_twice_side_by_side_is_read_twice() -> None:
    assert read([Drawn("日日人人", 72, 700)]) == ["日日人人"]


def test_what_stands_askew_is_no_text() -> None:
    stamp = [Drawn("内部资料", 150, 400, 45)]
    tiles = [Drawn("内部", x, y, 30) for x in (100, 300) for y in (200, 500, 690)]
    assert read(stamp + below(BODY)) == TEXT
    assert read(below(BODY) + tiles) == TEXT


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(degrees: int) -> None:
    def turned(line: Drawn) -> Drawn:
        x, y = line.left, line.bottom - 200
        place = {90: (595 - y, x), 180: (595 - x, 842 - y), 270: (y, 842 - x)}[degrees]
        return Drawn(line.words, *place, degrees)

    drawn = [turned(line) for line in below(BODY)]
    assert read(drawn, page=f"/Rotate {degrees}") == TEXT
    assert read(drawn) == TEXT  # a reader would turn the sheet


def test_a_line_drawn_in_pieces() -> None:
    """Its beginning before the line above, its end last."""
    pieces = [Drawn("（二）", 72, 680), Drawn("认真落实。", 72, 700), Drawn("存在的不足", 72 + 3 * SIZE, 680)]
    assert read(pieces) == ["认真落实。", "（二）存在的不足"]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "foot", ["{}", "— {} —", "·{}·", "- {} / 4 -", "第 {} 页", "第{}页 共4页", "~{}~", "青岚县人民政府 {}"]
)
def test_feet_that_count(foot: str, first: bool) -> None:
    pages = []
    for number, lines in enumerate(PAGES, 1):
        mark = [Drawn(foot.format(number), 280, 40)]
        pages.append(mark + lines if first else lines + mark)
    assert read(*pages) == PARAGRAPHS


def test_heads_that_count() -> None:
    head, foot = "青岚县法治政府建设年度报告（{}）", "打印时间 2025-03-0{}"
    pages = [
        [Drawn(head.format(number), 72, 800), *lines, Drawn(foot.format(number), 72, 60), Drawn(f"{number}", 280, 40)]
        for number, lines in enumerate(PAGES, 1)
    ]
    assert read(*pages) == PARAGRAPHS


def test_a_number_that_counts_no_page_is_text() -> None:
    pages = [below([*of_page(name), number]) for name, number in zip(NUMBERS, ("318", "27", "5", "96"), strict=True)]
    assert {"318", "27", "5", "96"} <= set(read(*pages))


def test_a_line_that_stands_thrice_on_one_page_is_no_head() -> None:
    lines = ["青岚县司法局", "青岚县司法局", "青岚县司法局"]
    assert read(below(lines)) == lines


def columns(by_rows: bool, rows: int = 12) -> list[Drawn]:
    left, right = (
        below(f"{side}栏第{at}行的文字排得满满当当" for at in "甲乙丙丁戊己庚辛壬癸子丑"[:rows]) for side in "左右"
    )
    right = [line._replace(left=320) for line in right]
    return [line for both in zip(left, right, strict=True) for line in both] if by_rows else left + right


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns(by_rows: bool) -> None:
    title, foot = Drawn("青岚县二〇二四年度法治政府建设情况的报告", 170, 790), Drawn("— 1 —", 280, 40)
    drawn = columns(by_rows)
    (said, text) = read([title, *drawn, foot])
    assert said == title.words and text == "".join(line.words for line in columns(by_rows=False))


def test_rows_of_a_table_are_no_prose() -> None:
    rows = [("事项", "受理", "办结"), ("行政复议", "236", "198"), ("行政检查", "1260", "1260")]
    cells = [Drawn(cell, 72 + 150 * at, 600 - 20 * row) for row, all in enumerate(rows) for at, cell in enumerate(all)]
    found = source([*below([FULL, "见下表。"]), *cells, *below([FULL[::-1], "还有差距。"], top=500)])
    told = [cell for row in rows for cell in row]
    assert found.text.splitlines() == [f"{FULL}见下表。", *told, f"{FULL[::-1]}还有差距。"]
    assert found.apart == set(range(2, 11))
    (table,) = found.tables
    assert [tuple(found.text[slice(*cell)] for cell in row) for row in table.rows] == rows


def test_a_text_layer_without_meaning() -> None:
    with pytest.raises(UnreadableError, match="ToUnicode"):
        source(below([FULL]), meanings=False)
