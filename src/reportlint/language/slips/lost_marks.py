"""Where a mark was lost behind a figure or an object: 开展检查36次整改问题12个, 合格率达98%组织补考, 加强队伍建设健全考核办法.

What stands behind a figure with its measure word seldom goes on in the same clause, and how it does has a grammar: 12名干部参加,
召开会议12次研究, 由36件增至48件; what is but named with its number (赋权事项42项) may have a verb behind it that tells what became of
it, and a rate how high it is. A clause that begins with a verb and has its object is complete where another such verb follows; but
not where the object is somebody who is to do the next thing: 督促企业健全制度.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.official_words import is_official
from reportlint.language.words.verbs import ends_in_verb, is_verb
from reportlint.language.words.word_boundaries import stands

_PHRASES = load_phrases(__file__, "lost_marks")
_RULES = [phrase for phrase in _PHRASES.values() if phrase.kind != "word"]
_WORDS = {name: phrase.pattern for name, phrase in _PHRASES.items() if phrase.kind == "word"}
_SET_WORDS = load_phrases(__file__, "run_on_sentences")
_OPENS = _SET_WORDS["glued"].pattern
_STOP = patterns.compile("[，。；！？,;!?\n]")
_REACH = 200
"""Characters before a place that its clause may have: without marks, each place would look back at all the text."""
_BETWEEN_MARKS = patterns.compile("[^，。；：、！？,;:!?\\s“”《》（）]+")
_ARTICLE = patterns.compile(r"第\d{1,4}[条款项]$")
"""Which it is, and no figure: 第36条."""
_FIGURE = patterns.compile(r"\d[^，。；]{0,8}$")
_SHORTEST = 4
"""Characters before a figure that tell an act and its object; and of an object with what tells which it is."""
_FIGURES = patterns.compile("[\\d.余多万亿]")
"""What a count has besides its measure word."""
_LISTS = "、"
_THINGS = frozenset(
    """
    建设 工作 机制 制度 体系 能力 水平 意识 效能 质量 环境 责任 程序 流程 力度 作用 基础 平台 清单 规定 办法 方案 要点 计划 标准 事项 问题
    纠纷 隐患 风险 活动 行动 改革 服务 管理 培训 宣传 会议 职责 职能 权限 行为 素养 思维 队伍 力量 网络 渠道 氛围 品牌 阵地 台账 意见
    任务 目标 防线 短板 模式 场景 系统
    """.split()
)
"""Nouns with which an object ends that does nothing itself."""
_NEXT = frozenset(
    """
    强化 加强 健全 深化 提升 提高 压实 聚焦 开展 举办 召开 印发 出台 制定 构建 打造 提出 形成 增强 完善 优化 建立 畅通 夯实 拓展 拓宽 搭建
    营造 落实 推行 着力 切实 严格 收到 采纳 发现 发放 办理 查处 责令 约谈 移送 下发 新增 组建 督促 劝离 收回 追回 报送 签订 走访 办结 审结
    """.split()
)
"""What begins another clause, and hardly ever the name of a thing; of 切实 and 严格 another verb follows."""
_IN_NAMES = frozenset(
    "提升 提高 增强 强化 深化 优化 完善 健全 建立 形成 落实 办理 发现 查处 移送 制定 发放 报送 推行 开展 严格 走访 办结 审结 追回".split()
)
"""Those of them that may as well be told of a noun before them, within the name of a thing: 质量提升机制, 问题发现移送机制."""
_RAISES = frozenset("加强 强化 提升 提高 增强 夯实 深化 推进".split())
"""Verbs that no paper nor rule is the object of: 加强队伍建设健全考核办法 has another verb for it."""
_WITH_OBJECT = _NEXT | frozenset("规范 推进 推行 坚持 实施 修订 组织".split())
"""What begins a clause and has its object behind it."""


def find_lost_marks(text: str, stretch: Span) -> Iterator[Span]:
    """The first word of each clause before which a mark is lost.

    text: with quotations masked.
    """
    found = (_behind_figures(text, stretch), _behind_objects(text, stretch), _behind_set_words(text, stretch))
    yield from dict.fromkeys(word for words in found for word in words)


def _behind_figures(text: str, stretch: Span) -> Iterator[Span]:
    for rule in _RULES:
        for match in rule.pattern.finditer(text, *stretch):
            before = text[max(stretch.start, match.start("next") - _REACH) : match.start("next")]
            if _ARTICLE.search(before) or (rule.kind == "figure-of-deed" and not _tells_deed(_STOP.split(before)[-1])):
                continue
            if rule.kind != "rate" or _is_told_apart(text, Span(match.start("next"), stretch.end)):
                yield Span(*match.span("next"))
    for clause in _BETWEEN_MARKS.finditer(text, *stretch):
        yield from _behind_counts(text, Span(*clause.span()))


def _is_told_apart(text: str, rest: Span) -> bool:
    """Does what stands behind a rate tell something else, and not what the rate is, shows or comes to: 高于全市, 反映出力量不足?"""
    if _WORDS["of-a-rate"].match(text, *rest):
        return False
    verb = text[rest.start : rest.start + 2]
    begins = _WORDS["acts"].match(text, *rest) or verb in _WITH_OBJECT or (is_verb(verb) and is_official(verb))
    return bool(begins or _WORDS["after-a-rate"].match(text, *rest))


def _tells_deed(clause: str) -> bool:
    """Does a clause that ends with a figure tell what was done to so many, and not only how many they are: 其余9份, 新增的4处?"""
    told = _FIGURE.sub("", clause).removeprefix("剩余")
    return not told.endswith("的") and any(is_verb(told[at : at + 2]) for at in range(len(told) - 1))


def _behind_counts(text: str, clause: Span) -> Iterator[Span]:
    """Where in a clause another act with a figure of its own follows what is counted: 收集意见45条发放手册90份."""
    for count in _WORDS["counts"].finditer(text, *clause):
        before = text[max(clause.start, count.start() - _REACH) : count.start()]
        behind = text[count.end() : min(clause.end, count.end() + _REACH)]
        if (
            len(before) < _SHORTEST
            or _WORDS["bound"].search(before)
            or _WORDS["no-act"].match(behind)
            or not _WORDS["another"].match(behind)
        ):
            continue
        if not count[0].endswith("次") and ends_in_verb(before) and behind[:2] not in _NEXT:
            continue  # it counts what stands behind: 推荐3个候选地区
        again = _counts_again(count[0], behind)
        if (again or _is_bare(behind)) and not _is_deed(text, Span(clause.start, count.start()), surely=again):
            continue  # it is done to what was counted: 赋权事项42项收回5项, 问题线索36条移交纪委12条
        if count[0][-1] in "%％" and _WORDS["of-a-rate"].match(behind):
            continue
        if count["body"] and (_WORDS["to-bodies"].search(before) or not _begins_with_verb(text, clause)):
            continue  # bodies act themselves, or it is done to them: 重点企业36家落实责任12项
        word = Span(count.end(), count.end() + 2)
        if _WORDS["acts"].match(behind) or (is_verb(behind[:2]) and stands(text, *word)):
            yield word


def _is_bare(behind: str) -> bool:
    """Has the verb behind a figure no object but its own figure: 收回5项, 退回重办310件?"""
    told = _WORDS["no-object"].match(behind)
    return bool(told and (not told["more"] or (is_verb(told["more"]) and not is_noun(told["more"]))))


def _counts_again(count: str, behind: str) -> bool:
    """Does the next figure count by the same measure: 闲散地块36宗复垦12宗?"""
    following = _WORDS["counts"].search(behind)
    return following is not None and _FIGURES.sub("", following[0]) == _FIGURES.sub("", count)


def _is_deed(text: str, told: Span, *, surely: bool) -> bool:
    """Does a clause up to its figure tell what was done to so many, and not only what they are: 赋权事项, 案件线索?

    Surely: only a verb that officials use proves it, and none that is part of a name (劳务合同, 闲散地块).
    """
    words = (Span(at, at + 2) for at in range(_behind_lead(text, told), told.end - 1))
    return any(
        (
            (is_verb(text[slice(*word)]) and (not surely or is_official(text[slice(*word)])))
            or _WORDS["acts"].match(text, *word)
        )
        and not _WORDS["names"].match(text, word.start)
        for word in words
        if stands(text, *word)
    )


def _behind_objects(text: str, stretch: Span) -> Iterator[Span]:
    for match in _WORDS["clause"].finditer(text, *stretch):
        begins = _behind_lead(text, Span(*match.span()))
        listed = (
            text[match.start() - 1 : match.start()] == _LISTS
        )  # 合同、补偿方案等36件提出意见: no verb with its object
        if _is_act(text[begins : begins + 2]) and not listed:
            yield from _next_acts(text, Span(begins, match.end()))


def _behind_set_words(text: str, stretch: Span) -> Iterator[Span]:
    """What a sentence hardly goes on with behind certain words: 走深走实|举办, 达到98%|现将情况报告如下."""
    for match in _OPENS.finditer(text, *stretch):
        word = str(match.lastgroup)
        opens = _SET_WORDS.get(f"opens-{word}")
        if not opens or opens.pattern.search(_clause_before(text, match.start(), stretch)):
            yield Span(*match.span(word))


def _clause_before(text: str, at: int, stretch: Span) -> str:
    return _STOP.split(text[max(stretch.start, at - _REACH) : at])[-1]


def _behind_lead(text: str, clause: Span) -> int:
    """Where a clause begins, behind 全年, 依法 and the like."""
    lead = _WORDS["lead"].match(text, *clause)
    return lead.end() if lead else clause.start


def _begins_with_verb(text: str, clause: Span) -> bool:
    begins = _behind_lead(text, clause)
    return is_verb(text[begins : begins + 2])


def _is_act(verb: str) -> bool:
    """Is it a verb whose object does not do the next thing; or one of which that is asked where a time follows?"""
    return is_verb(verb) and is_official(verb) and (verb in _WITH_OBJECT or not _WORDS["pivot"].search(verb))


def _next_acts(text: str, clause: Span) -> Iterator[Span]:
    """The verbs, or the times, before which the clause, which begins with a verb, has all it needs."""
    verb = text[clause.start : clause.start + 2]
    leads = _WORDS["pivot"].search(verb) is not None
    for at in range(clause.start + 4, clause.end - 3):
        word, told = Span(at, at + 2), text[clause.start + 2 : at]
        when = _WORDS["when"].match(text, at, clause.end)
        if not when and text[at : at + 2] not in _NEXT:
            continue
        complete = _WORDS["complete"].fullmatch(told)
        if complete is None or _WORDS["pivot"].search(told):
            continue
        if when:
            if verb in _WITH_OBJECT and (not complete["object"] or _is_done(complete["object"])):
                yield word
        elif text[at : at + 2] != verb and not leads:
            thing = not complete["object"] or complete["object"] in _THINGS
            told_on = _WORDS["goes-on"].match(text, word.end) or _WORDS["attributes"].match(text, word.start)
            if (
                thing
                and stands(text, *word)
                and not told_on
                and not (complete["object"] and _is_in_name(text, clause, word))
            ):
                yield word


def _is_in_name(text: str, clause: Span, word: Span) -> bool:
    """Does a verb tell but which thing the clause ends with, where that may be the object of the first verb: 建立质量提升机制?"""
    if text[slice(*word)] not in _IN_NAMES:
        return False
    short = clause.end - word.end < _SHORTEST  # 查处回头看
    raises = text[clause.start : clause.start + 2] in _RAISES
    ends = _WORDS["ends-in-event"].search(text, *clause) or (
        not raises and _WORDS["ends-in-rule"].search(text, *clause)
    )
    return bool(short or ends)


def _is_done(word: str) -> bool:
    """Is it a thing, or what is done, and nobody who does the next thing?"""
    return word in _THINGS or ((is_noun(word) or is_verb(word)) and not _WORDS["agent"].search(word))
