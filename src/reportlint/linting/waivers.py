"""Waivers: findings that the office has looked at and accepts, each with its reason, in .reportlint.yaml.

waivers:
  - check: missing-full-stop          # the check
    words: 附件：执法数据表           # the words it marks, as in the JSON `text`; left out: whatever it marks
    path: 2023/*.txt                  # the file, or a pattern, from the configuration's folder; left out: every file
    reason: 2023年报告已公开          # why
    until: 2025-12-31                 # the last day it holds; left out: no end

Blanks and line ends do not count in comparing words.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatch
from functools import cached_property
from typing import Any, NamedTuple

from reportlint.document.source import Source, Span
from reportlint.finding import Finding
from reportlint.settings.values import Reader, day, items, known_name, row, words


class Waiver(NamedTuple):
    """One waiver. span: where it stands in its configuration. path, words: "" for any; until: None for no end."""

    span: Span
    check: str
    reason: str
    path: str = ""
    words: str = ""
    until: datetime.date | None = None

    @property
    def names_one_file(self) -> bool:
        """Is its path that of a file, rather than a pattern?"""
        return bool(self.path) and not any(sign in self.path for sign in "*?[")

    def covers(self, path: str) -> bool:
        """Is a file, named from the configuration's folder, one that it speaks of?"""
        return self.path in ("", path) or fnmatch(path, self.path)

    def expired(self, today: datetime.date) -> bool:
        """Is its last day past?"""
        return self.until is not None and self.until < today

    def waives(self, check: str, marked: str) -> bool:
        """Does it speak of this check's finding on these words?"""
        return check == self.check and (not self.words or _bare(marked) == _bare(self.words))


class _Waivers(NamedTuple):
    source: Source = Source("", "")
    items: tuple[Waiver, ...] = ()


class Waivers(_Waivers):
    """All waivers of a configuration. source: that file."""

    def covering(self, path: str, today: datetime.date) -> list[Waiver]:
        """Those in force for a file, named from the configuration's folder."""
        own = [*self._by_path.get(path, ()), *(waiver for waiver in self._patterns if waiver.covers(path))]
        return [waiver for waiver in own if not waiver.expired(today)]

    @cached_property
    def _by_path(self) -> dict[str, list[Waiver]]:
        """Those of one file each: a repository with a past may have thousands."""
        found: dict[str, list[Waiver]] = {}
        for waiver in self.items:
            if waiver.names_one_file:
                found.setdefault(waiver.path, []).append(waiver)
        return found

    @cached_property
    def _patterns(self) -> list[Waiver]:
        return [waiver for waiver in self.items if not waiver.names_one_file]


def _bare(text: str) -> str:
    return "".join(text.split())


KEYS: dict[str, Reader] = {"check": words, "words": words, "path": words, "reason": words, "until": day}


def read_waivers(data: Any, spans: Sequence[Span], source: Source, checks: Collection[str]) -> Waivers:
    """The waivers of a configuration; ``spans`` says where each stands. Raises ConfigError."""
    found = []
    for index, (item, where) in enumerate(items(data, source.path, "waivers")):
        values = row(item, KEYS, ("check", "reason"), source.path, where)
        known_name(values["check"], checks, source.path, f"检查（{where}）")
        found.append(Waiver(spans[index] if index < len(spans) else Span(0, 0), **values))
    return Waivers(source, tuple(found))


def waive(findings: Iterable[Finding], text: str, waivers: Collection[Waiver]) -> tuple[list[Finding], list[Finding]]:
    """The findings in a text that no waiver speaks of, and the others."""
    kept: list[Finding] = []
    waived: list[Finding] = []
    for finding in findings:
        marked = text[finding.span.start : finding.span.end]
        (waived if any(waiver.waives(finding.check, marked) for waiver in waivers) else kept).append(finding)
    return kept, waived
