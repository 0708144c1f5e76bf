"""What stands where: the title among what is around it, the table of contents, what follows the report, headings and prose."""

from __future__ import annotations

from functools import partial

import pytest
from growth import outgrows

from reportlint.document.source import Source
from reportlint.outline.outline import Outline, read_outline
from reportlint.outline.report_kind import load_kind

TITLE = "青岚县人民政府2024年度法治政府建设情况报告"
LEAD = "2024年，青岚县推进法治政府建设，现将有关情况报告如下："
PARTS = (
    "一、2024年主要举措和成效",
    "二、存在的不足和原因",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "四、2025年主要安排",
)
BODY = "\n".join(f"{heading}\n开展工作36次，均已完成。" for heading in PARTS)


def read(text: str) -> Outline:
    """The outline of a text."""
    return read_outline(Source("draft.txt", text), load_kind())


def title(text: str) -> str | None:
    """The title that a text is found to have, without blanks."""
    found = read(text).title
    return "".join(found.text.split()) if found else None


@pytest.mark.parametrize(
    "head",
    [
        TITLE,
        f"首页 > 政务公开\n{TITLE}\n发布日期：2025-03-05",
        "青岚县人民政府\n2024年度法治政府建设情况报告",
        "青岚县人民政府2024年度\n法治政府建设情况报告",
        "青岚县人民政府2024年度法治政府\n建设情况报告",
        "青岚县人民政府2024年度法治政府建设情况\n报　　告",
        "青岚县人民政府 2024 年度法治政府建设情况报　告",
        f"法治政府建设年度报告\n{TITLE}",
        f"{TITLE}\n2024年法治政府建设情况报告",  # the fullest, not the last
        f"{TITLE}_青岚县人民政府门户网站\n{TITLE}",
        f"000001\n特急\n青岚县人民政府文件\n青政〔2025〕3号\n签发人：何某\n{TITLE}\n市人民政府：",
        f"{TITLE}\n（2025年3月5日在县人大常委会会议上）",
        f"关于印发《{TITLE}》的通知\n各乡镇人民政府：\n现将《{TITLE}》印发给你们，请认真阅读。\n青岚县人民政府办公室\n{TITLE}",
    ],
)
def test_the_title_among_what_stands_around_it(head: str) -> None:
    outline = read(f"{head}\n{LEAD}\n{BODY}")
    assert title(f"{head}\n{LEAD}\n{BODY}") == TITLE
    assert outline.year == 2024
    assert [heading.text for heading in outline.headings] == [heading[2:] for heading in PARTS]


@pytest.mark.parametrize(
    ("head", "read_as"),
    [
        (
            "中共青岚县委\n青岚县人民政府\n关于2024年度法治政府建设情况的报告",
            "中共青岚县委青岚县人民政府关于2024年度法治政府建设情况的报告",
        ),
        (
            "中共青岚县委\n青岚县人民政府关于2024年度法治政府建设情况的报告",
            "中共青岚县委青岚县人民政府关于2024年度法治政府建设情况的报告",
        ),
        ("青岚县云渚乡\n关于2024年度法治政府建设情况的报告", "青岚县云渚乡关于2024年度法治政府建设情况的报告"),
        (
            "青岚县教育局（青岚县体育局）\n2024年度法治政府建设情况报告",
            "青岚县教育局（青岚县体育局）2024年度法治政府建设情况报告",
        ),
        (
            "青岚县水利局\n2024年法治政府建设工作总结及2025年工作计划",
            "青岚县水利局2024年法治政府建设工作总结及2025年工作计划",
        ),
        (
            "青岚县水利局2024年法治政府建设工作总结和2025年工作打算",
            "青岚县水利局2024年法治政府建设工作总结和2025年工作打算",
        ),
        ("青岚县关于2024年法治政府建设情况的公告", "青岚县关于2024年法治政府建设情况的公告"),
        ("青岚县法治政府建设情况报告\n（2024年度）", "青岚县法治政府建设情况报告（2024年度）"),
        ("县人民政府驻云川办事处\n2024年法治政府建设报告", "县人民政府驻云川办事处2024年法治政府建设报告"),
        ("云渚旅游度假区（云渚镇）\n2024年法治政府建设报告", "云渚旅游度假区（云渚镇）2024年法治政府建设报告"),
        ("青岚县水利局2024年法治政府建设\n年度报告", "青岚县水利局2024年法治政府建设年度报告"),
        ("青岚县人民政府\n2024年法治政府建设\n年度报告", "青岚县人民政府2024年法治政府建设年度报告"),
        ("青嵐縣人民政府2024年度法治政府建設情況報告", "青嵐縣人民政府2024年度法治政府建設情況報告"),
    ],
)
def test_titles_of_several_lines_and_in_traditional_characters(head: str, read_as: str) -> None:
    outline = read(f"{head}\n{LEAD}\n{BODY}")
    assert title(f"{head}\n{LEAD}\n{BODY}") == read_as
    assert outline.year == 2024 and outline.title and outline.title.issuer


