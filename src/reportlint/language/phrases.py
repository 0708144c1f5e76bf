"""Phrase rules: regular expressions as rows of a table, each with the words that show what it is for.

A table is a .yaml beside the module that uses it:

    - words: DEGREE                    # a piece of patterns, by its name: <DEGREE> in those below stands for (?:大幅|显著)
      pattern: 大幅|显著
    - name: degree-at-end              # what a finding that rests on the rule can be traced to
      kind: degree                     # optional, for the module's own use
      by: match                        # optional: search (the default), match or fullmatch, as the module asks
      pattern: <DEGREE>(?:提升|改善)$    # or a list of patterns, of which one must match
      hits: [执法水平显著提升]           # what it is for; ⟦ ⟧ may draw the words it is to match
      misses: [显著提升行动]             # what it must leave

A run reads names, kinds and patterns alone. tests/language/test_phrases.py holds the rest: every hit is hit, every miss missed, and a
rule, or an alternative in one, that no hit and no miss needs is refused.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from reportlint.kept import patterns
from reportlint.kept.cache import cached, digest
from reportlint.language.tables import TableError, parse_table

COLUMNS = {
    "words": "word?",
    "name": "word?",
    "kind": "word?",
    "by": "word?",
    "pattern": "words|word",
    "hits": "words?",
    "misses": "words?",
}
_PIECE = patterns.compile(r"<([A-Z_]+)>")


class Phrase(NamedTuple):
    """One rule. kind: "" where its row has none. needs: characters of which every match has one; "" where that is unknown."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    needs: str = ""


class Sieve:
    """Many rules of which few find anything in a clause: those that its characters leave to be searched for."""

    def __init__(self, rules: Iterable[Phrase]) -> None:
        self._rules = tuple(rules)
        self._bits: dict[str, int] = defaultdict(int)  # character to the rules that are content with it, a bit for each
        self._free = 0
        for number, rule in enumerate(self._rules):
            self._free |= 0 if rule.needs else 1 << number
            for character in rule.needs:
                self._bits[character] |= 1 << number
        self._letters = frozenset(self._bits)
        self._chosen = lru_cache(maxsize=4096)(self._of)

    def that_may(self, words: str) -> tuple[Phrase, ...]:
        """The rules, in order, that may find something in words. Numbers take half the time of sets: 2 µs for 31 rules."""
        bits, found = self._bits, self._free
        for character in self._letters.intersection(words):
            found |= bits[character]
        return self._chosen(found)

    def _of(self, bits: int) -> tuple[Phrase, ...]:
        return tuple(rule for number, rule in enumerate(self._rules) if bits >> number & 1)


@lru_cache(maxsize=128)
def load_phrases(module: str, name: str) -> Mapping[str, Phrase]:
    """The rules of NAME.yaml beside a module, which is given by its ``__file__``; by name, in order. Raises TableError."""
    folder = os.path.dirname(module)
    path = os.path.join(folder, f"{name}.yaml")
    with open(path, "rb") as file:
        data = file.read()
    key = f"phrases-{os.path.basename(folder)}-{name}"
    rules = cached(key, f"2:{digest(data)}", lambda: _with_needs(expanded(parse_table(data, path, COLUMNS), path)))
    return {name: Phrase(name, kind, patterns.compile(pattern), needs) for name, kind, pattern, needs in rules}


def _with_needs(rules: list[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    from reportlint.kept.needed_characters import needed

    return [(name, kind, pattern, needed(pattern)) for name, kind, pattern in rules]


def expanded(rows: list[dict[str, Any]], path: str) -> list[tuple[str, str, str]]:
    """Name, kind and whole pattern of each rule. Raises TableError for a piece or a name that is not there, or there twice."""
    pieces: dict[str, str] = {}
    rules: dict[str, tuple[str, str, str]] = {}
    for number, row in enumerate(rows, 1):
        place = f"{path}：第 {number} 条"
        pattern = _whole(row["pattern"], pieces, place)
        _check(pattern, place, "words" in row)
        if "words" in row:
            pieces[row["words"]] = f"(?:{pattern})"
        elif row.get("name", "") in ("", *rules):
            raise TableError(f"{path}：第 {number} 条缺少 name，或者与前面的重名。")
        else:
            rules[row["name"]] = row["name"], row.get("kind", ""), pattern
    return list(rules.values())


def _whole(pattern: str | list[str], pieces: Mapping[str, str], place: str) -> str:
    """A pattern with its pieces put in."""
    joined = pattern if isinstance(pattern, str) else "|".join(pattern)
    if unknown := next((name for name in _PIECE.findall(joined) if name not in pieces), None):
        raise TableError(f"{place}用到了没有定义的 <{unknown}>。请在它前面写一条 words: {unknown}。")
    return _PIECE.sub(lambda match: pieces[match[1]], joined)


def _check(pattern: str, place: str, is_piece: bool) -> None:
    """Raises TableError for what is no pattern. A rule's is compiled, as it will be used; of a piece, which will be compiled
    within rules, it is enough that it can be read.
    """
    from reportlint.kept.first_characters import parse

    try:
        if is_piece:
            parse(pattern, 0)
        else:
            patterns.compile(pattern)
    except re.error as error:
        raise TableError(f"{place}的 pattern 不是正确的正则表达式（{error}）。") from error
