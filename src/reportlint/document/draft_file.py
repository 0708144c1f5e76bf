"""A draft's file: its bytes, or a sentence that says why there are none."""

from __future__ import annotations

import os
import stat
import sys

from reportlint.document.source import UnreadableError
from reportlint.errors import reason

SUFFIXES = (
    ".txt",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".shtml",
    ".mht",
    ".mhtml",
    ".docx",
    ".pdf",
    ".ofd",
    ".doc",
    ".wps",
    ".rtf",
    ".odt",
)
"""What the names of drafts end with."""
STDIN = "-"
MAX_BYTES = 50_000_000
"""A Word file with many pictures; no more is read, however much a file or a pipe would give."""


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or of standard input for ``-``. Raises UnreadableError with what to do."""
    data = _read(path)
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"超过 {MAX_BYTES:,} 字节的上限；年度报告通常不过几万字，请确认没有选错文件，或先压缩其中的图片。"
        )
    return data


def irregular(state: os.stat_result) -> str:
    """What something is called that is neither a regular file nor a folder, and need not have an end; "" for those."""
    kinds = {stat.S_ISFIFO: "命名管道", stat.S_ISSOCK: "套接字", stat.S_ISCHR: "设备", stat.S_ISBLK: "设备"}
    return next((name for is_of, name in kinds.items() if is_of(state.st_mode)), "")


def _read(path: str | os.PathLike[str]) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        state = os.stat(path)
        if (kind := irregular(state)) and not stat.S_ISFIFO(state.st_mode):  # a shell hands over <(…) as a pipe
            raise UnreadableError(f"这是{kind}，不是文件。请写出草稿文件；要读标准输入，写 -。")
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableError("没有这个文件。请检查路径和文件名（含空格时要加引号）。") from error
    except PermissionError as error:
        raise UnreadableError("没有读这个文件的权限。") from error
    except IsADirectoryError as error:
        raise UnreadableError("这是文件夹。请写出其中一个文件。") from error
    except OSError as error:
        raise UnreadableError(f"读不了这个文件（{reason(error)}）。请检查路径和权限。") from error
    except ValueError as error:  # a zero character
        raise UnreadableError("文件名里有不能用的字符。请检查路径。") from error
