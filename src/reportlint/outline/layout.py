"""What stands where on the page: furniture, title, headings, prose. Lines in, blocks out; what they mean comes later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.document.source import Source, Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.lines import furniture
from reportlint.lines.headings import LIST_START, Heading, bare_heading, read_heading, unwrap
from reportlint.lines.titles import Title, is_other_document, read_title
from reportlint.outline.report_kind import Kind

_TOP_LIMIT = 15
"""Paragraphs: no title is looked for further down."""
_BARE_LIMIT = 40
"""Characters: an unmarked line longer than this is no heading."""
_TITLE_LIMIT = 300
"""Characters: a longer line is no title, and the patterns of titles may look ahead from every place in it."""
_RULES = load_phrases(__file__, "layout")
_SENTENCE_END = patterns.compile(r"[。！？；;：:，,、…]$")


class Layout(NamedTuple):
    """The lines of a text, sorted. ``blocks``: headings and prose in order; a heading's run-in prose follows it."""

    title: Title | None
    other_title: Span | None
    furniture: tuple[Span, ...]
    blocks: tuple[Heading | Span, ...]


def read_layout(source: Source, kind: Kind) -> Layout:
    """Sort the lines of a source into title, furniture, headings and prose."""
    text = source.text
    running = [line for number, line in enumerate(source.lines, 1) if number not in source.apart]
    paragraphs = [trim(text, piece) for line in running for piece in unwrap(text, line)]
    paragraphs = [p for p in paragraphs if p.end > p.start]
    pages = {p for p in paragraphs if furniture.is_page_number(text[p.start : p.end])}
    paragraphs = [p for p in paragraphs if p not in pages]
    apart = [trim(text, source.lines[number - 1]) for number in source.apart]
    top, end = _top(text, paragraphs, kind), _bottom(text, paragraphs)
    end = max(top, end)
    title, other = _find_title(text, paragraphs[:top], kind)
    named = set(title.spans) if title else set()
    before = [p for p in paragraphs[:top] if p not in named and p != other and not _is_addressee(text, p)]
    after = [p for p in paragraphs[end:] if not furniture.is_signature(text[p.start : p.end])]
    return Layout(
        title, other, tuple(sorted([*before, *pages, *apart, *after])), tuple(_blocks(text, paragraphs[top:end], kind))
    )


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _top(text: str, paragraphs: Sequence[Span], kind: Kind) -> int:
    """How many paragraphs stand before the body: it begins with the first heading or prose."""
    for index, span in enumerate(paragraphs):
        line = text[span.start : span.end]
        if furniture.looks_like_furniture(line):
            continue
        heading = read_heading(text, span)
        if (
            heading
            and (heading.level <= 2 or heading.run_in or heading.number == 1)
            and not (len(line) <= _TITLE_LIMIT and kind.title_line.search(line))
        ):
            return index
        if furniture.is_prose(line) or _names_part(line, kind):
            return index
    return len(paragraphs)


def _names_part(line: str, kind: Kind) -> bool:
    """Is the unmarked line a heading that names a part, and hardly more?"""
    if len(line) > _BARE_LIMIT or not _is_label(line):
        return False
    parts = set(kind.parts(kind.terminals(line, None)))
    title = kind.title_line.search(
        "".join(line.split())
    )  # 法治政府建设情况报告 may be either; the head's part is no title
    return bool(parts - {kind.required[0]}) or bool(parts and not title)


def _is_label(line: str) -> bool:
    """Has the line no mark of a sentence, but for the comma in 履行第一责任人职责，加强法治政府建设的情况?"""
    return not _SENTENCE_END.search(line) and not _RULES["sentence-inside"].pattern.search(line)


def _bottom(text: str, paragraphs: Sequence[Span]) -> int:
    """The index after the last paragraph of the body: credits, buttons and the signature stand behind it."""
    for index in range(len(paragraphs), 0, -1):
        line = text[paragraphs[index - 1].start : paragraphs[index - 1].end]
        if furniture.is_signature(line) or furniture.looks_like_furniture(line):
            continue
        if _appendix(text, paragraphs, index - 1):
            continue
        after_heading = index > 1 and read_heading(text, paragraphs[index - 2])
        short = len(line) < 30 and not _SENTENCE_END.search(line) and "。" not in line
        if not short or read_heading(text, paragraphs[index - 1]) or LIST_START.match(line) or after_heading:
            return index
    return 0


