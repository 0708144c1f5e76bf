"""Fixes change no figure, no quotation and no title, whatever marks and blanks a draft has."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_fix import proposal

from reportlint.linting.config import Config

MARKS = [
    *"，。；：、！？,;:.!?．｡﹒·﹐﹑﹪…—-～~（）()“”‘’\"'《》〈〉<>＜＞ \u3000\t\n\r\u200b\ufeff\u00ad",
    "——",
    "……",
    "。。",
    "、、",
    "&nbsp;",
    "",
]
WORDS = [
    "办理案件36件", "2023年共培训1.5万人", "增长3.5%", "1、2023年共36项", "（一）规范执法", "一、主要举措和成效", "张三 李四", "项目 数量 备注",
    "“马上办、网上办”", "“高 20 公分”", "“报告(终稿).docx”", "“办结率=(a+b)÷c”", "《推进“甲”、“乙”方案》", "《纲要（2021-2025年）》", "《办法(试行)》",
    "2021—2025年规划", "2022-2024年", "10:30", "比例1:3", "1,234件", "推动", "的", "12 件", "以 上", "青政发(2024)3号", "艾山.买买提", "二O二四年", "57¹个",
]  # fmt: skip
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=12).map(
    lambda pieces: (
        "云川市2024年法治政府建设年度报告\n一、主要举措和成效\n" + "".join(word + mark for word, mark in pieces) + "\n"
    )
)
_WIDTHS = str.maketrans("（），；：！？．＜＞〈〉《》﹪﹐﹑O", "(),;:!?.<><><>%,、〇", "\u200b\ufeff\u00ad\u2028")
_WITHIN = "[^《》〈〉<>＜＞\r\n]+"
_TITLE = re.compile("|".join(f"{pair[0]}{_WITHIN}{pair[1]}" for pair in ("《》", "〈〉", "<>", "＜＞")))


def kept(text: str) -> dict[str, list[str]]:
    """The figures, quotations and titles of a text, whichever width its marks have."""
    return {
        "figures": re.findall(r"\d+(?:[.,:]\d+)*", text.translate(_WIDTHS)),
        "quotations": [quoted.translate(_WIDTHS) for quoted in re.findall("“[^“”\r\n]*”", text)],
        "titles": [
            title[1:-1].translate(_WIDTHS) if title[0] in "《〈" else title[1:-1].translate(_WIDTHS).replace("-", "—")
            for title in _TITLE.findall(text)  # what stands in < > is known for a title only when that is mended
        ],
    }


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_fix_changes_a_figure_a_quotation_or_a_title(text: str) -> None:
    made = proposal(text.encode(), Config())
    assert made.after.error == ""
    assert kept(made.new.decode()) == kept(text)
    assert proposal(made.new, Config()).new == made.new


@pytest.mark.parametrize(
    "line",
    [
        "表彰张三 李四 王五等36人。",
        "项目 数量 备注",
        "（一）健全制度 制定办法12件。",
        "全年深入推进依法行政，扎实推进\n生态环境领域法治建设36项。",
        "印发《推进“甲”、“乙”方案》36份。",
        "推行“增高20公分、马上办”做法36次。",
        "下载“报告(终稿).docx”36次。",
        "办结率=(办结数-退回数)÷受理数，共36项。",
        "整治&nbsp;占道经营36处。",
        "艾山.买买提、艾山．买买提化解纠纷36件。",
        "办结36件、、回访12件。",
        "全年办理食品领域的法律援助申请36件，接待咨询59人次。二、2023年存在的主要不足和原因",  # a heading lost its line
    ],
)
def test_where_the_meaning_must_be_known_nothing_is_mended(line: str) -> None:
    data = f"云川市2024年法治政府建设年度报告\n一、主要举措和成效\n{line}\n二、存在的不足和原因\n".encode()
    assert proposal(data, Config()).new == data


@pytest.mark.parametrize("mark", [*"．｡﹒·", "。\u200b", "\u200b。", "。\ufeff"])
def test_a_wrong_stop_becomes_one_full_stop(mark: str) -> None:
    data = f"云川市2024年法治政府建设年度报告\n一、主要举措和成效\n全年办理行政复议案件36件{mark}\n".encode()
    assert proposal(data, Config()).new.decode().endswith("全年办理行政复议案件36件。\n")
