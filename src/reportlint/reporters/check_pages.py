"""The pages of the checks: one line each, or all there is to say of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportlint.linting.check import Check
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import width


def listing(checks: Iterable[Check]) -> str:
    """One line a check: name, severity, title, first sentence of its page; grouped by family."""
    known = list(checks)
    column = max(len(check.name) for check in known) + 2
    title = max(width(check.title) for check in known) + 2
    families = []
    for family, members in groupby(known, key=lambda check: check.family):
        lines = [
            f"  {check.name.ljust(column)}{SEVERITIES[check.severity]}  {check.title}{' ' * (title - width(check.title))}{check.summary}"
            for check in members
        ]
        families.append("\n".join([family, *lines]))
    return "\n\n".join(families)


def default_of(default: object) -> str:
    """An option's default for a reader."""
    if isinstance(default, bool):
        return str(default).lower()
    return ("、".join(default) or "（空）") if isinstance(default, tuple) else str(default)


def explain(check: Check) -> str:
    """The page of one check: explanation, severity, basis, options, examples."""
    head = f"{check.title}（{check.name}）"
    lines = [
        head,
        "=" * width(head),
        "",
        check.explanation,
        "",
        f"级别  {SEVERITIES[check.severity]}（{check.severity}）",
    ]
    if basis := check.basis():
        lines.append(f"依据  {basis}")
    for name, default in check.options.items():
        lines.append(f"选项  {name}，默认 {default_of(default)}")
    for title, examples in (("会提出的写法（⟦ ⟧ 内是标出的字）", check.bad[:3]), ("不会提出的写法", check.good[:3])):
        if examples:
            lines += ["", title]
        for example in examples:
            short = example if len(example) <= 300 else example[:300] + "……"
            lines += ["", *(f"    {line}" for line in short.splitlines())]
    return "\n".join(lines)


_SHOWN, _SHORT = 2, 300
"""Examples of each kind on a page of all checks, and the characters of the longest."""


def markdown(check: Check) -> str:
    """The same page as Markdown, without a heading: of the examples a few short ones."""
    return "\n".join(_markdown(check))


def _markdown(check: Check) -> Iterator[str]:
    yield from (check.explanation, "", f"- 级别：{SEVERITIES[check.severity]}")
    if basis := check.basis():
        yield f"- 依据：{basis}"
    for name, default in check.options.items():
        yield f"- 选项：`{name}`，默认 {default_of(default)}"
    if shown := examples(check):
        yield from ("", shown)


def examples(check: Check) -> str:
    """Examples of both kinds as Markdown; "" where a check gives none."""
    lines: list[str] = []
    for title, given in (("会提出（⟦ ⟧ 内是标出的字）", check.bad), ("不会提出", check.good)):
        if shown := [example for example in given if len(example) <= _SHORT][:_SHOWN]:
            lines += ["", f"{title}：", "", "```text", "\n\n".join(shown), "```"]
    return "\n".join(lines[1:])
