"""Writes docs/checks.md and docs/facts.md from the checks and the facts themselves. Run it when one of them has changed:

python tools/pages.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportlint.facts import all_facts
from reportlint.linting.check import Check, load_checks
from reportlint.reporters.labels import SEVERITIES

DOCS = Path(__file__).parents[1] / "docs"
_SHOWN = 2
"""Examples of each kind."""


def checks_page() -> str:
    """All checks, with what `explain` says of each, as Markdown."""
    checks = [check for check in load_checks().values() if check.family != "plugin"]
    lines = ["# 检查", "", f"共 {len(checks)} 项，由 `python tools/pages.py` 从检查本身生成。", ""]
    for family, members in groupby(checks, key=lambda check: check.family):
        lines += [f"- {family}：" + "、".join(f"[{check.title}](#{check.name})" for check in members)]
    return "\n".join([*lines, *(line for check in checks for line in _check(check))]) + "\n"


def _check(check: Check) -> Iterator[str]:
    yield from ("", f'## <a id="{check.name}"></a>{check.title} `{check.name}`', "", check.explanation, "")
    yield f"- 级别：{SEVERITIES[check.severity]}"
    if basis := check.basis():
        yield f"- 依据：{basis}"
    for name, default in check.options.items():
        yield f"- 选项：`{name}`，默认 {'、'.join(default) if isinstance(default, tuple) else default}"
    for title, examples in (("会提出（⟦ ⟧ 内是标出的字）", check.bad), ("不会提出", check.good)):
        if shown := [example for example in examples if len(example) <= 300][:_SHOWN]:
            yield from ("", f"{title}：", "", "```text", "\n\n".join(shown), "```")


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


PAGES = {"checks.md": checks_page, "facts.md": facts_page}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
