"""The program: arguments in, exit code out.

0 clean, 1 findings at or above --fail-on, 2 the job could not be done, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

from reportlint.command.options import VERBS, Call
from reportlint.command.tell import tell
from reportlint.errors import UsageError, UserError, reason
from reportlint.kept import patterns
from reportlint.kept.plain_arguments import read_plain
from reportlint.kept.quick_process import hurry, leave

_INTERRUPTED = 130


def read_arguments(arguments: list[str]) -> Call | int:
    """What is asked for; the exit code where the answer was a page of help. Raises UsageError."""
    options = {flag: option for option in VERBS["check"].options for flag in option.flags}
    readers = {flag: None if option.kind is bool else option.read for flag, option in options.items()}
    if known := read_plain(arguments[1:] if arguments[:1] == ["check"] else arguments, readers):
        files, given = known
        first = arguments[0]
        if first != files[0] or first == "check" or not _may_be_verb(first):
            return Call("check", {"files": files} | {options[flag].name: value for flag, value in given.items()})
    from reportlint.command.typer_reader import read

    return read(arguments)


def _may_be_verb(word: str) -> bool:
    """Is it a verb, or one mistyped, rather than a file?"""
    return word in VERBS or (word.isascii() and word.isalpha() and not os.path.exists(word))


def _run(arguments: list[str]) -> int:
    try:
        os.getcwd()
    except OSError as error:
        raise UserError(f"当前文件夹用不了（{reason(error)}），可能已被删除。请换到别的文件夹再运行。") from error
    asked = read_arguments(arguments)
    if isinstance(asked, int):
        return asked
    code: int = getattr(import_module(f"reportlint.command.{asked.verb}"), asked.verb)(**asked.options)
    return code


def _write_no_more() -> None:
    """Or Python, ending, tries to write the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command; whatever goes wrong, the user reads a sentence, not a traceback."""
    hurry()
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
    except SystemExit as leaving:  # how Typer leaves: with 0 when it has helped a shell, else when a pipe is closed
        if leaving.code:
            _write_no_more()
        code = 2 if leaving.code else 0
    except KeyboardInterrupt:
        tell("已中断。")
        code = _INTERRUPTED
    except Exception as error:  # ours: still no traceback, which might show words of a draft in a log
        from reportlint.repository.one_file import fault

        tell(fault(error))
        code = 2
    patterns.save()
    sys.exit(code)


def command() -> NoReturn:
    """`main` as a program of its own."""
    code: Any = 0
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code
    leave(code if isinstance(code, int) else 0)
