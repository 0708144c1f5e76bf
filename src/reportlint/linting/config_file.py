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
terms: [{wrong: 村居, right: 村（社区）}]  # house rules; all of them and their keys: see reportlint.settings.office_rules
names: [云川通办]
phrases: {plan: [法治督察]}
documents: [{name: 云川市行政执法监督办法, to: 2024-04}]
institutions: [云川市行政复议咨询委员会]
waivers:                            # findings looked at and accepted: see reportlint.linting.waivers
  - {check: vague-quantity, words: 一批, path: 2023/*, reason: 已经公开, until: 2025-12-31}
"""

from __future__ import annotations

import math
import os
import stat
from functools import lru_cache
from typing import Any

from reportlint.document.draft_file import irregular
from reportlint.document.source import Source, Span
from reportlint.errors import reason
from reportlint.finding import Severity
from reportlint.linting.check import load_checks
from reportlint.linting.config import CheckConfig, Config
from reportlint.linting.waivers import Waivers, read_waivers
from reportlint.settings.bounded_yaml import MAX_BYTES, loader_of
from reportlint.settings.office_rules import KEYS as OFFICE_KEYS
from reportlint.settings.office_rules import OfficeRules, read_office_rules
from reportlint.settings.values import ConfigError, expect, known_name, strings, word_list

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
    try:
        state = os.stat(path)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error
    if kind := "文件夹" if stat.S_ISDIR(state.st_mode) else irregular(state):
        raise ConfigError(f"{path}：这是{kind}，不是配置文件，没有读取。请换成普通文件，或移走。")
    return _load(path, (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns))


@lru_cache(maxsize=64)
def _load(path: str, state: tuple[int, ...]) -> Config:
    """state: what tells one edition of the file from another."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unread(path, error) from error
    return parse_config(data, path)


def _unread(path: str, error: OSError | ValueError) -> ConfigError:
    why = reason(error) if isinstance(error, OSError) else "文件名里有不能用的字符"
    return ConfigError(f"{path}：读不了配置文件（{why}）。请检查这个文件是否存在、有没有权限。")


def parse_config(data: bytes, path: str) -> Config:
    """The configuration that a file's bytes hold. Raises ConfigError."""
    import yaml

    if len(data) > MAX_BYTES:
        raise ConfigError(
            f"{path}：超过 {MAX_BYTES:,} 字节的上限。请确认没有选错文件；豁免太多时，旧的报告可改用 exclude 略去。"
        )
    try:
        source = Source(path, data.decode("utf-8-sig"))
        loader = loader_of(source.text, path)
        try:
            node = loader.get_single_node()
            _refuse_repeated(node, path)
            values = loader.construct_document(node) if node else None
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：配置文件不是 UTF-8 编码，请另存为 UTF-8。") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第 {mark.line + 1} 行第 {mark.column + 1} 列" if mark else "文件"
        if isinstance(error, yaml.YAMLError):
            remedy = "不是正确的 YAML。请检查缩进、引号，冒号、逗号和括号要用半角，冒号后空一格。"
        else:
            remedy = "里有不存在的日期，或者太大的数。"
        raise ConfigError(f"{path}：{place}{remedy}") from error
    return _config(values if values is not None else {}, source, _item_spans(setting(node, "waivers")))


def _refuse_repeated(root: Any, path: str) -> None:
    """Raises ConfigError for a key that a mapping has twice: YAML would take the last, and drop the first without a word."""
    stack, passed = [root], set()
    while stack:
        node = stack.pop()
        if not isinstance(getattr(node, "value", None), list) or id(node) in passed:
            continue
        passed.add(id(node))  # an alias may lead back to where it stands
        pairs = [item for item in node.value if isinstance(item, tuple)]
        keys: set[str] = set()
        for key, _ in pairs:
            if isinstance(key.value, str) and key.value in keys:
                line = key.start_mark.line + 1
                raise ConfigError(f"{path}：第 {line} 行的 {key.value} 前面已经写过一次。请合并成一处。")
            if isinstance(key.value, str):
                keys.add(key.value)
        stack += [value for _, value in pairs] or node.value


def setting(node: Any, key: str) -> Any:
    """The YAML node of a setting's value; None where it is not set."""
    pairs = node.value if node and isinstance(node.value, list) else []
    return next((pair[1] for pair in pairs if isinstance(pair, tuple) and pair[0].value == key), None)


def _item_spans(node: Any) -> list[Span]:
    """Where each item of a list stands: YAML's nodes know, the values they become do not."""
    items = node.value if node and isinstance(node.value, list) else []
    ends = (last_leaf(item) for item in items if hasattr(item, "start_mark"))
    return [Span(item.start_mark.index, end.end_mark.index) for item, end in zip(items, ends, strict=False)]


def last_leaf(node: Any) -> Any:
    """The node at the end of a YAML node: a block's own end mark lies behind the blank lines and comments after it."""
    passed: set[int] = set()  # an alias may lead back to where it stands
    while isinstance(node.value, list) and node.value and not node.flow_style and id(node) not in passed:
        passed.add(id(node))
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _config(data: Any, source: Source, waiver_spans: list[Span]) -> Config:
    path = source.path
    expect(data, dict, path, "最外层", "键值对，如 checks: …")
    for key in data:
        known_name(key, ("report", "fail-on", "exclude", "cache", "checks", *OFFICE_KEYS, "waivers"), path, "设置")
    fail_on = _word(data.get("fail-on", str(Severity.ERROR)))
    if fail_on not in (*_SEVERITIES, "never"):
        raise ConfigError(f"{path}：fail-on 应为 error、warning、info 或 never，现为 {fail_on!r}。")
    report = data.get("report")
    if report is not None:
        expect(report, str, path, "report", "报告种类的名字")
    cache = data.get("cache", False)
    expect(cache, bool, path, "cache", "true 或 false")
    checks = data.get("checks") or {}
    expect(checks, dict, path, "checks", "检查名: 级别 的键值对")
    return Config(
        folder=os.path.dirname(os.path.abspath(path)),
        report=report,
        fail_on=fail_on,
        exclude=strings(data.get("exclude") or [], path, "exclude"),
        checks={
            known_name(name, load_checks(), path, "检查"): _check(name, value, path) for name, value in checks.items()
        },
        office=_office(data, report, path),
        waivers=read_waivers(data.get("waivers"), waiver_spans, source, load_checks())
        if data.get("waivers") is not None
        else Waivers(source),
        cache=cache,
    )


def _office(data: dict[str, Any], report: str | None, path: str) -> OfficeRules:
    if all(data.get(key) is None for key in OFFICE_KEYS):
        return OfficeRules()
    from reportlint.outline.grammar import GrammarError
    from reportlint.outline.report_kind import DEFAULT, load_kind

    try:
        parts = load_kind(report or DEFAULT).required
    except GrammarError as error:
        raise ConfigError(f"{path}：{error}") from error
    return read_office_rules(data, parts, path)


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
        raise ConfigError(f"{path}：{where} 应为 off、error、warning 或 info，现为 {value!r}。")
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
