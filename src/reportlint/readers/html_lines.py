"""The visible paragraphs of a web page, as a browser would show them, and what each stands in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportlint.document.source import UnreadableError
from reportlint.kept import patterns
from reportlint.language.numbers.ordinals import written
from reportlint.readers.raised import raised_text
from reportlint.readers.tables import Cell

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "aside audio button canvas datalist embed footer head iframe math menu nav noscript object option script select style svg"
    " rp rt rtc template textarea title video".split()
)
_NUMBERED = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = patterns.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", 2)
_STRUCK = patterns.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", 2)
_LIST_STYLE = patterns.compile(r"list-style(?:-type)?\s*:[^;]*?(none|cjk-ideographic|simp-chinese-(?:in)?formal)", 2)
_BELOW = patterns.compile(
    r"(?:^|[\s_-])(?:page)?(?:foot(?:er)?|copyright|banquan|comments?|pinglun|evaluat(?:e|ion))(?:$|[\s_-]|\d)", 2
)
"""Classes and names of what stands at the foot of a page, comments of its readers among it."""
_NOTE = patterns.compile(r"(?:sdfootnote|sdendnote|ftn|edn)\d+")
"""The element of a note, as LibreOffice and Word name it."""
_MARKER = patterns.compile(r"mso-list\s*:\s*ignore", 2)
"""The style of an automatic number that Word wrote into the words of a paragraph, blanks behind it."""
_RULE = patterns.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_DISPLAY = patterns.compile(r"(?:display|visibility)\s*:\s*([\w-]+)", 2)
_COUNTS = patterns.compile(r"~|:(?:nth-|has|first-of|last-of|only-of)", 2)
"""In a selector: what has a parser look at all elements beside each, so that its time grows with the square of them."""
_MAX_RULES = 300
"""Rules on what is shown that are asked of a page; each is one more search through it."""
_MEDIA = patterns.compile(r"@[a-z-]+[^{};]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", 2)
_BREAK = patterns.compile(r"(?<=[^\x00-\x7f])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[^\x00-\x7f])")
_BLANKS = patterns.compile(r"[ \t\r\n\f]+")
_MAX_NODES = 500_000
"""A page has some thousands; a walk through more takes seconds."""
_WIDEST = 100
"""Columns and rows that a cell may reach over."""
_BEFORE = 8
"""Pieces of text before a raised word in which its unit stands."""
_MAX_STYLES = 200_000
"""Characters of style sheets that are looked at."""


@dataclass(frozen=True)
class Line:
    """One paragraph. linked: its characters in links. block, table: the elements it stands in, by number; 0 for none. cell: the cell
    of a table it stands in.

    title: is it a heading of the first level? below: does it stand at the foot of the page? hidden: by a style, perhaps until
    a script shows it.
    """

    text: str
    linked: int
    block: int
    table: int
    title: bool = False
    below: bool = False
    hidden: bool = False
    cell: Cell | None = None


@dataclass
class Walk:
    """What is known on the way through a page. Elements are numbered as they begin, so a child's number is the higher."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    parents: list[int] = field(default_factory=lambda: [0])  # of each block, by number
    blocks: list[int] = field(default_factory=lambda: [0])  # those around, outermost first; so are the next three
    tables: list[int] = field(default_factory=lambda: [0])
    numbers: list[int] = field(default_factory=list)  # the next number of a list
    forms: list[str] = field(default_factory=list)
    marker: str = ""  # of the item of a list whose words have not begun
    links: int = 0
    verbatim: int = 0
    titles: int = 0
    below: int = 0
    hidden: int = 0
    rows: int = 0
    cells: list[Cell] = field(default_factory=list)  # all there are
    inside: list[Cell | None] = field(default_factory=lambda: [None])  # those around
    hiding: frozenset[int] = frozenset()  # elements that the page's own styles hide

    def begin(self, node: LexborNode, tag: str) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self.flush()
            self.parents.append(self.blocks[-1])
            self.blocks.append(len(self.parents) - 1)
        self.below += self.below > 0 or _is_below(node)
        self.hidden += self.hidden > 0 or _is_hidden(node, self.hiding)
        if tag == "a":
            self.links += 1
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "h1":
            self.titles += 1
        elif tag == "table":
            self.tables.append(self.blocks[-1])
            self.inside.append(None)
        elif tag == "tr":
            self.rows += 1
        elif tag in ("td", "th"):
            reach = (min(_int(node.attributes.get(name), 1), _WIDEST) or 1 for name in ("colspan", "rowspan"))
            self.cells.append(Cell(self.tables[-1], self.rows, *reach))
            self.inside.append(self.cells[-1])
        elif tag in ("ol", "ul"):
            self.numbers.append(_int(node.attributes.get("start"), 1))
            self.forms.append(_form(node))
        elif tag == "li" and self.numbers:
            number = _int(node.attributes.get("value"), self.numbers[-1])
            self.numbers[-1] = number + 1
            if form := self.forms[-1]:
                self.marker = written(number, form) + ("、" if form == "chineseCounting" else ".")

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _BLOCKS:
            self.flush()
            self.blocks.pop()
        self.below -= self.below > 0
        self.hidden -= self.hidden > 0
        if tag == "a":
            self.links -= 1
        elif tag == "pre":
            self.verbatim -= 1
        elif tag == "h1":
            self.titles -= 1
        elif tag == "table":
            self.tables.pop()
            self.inside.pop()
        elif tag in ("td", "th"):
            self.inside.pop()
        elif tag == "li":
            self.marker = ""
        elif tag in ("ol", "ul"):
            self.numbers.pop()
            self.forms.pop()

    def put(self, words: str) -> None:
        """Words of the paragraph, and, where the page shows lines as they are written, the ends of those."""
        first, *rest = words.splitlines() if self.verbatim and words.strip() else [words]
        for number, piece in enumerate([first, *rest]):
            if number:
                self.flush()
            self.words.append(piece)
            self.linked += len(piece.strip()) if self.links else 0

    def flush(self) -> None:
        """End a paragraph, if one was begun. A line break in the markup is a blank; between Chinese characters, nothing."""
        text = _BLANKS.sub(" ", _BREAK.sub("", "".join(self.words))).strip(" ")
        if text.strip():
            text, self.marker = self.marker + text, ""
            where = self.blocks[-1], self.tables[-1]
            stands = {"title": self.titles > 0, "below": self.below > 0, "hidden": self.hidden > 0}
            self.lines.append(Line(text, self.linked, *where, **stands, cell=self.inside[-1]))
        self.words.clear()
        self.linked = 0


