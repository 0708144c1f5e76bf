"""A number of a kind with the names right behind it: 两个乡镇松岭镇、丰坪镇, 三个街道东岸街道、西岸街道和桥东街道."""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.masks import Masks
from reportlint.facts.relations.lists.listed import JOINED, NEAR
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "of_a_kind")
_OFFICES = frozenset(("部门", "单位"))
_ENDS = {"街": "道", "居": "区"}
"""How names end whose kind is shortened: 镇街, 村居."""
_OFFICE_ENDS = "局委办院部"


def find_of_a_kind(masks: Masks, end: int, mention: Mention) -> Relation | None:
    """The number against the names behind its kind, each of which ends as the kind is called. end: of the sentence."""
    kind = _WORDS["kind"].pattern.match(masks.bare, mention.span.end, end)
    if not kind:
        return None
    ends = (
        _OFFICE_ENDS
        if kind.group() in _OFFICES
        else kind.group() + "".join(end for of, end in _ENDS.items() if of in kind.group())
    )
    name = rf"[\u4e00-\u9fff]{{2,7}}?[{ends}](?![{ends}长])"
    names = patterns.compile(rf"{name}(?:(?:、|以及|[和及与]){name})+").match(masks.bare, kind.end(), end)
    if not names or is_verb(names.group()[:2]) or _WORDS["begins"].pattern.match(names.group()):
        return None
    said, found = int(mention.quantity.value), len(JOINED.split(names.group()))
    more = _WORDS["more"].pattern.match(masks.bare, names.end(), end)
    most = found + (more is not None)
    if (more and said > most) or abs(said - found) > NEAR:
        return None
    return Relation(
        "count",
        mention.span,
        plain(mention),
        f"后面列出 {found} 项",
        found <= said <= most,
        (Span(*names.span()),),
        certain=False,
    )
