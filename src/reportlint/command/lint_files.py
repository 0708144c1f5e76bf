"""The main verb: files linted, results rendered, the exit code. It knows nothing of how a command line is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from reportlint.command import output as out
from reportlint.command.options import FailOn, Format
from reportlint.command.tell import tell
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.lint.config import load_config
from reportlint.repository.files import STDIN, File, Unusable, find_files
from reportlint.repository.run import Lint, Result, cores, lint_file, run


def lint_files(
    paths: list[str],
    *,
    output_format: str = "text",
    output: str | None = None,
    fail_on: str | None = None,
    select: str = "",
    ignore: str = "",
    changed_since: str | None = None,
    previous: str | None = None,
    issuer_kind: str | None = None,
    fix: bool = False,
    diff: bool = False,
    jobs: int | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Lint files and folders as the options of ``reportlint check`` say; the exit code.

    0 clean, 1 findings at or above ``fail_on``, 2 the job could not be done. Raises UsageError where options exclude one
    another, UserError where settings, last year's reports or the output cannot be used.
    """
    paths = paths or (["."] if changed_since else [])
    filtering = fix and STDIN in paths
    if not paths:
        raise UsageError("缺少 FILE...，请写出草稿文件或文件夹。")
    if fix and diff:
        raise UsageError("--fix 和 --diff 只能用一个：--diff 只看，--fix 就改。")
    if filtering and len(paths) > 1:
        raise UsageError("--fix 时，-（标准输入）不能和别的文件一起写。")
    if diff and (output or output_format != Format.TEXT):
        raise UsageError("--diff 只输出改动，不能再用 --format 和 --output。")

    files = found_files(paths, config, select, ignore, changed_since)
    if output is not None:
        out.check_output(output, [*(file.path for file in files), *given(previous, config)])
    last_year = None
    if previous:
        from reportlint.repository.previous import load_previous

        last_year = load_previous(previous)
    failed = found = linted = passed_over = changed = False

    def mend(file: File, lint_data: Lint) -> Result:
        from reportlint.reporters.diff import render
        from reportlint.repository.fix import propose, write

        proposal = propose(file, lint_data)
        if diff:
            nonlocal changed
            changed |= bool(shown := render(proposal))
            sys.stdout.write(shown)
            return proposal.before._replace(error=proposal.after.error)
        if filtering:
            sys.stdout.buffer.write(proposal.new)
            return proposal.after
        return write(proposal)

    def watched() -> Iterator[Result]:
        nonlocal failed, found, linted, passed_over
        each, workers = (mend, 1) if fix or diff else (lint_file, jobs or cores())
        linting = run(files, kind, issuer_kind, last_year, each=each, jobs=workers)
        for result in out.watched(linting, len(files)):
            failed |= result.failed
            found |= _at_least(result, fail_on or result.fail_on)
            linted |= result.report is not None and not result.settings
            passed_over |= result.passed_over
            out.complain(result)
            yield result

    stream = sys.stderr if filtering else sys.stdout
    if diff:
        for _ in watched():
            pass
        if not changed:
            tell("没有可以直接改的地方。")
    elif output is not None:
        out.save(output, out.render(out.shown(watched(), stream), output_format))
    else:
        for piece in out.render(watched(), output_format, stream):
            out.say(piece, stream)
    if passed_over and not linted and not changed_since:
        tell("找到的文件都不是年度报告。请检查文件夹，或直接写出文件名。")
        return 2
    return 2 if failed else 1 if found else 0


def found_files(
    paths: list[str], config: str | None, select: str, ignore: str, changed_since: str | None = None
) -> list[File | Unusable]:
    """The files that the arguments lead to, with the checks that are wanted of them."""
    chosen, ignored = _names(select), _names(ignore)
    found = find_files(paths, load_config(config).narrowed(chosen, ignored) if config else None)
    if changed_since:
        from reportlint.repository.changed import among, changed_files

        found = among(found, changed_files(changed_since))
    if not chosen and not ignored:
        return list(found)
    return [
        file if isinstance(file, Unusable) else file._replace(config=file.config.narrowed(chosen, ignored))
        for file in found
    ]


def given(*paths: str | None) -> list[str]:
    """Those of the paths that were named."""
    return [path for path in paths if path]


def _at_least(result: Result, fail_on: str) -> bool:
    if fail_on == FailOn.NEVER:
        return False
    least = Severity[fail_on.upper()]
    return any(finding.severity is not None and finding.severity >= least for finding in result.findings)


def _names(option: str) -> list[str]:
    return [name for name in option.replace("，", ",").replace(" ", ",").split(",") if name]
