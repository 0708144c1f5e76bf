"""House rules: what an office adds in its .reportlint.yaml without a line of Python.

terms:                               # words that the office does not use
  - wrong: 放管服改革
    right: 优化营商环境改革          # may be left out
    why: 本市2024年起的提法          # may be left out
    severity: error                  # error, warning (the default) or info
    fix: true                        # let --fix write it; only where `right` fits wherever `wrong` stands
names: [云川通办]                    # names that are right, however much they resemble others
phrases:                             # what a part must say, by the names of the parts
  plan: [法治政府建设示范创建]
documents:                           # documents of the office's own; `also` and `revised` may be given, too
  - {name: 云川市行政执法监督办法, published: 2019-04-15, to: 2024-04, replaced_by: 《云川市行政执法监督条例》, why: …}
institutions:                        # bodies of the office's own, as in facts/names/bodies/institutions.yaml, or names alone
  - 云川市行政复议咨询委员会
  - {name: 数据局, wrong: [大数据局], why: …}
issuer-kind: county                  # what kind of issuer its reports are of, where the name tells no department and no township
rules: []                            # deadlines, length, title, parts, matters: see rule_rows.py

Words are compared as they are written; none of them is a pattern. A check finds all of this in `Report.office`. A row of
`documents` or `institutions` has ``name``, and of the other keys those that were given: lists as tuples, moments as text
(2024, 2024-05 or 2024-05-01).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from reportlint.errors import quoted
from reportlint.finding import Severity
from reportlint.lines.issuers import KINDS
from reportlint.settings.local_rules import LocalRules
from reportlint.settings.rule_rows import read_rules
from reportlint.settings.values import (
    ConfigError,
    Reader,
    expect,
    flag,
    items,
    known_name,
    moment,
    row,
    word_list,
    words,
)

KEYS = ("terms", "names", "phrases", "documents", "institutions", "issuer-kind", "rules")
"""The settings that are house rules."""

Row = Mapping[str, Any]


class Term(NamedTuple):
    """A word the office does not use. right, why: "" where not given. severity: None for the check's own."""

    wrong: str
    right: str = ""
    why: str = ""
    severity: Severity | None = None
    fix: bool = False


class HouseRules(NamedTuple):
    """The house rules of one configuration. phrases: part to what it must say.

    issuer_kind: "" where it does not say. rules: with those of the rule files it names.
    """

    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = {}
    documents: tuple[Row, ...] = ()
    institutions: tuple[Row, ...] = ()
    issuer_kind: str = ""
    rules: LocalRules = LocalRules()


def read_house_rules(
    data: Mapping[str, Any], parts: Collection[str], path: str, rule_lines: Sequence[int] = ()
) -> HouseRules:
    """The house rules among the settings of a file; ``parts`` are those a report has. Raises ConfigError.

    rule_lines: on which line each of its `rules` begins.
    """
    rules, issuer_kind = (
        read_rules(data.get("rules"), rule_lines, path, "", data.get("report") or ""),
        data.get("issuer-kind"),
    )
    return HouseRules(
        terms=_terms(data.get("terms"), path),
        names=word_list(data.get("names") or [], path, "names"),
        phrases=_phrases(data.get("phrases"), parts, path),
        documents=tuple(
            _document(item, path, where) for item, where in items(data.get("documents"), path, "documents")
        ),
        institutions=tuple(
            row({"name": item} if isinstance(item, str) else item, INSTITUTION, ("name",), path, where)
            for item, where in items(data.get("institutions"), path, "institutions")
        ),
        issuer_kind=known_name(issuer_kind, KINDS, path, "单位类别（issuer-kind）") if issuer_kind is not None else "",
        rules=LocalRules((rules,) if rules else ()),
    )


def severity(value: Any, path: str, where: str) -> Severity:
    """A severity by its name."""
    return Severity[known_name(value, [str(severity) for severity in Severity], path, f"级别（{where}）").upper()]


TERM: dict[str, Reader] = {"wrong": words, "right": words, "why": words, "severity": severity, "fix": flag}
DOCUMENT: dict[str, Reader] = {
    "name": words,
    "also": word_list,
    "from": moment,  # for `published`, to those who think of the time it is in force
    "published": moment,
    "revised": moment,
    "to": moment,
    "replaced_by": words,
    "why": words,
}
INSTITUTION: dict[str, Reader] = {"name": words, "wrong": word_list, "right": word_list, "why": words}


def _terms(data: Any, path: str) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    for item, where in items(data, path, "terms"):
        term = Term(**row(item, TERM, ("wrong",), path, where))
        if term.wrong in terms:
            raise ConfigError(f"{path}：{where} 与前面重复：{quoted(term.wrong)}。请只留一条。")
        if term.wrong == term.right:
            raise ConfigError(f"{path}：{where} 的 wrong 和 right 相同：{quoted(term.wrong)}。")
        if term.fix and not term.right:
            raise ConfigError(f"{path}：{where} 写了 fix: true，还要写 right：改成什么。")
        terms[term.wrong] = term
    return tuple(terms.values())


def _phrases(data: Any, parts: Collection[str], path: str) -> dict[str, tuple[str, ...]]:
    if data is None:
        return {}
    expect(data, dict, path, "phrases", "部分: [应写到的话] 的键值对")
    for part in data:
        known_name(part, parts, path, "部分（phrases）")
    return {part: word_list(value, path, f"phrases.{part}") for part, value in data.items()}


def _document(item: Any, path: str, where: str) -> Row:
    document = row(item, DOCUMENT, ("name",), path, where)
    start, end = document.get("published", document.get("from", "")), document.get("to")
    if end and end < start[: len(end)]:
        raise ConfigError(f"{path}：{where} 的 to（{end}）早于开始的日子（{start}）。")
    return document
