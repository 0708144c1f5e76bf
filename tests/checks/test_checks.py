"""Every check's page is its test: BAD examples yield findings on the drawn words, GOOD ones none.

In an example of two reports last year's comes first, and a line of === stands between them.
"""

from __future__ import annotations

import pytest
from conftest import draw

from reportlint.linting.check import Check, load_checks
from reportlint.report import Report, read

CHECKS = load_checks()
OF_REPORTS = [check for check in CHECKS.values() if check.family != "waivers"]  # the others: test_waivers.py
BAD = [pytest.param(check, text, id=f"{check.name}-{n}") for check in OF_REPORTS for n, text in enumerate(check.bad)]
GOOD = [pytest.param(check, text, id=f"{check.name}-{n}") for check in OF_REPORTS for n, text in enumerate(check.good)]


def read_example(check: Check, text: str) -> Report:
    before, _, text = text.rpartition("\n===\n")
    report = read(text.encode(), "draft.txt", check.kind, office=check.office)
    return report._replace(previous=read(before.encode(), "last-year.txt", check.kind)) if before else report


@pytest.mark.parametrize(("check", "example"), BAD)
def test_bad(check: Check, example: str) -> None:
    before, line, now = example.rpartition("\n===\n")
    text, spans = draw(now)
    report = read_example(check, before + line + text)
    found = sorted(finding.span for finding in check.run(report, **check.options))
    assert [report.words(span) for span in found] == [report.words(span) for span in spans]
    assert found == spans


@pytest.mark.parametrize(("check", "example"), GOOD)
def test_good(check: Check, example: str) -> None:
    assert "⟦" not in example
    report = read_example(check, example)
    assert [f"{report.words(f.span)}: {f.message}" for f in check.run(report, **check.options)] == []


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_page(check: Check) -> None:
    assert len(check.bad) >= 6
    assert len(check.good) >= 6
    assert check.summary.endswith("。")
    assert 2 <= len(check.title) <= 12
    assert "\u4e00" <= check.title[0] <= "\u9fff"
    assert check.explanation.count("\n\n") >= 1


def test_titles_differ() -> None:
    assert len({check.title for check in CHECKS.values()}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_its_family_is_a_package_with_a_title(check: Check) -> None:
    """A folder without __init__.py would be read here and left out of the wheel; without TITLE people would read its English name."""
    assert check.family == "plugin" or check.family_title != check.family
