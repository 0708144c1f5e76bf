"""The rules that hold for a report, for a person: what is asked, on what ground, and where that is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from reportlint.outline.grammar import folder_of
from reportlint.outline.report_kind import DEFAULT
from reportlint.report import Report
from reportlint.reporters.labels import relative
from reportlint.reporters.plain_text import clean_lines
from reportlint.settings.local_rules import Rule, Wanted
from reportlint.settings.rule_file import is_built_in

LABELS = {
    "published-by": "公布期限",
    "reported-by": "报送期限",
    "longest": "最多字数",
    "shortest": "最少字数",
    "title": "标题写法",
    "part": "应有部分",
    "matter": "应报事项",
}
ISSUERS = {
    "province": "省级政府",
    "city": "市级政府",
    "county": "县级政府",
    "government": "政府",
    "department": "部门",
    "township": "乡镇、街道",
}


class Held(NamedTuple):
    """A rule that holds. replaced: those that would hold, were it not there, the nearest first."""

    rule: Rule
    replaced: list[Rule]


def rules_in_force(report: Report) -> list[Held]:
    """The rules that hold for a report; first the parts that every report of its kind must have."""
    facts = report.kind.facts
    parts = [Rule("part", Wanted(label), source=facts.rule, path=_grammar(report)) for label in facts.labels.values()]
    others: dict[tuple[str, str], list[Rule]] = {}
    for rule in (*report.office.rules.of_reports(report.kind.name, DEFAULT).rules, *report.state_rules):
        if rule.concerns(report.issuer_kinds, report.outline.year):
            others.setdefault(rule.about, []).append(rule)
    held = [Held(rule, [other for other in others[rule.about] if other != rule]) for rule in report.rules]
    return [*(Held(part, []) for part in parts), *held]


def _grammar(report: Report) -> str:
    return os.path.join(folder_of(report.kind.name), f"{report.kind.name}.lark")


def render(report: Report) -> str:
    """Issuer and year, as far as they decide; then each rule: what it asks, its ground, its place, what it stands for."""
    title, kinds = report.outline.title, report.issuer_kinds
    issuer = (title.issuer if title else None) or "（标题没有写明）"
    lines = [
        report.source.path,
        f"  单位  {issuer}，{_kind(report)}",
        f"  年度  {f'{report.outline.year} 年度' if report.outline.year else '年度不明'}",
    ]
    if not kinds:
        lines.append("  看不出是哪类单位，只对某类单位的规定没有算进去。可用 --issuer-kind 或设置 issuer-kind 写明。")
    if not report.outline.year:
        lines.append("  看不出报告年度，从某一年起的规定没有算进去。请在标题里写明年度。")
    for _, together in groupby(rules_in_force(report), key=lambda held: (*_said_of(held.rule), held.replaced)):
        lines += ["", *_rule_and_its_place(list(together), report.outline.year)]
    return clean_lines("\n".join(lines))


def _kind(report: Report) -> str:
    kinds = report.issuer_kinds
    told = "按设置" if report.said_kind or report.office.issuer_kind in kinds[:1] else "由名称判断"
    return f"{ISSUERS[kinds[0]]}（{kinds[0]}，{told}）" if kinds else "哪类单位不明"


def _said_of(rule: Rule) -> tuple[str, str, str, str]:
    """What is said of a rule beside what it asks: its name, for whom it is, its ground, its place."""
    whom = "、".join(ISSUERS[kind] for kind in rule.issuers)
    scope = "，".join([f"对{whom}"] * bool(whom) + [f"{rule.since} 年度起"] * bool(rule.since))
    return LABELS[rule.name], scope and f"（{scope}）", rule.source or "没有写出处", where(rule)


def _rule_and_its_place(together: list[Held], year: int | None) -> Iterator[str]:
    """Parts or matters of one place, or one rule, with what it stands for."""
    label, scope, source, place = _said_of(together[0].rule)
    yield f"{label}  {'、'.join(asked(held.rule, year) for held in together)}{scope}"
    yield f"  依据  {source}"
    yield f"  写在  {place}"
    for other in together[0].replaced:
        yield f"  取代  {asked(other, year)}，写在 {where(other)}"


def asked(rule: Rule, year: int | None) -> str:
    """What a rule asks of a report on a year, in a few words."""
    value: Any = rule.value
    if rule.name in ("longest", "shortest"):
        return f"{value:,} 字"
    if rule.name == "title":
        return "或".join(f"“{wording}”" for wording in value)
    if isinstance(value, Wanted):
        words = f"（{'、'.join(value.words)}）" if value.words else ""
        return f"{'不要求' if value.drop else ''}“{value.name}”{words}"
    return f"{f'{year + 1}年' if year else '次年'}{value}之前"


def where(rule: Rule) -> str:
    """The file and the line of a rule."""
    own = is_built_in(rule.path) or os.path.dirname(rule.path) == folder_of(DEFAULT)
    file = f"自带的 {os.path.basename(rule.path)}" if own else relative(rule.path)
    return f"{file} 第 {rule.line} 行" if rule.line else file
