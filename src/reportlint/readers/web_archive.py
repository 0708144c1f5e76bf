"""A page saved as one file (.mht): the page is one part of a message, and is read as any other."""

from __future__ import annotations

from email import message_from_bytes, policy

from reportlint.document.source import Source, UnreadableError
from reportlint.readers import html


def read(data: bytes, path: str) -> Source:
    """The text of the page; places are counted in paragraphs. Raises UnreadableError."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return html.read(page, path)
    raise UnreadableError("这是单个文件网页（.mht），里面没有网页正文。请在浏览器里打开，另存为网页或文本后再检查。")
