"""Which terms are wrong in which procedure: a sentence that speaks of reconsideration has no 原告.

procedures.yaml tells by which words a procedure is known, and how it calls who files it, its other party and its outcome;
procedure_terms.yaml, to which procedures a term belongs. A term is wrong where a sentence tells one
procedure, and nothing tells one of those the term belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlint.language.tables import Row, load_table

_ROLES = ("claimant", "respondent", "hearing", "outcome", "withdrawal", "paper", "review", "act", "rules")
_PROCEDURE = {"name": "word", "told": "words", "beside": "words", "shared": "words?", "why": "word?"} | dict.fromkeys(
    _ROLES, "word?"
)
_TERM = {
    "term": "word",
    "role": "word",
    "of": "words",
    "in": "words?",
    "then": "words?",
    "after": "words?",
    "unless": "words?",
    "without": "words?",
}


def procedure_rows(spelt_out: Callable[[list[str]], list[str]]) -> Iterator[Row]:
    """A row as of a table of wrong words (wrong_words.py) for each term and each procedure in which it is wrong.

    spelt_out: words with those of each ``<group>`` in its place. Raises TableError.
    """
    procedures = {row["name"]: row for row in load_table(__file__, "procedures", **_PROCEDURE)}
    for term in load_table(__file__, "procedure_terms", **_TERM):
        owners = [procedures[name] for name in term["of"]]
        apart = spelt_out([*term.get("without", ()), *(word for owner in owners for word in owner["beside"])])
        for procedure in procedures.values():
            if (
                procedure["name"] in term.get("in", procedures)
                and procedure not in owners
                and term["role"] in procedure
            ):
                yield _row(term, procedure, apart)


def _row(term: Row, procedure: Row, apart: list[str]) -> Row:
    """The row of one term in one procedure; hit: words made of both."""
    beside = "".join(term.get("after", ())[:1]), "".join(term.get("then", ())[:1])
    return {
        "wrong": term["term"],
        "right": procedure[term["role"]],
        "why": procedure["why"],
        "with": procedure["told"],
        "without": [word for word in apart if word not in (term["term"], *procedure.get("shared", ()))],
        **{place: term[place] for place in ("then", "after", "unless") if place in term},
        "hit": f"{procedure['told'][0]}，{term['term'].join(beside)}36次",
    }
