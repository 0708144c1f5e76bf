"""`reportlint survey`: a city's reports at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from itertools import chain

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, named_settings, settings_of
from reportlint.command.tell import show, tell
from reportlint.errors import UsageError, UserError
from reportlint.outline.report_kind import load_kind
from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.run import cores
from reportlint.repository.search import Unusable
from reportlint.survey.gather import gather
from reportlint.survey.idle_waivers import idle_waivers
from reportlint.survey.roster import load_roster
from reportlint.survey.row import Reading
from reportlint.survey.store import Store
from reportlint.survey.survey import YEARS, Survey, survey_of

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
    _need("survey ", "survey", "rensa")
    named = {"--roster": roster, "--previous": previous, "--feedback": feedback, "--letter": letter, "--scheduler": scheduler, "--parts": parts}  # fmt: skip
    _refuse(named, signed, year)
    form = _form(output)
    offices = load_roster(roster, tell) if roster else []
    if kind:
        load_kind(kind)
    files = found_files(folders, config, select, ignore, everything=True)
    before = found_files([previous], None, "not-a-report", "", everything=True) if previous else []
    _refuse_both(files, before)
    if output:
        read = (file.path for file in chain(files, before))
        out.check_output(output, chain(read, settings_of(files), given(config, roster, letter)), "-o")
    words = _prepared(feedback, letter)
    asked = Asked(kind)
    with Store() as store:
        for reading in out.watched(_gathered(files, asked, jobs, scheduler, parts or _PARTS), len(files)):
            store.add(reading)
        for reading in out.watched(gather(before, asked, jobs or cores(), tell), len(before)):
            store.add(reading, last_year=True)
        made = survey_of(store, offices, year, idle_waivers(files, store, asked))
        for line in import_module("reportlint.survey.as_text").render(made):
            show(line)
        if feedback:
            made = _feedback(made, feedback, words, signed, config)
        if output:
            out.save_bytes(output, import_module(f"reportlint.survey.{form}").written(made, os.path.dirname(output)))
            show(f"写好了 {output}。")
        return 2 if any(row.failed for row in chain(store.rows, store.last_rows)) else 0


def _refuse(named: Mapping[str, str | None], signed: str, year: int | None) -> None:
    """Raises UsageError for options that cannot be. named: files, folders and addresses by their option."""
    for option, value in named.items():
        if value == "":  # as a variable of the shell may be
            raise UsageError(f"{option} 后面是空的。请写出来，或者不写 {option}。")
    if (named["--letter"] or signed) and not named["--feedback"]:
        raise UsageError("--letter、--signed 是给反馈用的，请同时写 --feedback 文件夹。")
    if named["--parts"] and not named["--scheduler"]:
        raise UsageError("--parts 是和 --scheduler 一起用的，请同时写 --scheduler 地址（或 local）。")
    if year is not None and year not in YEARS:
        raise UsageError(f"--year 应为 {YEARS[0]} 到 {YEARS[-1]} 的年份，现为 {year}。")


def _refuse_both(files: list[File | Unusable], before: list[File | Unusable]) -> None:
    """Raises UsageError where a report is to be of this year and of last year, which would then be its own copy."""
    last = {os.path.realpath(file.path) for file in before if isinstance(file, File)}
    both = next((file.path for file in files if isinstance(file, File) and os.path.realpath(file.path) in last), None)
    if both:
        raise UsageError(f"{both} 也在 --previous 里，分不清是哪一年度的。请把两个年度的报告放在两个文件夹，分别写出。")


def _form(output: str | None) -> str:
    """The module that writes a file of that name. Raises UsageError, UserError where what it needs is not installed."""
    if output is None:
        return ""
    ending = os.path.splitext(output)[1].lower()
    if ending not in _FORMATS:
        raise UsageError(f"-o 的文件名要以 {'、'.join(_FORMATS)} 结尾，现为 {output}。")
    if ending == ".xlsx":
        _need("写 Excel 文件", "survey", "xlsxwriter")
    if ending == ".parquet":
        _need("写 Parquet ", "cluster", "pyarrow")
    return _FORMATS[ending]


def _need(what: str, extra: str, package: str) -> None:
    """Raises UserError where a package is not installed."""
    if not find_spec(package):
        raise UserError(f'{what}要另装：pip install "reportlint[{extra}]"。')


def _prepared(feedback: str | None, letter: str | None) -> str:
    """The words of the letters, where there are to be some. Raises LetterError."""
    if not feedback:
        return ""
    from reportlint.survey.letters import prepared

    return prepared(feedback, letter)


def _gathered(
    files: list[File | Unusable], asked: Asked, jobs: int | None, scheduler: str | None, parts: str
) -> Iterator[Reading]:
    if not scheduler:
        return gather(files, asked, jobs or cores(), tell)
    from reportlint.survey.cluster import gather_on

    return gather_on(scheduler, files, asked, parts, jobs or cores())


def _feedback(made: Survey, folder: str, words: str, signed: str, config: str | None) -> Survey:
    from reportlint.survey.letters import write_letters

    reviews = write_letters(made, folder, words, signed, named_settings(config))
    show(f"写好了 {len(made.reports)} 份反馈和 {len(reviews)} 份批注本，在 {folder}。")
    return made._replace(reviews=reviews)
