"""`reportlint survey`: a city's reports at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, named_settings
from reportlint.command.tell import show, tell
from reportlint.errors import UsageError, UserError
from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.run import cores
from reportlint.repository.search import Unusable
from reportlint.survey.gather import gather
from reportlint.survey.roster import load_roster
from reportlint.survey.row import Row
from reportlint.survey.survey import Survey, survey_of

_FORMATS = {".xlsx": "as_xlsx", ".html": "as_html", ".json": "as_json", ".parquet": "as_parquet"}

_PARTS = "survey-parts"
"""The folder of what a cluster has done, where none is named."""


def survey(
    folders: list[str],
    *,
    output: str | None = None,
    roster: str | None = None,
    previous: str | None = None,
    year: int | None = None,
    feedback: str | None = None,
    letter: str | None = None,
    signed: str = "",
    scheduler: str | None = None,
    parts: str | None = None,
    select: str = "",
    ignore: str = "",
    jobs: int | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Survey folders of reports; 0, or 2 where a file could not be read or the job not be done. Raises UserError."""
    try:
        import rensa  # noqa: F401
    except ImportError as error:
        raise UserError('survey 要另装几个包：pip install "reportlint[survey]"。') from error
    form = _form(output, given(previous, config, roster, letter))
    if (letter or signed) and not feedback:
        raise UsageError("--letter、--signed 是给反馈用的，请同时写 --feedback 文件夹。")
    offices = load_roster(roster) if roster else []
    if parts and not scheduler:
        raise UsageError("--parts 是和 --scheduler 一起用的，请同时写 --scheduler 地址（或 local）。")
    files = found_files(folders, config, select, ignore)
    if output:
        out.check_output(output, [file.path for file in files], "-o")
    rows = _watched(_gathered(files, Asked(kind), jobs, scheduler, parts or _PARTS), files)
    before = found_files([previous], None, "not-a-report", "") if previous else []
    last_year = _watched(gather(before, Asked(kind), jobs or cores(), tell), before)
    made = survey_of(rows, offices, last_year, year)
    show(import_module("reportlint.survey.as_text").render(made))
    if output:
        out.save_bytes(output, import_module(f"reportlint.survey.{form}").written(made, os.path.dirname(output)))
        show(f"写好了 {output}。")
    if feedback:
        _feedback(made, feedback, letter, signed, config)
    return 2 if any(row.error and not row.passed_over for row in rows) else 0


def _form(output: str | None, kept: list[str]) -> str:
    """The module that writes a file of that name. Raises UsageError, OutputError."""
    if output is None:
        return ""
    ending = os.path.splitext(output)[1].lower()
    if ending not in _FORMATS:
        raise UsageError(f"-o 的文件名要以 {'、'.join(_FORMATS)} 结尾，现为 {output}。")
    out.check_output(output, kept, "-o")
    return _FORMATS[ending]


def _gathered(
    files: list[File | Unusable], asked: Asked, jobs: int | None, scheduler: str | None, parts: str
) -> Iterator[Row]:
    if not scheduler:
        return gather(files, asked, jobs or cores(), tell)
    from reportlint.survey.cluster import gather_on

    return gather_on(scheduler, files, asked, parts, jobs or cores())


def _watched(rows: Iterator[Row], files: list[File | Unusable]) -> list[Row]:
    return list(out.watched(rows, len(files)))


def _feedback(made: Survey, folder: str, letter: str | None, signed: str, config: str | None) -> None:
    from reportlint.survey.letters import write_letters

    count = write_letters(made, folder, letter, signed, named_settings(config))
    show(f"写好了 {count} 份反馈和批注本，在 {folder}。")
