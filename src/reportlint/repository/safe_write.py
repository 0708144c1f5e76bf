"""Files written whole: whoever reads one, whenever the power fails, finds the old content or the new, never half of either."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from reportlint.errors import UserError


class ChangedError(UserError):
    """The file is not any more what was read; ``str(error)`` says so."""


def write_file(path: str, data: bytes | Iterable[bytes], before: bytes | None) -> None:
    """Put ``data``, in one piece or many, in place of ``before``, what was read from the file; None for a file that is yet to be made.

    A link is kept, and what it leads to replaced; permissions are kept, and the owner where we may. Raises ChangedError
    where the file holds something else by now, OSError where it cannot be written; the file is then as it was.
    """
    target = os.path.realpath(path)
    status = None if before is None else os.stat(target)
    temporary, descriptor = _begun(target, status)
    try:
        with open(descriptor, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(descriptor)
        if status:
            _take_over(temporary, status)
        if present(target) != before:
            raise ChangedError("读过以后，文件又被别的程序改动，没有写入。请再运行一次。")
        os.replace(temporary, target)
    except BaseException:  # an interrupt, too, must not leave the file behind
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _settle(os.path.dirname(target))


def try_writing(path: str) -> None:
    """Raises OSError where `write_file` could not write that file; nothing is changed."""
    target = os.path.realpath(path)
    temporary, descriptor = _begun(target, _status(target))
    os.close(descriptor)
    os.unlink(temporary)


def _status(target: str) -> os.stat_result | None:
    """Of a file; None where there is none. Raises OSError where there can be none, the name being too long."""
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _begun(target: str, status: os.stat_result | None) -> tuple[str, int]:
    """A new file beside the target, open. status: of the target; None where it is yet to be made."""
    if status and not stat.S_ISREG(status.st_mode):
        raise OSError(0, "不是普通文件")
    if status:  # renaming needs leave to write the folder only; opening says why there is none
        os.close(os.open(target, os.O_WRONLY))
    temporary = os.path.join(os.path.dirname(target), f".reportlint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return temporary, os.open(temporary, flags, 0o600 if status else 0o666)


def _take_over(path: str, status: os.stat_result) -> None:
    """Owner and permissions; the owner first, for a change of owner takes permissions away."""
    if hasattr(os, "chown"):
        for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
            with suppress(OSError):  # somebody else's file that we may write: it becomes ours, as with any editor
                os.chown(path, owner, group)
    os.chmod(path, stat.S_IMODE(status.st_mode))


def present(path: str) -> bytes | None:
    """What a file holds; None where there is none. Raises OSError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _settle(folder: str) -> None:
    """Have the folder's new entry written down, where folders can be opened (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
