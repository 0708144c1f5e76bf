"""The user's configuration: .reportlint.yaml, found upward from the linted file.

report: law-based-government        # kind of report; told from the text when absent
fail-on: error                      # error, warning, info or never
exclude: [archive/*]                # files a folder search leaves out
checks:
  vague-quantity: off               # off, error, warning or info
  thin-section:                     # or a mapping: severity, exclude, and the check's own options
    severity: info
    exclude: [townships/*]
    share: 0.03
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from functools import lru_cache
from typing import Any

from reportlint.check import Check, load_checks
from reportlint.finding import Finding, Severity

NAME = ".reportlint.yaml"
_SEVERITIES = {str(severity): severity for severity in Severity}
_OFF = "off"


class ConfigError(Exception):
    """A configuration that cannot be used; ``str(error)`` names the file, the key and the remedy."""


@dataclass(frozen=True)
class CheckConfig:
    """What the user says of one check. severity: None keeps the check's own."""

    enabled: bool = True
    severity: Severity | None = None
    exclude: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Config:
    """The configuration of a run. folder: where its file lies; path patterns are relative to it."""

    folder: str = ""
    report: str | None = None
    fail_on: str = str(Severity.ERROR)
    exclude: tuple[str, ...] = ()
    checks: Mapping[str, CheckConfig] = field(default_factory=dict)
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def enabled(self, check: Check, path: str) -> bool:
        """Does this check run on this file?"""
        if check.name in self.ignore or (self.select and check.name not in self.select):
            return False
        own = self.checks.get(check.name, CheckConfig())
        return (own.enabled or check.name in self.select) and not self._matches(path, own.exclude)

    def excluded(self, path: str) -> bool:
        """Is this file left out of a folder search?"""
        return self._matches(path, self.exclude)

    def options(self, check: Check) -> dict[str, Any]:
        """The options to run a check with: its defaults, and what the user set."""
        return {**check.options, **self.checks.get(check.name, CheckConfig()).options}

    def severity(self, check: Check, finding: Finding) -> Severity:
        """A finding's severity: the user's word, else its own, else its check's."""
        return self.checks.get(check.name, CheckConfig()).severity or finding.severity or check.severity

    def narrowed(self, select: Collection[str], ignore: Collection[str]) -> Config:
        """This configuration with --select and --ignore. Raises ConfigError for a name no check has."""
        for name in (*select, *ignore):
            known_name(name, load_checks(), "命令行", "检查")
        return replace(self, select=frozenset(select), ignore=frozenset(ignore))

    def _matches(self, path: str, patterns: Collection[str]) -> bool:
        relative = os.path.relpath(path, self.folder or ".").replace(os.sep, "/")
        return any(fnmatch(relative, pattern) or fnmatch(relative, f"{pattern}/*") for pattern in patterns)


def find_config(path: str) -> str | None:
    """The nearest .reportlint.yaml at or above the folder of a file; None where there is none."""
    folder = os.path.dirname(os.path.abspath(path))
    while True:
        candidate = os.path.join(folder, NAME)
        if os.path.isfile(candidate):
            return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


@lru_cache(maxsize=64)
def load_config(path: str) -> Config:
    """Read a configuration file. Raises ConfigError where it cannot be read, or says something unknown."""
    import yaml

    try:
        with open(path, encoding="utf-8-sig") as file:
            data = yaml.safe_load(file)
    except OSError as error:
        raise ConfigError(f"{path}：读不了配置文件（{error.strerror}）。请检查 --config 的路径和权限。") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：配置文件不是 UTF-8 编码，请另存为 UTF-8。") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行第 {mark.column + 1} 列" if mark else "文件"
        raise ConfigError(f"{path}：{place}不是正确的 YAML。请检查缩进、冒号后的空格和引号。") from error
    return _config(data if data is not None else {}, path)


def _config(data: Any, path: str) -> Config:
    _expect(data, dict, path, "最外层", "键值对，如 checks: …")
    for key in data:
        known_name(key, ("report", "fail-on", "exclude", "checks"), path, "设置")
    fail_on = _word(data.get("fail-on", str(Severity.ERROR)))
    if fail_on not in (*_SEVERITIES, "never"):
        raise ConfigError(f"{path}：fail-on 应为 error、warning、info 或 never，现为 {fail_on!r}。")
    report = data.get("report")
    if report is not None:
        _expect(report, str, path, "report", "报告种类的名字")
    checks = data.get("checks") or {}
    _expect(checks, dict, path, "checks", "检查名: 级别 的键值对")
    return Config(
        folder=os.path.dirname(os.path.abspath(path)),
        report=report,
        fail_on=fail_on,
        exclude=_strings(data.get("exclude") or [], path, "exclude"),
        checks={
            known_name(name, load_checks(), path, "检查"): _check(name, value, path) for name, value in checks.items()
        },
    )


def _check(name: str, value: Any, path: str) -> CheckConfig:
    if not isinstance(value, dict):
        return _with_severity(CheckConfig(), value, path, f"checks.{name}")
    check = load_checks()[name]
    config = CheckConfig()
    options: dict[str, Any] = {}
    for key, item in value.items():
        where = f"checks.{name}.{key}"
        known_name(key, ("severity", "exclude", *check.options), path, f"选项（{name}）")
        if key == "severity":
            config = _with_severity(config, item, path, where)
        elif key == "exclude":
            config = replace(config, exclude=_strings(item, path, where))
        else:
            options[key] = _option(item, check.options[key], path, where)
    return replace(config, options=options)


def _with_severity(config: CheckConfig, value: Any, path: str, where: str) -> CheckConfig:
    word = _word(value)
    if word == _OFF:
        return replace(config, enabled=False)
    if word in ("on", "true"):
        return config
    if word not in _SEVERITIES:
        raise ConfigError(f"{path}：{where} 应为 off、error、warning 或 info，现为 {value!r}。")
    return replace(config, severity=_SEVERITIES[word])


def _word(value: Any) -> str:
    """A scalar as written: YAML 1.1 reads a bare off as false, on as true."""
    return ("on" if value else _OFF) if isinstance(value, bool) else str(value)


def _option(value: Any, default: Any, path: str, where: str) -> Any:
    """An option's value, of the type of its default; a number may stand for a decimal one."""
    if isinstance(default, tuple):
        return _strings(value, path, where)
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    kinds = {bool: "true 或 false", int: "整数", float: "数", str: "文字"}
    _expect(value, type(default), path, where, kinds.get(type(default), type(default).__name__))
    return value


def _strings(value: Any, path: str, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{path}：{where} 应为文字的列表，如 [甲, 乙]。")
    return tuple(value)


def _expect(value: Any, kind: type, path: str, where: str, what: str) -> None:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ConfigError(f"{path}：{where} 应为{what}，现为 {value!r}。")


def known_name(name: Any, known: Collection[str], path: str, what: str) -> str:
    """The name, if it is known. Raises ConfigError that offers the nearest known one."""
    if name in known:
        return str(name)
    near = difflib.get_close_matches(str(name), known, 1, 0.5)
    hint = f"是不是想写 {near[0]}？" if near else f"可用的有：{'、'.join(sorted(known))}。"
    raise ConfigError(f"{path}：没有名为 {name} 的{what}。{hint}")
