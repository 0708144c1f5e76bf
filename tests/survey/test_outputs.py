"""What a survey writes: each output, whatever becomes of the others; and links, whatever signs names have."""

from __future__ import annotations

import errno
import gc
import json
import sys
from pathlib import Path
from typing import IO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

pytest.importorskip("rensa", reason="the extra survey is not installed")

from conftest import Run, write
from openpyxl import load_workbook

from reportlint.command import survey_outputs
from reportlint.command.survey import survey
from reportlint.survey import as_xlsx, letters
from reportlint.survey.binary import in_pieces
from reportlint.survey.links import address

TEXT = "云川市水利局2024年度法治政府建设情况报告\n一、主要举措和成效\n办理案件36件，取得明显成效。\n"


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("failing", [(letters, "write_file"), (as_xlsx, "in_pieces")], ids=["letters", "Excel"])
def test_one_that_fails_costs_no_other(run: Run, monkeypatch: pytest.MonkeyPatch, failing: tuple[object, str]) -> None:
    write("in/a.txt", TEXT)
    monkeypatch.setattr(*failing, full)
    outcome = run("survey", "in", "--feedback", "letters", "-o", "a.xlsx", "-o", "b.html", "-o", "c.json")
    assert outcome.code == 2 and "磁盘满了" in outcome.err and "写好了 c.json" in outcome.out
    written = {name for name in ("a.xlsx", "b.html", "c.json") if Path(name).exists()}
    assert written == {"b.html", "c.json"} | ({"a.xlsx"} if failing[0] is letters else set())
    assert len(list(Path("letters").iterdir())) == (0 if failing[0] is letters else 2)


def test_a_library_that_gives_up_does_so_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", shown.append)

    def write(file: IO[bytes]) -> None:
        package = ZipFile(file, "w")
        package.writestr("a.xml", "<a/>")
        try:
            full()
        except OSError:
            raise RuntimeError("its own word for that") from None

    with pytest.raises(OSError, match="No space left"):
        list(in_pieces(write))
    gc.collect()
    assert shown == []


def test_who_reads_no_more_costs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: str) -> None:
        raise BrokenPipeError

    monkeypatch.chdir(tmp_path)
    write("in/a.txt", TEXT)
    monkeypatch.setattr(survey_outputs, "show", closed)
    with pytest.raises(BrokenPipeError):  # of which the command says nothing
        survey(["in"], output=["out.json"], feedback="letters")
    assert len(json.loads(Path("out.json").read_text("utf-8"))["reports"]) == 1
    assert len(list(Path("letters").iterdir())) == 2


def test_links_keep_the_signs_of_names(run: Run) -> None:
    names = ["a#1%20 b%.txt", "[局] {1}？&c=d'~@^`.txt", 'q?x<y>"z"|.txt', "甲：乙:丙\\丁.txt"]
    for name in names:
        write(f"in/{name}", TEXT)
    write("x", TEXT)  # a name of one letter
    run("survey", "in", "x", "-o", "in/out.xlsx", "-o", "in/out.html", "--feedback", "in 1#/")
    cells = [cell for row in load_workbook("in/out.xlsx")["总表"].iter_rows() for cell in row if cell.hyperlink]
    targets = {unquote(cell.hyperlink.target.replace("\\", "/")) for cell in cells}
    assert {*names, "../x"} <= targets and len(targets) == 10
    assert all((Path("in") / target).exists() for target in targets)
    assert 'href="./../in%201%23/' in Path("in/out.html").read_text("utf-8")


def test_a_link_that_leads_nowhere_is_none() -> None:
    assert address("a\u202eb.txt", "") is None and address(f"{'a' * 300}.txt", "") is None
