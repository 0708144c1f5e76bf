"""PDF: what stands where on a page makes its lines, and the lines make paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_documents import PICTURE, SIZE, Drawn, below, pdf

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
    left, right = (column(side, rows) for side in "左右")
    right = [line._replace(left=320) for line in right]
    return [line for both in zip(left, right, strict=True) for line in both] if by_rows else left + right


def column(side: str, rows: int = 12, words: str = "行的文字排得满满当当") -> list[Drawn]:
    return below(f"{side}栏第{at}{words}" for at in "甲乙丙丁戊己庚辛壬癸子丑"[:rows])


@pytest.mark.parametrize("rows", [12, 5])
def test_three_columns(rows: int) -> None:
    """The lines of a newspaper, of which the last page may have few in the third column."""
    title, foot = Drawn("青岚县二〇二四年度法治政府建设情况的报告", 170, 790), Drawn("— 1 —", 280, 40)
    drawn = [
        line._replace(left=54 + 170 * at)
        for at, (side, many) in enumerate((("左", 12), ("中", 12), ("右", rows)))
        for line in column(side, many, "行的文字排得满")
    ]
    (said, text) = read([title, *sorted(drawn, key=lambda line: -line.bottom), foot])
    assert said == title.words and text == "".join(line.words for line in drawn)


@pytest.mark.parametrize("indents", [(0,), (2,), (0, 2, 2)])
def test_where_no_paragraph_reaches_a_second_line(indents: Sequence[int]) -> None:
    """Lines of any length, with a stop or, as headings and items, without one; even where some reach far by chance."""
    ends = (26, 14, 22, 23, 12, 25, 17, 22, 26, 24, 13, 21)
    lines = [f"{FULL[:end]}{'。' if end % 2 else ''}" for end in ends]
    drawn = [
        line._replace(left=72 + SIZE * indents[at % len(indents)])
        for at, line in enumerate(below(line for line in lines))
    ]
    assert read(drawn) == lines
    assert read(drawn[:4]) == lines[:4]


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


def test_columns_whose_lines_stand_at_different_heights() -> None:
    """As below a title in the left one; the last page may have few lines on the right."""
    for rows in (12, 3):
        left, right = columns(by_rows=False)[:12], columns(by_rows=False)[12 : 12 + rows]
        lower = [line._replace(bottom=line.bottom + 9) for line in right]
        for foot in (Drawn("— 1 —", 72, 40), Drawn("— 1 —", 480, 40)):
            assert read([*left, *lower, foot]) == ["".join(line.words for line in [*left, *right])]


def test_the_only_column_of_a_file_and_a_short_last_one() -> None:
    """Nothing reaches the paper's margin there; first lines of paragraphs are indented. The last column may hold the signature."""
    items = ["抽查案卷一百二十卷，合格的占百", "分之九十八。", "培训执法人员八十六人，都参加了", "全部课程。"]
    items += ["调解纠纷二百三十六件，调成了二", "百三十件。", "督办案件十二件，其中审结的有十", "一件。"] * 2
    left = [Drawn(words, 72 + 24 * (at % 2 == 0), 740 - 20 * at) for at, words in enumerate(items)]
    read_as = ["".join(items[at : at + 2]) for at in range(0, len(items), 2)]
    assert read(left) == read_as
    right = [Drawn(words, 320 + 24 * at, 740 - 20 * at) for at, words in enumerate(("青岚县司法局", "1月20日"))]
    assert read([*left, *right]) == [*read_as, "青岚县司法局", "1月20日"]


def test_columns_below_text_over_the_whole_width_and_on_a_page_of_few_lines() -> None:
    whole = below(BODY, top=790)
    beside = [line._replace(bottom=line.bottom - 80) for line in columns(by_rows=True)]
    few = columns(by_rows=True, rows=3)
    said = read([*whole, *beside], few)
    assert said == [*TEXT, "".join(line.words for rows in (12, 3) for line in columns(False, rows))]


def test_items_that_hang_and_blocks_further_in() -> None:
    hanging = [Drawn(f"1.{FULL[:20]}，{FULL[:10]}", 72, 740), Drawn(FULL[:30], 96, 720), Drawn("还有差距。", 96, 700)]
    title = [Drawn(words, 72, 760) for words in ("一、主要举措和成效",)]
    block = [
        line._replace(left=96) for line in below([f"全年，{FULL[:30]}", FULL, "还有差距。", "另办三件。"], top=680)
    ]
    said = read([*title, *hanging, *block])
    assert said == [
        "一、主要举措和成效",
        f"1.{FULL[:20]}，{FULL[:10]}{FULL[:30]}还有差距。",
        f"全年，{FULL[:30]}{FULL}还有差距。",
        "另办三件。",
    ]


