"""Runs of words that several offices have, found by their hashes: what was copied into a paragraph of one's own, or split into several.

What very many have, and what stands in a paragraph that very many have, is template. Of paragraphs that are alike as a whole one
is named here: of those enough is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint.survey.paragraphs import SHORTEST
from reportlint.survey.store import Store

_TABLES = """
CREATE INDEX by_hash ON runs (hash);
CREATE TABLE shared (places, step, hash, at);
"""
_SHARED = """SELECT group_concat(number), min(step), hash, min(at) FROM (
        SELECT hash, min(runs.number) AS number, min(step) AS step, max(coalesce(template, 0)) AS template, min(runs.rowid) AS at
        FROM runs LEFT JOIN alike ON alike.number = runs.number WHERE hash IN (
            SELECT hash FROM runs JOIN rows ON rows.number = office GROUP BY hash
            HAVING count(*) > 1 AND count(DISTINCT CASE WHEN NOT last_year THEN whose END) < ?
        ) GROUP BY hash, coalesce(leader, runs.number)
    ) GROUP BY hash HAVING count(*) > 1 AND max(template) = 0"""
"""Of each run that stands in several places: the numbers of their paragraphs, and the characters until the next run."""
_TOGETHER = f"""SELECT places, sum(CASE WHEN following = at + 1 THEN step ELSE {SHORTEST} END), hash, min(at)
    FROM (SELECT *, lead(at) OVER (PARTITION BY places ORDER BY at) AS following FROM shared) GROUP BY places"""
"""Runs of the same paragraphs, each counted until the next, the last of several on end whole; the hash is that of the first."""


class Shared(NamedTuple):
    """Words that stand in several paragraphs. words: how they begin in each, by its number. size: in characters."""

    words: dict[int, str]
    size: int


def shared_runs(store: Store, template: float) -> Iterator[Shared]:
    """What stands in several paragraphs. template: offices from which on something is template."""
    store.base.executescript(_TABLES)
    found = store.base.execute(_SHARED, (template,))
    in_order = ((",".join(sorted(places.split(","), key=int)), *more) for places, *more in found)
    store.base.executemany("INSERT INTO shared VALUES (?, ?, ?, ?)", in_order)
    for places, size, hashed, _ in store.base.execute(_TOGETHER):
        asked = f"SELECT number, words FROM runs WHERE hash = ? AND number IN ({places}) ORDER BY rowid DESC"
        yield Shared(dict(store.base.execute(asked, (hashed,))), size)
