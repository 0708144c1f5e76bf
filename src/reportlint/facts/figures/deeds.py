"""The deed that the clause of a figure tells: what was done, and to what, in words that stand for their like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.same_words import are_acts_beside, ends_in_act, is_act, leaves_something, words_of
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb

_WORDS = load_phrases(__file__, "deeds")
WHOLE, OF_THE_YEAR = _WORDS["whole"], _WORDS["of-the-year"]
"""The rules for words that it is all of them: 全部, 全年作出的."""
_PREPOSITIONS = frozenset("对将把给就按从为")
_STOP = patterns.compile(
    "[的虽尚仍]|(?<=件)(?:案卷|卷宗|文书|办理)?(?:质量|水平|说理|效果)|(?<![追驱角])逐|轮流|(?<![不平])均|(?<!首)都|中(?!心)|全部"
)
_TO_WHOM = ("对", "为", "给")
_HELD = patterns.compile("^在[一-鿿]的")
JOINING = frozenset("和与及、")
_NO_THING = frozenset("已均都未被在经全逐可为由按从得获")
"""Characters behind a figure with which what is told of it begins."""
_LAST_CLAUSE = patterns.compile("[，。；、：]")
_FIGURE = patterns.compile("[0-9]")
_QUOTED = patterns.compile("“[^“”]+”")
_MADE_NOUN = ("建设", "建成")
"""A word that tells of an act only where it opens the clause, and the act."""
_OF_NAMES = frozenset("印发 修订 废止 清理 研究 编制 起草 审查 签订 听取 公开 取消 减少 下放 建成 聘请 参加".split())
"""What is done to documents, bodies and persons, which are named by what they are for."""


class Clause(NamedTuple):
    """The words of a figure's clause. acts, things: what was done, and to what. occasion: the words before the act, if any.

    follows: the act stands behind a thing that stands behind the figure, and may be what it does: 36名顾问参与评查.
    then: the words behind that thing.
    """

    acts: frozenset[str]
    things: frozenset[str]
    occasion: frozenset[str] = frozenset()
    follows: bool = False
    then: frozenset[str] = frozenset()


class Left(NamedTuple):
    """What a clause may leave to those before it. acts: of the list it is a member of. things: of the figure before."""

    acts: frozenset[str]
    things: frozenset[str]


def clause_of(said: str, mention: Mention) -> Clause:
    """What the words before a figure tell, leaders and agents aside, and those behind it where the thing stands there."""
    if (summed := _WORDS["summed"].pattern.search(said)) and (undertaken := words_of(deed_in(said[: summed.start()]))):
        done_by_it = said[summed.end() :]  # 标志清理共拆除标志12块
        clause = clause_of(done_by_it, mention) if any(map(is_act, undertaken)) else Clause(frozenset(), frozenset())
        if clause.things and (clause.acts or begins_with_verb(done_by_it)):
            return clause._replace(occasion=clause.occasion.union(undertaken))
    words = [] if said[-1:] in _PREPOSITIONS else [*words_of(deed_in(said))]
    taken = takes_thing_behind(said, mention.after)
    object_behind = taken or ends_in_act(said) or said.endswith("的")  # 制发的19份意见书, 大厅的77个窗口
    behind = _behind(mention.after) if object_behind or not words else ()
    words = [] if taken else words
    if words[:1] == [_MADE_NOUN[0]]:
        words[0] = _MADE_NOUN[1]
    done, does = act_of(words, object_behind), act_of(behind, at_end=True)
    ends = _object_ends(behind, mention.after)
    things, then = frozenset(behind[:ends]), frozenset(words_of(mention.after)[ends:]) if behind else frozenset()
    if done is None and said.endswith("的") and behind and is_act(behind[0]):
        return Clause(frozenset(behind[:1]), frozenset(words))  # 书记的32件批示
    if done is None:
        follows = does is not None and not object_behind
        acts = frozenset([behind[does]]) if follows and does is not None else frozenset()
        return Clause(acts, things.union(words) - acts, follows=follows, then=then)
    start, end = _run_of_acts(said, words, done)
    rest = words[end:] or words[:start]
    return Clause(frozenset(words[start:end]), things.union(rest), frozenset(words[:start] if words[end:] else ()))


def takes_thing_behind(said: str, after: str) -> bool:
    """Do the words end in a verb that tells nothing of how many there are, of what stands behind the figure: 会见全部23名监督员?"""
    verb = said.removesuffix("全部")[-2:]
    thing = after[:1] not in _NO_THING and bool(_behind(after)) and not is_verb(after[:2])
    tells_nothing = said.endswith("全部") or (is_verb(verb) and bool(words_of(verb)))
    return thing and tells_nothing and not ends_in_act(verb)


def shared_out(before: str, mention: Mention, left: Left) -> Clause:
    """Of what the figure is all, where only a share of it is told: 查处醉驾较多的6月，占全年421起的15%; else of the figure before."""
    clause = _WORDS["most-of"].pattern.split(before.removesuffix(mention.before).rstrip("，"))[0]
    topic = clause_of(_LAST_CLAUSE.split(clause)[-1], mention)
    return topic if topic.things else Clause(frozenset(), left.things)


def completed(clause: Clause, before: str, mention: Mention, left: Left) -> Clause:
    """The clause with what it leaves to the words before it: the act of a list, the topic, a name in quotation marks, or
    the matter of the figure before: 受理复议申请45件，审结42件.
    """
    if is_of_the_year(mention.before, before):
        return clause  # 全年作出的94件处罚决定: it leaves nothing unsaid
    if not clause.acts:
        clause = clause._replace(acts=left.acts)
    if not clause.things and (topic := _WORDS["topic"].pattern.search(before.removesuffix(mention.before))):
        clause = clause._replace(things=frozenset(words_of(topic["what"] or topic["which"])) - clause.acts)
    told = _FIGURE.split(before)[-1] if left.things else before  # 整治“四乱”，立案36件，办结30件: of what was just told
    if not clause.things and (names := _QUOTED.findall(told)):
        clause = clause._replace(things=frozenset(names[-1:]))  # 推动“送法下乡”活动常态化，组织活动64场
    return clause if clause.things or not clause.acts else clause._replace(things=left.things - clause.acts)


def is_of_the_year(said: str, before: str) -> bool:
    """全年作出的: is it of all that was done in the year, whatever led up to it? Not of a campaign, or of a field."""
    return OF_THE_YEAR.pattern.fullmatch(said) is not None and not _WORDS["campaign"].pattern.search(before)


def _behind(after: str) -> tuple[str, ...]:
    """The words behind a figure up to what is said of it; none where the next member of a list begins."""
    after = _HELD.sub("", after)  # 36名在任的顾问
    return words_of(_STOP.split(after, maxsplit=1)[0]) if after[:1] not in JOINING else ()


def deed_in(said: str) -> str:
    """The words without those that say who did it; 招录司法所人员 is done to a body's."""
    if any(map(leaves_something, words_of(said)[:1])):
        return said
    body = _WORDS["doing-body"].pattern.match(said)
    if body and (begins_with_verb(said[body.end() :]) or said[body.end() :].startswith(_TO_WHOM)):
        return said[body.end() :]
    return _WORDS["agent"].pattern.sub("", said)


