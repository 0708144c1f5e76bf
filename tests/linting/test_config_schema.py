"""The schema of .reportlint.yaml takes what the settings take, and refuses what they refuse."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportlint.command.init import _CONFIG
from reportlint.linting import config_schema, waivers
from reportlint.linting.check import load_checks
from reportlint.linting.config_file import KEYS, parse_config
from reportlint.linting.config_schema import schema
from reportlint.settings import house_rules, rule_rows
from reportlint.settings.values import ConfigError

jsonschema = pytest.importorskip("jsonschema")
PROJECT = Path(__file__).parents[2]
SCHEMA = schema()


class Loader(yaml.SafeLoader):
    """YAML as editors read it: a day is a text."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def fits(text: str) -> bool:
    """Does a text of settings fit the schema?"""
    return not list(jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.load(text, Loader)))


def taken(text: str) -> bool:
    """Are they taken?"""
    try:
        parse_config(text.encode(), ".reportlint.yaml")
    except ConfigError:
        return False
    return True


def shown(page: str) -> str:
    """The settings that a page shows."""
    block = re.search(r"```yaml\n(fail-on.*?)```", (PROJECT / page).read_text(encoding="utf-8"), re.S)
    assert block
    return block[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fail-on: never\nexclude: 归档/*\nreport: law-based-government\n",
        "checks: {vague-quantity: off, thin-section: on, long-sentence: {severity: info, characters: 120}}\n",
        "checks: {thin-section: {share: 0.1, exclude: [乡镇/*]}, vague-quantity: {words: [一批], severity: off}}\n",
        "terms: [{wrong: 村居, right: 村（社区）, severity: error, fix: true}]\nnames: [云川通办]\nexclude:\n",
        "phrases: {plan: [法治督察], measures: 法治体检}\n",
        "documents: [{name: 云川市行政执法监督办法, published: 2019, to: 2024-04, revised: 2020-01-05}]\n",
        "institutions: [云川市行政复议咨询委员会, {name: 数据局, wrong: [大数据局]}]\n",
        "waivers: [{check: vague-quantity, words: 一批, path: 2023/*, reason: 已经公开, until: 2035-12-31}]\n",
        "issuer-kind: county\nprofile: ../全市规则.yaml\nrules: [{longest: 6000, shortest: 10, for: [county, township], since: 2024}]\n",
        "rules: [{published-by: 03-15, source: 《指引》}, {reported-by: 3月1日, for: department, report: law-based-government}]\n",
        "rules: [{title: [<单位><年份>年度报告, 年度报告]}, {parts: 典型案例, matters: [行政复议, {name: 门牌, words: 门牌, drop: false}]}]\n",
        "rules:\nprofile:\nissuer-kind:\n",
        "issuer-kind: county\nprofile: 湖北\n",
        "rules: [{published-by: 03-15, for: [county, department]}, {longest: 6000, since: 2024, source: 工作指引}]\n",
        "rules: [{title: <单位><年份>年度法治政府建设情况报告}, {parts: [{name: 典型案例, words: [案例选编]}], for: city}]\n",
        "rules: [{matters: [行政裁决, {name: 数字门牌, words: 数字门牌}]}, {parts: {name: 典型案例, drop: true}}]\n",
        _CONFIG,
        shown("README.md"),
        shown("README.zh-CN.md"),
        (PROJECT / "examples" / "drafting-repository" / ".reportlint.yaml").read_text(encoding="utf-8"),
    ],
)
def test_what_is_taken_fits(text: str) -> None:
    assert taken(text) and fits(text)


@pytest.mark.parametrize(
    "text",
    [
        "exlude: []\n",
        "fail-on: fatal\n",
        "exclude: [1]\n",
        "checks: [vague-quantity]\n",
        "checks: {vague-quantity: loud}\n",
        "checks: {vague-quantity: {word: [一批]}}\n",
        "checks: {thin-section: {characters: many}}\n",
        "checks: {thin-section: {share: -1}}\n",
        "terms: [{right: 村（社区）}]\n",
        "terms: [{wrong: 村居, severity: fatal}]\n",
        "terms: [{wrong: 村居, fix: maybe}]\n",
        "phrases: {plan: [2024]}\n",
        "documents: [{name: 办法, to: 去年}]\n",
        "institutions: [{wrong: [大数据局]}]\n",
        "issuer-kind: village\n",
        "profile: [湖北]\n",
        "rules: {longest: 6000}\n",
        "rules: [{for: county}]\n",
        "rules: [{longest: '6000'}]\n",
        "rules: [{longest: 0}]\n",
        "rules: [{published-by: 2025-03-01}]\n",
        "rules: [{longest: 6000, for: []}]\n",
        "rules: [{longest: 6000, since: 24}]\n",
        "rules: [{parts: []}]\n",
        "rules: [{parts: [{words: [甲]}]}]\n",
        "rules: [{matters: {name: 门牌, drop: 是}}]\n",
        "rules: [{publish-by: 03-15}]\n",
        "rules: [{published-by: 2025-03-15}]\n",
        "rules: [{longest: 很多}]\n",
        "rules: [{longest: 6000, since: 24}]\n",
        "rules: [{longest: 6000, for: village}]\n",
        "rules: [{parts: [{words: [案例选编]}]}]\n",
        "waivers: [{check: vague-quantity}]\n",
        "waivers: [{check: vague-quantity, reason: 公开, until: 明年}]\n",
    ],
)
def test_what_is_refused_does_not_fit(text: str) -> None:
    assert not taken(text) and not fits(text)


def test_every_key_is_there_and_described() -> None:
    def described(shape: Any, where: str) -> None:
        assert shape["description"].strip(), where

    assert set(SCHEMA["properties"]) == set(KEYS)
    for key, shape in SCHEMA["properties"].items():
        described(shape, key)
    tables = {
        "terms": house_rules.TERM,
        "documents": house_rules.DOCUMENT,
        "institutions": house_rules.INSTITUTION,
        "rules": rule_rows.RULE,
        "waivers": waivers.KEYS,
    }
    for key, table in tables.items():
        item = SCHEMA["properties"][key]["items"]
        row = next(each for each in item.get("anyOf", [item]) if "properties" in each)
        assert set(row["properties"]) == set(table)
        for name, shape in row["properties"].items():
            described(shape, f"{key}.{name}")


def test_every_reader_of_a_table_has_its_shape() -> None:
    """Or any value would fit."""
    tables = (house_rules.TERM, house_rules.DOCUMENT, house_rules.INSTITUTION, waivers.KEYS)
    rules = (rule_rows.RULE, rule_rows.WANTED)
    assert {reader for table in (*tables, *rules) for reader in table.values()} == set(config_schema._SHAPES)


def test_every_check_is_there_with_its_options() -> None:
    checks = {name: check for name, check in load_checks().items() if check.family != "plugin"}
    shapes = SCHEMA["properties"]["checks"]["properties"]
    assert set(shapes) == set(checks)
    for name, check in checks.items():
        assert check.title in shapes[name]["description"]
        own: Any = next((each["properties"] for each in shapes[name]["anyOf"] if "properties" in each), {})
        assert set(own) - {"severity", "exclude"} == set(check.options)
