"""Pages: what a browser shows a reader is read, once; what it hides, or strikes through, is not."""

from __future__ import annotations

import pytest
from test_cli import GOOD

from reportlint.document.source import UnreadableError
from reportlint.readers import form_of, read_source
from reportlint.readers.web_archive import read as read_archive

LINES = [line for line in GOOD.splitlines() if line]
ARTICLE = "".join(f"<p>{line}</p>\n" for line in LINES)


def read(body: str, head: str = "") -> list[str]:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_source(page.encode(), "a.html").text.splitlines()


@pytest.mark.parametrize("style", ["visibility:hidden", "display: none", "VISIBILITY : HIDDEN"])
def test_an_article_that_a_script_will_show(style: str) -> None:
    assert read(f'<div style="{style}">{ARTICLE}</div>') == LINES
    assert read(f"<div class=x>{ARTICLE}</div>", f"<style>.x{{{style}}}</style>") == LINES


@pytest.mark.parametrize(
    ("copy", "rules"),
    [
        ('style="display:none"', ""),
        ('class="print"', ".print{display:none}"),
        ('class="print"', "@media screen{.print{display:none}}"),
        ('class="mobile"', "@media (min-width:800px){.mobile{display:none}}"),
        ('style="position:absolute;left:-9999px"', ""),
        ('style="height:0;overflow:hidden"', ""),
        ('style="opacity:0"', ""),
        ('class="copy"', ""),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_second_copy_is_read_once(copy: str, rules: str, first: bool) -> None:
    other = f"<div {copy}>{ARTICLE}</div>"
    body = other + f"<div>{ARTICLE}</div>" if first else f"<div>{ARTICLE}</div>" + other
    assert read(body, f"<style>{rules}</style>") == LINES


def test_a_few_sentences_that_stand_again_are_no_copy() -> None:
    again = "".join(f"<p>{line}</p>" for line in LINES[2:5])
    assert read(f"<div>{ARTICLE}{again}</div>") == [*LINES, *LINES[2:5]]


@pytest.mark.parametrize(
    "rules",
    [
        ".nav .con{display:none}",
        ".tab.active{display:none}",
        ".x > .con{display:none}",
        "body.has-footer .con:hover{display:none}",
        "#other.con{display:none}",
        ".con{display:none} .con{display:block}",
        "@media print{.con{display:none}}",
        ".con::after{display:none}",
        "con]{display:none}",
    ],
)
def test_rules_that_name_something_else(rules: str) -> None:
    assert read(f'<div class="con tab">{ARTICLE}</div>', f"<style>{rules}</style>") == LINES


def test_rules_are_asked_of_the_page() -> None:
    aside = (
        "<div class=nav><div class=con><p>办事指南请到大厅窗口领取，也可以在网上查询，欢迎来电咨询。</p></div></div>"
    )
    body = f"{aside}<div class=con>{ARTICLE}</div>"
    assert read(body, "<style>.nav .con{display:none}</style>") == LINES
    assert (
        read(f"<p>{LINES[0]}</p><p>甲<b class=x>藏</b>乙</p>{ARTICLE}", "<style>b.x{display:none}</style>")[1] == "甲乙"
    )


@pytest.mark.parametrize("name", ["content-foot", "footer", "has-footer", "page_foot"])
def test_a_name_that_means_something_else(name: str) -> None:
    """Where nearly all stands in what is called a foot, it is none."""
    assert read(f'<div class="{name}">{ARTICLE}</div>') == LINES


STRUCK = "text-decoration: line-through", "text-decoration-line:underline line-through"


@pytest.mark.parametrize(
    "markup",
    [
        *(f"<{tag}>{{}}</{tag}>" for tag in ("s", "del", "strike")),
        *(f'<i style="{style}">{{}}</i>' for style in STRUCK),
    ],
)
def test_struck_through_words_are_no_text(markup: str) -> None:
    assert read(f"<p>受理{markup.format('58')}57件。</p>") == ["受理57件。"]


def test_words_that_are_merely_underlined_stay() -> None:
    assert read('<p>受理<u>57</u><i style="text-decoration:underline;color:red">件</i>。</p>') == ["受理57件。"]


# A page saved as one file

MESSAGE = (
    "From: <Saved by a browser>\r\nSubject: =?utf-8?B?5oql5ZGK?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n'
    "----b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{page}\r\n"
    "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b--\r\n"
)


def archive(kind: str = "text/html; charset=utf-8") -> bytes:
    from quopri import encodestring

    page = f'<html><head><meta charset="utf-8"></head><body>{ARTICLE}</body></html>'
    return MESSAGE.format(kind=kind, coding="quoted-printable", page=encodestring(page.encode()).decode()).encode()


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.txt", "-"])
def test_a_page_saved_as_one_file(name: str) -> None:
    assert form_of(archive(), name) == "web_archive"
    source = read_source(archive(), name)
    assert source.text.splitlines() == LINES and source.form == "html"


def test_an_archive_without_a_page() -> None:
    with pytest.raises(UnreadableError, match=r"没有网页正文.*另存"):
        read_archive(archive("text/css"), "a.mht")


def test_a_text_about_a_message_is_none() -> None:
    assert form_of("云川市年度报告\nContent-Type: multipart/related\n".encode(), "a.txt") == "text"


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<ruby>崤<rp>(</rp><rt>xiáo</rt><rp>)</rp></ruby>山镇", "崤山镇"),
        ("<ruby>崤<rb>山</rb><rtc><rt>xiáo</rt></rtc></ruby>镇", "崤山镇"),
        ("<span style='mso-list:Ignore'>（三）<span>&nbsp;&nbsp; </span></span>规范执法", "（三）规范执法"),
        ("<span style='mso-list: Ignore'>2.<span>&nbsp;&nbsp; </span></span>规范执法", "2.规范执法"),
        ("<span style='mso-list:Ignore'>1.2<span>&nbsp;&nbsp; </span></span>规范执法", "1.2 规范执法"),
        ("<span style='mso-list:Ignore;font-family:Wingdings'>Ø<span>&nbsp; </span></span>规范执法", "规范执法"),
    ],
)
def test_what_stands_over_words_and_numbers_that_word_wrote(markup: str, read: str) -> None:
    assert read_source(f"<html><body><p>{markup}</p>{ARTICLE}</body></html>".encode(), "a.html").text.startswith(
        f"{read}\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<frameset rows='60,*'><frame src=a.html><frame src=b.html><noframes>不支持框架</noframes></frameset>",
        "<body><iframe src=b.html></iframe></body>",
    ],
)
def test_a_page_of_frames_has_no_text(body: str) -> None:
    page = f"<html><head><title>青岚县2024年法治政府建设年度报告</title></head>{body}</html>"
    with pytest.raises(UnreadableError, match="框架"):
        read_source(page.encode(), "a.html")
