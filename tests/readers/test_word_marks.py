"""How words are set in a Word file: hidden, struck through, raised, shown by a symbol or a field; and what is refused."""

from __future__ import annotations

import pytest
from documents import paragraph, part, run, word

from reportlint.document.source import UnreadableError
from reportlint.readers import read_source
from reportlint.readers.eq_fields import eq_text
from reportlint.readers.raised import raised_text

RAISED = '<w:vertAlign w:val="superscript"/>'


def style(name: str, properties: str, kind: str = "character", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{based}<w:rPr>{properties}</w:rPr></w:style>'


def shown(body: str, styles: str = "") -> list[str]:
    return read_source(word(body, styles=styles), "draft.docx").text.splitlines()


def named(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'


@pytest.mark.parametrize("mark", ["vanish", "strike", "dstrike"])
def test_words_that_are_left_out(mark: str) -> None:
    styles = (
        style("gone", f"<w:{mark}/>")
        + style("heir", "<w:b/>", base="gone")
        + style("back", f'<w:{mark} w:val="false"/>', base="gone")
        + style("loop", "<w:b/>", base="loop")
        + style("paragraph", f"<w:{mark}/>", kind="paragraph")
    )
    body = paragraph(
        run("甲")
        + run("乙", f"<w:{mark}/>")
        + run("丙", named("gone"))
        + run("丁", named("heir"))
        + run("戊", named("back"))
        + run("己", named("gone") + f'<w:{mark} w:val="0"/>')
        + run("庚", named("loop"))
        + run("辛", named("unknown"))
    )
    whole = paragraph(run("壬") + run("癸", f'<w:{mark} w:val="0"/>'), '<w:pStyle w:val="paragraph"/>')
    assert shown(body + whole, styles) == ["甲戊己庚辛", "癸"]


@pytest.mark.parametrize(
    ("before", "raised", "read"),
    [
        ("受理57", "1", "受理57件"),
        ("受理57", "[12]", "受理57件"),
        ("受理57", "①", "受理57件"),
        ("面积20m", "2", "面积20m²件"),
        ("面积20 m", "3", "面积20 m³件"),
        ("面积20米", "2", "面积20米²件"),
        ("甲", "乙", "甲乙件"),
        ("第1", "st", "第1st件"),
    ],
)
def test_raised_words(before: str, raised: str, read: str) -> None:
    """Of notes the mark is no text; a power is one, and so are words."""
    assert shown(paragraph(run(before) + run(raised, RAISED) + run("件"))) == [read]
    by_style = paragraph(run(before) + run(raised, named("note")) + run("件"))
    assert shown(by_style, style("note", RAISED)) == [read]
    page = f"<html><body><p>{before}<sup>{raised}</sup>件</p></body></html>"
    assert read_source(page.encode(), "a.html").text == f"{read}\n"


def test_a_mark_at_the_beginning_and_one_that_is_not_raised() -> None:
    assert shown(paragraph(run("1", RAISED) + run("件"))) == ["件"]
    assert shown(paragraph(run("57") + run("1", '<w:vertAlign w:val="baseline"/>'))) == ["571"]
    assert raised_text("", "2") == "" and raised_text("m", "四") is None


@pytest.mark.parametrize(
    ("code", "read"),
    [("4E00", "一"), ("25CF", "●"), ("F0A8", ""), ("0001", ""), ("D800", ""), ("zz", ""), ("110000", ""), ("", "")],
)
def test_symbols(code: str, read: str) -> None:
    """A character that a text font shows is a character; a picture of a symbol font is none."""
    body = paragraph(run("甲") + f'<w:r><w:sym w:font="宋体" w:char="{code}"/></w:r>' + run("乙"))
    assert shown(body) == [f"甲{read}乙"]


def field(code: str, result: str = "") -> str:
    """A complex field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return begin + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + (result and separate + run(result)) + end


@pytest.mark.parametrize(
    ("code", "read"),
    [
        (r" EQ \o\ac(○,1) ", "①"),
        (r"eq \o\ac(○, 12)", "⑫"),
        (r"EQ \o\ac(○,25)", "25"),
        (r"EQ \o\ac(○,甲)", "甲"),
        (r"EQ \o\ad(云,yún)", "云"),
        (r"EQ \o(云;川)", "云"),
        (r"EQ \f(1,2)", ""),
        ("PAGE", ""),
        ("", ""),
    ],
)
def test_what_an_eq_field_shows(code: str, read: str) -> None:
    assert eq_text(code) == read
    assert shown(paragraph(run("第") + field(code) + run("项"))) == [f"第{read}项"]


def test_a_field_with_a_result_shows_that() -> None:
    assert shown(paragraph(run("第") + field(r"EQ \o\ac(○,1)", "⑴") + run("项"))) == ["第⑴项"]
    hidden = field(r"IF " + "", "") + field("TOC", "目录")
    assert shown(paragraph(hidden)) == ["目录"]


def test_a_file_within_the_file_is_refused() -> None:
    """Its words are shown by Word, and read by nobody else."""
    with pytest.raises(UnreadableError, match=r"altChunk.*另存"):
        shown(paragraph("前") + '<w:altChunk r:id="c"/>' + paragraph("后"))


def test_word_2003() -> None:
    data = '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>'
    for name in ("draft.xml", "draft.doc", "draft.txt"):
        with pytest.raises(UnreadableError, match=r"Word 2003 XML.*另存为 docx"):
            read_source(data.encode(), name)


def test_notes_beside_the_text_are_none() -> None:
    """The mark of a real footnote has no words; its number in the note has, and stands in a part of its own."""
    body = paragraph(run("受理57") + f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="2"/></w:r>' + run("件"))
    others: dict[str, str | bytes] = {"word/footnotes.xml": part("footnotes", paragraph(run("1", RAISED) + run("注")))}
    assert read_source(word(body, others=others), "draft.docx").text == "受理57件\n"
