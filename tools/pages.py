"""Writes what pages say of the checks, the facts and the output, from these themselves. Run it when one of them has changed:

    python tools/pages.py

That is docs/checks.md, docs/facts.md, and the output that the READMEs show.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from reportlint.facts import all_facts
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config import Config
from reportlint.reporters import text as text_format
from reportlint.reporters.check_pages import markdown
from reportlint.repository.files import File
from reportlint.repository.one_file import Asked, lint_file

PROJECT = Path(__file__).parents[1]


def checks_page() -> str:
    """All checks, with what `explain` says of each, as Markdown."""
    checks = [check for check in load_checks().values() if check.family != "plugin"]
    lines = ["# 检查", "", f"共 {len(checks)} 项，由 `python tools/pages.py` 从检查本身生成。", ""]
    for family, members in groupby(checks, key=lambda check: check.family):
        lines += [f"- {family}：" + "、".join(f"[{check.title}](#{check.name})" for check in members)]
    return "\n".join([*lines, *(line for check in checks for line in _check(check))]) + "\n"


def _check(check: Check) -> Iterator[str]:
    yield from ("", f'## <a id="{check.name}"></a>{check.title} `{check.name}`', "", markdown(check))


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
    "docs/facts.md": facts_page,
    "README.md": partial(readme, "README.md"),
    "README.zh-CN.md": partial(readme, "README.zh-CN.md"),
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (PROJECT / name).write_text(page(), encoding="utf-8")
