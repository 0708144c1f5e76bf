"""`reportlint survey`: a city's reports at once."""

from __future__ import annotations

import os
from importlib import import_module

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, named_settings
from reportlint.command.tell import show, tell
from reportlint.errors import UsageError
from reportlint.repository.asked import Asked
from reportlint.repository.run import cores
from reportlint.survey.gather import gather
from reportlint.survey.roster import load_roster
from reportlint.survey.row import Row
from reportlint.survey.survey import Survey, survey_of

_FORMATS = {".xlsx": "as_xlsx", ".html": "as_html", ".json": "as_json", ".parquet": "as_parquet"}


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
    select: str = "",
    ignore: str = "",
    jobs: int | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Survey folders of reports; 0, or 2 where a file could not be read or the job not be done. Raises UserError."""
    form = _form(output, [*given(previous, config, roster)])
    if (letter or signed) and not feedback:
        raise UsageError("--letter、--signed 是给反馈用的，请同时写 --feedback 文件夹。")
    offices = load_roster(roster) if roster else []
    rows = _rows(folders, Asked(kind), select, ignore, jobs, config)
    last_year = _rows([previous], Asked(kind), "not-a-report", "", jobs, None) if previous else []
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


def _rows(
    folders: list[str], asked: Asked, select: str, ignore: str, jobs: int | None, config: str | None
) -> list[Row]:
    files = found_files(folders, config, select, ignore)
    return list(out.watched(gather(files, asked, jobs or cores(), tell), len(files)))


def _feedback(made: Survey, folder: str, letter: str | None, signed: str, config: str | None) -> None:
    from reportlint.survey.letters import write_letters

    count = write_letters(made, folder, letter, signed, named_settings(config))
    show(f"写好了 {count} 份反馈和批注本，在 {folder}。")
