"""Words near a set phrase that are right: another name, a name of its own that the sentence explains, or the phrase told shorter."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.slips.alike import is_slip_of
from reportlint.language.words.vocabulary import is_word

LONG = 8
"""Characters from which a near miss is none of its neighbours' words: 守牢房子是用来住的."""
REACH = 200
"""Characters before the closing of a frame (以……为指导) in which its opening may stand; and on each side, of a sentence."""
STOP = patterns.compile("[。；！？，,;!?\n]")
_SENTENCE_END = patterns.compile("[。；！？;!?\n]")
_NUMBERING = "（）()一二三四五六七八九十、.．0123456789坚持 \u3000"
"""What may stand before the words of a heading."""
_PIECE = 2
"""Characters of the least word that is left out, and of that behind it."""


def is_own_wording(text: str, span: Span, words: str, phrase: str) -> bool:
    """Are words at a place, near a phrase, right as they are?"""
    excuses = (_is_other_name, _is_explained, _is_said_shorter, _is_said_beside)
    return any(excuse(text, span, words, phrase) for excuse in excuses)


def sentence_around(text: str, span: Span) -> str:
    """What stands before and behind it in its sentence."""
    before, after = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    return _SENTENCE_END.split(before)[-1] + "\n" + _SENTENCE_END.split(after)[0]


def _is_other_name(text: str, span: Span, words: str, phrase: str) -> bool:
    """Is it a quoted name of its own, with another head: “重大行政决策目录” beside 重大行政决策程序?"""
    alike = len(words) >= LONG and words[:-_PIECE] == phrase[:-_PIECE]
    return _is_quoted(text, span) and alike and is_word(words[-_PIECE:]) and not is_slip_of(words, phrase)


def _is_explained(text: str, span: Span, words: str, phrase: str) -> bool:
    """Is it a quoted name of its own, whose other character the sentence takes up: “一岗双备”，备岗32人? No slip sounds so."""
    others = set(words) - set(phrase)
    if not _is_quoted(text, span) or len(words) != len(phrase) or not others or is_slip_of(words, phrase):
        return False
    return others <= {*sentence_around(text, span)}


def _is_quoted(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] == "“”"


def _is_said_shorter(text: str, span: Span, words: str, phrase: str) -> bool:
    """Is only a piece of the phrase left out that stands elsewhere in the sentence, with what follows it in the phrase:
    重大执法决定审核, where 法制审核 was named?
    """
    lost = len(phrase) - len(words)
    if lost < _PIECE:
        return False
    return any(phrase[at : at + lost + _PIECE] in sentence_around(text, span) for at in _left_out(words, phrase))


def _is_said_beside(text: str, span: Span, words: str, phrase: str) -> bool:
    """Does the clause before begin with the word that is left out: 规范执法行为，严格公正文明执法?"""
    if len(phrase) - len(words) != _PIECE:
        return False
    pieces = tuple(phrase[at : at + _PIECE] for at in _left_out(words, phrase))
    clauses = STOP.split(text[max(0, span.start - REACH) : span.start])
    return len(clauses) > 1 and not clauses[-1] and clauses[-2].lstrip(_NUMBERING).startswith(pieces)


def _left_out(words: str, phrase: str) -> Iterator[int]:
    """Where in a phrase the one piece may begin that the words leave out."""
    lost = len(phrase) - len(words)
    return (at for at in range(len(words)) if phrase[:at] + phrase[at + lost :] == words)
