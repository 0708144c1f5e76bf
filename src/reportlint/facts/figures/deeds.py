"""What a figure tells of: who did what to what. 法律援助中心共办理法律援助案件36件 tells the same deed as 办理36件法律援助案件."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.quotes import mask_quotes

_WORDS = load_phrases(__file__, "deeds")
_SHORTEST = 6
"""Characters that tell one quantity from others: 办结案件 may be said of many things, 办结行政复议案件 of one."""
_SHORT_THING = 3
_REACH = 200
"""Characters of a sentence looked at before a figure."""
_NAMES = patterns.compile(r"《[^《》]+》|“[^“”]+”")
_YEAR = patterns.compile(r"(20\d\d)年|[上去]年|往年|上一年")


class Deed(NamedTuple):
    """A deed that a figure counts, or a quantity it measures (act is "" then).

    who: all that stands before the act. setting: what the sentence says before the figure's clause. year: as written, or "".
    """

    mention: Mention
    who: str
    act: str
    thing: str
    setting: str
    year: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What deeds that may be one have in common."""
        return self.act, self.thing, self.mention.quantity.unit or self.mention.after[:2]

    @property
    def names(self) -> frozenset[str]:
        """The titles and quoted names that the sentence has told before."""
        return frozenset(_NAMES.findall(self.setting))


def deed_of(text: str, sentence: Span, mention: Mention) -> Deed | None:
    """The deed a figure tells of; None where its words do not tell it from others."""
    if not _plain(mention):
        return None
    start = max(sentence.start, mention.span.start - _REACH)
    setting = text[start : mention.span.start].removesuffix(mention.before)
    year = _YEAR.search(mention.before) or _YEAR.search(setting)
    told = _told(mention.before, mention.after, mention.quantity.kind == "count")
    return Deed(mention, *told, setting, year[0] if year else "") if told else None


@lru_cache(maxsize=4000)
def _told(before: str, after: str, counts: bool) -> tuple[str, str, str] | None:
    """Who, act and thing, by the words around a figure; kept by these, for an editor asks again at every stroke."""
    core = _stripped(before)
    if _WORDS["compared"].pattern.match(core) or _WORDS["refers"].pattern.search(core):
        return None
    act = _act(core) if counts else None  # 调解成功率 is a name
    who, verb, thing = (core[: act.start], core[act.start : act.end], core[act.end :]) if act else ("", "", core)
    thing = thing.strip("的了过")
    if not thing and verb and (behind := _WORDS["thing-behind"].pattern.match(after)):
        thing = behind["thing"]  # 审核36件协议, 已建成的36个调解室中
    elif (
        not thing and verb and not _WORDS["alone"].pattern.fullmatch(verb)
    ):  # 协议经法律顾问审核36件: the thing stands first
        who, thing = "", _WORDS["manner"].pattern.sub("", _WORDS["by-whom"].pattern.split(who)[0])
    return _WORDS["leader"].pattern.sub("", who), verb, thing


def _act(words: str) -> Span | None:
    """The last act that is told, for 主持召开会议研究 is about what was studied; of 办理调解案件 the first."""
    acts = [Span(*act.span()) for act in _WORDS["act"].pattern.finditer(mask_quotes(words))]
    while len(acts) > 1 and acts[-2].end == acts[-1].start and words[acts[-2].start : acts[-2].end] != "组织":
        acts.pop()
    while len(acts) > 1 and _WORDS["names"].pattern.fullmatch(words[acts[-1].start :]):
        acts.pop()  # 征集规范性文件清理建议: the last of them is part of a name
    return acts[-1] if acts else None


def is_specific(deed: Deed) -> bool:
    """Is there but one such quantity in a report? 检查加油站 and 办理法律援助案件, but not 培训干部 or 召开会议."""
    if _NAMES.search(deed.thing):
        return len(deed.thing) > _SHORTEST
    if not deed.act:
        return len(deed.thing) >= _SHORTEST
    if _WORDS["alone"].pattern.fullmatch(deed.act):
        return len(deed.who) + len(deed.act) >= _SHORTEST
    usual = _WORDS["usual"].pattern.fullmatch(deed.thing)
    return not usual and len(deed.thing) >= _SHORT_THING and len(deed.act + deed.thing) >= _SHORTEST - 1


def _plain(mention: Mention) -> bool:
    plain = mention.exact and not mention.depth and mention.mark != "、" and mention.quantity.kind != "point"
    return plain and len(mention.before) >= 2


def _stripped(words: str) -> str:
    return _WORDS["behind"].pattern.sub("", _WORDS["when-and-where"].pattern.sub("", words))


def label_of(mention: Mention) -> tuple[str, str] | None:
    """What a quantity is of, by the words before it, and its unit; None where they do not tell it from others."""
    if not _plain(mention):
        return None
    label, quantity = _stripped(mention.before), mention.quantity
    if 2 <= len(label) < _SHORTEST and quantity.kind == "count" and _WORDS["noun"].pattern.fullmatch(mention.after):
        label += mention.after  # 审查12件行政规范性文件 is as good as 审查行政规范性文件12件
    if len(label) < _SHORTEST or _WORDS["compared"].pattern.match(label) or _WORDS["refers"].pattern.search(label):
        return None
    return label, quantity.unit or mention.after[:2]
