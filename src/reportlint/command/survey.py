"""`reportlint survey`: a city's reports at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import chain

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, named_settings, settings_of
from reportlint.command.survey_outputs import Feedback, check, forms_of, need, put_out
from reportlint.command.tell import tell
from reportlint.errors import UsageError
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
from reportlint.survey.survey import YEARS, survey_of

_PARTS = "survey-parts"
"""The folder of what a cluster has done, where none is named."""


def survey(
    folders: list[str],
    *,
    output: list[str] | None = None,
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
    need("survey ", "survey", "rensa")
    named = {"--roster": roster, "--previous": previous, "--feedback": feedback, "--letter": letter, "--scheduler": scheduler, "--parts": parts}  # fmt: skip
    _refuse(named, signed, year)
    forms = forms_of(output or [])
    offices = load_roster(roster, tell) if roster else []
    if kind:
        load_kind(kind)
    files = found_files(folders, config, select, ignore, everything=True)
    before = found_files([previous], None, "not-a-report", "", everything=True) if previous else []
    _refuse_both(files, before)
    read = (file.path for file in chain(files, before))
    check(forms, chain(read, settings_of(files), given(config, roster, letter)))
    letters = Feedback(feedback, letter, signed) if feedback else None
    asked = Asked(kind)
    with Store() as store:
        for reading in out.watched(_gathered(files, asked, jobs, scheduler, parts or _PARTS), len(files)):
            store.add(reading)
        for reading in out.watched(gather(before, asked, jobs or cores(), tell), len(before)):
            store.add(reading, last_year=True)
        made = survey_of(store, offices, year, idle_waivers(files, store, asked))
        done = put_out(made, forms, letters, named_settings(config))
        return 2 if not done or any(row.failed for row in chain(store.rows, store.last_rows)) else 0


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


def _gathered(
    files: list[File | Unusable], asked: Asked, jobs: int | None, scheduler: str | None, parts: str
) -> Iterator[Reading]:
    if not scheduler:
        return gather(files, asked, jobs or cores(), tell)
    from reportlint.survey.cluster import gather_on

    return gather_on(scheduler, files, asked, parts, jobs or cores())
