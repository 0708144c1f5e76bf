"""Every phrase rule hits its hits and misses its misses; none has an alternative that neither needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import draw

from reportlint.language.phrases import Sieve, _whole, load_phrases
from reportlint.language.tables import TableError

ROOT = Path(__file__).parents[2]
Rows = list[dict[str, Any]]


def rows_of(path: Path) -> Rows:
    rows: Rows = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return rows


def is_table(path: Path) -> bool:
    rows = rows_of(path)
    return isinstance(rows, list) and bool(rows) and isinstance(rows[0], dict) and "pattern" in rows[0]


TABLES = [
    path
    for folder in ("src", "checks", "grammars")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if is_table(path)
]


def joined(row: dict[str, Any]) -> str:
    """A row's pattern as it stands, its pieces not put in."""
    pattern = row["pattern"]
    return pattern if isinstance(pattern, str) else "|".join(pattern)


def branches(pattern: str) -> Iterator[tuple[int, int]]:
    """Where each alternative of a pattern stands, in groups and outside."""
    open_groups: list[list[int]] = [[0]]  # per group: where its alternatives begin
    at = 0
    while at <= len(pattern):
        char = pattern[at] if at < len(pattern) else ")"
        if char == "\\":
            at += 2
            continue
        if char == "[":
            at = pattern.index("]", at + (3 if pattern[at + 1] == "^" else 2))
        elif char == "(":
            head = re.compile(r"\((?:\?(?:[:=!>]|<[=!]|P<\w+>|\(\w+\)))?").match(pattern, at)
            assert head
            open_groups.append([head.end()])
            at = head.end() - 1
        elif char == "|":
            open_groups[-1].append(at + 1)
        elif char == ")":
            starts = open_groups.pop()
            if len(starts) > 1:
                yield from zip(starts, [*(start - 1 for start in starts[1:]), at], strict=True)
        at += 1


def without(pattern: str, start: int, end: int) -> str:
    """The pattern less one alternative."""
    return (
        pattern[: start - 1] + pattern[end:]
        if pattern[start - 1 : start] == "|"
        else pattern[:start] + pattern[end + 1 :]
    )


class Rule(NamedTuple):
    """A rule's row, its pattern with the pieces put in, its hits and misses, and what the pattern finds in each."""

    row: dict[str, Any]
    pattern: str
    texts: list[str]
    found: list[object]


def finds(pattern: str, row: dict[str, Any], texts: list[str]) -> Iterator[object]:
    ask = getattr(re.compile(pattern), row.get("by", "search"))
    return (match and match.span() for match in map(ask, texts))


def rules_of(rows: Rows) -> list[Rule]:
    patterns, rules = whole(rows), []
    for row in rows:
        if "name" in row:
            texts = [draw(text)[0] for text in (*row.get("hits", ()), *row.get("misses", ()))]
            pattern = patterns[row["name"]]
            rules.append(Rule(row, pattern, texts, [*finds(pattern, row, texts)]))
    return rules


def whole(rows: Rows) -> dict[str, str]:
    """The patterns of rules, with their pieces put in, by name."""
    pieces: dict[str, str] = {}
    rules: dict[str, str] = {}
    for row in rows:
        pattern = _whole(row["pattern"], pieces, "")
        if "words" in row:
            pieces[row["words"]] = f"(?:{pattern})"
        else:
            rules[row["name"]] = pattern
    return rules


def is_told(rules: list[Rule], patterns: dict[str, str], gone: str) -> bool:
    """Does a hit or miss of one of the rules tell that an alternative is gone from their patterns? Or is one no pattern now?

    Rules in whose texts the alternative stands are asked first, for they are likely to tell.
    """
    changed = [rule for rule in rules if patterns[rule.row["name"]] != rule.pattern]
    changed.sort(key=lambda rule: not any(gone in text for text in rule.texts))
    try:
        return any(
            any(map(ne, finds(patterns[rule.row["name"]], rule.row, rule.texts), rule.found)) for rule in changed
        )
    except re.error:
        return True


def unneeded(rows: Rows) -> Iterator[str]:
    """The alternatives that could go without a hit or miss telling."""
    rules = rules_of(rows)
    for number, row in enumerate(rows):
        text = joined(row)
        for start, end in branches(text):
            changed = [*rows[:number], {**row, "pattern": without(text, start, end)}, *rows[number + 1 :]]
            if not is_told(rules, whole(changed), text[start:end]):
                yield f"{row.get('name', row.get('words'))}: {text[start:end]}"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_hits_and_misses(path: Path) -> None:
    rules, wrong = load_phrases(str(path), path.stem), []
    sieve = Sieve(rules.values())
    for row in rows_of(path):
        if "words" in row:
            continue
        assert row.get("hits"), f"{row['name']} has no hits"
        ask = getattr(rules[row["name"]].pattern, row.get("by", "search"))
        for hit in row["hits"]:
            text, spans = draw(hit)
            match = ask(text)
            if match is None or (spans and match.span() != (spans[0].start, spans[0].end)):
                wrong.append(f"{row['name']} does not hit {hit}: {match and match[0]}")
            if rules[row["name"]] not in sieve.that_may(text):
                wrong.append(f"{row['name']} hits {hit}, though it is said to need {rules[row['name']].needs}")
        wrong += [f"{row['name']} hits {miss}" for miss in row.get("misses", ()) if ask(miss)]
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_alternative_is_needed(path: Path) -> None:
    assert list(unneeded(rows_of(path))) == []


def test_an_alternative_that_nothing_needs_is_seen() -> None:
    rows: Rows = [
        {"words": "MUCH", "pattern": "大幅|显著|[明显]|明显"},
        {
            "name": "rise",
            "pattern": ["<MUCH>(?:提升|提高(?!级))", "好转"],
            "hits": ["大幅提升", "显著提高"],
            "misses": ["大幅提高级"],
        },
    ]
    assert list(unneeded(rows)) == ["MUCH: [明显]", "MUCH: 明显", "rise: 好转"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("- {name: a, pattern: <NO>甲}", "没有定义的 <NO>"),
        ("- {name: a, pattern: (甲}", "不是正确的正则表达式"),
        ("- {pattern: 甲}", "缺少 name"),
        ("- {name: a, pattern: 甲}\n- {name: a, pattern: 乙}", "重名"),
        ("- {name: a, hits: [甲]}", "缺少“pattern”"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, table: str, said: str) -> None:
    (tmp_path / "rules.yaml").write_text(table, encoding="utf-8")
    with pytest.raises(TableError, match=said):
        load_phrases(str(tmp_path / "module.py"), "rules")
