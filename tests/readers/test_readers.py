"""One report in every kind of file: the same findings. What Word and pages do by themselves is read as one sees it."""

from __future__ import annotations

import io
import json
import resource
import shutil
import subprocess
import sys
import time
import warnings
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome, Run, write
from documents import lines, numbered, paragraph, part, run, table, word
from ofd_documents import typeset as as_ofd
from pdf_documents import typeset as as_pdf
from test_cli import FAULTY, GOOD, ONLY, VAGUE

from reportlint.document.source import Source, UnreadableError
from reportlint.readers import form_of, office, read_source
from reportlint.readers.docx import read as read_docx

FOLDER = Path(__file__).parents[2] / "examples" / "law-based-government"
EXAMPLES = sorted(FOLDER.glob("*.txt"))


def as_page(text: str) -> str:
    """A text as the article of a page with all that stands around one."""
    body = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>云川市人民政府</title><style>p{color:red}</style></head>'
        '<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>'
        f'<div class="main"><div id="zoom">{body}</div></div><div class="side"><h3>相关信息</h3><ul>'
        '<li><a href="/1">云川市2019年法治政府建设年度报告</a></li></ul></div>'
        "<div class=foot><p>主办：云川市人民政府办公室。版权所有，未经许可不得转载。</p></div>"
        "<script>document.write('一、主要举措和成效')</script></body></html>"
    )


FORMS: dict[str, Callable[[str], bytes]] = {
    "docx": lines,
    "html": lambda text: as_page(text).encode(),
    "md": lambda text: "\n\n".join(line.replace("*", r"\*") for line in text.splitlines()).encode(),
    "ofd": as_ofd,
    "pdf": as_pdf,
}


def said(outcome: Outcome) -> list[tuple[str, str, str]]:
    """What was found, apart from the places."""
    return [(item["check"], item["severity"], item["text"]) for item in outcome.found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_one_report_in_every_form(run: Run, path: Path, form: str) -> None:
    text = path.read_text(encoding="utf-8")
    write("draft.txt", text)
    write(f"draft.{form}", FORMS[form](text))
    plain, other = run("draft.txt", "--format", "json"), run(f"draft.{form}", "--format", "json")
    if form == "html":  # a page's furniture is left out before it can be told of
        plain_text = [item for item in said(plain) if item[2] in read_source(FORMS[form](text), "a.html").text]
        assert said(other) == plain_text and len(plain_text) >= len(said(plain)) - 1
    else:
        assert (other.code, said(other)) == (plain.code, said(plain))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_word_file_counts_paragraphs(run: Run, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    write("draft.txt", text)
    write("draft.docx", lines(text))
    plain, other = (run(f"draft.{form}", "--format", "json").out for form in ("txt", "docx"))
    assert json.loads(other.replace("draft.docx", "draft.txt")) == json.loads(plain)


@pytest.mark.parametrize(
    ("data", "path", "form"),
    [
        (b"PK\x03\x04", "a.txt", "docx"),
        (b"\xd0\xcf\x11\xe0", "a.docx", "office"),
        (b"{\\rtf1", "a.doc", "office"),
        (b"%PDF-1.7", "-", "pdf"),
        (b"<html>", "-", "html"),
        (b"\n<!-- x -->\n<!DOCTYPE HTML>", "a.txt", "html"),
        (b"<p>x", "a.htm", "html"),
        (b"<p>x", "a.txt", "text"),
        (b"# x", "A.MD", "markdown"),
        (b"# x", "a.txt", "text"),
        ("**一、主要举措**\n检查36次。\n**二、不足**\n".encode(), "a.txt", "markdown"),
        ("## 主要举措\r\n检查36次。\r\n## 不足\r\n".encode("gbk"), "a.txt", "markdown"),
        ("**注意**：检查36次。\n**重点**工作。\n".encode(), "a.txt", "text"),
    ],
)
def test_what_a_file_is_its_content_says(data: bytes, path: str, form: str) -> None:
    assert form_of(data, path) == form


# Word: automatic numbers


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


OUTLINE = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + level(4, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def read(body: str, numbering: str = "", styles: str = "") -> Source:
    return read_docx(word(body, numbering, styles), "draft.docx")


def shown(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return read(body, numbering, styles).text.split("\n")[:-1]


def test_automatic_numbers() -> None:
    body = "".join(
        [
            numbered("甲"),
            numbered("乙", 1),
            numbered("丙", 1),
            numbered("丁", 2),
            numbered("戊", 2),
            numbered("己", 3),
            numbered("庚", 4),
            paragraph("辛"),
            numbered("壬", 0, 2),  # another list that shares the numbers goes on
            numbered("癸", 1),  # below a new heading, counting begins anew
            numbered("子", 0, 3),
            numbered("丑", 0, 3),
            numbered("寅", 0, 99),
        ]
    )
    assert shown(body, OUTLINE) == [
        *("一、甲", "（一）乙", "（二）丙", "1.丁", "2.戊", "1.1 己", "庚", "辛"),
        *("二、壬", "（一）癸", "五、子", "六、丑", "寅"),
    ]


def test_numbers_of_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="base"/></w:style>'
        '<w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
        '<w:style w:styleId="h2"><w:basedOn w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')
        for text, style, more in (
            ("甲", "h1", ""),
            ("乙", "h2", ""),
            ("丙", "h2", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),  # 0: no number here
            ("丁", "loop", ""),
            ("戊", "h1", ""),
        )
    )
    assert shown(body, OUTLINE, styles) == ["一、甲", "（一）乙", "丙", "丁", "二、戊"]


def test_automatic_numbers_make_an_outline(run: Run) -> None:
    body = "".join(
        numbered(line[2:]) if line[1] == "、" else numbered(line[3:], 1) if line[0] == "（" else paragraph(line)
        for line in VAGUE.splitlines()
        if line
    )
    write("draft.docx", word(body, OUTLINE))
    write("draft.txt", VAGUE)
    assert said(run("draft.docx", "--format", "json")) == said(run("draft.txt", "--format", "json"))


@pytest.mark.slow
def test_numbers_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    need_libreoffice()
    forms = ["decimal", "upperRoman", "lowerLetter", "ideographTraditional", "decimalEnclosedCircle", "chineseCounting"]
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{level(0, form, "%1、")}{level(1, form, "%1.%2、")}</w:abstractNum>'
        for at, form in enumerate(forms)
    ) + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(forms)))
    depths = [0, 0, 1, 1, 0, 1, *[0] * 9]
    data = word("".join(numbered("甲", depth, at) for at in range(1, len(forms)) for depth in depths), numbering)
    (tmp_path / "draft.docx").write_bytes(data)
    convert(tmp_path / "draft.docx", "txt:Text (encoded):UTF8")
    theirs = (tmp_path / "draft.txt").read_text(encoding="utf-8-sig").splitlines()
    assert read_docx(data, "").text.splitlines() == [line.strip().replace("、 ", "、") for line in theirs]