def test_where_lines_reach_the_margin_a_shorter_one_ends_its_paragraph() -> None:
    heading = "三、党政主要负责人履行推进法治建设第一责任人职责情况摘要"
    assert len(heading) < len(FULL) - 1
    assert read(below([FULL, FULL[::-1], FULL, heading, FULL, "还有差距。"])) == [
        f"{FULL}{FULL[::-1]}{FULL}", heading, f"{FULL}还有差距。"
    ]  # fmt: skip


def test_notes_at_the_foot_and_their_marks() -> None:
    body = [
        Drawn(f"{FULL[:20]}共办件", 72, 740),
        Drawn("1", 72 + 23 * SIZE, 746, size=6),
        Drawn("三百件。", 342 + 14, 740),
    ]
    notes = [
        *below(["1指全流程网办件，含便民服务中心办理的", "事项。"], top=100, step=10, size=8),
        Drawn("— 1 —", 280, 40),
    ]
    assert read([*body, *below(BODY, top=700), *notes]) == [f"{FULL[:20]}共办件三百件。", *TEXT]
    area = [
        Drawn("新增用房面积一百m", 72, 740),
        Drawn("2", 72 + 9 * SIZE, 746, size=6),
        Drawn("。", 72 + 10 * SIZE, 740),
    ]
    assert read([*area, *below(BODY, top=700)])[0] == "新增用房面积一百m²。"


def test_a_running_head_in_the_words_of_the_title() -> None:
    title = "青岚县法治政府建设年度报告"
    pages = [[Drawn(title, 72, 800, size=7), *lines] for lines in PAGES]
    pages[0].insert(1, Drawn(title, 150, 770, size=16))
    assert read(*pages) == [title, *PARAGRAPHS]
    assert read(*pages[:2]) == [title, *PARAGRAPHS[:2]]


def test_radicals_for_characters() -> None:
    assert read(below(["⼀、主要⼯作和成效", "⾏政机关⼈员⼤⼒推进。"])) == [
        "一、主要工作和成效",
        "行政机关人员大力推进。",
    ]


def test_a_text_layer_of_other_characters_than_one_sees() -> None:
    exchanged = ["".join(chr(0x4E00 + (ord(sign) * 7919) % 0x5000) for sign in line) for line in BODY * 2]
    letters = ["".join(chr(0x21 + ord(sign) % 90) for sign in line) for line in BODY * 2]
    for lines in (exchanged, letters):
        with pytest.raises(UnreadableError, match="不是通顺的中文"):
            source(below(lines))


def test_a_scan_with_the_mark_of_its_program() -> None:
    marked = [[Drawn("CamScanner", 250, 20)]] * 3
    with pytest.raises(UnreadableError, match="扫描件"):
        read_source(pdf(marked, under=PICTURE), "draft.pdf")
    assert read_source(pdf([below(BODY)], under=PICTURE), "draft.pdf").text.splitlines() == TEXT  # with its text below


def test_pages_that_are_pictures_are_told() -> None:
    """Of a file that has text otherwise; a picture may come in strips, and letters as curves."""
    strips = "".join(f"q 595 0 0 90 0 {90 * at} cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n" for at in range(9))
    curves = "".join(f"{at} 400 m {at} 410 {at + 3} 410 {at + 3} 400 c f\n" for at in range(400))
    for under in (PICTURE, strips, curves):
        found = read_source(pdf([*PAGES, [Drawn("— 5 —", 280, 40)], [], below(BODY), []], under=under), "draft.pdf")
        assert found.text.splitlines() == [*PARAGRAPHS, "［第5—6页是图片］", *TEXT, "［第8页是图片］"]
        assert found.apart == {5, 9}
    blank = pdf([*PAGES, [], below(BODY)])
    assert read_source(blank, "draft.pdf").text.splitlines() == [*PARAGRAPHS, *TEXT]


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("right", [58, 64])
def test_numbers_of_lines_in_the_margin_are_no_text(step: int, right: float) -> None:
    texts = [below(BODY), below(of_page("甲"))]
    count = 0
    for page in texts:
        for line in [*page]:
            count += 1
            if count % step == 0 and (step == 1 or len(page) > 6):
                page.append(Drawn(str(count), right - SIZE * 0.6 * len(str(count)), line.bottom, size=SIZE * 0.6))
    assert read(texts[0]) == TEXT
    head = [Drawn("全县工作简报", 72, 800), Drawn("1", 52, 800)]
    assert read(head + texts[0])[1:] == TEXT
    assert step > 1 or read(*texts)[-1] == PARAGRAPHS[0]


@pytest.mark.parametrize("numbers", [(1, 2, 2, 4, 5, 6), (3, 9, 12, 1, 2, 6), (1, 0, 0, 2, 0, 0)])
def test_other_figures_left_of_the_text_are_text(numbers: Sequence[int]) -> None:
    left = [Drawn(str(number), 40, line.bottom) for number, line in zip(numbers, below(BODY), strict=True) if number]
    read_back = "".join(read(below(BODY) + left))
    assert all(str(number) in read_back for number in numbers if number)
