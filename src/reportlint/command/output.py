"""Where results go: rendered in a format, shown on the terminal, written to a file; and what is said on the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import TextIO, TypeVar

from reportlint.document.draft_file import STDIN, SUFFIXES
from reportlint.errors import UserError, reason
from reportlint.reporters.spool import Spool
from reportlint.repository.file_result import FileResult
from reportlint.repository.safe_write import ChangedError, present, try_writing, write_file
from reportlint.repository.search import is_result

_Result = TypeVar("_Result")
_MANY = 20
"""Files from which on a bar shows how far the work is."""


class OutputError(UserError):
    """A file that the results cannot go to; ``str(error)`` says why, and what to do."""


def render(
    results: Iterable[FileResult], output_format: str, stream: TextIO | None = None, detail: str = "usual"
) -> Iterator[str]:
    """The pieces of the output, each to be followed by a newline. stream: where text goes, which may take colours."""
    if output_format == "text" and stream:
        from reportlint.reporters import text

        return text.findings(results, text.colourful(stream), detail)
    pieces: Iterator[str] = import_module(f"reportlint.reporters.{output_format}").findings(results)
    return pieces


def shown(results: Iterable[FileResult], stream: TextIO, detail: str) -> Iterator[FileResult]:
    """The results, each shown as text before it goes on."""
    from reportlint.reporters import text

    for result, pieces in text.told(results, text.colourful(stream), detail):
        for piece in pieces:
            say(piece, stream)
        if result is not None:
            yield result


def watched(results: Iterable[_Result], total: int) -> Iterable[_Result]:
    """The results, with a bar on the terminal while many are awaited. total: how many there will be."""
    if total < _MANY or not sys.stderr.isatty():
        return results
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would be copied into the worker processes
    return tqdm(results, total=total, file=sys.stderr, leave=False, unit="份", dynamic_ncols=True)


def say(line: str, stream: TextIO) -> None:
    """Write a line; above the bar, where there is one."""
    if bar := sys.modules.get("tqdm"):  # imported for a bar, and for nothing else
        bar.tqdm.write(line, file=stream)
    else:
        stream.write(f"{line}\n")


def complain(result: FileResult) -> None:
    """Say on stderr what could not be done with a file."""
    if not result.failed and not result.unmatched:
        return
    from reportlint.reporters.labels import crashed, name_of
    from reportlint.reporters.plain_text import clean_lines

    alone = "--previous 里没有同一单位更早年度的报告，没有和上一年度比较。" if result.unmatched else ""
    whole = [clean_lines(said) for said in (result.error, alone) if said]
    for said in (*whole, *map(crashed, result.crashes)):
        with suppress(OSError):  # a full disk behind stderr; the exit code tells all the same
            say(f"reportlint: {name_of(result.path)}：{said}", sys.stderr)


def check_output(path: str, kept: Iterable[str], option: str = "--output") -> None:
    """Raises OutputError where something must not, or cannot, be written.

    That is a folder, a device, a place there is not, and any of the files ``kept``: drafts, last year's reports, settings.
    """
    folder = os.path.dirname(path) or "."
    if not path or os.path.isdir(path):
        raise OutputError(f"{option} 后面要写文件名{f'，{path} 是文件夹' if path else ''}。请写出文件名。")
    if not os.path.isdir(folder):
        raise OutputError(f"没有文件夹 {folder}，写不了 {path}。请先建好，或换一个位置。")
    if not os.path.exists(path):
        _try(path)
        return
    if not os.path.isfile(path):  # a pipe would be waited for
        raise OutputError(f"{path} 不是普通文件。请写文件名；要显示在屏幕上，不写 {option}。")
    if any(_same(path, file) for file in kept):
        raise OutputError(f"{path} 是草稿或这次要读的文件，不会覆盖。请用 {option} 换一个文件名。")
    if path.lower().endswith(SUFFIXES) and option == "--output" and os.path.getsize(path) and not is_result(path):
        raise OutputError(f"已经有 {path}，看名字是一份文稿，没有覆盖。请用 {option} 换一个文件名，或先把它移走。")
    _try(path)


def _try(path: str) -> None:
    try:
        try_writing(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: str, error: OSError) -> OutputError:
    return OutputError(f"写不了 {path}（{reason(error)}）。请检查文件夹、权限和磁盘空间。")


def _same(path: str, other: str) -> bool:
    with suppress(OSError, ValueError, AttributeError):  # no such file; standard input that is none
        if other == STDIN:
            return os.path.samestat(os.stat(path), os.fstat(sys.stdin.fileno()))
        return os.path.samefile(path, other)
    return False


def save(path: str, pieces: Iterable[str]) -> None:
    """Write a file whole, in place of what was there, when all is known. Raises OutputError."""
    with Spool() as spool:
        aside = [spool.put(f"{piece}\n") for piece in pieces]
        _write(path, (spool.get(piece).encode() for piece in aside))


def save_bytes(path: str, pieces: Iterable[bytes]) -> None:
    """The same for bytes in pieces. Raises OutputError."""
    _write(path, pieces)


def _write(path: str, data: Iterable[bytes]) -> None:
    try:
        write_file(path, data, present(path))
    except ChangedError as error:
        raise OutputError(f"{path}：{error}") from error
    except OSError as error:
        raise _unwritable(path, error) from error
