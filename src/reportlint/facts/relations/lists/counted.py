"""Numbers in front of a colon and members each with its own figure: 两类纠纷：物业114件、劳资58件、土地35件。"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.relations.lists.listed import JOINED, NEAR, counts_classes
from reportlint.facts.relations.relation import Relation, plain
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb

_WORDS = load_phrases(__file__, "counted")
_COLON = patterns.compile(r"(?P<noun>[\u4e00-\u9fff]{1,10})[：:]")
_MOST = 9
_BEFORE = 4
"""Characters before the number that may say 以下."""
_FIGURE = patterns.compile(r"\d+")


def find_counted(text: str, sentence: Sentence, mention: Mention) -> Relation | None:
    """The number against the members up to the full stop, where these are its kinds, joined by 、 alone, with figures of one unit.

    A number of occasions or of places (三期培训班, 三个乡镇) is held against those alone that are called as it calls them.
    """
    colon = _COLON.match(text, mention.span.end, sentence.span.end)
    said = int(mention.quantity.value)
    if not colon or not 1 < said <= _MOST:
        return None
    members = text[colon.end() : sentence.span.end].rstrip("。\n").split("、")
    told = [figure for member in members if (figure := _WORDS["figure"].pattern.match(member))]
    found, units = len(told), {figure["unit"] for figure in told}
    if found != len(members) or len(units) != 1 or not 0 < abs(found - said) <= NEAR or found in (1, 2 * said):
        return None
    if mention.unit in units or sum(int(_FIGURE.findall(member)[0]) for member in members) == said:
        return None  # 3件：涉烟1件、涉酒2件
    names, noun = [figure["name"] for figure in told], colon["noun"]
    before = text[max(sentence.span.start, mention.span.start - _BEFORE) : mention.span.start]
    behind = text[sentence.span.end : sentence.passage.span.end].lstrip()
    if not _is_of(names, noun, mention, before) or _WORDS["besides"].pattern.match(behind):
        return None
    where, span = f"后面列出 {found} 项", Span(colon.end(), sentence.span.end)
    return Relation("count", mention.span, plain(mention), where, False, (span,), certain=False)


def _is_of(names: list[str], noun: str, mention: Mention, before: str) -> bool:
    """Are those the names of what the number counts?"""
    if any(map(JOINED.search, names)):
        return False
    classes = counts_classes(mention)
    if not classes and all(name.endswith(noun[-1]) for name in names):
        return True  # 三期培训班：新任人员班41人、骨干班42人
    if any(map(_WORDS["stage"].pattern.match, names)):
        return False
    if any(_WORDS["elsewhere"].pattern.search(name) for name in names) or _WORDS["graded"].pattern.match(noun):
        return False
    if _WORDS["below"].pattern.search(before):
        return classes
    done = any(is_verb(noun[at : at + 2]) for at in range(1, len(noun) - 2))  # 三个领域开展检查：…
    return not done and (classes or _WORDS["measures"].pattern.search(noun) is not None)