def _appendix(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Does the line belong to a list of enclosures (附件：1.… 2.…) at the end?"""
    above = [text[p.start : p.end] for p in paragraphs[max(0, index - 10) : index + 1]]
    begins = [number for number, line in enumerate(above) if _RULES["enclosures"].pattern.match(line)]
    return bool(begins) and not any("。" in line for line in above[begins[-1] :])


def _is_addressee(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    return bool(_RULES["addressee"].pattern.fullmatch(line)) and not furniture.looks_like_furniture(line)


def _find_title(text: str, top: Sequence[Span], kind: Kind) -> tuple[Title | None, Span | None]:
    """The title before the body, and, where there is none, the title of another document that stands there."""
    lines: list[tuple[Span, str]] = []
    for span in top[-_TOP_LIMIT:]:
        line = text[span.start : span.end].strip()
        goes_on = (
            bool(lines) and leads_in(lines[-1][1]) and kind.title_line.search(line)
        )  # 甲区政府2023年, 法治政府建设年度报告
        if len(line) <= _TITLE_LIMIT and (goes_on or not furniture.looks_like_furniture(line)):
            lines.append((span, line))
    for size in (1, 2, 3):
        for last in range(len(lines) - 1, size - 2, -1):
            block = lines[last - size + 1 : last + 1]
            joined = "".join("".join(line.split()) for _, line in block)
            if kind.title_line.search(joined) and (size == 1 or not patterns.compile(r"[：:]").search(joined)):
                above = lines[: last - size + 1]
                while (
                    above and leads_in(above[-1][1]) and (_incomplete(text, block) or above[-1][1].startswith("中共"))
                ):
                    block.insert(0, above.pop())
                below = (
                    lines[last + 1][1]
                    if last + 1 < len(lines) and is_issuer(lines[last + 1][1].strip("（）()"))
                    else ""
                )
                return read_title(text, tuple(span for span, _ in block), below), None
    other = next((span for span, line in lines if is_other_document(line)), None)
    return None, other


def is_issuer(line: str) -> bool:
    """Is the line nothing but the name of a government or department, as on the first line of a two-line title?"""
    return furniture.is_signature(line) and not patterns.compile(r"\d").search(line)


def leads_in(line: str) -> bool:
    """Could the line be the first of a title that goes on below: an issuer, an issuer and a year, a 关于?"""
    return is_issuer(line) or bool(_RULES["goes-on-below"].pattern.search(line))


def _incomplete(text: str, block: Sequence[tuple[Span, str]]) -> bool:
    """Does a title still lack its issuer or year, or begin with 关于?"""
    title = read_title(text, tuple(span for span, _ in block))
    return title.issuer is None or title.year is None or title.text.startswith("关于")


def _blocks(text: str, paragraphs: Sequence[Span], kind: Kind) -> list[Heading | Span]:
    """Headings and prose. Unmarked lines are headings where they name a part, or where the text has no markers at all."""
    found = [read_heading(text, span) for span in paragraphs]
    unmarked = not any(found)
    blocks: list[Heading | Span] = []
    for span, heading in zip(paragraphs, found, strict=True):
        line = text[span.start : span.end]
        if heading is not None:
            blocks.append(heading)
            if heading.run_in:
                blocks.append(heading.body)
        elif _names_part(line, kind):
            blocks.append(bare_heading(span, line, 1))
        elif unmarked and len(line) <= _BARE_LIMIT and _is_label(line) and not LIST_START.match(line):
            blocks.append(bare_heading(span, line, 2))
        else:
            blocks.append(span)
    return _told(text, blocks)


def _told(text: str, blocks: Sequence[Heading | Span]) -> list[Heading | Span]:
    """A numbered sentence below the first level with nothing under it (（一）办案36件。) is prose as well: its own."""
    told: list[Heading | Span] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if (
            isinstance(block, Heading)
            and block.level > 1
            and text.startswith("。", block.span.end)
            and not block.run_in
            and (following is None or (isinstance(following, Heading) and following.level <= block.level))
        ):
            sentence = Span(block.title.start, block.span.end + 1)
            told += [block._replace(body=sentence), sentence]
        else:
            told.append(block)
    return told