# Word: changes, fields, tables, boxes


def test_changes_read_as_accepted() -> None:
    body = paragraph(
        run("出台")
        + f"<w:del>{run('一批').replace('w:t', 'w:delText')}</w:del><w:ins>{run('2部')}</w:ins>"
        + run("规章。")
    )
    moved = f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>"
    gone = paragraph(f"<w:del>{run('整段')}</w:del>", "<w:rPr><w:del/></w:rPr>")
    joined = paragraph("前半，", "<w:rPr><w:del/></w:rPr>") + paragraph("后半。")
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删去的行')}</w:tc></w:tr></w:tbl>"
    assert shown(body + paragraph(moved) + gone + joined + row) == ["出台2部规章。", "新处", "前半，后半。"]


def test_fields_and_links() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    body = paragraph(
        run("第") + sign("begin") + code + sign("begin") + run("码") + sign("end") + sign("separate") + run("3") + sign("end")
        + f"<w:hyperlink>{run('页')}</w:hyperlink><w:smartTag>{run('，')}</w:smartTag><w:sdt><w:sdtContent>{run('完')}"
        + "</w:sdtContent></w:sdt>" + run("隐", "<w:vanish/>") + run("显", '<w:vanish w:val="0"/>')
    )  # fmt: skip
    assert shown(body) == ["第3页，完显"]


def test_signs_and_ruby() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('yún')}</w:rt><w:rubyBase>{run('云')}</w:rubyBase></w:ruby></w:r>"
    body = paragraph(ruby + "<w:r><w:tab/><w:t> 川 </w:t><w:noBreakHyphen/><w:br w:type='page'/></w:r>")
    assert shown(body) == ["云\t川-"]  # without xml:space="preserve", blanks at the ends do not count


