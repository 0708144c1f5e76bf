"""The layout of official papers: what stands where, whatever the words are."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportlint.survey.official_paper import official_paper

SIGNED = ("云川市司法局", "2025年4月30日")
TEXT = """关于报告的反馈意见

云川市水利局：

一、要改的
请改正。

云川市司法局
2025年4月30日

附件：批注本
"""


def test_what_stands_where() -> None:
    paper = Document(BytesIO(official_paper(TEXT, SIGNED, "云川市水利局")))
    told = [paragraph.text for paragraph in paper.paragraphs]
    assert told == ["关于报告的反馈意见", "", "云川市水利局：", "一、要改的", "请改正。", "", *SIGNED, "附件：批注本"]
    shapes = [paragraph.paragraph_format for paragraph in paper.paragraphs]
    assert shapes[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [shape.first_line_indent.pt for shape in shapes if shape.first_line_indent] == [32, 32, 32]  # two characters
    assert [bool(shape.keep_with_next) for shape in shapes[4:8]] == [True, True, True, False]
    name, day = shapes[6], shapes[7]
    assert (name.alignment, day.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT,) * 2
    assert (
        day.right_indent.pt == 64 and name.right_indent.pt == 64 + (13 - 12) * 4
    )  # the middles are one above the other
    page = paper.sections[0]
    assert page.page_width and page.top_margin
    assert (round(page.page_width.mm), round(page.top_margin.mm)) == (210, 37)
    assert "PAGE" in page.footer._element.xml and "PAGE" in page.even_page_footer._element.xml


def test_without_a_signature_there_is_none() -> None:
    paper = Document(BytesIO(official_paper("关于报告的意见\n请改正。\n", ("", "2025年4月30日"), "云川市水利局")))
    assert [paragraph.text for paragraph in paper.paragraphs] == ["关于报告的意见", "", "请改正。"]
