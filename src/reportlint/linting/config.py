"""The user's configuration as checks, waivers and files are asked against it; what a file of it looks like: config_file.py."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.finding import Finding, Severity
from reportlint.linting.waivers import Waivers
from reportlint.settings.house_rules import HouseRules
from reportlint.settings.rule_file import NO_PROFILE, Named
from reportlint.settings.values import known_name

if TYPE_CHECKING:
    from reportlint.linting.check import Check


class CheckConfig(NamedTuple):
    """What the user says of one check. severity: None keeps the check's own."""

    enabled: bool = True
    severity: Severity | None = None
    exclude: tuple[str, ...] = ()
    options: Mapping[str, Any] = {}


_AS_IS = CheckConfig()
"""Of a check that the configuration says nothing of."""


class Config(NamedTuple):
    """The configuration of a run. folder: where its file lies; path patterns are relative to it.

    profile: the rule file that it names. cache: may results be kept there?
    """

    folder: str = ""
    report: str | None = None
    profile: Named = NO_PROFILE
    fail_on: str = str(Severity.ERROR)
    exclude: tuple[str, ...] = ()
    checks: Mapping[str, CheckConfig] = {}
    office: HouseRules = HouseRules()
    waivers: Waivers = Waivers()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    cache: bool = False

    def off(self, name: str) -> bool:
        """Did the user switch the check of that name off?"""
        return name in self.ignore or not self.checks.get(name, _AS_IS).enabled

    def enabled(self, check: Check, path: str) -> bool:
        """Does this check run on this file?"""
        if check.name in self.ignore or (self.select and check.name not in self.select):
            return False
        own = self.checks.get(check.name, _AS_IS)
        return (own.enabled or check.name in self.select) and not self._matches(path, own.exclude)

    def excluded(self, path: str) -> bool:
        """Is this file left out, named or found?"""
        return self._matches(path, self.exclude)

    def options(self, check: Check) -> dict[str, Any]:
        """The options to run a check with: its defaults, and what the user set."""
        own = self.checks.get(check.name)
        return {**check.options, **own.options} if own else {**check.options}

    def severity(self, check: Check, finding: Finding) -> Severity:
        """A finding's severity: the user's word, else its own, else its check's."""
        return self.checks.get(check.name, _AS_IS).severity or finding.severity or check.severity

    def narrowed(self, select: Collection[str], ignore: Collection[str]) -> Config:
        """This configuration with --select and --ignore, names of checks or families. Raises ConfigError for another."""
        chosen, ignored = (frozenset(check for name in names for check in _members(name)) for names in (select, ignore))
        return self._replace(select=chosen, ignore=ignored)

    def relative(self, path: str) -> str:
        """A path as the patterns see it: from the configuration's folder, with /."""
        return os.path.relpath(path, self.folder or ".").replace(os.sep, "/")

    def _matches(self, path: str, patterns: Collection[str]) -> bool:
        if not patterns:
            return False
        relative = self.relative(path)
        return any(fnmatch(relative, pattern) or fnmatch(relative, f"{pattern}/*") for pattern in patterns)


def _members(name: str) -> list[str]:
    """The checks of a family, or the one check of that name."""
    from reportlint.linting.check import load_checks

    members = [check.name for check in load_checks().values() if check.family == name]
    return members or [known_name(name, load_checks(), "命令行", "检查")]
