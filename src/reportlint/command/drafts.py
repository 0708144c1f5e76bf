"""Arguments to drafts, as the verbs want them: many to lint, or one to show."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportlint.command.tell import tell
from reportlint.document.draft_file import STDIN
from reportlint.document.source import UnreadableError
from reportlint.errors import UserError
from reportlint.linting.config import Config
from reportlint.linting.config_file import load_config
from reportlint.reporters.labels import name_of
from reportlint.repository.files import File, find_files
from reportlint.repository.search import Unusable

if TYPE_CHECKING:
    from reportlint.report import Report


def found_files(
    paths: list[str],
    config: str | None,
    select: str,
    ignore: str,
    changed_since: str | None = None,
    everything: bool = False,
) -> list[File | Unusable]:
    """The files that the arguments lead to, with the checks that are wanted of them. everything: with what nobody takes for a draft."""
    chosen, ignored = _names(select), _names(ignore)
    named = named_settings(config)
    found = find_files(paths, named.narrowed(chosen, ignored) if named else None, everything)
    if changed_since:
        from reportlint.repository.changed import among, changed_files

        found = among(found, changed_files(changed_since))
    if not chosen and not ignored:
        return list(found)
    return [
        file if isinstance(file, Unusable) else file._replace(config=file.config.narrowed(chosen, ignored))
        for file in found
    ]


def one_report(path: str, config: str | None, kind: str | None, issuer_kind: str | None = None) -> Report:
    """The report in one file, with its office's rules. Raises UserError where it cannot be read."""
    from reportlint.report import read

    if path != STDIN and os.path.isdir(path):
        raise UserError(f"{name_of(path)}：这是文件夹，这里一次看一份。请写出其中一个文件。")
    file = next(iter(find_files([path], named_settings(config))))
    if isinstance(file, Unusable):
        raise UserError(f"{name_of(path)}：{file.error}")
    try:
        return read(file.read(), path, kind or file.config.report, issuer_kind, file.config.office)
    except UnreadableError as error:
        raise UserError(f"{name_of(path)}：{error}") from error


def named_settings(config: str | None) -> Config | None:
    """The settings that --config names."""
    return load_config(config) if config else None


def last_years(path: str | None) -> list[Report]:
    """The reports that --previous leads to."""
    if not path:
        return []
    from reportlint.repository.previous import load_previous

    return load_previous(path, tell)


def settings_of(found: Iterable[File | Unusable]) -> list[str]:
    """The settings and rule files that hold for the drafts."""
    configs = [file.config for file in found if isinstance(file, File)]
    rules = {id(config.office.rules): config.office.rules for config in configs}  # most share theirs
    paths = {rule.path for shared in rules.values() for rule in shared.rules}
    return sorted(path for path in paths | {config.waivers.source.path for config in configs} if path)


def given(*paths: str | None) -> list[str]:
    """Those of the paths that were named."""
    return [path for path in paths if path]


def _names(option: str) -> list[str]:
    return [name for name in option.replace("，", ",").replace(" ", ",").split(",") if name]
