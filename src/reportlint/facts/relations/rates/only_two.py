"""Rates of which the words name neither count, but there are only two: 18家机构接受检查，9家存在问题，问题发生率50%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.relations.rates.doubts import is_narrower, is_open
from reportlint.facts.relations.rates.stems import is_said, stem_of
from reportlint.facts.relations.rates.two_counts import counts, held_against
from reportlint.facts.relations.relation import Relation, fits
from reportlint.facts.relations.totals.addends import is_outcome
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "only_two")
_ALL = 100
_WORD = 2
"""Characters of a word."""


def find_of_two(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The rates behind two counts of one unit, no others between a ； and them, where a word of the name stands beside the part.

    In 覆盖12个乡镇中的9个，覆盖面75% the word stands beside the whole, for the part is told as one of it.
    """
    for at in range(len(mentions) - 2):
        whole, part, rate = mentions[at : at + 3]
        alone = at == 0 or whole.mark in ("；", ";") or "应" in whole.before
        if alone and len(counts((whole, part))) == 2 and (stem := stem_of(rate)):
            yield from _rate(rate, stem, whole, part)


def _rate(rate: Mention, stem: str, whole: Mention, part: Mention) -> Iterator[Relation]:
    if not fits(whole, part) or part.explained or _WORDS["no-part"].pattern.search(part.before):
        return
    failed = _WORDS["failed"].pattern.search(part.before)
    if failed and failed.group()[0] not in stem:  # 超期公示15条，公示率97%
        return
    deed = stem[-_WORD:]
    found = _WORDS["found"].pattern.search(deed) and _WORDS["found"].pattern.search(part.before)  # 检出…，发现率
    if (
        (is_outcome(deed) and not found)
        or (rate.quantity.value == _ALL and deed not in part.before)  # 问题17批次，问题处置率100%
        or _WORDS["quality"].pattern.search(stem)
        or (_WORDS["later"].pattern.search(stem) and deed not in part.before + part.after)
        or is_open(stem, part, [whole])
        or is_narrower(stem, part, [whole])
    ):
        return
    of_it = _WORDS["of-it"].pattern.search(whole.after) is not None
    words = part.before + part.after + (whole.before if of_it else "")
    own = [stem[at : at + _WORD] for at in range(len(stem) - 1)]
    short = part.before.startswith("其中") and stem[0] in words and stem[0] not in whole.before  # 其中网上申请，网办率
    due = (
        "应" in whole.before
        and part.before.startswith(("已", "实", "完成"))
        and any(each in whole.before + part.before for each in stem)
    )
    if short or due or any(is_said(words, word) and (of_it or word not in whole.before + whole.after) for word in own):
        yield from (found._replace(certain=of_it) for found in held_against(rate, part, [whole]))
