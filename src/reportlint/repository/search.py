"""A folder searched for drafts: each file in it and below is a draft by its name, or is told with the reason why not.

Untold are hidden files, settings and rule files, what a repository says of itself, review copies and pages of results.

Nothing is opened but folders: a pipe would be waited for, and a device has no end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from reportlint.document.draft_file import SUFFIXES, irregular
from reportlint.errors import reason
from reportlint.kept import patterns

RESULT = b'<meta name="generator" content="reportlint'
"""How a page of results tells what wrote it."""
_HIDDEN = (".", "~$")
"""What the names begin with that nobody sees: of hidden files, and of what Word leaves beside an open one."""
_SETTINGS = (".yaml", ".yml")
"""Of rule files that a city shares, and of whatever else is set up in a folder of drafts."""
_NO_DRAFT = patterns.compile(r"(?:readme|changelog|contributing|license|security)\b|.*\.(?:review|批注|反馈)\.docx$", 2)
"""What a repository says of itself (it may speak of annual reports on every line), review copies and letters of feedback."""


class Unusable(NamedTuple):
    """An argument or a place in a folder that leads to no draft. error: why, a Chinese sentence.

    passed_over: is that no failure, as with a file of another kind?
    """

    path: str
    error: str
    passed_over: bool = False


def search(folder: str) -> Iterator[str | Unusable]:
    """The drafts in a folder and those below it, as far as their names tell, and what is none, in no certain order.

    Links to folders are followed when all else is searched, so that a file is met by its own path first.
    """
    searched: set[tuple[int, int]] = set()
    waiting, linked = [folder], list[str]()
    while waiting or linked:
        place = waiting.pop() if waiting else linked.pop(0)
        try:
            state = os.stat(place)
            with os.scandir(place) as found:
                seen = (entry for entry in found if not entry.name.startswith(_HIDDEN))
                entries = sorted(seen, key=lambda entry: entry.name)
        except OSError as error:
            yield Unusable(place, f"查不了这个文件夹（{reason(error)}），里面的文件没有检查。请检查权限和路径。")
            continue
        if (state.st_dev, state.st_ino) in searched:
            yield Unusable(place, "符号链接，所指的文件夹已经查过", passed_over=True)
            continue
        searched.add((state.st_dev, state.st_ino))
        for entry in entries:
            if _is_folder(entry):
                (linked if entry.is_symlink() else waiting).append(entry.path)
            elif found_here := _judged(entry):
                yield found_here


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):  # a link that leads to itself
        return entry.is_dir()
    return False


def _judged(entry: os.DirEntry[str]) -> str | Unusable | None:
    """The path of a file that is a draft by its name, or why it is none; None of what a repository says of itself."""
    named = entry.name.lower().endswith(SUFFIXES)
    try:
        kind = irregular(os.stat(entry.path))
    except OSError as error:
        return entry.path if named else Unusable(entry.path, reason(error), passed_over=True)
    if kind:
        return Unusable(entry.path, f"是{kind}，不是普通文件", passed_over=True)
    if not named and entry.name.lower().endswith(_SETTINGS):
        return None
    if not named:
        return Unusable(entry.path, "不是能读的格式", passed_over=True)
    return None if _NO_DRAFT.match(entry.name) or is_result(entry.path) else entry.path


def is_result(path: str) -> bool:
    """Is it a page that this program wrote of other drafts?"""
    if not path.lower().endswith((".html", ".htm")):
        return False
    with suppress(OSError), open(path, "rb") as file:
        return RESULT in file.read(1000)
    return False
