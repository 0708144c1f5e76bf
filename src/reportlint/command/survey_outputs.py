"""What a survey writes: checked before the work, and each file written whatever becomes of the others."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec

from reportlint.command import output as out
from reportlint.command.tell import show, tell
from reportlint.errors import UsageError, UserError
from reportlint.linting.config import Config
from reportlint.repository.one_file import fault
from reportlint.survey.survey import Survey

_FORMATS = {".xlsx": "as_xlsx", ".html": "as_html", ".json": "as_json", ".parquet": "as_parquet"}


class Feedback:
    """The letters that are wanted. folder: where they go; words: of their template; signed: who sends them."""

    def __init__(self, folder: str, template: str | None, signed: str) -> None:
        """The folder is made. Raises LetterError where it, or the template, cannot be used."""
        from reportlint.survey.letters import prepared

        self.folder, self.signed = folder, signed
        self.words = prepared(folder, template)


def forms_of(outputs: Sequence[str]) -> dict[str, str]:
    """Files to the modules that write them. Raises UsageError, UserError where what one needs is not installed."""
    forms: dict[str, str] = {}
    for path in outputs:
        ending = os.path.splitext(path)[1].lower()
        if ending not in _FORMATS:
            raise UsageError(f"-o 的文件名要以 {'、'.join(_FORMATS)} 结尾，现为 {path}。")
        if os.path.realpath(path) in map(os.path.realpath, forms):
            raise UsageError(f"-o 两次写了 {path}。要几种格式，请各写一个文件名。")
        if ending == ".xlsx":
            need("写 Excel 文件", "survey", "xlsxwriter")
        if ending == ".parquet":
            need("写 Parquet ", "cluster", "pyarrow")
        forms[path] = _FORMATS[ending]
    return forms


def need(what: str, extra: str, package: str) -> None:
    """Raises UserError where a package is not installed."""
    if not find_spec(package):
        raise UserError(f'{what}要另装：pip install "reportlint[{extra}]"。')


def check(forms: Iterable[str], kept: Iterable[str]) -> None:
    """Raises OutputError where a file cannot, or must not, be written. kept: files that are read."""
    kept = list(kept)
    for path in forms:
        out.check_output(path, kept, "-o")


def put_out(made: Survey, forms: dict[str, str], feedback: Feedback | None, config: Config | None) -> bool:
    """Show the table, write letters and files; was all done? What could not be is told, and the rest is done all the same.

    Raises OSError at the end where standard output took no more.
    """
    failed: list[Exception] = []
    with _going_on(failed):
        for line in import_module("reportlint.survey.as_text").render(made):
            show(line)
    with _going_on(failed):
        if feedback:
            from reportlint.survey.letters import write_letters

            reviews = write_letters(made, feedback.folder, feedback.words, feedback.signed, config)
            made = made._replace(reviews=reviews)
            show(f"写好了 {len(made.reports)} 份反馈和 {len(reviews)} 份批注本，在 {feedback.folder}。")
    for path, form in forms.items():
        with _going_on(failed):
            out.save_bytes(path, import_module(f"reportlint.survey.{form}").written(made, os.path.dirname(path)))
            show(f"写好了 {path}。")
    for error in failed:
        if isinstance(error, OSError):
            raise error
    return not failed


@contextmanager
def _going_on(failed: list[Exception]) -> Iterator[None]:
    """What goes wrong is told and kept for the end: what comes after is wanted all the same."""
    try:
        yield
    except OSError as error:
        failed.append(error)
    except UserError as error:
        failed.append(error)
        tell(str(error))
    except sqlite3.Error:  # of which the store knows what to say
        raise
    except Exception as error:  # a fault of ours
        failed.append(error)
        tell(fault(error))
