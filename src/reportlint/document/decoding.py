"""Bytes to plain text: UTF-8, UTF-16 with a byte order mark, GB18030; what does not fit is named, with its line."""

from __future__ import annotations

import codecs

from reportlint.document.source import Source, UnreadableError
from reportlint.kept import patterns

MAX_CHARACTERS = 1_000_000
"""A long annual report has some 60,000 characters; a file far beyond that is another one."""

_CONTROL = patterns.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOST = "\ufffd"
_MOST_LOST = 1 / 500
"""Of the characters: with more of them lost, it is another encoding."""
_FEW = 3
"""Characters that may be lost in a short text, too: one wrong byte can cost as many."""


def decode(data: bytes, path: str, limit: int = MAX_CHARACTERS, *, page: bool = False) -> Source:
    """Decode UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030.

    A few bytes that do not fit become U+FFFD in UTF-8, which finds its way again behind them, and on a page, where they
    may stand outside the article. In a GB18030 text the words behind them may be others, and it is refused. Raises
    UnreadableError; also for an empty file, a binary one, an unknown encoding, or more characters than the limit.
    """
    if not data.strip():
        raise UnreadableError("文件是空的。请确认草稿已经保存。")
    bom, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))
    body = data[len(bom) :]
    candidates = (encoding,) if encoding else ("utf-8", "gb18030")
    for candidate in candidates:
        try:
            text, encoding = body.decode(candidate), candidate
            break
        except UnicodeDecodeError:
            continue
    else:
        text, encoding = _with_losses(body, candidates)
        if encoding != "utf-8" and not page:
            raise UnreadableError(_misfit(body, encoding))
    if not text.strip():
        raise UnreadableError("文件里只有空白。请确认草稿已经保存。")
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableError(
            f"第 {line} 行有控制字符 U+{ord(control.group()):04X}，像是二进制文件或不带 BOM 的 UTF-16。"
            "请另存为纯文本（UTF-8）后再检查。"
        )
    check_length(text, limit)
    return Source(path, text, encoding, bom)


def check_length(text: str, limit: int = MAX_CHARACTERS) -> None:
    """Raises UnreadableError for a text of more than so many characters, far too long to be a report."""
    if len(text) > limit:
        raise UnreadableError(
            f"有 {len(text):,} 字，超过 {limit:,} 字的上限；年度报告通常不过几万字，请确认没有选错文件。"
        )


def _with_losses(body: bytes, candidates: tuple[str, ...]) -> tuple[str, str]:
    """The text by the encoding that fewest bytes do not fit, and that encoding. Raises UnreadableError."""
    decoded = [(body.decode(candidate, "replace"), candidate) for candidate in candidates]
    text, encoding = min(decoded, key=lambda each: each[0].count(_LOST))
    if text.count(_LOST) > max(_FEW, len(text) * _MOST_LOST):
        raise UnreadableError("读不出文字：不是 UTF-8、GB18030 或带 BOM 的 UTF-16 编码。请另存为 UTF-8 后再检查。")
    return text, encoding


def _misfit(body: bytes, encoding: str) -> str:
    """What is said of the first byte that does not fit."""
    try:
        body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].decode(encoding, "replace").count("\n") + 1
        return (
            f"第 {line} 行有不合 {encoding.upper()} 编码的字节（0x{body[error.start]:02X}），其余的都合：这里丢了或者多了字节，"
            "这一行的文字可能已经错位。请对照原稿改正，另存为 UTF-8 后再检查。"
        )
    raise AssertionError("every byte fits")