def _object_ends(words: Sequence[str], after: str) -> int:
    """How many words are no verbs: what is told of the thing behind a figure begins with one. All, if it opens with an act,
    or tells of none before a word that parts it from what is told: 消防通道堵塞点均已疏通.
    """
    if words and (is_act(words[0]) or (_STOP.search(after) and not any(map(is_act, words)))):
        return len(words)
    return next((at for at, word in enumerate(words) if at and (is_act(word) or is_verb(word))), len(words))


def act_of(words: Sequence[str], at_end: bool) -> int | None:
    """Which of the words is the act: where one ends the clause that, else the first, for 修订文件清理规程 is about a 规程."""
    acts = [at for at, word in enumerate(words) if is_act(word)]
    return (acts[-1] if at_end and acts[-1] + 1 == len(words) else acts[0]) if acts else None


def _run_of_acts(said: str, words: Sequence[str], done: int) -> tuple[int, int]:
    """From where to where acts stand written together, one of them known: 立案查处案件 are opened and punished; but in
    修订培训大纲 the second is of the document's name.
    """
    start, end = done, done + 1
    if all(map(is_act, words)):  # 应诉培训: then one of them is what the other is about
        return start, end
    while start and words[start - 1] not in _OF_NAMES and are_acts_beside(words[start - 1], words[start], said):
        start -= 1
    while end < len(words) and words[end - 1] not in _OF_NAMES and are_acts_beside(words[end - 1], words[end], said):
        end += 1
    return start, end


def tells_of_some(said: str, after: str, does: bool) -> bool:
    """Is something told of those counted, who may be but some of all: 60个调度室被评为优秀, 组织36名顾问参加培训, 大厅的72个窗口开通评价?"""
    if not said:
        return does or _WORDS["goes-on"].pattern.search(after) is not None
    behind = _behind(after)
    named = said.endswith("的") and not ends_in_act(said)
    return (named or not words_of(said)) and _object_ends(behind, "") < len(behind)


def letters_of(said: str, mention: Mention) -> str:
    """Those of the words that name a figure, in one order: 办理复议案件36件, 复议案件办理36件, 办理的36件复议案件."""
    thing = thing_behind(mention.after) if said.endswith("的") or not said else ""
    return "".join(sorted(_WORDS["idle"].pattern.sub("", WHOLE.pattern.sub("", said)) + thing))


def thing_behind(after: str) -> str:
    """The thing behind a figure, "" where none is named there."""
    thing = _WORDS["object"].pattern.match(after)
    return thing[0] if thing else ""
