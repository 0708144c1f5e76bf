"""`reportlint check`, which `reportlint draft.txt` is short for: files linted, or mended; results shown; the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from reportlint.command import output as out
from reportlint.command.drafts import found_files, given, last_years, settings_of
from reportlint.command.tell import tell
from reportlint.document.draft_file import STDIN
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.reporters import passed_over
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import NO_REPORT, FileResult
from reportlint.repository.files import File
from reportlint.repository.run import cores, run, with_stale_waivers
from reportlint.repository.search import Unusable


def check(
    files: list[str] | None,
    *,
    output_format: str = "text",
    output: str | None = None,
    verbose: bool = False,
    show: str = "info",
    summary: bool = False,
    fail_on: str | None = None,
    select: str = "",
    ignore: str = "",
    changed_since: str | None = None,
    previous: str | None = None,
    issuer_kind: str | None = None,
    fix: bool = False,
    diff: bool = False,
    jobs: int | None = None,
    cache: bool = False,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Lint files and folders; the exit code: 0 clean, 1 findings at or above ``fail_on``, 2 the job could not be done.

    Raises UsageError where options exclude one another, UserError where settings, last year's reports or the output cannot
    be used.
    """
    paths = files or (["."] if changed_since else [])
    _refuse(paths, fix, diff, bool(output) or output_format != "text")
    if summary and (verbose or (output_format != "text" and output is None)):
        raise UsageError("--summary 是文字输出的，不能和 --verbose 或别的 --format 一起用。")
    found = found_files(paths, config, select, ignore, changed_since)
    if output is not None:
        out.check_output(output, [*(file.path for file in found), *settings_of(found), *given(previous, config)])
    asked = Asked(kind, issuer_kind, last_years(previous), whole=output_format == "html", cache=cache)
    tally = _Tally(fail_on)
    if diff:
        _show_changes(found, asked, tally)
    else:
        results = (
            run(found, asked, jobs or cores(), tell)
            if not fix
            else with_stale_waivers(found, _mended(found, asked), asked)
        )
        stream = sys.stderr if fix and STDIN in paths else sys.stdout  # the mended draft has the other
        counted = _shown(tally.counted(out.watched(results, len(found))), Severity[show.upper()])
        detail = "summary" if summary else "verbose" if verbose else "usual"
        _show(counted, output_format, output, stream, detail)
    if diff or (output_format != "text" and output is None):  # elsewhere the text says so
        for line in passed_over.lines(tally.passed_over, verbose):
            tell(line)
    if NO_REPORT in tally.passed_over and not tally.linted and not changed_since:
        tell("找到的文件都不是年度报告。请检查文件夹，或直接写出文件名。")
        return 2
    return tally.code


def _refuse(paths: list[str], fix: bool, diff: bool, elsewhere: bool) -> None:
    """Raises UsageError for options that exclude one another. elsewhere: is the output to be another than text?"""
    if not paths:
        raise UsageError("缺少 FILE...，请写出草稿文件或文件夹。")
    if fix and diff:
        raise UsageError("--fix 和 --diff 只能用一个：--diff 只看，--fix 就改。")
    if fix and STDIN in paths and len(paths) > 1:
        raise UsageError("--fix 时，-（标准输入）不能和别的文件一起写。")
    if diff and elsewhere:
        raise UsageError("--diff 只输出改动，不能再用 --format 和 --output。")


class _Tally:
    """What the exit code depends on, counted while the results pass."""

    def __init__(self, fail_on: str | None) -> None:
        self.fail_on = fail_on
        self.failed = self.found = self.linted = False
        self.passed_over: dict[str, list[str]] = {}

    def counted(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results; what could not be done is told on the way."""
        for result in results:
            self.failed |= result.failed
            self.found |= _at_least(result, self.fail_on or result.fail_on)
            self.linted |= result.understood is not None
            passed_over.note(result, self.passed_over)
            out.complain(result)
            yield result

    @property
    def code(self) -> int:
        return 2 if self.failed else 1 if self.found else 0


def _at_least(result: FileResult, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    least = Severity[fail_on.upper()]
    return any(finding.severity is not None and finding.severity >= least for finding in result.findings)


def _shown(results: Iterable[FileResult], least: Severity) -> Iterator[FileResult]:
    """The results with the findings that are to be shown."""
    for result in results:
        yield result._replace(findings=[each for each in result.findings if (each.severity or least) >= least])


def _show(results: Iterable[FileResult], output_format: str, output: str | None, stream: TextIO, detail: str) -> None:
    """The results in their format, on the stream; or in a file, and on the stream as text."""
    if output is not None:
        out.save(output, out.render(out.shown(results, stream, detail), output_format))
        return
    for piece in out.render(results, output_format, stream, detail):
        out.say(piece, stream)


def _mended(files: list[File | Unusable], asked: Asked) -> Iterator[FileResult]:
    """Each file mended where it lies; standard input on standard output."""
    from reportlint.repository.fix import propose, write

    for file in files:
        proposal = propose(file, asked)
        if file.path == STDIN:
            sys.stdout.buffer.write(proposal.new)
            yield proposal.after
        else:
            yield write(proposal)


def _show_changes(files: list[File | Unusable], asked: Asked, tally: _Tally) -> None:
    """What --fix would change, on standard output."""
    from reportlint.reporters.diff import render
    from reportlint.repository.fix import propose

    changed = False

    def compared() -> Iterator[FileResult]:
        nonlocal changed
        for file in files:
            proposal = propose(file, asked)
            shown = render(proposal)
            changed |= bool(shown)
            sys.stdout.write(shown)
            yield proposal.before._replace(error=proposal.after.error)

    for _ in tally.counted(out.watched(with_stale_waivers(files, compared(), asked), len(files))):
        pass
    if not changed:
        tell("没有可以直接改的地方。")
