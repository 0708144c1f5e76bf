"""The program: arguments in, exit code out. 0 clean, 1 findings at or above --fail-on, 2 the job could not be done."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from reportlint.command.options import FailOn, Format
from reportlint.command.tell import tell
from reportlint.errors import UsageError, UserError, reason
from reportlint.kept import patterns


def _count(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and int(value)):
        raise ValueError(value)
    return int(value)


_PLAIN: dict[str, tuple[str, Callable[[str], Any]]] = {
    "--format": ("output_format", lambda value: Format(value).value),
    "--fail-on": ("fail_on", lambda value: FailOn(value).value),
    "--jobs": ("jobs", _count),
}
"""Options that are read here: the name of each in `lint_files`, and what reads its value."""


def plain(arguments: list[str]) -> tuple[list[str], dict[str, Any]] | None:
    """The files and options of ``reportlint draft.txt --format json``; None where Typer has to look.

    Typer takes six times as long to start as Python itself, and most runs have nothing for it to read.
    """
    rest = iter(arguments[1:] if arguments[:1] == ["check"] else arguments)
    files: list[str] = []
    options: dict[str, Any] = {}
    for argument in rest:
        option, equals, value = argument.partition("=")
        if option in _PLAIN:
            name, read = _PLAIN[option]
            try:
                options[name] = read(value if equals else next(rest, ""))
            except ValueError:
                return None
        elif argument == "-" or (argument and not argument.startswith("-")):
            files.append(argument)
        else:
            return None
    if not files or (arguments[0] == files[0] and files[0].isascii() and files[0].isalpha()):
        return None  # nothing, or a verb: or a folder's name, or one mistyped
    return files, options


def _run(arguments: list[str]) -> int:
    if known := plain(arguments):
        from reportlint.command.lint_files import lint_files

        files, options = known
        return lint_files(files, **options)
    from reportlint.command.verbs import run

    return run(arguments)


def _write_no_more() -> None:
    """Or Python, ending, tries to write the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command; whatever goes wrong, the user reads a sentence, not a traceback."""
    gc.set_threshold(100_000)  # a run makes little garbage and many objects: looking for it takes a tenth of the time
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except UsageError as error:
        if str(error).startswith("Usage:"):  # nothing was asked
            print(error, file=sys.stderr)
        else:
            tell(f"{error}\n用法见 reportlint --help。")
        code = 2
    except UserError as error:
        tell(str(error))
        code = 2
    except OSError as error:  # in writing; whatever is read has its own message
        if not isinstance(error, BrokenPipeError):  # the reader of our output has seen enough
            tell(f"写不出结果（{reason(error)}）。")
        _write_no_more()
        code = 2
    except SystemExit:  # how Typer leaves when a pipe is closed, and with 1, which says here that something was found
        _write_no_more()
        code = 2
    except KeyboardInterrupt:
        tell("已中断。")
        code = 2
    except Exception as error:  # ours: still no traceback, which might show words of a draft in a log
        from reportlint.repository.run import fault

        tell(fault(error))
        code = 2
    patterns.save()
    sys.exit(code)


def command() -> NoReturn:
    """`main` as a program of its own: it leaves at once, and does not first take apart what memory the system takes back."""
    code: Any = 0
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # main has said so
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)
