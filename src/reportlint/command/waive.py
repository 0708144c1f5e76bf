"""`reportlint waive`: the present findings as waivers, so that a repository with a past can start clean."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator

from reportlint.command.drafts import named_settings
from reportlint.command.output import complain
from reportlint.command.tell import show
from reportlint.document.draft_file import STDIN
from reportlint.errors import UsageError, reason
from reportlint.linting.config import Config
from reportlint.linting.config_file import NAME, find_config
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import find_files
from reportlint.repository.run import run
from reportlint.repository.safe_write import ChangedError, write_file
from reportlint.repository.stale_waivers import short
from reportlint.repository.waiver_lines import HEAD, Entry, added, entry_for
from reportlint.settings.values import ConfigError, day

_REASON = "启用检查以前已有"


def waive(
    files: list[str],
    *,
    reason: str | None = None,
    until: str | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Write the waivers; 0, or 2 where a file could not be linted. Raises UserError."""
    if STDIN in files:
        raise UsageError("waive 要写明文件，不能用 -（标准输入）。")
    last = day(until, "命令行", "--until") if until else None
    if last and last < datetime.date.today():
        raise UsageError(f"--until 的日子已经过了：{until}。")
    failed = False

    def watched() -> Iterator[FileResult]:
        nonlocal failed
        for result in run(find_files(files, named_settings(config)), Asked(kind, whole=False)):
            failed |= result.failed
            complain(result)
            yield result

    found = _collect(watched(), config, reason or _REASON, last)
    for path, entries in found.items():
        _add(path, entries)
        show(f"{short(path)}：加上了 {len(entries)} 条豁免。")
    if not found:
        show("没有要豁免的问题。")
    return 2 if failed else 0


def _collect(
    results: Iterable[FileResult], config: str | None, why: str, until: datetime.date | None
) -> dict[str, list[Entry]]:
    """Configuration to the waivers that the findings need there: the one named, the nearest, else one in this folder."""
    found: dict[str, list[Entry]] = {}
    for result in results:
        if not result.settings and result.findings:
            path = config or find_config(result.path) or os.path.abspath(NAME)
            found.setdefault(path, []).extend(_entries(result, os.path.dirname(os.path.abspath(path)), why, until))
    return found


def _entries(result: FileResult, folder: str, why: str, until: datetime.date | None) -> list[Entry]:
    """A waiver for each finding of a file, those alike once."""
    path = Config(folder).relative(result.path)
    found: list[Entry] = []
    for finding in result.findings:
        entry = entry_for(finding, path, why, until)
        if entry not in found:
            found.append(entry)
    return found


def _add(path: str, new: list[Entry]) -> None:
    """Add waivers to a configuration file, or make it. Raises ConfigError; the file is then as it was."""
    try:
        with open(path, "rb") as file:
            before: bytes | None = file.read()
    except FileNotFoundError:
        before = None
    except OSError as error:
        raise ConfigError(f"{path}：读不了配置文件（{reason(error)}）。") from error
    after = added(before if before is not None else HEAD.encode(), new, path)
    try:
        write_file(path, after, before)
    except ChangedError as error:
        raise ConfigError(f"{path}：{error}") from error
    except OSError as error:
        raise ConfigError(f"{path}：写不了（{reason(error)}）。请检查文件夹是否存在、有没有权限。") from error
