"""OpenDocument texts: what LibreOffice would write into a Word file though it does not show it is taken out before."""

from __future__ import annotations

import io
import zipfile

from reportlint.document.source import UnreadableError
from reportlint.kept import patterns
from reportlint.readers.package import Package

_CONTENT = "content.xml"
_SECTION = patterns.compile(r"<text:section\b[^<>]*>|</text:section\s*>")
_HIDDEN = patterns.compile(r"text:(?:display\s*=\s*[\"']none|is-hidden\s*=\s*[\"']true)[\"']")


def without_hidden(data: bytes) -> bytes:
    """The file without its hidden sections; itself where it has none, or cannot be read."""
    try:
        package = Package(data, "odt 文件", "LibreOffice")
        content = package.read(_CONTENT).decode("utf-8")
        shown = _shown(content)
        if shown == content:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            for member in old.infolist():
                new.writestr(member, shown if member.filename == _CONTENT else package.read(member.filename))
        return made.getvalue()
    except (UnreadableError, UnicodeDecodeError):
        return data  # LibreOffice says what is amiss


def _shown(content: str) -> str:
    """The XML of a text without its hidden sections and what is in them."""
    kept: list[str] = []
    at = depth = 0  # depth: of a hidden section, and of those within it
    for tag in _SECTION.finditer(content):
        opens, closes = not tag[0].endswith("/>"), tag[0].startswith("</")
        if depth and (opens or closes):
            depth += -1 if closes else 1
            at = at if depth else tag.end()
        elif opens and not closes and _HIDDEN.search(tag[0]):
            kept.append(content[at : tag.start()])
            depth = 1
    return content if depth else "".join([*kept, content[at:]])