@pytest.mark.parametrize("words", ["2024年上半年法治政府建设情况报告（乡镇版）", "2024年法治政府建设工作总结（草稿）"])
def test_a_title_may_end_in_brackets(words: str) -> None:
    assert title(f"{words}\n{LEAD}\n{BODY}") == words


def test_words_in_brackets_alone_are_no_title() -> None:
    assert title(f"青岚县普法网（法治政府建设情况如何？县政府发布报告）\n{LEAD}\n{BODY}") is None


def test_a_heading_that_reads_as_a_title_is_a_heading() -> None:
    text = "一、2024年法治政府建设工作开展情况\n（一）健全制度\n审查文件12件。\n二、存在的不足和原因\n力量不足。"
    assert title(text) is None
    assert title(f"{TITLE}\n日期：2025-03-05\n{text}") == TITLE
    assert [heading.level for heading in read(text).headings] == [1, 2, 1]


@pytest.mark.parametrize(("outer", "inner"), [("1.", "（1）"), ("⒈", "⑴"), ("㈠", "⒈"), ("㈠", "1.")])
def test_without_numerals_the_outermost_form_is_the_first_level(outer: str, inner: str) -> None:
    text = (
        f"{TITLE}\n{LEAD}\n{outer}依法履职\n{inner}健全制度\n审查文件12件。\n{outer}主要举措\n{inner}普法\n宣讲20场。"
    )
    headings = read(text).headings
    assert [heading.marker for heading in headings] == [outer, inner] * 2
    assert [heading.level == 1 for heading in headings] == [True, False] * 2


def test_who_signs_names_the_issuer() -> None:
    outline = read(f"2024年度法治政府建设情况报告\n{BODY}\n青岚县人民政府\n2025年3月5日")
    assert outline.title and outline.title.issuer == "青岚县人民政府"


@pytest.mark.parametrize("label", ["目　录\n", "【目录】\n", ""])
@pytest.mark.parametrize("leader", ["", "……1", "-----------1", " 1", "…………第1页"])
def test_a_table_of_contents_is_no_part_of_the_report(label: str, leader: str) -> None:
    contents = "\n".join(heading + leader for heading in PARTS)
    outline = read(f"{TITLE}\n{label}{contents}\n{LEAD}\n{BODY}")
    assert [heading.text for heading in outline.headings] == [heading[2:] for heading in PARTS]
    assert outline.faults == ()
    assert len(outline.furniture) == len(PARTS) + bool(label)


def test_headings_with_no_prose_are_no_table_of_contents() -> None:
    outline = read(f"{TITLE}\n" + "\n".join(PARTS))
    assert len(outline.headings) == len(PARTS)


@pytest.mark.parametrize(
    "tail",
    [
        "青岚县人民政府\n2025年3月5日",
        "附件：1．统计表\n　　　2．决策目录\n青岚县人民政府\n2025年3月5日",
        "　　附：1．统计表\n　　　　2．决策目录",
        "青岚县人民政府\n二〇二五年三月五日\n（此件公开发布）\n（联系人：何某，电话：00000000）",
        "青岚县人民政府\n2025年3月5日\n抄送：县委各部门，县人大常委会办公室。\n青岚县人民政府办公室　2025年3月5日印发",
        "青岚县人民政府\n2025年3月5日\n附件1\n统计表\n办理案件36件，审查文件12件。",
    ],
)
def test_what_follows_the_report_is_no_part_of_it(tail: str) -> None:
    text = f"{TITLE}\n{LEAD}\n{BODY}\n{tail}"
    outline = read(text)
    assert [heading.text for heading in outline.headings] == [heading[2:] for heading in PARTS]
    end = max(passage.span.end for passage in outline.passages)
    assert text[:end].endswith("均已完成。") and text[end:].strip() == tail.strip()


