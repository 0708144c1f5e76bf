"""The user's configuration: .reportlint.yaml, found upward from the linted file.

report: law-based-government        # kind of report; told from the text when absent
fail-on: error                      # error, warning, info or never
exclude: [archive/*]                # files a folder search leaves out
cache: true                         # results are kept beside this file: see reportlint.repository.kept_results
checks:
  vague-quantity: off               # off, error, warning or info
  thin-section:                     # or a mapping: severity, exclude, and the check's own options
    severity: info
    exclude: [townships/*]
    share: 0.03
terms: [{wrong: 村居, right: 村（社区）}]  # house rules; all of them and their keys: see reportlint.settings.house_rules
names: [云川通办]
phrases: {plan: [法治督察]}
documents: [{name: 云川市行政执法监督办法, to: 2024-04}]
institutions: [云川市行政复议咨询委员会]
issuer-kind: county                 # what kind of issuer; told from the name when absent
profile: 湖北                       # a rule file that many share, built in or one's own: see reportlint.settings.rule_file
rules: [{longest: 6000}]            # this office's own, which go before those: see reportlint.settings.rule_rows
waivers:                            # findings looked at and accepted: see reportlint.linting.waivers
  - {check: vague-quantity, words: 一批, path: 2023/*, reason: 已经公开, until: 2025-12-31}
"""

from __future__ import annotations

import math
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlint.finding import Severity
from reportlint.linting.check import load_checks
from reportlint.linting.config import CheckConfig, Config
from reportlint.linting.waivers import Waivers, read_waivers
from reportlint.settings.house_rules import KEYS as HOUSE_KEYS
from reportlint.settings.house_rules import HouseRules, read_house_rules
from reportlint.settings.local_rules import Day, LocalRules
from reportlint.settings.rule_file import Named, with_profiles
from reportlint.settings.rule_rows import refuse_contradictions, refuse_unknown_matters
from reportlint.settings.settings_file import SettingsFile, edition, parse, read_bytes
from reportlint.settings.values import ConfigError, expect, known_name, shown, strings, word_list, words

if TYPE_CHECKING:
    from reportlint.outline.report_kind import Kind

NAME = ".reportlint.yaml"
_MISNAMED = ".reportlint.yml"
_SEVERITIES = {str(severity): severity for severity in Severity}
_OFF = "off"


def find_config(path: str) -> str | None:
    """The nearest .reportlint.yaml at or above the folder of a file, be it a broken link; None where there is none.

    Raises ConfigError for a .reportlint.yml on the way: whoever wrote it believes that it holds.
    """
    folder = os.path.dirname(os.path.abspath(path))
    while True:
        candidate = os.path.join(folder, NAME)
        misnamed = os.path.join(folder, _MISNAMED)
        if os.path.lexists(misnamed):
            raise ConfigError(f"{misnamed}：设置文件要叫 {NAME}，这个名字的不起作用。请改名，或移走。")
        if os.path.lexists(candidate):
            return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load_config(path: str) -> Config:
    """The configuration in a file, read again when it was changed.

    Raises ConfigError where it cannot be read, or says something unknown.
    """
    state = edition(path)
    config = _load(path, state)
    if not config.profile.name and not config.office.rules.layers:
        return config
    return _ruled(path, state, with_profiles(config.office.rules, config.profile))


@lru_cache(maxsize=64)
def _ruled(path: str, edition: tuple[int, ...], rules: LocalRules) -> Config:
    """The configuration with all rules, those of the rule file that it names among them."""
    config = _load(path, edition)
    return config._replace(office=config.office._replace(rules=_sound(rules)))


@lru_cache(maxsize=64)
def _sound(rules: LocalRules) -> LocalRules:
    """The rules themselves. Raises ConfigError where they contradict one another or the state's, or speak of what is not known."""
    from reportlint.outline.report_kind import DEFAULT

    for name, rule in {rule.report or DEFAULT: rule for rule in reversed(rules.rules)}.items():
        kind = _kind(name, f"{rule.path}：第 {rule.line} 行")
        own, due = rules.of_reports(name, DEFAULT), kind.facts.due
        refuse_contradictions(own, Day(due.month, due.day) if due else None)
        if any(rule.name == "matter" for rule in own.rules):
            refuse_unknown_matters(own, kind.named_matters)
    return rules


