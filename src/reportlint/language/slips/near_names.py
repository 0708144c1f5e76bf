"""Names in quotation marks (“三重一大”) that are a character off, or whose characters stand in another order: “双公示、一随机”.

Only for names that nobody makes others like: beside 一网通办 there are 一网统管 and 一码通办, beside 三重一大 there is nothing. Of
others (四个自信, beside which 四个自我 stands) only the number can be told to be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlint.document.source import Span
from reportlint.kept import patterns

_NUMERALS = str.maketrans(dict.fromkeys("二两三四五六七八九十", "一"))
_QUOTED = patterns.compile("“([\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{1,8})?)”")


class Names:
    """Names to look for, filed by their characters in order of the alphabet: all of them, and all but one.

    numbered: those of which only the number may be wrong, filed with every number as one.
    """

    def __init__(self, names: Sequence[str], numbered: Sequence[str] = ()) -> None:
        self._names = frozenset(name.replace("、", "") for name in (*names, *numbered))
        self._by_number = {name.translate(_NUMERALS): name for name in numbered}
        self._by_all: dict[str, list[str]] = defaultdict(list)
        self._by_rest: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._by_all[_sorted(name)].append(name)
            for rest in _rests(_sorted(name)):
                self._by_rest[rest].append(name)

    def misses(self, text: str, lines: Iterable[Span]) -> Iterator[tuple[Span, str]]:
        """Where lines of the text have nearly a name in quotation marks, without these, and the name."""
        for line in lines:
            for match in _QUOTED.finditer(text, *line):
                if match[1].replace("、", "") in self._names:
                    continue
                if name := self._by_number.get(match[1].translate(_NUMERALS)) or self._like(_sorted(match[1])):
                    yield Span(*match.span(1)), name

    def _like(self, written: str) -> str:
        """The name that has these characters, or all but one; empty where none has."""
        for found in (self._by_all.get(written), self._by_rest.get(written)):
            if found:
                return found[0]
        for rest in _rests(written):
            if found := self._by_all.get(rest) or self._by_rest.get(rest):
                return found[0]
        return ""


def _sorted(name: str) -> str:
    return "".join(sorted(name.replace("、", "")))


def _rests(letters: str) -> set[str]:
    """What is left when one of some characters is left out."""
    return {letters[:at] + letters[at + 1 :] for at in range(len(letters))}
