"""加入豁免: a finding's waiver put into the settings, with a reason for the user to write."""

from __future__ import annotations

import os
from typing import NamedTuple

from lsprotocol.types import Range, TextEdit
from pygls.uris import from_fs_path

from reportlint.document.source import Span
from reportlint.errors import reason
from reportlint.finding import Finding
from reportlint.linting.config import Config
from reportlint.linting.config_file import NAME, find_config
from reportlint.report import Report
from reportlint.repository.waiver_lines import HEAD, added, entry_for
from reportlint.server.draft import Linted
from reportlint.server.edits import difference
from reportlint.server.places import Places
from reportlint.settings.values import ConfigError

REASON = "（请写明理由）"
"""What stands where the reason is to be written."""


class Waiver(NamedTuple):
    """A waiver to be written. before: the settings' text, None where there are none. reason: where its reason will stand."""

    uri: str
    before: str | None
    edit: TextEdit
    reason: Range


def settings_of(linted: Linted, folder: str | None) -> str:
    """The path of the settings that a draft goes by; where there are none, of those to be made in the workspace's folder.

    Raises ConfigError.
    """
    path = linted.draft.path
    inside = folder is not None and path.startswith(os.path.join(folder, ""))
    return find_config(path) or os.path.join(folder if folder and inside else os.path.dirname(path), NAME)


def waiver(finding: Finding, report: Report, path: str, before: str | None, encoding: str) -> Waiver:
    """The waiver of a finding in the settings at a path. Raises ConfigError where it cannot be put there."""
    entry = entry_for(finding, Config(os.path.dirname(path)).relative(report.source.path), REASON)
    old = before if before is not None else ""
    after = added((old if before is not None else HEAD).encode(), [entry], path).decode()
    edit = difference(old, after)
    at = after.rindex(REASON)
    return Waiver(
        uri=from_fs_path(path) or "",
        before=before,
        edit=TextEdit(Places(old, encoding).range(edit.span), edit.text),
        reason=Places(after, encoding).range(Span(at, at + len(REASON))),
    )


def on_disk(path: str) -> str | None:
    """The text of a file of settings; None where there is none. Raises ConfigError."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "不是 UTF-8 编码"
        raise ConfigError(f"{path}：读不了配置文件（{why}）。") from error
