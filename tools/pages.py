"""Writes what pages say of the checks, the facts and the output, from these themselves. Run it when one of them has changed:

    python tools/pages.py

That is docs/checks.md, docs/settings.md, docs/facts.md, the schema of the settings, and the output that the READMEs show.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlint.facts import all_facts
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config import Config
from reportlint.linting.config_schema import schema
from reportlint.reporters import text as text_format
from reportlint.reporters.check_pages import default_of, markdown
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file
from reportlint.repository.files import File

PROJECT = Path(__file__).parents[1]


def checks_page() -> str:
    """All checks, with what `explain` says of each, as Markdown."""
    checks = [check for check in load_checks().values() if check.family != "plugin"]
    families = [(family, list(members)) for family, members in groupby(checks, key=lambda check: check.family)]
    lines = ["# 检查", "", f"共 {len(checks)} 项，由 `python tools/pages.py` 从检查本身生成。", ""]
    for _, members in families:
        lines += [f"- {members[0].family_title}：" + "、".join(f"[{check.title}](#{check.name})" for check in members)]
    for family, members in families:
        lines += [
            "",
            f"## {members[0].family_title} `{family}`",
            *(line for check in members for line in _check(check)),
        ]
    return "\n".join(lines) + "\n"


def _check(check: Check) -> Iterator[str]:
    yield from ("", f'### <a id="{check.name}"></a>{check.title} `{check.name}`', "", markdown(check))


def settings_page() -> str:
    """All settings, with what the schema says of each, as Markdown."""
    lines = [
        "# 设置",
        "",
        "`.reportlint.yaml`，放在草稿所在的文件夹或它的上级；离草稿最近的一份起作用。由 `python tools/pages.py` 从模式文件",
        "[reportlint.schema.json](reportlint.schema.json) 生成；在编辑器里补全见 [editors/](../editors/README.md)。",
    ]
    known = schema()
    for name, shape in known["properties"].items():
        lines += ["", f"## `{name}`", "", _escaped(shape["description"])]
        lines += _checks_options(known) if name == "checks" else _keys(shape) or ["", f"取值：{_values(shape)}"]
    return "\n".join(lines) + "\n"


def _keys(shape: Any) -> list[str]:
    """A table of the keys of a mapping, or of those in a list; empty for another value."""
    choices = shape.get("items", shape)
    choices = choices.get("anyOf", [choices])
    keyed: Any = next((choice for choice in choices if "properties" in choice), {"properties": {}})
    rows = [
        f"| `{key}`{'（必写）' if key in keyed.get('required', ()) else ''} | {_escaped(said['description'])} | {_values(said)} |"
        for key, said in keyed["properties"].items()
    ]
    return ["", "| 键 | 说明 | 取值 |", "|---|---|---|", *rows] if rows else []


def _escaped(text: str) -> str:
    """A text that is not taken for markup."""
    return text.replace("<", "&lt;")


def _checks_options(known: Any) -> list[str]:
    """What may be said of every check, then the options of their own."""
    lines = _keys(known["definitions"]["check"])
    lines += ["", "检查自己的选项：", "", "| 检查 | 选项 | 取值 |", "|---|---|---|"]
    for name, shape in known["properties"]["checks"]["properties"].items():
        own: Any = next((choice["properties"] for choice in shape["anyOf"] if "properties" in choice), {})
        lines += [
            f"| [`{name}`](checks.md#{name}) | `{key}` | {_values(said)} |"
            for key, said in own.items()
            if key not in ("severity", "exclude")
        ]
    return lines


_TYPES = {"boolean": "true、false", "integer": "整数", "number": "数", "array": "列表"}
_REFERENCES = {
    "text": "文字",
    "texts": "文字，或列表",
    "level": "off、error、warning、info",
    "wanted": "名字，或 name、words、drop 的键值对",
    "nothing": "",
}
_MANY = 8
"""Names that are too many to be listed."""


def _values(shape: Any) -> str:
    """The values that a shape takes, for people."""
    if "$ref" in shape:
        return _REFERENCES[shape["$ref"].rpartition("/")[2]]
    if "anyOf" in shape:
        said = "，或".join(filter(None, map(_values, shape["anyOf"])))
    elif "enum" in shape:
        said = "、".join(shape["enum"]) if len(shape["enum"]) <= _MANY else ""
    else:
        said = "日期" if "pattern" in shape else _TYPES[shape["type"]]
    default = shape.get("default")
    shown = default_of(tuple(default) if isinstance(default, list) else default)
    return said if default is None else f"{said}；默认 {shown}"


def facts_page() -> str:
    """All facts, with the first sentence of each, as Markdown."""
    facts = all_facts()
    lines = [
        "# Facts",
        "",
        f"{len(facts)} facts, listed by `python tools/pages.py`. A fact is a function of the report, found when first asked for;",
        "a check imports those it uses.",
    ]
    for module, names in groupby(facts, key=lambda name: name.rpartition(".")[0]):
        lines += ["", f"## `{module.removeprefix('reportlint.')}`", ""]
        lines += [f"- `{name.rpartition('.')[2]}(report)`: {_first(inspect.getdoc(facts[name]))}" for name in names]
    return "\n".join(lines) + "\n"


def _first(said: str | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((said or "").split("\n\n")[0].split())


def readme(name: str) -> str:
    """A README with the output that it shows as it is now: of the same draft, and of the same checks."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    shown = re.search(r"```console\n\$ reportlint (\S+)\n(.*?)```", text, re.S)
    assert shown
    wanted = set(re.findall(r"^\d+:\d+  .*  (\S+)$", shown[2], re.M))
    head, *found, totals = _output(shown[1]).strip().split("\n\n")
    blocks = [block for block in found if block.split("\n", 1)[0].split()[-1] in wanted]
    return text.replace(shown[2], "\n\n".join([head, *blocks, totals]) + "\n")


def _output(draft: str) -> str:
    """What the command says of a draft."""
    result = lint_file(File(str(PROJECT / draft), Config()), Asked())
    return "\n".join(text_format.findings([result._replace(path=draft)]))


PAGES: dict[str, Callable[[], str]] = {
    "docs/checks.md": checks_page,
    "docs/settings.md": settings_page,
    "docs/reportlint.schema.json": lambda: json.dumps(schema(), ensure_ascii=False, indent=1) + "\n",
    "docs/facts.md": facts_page,
    "README.md": partial(readme, "README.md"),
    "README.zh-CN.md": partial(readme, "README.zh-CN.md"),
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (PROJECT / name).write_text(page(), encoding="utf-8")
