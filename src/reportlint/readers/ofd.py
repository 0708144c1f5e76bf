"""OFD (GB/T 33190—2016): the text of its pages and their templates, put together to lines and paragraphs as that of a PDF.

Annotations and stamps lie over the pages and are left out.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

from reportlint.document.source import Source, UnreadableError
from reportlint.readers.numbering import child, local
from reportlint.readers.ofd_strokes import boxes_of
from reportlint.readers.ofd_text import chars_of, numbers
from reportlint.readers.package import MAX_PART, Package
from reportlint.readers.pages.cells import lines_and_cells
from reportlint.readers.pages.lines import MAX_CHARACTERS, Line, turned
from reportlint.readers.pages.paragraphs import as_source
from reportlint.readers.pages.pictures import FEW_CHARACTERS, MOST, is_picture
from reportlint.readers.pages.rows import Char
from reportlint.readers.text_layer import refuse_what_is_no_text

_WHAT = "OFD 文件"
_MAX_PAGES = 1_000
_LONG = "OFD 太长，不像一份年度报告。请确认没有选错文件。"
_ENCRYPTED = "OFD 加了密，读不出内容。请用 OFD 阅读器去掉密码后另存一份，再检查。"
_DRAWN = ("ImageObject", "PathObject")
_A4 = [0.0, 0.0, 210.0, 297.0]


def read(data: bytes, path: str) -> Source:
    """The text of an OFD file, of all documents in it; places are counted in paragraphs. Raises UnreadableError."""
    package = Package(data, _WHAT, "OFD 阅读器")
    pages: list[list[Line]] = []
    reader = _Reader(package)
    roots = [child(body, "DocRoot") for body in reader.parse("", "OFD.xml") if local(body) == "DocBody"]
    places = [(root.text or "").strip() for root in roots if root is not None]
    if not any(places):
        raise package.broken("OFD.xml 里没有文档")
    for place in places:
        pages += reader.pages(place)
    refuse_what_is_no_text(pages, reader.pictures, "OFD")
    return as_source(pages, reader.pictures, path, "ofd")


class _Reader:
    """The parts of one file, and how much of them may still be read: pages may name one part again and again."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._left, self._pages, self._characters = MAX_PART, 0, 0
        self.pictures: list[int] = []
        self._gutters: list[float] = []

    def parse(self, folder: str, place: str) -> Any:
        """The root element of the part at a place, which is told from a folder or, with / before it, from the file's root."""
        name = self._name(folder, place)
        if name not in self._package.names:
            raise self._unread(self._package.broken(f"没有 {name}，也可能加了密"))
        self._left -= self._package.size(name)
        if self._left < 0:
            raise UnreadableError(_LONG)
        try:
            return self._package.parse(name)
        except UnreadableError as error:
            raise self._unread(error) from error

    def _unread(self, error: UnreadableError) -> UnreadableError:
        """What is said of a part that cannot be read: of a file with a list of what is encrypted, that it is."""
        listed = any(posixpath.basename(name) == "Encryptions.xml" for name in self._package.names)
        return UnreadableError(_ENCRYPTED) if listed else error

    def _name(self, folder: str, place: str) -> str:
        name = posixpath.normpath(posixpath.join("/", folder, place.strip().replace("\\", "/"))).lstrip("/")
        try:
            # a name that does not say it is UTF-8, as zipfile reads it
            written = name.encode("gb18030").decode("cp437")
        except UnicodeDecodeError:
            written = name
        return written if name not in self._package.names and written in self._package.names else name

    def pages(self, place: str) -> Iterator[list[Line]]:
        """The lines of each page of a document."""
        folder = posixpath.dirname(posixpath.join("/", place))
        document = self.parse("", place)
        common = child(document, "CommonData")
        templates = {each.get("ID"): each.get("BaseLoc", "") for each in common or () if local(each) == "TemplatePage"}
        whole = child(common, "PageArea", "PhysicalBox")
        for page in child(document, "Pages") or ():
            self._pages += 1
            if self._pages > _MAX_PAGES:
                raise UnreadableError(f"OFD 超过 {_MAX_PAGES:,} 页，不像一份年度报告。请确认没有选错文件。")
            if local(page) == "Page":
                yield self._lines(folder, page.get("BaseLoc", ""), templates, whole)

    def _lines(self, folder: str, place: str, templates: dict[Any, str], whole: Any) -> list[Line]:
        page = self.parse(folder, place)
        used = [templates[each.get("TemplateID")] for each in page if each.get("TemplateID") in templates]
        box = child(page, "Area", "PhysicalBox")
        size = numbers((box if box is not None else whole).text) if box is not None or whole is not None else []
        _, _, width, height = size if len(size) == 4 else _A4
        layers = (*(self.parse(folder, template) for template in used), page)
        found = chain.from_iterable(chars_of(child(layer, "Content"), height) for layer in layers)
        placed = list(islice(found, MAX_CHARACTERS - self._characters + 1))
        self._characters += len(placed)
        if self._characters > MAX_CHARACTERS:
            raise UnreadableError(_LONG)
        if len(placed) < FEW_CHARACTERS and _is_picture(layers, (width, height)):
            self.pictures.append(self._pages)
        turns = Counter(turn for turn, _ in placed)
        most = turns.most_common(1)[0][0] if turns else 0
        chars = [char for turn, char in placed if turn == most]
        places = [turned((c.left, c.bottom, c.right, c.top), most, (width, height)) for c in chars]
        level = [Char(char.sign, *place) for char, place in zip(chars, places, strict=True)]
        ruling = chain.from_iterable(boxes_of(child(layer, "Content"), height) for layer in layers)
        boxes = (turned(box, most, (width, height)) for box in ruling)
        return lines_and_cells(level, boxes, height if most % 2 else width, self._gutters) if level else []


def _is_picture(layers: Sequence[Any], size: tuple[float, float]) -> bool:
    """Do pictures fill most of a page, or curves that may be letters?"""
    drawn = list(islice((each for layer in layers for each in layer.iter() if local(each) in _DRAWN), MOST))
    boxes = [numbers(each.get("Boundary")) for each in drawn if local(each) == "ImageObject"]
    areas = (box[2] * box[3] for box in boxes if len(box) == 4)
    return is_picture(areas, len(drawn) - len(boxes), size)
