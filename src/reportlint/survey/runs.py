"""Runs of words that several offices have, found by their hashes: what was copied into a paragraph of one's own, or split into several.

What very many have, and what stands in a paragraph that very many have, is template. Paragraphs that are alike as a whole count as
one here: of those enough is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.survey.paragraphs import SHORTEST
from reportlint.survey.store import Store

_SHARED = """SELECT group_concat(DISTINCT place), min(step) FROM (
        SELECT hash, step, coalesce(alike.leader, runs.number) AS place, alike.template, last_year, whose
        FROM runs JOIN paragraphs ON paragraphs.number = runs.number JOIN rows ON rows.number = office
            LEFT JOIN alike ON alike.number = runs.number
        WHERE hash IN (SELECT hash FROM runs GROUP BY hash HAVING count(*) > 1)
    ) GROUP BY hash HAVING count(DISTINCT place) > 1 AND coalesce(max(template), 0) = 0
        AND count(DISTINCT CASE WHEN NOT last_year THEN whose END) < ?"""
"""Of each run that stands in several places: the numbers of their paragraphs, and the characters until the next run."""


def shared_runs(store: Store, template: float) -> Iterator[tuple[str, int]]:
    """Numbers of paragraphs that have the same words in them, as 3,17, and how many characters of those. template: offices from which
    on something is template.
    """
    found = store.base.execute(_SHARED, (template,))
    store.base.execute("CREATE TABLE shared (places, step)")
    in_order = ((",".join(sorted(places.split(","), key=int)), step) for places, step in found)
    store.base.executemany("INSERT INTO shared VALUES (?, ?)", in_order)
    for places, size in store.base.execute("SELECT places, sum(step) FROM shared GROUP BY places"):
        yield places, max(size, SHORTEST)
