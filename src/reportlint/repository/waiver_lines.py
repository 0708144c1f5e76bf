"""Waivers added to the text of a .reportlint.yaml; all else in it, comments too, stays as the user wrote it.

A library that reads YAML and writes it again would keep the comments, but not the user's blanks, quotation marks and line ends.
"""

from __future__ import annotations

import datetime
import glob
import textwrap
from contextlib import suppress
from typing import Any

from reportlint.finding import Finding
from reportlint.linting.config_file import parse_config
from reportlint.settings.bounded_yaml import MAX_BYTES
from reportlint.settings.settings_file import last_leaf, setting
from reportlint.settings.values import ConfigError

Entry = dict[str, Any]
"""A waiver as it is written: check, words, path, reason, until."""
HEAD = "# reportlint 的设置，见 reportlint --help。\n"
"""What a new file of settings begins with."""


def entry_for(finding: Finding, path: str, why: str, until: datetime.date | None = None) -> Entry:
    """The waiver of one located finding. path: the report's, from the folder of the configuration."""
    assert finding.place is not None
    words = " ".join(finding.place.text.split())  # blanks do not count; YAML's line ends are many
    entry: Entry = {"check": finding.check, "words": words, "path": glob.escape(path), "reason": why, "until": until}
    return {key: value for key, value in entry.items() if value}


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
