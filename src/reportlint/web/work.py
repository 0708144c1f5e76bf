"""What is done with drafts that were handed in: pure functions of bytes, run in a process of their own by bounded.py."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportlint.document.source import UnreadableError
from reportlint.finding import Severity
from reportlint.linting.check import load_checks
from reportlint.linting.config import CheckConfig, Config
from reportlint.linting.config_file import load_config
from reportlint.report import Report, read
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.one_file import lint_bytes
from reportlint.survey import as_html, as_xlsx
from reportlint.survey.row import reading_of
from reportlint.survey.store import Store
from reportlint.survey.survey import YEARS, Survey, survey_of

OFF = "off"
ISSUER_KINDS = ("government", "department", "township")
LEVELS = (OFF, *map(str, Severity))


class Draft(NamedTuple):
    """A file as handed in. name: as its owner calls it."""

    name: str
    data: bytes


class Wish(NamedTuple):
    """What is asked of the drafts. levels: by check, ``off`` or a severity, of those that are to differ. config: the path of
    the settings that hold for the whole page; None for none. previous: last year's reports. year: that which is to be reported on.
    """

    levels: Mapping[str, str]
    issuer_kind: str | None = None
    config: str | None = None
    previous: tuple[Draft, ...] = ()
    year: int | None = None


class WishError(Exception):
    """A wish that cannot be; ``str(error)`` says why."""


def read_wish(data: bytes, config: str | None) -> Wish:
    """A wish out of JSON: {"levels": {check: level}, "issuer_kind": kind or null, "year": number or null}. Raises WishError."""
    try:
        said = json.loads(data or b"{}")
    except (ValueError, RecursionError) as error:
        raise WishError("设置不是正确的 JSON。") from error
    levels = said.get("levels", {}) if isinstance(said, dict) else None
    if not isinstance(levels, dict):
        raise WishError("设置应为 {levels, issuer_kind, year}。")
    known = load_checks()
    if wrong := [name for name, level in levels.items() if name not in known or level not in LEVELS]:
        raise WishError(f"没有检查 {str(wrong[0])[:60]}，或没有这样的级别。")
    kind = said.get("issuer_kind") or None
    if kind is not None and kind not in ISSUER_KINDS:
        raise WishError("报告单位应为 government、department 或 township。")
    year = said.get("year") or None
    if year is not None and year not in YEARS:
        raise WishError(f"年度应为 {YEARS[0]} 到 {YEARS[-1]} 的年份。")
    return Wish(levels, kind, config, year=year)


def linted(drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """All drafts linted: JSON {"drafts": [{name, counts, error, note, text, fixes}], "page": the page of --format html, "survey":
    that of `reportlint survey`, where there are several}.

    told: takes how many are done.
    """
    from reportlint.reporters import html

    shown: list[dict[str, Any]] = []
    with Store() as store:

        def results() -> Iterator[FileResult]:
            for file, result in _results(drafts, wish):
                shown.append(_shown(result, wish.year))
                if len(drafts) > 1:  # what a survey takes from a report is asked for by a survey alone
                    store.add(reading_of(file, result))
                told(len(shown))
                yield result

        page = "\n".join(html.findings(results()))
        overview = _surveyed(as_html.written, store, wish).decode() if len(drafts) > 1 else ""
    return json.dumps({"drafts": shown, "page": page, "survey": overview}, ensure_ascii=False).encode(
        "utf-8", "replace"
    )


def survey_book(drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """The survey of all drafts as an Excel file."""
    with Store() as store:
        _fill(store, drafts, wish)
        return _surveyed(as_xlsx.written, store, wish)


def review_copy(drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """The one draft as a Word file with comments. Raises UnreadableError."""
    from reportlint.reporters.review_copy import review_copy as copied

    (draft,) = drafts
    result, copy = copied(File(draft.name, _config(wish)), draft.data, _asked(wish))
    if copy is None:
        raise UnreadableError(result.error)
    return copy


def corrected(drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """The one draft, a text, with all its fixes. Raises UnreadableError."""
    from reportlint.repository.fix import propose_bytes

    (draft,) = drafts
    asked = _asked(wish)
    proposal = propose_bytes(File(draft.name, _config(wish)), draft.data, asked)
    if proposal.after.error:
        raise UnreadableError(proposal.after.error)
    return proposal.new


def _results(drafts: Sequence[Draft], wish: Wish) -> Iterator[tuple[File, FileResult]]:
    asked, config = _asked(wish), _config(wish)
    for draft in drafts:
        file = File(draft.name, config)
        yield file, lint_bytes(file, draft.data, asked)


def _fill(store: Store, drafts: Sequence[Draft], wish: Wish, last_year: bool = False) -> None:
    for file, result in _results(drafts, wish):
        store.add(reading_of(file, result), last_year)


def _surveyed(written: Callable[[Survey, str], Iterator[bytes]], store: Store, wish: Wish) -> bytes:
    """The survey of what was read, in the form of a writer."""
    _fill(store, wish.previous, wish._replace(previous=(), levels={}), last_year=True)
    return b"".join(written(survey_of(store, year=wish.year), ""))


def _asked(wish: Wish) -> Asked:
    return Asked(issuer_kind=wish.issuer_kind, previous=[*_previous(wish.previous)])


def _previous(drafts: Sequence[Draft]) -> Iterator[Report]:
    return map(_last_years, drafts)


def _last_years(draft: Draft) -> Report:
    try:
        return read(draft.data, draft.name)
    except UnreadableError as error:
        raise UnreadableError(f"上一年度的报告 {draft.name}：{error}") from error


def _config(wish: Wish) -> Config:
    config = load_config(wish.config) if wish.config else Config()
    own = {
        name: config.checks.get(name, CheckConfig())._replace(
            enabled=level != OFF, severity=None if level == OFF else Severity[level.upper()]
        )
        for name, level in wish.levels.items()
    }
    return config._replace(checks={**config.checks, **own})


def _shown(result: FileResult, year: int | None) -> dict[str, Any]:
    from reportlint.reporters.labels import crashed

    counts = Counter(finding.severity for finding in result.findings)
    source = result.report.source if result.report else None
    told = result.report.outline.year if result.report else None
    return {
        "name": result.path,
        "counts": [counts[severity] for severity in sorted(Severity, reverse=True)],
        "error": result.error or "".join(map(crashed, result.crashes)),
        "note": f"报告写的是 {told} 年度，不是 {year} 年度。" if told and year and told != year else "",
        "text": bool(source and source.form in ("text", "markdown")),
        "fixes": sum(bool(finding.fix) for finding in result.findings),
    }
