"""A rule file: what a province or a city asks, written once and named by `profile` in many .reportlint.yaml.

profile: 湖北                    # one of those that come with reportlint (profiles/*.yaml), by its name or its file's
profile: ../全市规则.yaml         # or the path of one's own, from the file that names it

A rule file has these keys, all but `rules` optional:

name: 云川市                     # what it is called
source: 云川市司法局《…工作指引》（2024年1月）   # what its rules rest on
report: law-based-government     # the kind of report they are for
profile: 湖北                    # a rule file farther off, whose rules hold where this one has none
rules: []                        # see rule_rows.py
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.settings.local_rules import LocalRules, Rule
from reportlint.settings.rule_rows import read_rules
from reportlint.settings.settings_file import SettingsFile, edition, parse, read_bytes
from reportlint.settings.values import ConfigError, Reader, known_name, row, words

_FOLDER = os.path.join(os.path.dirname(__file__), "profiles")
_MOST = 10
"""Rule files that name one another."""


class Named(NamedTuple):
    """A rule file as another file names it: by a name or a path, in which file and on which line. name: "" for none."""

    name: str
    path: str
    line: int


NO_PROFILE = Named("", "", 0)


class Profile(NamedTuple):
    """What a rule file says. base: the one it names itself."""

    rules: tuple[Rule, ...]
    base: Named


def with_profiles(rules: LocalRules, named: Named) -> LocalRules:
    """Rules, nearest first, with those of the rule file that is named, of the one which that names, and so on.

    Raises ConfigError where a file cannot be used.
    """
    layers, passed = list(rules.layers), [os.path.realpath(named.path)]
    while named.name:
        path = _path_of(named)
        if os.path.realpath(path) in passed or len(passed) > _MOST:
            raise ConfigError(
                f"{named.path}：第 {named.line} 行的 profile 绕了回来：{path} 前面已经读过。请删去其中一处。"
            )
        passed.append(os.path.realpath(path))
        profile = _load(path, edition(path))
        layers.append(profile.rules)
        named = profile.base
    return LocalRules(tuple(layers))


def _path_of(named: Named) -> str:
    """The file that a name or a path leads to. Raises ConfigError where there is none."""
    where = f"{named.path}：第 {named.line} 行的 profile"
    if named.name.lower().endswith((".yaml", ".yml")):
        path = os.path.normpath(os.path.join(os.path.dirname(named.path), named.name))
        if not os.path.lexists(path):
            raise ConfigError(f"{where}：没有文件 {path}。路径从写它的文件所在的文件夹算起，请核对。")
        return path
    known = built_in()
    try:
        return known[known_name(named.name, known, where, "内置规则")]
    except ConfigError as error:
        raise ConfigError(f"{error}要用自己的规则文件，请写它的路径，以 .yaml 结尾。") from error


@lru_cache(maxsize=1)
def built_in() -> Mapping[str, str]:
    """The rule files that come with reportlint: their names and their files' names, each to its path."""
    found: dict[str, str] = {}
    for file in sorted(os.listdir(_FOLDER)):
        stem, ending = os.path.splitext(file)
        if ending == ".yaml":
            path = os.path.join(_FOLDER, file)
            found |= {parse(read_bytes(path), path).values["name"]: path, stem: path}
    return found


def is_built_in(path: str) -> bool:
    """Is it a rule file that comes with reportlint?"""
    return os.path.dirname(path) == _FOLDER


@lru_cache(maxsize=64)
def _load(path: str, edition: tuple[int, ...]) -> Profile:
    return read_profile(parse(read_bytes(path), path))


def read_profile(file: SettingsFile) -> Profile:
    """What a rule file says. Raises ConfigError."""
    path = file.source.path
    said = row(file.values, _KEYS, ("rules",), path, "规则文件")
    base = Named(said.get("profile", ""), path, file.line_of("profile"))
    usual = said.get("source", ""), said.get("report", "")
    return Profile(read_rules(said["rules"], file.item_lines("rules"), path, *usual), base)


def _as_it_is(value: Any, path: str, where: str) -> Any:
    return value


_KEYS: dict[str, Reader] = {"name": words, "source": words, "report": words, "profile": words, "rules": _as_it_is}
