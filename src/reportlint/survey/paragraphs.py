"""Paragraphs as signatures: two that are nearly alike have nearly the same, whoever wrote them and whatever the figures are.

A signature is a minhash of the paragraph's runs of characters (Broder, On the resemblance of documents, 1997): of two, the share of
places that are equal estimates how much the paragraphs have in common. Of each place the lowest byte is kept, which is enough (Li
and König, b-bit minwise hashing, 2010): one place in 256 is equal by chance. Figures, marks and the issuer's own names count as
alike, since who copies changes those; what is quoted (rules, speeches) and what every report says is left out.

What was copied into a paragraph of one's own, or was split, is found by runs: of each sentence the next sixty characters, be it one
paragraph of a section or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby, islice
from typing import NamedTuple

from reportlint.language.phrases import load_phrases
from reportlint.lines.issuers import places_in
from reportlint.report import Report

PLACES = 64
"""Places of a signature: the share is right to some 6 of 100."""
_SHINGLE = 4
"""Characters of what a minhash is of: shorter pieces are in every official text."""
SHORTEST = 60
"""Characters of a paragraph, figures and marks apart, from which being alike says something; and those of a run."""
_QUOTED, _BEGINNING = 120, 24
"""Characters that are kept to be shown of a paragraph, and of a sentence in it."""
_NOT_OWN = load_phrases(__file__, "paragraphs")["not-own"].pattern
_HASH = 7
"""Bytes of a run's hash: of the runs of a country's reports, some twenty million, hardly two are the same by chance."""
_SEED = 1
_SENTENCE = re.compile(r"[^。；！？：\n]+")
_NO_WORDS = re.compile(r"[\W\d_〇零一二三四五六七八九十百千万亿]+")


class Run(NamedTuple):
    """The characters from the beginning of a sentence on, sixty of them. hash: of those; step: how many until the next run, sixty at
    most. words: how the sentence begins.
    """

    hash: int
    step: int
    words: str


class Paragraph(NamedTuple):
    """A paragraph. line: from 1. size: in characters, figures and marks apart. words: its beginning. signature: of 64 bytes; none
    where it is too short to be alike by itself. runs: those that begin in it.
    """

    line: int
    size: int
    words: str
    signature: bytes = b""
    runs: tuple[Run, ...] = ()


_Sentence = tuple[str, str]
"""The characters of a sentence, and how it begins."""


def paragraphs_of(report: Report) -> tuple[Paragraph, ...]:
    """The paragraphs of all parts that say something of their own, in order of the text."""
    own, found = _own_names(report), list[Paragraph]()
    for _, section in groupby(report.outline.passages, lambda passage: id(passage.section)):
        spans = [passage.span for passage in section]
        texts = [report.words(span) for span in spans]
        told = [[*_sentences(text, own)] for text in texts]
        runs = _runs([sentence for sentences in told for sentence in sentences])
        for span, text, sentences in zip(spans, texts, told, strict=True):
            bare = "".join(sentence for sentence, _ in sentences)
            begun = tuple(run for run in islice(runs, len(sentences)) if run)
            signature = _signature(bare) if len(bare) >= SHORTEST else b""
            if signature or begun:
                line = report.source.position(span.start).line
                found.append(Paragraph(line, len(bare), text.strip()[:_QUOTED], signature, begun))
    return tuple(found)


def _sentences(text: str, own: re.Pattern[str] | None) -> Iterator[_Sentence]:
    """The sentences of a text, their characters less what is not the writer's own, figures and marks."""
    masked = _NOT_OWN.sub(_blank, own.sub(_blank, text) if own else text)
    for sentence in _SENTENCE.finditer(masked):
        if bare := _NO_WORDS.sub("", sentence[0]):
            more = "……" if sentence.end() - sentence.start() > _BEGINNING else ""
            yield bare, text[sentence.start() : sentence.start() + _BEGINNING].lstrip() + more


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _runs(sentences: list[_Sentence]) -> Iterator[Run | None]:
    """Of each sentence of a section its run; none where the section ends before."""
    text, at = "".join(bare for bare, _ in sentences), 0
    for bare, words in sentences:
        run = text[at : at + SHORTEST]
        hashed = int.from_bytes(blake2b(run.encode(), digest_size=_HASH).digest(), "big")
        yield Run(hashed, min(len(bare), SHORTEST), words) if len(run) == SHORTEST else None
        at += len(bare)


def _signature(text: str) -> bytes:
    from rensa import RMinHash

    hashed = RMinHash(num_perm=PLACES, seed=_SEED)
    hashed.update([text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)])
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
