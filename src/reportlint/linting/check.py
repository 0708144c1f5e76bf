"""Checks: one module each, found by where they lie; their options are their function's keyword arguments.

Built-in checks are the modules of `reportlint.checks.<kind of report>.<family>`, with ``common`` for those of every kind; other
packages offer theirs through the entry point group ``reportlint.checks`` (name: the check's, value: the module, which may say
for which kind it is by KIND). Both come through `load_checks`.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.errors import UserError
from reportlint.finding import Finding, Severity
from reportlint.kept.installed import entry_points
from reportlint.settings.house_rules import HouseRules, read_house_rules

if TYPE_CHECKING:
    from reportlint.outline.kind_description import KindDescription
    from reportlint.outline.report_kind import Kind

GROUP = "reportlint.checks"


class CheckError(UserError):
    """A check module that does not keep the contract; ``str(error)`` names it and says what is missing."""


class Check(NamedTuple):
    """One check as its module states it. home: the module's name. kind: the kind of report it is for; None for every kind."""

    name: str
    family: str
    home: str
    kind: str | None = None

    @property
    def module(self) -> ModuleType:
        """The module, imported when it is first asked for. Raises CheckError where it breaks the contract."""
        return sys.modules.get(self.home) or _complete(importlib.import_module(self.home), self.name)

    def concerns(self, kind: str) -> bool:
        """Is it a check of reports of this kind?"""
        return self.kind in (None, kind)

    @property
    def title(self) -> str:
        """What it is called among people, a few Chinese words; its English name where a plugin gives none."""
        title: str = getattr(self.module, "TITLE", self.name)
        return title

    @property
    def family_title(self) -> str:
        """What its family is called among people; the English name where a plugin gives none."""
        title: str = getattr(sys.modules.get(self.module.__package__ or ""), "TITLE", self.family)
        return title

    @property
    def severity(self) -> Severity:
        """The severity of its findings, where one does not state its own."""
        severity: Severity = self.module.SEVERITY
        return severity

    def basis(self, kind: Kind | None = None) -> str | None:
        """The rule it rests on, in Chinese; None where it is advice. kind: of the report; None for every kind that it is for.

        ``{rule}``, ``{due}`` and ``{matters}`` in it stand for the rule of the kind of report, the day by which that is published, and
        the rule that asks for its matters. Where kinds have different rules, each is followed by the kind's name.
        """
        basis: str | None = getattr(self.module, "BASIS", None)
        if basis is None or "{" not in basis:
            return basis
        from reportlint.outline.grammar import available
        from reportlint.outline.report_kind import DEFAULT, load_kind

        names = [self.kind] if self.kind else sorted(available(), key=lambda name: name != DEFAULT)
        kinds = [kind] if kind else [load_kind(name) for name in names]
        said = {each.facts.label: _filled(basis, each.facts) for each in kinds}
        rules = {rule: label for label, rule in said.items() if rule}
        return "；".join(f"{rule}（{label}）" if len(rules) > 1 else rule for rule, label in rules.items())

    @property
    def explanation(self) -> str:
        """The module's docstring: one sentence, a blank line, the page. Where Python drops those (-OO), its source has it."""
        import ast
        import inspect

        return inspect.cleandoc(
            self.module.__doc__ or ast.get_docstring(ast.parse(inspect.getsource(self.module))) or ""
        )

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]

    @property
    def within_passages(self) -> bool:
        """Does it judge each line by itself, by its words and the headings above it, as `fact_of_passages` has it?"""
        return getattr(self.module, "WITHIN_PASSAGES", False)

    @property
    def bad(self) -> list[str]:
        """Examples with the expected spans between ⟦ and ⟧."""
        return list(getattr(self.module, "BAD", []))

    @property
    def good(self) -> list[str]:
        """Examples that yield nothing."""
        return list(getattr(self.module, "GOOD", []))

    @property
    def office(self) -> HouseRules:
        """The house rules its examples are read with: ``OFFICE``, written as in a configuration; mostly none."""
        rules: Mapping[str, Any] = getattr(self.module, "OFFICE", {})
        return read_house_rules(rules, rules.get("phrases", ()), self.module.__name__)

    @property
    def options(self) -> Mapping[str, Any]:
        """Option name to default value: the keyword-only arguments of the check function."""
        return self.module.check.__kwdefaults__ or {}

    @property
    def run(self) -> Callable[..., Iterator[Finding]]:
        """The check itself: a report and options in, findings out."""
        function: Callable[..., Iterator[Finding]] = self.module.check
        return function