@lru_cache(maxsize=64)
def _load(path: str, edition: tuple[int, ...]) -> Config:
    return parse_config(read_bytes(path), path)


def parse_config(data: bytes, path: str) -> Config:
    """The configuration that a file's bytes hold, without the rules of the rule file that it names. Raises ConfigError."""
    return _config(parse(data, path))


KEYS = ("report", "fail-on", "exclude", "cache", "checks", *HOUSE_KEYS, "profile", "waivers")
"""The settings there are; what is written in each: config_schema.py."""


def _config(file: SettingsFile) -> Config:
    source, data = file.source, file.values if file.values is not None else {}
    path = source.path
    expect(data, dict, path, "最外层", "键值对，如 checks: …")
    for key in data:
        known_name(key, KEYS, path, "设置")
    fail_on = _word(data.get("fail-on", str(Severity.ERROR)))
    if fail_on not in (*_SEVERITIES, "never"):
        raise ConfigError(f"{path}：fail-on 应为 error、warning、info 或 never，现为 {shown(fail_on)}。")
    report = data.get("report")
    if report is not None:
        from reportlint.outline.grammar import available

        expect(report, str, path, "report", "报告种类的名字")
        known_name(report, available(), path, "报告种类（report）")
    cache = data.get("cache", False)
    expect(cache, bool, path, "cache", "true 或 false")
    profile = data.get("profile")
    if profile is not None:
        words(profile, path, "profile")
    checks = data.get("checks") or {}
    expect(checks, dict, path, "checks", "检查名: 级别 的键值对")
    return Config(
        folder=os.path.dirname(os.path.abspath(path)),
        report=report,
        profile=Named(profile or "", path, file.line_of("profile")),
        fail_on=fail_on,
        exclude=strings(data.get("exclude") or [], path, "exclude"),
        checks={
            known_name(name, load_checks(), path, "检查"): _check(name, value, path) for name, value in checks.items()
        },
        office=_office(data, report, file),
        waivers=read_waivers(data.get("waivers"), file.item_spans("waivers"), source, load_checks())
        if data.get("waivers") is not None
        else Waivers(source),
        cache=cache,
    )


def _office(data: dict[str, Any], report: str | None, file: SettingsFile) -> HouseRules:
    if all(data.get(key) is None for key in HOUSE_KEYS):
        return HouseRules()
    path = file.source.path
    return read_house_rules(data, _kind(report, path).required, path, file.item_lines("rules"))


def _kind(report: str | None, path: str) -> Kind:
    from reportlint.outline.grammar import GrammarError
    from reportlint.outline.report_kind import DEFAULT, load_kind

    try:
        return load_kind(report or DEFAULT)
    except GrammarError as error:
        raise ConfigError(f"{path}：{error}") from error


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
            config = config._replace(exclude=strings(item, path, where))
        else:
            options[key] = _option(item, check.options[key], path, where)
    return config._replace(options=options)


def _with_severity(config: CheckConfig, value: Any, path: str, where: str) -> CheckConfig:
    word = _word(value)
    if word == _OFF:
        return config._replace(enabled=False)
    if word in ("on", "true"):
        return config
    if word not in _SEVERITIES:
        raise ConfigError(f"{path}：{where} 应为 off、error、warning 或 info，现为 {shown(value)}。")
    return config._replace(severity=_SEVERITIES[word])


def _word(value: Any) -> str:
    """A scalar as written: YAML 1.1 reads a bare off as false, on as true."""
    return ("on" if value else _OFF) if isinstance(value, bool) else str(value)


def _option(value: Any, default: Any, path: str, where: str) -> Any:
    """An option's value, of the type of its default; a number may stand for a decimal one."""
    if isinstance(default, tuple):
        if items := word_list(value, path, where):
            return items
        raise ConfigError(f"{path}：{where} 是空的。要关闭这项检查，请写 off。")
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    kinds = {bool: "true 或 false", int: "整数", float: "数", str: "文字"}
    expect(value, type(default), path, where, kinds.get(type(default), type(default).__name__))
    if isinstance(value, int | float) and not 0 <= value < math.inf:  # .nan is not either
        raise ConfigError(f"{path}：{where} 要写不小于 0 的数，现为 {value}。")
    return value