def _is_below(node: LexborNode) -> bool:
    said = node.attributes
    return bool(_BELOW.search(said.get("class") or "") or _BELOW.search(said.get("id") or ""))


def visible_lines(page: LexborHTMLParser) -> Walk:
    """All visible paragraphs of a page in order. No recursion: pages may nest deeper than Python calls."""
    walk = Walk(hiding=_hidden_by_rules(page))
    stack: list[tuple[LexborNode, bool]] = [(page.body, False)] if page.body else []
    count = 0
    while stack:
        node, ends = stack.pop()
        tag = node.tag or ""
        if ends:
            walk.end(tag)
            continue
        count += 1
        if count > _MAX_NODES:
            raise UnreadableError(
                f"网页里的元素超过 {_MAX_NODES:,} 个，不像一份报告的页面。请把正文另存为文本后再检查。"
            )
        if tag == "-text":
            walk.put(node.text_content or "")
        elif tag == "br":
            walk.flush()
        elif tag == "sup" and (raised := raised_text("".join(walk.words[-_BEFORE:]), node.text())) is not None:
            walk.put(raised)
        elif _MARKER.search(node.attributes.get("style") or ""):
            walk.put(_marker(node.text()))
        elif tag[:1].isalpha() and tag not in _UNSEEN and not _is_left_out(node, tag, walk.hiding):
            walk.begin(node, tag)
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev
    walk.flush()
    return walk


def _hidden_by_rules(page: LexborHTMLParser) -> frozenset[int]:
    """The elements that the page's own style sheets hide on every screen; what a later rule shows is shown."""
    styles = _MEDIA.sub("", " ".join(node.text() for node in page.css("style"))[:_MAX_STYLES])
    hidden: set[int] = set()
    rules = ((selector.strip(), _DISPLAY.findall(body)) for selector, body in _RULE.findall(styles))
    for selector, shown in [rule for rule in rules if rule[1] and not _COUNTS.search(rule[0])][:_MAX_RULES]:
        with suppress(Exception):  # a selector that the library does not know hides nothing
            named = {node.mem_id for node in page.css(selector)}
            hidden = hidden | named if shown[-1].lower() in ("none", "hidden") else hidden - named
    return frozenset(hidden)


def _is_hidden(node: LexborNode, hiding: frozenset[int]) -> bool:
    return bool(_HIDDEN.search(node.attributes.get("style") or "")) or (bool(hiding) and node.mem_id in hiding)


def _is_left_out(node: LexborNode, tag: str, hiding: frozenset[int]) -> bool:
    """Are its words no part of what stands around them: struck through, notes, or hidden within a paragraph?"""
    said = node.attributes
    if "hidden" in said or tag in ("s", "strike", "del") or _NOTE.fullmatch(said.get("id") or ""):
        return True
    if tag == "div" and said.get("title") in ("header", "footer"):  # of the paper: a document of LibreOffice
        return True
    struck = bool(_STRUCK.search(node.attributes.get("style") or ""))
    return struck or (tag not in _BLOCKS and _is_hidden(node, hiding))


def _marker(written: str) -> str:
    """An automatic number as one would type it; "" for a bullet, which is a letter of another font."""
    number = " ".join(written.split())
    if len(number) == 1 and not number.isnumeric():
        return ""
    return f"{number} " if number[-1:].isalnum() and number.isascii() else number


def _form(node: LexborNode) -> str:
    """How a list counts; "" where it shows no numbers."""
    style = _LIST_STYLE.search(node.attributes.get("style") or "")
    if node.tag == "ul" or (style and style[1].lower() == "none"):
        return ""
    return "chineseCounting" if style else _NUMBERED.get(node.attributes.get("type") or "1", "decimal")


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
