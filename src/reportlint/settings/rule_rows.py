"""Rows of `rules`, as a file states them; what they mean: local_rules.py.

In .reportlint.yaml, and in a rule file that many share (rule_file.py), with the same words:

rules:
  - {published-by: 03-15, for: [county, department]}   # the last day of publication, in the year after the one reported on
  - {reported-by: 03-01, for: department}              # the last day of handing it in; told by the day of the signature
  - {longest: 6000, shortest: 2000}                    # characters of the report, white space left out
  - {title: <单位><年份>年度法治政府建设情况报告}        # what the title must read; a list for several that are right
  - {parts: [{name: 典型案例, words: [典型案例, 案例选编]}]} # parts beside those of the state: in a heading one of the words
  - {matters: [行政裁决, {name: 数字门牌, words: [数字门牌]}]}    # matters to be told: known ones (NAME-matters.yaml), and own ones
    for: government                                    # the kinds of issuer; left out: all of them
    since: 2024                                        # the first year reported on; left out: every year
    report: law-based-government                       # the kind of report; left out: that of the file, or the usual one
    source: 云川市司法局《…工作指引》                    # what findings cite
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reportlint.lines.issuers import EVERY_ISSUER, KINDS
from reportlint.settings.local_rules import KEYS, Day, LocalRules, Rule, Wanted
from reportlint.settings.values import (
    ConfigError,
    Reader,
    flag,
    items,
    known_name,
    row,
    shown,
    strings,
    word_list,
    words,
)

_BLANKS = ("单位", "年份")
"""What stands in a title for the issuer's name and the year, between < and >."""
YEARS = range(2015, 2100)
"""Years that a report may be on: 《法治政府建设实施纲要（2015—2020年）》 asked for the first."""


def read_rules(data: Any, lines: Sequence[int], path: str, source: str, report: str) -> tuple[Rule, ...]:
    """The rules that one file states. data: the value of its `rules`; lines: on which each begins; none where it is no file.

    source, report: of those that do not say so themselves. Raises ConfigError.
    """
    rules: list[Rule] = []
    for number, (item, where) in enumerate(items(data, path, "rules")):
        line = lines[number] if number < len(lines) else 0
        rules += _row(
            {"source": source, "report": report}, item, path, f"{where}（第 {line} 行）" if line else where, line
        )
    _refuse_repeated(rules)
    return tuple(rules)


def _row(usual: dict[str, str], item: Any, path: str, where: str, line: int) -> Iterator[Rule]:
    said = usual | row(item, RULE, (), path, where)
    stated = [key for key in VALUES if key in said]
    if not stated:
        raise ConfigError(f"{path}：{where} 没有写规定什么。请写出 {'、'.join(VALUES)} 中的一项，或删去这一条。")
    whom = said.get("for", ()), said.get("since", 0), said["source"], path, line, said["report"]
    for key in stated:
        if key in _LISTS:
            yield from (Rule(_LISTS[key], one, *whom) for one in said[key])
        else:
            yield Rule(key, said[key], *whom)


def _refuse_repeated(rules: list[Rule]) -> None:
    """Raises ConfigError where two rules of one file speak of the same, for the same issuers and year."""
    stated: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        for issuer in rule.issuers or ("",):
            other = stated.setdefault((rule.about, rule.since, rule.report, issuer), rule)
            if other is rule:
                continue
            lines = f"第 {other.line} 行和第 {rule.line} 行" if rule.line != other.line else f"第 {rule.line} 行"
            raise ConfigError(
                f"{rule.path}：{lines}{issuer and f'对 {issuer} '}把 {' '.join(filter(None, rule.about))} 规定了两次。"
                "请只留一处；分单位、分年度的，用 for、since 写明。"
            )


def refuse_contradictions(rules: LocalRules, due: Day | None) -> None:
    """Raises ConfigError where no report could keep the rules, nor do so in time. due: the state's last day of publication."""
    for rule in rules.rules:
        if due and isinstance(rule.value, Day) and rule.value > due:
            raise ConfigError(
                f"{rule.path}：第 {rule.line} 行的 {rule.name}（{rule.value}）晚于国家规定的公布期限{due}。请改为{due}或更早。"
            )
    lengths = LocalRules(tuple(tuple(r for r in layer if r.name in ("longest", "shortest")) for layer in rules.layers))
    for kinds, year in {(kinds, rule.since) for rule in lengths.rules for kinds in EVERY_ISSUER}:
        held = {rule.name: rule for rule in lengths.holding(kinds, year)}
        least, most = held.get("shortest"), held.get("longest")
        if least and most and least.value > most.value:
            raise ConfigError(
                f"{least.path}：第 {least.line} 行的 shortest（{least.value}）大于{_beside(most, least)}第 {most.line} 行的"
                f" longest（{most.value}），没有报告能同时做到。请改其中一处。"
            )


