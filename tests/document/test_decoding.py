"""Bytes that do not fit an encoding: named with their line, or lost one by one where that is safe."""

from __future__ import annotations

import pytest
from conftest import Run, write

from reportlint.document.decoding import decode
from reportlint.document.source import UnreadableError

TEXT = "青岚县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n" + "办理行政复议案件36件，办结30件。\n" * 40


def test_a_byte_too_many_in_utf_8_becomes_a_lost_character() -> None:
    data = TEXT.encode()
    at = data.index("办理".encode()) + 6
    source = decode(data[:at] + b"\xff" + data[at:], "draft.txt")
    assert source.encoding == "utf-8"
    assert source.text == TEXT.replace("办理", "办理\ufffd", 1)


def test_a_byte_lost_in_gb18030_is_named_with_its_line() -> None:
    data = TEXT.encode("gb18030")
    at = data.index("复议".encode("gb18030"))
    with pytest.raises(UnreadableError, match=r"第 3 行有不合 GB18030 编码的字节（0x[0-9A-F]{2}）"):
        decode(data[:at] + data[at + 1 :], "draft.txt")


def test_on_a_page_it_is_lost_where_it_stands(run: Run) -> None:
    page = f"<html><body><div>访问量：#</div><div>{'<p>'.join(TEXT.splitlines())}</div></body></html>"
    write("page.html", page.encode("gb18030").replace(b"#", b"\xfd"))
    assert run("page.html", "--select", "garbled-text", "--format", "json").found == []
    write("page.html", page.replace("行政复议", "行政#复议", 1).encode().replace(b"#", b"\xfd"))
    assert run("page.html", "--select", "garbled-text", "--format", "json").checks == ["garbled-text"]


def test_many_are_another_encoding() -> None:
    with pytest.raises(UnreadableError, match="读不出文字"):
        decode(TEXT.encode("big5", "replace") + b"\xff\xfe\xfd" * 20, "draft.txt")


def test_half_a_character_of_utf_16_is_named() -> None:
    with pytest.raises(UnreadableError, match="UTF-16-LE"):
        decode(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00", "draft.txt")


def test_the_place_is_told_and_nothing_written_back(run: Run) -> None:
    data = TEXT.encode().replace("36件，".encode(), "36件,".encode() + b"\xff", 1)
    write("draft.txt", data)
    told = run("draft.txt", "--select", "garbled-text", "--format", "json")
    assert told.checks == ["garbled-text"] and told.found[0]["line"] == 3
    assert "不合 UTF-8 编码" in told.found[0]["message"]
    fixed = run("draft.txt", "--fix")
    assert fixed.code == 2 and "逐字节" in fixed.err
