"""What has become of a thing, told by the grammar of its clause: 顽疾一改而净, 篱笆越扎越紧, 权力运行有了“紧箍咒”.

Officials never run out of images, and a list of them is never long enough. What tells such a clause is how it is built: what the
office works on comes first, and behind it a change that is complete, a result, a likeness, or that something is there no more.
A deed comes with its verb first, or with the office that did it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reportlint.facts.figures.same_words import begins_with_act, ends_in_act
from reportlint.facts.statements.subjects import said_of_subject
from reportlint.kept import patterns
from reportlint.language.marks import is_chinese, is_simplified
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.slips.idioms import is_idiom
from reportlint.language.traditional import simplified
from reportlint.language.words.adjectives import is_adjective
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import begins_with_verb
from reportlint.language.words.word_boundaries import cut, is_crossed, stands

_PHRASES = load_phrases(__file__, "states")
_STATES = Sieve(phrase for phrase in _PHRASES.values() if phrase.kind != "guard")
_LEAD, _CAUSE, _PARTY, _HANDLED, _OFFICE_ACTS, _OFFICE, _HOW, _QUALITY, _PUT_AWAY, _IMAGE = (
    phrase.pattern for phrase in _PHRASES.values() if phrase.kind == "guard"
)
_MANNER = frozenset(
    "一丝不苟 不折不扣 驰而不息 持之以恒 因地制宜 循序渐进 疏堵结合 标本兼治 对症下药 名列前茅 走在前列 遥遥领先 首屈一指 独占鳌头 一骑绝尘 拔得头筹 出类拔萃".split()
)
"""Idioms of how something is done, and of a rank."""
_MADE_UP = tuple("握手言和 重归于好 言归于好 和好如初 冰释前嫌 尽释前嫌 破镜重圆 化敌为友 言归旧好".split())
"""Idioms of how the parties to a case came to terms, named or not: that is told, and claimed of nothing."""
_NO_QUALITY = frozenset("对象 气象 动态 业态 天气 燃气 电力 人力 劳动力 台风 通风 出境 入境 抽象".split())
_OF_AIR = patterns.compile("(?:[通排送回进鼓]风|[氮氧尾废烟油沼煤蒸]气|[水火雨汛]势|[液固气]态|疾病|疫病|摄氏度)$")
"""Physical things that end as qualities do: 通风降水, 氮气置换."""
FIELDS = frozenset(
    "执法 监管 审批 审查 学法 办事 普法 监督 决策 服务 管理 治理 复议 诉讼 调解 应诉 立法 宣传 营商 投资 合规 改革".split()
)
"""Verbs that name a field, of which there are qualities: 执法公信力."""
CHANGES = frozenset(
    """
    打破 破除 消除 消灭 根除 铲除 杜绝 遏制 扭转 根治 堵塞 堵住 斩断 净化 疏通 打通 贯通 畅通 盘活 唤醒 激励 鼓舞 振奋 震慑 密切
    拉近 树立 赢得 擦亮 点燃 捍卫 守住 稳定 塑造 重塑 避免 防止 弥补 填补 冲破 突破 跨越 凝聚 营造 弘扬 提振 撬动 开创 改变 化解 破解
    解决 缓解 减轻 降低 减少 提升 提高 增强 改善 巩固 释放 激发 好转 加深 加快
    """.split()
)
"""What official writing calls what things and people have come to: no deed where 了 or 已经 says that it has."""
_TELLS = frozenset("介绍 回顾 描述 阐述 阐明 讲述 展示 体验 感受 描绘 再现".split())
"""What but speaks of a thing, and does nothing to it."""
TO_AN_EVIL = "bettering-of-a-quality"
"""The rule of what was done to a quality, an evil, or an image of one: no count of acts tells how far."""
_VERB = 3
"""Characters of a verb at most."""
_SHORTEST, _LONGEST = 5, 60
"""Characters of a clause that tells such a thing."""
_IDIOM = 4
_OF_A_NAME = patterns.compile(r"偏[高低大小多少]$|[和与及或等之的为不]|\d|名列前茅")
"""What goes on behind a quality and tells nothing of it, that it is none, or a rank."""
_FEELINGS = tuple("获得感 安全感 幸福感 归属感 认同感 信任感 成就感 参与感 体验感 自豪感".split())
"""What people have of it, told without saying who."""
_AND = patterns.compile(r"[和与及\d]")
_LEAST = 4
"""Characters up to the end of a quality."""
_OF_A_CASE = frozenset("合法 正确 清楚 确凿 充分 适当 齐全 完备 完整 真实".split())
"""What a review finds of a decision, and of papers."""
_NO_THING = frozenset("的地得不较更最很更加为是和与或等")
_SAID = range(2, 9)
"""Characters of what is said of a quality."""


class State(NamedTuple):
    """at: where the clause begins to tell it. rule: what found it. of_thing: of an office it would be a deed."""

    at: int
    rule: str
    of_thing: bool = True


def find_state(words: str, *, ends: bool = False) -> State | None:
    """What a clause tells has become of a thing; None where it tells a deed, or of the parties to a case.

    words: its quotations masked.
    """
    lead = _LEAD.match(words)
    begins = lead.end() if lead else 0
    cause = _CAUSE.match(words, begins)
    core = words[cause.end() if cause else begins :]
    if not _SHORTEST <= len(core) <= _LONGEST or core.endswith(_MADE_UP) or _PUT_AWAY.search(core):
        return None
    for state in _states(core, ends and not cause):
        if state.of_thing and not cause and "的" not in core[: state.at] and _is_deed(core):
            continue
        if _PARTY.search(core) or _is_traditional(words):  # what is no state is told in simplified characters only
            return None
        return state._replace(at=begins if cause else state.at + len(words) - len(core))
    return None


def _is_traditional(words: str) -> bool:
    """Has it a character that simplified writing has not, or has another for?"""
    strange = any(is_chinese(char) and char.isalpha() and not is_simplified(char) for char in words)
    return strange or simplified(words) != words


def _states(core: str, ends: bool) -> Iterator[State]:
    """What may be told, by all that tells it."""
    for rule in _STATES.that_may(core):
        if (at := _end_of_state(rule, core)) is not None:
            yield State(at, rule.name, rule.kind == "thing")
    if _ends_in_idiom(core):
        yield State(len(core) - _IDIOM, "idiom", of_thing=False)
    if at := _of_a_quality(core):
        yield State(at, "quality", of_thing=not core.startswith(_FEELINGS))
    if at := _of_a_look(core):
        yield State(at, "look")
    if better := _of_a_bettering(core):
        yield better
    if ends and (at := said_of_subject(core, CHANGES)) is not None:
        yield State(at, "of-its-subject", of_thing=False)


def _is_deed(core: str) -> bool:
    """Does it begin with what was done, or with an office that does something?"""
    if begins_with_act(core) or _OFFICE_ACTS.match(core):
        return True
    office = _OFFICE.match(core)
    return office is not None and (begins_with_verb(core[office.end() :]) or is_idiom(core[office.end() :]))


def _end_of_state(rule: Phrase, core: str) -> int | None:
    """Where the rule finds a state, behind what it is one of."""
    match = rule.pattern.search(core)
    if match is None or match.start() < 2 or _HANDLED.search(core, 0, match.end()):
        return None
    if rule.name == "rhythm" and _HOW.fullmatch(core, 0, match.start()):  # 切实|压紧压实: of nothing
        return None
    if rule.name == "doubled" and not _begins_a_word(core, match.start()):
        return None  # 履行|行政复议, 各镇|镇域治理
    if rule.name == "by-an-image" and _opens_with_verb(core):
        return None
    if rule.name == "fills-a-place" and is_crossed(core, match.start()):  # 宣传|遍地
        return None
    if match[0].startswith("已") and rule.name == "steadily" and not _QUALITY.fullmatch(core, 0, match.start()):
        return None
    groups = match.groupdict()
    plain = (groups.get("plain") or "")[:2]
    if plain in CHANGES:
        return match.start()
    if begins_with_act(groups.get("act") or match[0]) or is_official(plain):
        return None
    return match.start()


def _begins_a_word(core: str, at: int) -> bool:
    return core[at - 1] not in "各全每" and at in accumulate(map(len, cut(core)), initial=0)


def _ends_in_idiom(core: str) -> bool:
    """Is the end an idiom, and not how an office works? 压实责任 is set as well, and none: it begins with what an office does."""
    before, idiom = core[:-_IDIOM], core[-_IDIOM:]
    if len(before) < 3 or not is_idiom(idiom) or idiom in _MANNER or is_official(idiom[:2]):
        return False
    if idiom[0] == idiom[2] == "一":  # 一企一策: how it is done for each
        return False
    if begins_with_act(core) or _OFFICE_ACTS.match(core) or _opens_with_verb(core) or ends_in_act(before):
        return False
    office = _OFFICE.match(before)
    return office is None or (office.end() < len(before) and not begins_with_verb(before[office.end() :]))


def _opens_with_verb(core: str) -> bool:
    """Does it begin with what is done, however it is done: 积极维护? 执法 names a field as well."""
    opens = _HOW.sub("", core, 1)
    return begins_with_verb(opens) and opens[:2] not in FIELDS and cut(opens[:6])[0] == opens[:2]  # not 合作社


def _of_a_quality(core: str) -> int:
    """Where the words begin that tell, with no word of an office, what a quality or an evil is like: 安全感爆棚; 0 for nowhere."""
    least = _LEAST - core.startswith(_FEELINGS)
    ends = range(max(least, len(core) - _SAID[-1]), len(core) - _SAID[0] + 1)
    if "、" in core or not any(_QUALITY.fullmatch(core, 0, end) for end in ends) or is_official(core[-2:]):
        return 0
    if _opens_with_verb(core) and not core.startswith(_FEELINGS):
        return 0
    words = cut(core)
    at = len(core)
    for word, before in zip(words[:0:-1], words[-2::-1], strict=True):
        at -= len(word)
        if is_official(word) or _OF_AIR.search(core, 0, at):
            return 0
        if _QUALITY.fullmatch(core, 0, at) and before not in _NO_QUALITY and at >= least:
            if len(before) == 1 and is_noun(core[at - 1 : at + 1]):  # 虫霉|病害
                return 0
            return at if len(core) - at in _SAID and not _OF_A_NAME.match(core, at) and not _AND.search(core, at) else 0
    return 0


def _of_a_look(core: str) -> int:
    """Where the words begin that say what a thing is like: 水体|清澈, of two things also in words of an office: 权责明晰、运转协调.

    0 for nowhere.
    """
    last, before = core[-2:], core[-4:-2]
    if not is_adjective(last) or is_adjective(before) or not stands(core, len(core) - 2, len(core)):
        return 0
    if core[-5:-4] == "、" and is_adjective(core[-7:-5]) and last not in _OF_A_CASE:
        return len(core) - 9
    return len(core) - 2 if not is_official(last) and is_chinese(before[-1:]) and before[-1:] not in _NO_THING else 0


def _of_a_bettering(core: str) -> State | None:
    """What begins, verb first and with 了, to tell what was brought about: 打破了壁垒; by any verb that is no word of an office,
    where a quality, an evil or an image of one stands behind it: 涤荡了歪风, 织密了防护网.
    """
    opens = _HOW.sub("", core, 1)
    verb, _, what = opens.partition("了")
    if not 1 <= len(verb) <= _VERB or len(what) < 2 or "\ufffc" in verb:
        return None
    at = len(core) - len(opens)
    plain = verb in CHANGES or not (verb in _TELLS or is_official(verb[-2:]))
    of_a_quality = len(verb) == _VERB - 1 and not begins_with_act(verb) and _QUALITY.fullmatch(what)
    if plain and (of_a_quality or _IMAGE.search(what)):
        return State(at, TO_AN_EVIL, of_thing=False)
    return State(at, "bettering", of_thing=False) if verb in CHANGES else None