def refuse_unknown_matters(rules: LocalRules, known: Collection[str]) -> None:
    """Raises ConfigError for a matter that is neither known nor told by words of its own."""
    own = {rule.value.name for rule in rules.rules if rule.name == "matter" and rule.value.words}
    for rule in rules.rules:
        if rule.name == "matter" and rule.value.name not in known and rule.value.name not in own:
            where = f"{rule.path}：第 {rule.line} 行"
            try:
                known_name(rule.value.name, known, where, "事项（matters）", "reportlint outline 草稿")
            except ConfigError as error:
                raise ConfigError(f"{error}自己的事项请写明用哪些词认，如 {{name: 甲, words: [甲, 乙]}}。") from error


def _beside(rule: Rule, other: Rule) -> str:
    """The file of a rule, where it is another one's than the one just named."""
    return "" if rule.path == other.path else f" {rule.path} "


def day_of_any_year(value: Any, path: str, where: str) -> Day:
    """A day without its year. Raises ConfigError."""
    try:
        month, day = (int(number) for number in str(value).replace("月", "-").removesuffix("日").split("-"))
        return Day(*datetime.date(2023, month, day).timetuple()[1:3])  # no leap year: the day must be there every year
    except (ValueError, TypeError) as error:
        raise ConfigError(f"{path}：{where} 应为月和日，如 03-01，不写年份，现为 {shown(value)}。") from error


def characters(value: Any, path: str, where: str) -> int:
    """A number of characters. Raises ConfigError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError(f"{path}：{where} 应为字数（正整数，不加引号和逗号），现为 {shown(value)}。")
    return value


def report_year(value: Any, path: str, where: str) -> int:
    """A year reported on. Raises ConfigError."""
    if not isinstance(value, int) or isinstance(value, bool) or value not in YEARS:
        raise ConfigError(f"{path}：{where} 应为报告年度，如 2024，现为 {shown(value)}。")
    return value


def issuers(value: Any, path: str, where: str) -> tuple[str, ...]:
    """Kinds of issuer, one or a list. Raises ConfigError."""
    return tuple(
        known_name(kind, KINDS, path, f"单位类别（{where}）")
        for kind in _some(strings(value, path, where), path, where)
    )


def wordings(value: Any, path: str, where: str) -> tuple[str, ...]:
    """Wordings of a title, one or a list, with <单位> and <年份> where those stand. Raises ConfigError."""
    found = _some(word_list(value, path, where), path, where)
    for wording in found:
        for piece in wording.split("<")[1:]:
            known_name(piece.partition(">")[0], _BLANKS, path, f"代号（{where}）")
    return found


def wanted(value: Any, path: str, where: str) -> tuple[Wanted, ...]:
    """Parts or matters: a name, a mapping, or a list of them. Raises ConfigError."""
    listed = [value] if isinstance(value, str | dict) else value
    found = []
    for item, place in items(listed, path, where):
        said = row({"name": item} if isinstance(item, str) else item, WANTED, ("name",), path, place)
        found.append(Wanted(**said))
    return _some(tuple(found), path, where)


def _some(found: tuple[Any, ...], path: str, where: str) -> tuple[Any, ...]:
    if not found:
        raise ConfigError(f"{path}：{where} 是空的。请写出来，或者删去这一项。")
    return found


WANTED: dict[str, Reader] = {"name": words, "words": word_list, "drop": flag}
"""The keys of a part or matter."""
VALUES: dict[str, Reader] = {
    "published-by": day_of_any_year,
    "reported-by": day_of_any_year,
    "longest": characters,
    "shortest": characters,
    "title": wordings,
    "parts": wanted,
    "matters": wanted,
}
"""The keys of a row that state a rule."""
_LISTS = {key: name for name, key in KEYS.items()}
"""Those that state one for each item, and what each is called."""
_BESIDE: dict[str, Reader] = {"for": issuers, "since": report_year, "source": words, "report": words}
"""The keys that say for whom, from when on, on what ground, and for what kind of report."""
RULE = VALUES | _BESIDE
"""The keys of a rule."""
