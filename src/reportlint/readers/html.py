"""A government page: its article and what stands above it, paragraph by paragraph, as a browser would show them.

Left out are what is hidden, navigation, lists of links, and what follows the article. What then stands around the report
is told from it as in any web copy (see `reportlint.furniture`).
"""

from __future__ import annotations

import codecs
import datetime
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportlint import patterns
from reportlint.furniture import begins_as_furniture, is_prose
from reportlint.ordinals import written
from reportlint.readers.tables import is_data_table
from reportlint.source import Source, UnreadableError, decode

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "aside audio button canvas datalist embed footer head iframe math menu nav noscript object option script select style svg"
    " template textarea title video".split()
)
_NUMBERED = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = patterns.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", 2)
_LIST_STYLE = patterns.compile(r"list-style(?:-type)?\s*:[^;]*?(none|cjk-ideographic|simp-chinese-(?:in)?formal)", 2)
_CHARSET = patterns.compile(r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", 2)
_BREAK = patterns.compile(r"(?<=[^\x00-\x7f])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[^\x00-\x7f])")
_BLANKS = patterns.compile(r"[ \t\r\n\f]+")
_DATE = patterns.compile(r"(20\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_NESTING = patterns.compile(
    r"<(/?)(?!(?:a|area|b|base|big|br|code|col|dd|dt|em|embed|font|h[1-6r]|i|img|input|li|link|meta|nobr|option|p|param|s|small"
    r"|source|strike|strong|tbody|td|tfoot|th|thead|tr|track|tt|u|wbr)\b)[a-z]",
    2,
)
"""Tags of elements that lie in one another until they are closed."""
_MAX_DEPTH = 1_000
"""Elements within elements; a page has some thirty, and a parser's time grows with the square of them."""
_MAX_LENGTH = 30_000_000
"""Characters of markup: pictures may be written out in it."""
_MAX_NODES = 500_000
"""A page has some thousands; a walk through more takes seconds."""
_ARTICLE_SHARE = 0.97
"""Of the characters in sentences: an element that holds as many holds the article, and the rest stands beside it."""
_LINK_SHARE = 0.6
"""Of the characters of a line: with as many in links it is navigation."""


@dataclass(frozen=True)
class _Line:
    """One paragraph. linked: its characters in links. block, table: the elements it stands in, by number; 0 for none."""

    text: str
    linked: int
    block: int
    table: int


@dataclass
class _Walk:
    """What is known on the way through a page. Elements are numbered as they begin, so a child's number is the higher."""

    lines: list[_Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    parents: list[int] = field(default_factory=lambda: [0])  # of each block, by number
    blocks: list[int] = field(default_factory=lambda: [0])  # those around, outermost first; so are the next three
    tables: list[int] = field(default_factory=lambda: [0])
    numbers: list[int] = field(default_factory=list)  # the next number of a list
    forms: list[str] = field(default_factory=list)
    links: int = 0
    verbatim: int = 0

    def begin(self, node: LexborNode, tag: str) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self.flush()
            self.parents.append(self.blocks[-1])
            self.blocks.append(len(self.parents) - 1)
        if tag == "a":
            self.links += 1
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "table":
            self.tables.append(self.blocks[-1])
        elif tag in ("ol", "ul"):
            self.numbers.append(_int(node.attributes.get("start"), 1))
            self.forms.append(_form(node))
        elif tag == "li" and self.numbers:
            number = _int(node.attributes.get("value"), self.numbers[-1])
            self.numbers[-1] = number + 1
            if form := self.forms[-1]:
                self.words.append(written(number, form) + ("、" if form == "chineseCounting" else "."))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _BLOCKS:
            self.flush()
            self.blocks.pop()
        if tag == "a":
            self.links -= 1
        elif tag == "pre":
            self.verbatim -= 1
        elif tag == "table":
            self.tables.pop()
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
            self.lines.append(_Line(text, self.linked, self.blocks[-1], self.tables[-1]))
        self.words.clear()
        self.linked = 0


def read(data: bytes, path: str) -> Source:
    """The text of a page; places are counted in paragraphs. Raises UnreadableError."""
    plain = _decode(data, path)
    depth = 0
    for tag in _NESTING.finditer(plain.text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _MAX_DEPTH:
            raise UnreadableError(
                f"网页的元素套了超过 {_MAX_DEPTH:,} 层，不像一份报告的页面。请把正文另存为文本后再检查。"
            )
    page = LexborHTMLParser(plain.text)
    walk = _walk(page)
    lines = _article(walk.lines, walk.parents)
    tables: dict[int, list[str]] = {}
    for line in lines:
        tables.setdefault(line.table, []).append(line.text)
    of_data = {number for number, cells in tables.items() if number and is_data_table(cells)}
    return Source(
        path,
        "".join(f"{line.text}\n" for line in lines),
        plain.encoding,
        plain.bom,
        "html",
        apart=frozenset(number for number, line in enumerate(lines, 1) if line.table in of_data),
        published=_published(page),
    )


def _decode(data: bytes, path: str) -> Source:
    """The page's markup. The encoding it declares is believed where it fits; many pages declare a wrong one."""
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].lower()
        try:
            if codecs.lookup(name).name not in ("utf-8", "gb2312", "gbk", "gb18030"):
                return Source(path, data.decode(name), name)
        except (LookupError, ValueError):
            pass
    return decode(data, path, _MAX_LENGTH)


def _published(page: LexborHTMLParser) -> datetime.date | None:
    """The date in <meta name="PubDate">, which the pages of governments must carry."""
    for node in page.css("meta[name]"):
        said = node.attributes
        if (said.get("name") or "").lower() == "pubdate" and (found := _DATE.search(said.get("content") or "")):
            try:
                return datetime.date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def _article(lines: list[_Line], parents: list[int]) -> list[_Line]:
    """The lines of the article and those above it; lists of links left out, and sentences outside the article."""
    prose = [is_prose(line.text) and line.linked < len(line.text) / 2 for line in lines]
    weight = [0] * len(parents)
    for line, is_sentence in zip(lines, prose, strict=True):
        weight[line.block] += len(line.text) if is_sentence and not begins_as_furniture(line.text) else 0
    for number in range(len(parents) - 1, 0, -1):
        weight[parents[number]] += weight[number]
    article = max(number for number, held in enumerate(weight) if held >= _ARTICLE_SHARE * weight[0])
    inside = [not article] * len(parents)
    for number in range(1, len(parents)):
        inside[number] = number == article or inside[parents[number]]
    last = max((index for index, line in enumerate(lines) if inside[line.block]), default=-1)
    return [
        line
        for line, is_sentence in zip(lines[: last + 1], prose, strict=False)
        if (inside[line.block] if is_sentence else line.linked < _LINK_SHARE * len(line.text))
    ]


def _walk(page: LexborHTMLParser) -> _Walk:
    """All visible paragraphs of a page in order. No recursion: pages may nest deeper than Python calls."""
    walk = _Walk()
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
        elif tag[:1].isalpha() and tag not in _UNSEEN and not _hidden(node):
            walk.begin(node, tag)
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev
    walk.flush()
    return walk


def _hidden(node: LexborNode) -> bool:
    said = node.attributes
    return "hidden" in said or bool(_HIDDEN.search(said.get("style") or ""))


def _form(node: LexborNode) -> str:
    """How a list counts; "" where it shows no numbers."""
    style = _LIST_STYLE.search(node.attributes.get("style") or "")
    if node.tag == "ul" or (style and style[1].lower() == "none"):
        return ""
    return "chineseCounting" if style else _NUMBERED.get(node.attributes.get("type") or "1", "decimal")


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
