"""A folder searched for drafts: each file in it and below is a draft by its name, or is told with the reason why not.

Untold, but where every file is to be accounted for, are hidden files, rule files, what a repository says of itself, review copies
and pages of results.

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
from reportlint.linting.config_file import NAME

RESULT = b'<meta name="generator" content="reportlint'
"""How a page of results tells what wrote it."""
_OPEN = "~$"
"""What the name begins with of a file that Word leaves beside an open one."""
_SETTINGS = (".yaml", ".yml")
"""Of rule files that a city shares, and of whatever else is set up in a folder of drafts."""
_OF_ITSELF = patterns.compile(r"(?:readme|changelog|contributing|license|security)\b", 2)
"""What a repository says of itself; it may speak of annual reports on every line."""
_WRITTEN = patterns.compile(r".*\.(?:review|批注|反馈)\.docx$", 2)
"""Review copies and letters of feedback."""


class Unusable(NamedTuple):
    """An argument or a place in a folder that leads to no draft. error: why, a Chinese sentence.

    passed_over: is that no failure, as with a file of another kind? untold: of what nobody takes for a draft.
    """

    path: str
    error: str
    passed_over: bool = False
    untold: bool = False


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
                entries = sorted((entry for entry in found if entry.name != NAME), key=lambda entry: entry.name)
        except OSError as error:
            yield Unusable(place, f"查不了这个文件夹（{reason(error)}），里面的文件没有检查。请检查权限和路径。")
            continue
        if (state.st_dev, state.st_ino) in searched:
            yield Unusable(place, "符号链接，所指的文件夹已经查过", passed_over=True)
            continue
        searched.add((state.st_dev, state.st_ino))
        for entry in entries:
            if hidden := _hidden(entry):
                yield Unusable(entry.path, hidden, passed_over=True, untold=True)
            elif _is_folder(entry):
                (linked if entry.is_symlink() else waiting).append(entry.path)
            else:
                yield _judged(entry)


def _hidden(entry: os.DirEntry[str]) -> str:
    """What is said of a file or a folder that nobody sees; "" of others."""
    if entry.name.startswith(_OPEN):
        return "打开 Word 文件时留下的临时文件"
    if not entry.name.startswith("."):
        return ""
    return "隐藏的文件夹，里面的文件没有看" if _is_folder(entry) else "隐藏文件"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):  # a link that leads to itself
        return entry.is_dir()
    return False


def _judged(entry: os.DirEntry[str]) -> str | Unusable:
    """The path of a file that is a draft by its name, or why it is none."""
    named = entry.name.lower().endswith(SUFFIXES)
    try:
        kind = irregular(os.stat(entry.path))
    except OSError as error:
        return entry.path if named else Unusable(entry.path, reason(error), passed_over=True)
    if kind:
        return Unusable(entry.path, f"是{kind}，不是普通文件", passed_over=True)
    if why := _no_draft(entry, named):
        return Unusable(entry.path, why, passed_over=True, untold=True)
    return entry.path if named else Unusable(entry.path, "不是能读的格式", passed_over=True)


def _no_draft(entry: os.DirEntry[str], named: bool) -> str:
    """What is said of settings, of what a repository says of itself, and of what this program writes; "" of others."""
    if entry.name.lower().endswith(_SETTINGS):
        return "是设置、规则或名单，不是草稿"
    if named and _OF_ITSELF.match(entry.name):
        return "按文件名是说明，不是草稿"
    return "是批注、反馈或检查结果，不是草稿" if _WRITTEN.match(entry.name) or is_result(entry.path) else ""


def is_result(path: str) -> bool:
    """Is it a page that this program wrote of other drafts?"""
    if not path.lower().endswith((".html", ".htm")):
        return False
    with suppress(OSError), open(path, "rb") as file:
        return RESULT in file.read(1000)
    return False
