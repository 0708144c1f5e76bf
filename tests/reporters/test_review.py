"""The review copy: each finding a comment on the very words, the rest of the file as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import Outcome, Run, write
from documents import W, lines, numbered, paragraph, part, table, word
from documents import run as run_
from docx import Document
from test_cli import FAULTY, GOOD, ONLY
from test_readers import EXAMPLES, OUTLINE, convert, need_libreoffice

from reportlint.linting.check import load_checks
from reportlint.readers import read_source


def name(tag: str) -> str:
    return f"{{{W}}}{tag}"


def commented(data: bytes) -> list[tuple[str, str]]:
    """Each comment of a Word file by reportlint: its first line, and the words it is anchored on; in order of their numbers.

    Read without the project's own reader: what stands between the two marks, paragraph by paragraph.
    """
    body = Document(io.BytesIO(data)).element.body
    notes = {note.comment_id: note for note in Document(io.BytesIO(data)).comments if note.author == "reportlint"}
    anchored: dict[int, str] = {}
    open_now: set[int] = set()
    for element in body.iter():
        if element.tag == name("commentRangeStart"):
            open_now.add(int(element.get(name("id"))))
            anchored[int(element.get(name("id")))] = ""
        elif element.tag == name("commentRangeEnd"):
            open_now.remove(int(element.get(name("id"))))
        elif element.tag == name("t"):
            for number in open_now:
                anchored[number] += element.text or ""
        elif element.tag in (name("br"), name("p")):
            for number in open_now:
                anchored[number] += "\n"
    assert not open_now
    return [(notes[number].paragraphs[0].text, anchored[number]) for number in sorted(notes)]


_STRAIGHT = str.maketrans("“”", '""')


def reviewed(run: Run, draft: str, *options: str) -> tuple[Outcome, list[tuple[str, str]], bytes]:
    outcome = run("review", draft, "-o", "copy.docx", *options)
    data = Path("copy.docx").read_bytes() if Path("copy.docx").exists() else b""
    return outcome, commented(data) if data else [], data


def found(run: Run, draft: str, *options: str) -> list[tuple[str, str]]:
    """What the comments must say, and on which words."""
    words, titles = {"error": "错误", "warning": "警告", "info": "提示"}, load_checks()
    items = run(draft, "--format", "json", *options).found
    return [
        (
            f"【{words[item['severity']]}】{titles[item['check']].title}：{item['message'].split('建议：')[0]}",
            item["text"].replace("\r\n", "\n"),
        )
        for item in items
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["txt", "docx"])
def test_every_finding_is_a_comment_on_its_words(run: Run, path: Path, form: str) -> None:
    text = path.read_text(encoding="utf-8")
    write(f"draft.{form}", text if form == "txt" else lines(text))
    before = Path(f"draft.{form}").read_bytes()
    outcome, comments, data = reviewed(run, f"draft.{form}")
    expected = found(run, f"draft.{form}")
    written = [(said, words.translate(_STRAIGHT)) for said, words in comments]  # JSON has the quotes as they are read
    assert sorted(written) == sorted((said, words.translate(_STRAIGHT)) for said, words in expected)
    assert (outcome.code, outcome.out) == (0, f"写好了 copy.docx：{len(expected)} 条批注。\n")
    assert Path(f"draft.{form}").read_bytes() == before
    assert read_source(data, "").raw.splitlines() == [line.replace("\t", " ") for line in text.splitlines()]


BOLD = "<w:b/><w:color w:val='FF0000'/>"
DRAFT = "".join(paragraph(line) for line in GOOD.splitlines()[:5])
SPLIT = (
    run_("（一）健全制度。出台", BOLD)
    + "<w:r><w:rPr><w:i/></w:rPr><w:tab/><w:t>一</w:t><w:t>批</w:t><w:br/><w:t xml:space='preserve'>政府规章 </w:t></w:r>"
    + f"<w:hyperlink><w:ins>{run_('印发一批文件，')}</w:ins></w:hyperlink><w:del>{run_('旧')}</w:del>"
    + "<w:r><mc:AlternateContent><mc:Choice><w:t>大量</w:t></mc:Choice></mc:AlternateContent><w:t>文件。</w:t></w:r>"
)


def look(data: bytes) -> list[tuple[str, str]]:
    """The words of a document, character by character, with the look of the run each stands in."""
    shown = []
    for element in ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).iter(name("r")):
        properties = element.find(name("rPr"))
        style = "".join(child.tag for child in properties) if properties is not None else ""
        signs = {name("tab"): "\t", name("br"): "\n"}
        for child in element.iter():
            shown += [
                (char, style) for char in signs.get(child.tag, child.text or "" if child.tag == name("t") else "")
            ]
    return shown


def test_runs_are_split_and_nothing_else_changes(run: Run) -> None:
    existing = part(
        "comments", f'<w:comment w:id="4" w:author="王芳" w:initials="W">{paragraph("请补数字。")}</w:comment>'
    )
    others: dict[str, str | bytes] = {
        "word/media/a.png": bytes(range(256)),
        "customXml/item1.xml": "<note><!-- 保留 --></note>",
        "word/styles.xml": part("styles", '<w:style w:type="paragraph"  w:styleId="x"><w:name w:val="x"/></w:style>'),
        "word/comments.xml": existing,
    }
    marked = (
        '<w:commentRangeStart w:id="4"/>'
        + SPLIT
        + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    data = with_comments(word(DRAFT + paragraph(marked), others=others))
    write("draft.docx", data)
    _, comments, copy = reviewed(run, "draft.docx", "--select", "vague-quantity")
    expected = found(run, "draft.docx", "--select", "vague-quantity")
    assert comments == expected and len(expected) == 3
    reference = [item for item in look(copy) if item[0] not in ("",)]
    assert reference == look(data)
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(copy))
    changed = {entry for entry in old.namelist() if old.read(entry) != new.read(entry)}
    assert changed <= {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}
    assert set(new.namelist()) == set(old.namelist())
    authors = [note.author for note in Document(io.BytesIO(copy)).comments]
    assert authors == ["王芳", "reportlint", "reportlint", "reportlint"]


def with_comments(data: bytes) -> bytes:
    """The package with its comments declared, as Word would."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Rel", f'<Relationship Id="c" Type="{kind}" Target="comments.xml"/></Rel'.encode()
                )
            if entry == "[Content_Types].xml":
                override = (
                    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument'
                    '.wordprocessingml.comments+xml"/><Default Extension="png" ContentType="image/png"/></Types>'
                )
                content = content.replace(b"</Types>", override.encode())
            new.writestr(entry, content)
    return packed.getvalue()


