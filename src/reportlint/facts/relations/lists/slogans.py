"""A quoted number of one sign, and clauses that all have it behind: “四办”改革：企业开办一网办，证照联动一并办, “三书同达”，告知书、决定书同步送达."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from reportlint.document.source import Span
from reportlint.facts.relations.lists.listed import NEAR, NUMBERS
from reportlint.facts.relations.relation import Relation
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "slogans")
_CLAUSES = patterns.compile("[，；。：]")
_LONGEST = 14
"""Characters of a member."""
_FIGURE = patterns.compile("[0-9]")
_NUMERALS = patterns.compile("[两二三四五六七八九]")


def find_slogans(text: str, sentence: Span) -> Iterator[Relation]:
    """The quoted numbers of a sentence, each against the members that begin right behind its clause and share its sign."""
    words = text[sentence.start : sentence.end]
    for match in (found for rule in ("slogan", "each") for found in _WORDS[rule].pattern.finditer(words)):
        sign, also = match["sign"], match["also"] or ""
        clauses = _CLAUSES.split(words[match.end() :])
        signs = (sign + also, sign) if len(also) == 1 else (sign,)
        found = next(filter(None, (_members(clauses, each, whole=not also or each != sign) for each in signs)), 0)
        said = NUMBERS[match["number"]]
        if found > 1 and abs(found - said) <= NEAR:
            span = Span(sentence.start + match.start("counts"), sentence.start + match.end("counts"))
            listed = (Span(sentence.start + match.end(), sentence.end),)
            yield Relation("count", span, str(said), f"后面列出 {found} 项", found == said, listed, certain=False)


def _members(clauses: Sequence[str], sign: str, whole: bool) -> int:
    """How many members the first clauses tell: each ends with the sign, or each begins with it; 0 where that is not plain.

    whole: the slogan says nothing more than the sign, so that any place of it will do; else its things alone are told, by names.
    """
    ways = (str.endswith, str.startswith, _of_shape(clauses[0], sign)) if whole else (str.endswith,)
    return next(filter(None, (_alike(clauses, sign, has) for has in ways)), 0) or (0 if whole else _led(clauses, sign))


def _of_shape(first: str, sign: str) -> Callable[[str, str], bool]:
    """进货查票证，销售查台账: has a member the sign where the first has it, and is as long? Of two characters, anywhere."""
    at, length = first.find(sign), len(first)
    anywhere = len(sign) > 1

    def has(name: str, sign: str) -> bool:
        return sign in name if anywhere else at > 0 and (len(name), name.find(sign)) == (length, at)

    return has


def _alike(clauses: Sequence[str], sign: str, has: Callable[[str, str], bool]) -> int:
    """How many members the first clauses tell that all have the sign at one end; 0 where another has it otherwise."""
    lists = [clause.split("、") for clause in clauses]
    alike = [*takewhile(lambda names: all(_is_member(name) and has(name, sign) for name in names), lists)]
    count = sum(map(len, alike))
    return count if count > 1 and sign not in "".join(clauses[len(alike) :]) else 0


def _is_member(name: str) -> bool:
    return 1 < len(name) <= _LONGEST and not _FIGURE.search(name)


def _led(clauses: Sequence[str], sign: str) -> int:
    """告知书、决定书同步送达: how many names the first clause lists, that goes on behind the last."""
    led = clauses[0].rfind(sign) + len(sign)
    names, rest = clauses[0][:led].split("、"), clauses[0][led:]
    plain = rest != "" and not rest.startswith("等") and not _NUMERALS.search(rest)
    alike = len(names) > 1 and all(
        _is_member(name) and len(name) > len(sign) + 1 and name.endswith(sign) for name in names
    )
    return len(names) if plain and alike and sign not in "".join(clauses[1:]) else 0
