"""The JSON schema of .reportlint.yaml, made of the tables by which the settings are read: for editors that complete and check YAML.

A key that is new in one of those tables is in the schema by itself; what is said of it, in config_keys.yaml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from reportlint.finding import Severity
from reportlint.lines.issuers import KINDS
from reportlint.linting import waivers
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config_file import KEYS
from reportlint.outline.grammar import available
from reportlint.outline.report_kind import DEFAULT, load_kind
from reportlint.settings import house_rules, rule_file, rule_rows, values

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "https://json.schemastore.org/reportlint.json"
_SEVERITIES = [str(severity) for severity in sorted(Severity, reverse=True)]
_DEFINITIONS: Schema = {
    "text": {"type": "string", "pattern": r"\S"},
    "texts": {"anyOf": [{"$ref": "#/definitions/text"}, {"type": "array", "items": {"$ref": "#/definitions/text"}}]},
    "level": {"enum": ["off", "on", *_SEVERITIES, False, True]},  # YAML reads a bare off as false, on as true
    "nothing": {"type": "null"},
}


def _like(*names: str) -> Schema:
    """What fits one of the definitions; beside anyOf a description may stand, beside a mere reference it may not."""
    return {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in names]}


def _one_or_more(item: Schema) -> Schema:
    """An item alone, or a list of some."""
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


_SHAPES: Mapping[values.Reader, Schema] = {
    values.words: _like("text"),
    values.word_list: _like("texts"),
    values.flag: {"type": "boolean"},
    values.day: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    values.moment: {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}){0,2}$"},
    house_rules.severity: {"enum": _SEVERITIES},
    rule_rows.day_of_any_year: {"type": "string", "pattern": r"^\d{1,2}[-月]\d{1,2}日?$"},
    rule_rows.characters: {"type": "integer", "minimum": 1},
    rule_rows.report_year: {
        "type": "integer",
        "minimum": rule_rows.YEARS.start,
        "maximum": rule_rows.YEARS.stop - 1,
    },
    rule_rows.issuers: _one_or_more({"enum": list(KINDS)}),
    rule_rows.wordings: _one_or_more(_like("text")),
    rule_rows.wanted: _one_or_more({"$ref": "#/definitions/wanted"}),
}
"""Reader to the values it takes; of one that is not here, any."""


def schema() -> Schema:
    """The schema, draft 7. Every key has its description in Chinese."""
    known = dict(_settings())
    properties = {key: known.get(key, {}) for key in KEYS}
    return {
        "$schema": _DRAFT,
        "$id": _ID,
        "title": "reportlint",
        "description": _said()["reportlint"],
        "type": ["object", "null"],
        "properties": {key: {"description": _said().get(key, ""), **shape} for key, shape in properties.items()},
        "additionalProperties": False,
        "definitions": {**_DEFINITIONS, "check": _check({}), "wanted": _wanted()},
    }


def _settings() -> Iterator[tuple[str, Schema]]:
    """Each setting with the values it takes."""
    yield "report", {"anyOf": [{"enum": available()}, *_like("text")["anyOf"]]}
    yield "fail-on", {"enum": [*_SEVERITIES, "never"], "default": str(Severity.ERROR)}
    yield "exclude", _like("texts", "nothing")
    yield "cache", {"type": "boolean", "default": False}
    yield "checks", _checks()
    yield "terms", _list(_row("terms", house_rules.TERM, ["wrong"]))
    yield "names", _like("texts", "nothing")
    yield "phrases", _phrases()
    yield "documents", _list(_row("documents", house_rules.DOCUMENT, ["name"]))
    yield (
        "institutions",
        _list({"anyOf": [*_like("text")["anyOf"], _row("institutions", house_rules.INSTITUTION, ["name"])]}),
    )
    yield "issuer-kind", {"anyOf": [{"enum": list(KINDS)}, *_like("nothing")["anyOf"]]}
    yield "profile", {"anyOf": [{"enum": sorted(rule_file.built_in())}, *_like("text", "nothing")["anyOf"]]}
    yield "rules", _list(_rule())
    yield "waivers", _list(_waiver())


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _row(setting: str, readers: Mapping[str, values.Reader], required: Collection[str]) -> Schema:
    """A mapping that is read by a table: key to reader."""
    keys = {
        key: {"description": _said().get(f"{setting}.{key}", ""), **_SHAPES.get(reader, {})}
        for key, reader in readers.items()
    }
    return {"type": "object", "properties": keys, "required": list(required), "additionalProperties": False}


def _waiver() -> Schema:
    row = _row("waivers", waivers.KEYS, ["check", "reason"])
    names: Schema = {"enum": [check.name for check in _built_in()]}
    row["properties"]["check"] |= {"anyOf": [names, *_like("text")["anyOf"]]}
    return row


def _rule() -> Schema:
    """A row of local rules, which states one at least."""
    one_of = {"anyOf": [{"required": [key]} for key in rule_rows.VALUES]}
    return _row("rules", rule_rows.RULE, []) | {"allOf": [one_of]}


def _wanted() -> Schema:
    """A part or matter that rules ask for: its name, or more."""
    return {"anyOf": [*_like("text")["anyOf"], _row("wanted", rule_rows.WANTED, ["name"])]}


def _phrases() -> Schema:
    parts = {name: {"description": label, **_like("texts")} for name, label in load_kind(DEFAULT).labels.items()}
    return {"type": ["object", "null"], "properties": parts, "additionalProperties": _like("texts")}


def _checks() -> Schema:
    return {
        "type": ["object", "null"],
        "properties": {check.name: _known(check) for check in _built_in()},
        "additionalProperties": _check({}, known=False),  # those of other packages
    }


def _known(check: Check) -> Schema:
    said = {"description": f"{check.title}：{check.summary}"}
    return said | (_check(check.options) if check.options else _like("check"))


def _check(options: Mapping[str, Any], known: bool = True) -> Schema:
    """What may be said of a check: a severity, off, or more. options: its own, with their defaults; known: are they all?"""
    properties = {
        "severity": {"description": _said()["checks.severity"], **_like("level")},
        "exclude": {"description": _said()["checks.exclude"], **_like("texts")},
        **{name: _option(default) for name, default in options.items()},
    }
    more = {"type": "object", "properties": properties, "additionalProperties": not known}
    return {"anyOf": [*_like("level")["anyOf"], more]}


def _option(default: Any) -> Schema:
    """An option: of the type of its default."""
    if isinstance(default, bool):
        return {"type": "boolean", "default": default}
    if isinstance(default, tuple):
        return {**_like("texts"), "default": list(default)}
    if isinstance(default, str):
        return {"type": "string", "default": default}
    return {"type": "integer" if isinstance(default, int) else "number", "minimum": 0, "default": default}


def _built_in() -> list[Check]:
    return [check for check in load_checks().values() if check.family != "plugin"]


def _said() -> dict[str, str]:
    """Setting, or setting.key, to what it is for."""
    import yaml

    said: dict[str, str] = yaml.safe_load(Path(__file__).with_name("config_keys.yaml").read_text(encoding="utf-8"))
    return said
