"""Checks: one module each, found by where they lie; their options are their function's keyword arguments.

Built-in checks are the modules of `reportlint.checks.<family>`; other packages offer theirs through the entry point group
``reportlint.checks`` (name: the check's, value: the module). Both come through `load_checks`.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.errors import UserError
from reportlint.finding import Finding, Severity
from reportlint.settings.office_rules import OfficeRules, read_office_rules

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "reportlint.checks"


class CheckError(UserError):
    """A check module that does not keep the contract; ``str(error)`` names it and says what is missing."""


class Check(NamedTuple):
    """One check as its module states it."""

    name: str
    family: str
    module: ModuleType

    @property
    def severity(self) -> Severity:
        """The severity of its findings, where one does not state its own."""
        severity: Severity = self.module.SEVERITY
        return severity

    @property
    def basis(self) -> str | None:
        """The rule it rests on, in Chinese; None where it is advice."""
        basis: str | None = getattr(self.module, "BASIS", None)
        return basis

    @property
    def explanation(self) -> str:
        """The module's docstring: one sentence, a blank line, the page."""
        import inspect

        return inspect.cleandoc(self.module.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]

    @property
    def bad(self) -> list[str]:
        """Examples with the expected spans between ⟦ and ⟧."""
        return list(getattr(self.module, "BAD", []))

    @property
    def good(self) -> list[str]:
        """Examples that yield nothing."""
        return list(getattr(self.module, "GOOD", []))

    @property
    def office(self) -> OfficeRules:
        """The house rules its examples are read with: ``OFFICE``, written as in a configuration; mostly none."""
        rules: Mapping[str, Any] = getattr(self.module, "OFFICE", {})
        return read_office_rules(rules, rules.get("phrases", ()), self.module.__name__)

    @property
    def options(self) -> Mapping[str, Any]:
        """Option name to default value: the keyword-only arguments of the check function."""
        return self.module.check.__kwdefaults__ or {}

    @property
    def run(self) -> Callable[..., Iterator[Finding]]:
        """The check itself: a report and options in, findings out."""
        function: Callable[..., Iterator[Finding]] = self.module.check
        return function


def _entry_points() -> Iterable[EntryPoint]:
    """The entry points of other packages. importlib.metadata takes 25 ms to import, so ask the files first."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as found:
            for entry in found:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    with suppress(OSError), open(os.path.join(entry.path, "entry_points.txt"), "rb") as file:
                        if f"[{GROUP}]".encode() in file.read():
                            from importlib.metadata import entry_points

                            return entry_points(group=GROUP)
    return ()


def check_from(module: ModuleType, name: str, family: str) -> Check:
    """A Check of a module. Raises CheckError where ``SEVERITY``, ``check`` or the docstring is missing."""
    for attribute, what in (
        ("SEVERITY", "SEVERITY = Severity.…"),
        ("check", "函数 check(report)"),
        ("__doc__", "文档字符串"),
    ):
        if not getattr(module, attribute, None):
            raise CheckError(f"检查 {name}（{module.__name__}）缺少 {what}。")
    return Check(name, family, module)


def _modules(package: ModuleType) -> list[str]:
    """The modules and packages that lie in a package, by name. pkgutil would ask inspect, and take 7 ms to import."""
    names = {entry.name.removesuffix(".py") for folder in package.__path__ for entry in os.scandir(folder)}
    return sorted(name for name in names if name.isidentifier() and not name.startswith("_"))


@lru_cache(maxsize=1)
def load_checks() -> Mapping[str, Check]:
    """All checks by name: the built-in ones by family, then those of installed packages.

    Raises CheckError where a module breaks the contract or a name is taken twice.
    """
    builtin = importlib.import_module("reportlint.checks")
    checks: dict[str, Check] = {}
    for family in _modules(builtin):
        package = importlib.import_module(f"{builtin.__name__}.{family}")
        for found in _modules(package):
            name = found.replace("_", "-")
            checks[name] = check_from(importlib.import_module(f"{package.__name__}.{found}"), name, family)
    for entry in _entry_points():
        if entry.name in checks:
            raise CheckError(f"检查 {entry.name} 重名：{entry.value} 与 {checks[entry.name].module.__name__}。")
        try:
            module = entry.load()
        except Exception as error:  # another package's code: name it, whatever it raised
            raise CheckError(f"载入不了检查 {entry.name}（{entry.value}）：{error}") from error
        if not isinstance(module, ModuleType):
            module = sys.modules[module.__module__]
        checks[entry.name] = check_from(module, entry.name, "plugin")
    return checks