def test_findings_on_automatic_numbers_and_on_nothing(run: Run) -> None:
    body = (
        DRAFT
        + numbered("健全制度。出台2部规章。", 1)
        + numbered("规范执法。检查2次。", 1)
        + numbered("监督。检查2次。", 2)
    )
    write("draft.docx", word(body + paragraph() + table(("", "甲")), OUTLINE))
    outcome, comments, _ = reviewed(run, "draft.docx")
    assert outcome.code == 0
    assert [text for text, _ in comments] == [text for text, _ in found(run, "draft.docx")]


def test_words_in_an_equation(run: Run) -> None:
    """It cannot hold a comment: the words before it do."""
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    equation = f"<m:oMath {math}><m:r><m:t>一批</m:t></m:r></m:oMath>"
    write("draft.docx", word(DRAFT + paragraph(run_("（一）制度。出台") + equation + run_("规章，印发一批文件。"))))
    outcome, comments, _ = reviewed(run, "draft.docx", "--select", "vague-quantity")
    assert outcome.code == 0
    assert [words for _, words in comments] == ["（一）制度。出台", "一批"]


@pytest.mark.parametrize(
    "kind", ["vnd.ms-word.document.macroEnabled", "vnd.openxmlformats-officedocument.wordprocessingml.template"]
)
def test_templates_and_documents_with_macros(run: Run, kind: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(lines(FAULTY))) as old, zipfile.ZipFile(data, "w") as new:
        for entry in old.namelist():
            main = b"vnd.openxmlformats-officedocument.wordprocessingml.document"
            new.writestr(entry, old.read(entry).replace(main, kind.encode()))
    write("draft.docx", data.getvalue())
    assert run("review", "draft.docx", "-o", "copy.docx", *ONLY).code == 0
    assert kind.encode() in zipfile.ZipFile("copy.docx").read("[Content_Types].xml")


