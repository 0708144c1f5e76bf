"""A review copy: the draft as a Word file, each finding a comment on the very words, the rest of the file as it was."""

from __future__ import annotations

import copy
import datetime
import io
import re
import zipfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import parse_xml, serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from reportlint.document.source import Span, UnreadableError
from reportlint.finding import Finding
from reportlint.readers.numbering import Numbering
from reportlint.readers.wordml import Paragraph, paragraphs
from reportlint.report import Report
from reportlint.reporters.docx_changes import AUTHOR, track
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import clean, cut
from reportlint.repository.fix import as_written, choose

_FONT = "仿宋"
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml",
    re.IGNORECASE,
)


class _Stretch(NamedTuple):
    """Words of the text and the run they stand in; ``element``: what holds them in the run."""

    span: Span
    element: Any
    run: Any


def from_text(report: Report) -> bytes:
    """A report that was no Word file as one: a paragraph a line, title and headings set off.

    It says what was written, but for what cannot be seen, so that it is as long as the text.
    """
    document = Document()
    about = document.core_properties  # the library's own template says 2013, and who made it
    about.title = clean(report.outline.title.text) if report.outline.title else ""
    about.author, about.comments = AUTHOR, ""
    about.created = about.modified = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)
    normal = document.styles["Normal"]
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    titles = set(report.outline.title.spans) if report.outline.title else set()
    starts = sorted(heading.span.start for heading in report.outline.headings)
    for line in report.source.lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(clean(report.source.written(line, past=False).replace("\t", " ")))
        run.bold = bisect_left(starts, line.start) < bisect_right(starts, line.end)
        if any(line.covers(title) for title in titles):
            run.bold, paragraph.alignment = True, WD_ALIGN_PARAGRAPH.CENTER
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def commented(data: bytes, report: Report, findings: Iterable[Finding], changes: bool = False) -> bytes:
    """A Word file with the findings as comments by reportlint. report: what was read from it, line for line.

    changes: write the fixes as tracked changes, too. Raises UnreadableError where the file cannot take comments.
    """
    chosen = list(findings)
    if not chosen:
        return data
    try:
        document = Document(io.BytesIO(_as_document(data)))
        in_file = report.source.form == "docx"  # and not what from_text made, which is as long as the text
        placed = [as_written(finding, report.source) for finding in chosen] if in_file else chosen
        edits = choose(placed, report.source.raw if in_file else report.text) if changes else []
        cuts = {offset for finding in placed for offset in finding.span} | {o for edit in edits for o in edit.span}
        stretches = _split(_stretches(document, report), cuts)
        starts = [stretch.span.start for stretch in stretches]
        for finding, place in zip(chosen, placed, strict=True):
            runs = [Run(stretch.run, document) for stretch in _around(stretches, starts, place.span)]
            document.add_comment(runs, _text(report, finding), AUTHOR, "RL")
        track(stretches, edits, document.element.body)
        packed = io.BytesIO()
        document.save(packed)
        return _repacked(data, packed.getvalue(), document)
    except Exception as error:  # another library's code, on a file that Word itself may not open
        raise UnreadableError(
            "这个 Word 文件的结构特殊，加不了批注。请用 Word 或 WPS 打开，另存为一份新的 docx 再试。"
        ) from error


