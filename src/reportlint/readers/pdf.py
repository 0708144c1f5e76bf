"""PDF with a text layer: its lines, which a process of its own finds, put together to paragraphs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from reportlint.document.source import Source, UnreadableError
from reportlint.readers.pages.grids import Square
from reportlint.readers.pages.lines import Line
from reportlint.readers.pages.paragraphs import as_source
from reportlint.readers.text_layer import refuse_what_is_no_text

_SECONDS = 30
_ERRORS = {
    "password": "PDF 加了密，读不出内容。请去掉打开密码后再检查。",
    "broken": "PDF 文件已损坏，读不出内容。请重新导出，或用 Word 文件检查。",
    "long": "PDF 太长，不像一份年度报告。请确认没有选错文件。",
    "limits": "PDF 太复杂或已损坏，读它用的内存或时间超过了限度。请重新导出，或用 Word 文件检查。",
}


def read(data: bytes, path: str) -> Source:
    """The text of a PDF; places are counted in paragraphs. Raises UnreadableError."""
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdf_lines.py")
    command = [sys.executable, "-I", program]  # a program of its own, which tells why
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS)
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"error": "limits"}
    except (subprocess.TimeoutExpired, ValueError):
        found = {"error": "limits"}
    if "error" in found:
        raise UnreadableError(_ERRORS[found["error"]])
    pages = [[_line(*line) for line in page] for page in found["pages"]]
    refuse_what_is_no_text(pages, found["pictures"], "PDF")
    return as_source(pages, found["pictures"], path, "pdf")


def _line(text: str, left: float, right: float, top: float, size: float, pieces: list[str], *rest: Any) -> Line:
    """A line as the program writes it."""
    square, edge = rest
    return Line(text, left, right, top, size, tuple(pieces), Square(*square) if square else None, edge)
