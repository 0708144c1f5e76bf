"""Sentences that ran together: a verb with its object is complete, and the next sentence begins without a mark between.

Chinese has no endings that would tell where a clause stops, so only shapes are taken that can hardly be read as one clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns

_VERB = (
    "开展|举办|召开|制定|出台|印发|完善|健全|建立|构建|形成|落实|强化|加强|防治|预防|深化|优化|提升|提高|规范|遏制|惩治"
)
"""Verbs whose object is a thing, so that what follows it is not what the object does."""
_OBJECT = "[^，。；：、！？,;:!?\n“”《》（）()\ufffc的和与及并来以为后时等在对向从由]"
_NEXT = "开展|推进|构建|落实|实施|打造|建立|健全|完善|组织|推出"
_DONE = "落到实处|走深走实|落地见效|落地生根|走在前列|再上新台阶|迈上新台阶|取得实效"
_HEADS = "书记|区长|市长|县长|镇长|省长|局长|厅长|主任|主要负责人|主要领导"
_SHAPES = (
    # 防治腐败|聚焦疫情防控: verb and object at the beginning of a clause
    rf"(?:(?<=[，。；：、！？,;:!?\r\n])|^)(?:{_VERB}){_OBJECT}{{2,6}}?(?=(?P<n1>聚焦){_OBJECT}{{2}})",
    # 开展专项监督|创新构建大监督格局: an adverb that begins another verb; what is said of an ability (…的能力) is no such thing
    rf"(?:{_VERB}){_OBJECT}{{2,8}}?(?=(?P<n2>(?:创新|深入|扎实|大力)(?:{_NEXT})){_OBJECT}{{4,20}}(?:[，。；：！？,;:!?\n]|$))",
    # 实现……全覆盖|举办
    rf"(?:实现[^，。；：！？,;:!?\n的]{{0,30}}全覆盖|{_DONE})(?=(?P<n3>举办|召开|开展|组织|制定|印发|建立|完善|推进|推动|提升|加强))",
    # 深刻领会……的论述|区委书记
    rf"(?:论述|精神|重要性|要求|部署)(?=(?P<n4>[区市县州镇省局]?委?(?:{_HEADS}))[、在主带亲率多])",
    # 符合法定程序|进一步在
    rf"(?:符合|达到|遵循){_OBJECT}{{2,8}}?(?=(?P<n5>进一步|不断|持续|切实)[在加提强完健推深优])",
)
_PATTERN = patterns.compile("|".join(_SHAPES))
_OPENS_4 = patterns.compile("学习|领会|贯彻|落实|把握|领悟|践行")
_OPENS_5 = patterns.compile("确保|保证|推动|促进|使")
_CLAUSE = patterns.compile("[，。；！？,;!?\n]")
_REACH = 200
"""Characters before a place that its clause may have: without marks, each place would look back at all the text."""


def find_glued(text: str, stretch: Span) -> Iterator[tuple[Span, str]]:
    """Where a sentence begins without a mark before it: its first word with the four characters before, and the word.

    ``text``: with quotations masked.
    """
    for match in _PATTERN.finditer(text, *stretch):
        word = str(match.lastgroup)
        clause = _CLAUSE.split(text[max(stretch.start, match.start() - _REACH) : match.start()])[-1]
        if word == "n4" and not _OPENS_4.search(clause):
            continue
        if word == "n5" and not _OPENS_5.search(clause):
            continue
        yield Span(max(stretch.start, match.end() - 4), match.end(word)), match[word]
