"""Plants one wrong figure in each of many reports of 政府信息公开工作年度报告, and counts what is found, and where.

    python benchmarks/disclosure.py --reports 500 --seed 1 [--habits] [--verbose]

Clean twins must draw nothing. A wrong figure is found where the finding of table-identity stands on it; in the table of reviews
and suits, where one sum alone tells of a fault, on the total of that sum. A figure left out is found by empty-cell.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_habits import HABITS
from disclosure_reports import DISPUTES, ENDINGS, FORMATS, REQUESTS, Figures, draw, written

from reportlint.facts.tables.sheets import sheet
from reportlint.finding import Severity
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import Report, read

_UNSEEN = ("pdf", "Chinese noughts")
"""A sign alone, in a font that the file does not hold, has no width to the reader of pages."""


class Case(NamedTuple):
    """One report. table, row, column: the figure that is wrong; None in a clean twin. habit: how its tables are filled."""

    form: str
    figures: Figures
    wrong: tuple[str, int, int] | None
    habit: str = ""


def cases(count: int, seed: int, habits: bool = False) -> Iterator[tuple[Case, Case]]:
    """Clean reports, each with its twin that has one wrong figure. habits: with tables filled as offices do, too."""
    chance = random.Random(seed)
    for number in range(count):
        figures, form = draw(chance), FORMATS[number % len(FORMATS)]
        table = chance.choice([REQUESTS, REQUESTS, REQUESTS, DISPUTES])
        rows = getattr(figures, table)
        row = chance.randrange(len(rows))
        column = chance.randrange(len(rows[row]))
        changed = [list(each) for each in rows]
        changed[row][column] += chance.choice([1, 2, 9, 10, 90])
        habit = ["", *HABITS][number % (len(HABITS) + 1)] if habits else ""
        if (form, habit) == _UNSEEN:
            habit = ""
        wrong = figures._replace(**{table: changed})
        yield Case(form, figures, None, habit), Case(form, wrong, (table, row, column), habit)


def read_case(case: Case) -> Report:
    """The report of a case."""
    suffix = case.form if case.form in ("docx", "html", "md", "pdf", "ofd") else "txt"
    return read(written(case.figures, case.form, habit=case.habit), f"draft.{suffix}")


def findings(report: Report) -> list[tuple[str, int, str]]:
    """Check, place and words of all errors and warnings."""
    found, crashes = run_checks(report, Config())
    assert not crashes, crashes
    return [(each.check, each.span.start, each.message) for each in found if (each.severity or 0) >= Severity.WARNING]


def is_found(case: Case, report: Report, found: list[tuple[str, int, str]]) -> bool:
    """Is there one finding, on the wrong figure?"""
    assert case.wrong
    table, row, column = case.wrong
    there = sheet(report, table)
    if there is None or len(found) != 1 or found[0][0] != "table-identity":
        return False
    if table == DISPUTES:
        column += len(ENDINGS) - 1 - column % len(ENDINGS)
    cell = there.cells[list(there.form.rows)[row], there.form.columns[column]]
    return found[0][1] == cell.span.start


def main() -> None:
    """Count, and print by format."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, default=500)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--habits", action="store_true")
    arguments.add_argument("--verbose", action="store_true")
    asked = arguments.parse_args()
    planted, hit, loud = Counter[str](), Counter[str](), Counter[str]()
    for clean, wrong in cases(asked.reports, asked.seed, asked.habits):
        planted[clean.form] += 1
        if alarms := findings(read_case(clean)):
            loud[clean.form] += 1
            if asked.verbose:
                print("clean", clean.form, clean.habit, alarms)
        report = read_case(wrong)
        found = findings(report)
        if is_found(wrong, report, found):
            hit[wrong.form] += 1
        elif asked.verbose:
            print("wrong", wrong.form, wrong.habit, wrong.wrong, found)
    for form in FORMATS:
        print(
            f"{form:8} {planted[form]:4} planted  {hit[form] / max(1, planted[form]):7.1%} found  {loud[form]} clean with alarms"
        )
    print(
        f"{'all':8} {planted.total():4} planted  {hit.total() / planted.total():7.1%} found  {loud.total()} clean with alarms"
    )


if __name__ == "__main__":
    main()
