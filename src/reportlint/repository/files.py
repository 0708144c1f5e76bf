"""Arguments to files: a file as named, a folder searched for drafts, - for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from reportlint.document.draft_file import STDIN, read_file
from reportlint.kept import patterns
from reportlint.linting.config import Config
from reportlint.linting.config_file import find_config, load_config
from reportlint.readers import SUFFIXES
from reportlint.settings.values import ConfigError

RESULT = b'<meta name="generator" content="reportlint'
"""How a page of results tells what wrote it."""
_NO_DRAFT = patterns.compile(
    r"\.|~\$|(?:readme|changelog|contributing|license|security)\b|.*\.(?:review|批注)\.docx$", 2
)
"""Hidden files, what Word leaves beside an open one, what a repository says of itself (it may speak of annual reports on
every line), and review copies."""


class File(NamedTuple):
    """A file to lint. searched: found in a folder, not named by the user. excluded: the configuration leaves it out."""

    path: str
    config: Config
    searched: bool = False
    excluded: bool = False

    def read(self) -> bytes:
        """Its bytes. Raises UnreadableError with what to do."""
        return read_file(self.path)


class Unusable(NamedTuple):
    """An argument that leads to no file, or a file whose configuration is wrong."""

    path: str
    error: str


def find_files(paths: list[str], config: Config | None) -> Iterator[File | Unusable]:
    """The files that the arguments name, each once, folders in order of name.

    config: the one named on the command line; None to look for .reportlint.yaml upward from each file.
    """
    seen: set[str] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            candidates = sorted(found for found in search(path) if not is_result(found))
            searched = True
        else:
            candidates, searched = [path], False
        kept = 0
        for candidate in candidates:
            identity = candidate if candidate == STDIN else os.path.realpath(candidate)
            try:
                own = config or _config_of(candidate)
            except ConfigError as error:
                kept += 1
                yield Unusable(candidate, str(error))
                continue
            kept += 1
            if identity not in seen:
                seen.add(identity)
                # a named file may be left out, too: pre-commit names every file, and means what the configuration says
                yield File(candidate, own, searched, candidate != STDIN and own.excluded(candidate))
        if searched and not kept:
            yield Unusable(
                path, f"文件夹里没有草稿（找的是 {'、'.join(SUFFIXES)} 文件）。请检查路径，或直接写出文件名。"
            )


def search(folder: str) -> Iterator[str]:
    """The drafts in a folder and those below it, as far as their names tell."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.lower().endswith(SUFFIXES) and not _NO_DRAFT.match(name):
                yield os.path.join(parent, name)


def is_result(path: str) -> bool:
    """Is it a page that this program wrote of other drafts?"""
    if not path.lower().endswith((".html", ".htm")):
        return False
    with suppress(OSError), open(path, "rb") as file:
        return RESULT in file.read(1000)
    return False


def _config_of(path: str) -> Config:
    found = find_config(path if path != STDIN else os.path.join(os.getcwd(), STDIN))
    return load_config(found) if found else Config()
