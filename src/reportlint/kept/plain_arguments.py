"""A command line of files and a few options read without Typer.

Without this a run over one draft takes 1.1 times as long: that is what Typer takes to start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportlint.kept.switch import PLAIN


def read_plain(
    arguments: list[str], options: Mapping[str, Callable[[str], Any] | None]
) -> tuple[list[str], dict[str, Any]] | None:
    """The files, and the options by their flags; None where there is more to read, or something is wrong.

    options: flags to what reads a value, which may raise; None for one that has no value.
    """
    if PLAIN:
        return None
    rest = iter(arguments)
    files: list[str] = []
    given: dict[str, Any] = {}
    for argument in rest:
        flag, equals, value = argument.partition("=")
        if flag in options:
            read = options[flag]
            if read and not equals:
                value = next(rest, "")
            if bool(read) != bool(value) or value.startswith("-"):
                return None
            try:
                given[flag] = read(value) if read else True
            except Exception:  # whoever reads it next says what is wrong
                return None
        elif argument == "-" or (argument and not argument.startswith("-")):
            files.append(argument)
        else:
            return None
    return (files, given) if files else None