def _as_document(data: bytes) -> bytes:
    """The package with a template, or a document with macros, called a document: the library opens nothing else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        types = old.read(_CONTENT_TYPES)
        plain = _MAIN_TYPE.sub(CONTENT_TYPE.WML_DOCUMENT_MAIN.encode(), types)
        if plain == types:
            return data
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                new.writestr(entry, plain if entry.filename == _CONTENT_TYPES else old.read(entry))
    return packed.getvalue()


def _stretches(document: Word, report: Report) -> list[_Stretch]:
    """Where each word of the text stands in the document; an empty paragraph gets a run that holds nothing."""
    known = {relation.reltype: relation for relation in document.part.rels.values() if not relation.is_external}
    numbering, styles = (
        known[kind].target_part.element if kind in known else None
        for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES)
    )
    found = paragraphs(document.element.body, Numbering.of(numbering, styles))
    starts = report.source.starts or [line.start for line in report.source.lines]
    stretches: list[_Stretch] = []
    for paragraph, start in zip(found, starts, strict=False):
        stretches += _of_paragraph(paragraph, start)
    return stretches


def _of_paragraph(paragraph: Paragraph, start: int) -> list[_Stretch]:
    found, at = [], start
    for piece in paragraph.pieces:
        if piece.run is not None and piece.run.tag == qn("w:r"):  # not one of an equation
            found.append(_Stretch(Span(at, at + len(piece.text)), piece.element, piece.run))
        at += len(piece.text)
    if found:  # what Word numbers by itself stands in no run: it counts with the words behind it
        return [found[0]._replace(span=Span(start, found[0].span.end)), *found[1:]]
    run = OxmlElement("w:r")
    paragraph.elements[-1].append(run)
    return [_Stretch(Span(start, at), None, run)]


def _split(stretches: Sequence[_Stretch], places: set[int]) -> list[_Stretch]:
    """The stretches with runs split, so that at each of the places one begins."""
    by_run: dict[Any, list[_Stretch]] = defaultdict(list)
    for stretch in stretches:
        by_run[stretch.run].append(stretch)
    cuts = sorted(places)
    found: list[_Stretch] = []
    for run, own in by_run.items():
        first, last = own[0].span.start, own[-1].span.end
        inside = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        found += _split_run(run, own, inside) if inside else own
    return sorted(found, key=lambda stretch: stretch.span)


def _split_run(run: Any, own: Sequence[_Stretch], cuts: Sequence[int]) -> list[_Stretch]:
    """One run as several of the same look; every piece of its contents stays, in order."""
    holding = {stretch.element: stretch for stretch in own}
    look = run.find(qn("w:rPr"))
    found: list[_Stretch] = []
    current = run
    for element in [element for element in run if element is not look]:
        stretch = holding.get(element)
        begins = stretch is not None and stretch.span.start in cuts
        if begins or current is not run:
            if begins:
                current = _following(current, look)
            current.append(element)
        if stretch is None:
            continue
        within = [place for place in cuts if stretch.span.start < place < stretch.span.end]
        if not within or element.tag != qn("w:t"):
            found.append(stretch._replace(run=current))
            continue
        words = element.text if element.get(qn("xml:space")) == "preserve" else element.text.strip(" \t\r\n")
        ahead = stretch.span.end - stretch.span.start - len(words)  # an automatic number before the words
        for start, end in zip([stretch.span.start, *within], [*within, stretch.span.end], strict=True):
            if start != stretch.span.start:
                current = _following(current, look)
                element = OxmlElement("w:t")
                current.append(element)
            shift = stretch.span.start + ahead
            element.text = words[max(0, start - shift) : max(0, end - shift)]
            element.set(qn("xml:space"), "preserve")
            found.append(_Stretch(Span(start, end), element, current))
    kept = {stretch.element for stretch in found}
    return [*found, *(stretch for stretch in own if stretch.element not in kept)]  # those deeper in the run


def _following(run: Any, look: Any) -> Any:
    """A new run behind another, of the same look."""
    new = OxmlElement("w:r")
    if look is not None:
        new.append(copy.deepcopy(look))
    run.addnext(new)
    return new


def _around(stretches: Sequence[_Stretch], starts: Sequence[int], span: Span) -> tuple[_Stretch, _Stretch]:
    """The stretches in which a span begins and ends."""
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(first, bisect_left(starts, span.end) - 1)
    return stretches[first], stretches[last]


def _text(report: Report, finding: Finding) -> str:
    """What a comment says, a line for each thing."""
    assert finding.severity is not None
    lines = [f"【{SEVERITIES[finding.severity]}】{f'{finding.title}：' if finding.title else ''}{finding.message}"]
    if finding.suggestion:
        lines.append(f"改法：{finding.suggestion}")
    if finding.replacement is not None:
        lines.append(f"改为：{finding.replacement or '（删去）'}")
    for related in finding.related:
        source = related.source or report.source
        place = f"{source.path} " if related.source else ""
        words = cut(source.text[related.span.start : related.span.end], 40)
        lines.append(f"另见：{place}第 {source.line_of(related.span.start)} 段“{words}”{related.message}")
    if finding.basis:
        lines.append(f"依据：{finding.basis}")
    lines.append(f"（{finding.check}）")
    return "\n".join(clean(line.replace("\n", " ")) for line in lines)


def _repacked(data: bytes, saved: bytes, document: Word) -> bytes:
    """The original package with nothing changed but the text, its comments, and what points to them."""
    folder, _, base = str(document.part.partname)[1:].rpartition("/")
    comments = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).partname[1:]
    renewed = {f"{folder}/{base}", f"{folder}/_rels/{base}.rels", comments}
    packed = io.BytesIO()
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(saved))
    with old, new, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        added = set(new.namelist()) - set(old.namelist())
        for entry in old.infolist():
            if entry.filename == _CONTENT_TYPES:
                content = _declaring(old.read(entry), new.read(_CONTENT_TYPES), added)
            else:
                content = (new if entry.filename in renewed else old).read(entry.filename)
            out.writestr(entry, content)
        for name in sorted(added):
            out.writestr(name, new.read(name))
    return packed.getvalue()


def _declaring(types: bytes, others: bytes, parts: set[str]) -> bytes:
    """A table of content types with the lines that another one has for some parts."""
    if not parts:
        return types
    root, other = parse_xml(types), parse_xml(others)  # type: ignore[arg-type]  # bytes, which may name their encoding
    for line in other:
        if line.get("PartName", "/")[1:] in parts:
            root.append(line)
    content: bytes = serialize_part_xml(root)
    return content
