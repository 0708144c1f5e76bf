"""The pages of the checks: one line each, or all there is to say of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    for title, given in (("会提出的写法（⟦ ⟧ 内是标出的字）", check.bad), ("不会提出的写法", check.good)):
        if given:
            lines += ["", title]
        for example in shortened(check, given)[:3]:
            short = example if len(example) <= _SHORT else example[:_SHORT] + "……"
            lines += ["", *(f"    {line}" for line in short.splitlines())]
    return "\n".join(lines)


_LEFT_OUT, _YEARS = "……", "==="
"""What stands for lines left out, and what parts the report of the year before from this year's."""
_SHOWN, _SHORT = 2, 300
"""Examples of each kind on a page of all checks, and the characters of the longest."""


def shortened(check: Check, given: Sequence[str]) -> list[str]:
    """Examples of a check; of long ones, what most have in common left out, and those left out that have nothing else."""
    known = Counter(line for example in (*check.bad, *check.good) for line in {*example.splitlines()})
    found = []
    for example in given:
        if len(example) <= _SHORT:
            found.append(example)
            continue
        lines: list[str] = []
        for line in example.splitlines():
            is_common = 2 * known[line] > len(check.bad) + len(check.good) and line != _YEARS
            if not is_common or lines[-1:] != [_LEFT_OUT]:
                lines.append(_LEFT_OUT if is_common else line)
        if lines != [_LEFT_OUT]:
            found.append("\n".join(lines))
    return found


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
        if shown := [example for example in shortened(check, given) if len(example) <= _SHORT][:_SHOWN]:
            text = "\n\n".join(shown)
            lines += ["", f"{title}：", "", "```text", *map(str.rstrip, text.splitlines()), "```"]
    return "\n".join(lines[1:])
