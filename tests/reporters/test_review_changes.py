"""Fixes in the review copy as tracked changes: all accepted, it is what --fix makes; all refused, it is the draft."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Run, write
from documents import W, lines, paragraph, word
from documents import run as run_
from docx import Document
from test_cli import GOOD

from reportlint.readers import read_source

FAULTS = "办结案件12件,满意率98%。。组织培训3次，参训人数达到到560人次。"
TEXT = "\n".join([*GOOD.splitlines()[:4], FAULTS, *GOOD.splitlines()[4:]])


def paragraphs(data: bytes, left_out: str, kept: str) -> list[str]:
    """The text with one kind of change left out, read without the project's own reader."""
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    said = []
    for each in body.iter(f"{{{W}}}p"):
        dropped = {id(run) for change in each.iter(f"{{{W}}}{left_out}") for run in change.iter(f"{{{W}}}r")}
        runs = [run for run in each.iter(f"{{{W}}}r") if id(run) not in dropped]
        said.append(
            "".join(text.text or "" for run in runs for text in run if text.tag in (f"{{{W}}}t", f"{{{W}}}{kept}"))
        )
    return said


def copied(run: Run, draft: str) -> bytes:
    assert run("review", draft, "-o", "copy.docx", "--changes").code == 0
    return Path("copy.docx").read_bytes()


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_accepted_it_is_what_fix_makes_and_refused_the_draft(run: Run, form: str) -> None:
    write("mended.txt", TEXT)
    assert "改好了" in run("mended.txt", "--fix").out
    write(f"draft.{form}", TEXT if form == "txt" else lines(TEXT))
    data = copied(run, f"draft.{form}")
    mended = Path("mended.txt").read_text("utf-8").splitlines()
    assert mended != TEXT.splitlines()
    assert read_source(data, "").raw.splitlines() == mended
    assert paragraphs(data, "del", "t") == mended
    assert paragraphs(data, "ins", "delText") == TEXT.splitlines()


def test_changes_have_an_author_a_day_and_a_number_of_their_own(run: Run) -> None:
    write("draft.docx", lines(TEXT))
    body = Document(io.BytesIO(copied(run, "draft.docx"))).element.body
    changes = body.xpath("//w:ins | //w:del")
    name = f"{{{W}}}"
    assert len(changes) > 2
    assert {each.get(f"{name}author") for each in changes} == {"reportlint"}
    assert all(each.get(f"{name}date", "").endswith("Z") for each in changes)
    numbers = [each.get(f"{name}id") for each in changes]
    assert len(set(numbers)) == len(numbers)


def test_the_look_of_the_words_stays(run: Run) -> None:
    bold = "<w:b/><w:color w:val='FF0000'/>"
    body = "".join(paragraph(line) for line in GOOD.splitlines()[:4])
    write("draft.docx", word(f"{body}<w:p>{run_('办结案件12件,满意率', bold)}{run_('98%。。')}</w:p>"))
    (inserted,) = Document(io.BytesIO(copied(run, "draft.docx"))).element.body.xpath("//w:ins[.//w:t='，']")
    assert {each.tag for each in inserted.iter()} >= {f"{{{W}}}b", f"{{{W}}}color"}


def test_a_change_within_anothers_change_or_a_link_stays_advice(run: Run) -> None:
    body = "".join(paragraph(line) for line in GOOD.splitlines()[:4])
    link = f"<w:hyperlink>{run_('办结案件12件,满意率98%。')}</w:hyperlink>"
    write("draft.docx", word(f"{body}<w:p>{link}</w:p>"))
    data = copied(run, "draft.docx")
    assert Document(io.BytesIO(data)).element.body.xpath("//w:ins | //w:del") == []
    assert any("改为：，" in comment.text for comment in Document(io.BytesIO(data)).comments)


def test_without_the_option_nothing_is_changed(run: Run) -> None:
    write("draft.docx", lines(TEXT))
    run("review", "draft.docx", "-o", "copy.docx")
    assert Document("copy.docx").element.body.xpath("//w:ins | //w:del") == []


def test_the_copy_of_a_text_says_what_it_is(run: Run) -> None:
    write("draft.txt", TEXT)
    copied(run, "draft.txt")
    about = Document("copy.docx").core_properties
    assert about.title == GOOD.splitlines()[0] and about.author == "reportlint"
    assert about.created and about.created.year > 2024
