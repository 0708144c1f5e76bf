"""Arguments to files: a file as named, a folder searched for drafts, - for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.draft_file import STDIN, SUFFIXES, read_file
from reportlint.linting.config import Config
from reportlint.linting.config_file import find_config, load_config
from reportlint.repository.search import Unusable, search
from reportlint.settings.values import ConfigError

_DEFAULTS = Config()


class File(NamedTuple):
    """A file to lint. searched: found in a folder, not named by the user. excluded: the configuration leaves it out."""

    path: str
    config: Config
    searched: bool = False
    excluded: bool = False

    def read(self) -> bytes:
        """Its bytes. Raises UnreadableError with what to do."""
        return read_file(self.path)


def find_files(paths: list[str], config: Config | None, everything: bool = False) -> Iterator[File | Unusable]:
    """The files that the arguments name, each once, folders in order of name.

    config: the one named on the command line; None to look for .reportlint.yaml upward from each file. everything: tell of what
    nobody takes for a draft, too.
    """
    seen: set[str] = set()
    for path in paths:
        searched = path != STDIN and os.path.isdir(path)
        found = sorted(_found_in(path, everything), key=_path) if searched else [path]
        here: set[str] = set()
        for candidate in found:
            identity = STDIN if candidate == STDIN else os.path.realpath(_path(candidate))
            if identity not in seen:
                yield _with_settings(candidate, config, searched)
            elif identity in here:  # a link beside what it leads to; of what the user names twice nothing is said
                yield Unusable(_path(candidate), "和另一个名字是同一个文件，已经查过", passed_over=True)
            seen.add(identity)
            here.add(identity)
        if all(isinstance(candidate, Unusable) and candidate.passed_over for candidate in found):
            yield Unusable(
                path, f"文件夹里没有草稿（找的是 {'、'.join(SUFFIXES)} 文件）。请检查路径，或直接写出文件名。"
            )


def _found_in(folder: str, everything: bool) -> Iterator[str | Unusable]:
    """What a search finds; with ``everything`` also what nobody takes for a draft."""
    return (each for each in search(folder) if everything or not (isinstance(each, Unusable) and each.untold))


def _path(found: str | Unusable) -> str:
    return found.path if isinstance(found, Unusable) else found


def _with_settings(found: str | Unusable, config: Config | None, searched: bool) -> File | Unusable:
    path = _path(found)
    try:
        own = config or _config_of(path)
    except ConfigError as error:
        return found if isinstance(found, Unusable) else Unusable(path, str(error))
    # a named file may be left out, too: pre-commit names every file, and means what the configuration says
    excluded = path != STDIN and own.excluded(path)
    if isinstance(found, Unusable) and not (found.passed_over and excluded):
        return found
    return File(path, own, searched, excluded)


def _config_of(path: str) -> Config:
    found = find_config(path if path != STDIN else os.path.join(os.getcwd(), STDIN))
    return load_config(found) if found else _DEFAULTS