def _filled(basis: str, facts: KindDescription) -> str:
    """The basis with what a kind of report puts into it; "" where the kind has no such rule."""
    due = f"{facts.due.month}月{facts.due.day}日" if facts.due else "规定日期"
    return basis.format(rule=facts.rule, due=due, matters=facts.asked.rule)


def _complete(module: ModuleType, name: str) -> ModuleType:
    """The module of a check. Raises CheckError where ``SEVERITY``, ``check`` or the docstring is missing."""
    for attribute, what in (
        ("SEVERITY", "SEVERITY = Severity.…"),
        ("check", "函数 check(report)"),
        ("__doc__", "文档字符串"),
    ):
        if not getattr(module, attribute, None) and (attribute != "__doc__" or sys.flags.optimize < 2):
            raise CheckError(f"检查 {name}（{module.__name__}）缺少 {what}。")
    return module


def _modules(folders: Iterable[str]) -> list[str]:
    """The modules and packages that lie in folders, by name. pkgutil would ask inspect, and take 7 ms to import."""
    names = {entry.name.removesuffix(".py") for folder in folders for entry in os.scandir(folder)}
    return sorted(name for name in names if name.isidentifier() and not name.startswith("_"))


_COMMON = "common"
"""The folder of the checks that are for every kind of report."""


def _built_in() -> Iterator[Check]:
    """The checks of this package, by folder of kind and family; those of every kind come first."""
    root = importlib.import_module(GROUP)
    for folder in sorted(_modules(root.__path__), key=lambda name: (name != _COMMON, name)):
        kind = None if folder == _COMMON else folder.replace("_", "-")
        for family in _modules(os.path.join(place, folder) for place in root.__path__):
            for found in _modules(os.path.join(place, folder, family) for place in root.__path__):
                yield Check(found.replace("_", "-"), family, f"{GROUP}.{folder}.{family}.{found}", kind)


@lru_cache(maxsize=1)
def load_checks() -> Mapping[str, Check]:
    """All checks by name: the built-in ones, then those of installed packages.

    Raises CheckError where a name is taken twice, or a package's module cannot be loaded or breaks the contract.
    """
    checks: dict[str, Check] = {}
    for check in (*_built_in(), *_installed()):
        if check.name in checks:
            raise CheckError(f"检查 {check.name} 重名：{check.home} 与 {checks[check.name].home}。")
        checks[check.name] = check
    return checks


def _installed() -> Iterator[Check]:
    """The checks of other packages."""
    for entry in entry_points(GROUP):
        from reportlint.outline.grammar import available  # late: a run whose results are known needs no outline

        try:
            module = entry.load()
        except Exception as error:  # another package's code: name it, whatever it raised
            raise CheckError(f"载入不了检查 {entry.name}（{entry.value}）：{error}") from error
        if not isinstance(module, ModuleType):
            module = sys.modules[module.__module__]
        kind = getattr(_complete(module, entry.name), "KIND", None)
        if kind not in (None, *available()):
            raise CheckError(
                f"检查 {entry.name}（{entry.value}）的 KIND：没有报告种类 {kind}。可以写：{'、'.join(available())}。"
            )
        yield Check(entry.name, "plugin", module.__name__, kind)