def test_a_line_break_is_no_new_paragraph() -> None:
    source = read(paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>") + paragraph() + paragraph("丙"))
    assert source.text == "甲\n乙\n\n丙\n"
    assert [tuple(source.position(source.text.index(char))) for char in "甲乙丙"] == [(1, 1), (1, 3), (3, 1)]
    assert [source.text[slice(*line)] for line in source.lines] == ["甲", "乙", "", "丙"]


def test_tables_in_reading_order() -> None:
    source = read(paragraph("前") + table(("项目", "数量"), ("复议", "12")) + paragraph("后"))
    assert source.text.split() == ["前", "项目", "数量", "复议", "12", "后"]
    assert source.apart == {2, 3, 4, 5}
    assert source.position(source.text.index("后")).line == 6


def test_a_table_of_figures_is_no_prose(run: Run) -> None:
    rows = [("事项", "数量"), ("行政检查", "1260"), ("行政处罚", "318")]
    at = GOOD.splitlines().index("二、存在的不足和原因")
    body = [paragraph(line) for line in GOOD.splitlines()]
    write("draft.docx", word("".join([*body[:at], table(*rows), *body[at:]])))
    write("draft.txt", GOOD)
    assert said(run("draft.docx", "--format", "json")) == said(run("draft.txt", "--format", "json"))


def test_a_table_that_frames_the_text(run: Run) -> None:
    inner = "".join(paragraph(line) for line in VAGUE.splitlines())
    write("framed.docx", word(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"))
    write("draft.txt", VAGUE)
    assert said(run("framed.docx", "--format", "json")) == said(run("draft.txt", "--format", "json"))


def test_boxes_and_contents() -> None:
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('一、甲……1')}</w:sdtContent></w:sdt>"
    )
    source = read(
        contents + paragraph("二、乙……2", '<w:pStyle w:val="11"/>') + paragraph(run("正文") + drawn),
        styles='<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>',
    )
    assert source.text.split() == ["一、甲……1", "二、乙……2", "正文", "框中"]
    assert source.apart == {1, 2}


def test_headers_and_footnotes_are_apart() -> None:
    others = {
        "word/header1.xml": part("hdr", paragraph("页眉")),
        "word/footnotes.xml": part("footnotes", paragraph("脚注")),
        "word/comments.xml": part("comments", paragraph("批注")),
    }
    body = paragraph(run("正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert read_docx(word(body, others=others), "").text == "正文\n"


def test_a_page_break_parts_words() -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    body = paragraph(run("前文。") + page_break + run("二、后文")) + paragraph(page_break + run("新页") + page_break)
    assert read(body).text == "前文。\n二、后文\n新页\n"


@pytest.mark.parametrize(
    ("before", "behind", "gap"),
    [
        ("检查企业36家，整改", "隐患12处。", ""),
        ("检查36家。发现隐患、", "整改12处。", ""),
        ("检查36家。", "整改12处。", "\n"),
        ("情况如下：", "一、检查36家。", "\n"),
        ("青岚县法治政府建设年度报告", "2024年，检查36家。", "\n"),
    ],
)
@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_sentence_goes_on_behind_the_end_of_a_page(before: str, behind: str, gap: str, kind: str) -> None:
    ends = f'<w:r><w:br w:type="{kind}"/></w:r>'
    assert read(paragraph(run(before) + ends + run(behind))).text == f"{before}{gap}{behind}\n"


def test_rows_in_content_controls() -> None:
    row = f"<w:tr><w:tc>{paragraph('很长的一段话。')}</w:tc></w:tr>"
    body = f"<w:tbl>{row}<w:sdt><w:sdtContent>{row.replace('很', '更')}</w:sdtContent></w:sdt></w:tbl>"
    assert shown(body) == ["很长的一段话。", "更长的一段话。"]
    gone = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('删去的格')}</w:tc>"
    assert shown(f"<w:tbl><w:tr>{gone}<w:tc>{paragraph('留下')}</w:tc></w:tr></w:tbl>") == ["留下"]


def test_list_styles() -> None:
    """A list may take its levels from another, by the name of a style."""
    linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="公文"/></w:abstractNum>'
    numbering = OUTLINE.replace('w:abstractNumId="7">', 'w:abstractNumId="7"><w:styleLink w:val="公文"/>', 1)
    numbering = numbering.replace("</w:abstractNum>", "</w:abstractNum>" + linked, 1)
    numbering += '<w:num w:numId="5"><w:abstractNumId w:val="8"/></w:num>'
    assert shown(numbered("甲", 0, 5) + numbered("乙", 1, 5), numbering) == ["一、甲", "（一）乙"]


def test_a_field_without_end() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert shown(paragraph(run("前") + begin + run("后")) + paragraph("下段")) == ["前后", "下段"]
    deleted = paragraph(begin + run("码") + f"<w:del>{end}</w:del>" + run("文"))
    assert shown(deleted + paragraph("下段")) == ["文", "下段"]


def test_a_number_before_joined_paragraphs() -> None:
    body = paragraph("前，", "<w:rPr><w:del/></w:rPr>") + numbered("后")
    assert shown(body, OUTLINE) == ["一、前，后"]


# Pages


def page(body: str, head: str = "") -> Source:
    return read_source(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_the_article_is_found() -> None:
    text = read_source(as_page(GOOD).encode(), "a.html").text
    assert text.split("\n") == [*(line for line in GOOD.split("\n") if line), ""]


def test_what_is_above_the_article_is_kept() -> None:
    source = page(
        f"<h1>云川市2024年法治政府建设年度报告</h1><div>发布日期：2025-03-20 <a>打印</a></div><div>{GOOD.partition('现将')[2] * 3}</div>"
        "<div>下一篇：通知</div>"
    )
    assert source.text.splitlines()[:2] == ["云川市2024年法治政府建设年度报告", "发布日期：2025-03-20 打印"]
    assert "下一篇" not in source.text


FOOT = (
    "<p>网站标识码：1100000001 备案号：某ICP备12345678号</p><p>本网站由云川市人民政府办公室主办，未经授权，任何单位和个人不得转载本站内容。建议使用1024×768分辨率浏览本站。</p>"
    * 3
)


@pytest.mark.parametrize(
    "foot", ["<div>{}</div>", '<div class="page-footer">{}</div>', '<div id="foot">{}</div>', "{}"]
)
def test_prose_at_the_foot_of_a_page(foot: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in GOOD.splitlines()[1:])
    summary = "<div>摘要：云川市公布2024年法治政府建设年度报告。</div>"
    title = GOOD.splitlines()[0]
    source = page(f"{summary}<h1>{title}</h1><div>{body}</div>{foot.format(FOOT)}")
    assert source.text.split() == GOOD.split()


def test_what_the_styles_of_a_page_hide() -> None:
    head = "<style>.copy { color: red; display:none } @media print { .shown { display: none } }</style>"
    source = page(f'<div class="shown">{GOOD}</div><div class="big copy">{GOOD}</div>', head)
    assert source.text.count("存在的不足和原因") == 1


def test_a_title_over_two_lines(run: Run) -> None:
    write("draft.txt", GOOD.replace("2024年法治", "2024年\n法治", 1))
    known = json.loads(run("outline", "draft.txt", "--format", "json").out)
    assert (known["title"], known["issuer"], known["year"]) == ("云川市2024年法治政府建设年度报告", "云川市", 2024)


def test_lines_of_a_page() -> None:
    source = page(
        "<p>　　推进法治\n  政府 建设 A\n B&nbsp;<b>甲</b>乙<br>丙<span hidden>藏</span><i style='display: none'>藏</i></p>"
        "<div>丁<div>戊</div>己</div><pre>庚\n  辛</pre><!-- 藏 --><template>藏</template>"
    )
    assert source.text.splitlines() == ["　　推进法治政府 建设 A B 甲乙", "丙", "丁", "戊", "己", "庚", "辛"]


def test_lists_are_numbered() -> None:
    source = page(
        "<ol><li>甲<li>乙<ol type=a><li>丙</ol><li value=9>丁</ol><ul><li>戊</ul>"
        "<ol start=3 style='list-style-type: cjk-ideographic'><li>己</ol><ol style='list-style:none'><li>庚</ol>"
    )
    assert source.text.split() == ["1.甲", "2.乙", "a.丙", "9.丁", "戊", "三、己", "庚"]


def test_the_page_says_when_it_was_published(run: Run) -> None:
    head = '<meta name="PubDate" content="2025-03-20 10:00">'
    write("draft.html", as_page(GOOD).replace("<title>", head + "<title>"))
    assert json.loads(run("outline", "draft.html", "--format", "json").out)["published"] == "2025-03-20"
    assert page("<p>甲。", '<meta name=pubdate content="2025-13-40">').published is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "big5", "utf-16"])
def test_encodings_of_a_page(encoding: str) -> None:
    data = f'<html><head><meta charset="{encoding}"></head><body><p>云川市推行法治政府建設。</p></body></html>'
    text = data if encoding == "big5" else data.replace("設", "设")
    assert read_source(text.encode(encoding), "a.html").text.startswith(
        "云川市推行法治政府建" if encoding != "big5" else "云川市"
    )


def test_a_page_that_declares_a_wrong_encoding() -> None:
    data = '<html><meta charset="gb2312"><p>云川市。'
    assert read_source(data.encode(), "a.html").text == "云川市。\n"


def test_data_tables_of_a_page() -> None:
    source = page(
        "<p>甲。</p><table><tr><td>索引号<td>1-2<tr><td>日期<td>2025-03-20</table><table><tr><td><p>乙，很长的一段话。</table>"
    )
    assert source.text.split() == ["甲。", "索引号", "1-2", "日期", "2025-03-20", "乙，很长的一段话。"]
    assert source.apart == {2, 3, 4, 5}


# Markdown

MARKDOWN = """\
---
title: 题
---
# 云川市**2024年**法治政府建设年度报告

<!-- 备注 -->
## 一、主要举措

1. 出台[规章](http://example.org/规章)2部&nbsp;。
2. 清理\\*文件

| 项目 | 数量 |
|---|---|
| 复议 | 12 |

    （一）缩进的一行
第二行
<div>
块中
</div>
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_markdown(newline: str) -> None:
    raw = MARKDOWN.replace("\n", newline)
    source = read_source(raw.encode(), "a.md")
    assert source.text.splitlines() == [
        "云川市2024年法治政府建设年度报告", "一、主要举措", "1.出台规章2部 。", "2.清理*文件", "项目", "数量", "复议", "12",
        "（一）缩进的一行", "第二行", "块中",
    ]  # fmt: skip
    assert source.apart == {5, 6, 7, 8}
    for words in ("云川市", "2024年", "出台", "规章", "文件", "12", "（一）", "第二行", "块中"):
        at = source.text.index(words)
        line, column = source.position(at)
        written = raw.split(newline)[line - 1]
        assert written[column - 1 :].startswith(words)
        assert source.end_position(at + len(words)) == (line, column + len(words))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_without_end(newline: str) -> None:
    """Many lines after --- take no time, however they end, and are no front matter; with an end they are."""
    lines = ["---", *["甲: 1"] * 45, "", "# 一、主要举措"]
    started = time.process_time()
    assert "甲: 1" in read_source(newline.join(lines).encode(), "draft.md").text
    assert time.process_time() - started < 2
    lines[46] = "---"
    assert read_source(newline.join(lines).encode(), "draft.md").text.strip() == "一、主要举措"


@pytest.mark.parametrize(("raw", "words"), [("**培训：** 办班6期", "培训：办班6期"), ("**培训** 6期", "培训 6期")])
def test_a_blank_that_markdown_asks_for_is_no_text(raw: str, words: str) -> None:
    assert read_source(raw.encode(), "a.md").text.strip() == words


def test_markdown_is_fixed_in_place(run: Run) -> None:
    text = (
        FAULTY.replace("一、", "## 一、")
        .replace("126件", "**126**件")
        .replace("（二）规范", "（二）**规范**")
        .replace("318件。", "318件。。")
    )
    write("draft.md", text)
    found = run("draft.md", "--format", "json").found
    fixable = [item for item in found if item["replacement"]]
    assert fixable
    assert run("draft.md", "--fix").code in (0, 1)
    after = Path("draft.md").read_text(encoding="utf-8")
    assert after != text and "**126**" in after and "## 一、" in after
    assert not [item for item in run("draft.md", "--format", "json").found if item["replacement"]]


def test_a_word_file_is_not_fixed(run: Run) -> None:
    data = lines(FAULTY.replace("318件。", "318件。。"))
    write("draft.docx", data)
    outcome = run("draft.docx", "--fix")
    assert outcome.code == 2 and "reportlint review" in outcome.err
    assert Path("draft.docx").read_bytes() == data


# PDF and what LibreOffice reads


def need_libreoffice() -> None:
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        pytest.skip("LibreOffice is not installed")


def convert(path: Path, form: str) -> Path:
    """What LibreOffice makes of a file, beside it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix("." + form.split(":")[0])


@pytest.mark.slow
@pytest.mark.parametrize("form", ["doc", "rtf", "odt", "pdf"])
def test_other_word_processors(run: Run, tmp_path: Path, form: str) -> None:
    need_libreoffice()
    text = (FOLDER / "faulty-missing-part.txt").read_text(encoding="utf-8")
    write("draft.txt", text)
    write("draft.docx", word("".join(paragraph(line, "<w:ind w:firstLineChars='200'/>") for line in text.splitlines())))
    convert(tmp_path / "draft.docx", form)
    assert said(run(f"draft.{form}", "--format", "json")) == said(run("draft.txt", "--format", "json"))


@pytest.mark.slow
def test_pages_of_a_pdf(run: Run, tmp_path: Path) -> None:
    """Bare page numbers, an empty page, a paragraph over the end of a page."""
    need_libreoffice()
    text = (FOLDER / "good.txt").read_text(encoding="utf-8")
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    footer = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="{footer}" Target="footer1.xml"/></Relationships>'
    break_ = '<w:r><w:br w:type="page"/></w:r>'
    body = "".join(paragraph(line, "<w:ind w:firstLineChars='200'/>") for line in text.splitlines())
    section = '<w:sectPr><w:footerReference w:type="default" r:id="f"/></w:sectPr>'
    others: dict[str, str | bytes] = {
        "word/footer1.xml": part("ftr", paragraph(field, '<w:jc w:val="center"/>')),
        "word/_rels/document.xml.rels": relations,
    }
    write("draft.docx", word(body + paragraph(break_) + paragraph(break_) + section, others=others))
    convert(tmp_path / "draft.docx", "pdf")
    lines_read = read_source((tmp_path / "draft.pdf").read_bytes(), "draft.pdf").text.split()
    assert lines_read == "".join(f"{line}\n" for line in text.splitlines()).split()


def test_without_libreoffice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(office, "_PLACES", ())
    write("draft.wps", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"))
    outcome = run("draft.wps")
    assert outcome.code == 2 and "LibreOffice" in outcome.err and "docx" in outcome.err


# Bad input: a sentence naming the file and what to do; bounded time and memory; the other files are linted all the same

MEGABYTE = 1024 * 1024


def bomb() -> bytes:
    return word("", others={"word/document.xml": b" " * (200 * MEGABYTE)})


def entity() -> bytes:
    lol = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    document = (
        part("document", f"<w:body>{paragraph('&x;')}</w:body>").replace("?>", "?>" + lol).replace("&amp;x;", "&x;")
    )
    return word("", others={"word/document.xml": document})


def broken_stream() -> bytes:
    data = bytearray(lines(GOOD * 20))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 40] = bytes(40)
    return bytes(data)


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("draft.docx", bomb, "炸弹"),
    "external entity": ("draft.docx", entity, "DOCTYPE"),
    "nested tables": ("draft.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), "层"),
    "broken xml": ("draft.docx", lambda: word("", others={"word/document.xml": "<w:document"}), "XML"),
    "unknown encoding": ("draft.docx", lambda: word("", others={"word/document.xml": "<?xml version='1.0' encoding='x-no'?><a/>"}), "word/document.xml"),
    "unbounded compression": ("draft.docx", lambda: compressed(zipfile.ZIP_BZIP2), "压缩方法"),
    "two of one name": ("draft.docx", lambda: twice(), "重名"),
    "newer than zip": ("draft.docx", lambda: lines(GOOD).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"), "损坏"),
    "many elements": ("draft.docx", lambda: word("<w:p/>" * 400_001), "元素"),
    "many attributes of elements": ("draft.docx", lambda: word('<w:p w:a="1" w:b="2"/>' * 140_000), "属性"),
    "many names of elements": ("draft.docx", lambda: word("".join(f"<w:p{at}/>" for at in range(3_000))), "元素"),
    "broken stream": ("draft.docx", broken_stream, "损坏"),
    "half a file": ("draft.docx", lambda: lines(GOOD * 20)[:-200], "损坏"),
    "no main part": ("draft.docx", lambda: word("", others={"_rels/.rels": "<a/>"}), "不是 Word"),
    "no body": ("draft.docx", lambda: word("", others={"word/document.xml": part("document", "")}), "没有正文"),
    "no word file at all": ("draft.docx", lambda: b"abc", "却不是"),
    "a sheet": ("draft.docx", lambda: word("", others={"xl/workbook.xml": "<a/>"}), "Excel"),
    "many members": ("draft.docx", lambda: b"PK\x03\x04" + b"PK\x01\x02" * 10_001, "超过"),
    "empty document": ("draft.docx", lambda: word(paragraph()), "没有文字"),
    "encrypted": ("draft.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "broken word 97": ("draft.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 9, "已损坏"),
    "million tags": ("draft.html", lambda: b"<html><body>" + b"<p>a</p>" * 1_000_000, "请"),
    "many attributes": ("draft.html", lambda: b"<html><body><p " + b" ".join(b"a%d" % at for at in range(100_000)), "属性"),
    "many brackets": ("draft.md", lambda: b"![[" * 130_000, "["),
    "attributes on many tags": ("draft.html", lambda: b"<html><body>" + b"<p a b c d e f g h>a</p>" * 80_000, "属性"),
    "many options": ("draft.html", lambda: b"<html><body><select>" + b"<option>a" * 6_000, "选项"),
    "formatting left open": ("draft.html", lambda: b"<html><body>" + b"".join(b"<b id=a%d>" % at for at in range(900)) + b"<p>a" * 5_000, "层"),
    "nested tags": ("draft.html", lambda: b"<html><body>" + b"<div>" * 100_000, "层"),
    "page without text": ("draft.html", lambda: b"<html><body><img src=a.png></body></html>", "没有文字"),
    "pdf without text": ("draft.pdf", lambda: scanned(), "文字层"),
    "heavy pdf": ("draft.pdf", lambda: inflated(), "限度"),
    "broken pdf": ("draft.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "损坏"),
}  # fmt: skip


def pdf(*pages: bytes) -> bytes:
    """A PDF of pages; each what stands in the page's dictionary, and further objects from number 100 on."""
    kids = " ".join(f"{at} 0 R" for at in range(3, 3 + len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s" % page for page in pages]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, content) for at, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 200 /Root 1 0 R >>\n%%EOF\n"


def scanned() -> bytes:
    """A PDF of one blank page."""
    return pdf(b">>")


def inflated() -> bytes:
    """A PDF whose one page unpacks, twice, to gigabytes."""
    packer = zlib.compressobj(1)
    once = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(2_000)) + packer.flush()
    stream = zlib.compress(once, 9)
    content = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(stream), stream)
    return pdf(b"/Contents 100 0 R >>\nendobj\n100 0 obj\n" + content)


def twice() -> bytes:
    """A Word file with two main parts of one name."""
    packed = io.BytesIO(lines(GOOD))
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/document.xml", "")
    return packed.getvalue()


def compressed(method: int) -> bytes:
    """A Word file packed in an unusual way."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(lines(GOOD))) as old, zipfile.ZipFile(packed, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_bad_documents(run: Run, name: str) -> None:
    path, make, reason = BAD[name]
    write(path, make())
    write("fine.txt", FAULTY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    outcome = run(path, "fine.txt", *ONLY, "--format", "json")
    assert time.monotonic() - started < 20
    assert (outcome.code, outcome.checks) == (2, ["vague-quantity", "missing-section"])
    assert outcome.err.startswith(f"reportlint: {path}：") and outcome.err.count("\n") == 1
    assert reason in outcome.err and ("请" in outcome.err or "没有读取" in outcome.err)
    kilobytes = 1 if sys.platform == "linux" else 1024
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / kilobytes < 400 * 1024


@pytest.mark.parametrize("form", FORMS)
def test_half_a_document(run: Run, form: str) -> None:
    """Any beginning of a file is read, or refused with a sentence."""
    whole = FORMS[form](GOOD)
    for size in range(0, len(whole), max(1, len(whole) // (10 if form == "pdf" else 60))):  # each begins a process
        with suppress(UnreadableError):
            read_source(whole[:size] or b" ", f"draft.{form}")


def test_json_says_the_paragraph(run: Run) -> None:
    write("draft.docx", lines(VAGUE))
    (found,) = run("draft.docx", "--format", "json", *ONLY).found
    where: dict[str, Any] = {key: found[key] for key in ("line", "column", "end_line", "end_column", "text")}
    assert where == {"line": 6, "column": 11, "end_line": 6, "end_column": 13, "text": "一批"}
