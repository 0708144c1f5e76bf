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
from reportlint.headings import read_heading
from reportlint.ordinals import written
from reportlint.readers.tables import is_data_table
from reportlint.source import Source, Span, UnreadableError, decode

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
_CREDITS = patterns.compile(r"(?:主办|承办)(?:单位)?\s*[：:]|版权所有|网站标识码|ICP\s*备|公网安备|网站地图", 2)
_BELOW = patterns.compile(r"(?:^|[\s_-])(?:page)?(?:foot(?:er)?|copyright|banquan)(?:$|[\s_-]|\d)", 2)
"""Classes and names of what stands at the foot of a page."""
_HIDING = patterns.compile(r"\.([\w-]+)\s*\{[^{}]{0,500}display\s*:\s*none", 2)
_MEDIA = patterns.compile(r"@[a-z-]+[^{};]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", 2)
_ENCODINGS = frozenset(("big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be"))
"""Believed where a page declares them. Others are found out, and Python knows some that take hours."""
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
_MAX_STYLES = 200_000
"""Characters of style sheets that are looked at."""
_MAX_WORDS = 20_000
"""Words between one tag and the next: a parser compares each attribute with all others of its element."""
_ARTICLE_SHARE = 0.97
"""Of the characters in sentences: an element that holds as many holds the article, and the rest stands beside it."""
_SUMMARY_SHARE = 0.1
"""Of the same: what stands above the title and is no longer is a summary of the page, no part of the report."""
_LINK_SHARE = 0.6
"""Of the characters of a line: with as many in links it is navigation."""


@dataclass(frozen=True)
class _Line:
    """One paragraph. linked: its characters in links. block, table: the elements it stands in, by number; 0 for none.

    title: is it a heading of the first level? below: does it stand at the foot of the page?
    """

    text: str
    linked: int
    block: int
    table: int
    title: bool = False
    below: bool = False


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
    titles: int = 0
    below: int = 0
    hiding: frozenset[str] = frozenset()  # classes that the page's own styles hide

    def begin(self, node: LexborNode, tag: str) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self.flush()
            self.parents.append(self.blocks[-1])
            self.blocks.append(len(self.parents) - 1)
        self.below += self.below > 0 or _is_below(node)
        if tag == "a":
            self.links += 1
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "h1":
            self.titles += 1
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
        self.below -= self.below > 0
        if tag == "a":
            self.links -= 1
        elif tag == "pre":
            self.verbatim -= 1
        elif tag == "h1":
            self.titles -= 1
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
            where = self.blocks[-1], self.tables[-1]
            self.lines.append(_Line(text, self.linked, *where, title=self.titles > 0, below=self.below > 0))
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
    if any(len(piece) > _MAX_WORDS and len(piece.split()) > _MAX_WORDS for piece in plain.text.split("<")):
        raise UnreadableError("网页里有一个标记的属性过多，不像一份报告的页面。请把正文另存为文本后再检查。")
    page = LexborHTMLParser(plain.text)
    walk = _walk(page)
    lines = _article(walk)
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
            if codecs.lookup(name).name in _ENCODINGS:
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


def _article(walk: _Walk) -> list[_Line]:
    """The lines of the article and those above it; lists of links left out, and sentences outside the article."""
    lines, parents = walk.lines, walk.parents
    prose = [is_prose(line.text) and line.linked < len(line.text) / 2 for line in lines]
    size = [len(line.text) if is_sentence else 0 for line, is_sentence in zip(lines, prose, strict=True)]
    first = next((at for at, line in enumerate(lines) if line.title), 0)
    if sum(size[:first]) > _SUMMARY_SHARE * sum(size):  # that was no title of the page
        first = 0
    headings = [at for at, line in enumerate(lines) if read_heading(line.text, Span(0, len(line.text)))]
    credits = (at for at, line in enumerate(lines) if not prose[at] and _CREDITS.search(line.text))
    foot = next((at for at in credits if at > max(headings, default=0)), len(lines))
    weight = [0] * len(parents)
    for at, line in enumerate(lines):
        counts = first <= at < foot and not line.below and not begins_as_furniture(line.text)
        weight[line.block] += size[at] if counts else 0
    for number in range(len(parents) - 1, 0, -1):
        weight[parents[number]] += weight[number]
    article = max(number for number, held in enumerate(weight) if held >= _ARTICLE_SHARE * weight[0])
    inside = [not article] * len(parents)
    for number in range(1, len(parents)):
        inside[number] = number == article or inside[parents[number]]
    last = max((at for at, line in enumerate(lines[:foot]) if inside[line.block] and not line.below), default=-1)
    return [
        line
        for at, line in enumerate(lines[: last + 1])
        if (inside[line.block] and at >= first if prose[at] else line.linked < _LINK_SHARE * len(line.text))
    ]


def _is_below(node: LexborNode) -> bool:
    said = node.attributes
    return bool(_BELOW.search(said.get("class") or "") or _BELOW.search(said.get("id") or ""))


def _walk(page: LexborHTMLParser) -> _Walk:
    """All visible paragraphs of a page in order. No recursion: pages may nest deeper than Python calls."""
    styles = _MEDIA.sub("", " ".join(node.text() for node in page.css("style"))[:_MAX_STYLES])
    walk = _Walk(hiding=frozenset(_HIDING.findall(styles)))
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
        elif tag[:1].isalpha() and tag not in _UNSEEN and not _hidden(node, walk.hiding):
            walk.begin(node, tag)
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev
    walk.flush()
    return walk


def _hidden(node: LexborNode, hiding: frozenset[str]) -> bool:
    said = node.attributes
    if "hidden" in said or _HIDDEN.search(said.get("style") or ""):
        return True
    return bool(hiding) and not hiding.isdisjoint((said.get("class") or "").split())


def _form(node: LexborNode) -> str:
    """How a list counts; "" where it shows no numbers."""
    style = _LIST_STYLE.search(node.attributes.get("style") or "")
    if node.tag == "ul" or (style and style[1].lower() == "none"):
        return ""
    return "chineseCounting" if style else _NUMBERED.get(node.attributes.get("type") or "1", "decimal")


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
