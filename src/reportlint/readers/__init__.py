"""Readers: bytes to a Source, one module for each kind of file, imported when the first such file is met.

What a file is, its content says; its name is asked only where plain text could be several things.

A page is one of the web in html_*.py, a sheet of PDF or OFD in pages/. pdf_lines.py is a program of its own, started without the
rest of this project but pdf_strokes.py and what pages/ names.
"""

from __future__ import annotations

import os
from importlib import import_module

from reportlint.document.decoding import check_length, decode
from reportlint.document.folding import fold
from reportlint.document.source import Source, UnreadableError
from reportlint.kept import patterns
from reportlint.readers.pasted import with_tables
from reportlint.readers.wrapped import unwrapped

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BY_NAME = {".html": "html", ".htm": "html", ".shtml": "html", ".md": "markdown", ".markdown": "markdown"}
_BINARY = (".docx", ".pdf", ".ofd", ".doc", ".wps", ".rtf", ".odt")
_PAGE = patterns.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", 16 | 2)
_ARCHIVE = patterns.compile(
    r"(?:[\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,20}){0,20}Content-Type:\s*multipart/related", 2
)
_MARKED_UP = patterns.compile(r"^[ \t]*(?:#{1,4} {1,3}[^\s#]|\*\*[^*\r\n]{4,240}\*\*[ \t]*\r?$)", 8)
"""A line that only Markdown has: a heading behind #, or one wholly in bold; as text pasted from a conversation keeps them."""
_LOOKED_AT = 60_000
"""Bytes at the beginning of a plain text that are looked at for such lines."""
_WORD_2003 = b'<?mso-application progid="Word.Document"?>'
_OTHERS = (
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"\x1f\x8b", "压缩文件"),
    (b"Rar!", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
)


def read_source(data: bytes, path: str) -> Source:
    """The text of a file, whatever its kind, as it is understood. Raises UnreadableError with the reason and the remedy."""
    for signature, name in _OTHERS:
        if data.startswith(signature):
            raise UnreadableError(f"这是{name}，没有文字可查。请找到草稿的 Word 文件或文本。")
    if _WORD_2003 in data[:1024]:
        raise UnreadableError("这是 Word 2003 XML 文件。请用 Word 或 WPS 打开，另存为 docx 后再检查。")
    form = form_of(data, path)
    source: Source
    if form == "text":
        suffix = os.path.splitext(path)[1].lower()
        if suffix in _BINARY and data.strip():
            raise UnreadableError(f"文件名以 {suffix} 结尾，内容却不是这种文件。请用原软件打开，另存一份再检查。")
        source = with_tables(unwrapped(decode(data, path)))
    else:
        source = import_module(f"reportlint.readers.{form}").read(data, path)
        check_length(source.text)
    source = fold(source)
    if not source.text.strip():
        raise UnreadableError("文件里没有文字。请确认草稿已经保存，也没有选错文件。")
    return source


def form_of(data: bytes, path: str) -> str:
    """Which reader a file wants: text, markdown, html, docx, pdf, ofd, or office for what LibreOffice must convert first."""
    head = data[:2048]
    if _ARCHIVE.match(head.decode("latin-1")):
        return "web_archive"
    if data.startswith((_OLE, b"{\\rtf")):
        return "office"
    if data.startswith(_ZIP):
        return "office" if b"application/vnd.oasis.opendocument.text" in data[:200] else _zipped(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _BY_NAME and _PAGE.match(data[:2048].decode("latin-1")):
        return "html"
    if suffix not in _BY_NAME and len(_MARKED_UP.findall(data[:_LOOKED_AT].decode("latin-1"))) > 1:
        return "markdown"
    return _BY_NAME.get(suffix, "text")


def _zipped(data: bytes) -> str:
    """Of a zip file: a Word file, or, where a part's name says so, an OFD."""
    return "ofd" if b"OFD.xml" in data and b"word/document.xml" not in data else "docx"
