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
from functools import cached_property, lru_cache
from typing import Any

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


class Phrase:
    """One rule. kind: "" where its row has none. needs: characters of which every match has one; "" where that is unknown.
    keep: as `patterns.compile` has it.
    """

    def __init__(self, name: str, kind: str, said: str, needs: str = "", *, keep: bool = True) -> None:
        self.name, self.kind, self.needs = name, kind, needs
        self._said, self._keep = said, keep

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is asked for: a third of all are asked for by few reports."""
        return patterns.compile(self._said, keep=self._keep)


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
    rules = cached(key, f"2:{digest(data)}", lambda: expanded(parse_table(data, path, COLUMNS), path))
    return {name: Phrase(name, *told) for name, *told in rules}


def expanded(rows: list[dict[str, Any]], path: str) -> list[tuple[str, str, str, str]]:
    """Name, kind, whole pattern and needed characters of each rule. Raises TableError for what is no pattern, and for a piece or
    a name that is not there, or there twice.
    """
    pieces: dict[str, str] = {}
    rules: dict[str, tuple[str, str, str, str]] = {}
    for number, row in enumerate(rows, 1):
        place = f"{path}：第 {number} 条"
        pattern = _whole(row["pattern"], pieces, place)
        needs = _needs(pattern, place)
        if "words" in row:
            pieces[row["words"]] = f"(?:{pattern})"
        elif row.get("name", "") in ("", *rules):
            raise TableError(f"{path}：第 {number} 条缺少 name，或者与前面的重名。")
        else:
            rules[row["name"]] = row["name"], row.get("kind", ""), pattern, needs
    return list(rules.values())


def _whole(pattern: str | list[str], pieces: Mapping[str, str], place: str) -> str:
    """A pattern with its pieces put in."""
    joined = pattern if isinstance(pattern, str) else "|".join(pattern)
    if unknown := next((name for name in _PIECE.findall(joined) if name not in pieces), None):
        raise TableError(f"{place}用到了没有定义的 <{unknown}>。请在它前面写一条 words: {unknown}。")
    return _PIECE.sub(lambda match: pieces[match[1]], joined)


def _needs(pattern: str, place: str) -> str:
    """The characters of which every match has one. Raises TableError for what is no pattern."""
    from reportlint.kept.needed_characters import needed

    try:
        return needed(pattern)
    except re.error as error:
        raise TableError(f"{place}的 pattern 不是正确的正则表达式（{error}）。") from error
