"""`reportlint waive`: the present findings as waivers, so that a repository with a past can start clean.

They are added to the text of .reportlint.yaml; all else in it, comments too, stays as the user wrote it.
"""

from __future__ import annotations

import datetime
import glob
import os
import textwrap
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from reportlint.errors import reason
from reportlint.lint.config import NAME, Config, find_config, last_leaf, load_config, parse_config, setting
from reportlint.repository.run import Result
from reportlint.repository.safe_write import ChangedError, write_file
from reportlint.settings.bounded_yaml import MAX_BYTES
from reportlint.settings.values import ConfigError

REASON = "启用检查以前已有"
_HEAD = "# reportlint 的设置，见 reportlint --help。\n"
Entry = dict[str, Any]
"""A waiver as it is written: check, words, path, reason, until."""


def collect(
    results: Iterable[Result], config: str | None, reason: str, until: datetime.date | None
) -> dict[str, list[Entry]]:
    """Configuration to the waivers that the findings need there: the one named, the nearest, else one in this folder."""
    found: dict[str, list[Entry]] = {}
    for result in results:
        if not result.settings and result.findings:
            path = config or find_config(result.path) or os.path.abspath(NAME)
            found.setdefault(path, []).extend(_entries(result, os.path.dirname(os.path.abspath(path)), reason, until))
    return found


def _entries(result: Result, folder: str, reason: str, until: datetime.date | None) -> list[Entry]:
    """A waiver for each finding of a file, those alike once."""
    assert result.report is not None
    path = glob.escape(Config(folder).relative(result.path))
    found: list[Entry] = []
    for finding in result.findings:
        words = " ".join(result.report.words(finding.span).split())  # blanks do not count; YAML's line ends are many
        entry: Entry = {"check": finding.check, "words": words, "path": path, "reason": reason, "until": until}
        entry = {key: value for key, value in entry.items() if value}
        if entry not in found:
            found.append(entry)
    return found


def add(path: str, new: list[Entry]) -> None:
    """Add waivers to a configuration file, or make it. Raises ConfigError; the file is then as it was."""
    try:
        with open(path, "rb") as file:
            before: bytes | None = file.read()
    except FileNotFoundError:
        before = None
    except OSError as error:
        raise ConfigError(f"{path}：读不了配置文件（{reason(error)}）。") from error
    after = added(before if before is not None else _HEAD.encode(), new, path)
    try:
        write_file(path, after, before)
    except ChangedError as error:
        raise ConfigError(f"{path}：{error}") from error
    except OSError as error:
        raise ConfigError(f"{path}：写不了（{reason(error)}）。请检查文件夹是否存在、有没有权限。") from error
    load_config.cache_clear()


def added(data: bytes, new: list[Entry], path: str) -> bytes:
    """A configuration's bytes with waivers added. Raises ConfigError where they can't be without touching the rest."""
    import yaml

    text = parse_config(data, path).waivers.source.text
    bom = data[: len(data) - len(text.encode())]
    changed = _insert(text, new)
    if len(bom + changed.encode()) > MAX_BYTES:
        raise ConfigError(
            f"{path}：加上 {len(new)} 条豁免，就超过 {MAX_BYTES:,} 字节的上限，没有写入。请少写几份文件，旧的报告可改用 exclude 略去。"
        )
    with suppress(ConfigError, ValueError, yaml.YAMLError):  # whatever the file looks like: read back, then believe
        old = _values(text)
        if _values(changed) == {**old, "waivers": [*(old.get("waivers") or []), *new]}:
            parse_config(bom + changed.encode(), path)
            return bom + changed.encode()
    raise ConfigError(f"{path}：加不进去：waivers 请写成每条以“- ”开头的列表，放在最外层。要加的是：\n{_yaml(new)}")


def _insert(text: str, new: list[Entry]) -> str:
    """The text of a configuration with waivers behind those it has. The text itself where there is no good place."""
    import yaml

    node = setting(yaml.compose(text, Loader=yaml.SafeLoader), "waivers")
    line_end = "\r\n" if "\r\n" in text else "\n"
    indent = "  "
    if node is None:
        before, after = text, ""
        new_lines = "waivers:\n"
    else:
        empty = not node.value or node.tag == "tag:yaml.org,2002:null"
        if not empty and (node.flow_style or not isinstance(node.value, list)):
            return text
        start, end = node.start_mark.index, (node if empty else last_leaf(node)).end_mark.index
        if empty:  # waivers: [] becomes waivers:
            kept = text[:start].rstrip(" ")
            text, end = kept + text[end:], len(kept)
        else:
            indent = " " * node.start_mark.column
        if not text[:end].endswith(("\n", "\r")):
            end = text.find("\n", end) + 1 or len(text)
        before, after, new_lines = text[:end], text[end:], ""
    new_lines += textwrap.indent(_yaml(new), indent)
    if before and not before.endswith(("\n", "\r")):
        new_lines = "\n" + new_lines
    return before + new_lines.replace("\n", line_end) + after


def _yaml(new: list[Entry]) -> str:
    import yaml

    # one by one: in one list, YAML would write a date that comes twice as a reference
    return "".join(yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=float("inf")) for entry in new)


def _values(text: str) -> dict[str, Any]:
    import yaml

    return yaml.safe_load(text) or {}