def test_a_file_that_takes_no_comments(run: Run) -> None:
    strange = lines(FAULTY).replace(b"[Content_Types].xml", b"[Content-Types].xml")
    write("draft.docx", strange)
    assert run("draft.docx", *ONLY).code == 1
    outcome = run("review", "draft.docx", "-o", "copy.docx")
    assert (outcome.code, outcome.out) == (2, "") and "draft.docx：这个 Word 文件的结构特殊" in outcome.err
    assert not Path("copy.docx").exists()


def test_signs_that_word_cannot_hold(run: Run) -> None:
    write("draft.txt", FAULTY.replace("2部", "2\ufffe\uffff部").replace("一批", "\x1b一批"))
    assert run("review", "draft.txt", "-o", "copy.docx", *ONLY).code == 0
    assert len(commented(Path("copy.docx").read_bytes())) == 2


@pytest.mark.slow
def test_libreoffice_shows_the_comments(run: Run, tmp_path: Path) -> None:
    need_libreoffice()
    import pypdfium2

    write("draft.docx", lines(FAULTY))
    reviewed(run, "draft.docx", *ONLY)
    convert(tmp_path / "copy.docx", 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}')
    document = pypdfium2.PdfDocument(tmp_path / "copy.pdf")
    raw: Any = pypdfium2.raw
    contents = []
    for page in document:
        for at in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, at)
            size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            buffer = (raw.FPDF_WCHAR * (size // 2))()
            raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
            contents.append(bytes(buffer).decode("utf-16-le").rstrip("\0"))
    said = "\n".join(contents)
    for item in run("draft.docx", "--format", "json", *ONLY).found:
        assert item["message"].split("建议：")[0] in said and item["check"] in said


@pytest.mark.slow
def test_a_copy_of_an_older_document(run: Run, tmp_path: Path) -> None:
    need_libreoffice()
    write("draft.docx", lines(FAULTY))
    convert(tmp_path / "draft.docx", "doc")
    _, comments, _ = reviewed(run, "draft.doc", *ONLY)
    assert comments == found(run, "draft.docx", *ONLY)


# Nothing is lost


def test_the_draft_is_never_overwritten(run: Run) -> None:
    data = lines(FAULTY)
    write("draft.docx", data)
    Path("link.docx").symlink_to("draft.docx")
    for target in ("draft.docx", "./draft.docx", "link.docx"):
        outcome = run("review", "draft.docx", "-o", target, "--force")
        assert outcome.code == 2 and "不会覆盖" in outcome.err
    assert Path("draft.docx").read_bytes() == data


def test_another_file_is_not_overwritten_unasked(run: Run) -> None:
    write("draft.docx", lines(FAULTY))
    write("copy.docx", b"notes of a colleague")
    outcome = run("review", "draft.docx", "-o", "copy.docx")
    assert outcome.code == 2 and "--force" in outcome.err
    assert Path("copy.docx").read_bytes() == b"notes of a colleague"
    assert run("review", "draft.docx", "-o", "copy.docx", "--force").code == 0
    assert commented(Path("copy.docx").read_bytes())


@pytest.mark.parametrize(
    ("draft", "target", "reason"),
    [
        ("none.docx", "copy.docx", "没有这个文件"),
        ("draft.docx", "no/such/copy.docx", "没有文件夹"),
        ("draft.docx", "folder", "是文件夹"),
        ("folder", "copy.docx", "一次写一份"),
        ("broken.docx", "copy.docx", "损坏"),
        ("picture.txt", "copy.docx", "图片"),
    ],
)
def test_what_cannot_be_written(run: Run, draft: str, target: str, reason: str) -> None:
    write("draft.docx", lines(FAULTY))
    write("broken.docx", lines(FAULTY)[:-100])
    write("picture.txt", b"\x89PNG\r\n")
    Path("folder").mkdir()
    outcome = run("review", draft, "-o", target)
    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err and "请" in outcome.err
    assert not Path("copy.docx").exists()


def test_standard_input(run: Run) -> None:
    assert run("review", "-", "-o", "copy.docx", stdin=lines(FAULTY)).code == 0
    assert commented(Path("copy.docx").read_bytes())


def test_a_copy_is_a_draft_again(run: Run) -> None:
    """A reviewed copy is linted as the draft was: comments are no text."""
    write("draft.docx", lines(FAULTY))
    reviewed(run, "draft.docx")
    assert found(run, "copy.docx") == found(run, "draft.docx")