def test_a_heading_that_stands_twice_is_one() -> None:
    outline = read(f"{TITLE}\n{BODY}".replace(PARTS[1], f"{PARTS[1]}\n{PARTS[1]}"))
    assert [heading.text for heading in outline.headings] == [heading[2:] for heading in PARTS]
    assert len(outline.doubled) == 1


def test_running_heads_and_page_numbers() -> None:
    page = "\n— 3 —\n青岚县年度报告\n"
    outline = read(
        f"{TITLE}\n{BODY}".replace("\n二、", f"{page}二、")
        .replace("\n三、", f"{page}三、")
        .replace("\n四、", f"{page}{TITLE}\n四、")
        + page
    )
    assert len(outline.furniture) == 9 and len(outline.headings) == len(PARTS)


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        ("1.修订12件。\n2.3支队伍检查30次。\n3.宣讲20场。", [1, 2, 3]),
        ("1.3月调解12次。\n2.10个窗口受理36件。", [1, 2]),
        ("1.5万人参加活动。\n全县宣讲20场。", []),
        ("修订12件。\n2.3万人参加活动。", []),
    ],
)
def test_a_number_before_digits(items: str, numbers: list[int]) -> None:
    outline = read(f"{TITLE}\n一、主要举措\n（一）健全制度\n{items}")
    assert [heading.number for heading in outline.headings if heading.level == 3] == numbers


def test_a_report_of_another_kind_is_none_of_ours() -> None:
    other = "一、总体情况\n2024年，云渚街道公开信息36条，推进法治政府建设。\n二、存在的主要问题\n公开不够及时。"
    assert not read(other).is_report
    assert read(other.replace("总体情况", "法治政府建设情况")).is_report


def test_time_grows_with_the_lines_and_no_faster() -> None:
    lines = "一、主要举措和成效……1\n青岚县年度报告\n"
    assert not outgrows(lambda count: partial(read, "目录\n" + lines * count), 500, 2_000, 8)


WITHIN = (
    "2024年，青岚县推进法治政府建设，现报告如下。一、主要举措和成效。检查水库36座。\n"
    "整改12处。二、存在的不足和原因。车辆老化，原因是经费少。\n"
    "三、党政主要负责人履行推进法治建设第一责任人职责情况。县长批示12件。四、2025年主要安排。更新车辆9辆。"
)


@pytest.mark.parametrize("text", [WITHIN, WITHIN.replace("。一、", "。\n一、"), WITHIN.replace("\n", "")])
def test_headings_of_parts_within_paragraphs(text: str) -> None:
    parts = read(f"{TITLE}\n{text}\n").parts
    assert [part.status for part in parts.values()] == ["own-section"] * len(PARTS)


def test_prose_that_counts_is_not_cut() -> None:
    text = f"{TITLE}\n{LEAD}\n{BODY}\n会上明确：一、清查底数；二、存在的问题限期整改；三、逐户销号。"
    assert [heading.marker for heading in read(text).headings] == ["一、", "二、", "三、", "四、"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1.自建房与燃气：底数清，账目明", "自建房与燃气：底数清，账目明"),
        ("2.改造：居民说了算", "改造：居民说了算"),
        ("3.改造：完成36栋", "改造"),
        ("4.改造：先由居民提出，再由街道汇总，后由区里审定", "改造"),
        ("5.改造：居民说了算。", "改造"),
    ],
)
def test_a_short_line_that_says_something_of_its_topic_is_a_heading_as_a_whole(line: str, heading: str) -> None:
    """No prose follows its colon in the same paragraph."""
    text = f"{TITLE}\n{LEAD}\n{PARTS[0]}\n{line}\n全年改造36栋。\n" + "\n".join(PARTS[1:])
    assert [found.text for found in read(text).headings if found.marker == line[:2]] == [heading]


def test_an_unmarked_heading_at_the_end_is_no_tail() -> None:
    text = f"{TITLE}\n主要举措和成效\n检查水库36座。\n存在的不足和原因\n车辆老化，原因是经费少。\n2025年主要安排\n"
    assert [heading.text for heading in read(text).headings][-1] == "2025年主要安排"
