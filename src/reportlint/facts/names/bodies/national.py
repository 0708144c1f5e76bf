"""Bodies of the State and the Party's centre: what the text calls by a name that none of them has, and one nearly has.

Their number is known, so that a name which begins and ends as theirs, is none of them and differs from one by a word (国家统计总局,
国家能源管理局) is a slip; of a county's bodies, which each county may name as it likes, that could not be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.language.words.differences import differences, doubled, exchanged
from reportlint.language.words.word_boundaries import is_crossed

_BEGIN = patterns.compile("中华人民共和国|国家|中央|国务院|中国|中华全国|(?<!中华)全国|最高")
_END = patterns.compile("总局|局|委员会|委会|办公室|办公厅|总会|联合会|协会|法院|法庭|检察院|[部署]")
_LONGEST, _SHORTEST = 20, 5
_LONG = 7
"""Characters of a name from which a word may stand for one that shares a character with it."""
_WHOLE, _SHORT = "中华人民共和国", "国家"
"""What ministries are written with: 国家民政部, which is loose and no slip."""
_PARTS = ("部", "署")
"""Last characters that begin other words, 部署; the others are ends where the rest is nearly a name: 局部署."""
_OF_STATES = frozenset("中和我全各本该")
"""What the character before begins with them: 中国国家统计局 is no 国国家统计局."""
_LEFT_OUT = ("管理", "事务")
_SHORTENED = 8
"""What short names in use leave out before 局, and how long such a name is at most: 国家外汇局, 国家宗教局, 国家中医药局."""
_GENERAL = frozenset("管理 监督 事务 服务 工作 建设 领导 指导 发展 保护 行政".split())
"""Words that may slip into a name of a body, or stand for one another there."""


def find_misnamed_nationals(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where stretches of the text miswrite a national body's name; with the name."""
    for span in spans:
        for begin in _BEGIN.finditer(text, *span):
            start, last = begin.start(), min(span.end, begin.start() + _LONGEST)
            ends = [match.end() for match in _END.finditer(text, begin.end(), last)]
            right = {end: name for end in ends if (name := _meant(text[start:end]))}
            known = next((end for end, name in right.items() if name == text[start:end]), span.end + 1)
            wrong = next(
                (end for end in right if text[end - 1] not in _PARTS or not is_crossed(text, end)), span.end + 1
            )
            twice = start > span.start and text[start - 1] == text[start] and text[start - 2] not in _OF_STATES
            if wrong < known or (twice and known <= span.end):
                end = min(wrong, known)
                yield Span(start - twice, end), right[end]


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], frozenset[str]]:
    """How the names are written, with and without 和, to the names; and all that is right."""
    rows = load_table(__file__, "national", names="words?", known="words?")
    full = [name for row in rows for name in row.get("names", ())]
    known = [name for row in rows for name in row.get("known", ())]
    ministries = {name.replace(_WHOLE, _SHORT, 1): name.removeprefix(_WHOLE) for name in full if name.endswith("部")}
    written = {form: name for name in full for form in (_without_and(name), name)} | ministries
    loose = [name.replace(_WHOLE, _SHORT, 1) for name in known if name.endswith("部")]  # 国家交通部 of old
    return written, frozenset((*written, *known, *loose, *map(_without_and, (*known, *ministries))))


def _without_and(name: str) -> str:
    """A name without 和, but for that of the state's."""
    return name.replace("和", "").replace("共国", "共和国")


@lru_cache(maxsize=1024)
def _meant(written: str) -> str:
    """The body that is meant: what is written where that is right; "" for none."""
    names, right = _names()
    if written in right:
        return written
    if len(written) < _SHORTEST or not all("\u4e00" <= char <= "\u9fff" for char in written):
        return ""
    return next((name for form, name in names.items() if _is_near(written, form)), "")


def _is_near(written: str, name: str) -> bool:
    """Do the two differ by a word, or by a character, left out, added, doubled, moved or changed?"""
    if abs(len(written) - len(name)) > 2 or written[0] != name[0] or len({*name} - {*written}) > 2:
        return False  # most
    if exchanged(written, name) or doubled(written, name):
        return True
    found = differences(written, name)
    if len(found) != 1:
        return False
    more, less = found[0]
    if not more and less in _LEFT_OUT and name.endswith(f"{less}局") and len(name) <= _SHORTENED:
        return False
    if len(more) == len(less):
        alike = len(name) >= _LONG and bool(set(more) & set(less))
        return len(more) == 1 or alike or {more, less} <= _GENERAL
    return not (more and less) and (len(more) == 1 or not more or more in _GENERAL)
