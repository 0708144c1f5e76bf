"""OpenDocument texts: hidden sections are no text; all else stays as it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportlint.readers.odt import without_hidden


def odt(content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", content)
        made.writestr("Pictures/a.png", b"\x89PNG")
    return file.getvalue()


def section(words: str, told: str = "") -> str:
    return f'<text:section text:name="a"{told}><text:p>{words}</text:p></text:section>'


GONE = ' text:display="none"'


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (section("甲") + section("乙", GONE) + section("丙"), section("甲") + section("丙")),
        (section(f"甲{section('乙', GONE)}丙"), section("甲丙")),
        (section(f"甲{section('乙')}<text:section text:name='b'/>丙", GONE) + "丁", "丁"),
        (section("甲", " text:display='condition' text:is-hidden='true'") + section("乙", GONE) + "丙", "丙"),
        (f"<text:section{GONE}/>" + section("乙"), f"<text:section{GONE}/>" + section("乙")),
    ],
)
def test_hidden_sections_are_taken_out(content: str, shown: str) -> None:
    with zipfile.ZipFile(io.BytesIO(without_hidden(odt(content)))) as made:
        assert made.namelist() == ["mimetype", "content.xml", "Pictures/a.png"]
        assert made.read("content.xml").decode() == shown


@pytest.mark.parametrize(
    "data",
    [
        odt(section("甲", ' text:display="true"')),
        odt(f"<text:section{GONE}>甲"),
        odt("甲").replace(b"content.xml", b"kontent.xml"),
        b"PK\x03\x04",
    ],
)
def test_other_files_stay(data: bytes) -> None:
    assert without_hidden(data) == data
