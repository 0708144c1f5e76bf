"""Paragraphs as signatures: two that are nearly alike have nearly the same, whoever wrote them and whatever the figures are.

A signature is a minhash of the paragraph's runs of characters (Broder, On the resemblance of documents, 1997): of two, the share of
places that are equal estimates how much the paragraphs have in common. Of each place the lowest byte is kept, which is enough (Li
and König, b-bit minwise hashing, 2010): one place in 256 is equal by chance. Figures, marks and the issuer's own names count as
alike, since who copies changes those.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportlint.lines.issuers import places_in
from reportlint.report import Report

PLACES = 64
"""Places of a signature: the share is right to some 6 of 100."""
_RUN = 4
"""Characters of a run: shorter ones are in every official text."""
SHORTEST = 60
"""Characters of a paragraph, figures and marks apart, from which being alike says something."""
_QUOTED = 120
_SEED = 1
_NO_WORDS = re.compile(r"[\W\d_〇零一二三四五六七八九十百千万亿]+")


class Paragraph(NamedTuple):
    """A paragraph. line: from 1. size: in characters, figures and marks apart. words: its beginning. signature: of 64 bytes."""

    line: int
    size: int
    words: str
    signature: bytes


def paragraphs_of(report: Report) -> tuple[Paragraph, ...]:
    """The paragraphs of all parts that are long enough, in order of the text."""
    own = _own_names(report)
    found = []
    for passage in report.outline.passages:
        text = report.words(passage.span)
        bare = _NO_WORDS.sub("", own.sub("", text) if own else text)
        if len(bare) >= SHORTEST:
            line = report.source.position(passage.span.start).line
            found.append(Paragraph(line, len(bare), text.strip()[:_QUOTED], _signature(bare)))
    return tuple(found)


def _signature(text: str) -> bytes:
    from rensa import RMinHash

    hashed = RMinHash(num_perm=PLACES, seed=_SEED)
    hashed.update([text[at : at + _RUN] for at in range(len(text) - _RUN + 1)])
    return bytes(place & 0xFF for place in hashed.digest())


def _own_names(report: Report) -> re.Pattern[str] | None:
    """The issuer and the places in its name, with what an issuer calls itself."""
    issuer = report.outline.title.issuer if report.outline.title else None
    if not issuer:
        return None
    names = sorted({issuer, *places_in(issuer)}, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, names), "[我本全][省市州县区旗镇乡局厅委办]"]))


def share(one: bytes, other: bytes) -> float:
    """How much two paragraphs have in common, by their signatures, from 0 to 1."""
    differing = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    return differing.to_bytes(PLACES, "big").count(0) / PLACES
