"""What a figure tells of, in words that stand for their like: 制发监督意见书36份 and 下发36份行政执法监督意见书 tell one thing."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.mentions import Mention, mentions
from reportlint.facts.figures.same_words import canonical, ends_in_act, is_act, words_of
from reportlint.facts.figures.told import Beside, Clause, Tale, Told
from reportlint.facts.prose.sentences import Sentence
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import begins_with_verb, is_verb
from reportlint.report import Report

_WORDS = load_phrases(__file__, "tales")
_UNITS = (("次", "次 场 场次 期 回"), ("名", "人 名 位"), ("公里", "公里 千米"))
_ONE_UNIT = {unit: one for one, units in _UNITS for unit in units.split()}
_OWN_UNITS = frozenset(
    """
    % 元 吨 米 人次 件次 家次 户次 批次 艘次 座次 条次 篇次 平方米 公顷 亩 倍 天 小时 分钟 工作日 个工作日 个月 课时
    """.split()
)
"""Units that stand for themselves; all others but those above are measure words of things, one as good as another."""
_REACH, _NEAR_BY = 160, 60
"""Characters of a sentence that are looked at on either side of a figure; those before its clause that say what it is about."""
_JOINING = frozenset("和与及、")
_PREPOSITIONS = frozenset("对将把给就按从")
_NO_NAME = frozenset("全我本各向在对从到由把将以与和及为")
"""In what stands before 县, 乡 and the like where it is no name of a place: 全县, 向乡镇延伸."""
_STOP = patterns.compile("[的中]")
_YEAR = patterns.compile(r"(20\d\d)年")
_QUOTED = patterns.compile("“[^“”]+”")
_MADE_NOUN = ("建设", "建成")
"""A word that tells of an act only where it opens the clause, and the act."""


@fact_of_passages
def tales(report: Report) -> tuple[Tale, ...]:
    """The figures that tell of the year of the report, with what they tell of, in order."""
    found = []
    for sentence, here in mentions(report):
        for index, mention in enumerate(here):
            beside = (*here[max(0, index - 1) : index], *here[index + 1 : index + 2])
            act = _carried(here, index)
            if _tells_of_the_year(report, sentence, mention) and (
                told := _told(report, sentence, mention, beside, act)
            ):
                found.append(Tale(mention.span, sentence.span, told))
    return tuple(sorted(found, key=lambda tale: tale.span))


def _tells_of_the_year(report: Report, sentence: Sentence, mention: Mention) -> bool:
    """Not of another time, of a part of what was told before, nor of what is planned."""
    before = _before(report.text, sentence.span, mention)
    if not mention.exact or mention.quantity.kind == "point" or _WORDS["part"].pattern.search(mention.before):
        return False
    if _WORDS["other-time"].pattern.search(_WORDS["dated"].pattern.sub("", before)) or any(
        int(y) != report.outline.year for y in _YEAR.findall(before)
    ):
        return False
    return report.kind.future not in sentence.parts or bool(_WORDS["already"].pattern.search(before))


def _before(text: str, sentence: Span, mention: Mention) -> str:
    return text[max(sentence.start, mention.span.start - _REACH) : mention.span.start]


def _carried(here: Sequence[Mention], index: int) -> frozenset[str]:
    """What was done to the first thing of a list, and so to the others: 办理复议案件4件、诉讼案件2件."""
    first = index
    while first and here[first].mark == "、":
        first -= 1
    words = words_of(here[first].before) if first < index else ()
    done = _act(words, at_end=False)
    return frozenset() if done is None else frozenset([words[done]])


def _told(
    report: Report, sentence: Sentence, mention: Mention, beside: Sequence[Mention], carried: frozenset[str]
) -> Told | None:
    before = _before(report.text, sentence.span, mention)
    said, leader = _WORDS["leader"].pattern.subn("", "" if before[-1:] in _JOINING else mention.before)
    said = _WORDS["ours"].pattern.sub("", _WORDS["reaches"].pattern.sub("", said))
    clause = _completed(_clause(said, mention), before, mention, carried)
    if mention.mark == "、" and not (clause.things or mention.after):
        return None  # 立案680件，裁决102件、调解578件: of what was told before
    words = mention.before + mention.after
    whole = bool(_WORDS["whole"].pattern.search(words))
    everywhere = _WORDS["everywhere"].pattern.search(mention.before) is not None
    unit = _unit(mention)
    does = clause.follows and not clause.acts <= {*words_of(mention.after)[:1]}
    group = _WORDS["takes-part"].pattern.match(mention.after) if unit == "名" else None
    if group:
        clause = clause._replace(things=frozenset(words_of(group["who"])))
    some = group is not None or (not whole and _tells_of_some(said, mention.after, does))
    if some and (does or not any(map(is_act, words_of(said)))):
        clause = clause._replace(acts=frozenset())  # 60个调度室参加评比
    if mention.quantity.kind == "percent":
        clause = Clause(frozenset(), clause.acts | clause.things | clause.occasion)
    heading = sentence.section.heading
    title = report.words(heading.span) if heading and heading.level > 1 else ""
    near = report.text[mention.span.start - len(before) : min(sentence.span.end, mention.span.end + _REACH)]
    said_before = _unled(before.removesuffix(mention.before)[-_NEAR_BY:])
    setting = words_of(_WORDS["body"].pattern.sub("，", said_before))
    in_person = leader > 0 or report.kind.head in sentence.parts
    return Told(
        value=mention.quantity.value,
        unit=unit,
        before=mention.before,
        after=mention.after,
        clause=clause,
        around=canonical(f"{title} {near}".replace("、", "")),
        setting=frozenset(word for word in setting if not is_act(word) and not is_verb(word)),
        bodies=_found("body", _unled(before)),
        places=_places(mention.before if everywhere else before),
        kinds=_found("kind", before) | _found("doer", said),
        leaders=_found("office", mention.before),
        own=in_person and mention.quantity.kind == "count" and bool(_WORDS["own"].pattern.search(words)),
        whole=whole,
        everywhere=everywhere,
        all_done=bool(_WORDS["all-done"].pattern.search(said)),
        some=some,
        only=_found("dated", before) | _found("deputy", before),
        letters=_letters(_deed(said), mention),
        beside=tuple(Beside(_unit(m), m.quantity.value, frozenset(words_of(m.before + m.after))) for m in beside),
        keys=tuple((unit, word) for word in sorted(clause.acts | clause.things)),
        words=clause.acts | clause.things | clause.occasion,
        named=clause.acts | clause.things | {word for word in clause.occasion if word[0] in "“《"},
    )


def _tells_of_some(said: str, after: str, does: bool) -> bool:
    """Is something told of those counted, who may be but some of all: 60个调度室被评为优秀, 组织36名顾问参加培训, 大厅的72个窗口开通评价?"""
    if not said:
        return does or _WORDS["goes-on"].pattern.search(after) is not None
    behind = words_of(_STOP.split(after, maxsplit=1)[0])
    named = said.endswith("的") and not ends_in_act(said)
    return (named or not words_of(said)) and _object_ends(behind) < len(behind)


def _letters(said: str, mention: Mention) -> str:
    """Those of the words that name a figure, in one order: 办理复议案件36件, 复议案件办理36件, 办理的36件复议案件."""
    thing = thing_behind(mention.after) if said.endswith("的") or not said else ""
    return "".join(sorted(_WORDS["idle"].pattern.sub("", _WORDS["whole"].pattern.sub("", said)) + thing))


def thing_behind(after: str) -> str:
    """The thing behind a figure, "" where none is named there."""
    thing = _WORDS["object"].pattern.match(after)
    return thing[0] if thing else ""


def _unit(mention: Mention) -> str:
    unit = mention.quantity.unit
    if unit in _OWN_UNITS or mention.quantity.kind != "count":
        return unit or mention.quantity.kind
    return _ONE_UNIT.get(unit, "件")


def _clause(said: str, mention: Mention) -> Clause:
    """What the words before a figure tell, leaders and agents aside, and those behind it where the thing stands there."""
    words = [] if said[-1:] in _PREPOSITIONS else [*words_of(_deed(said))]
    object_behind = ends_in_act(said) or said.endswith("的")  # 制发的19份意见书, 大厅的77个窗口
    behind = words_of(_STOP.split(mention.after, maxsplit=1)[0]) if object_behind or not words else ()
    if words[:1] == [_MADE_NOUN[0]]:
        words[0] = _MADE_NOUN[1]
    done, does = _act(words, object_behind), _act(behind, at_end=True)
    things = frozenset(behind[: _object_ends(behind)])
    if done is None and said.endswith("的") and behind and is_act(behind[0]):
        return Clause(frozenset(behind[:1]), frozenset(words))  # 书记的32件批示
    if done is None:
        follows = does is not None and not object_behind
        acts = frozenset([behind[does]]) if follows and does is not None else frozenset()
        return Clause(acts, things.union(words) - acts, follows=follows)
    rest = words[done + 1 :] or words[:done]
    return Clause(frozenset([words[done]]), things.union(rest), frozenset(words[:done] if words[done + 1 :] else ()))


def _completed(clause: Clause, before: str, mention: Mention, carried: frozenset[str]) -> Clause:
    """The clause with what it leaves to the words before it: the act of a list, the topic, a name in quotation marks."""
    if not clause.acts:
        clause = clause._replace(acts=carried)
    if not clause.things and (topic := _WORDS["topic"].pattern.search(before.removesuffix(mention.before))):
        clause = clause._replace(things=frozenset(words_of(topic["what"])) - clause.acts)
    if not clause.things and (names := _QUOTED.findall(before)):
        clause = clause._replace(things=frozenset(names[-1:]))  # 推动“送法下乡”活动常态化，组织活动64场
    return clause


def _unled(words: str) -> str:
    """The words without leaders, and without those that say that it is all."""
    return _WORDS["whole"].pattern.sub("，", _WORDS["leader"].pattern.sub("", words))


def _deed(said: str) -> str:
    """The words without those that say who did it."""
    body = _WORDS["doing-body"].pattern.match(said)
    if body and begins_with_verb(said[body.end() :]):
        return said[body.end() :]
    return _WORDS["agent"].pattern.sub("", said)


def _object_ends(words: Sequence[str]) -> int:
    """How many words are no verbs: what is told of the thing behind a figure begins with one. All, if it opens with an act."""
    if words and is_act(words[0]):
        return len(words)
    return next((at for at, word in enumerate(words) if at and (is_act(word) or is_verb(word))), len(words))


def _act(words: Sequence[str], at_end: bool) -> int | None:
    """Which of the words is the act: where one ends the clause that, else the first, for 修订文件清理规程 is about a 规程."""
    acts = [at for at, word in enumerate(words) if is_act(word)]
    return (acts[-1] if at_end and acts[-1] + 1 == len(words) else acts[0]) if acts else None


def _places(words: str) -> frozenset[str]:
    """The places named, but none of which a verb is a piece: 建成社区养老服务站."""
    found = (place for place in _found("place", words) if not _NO_NAME & {*place})
    return frozenset(place for place in found if not (is_act(place[:2]) or is_verb(place[:2])))


def _found(name: str, words: str) -> frozenset[str]:
    return frozenset(match.group() for match in _WORDS[name].pattern.finditer(words))
