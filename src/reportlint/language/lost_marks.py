"""Where a mark was lost behind a figure or an object: 开展检查36次整改问题12个, 合格率达98%组织补考, 加强队伍建设健全考核办法.

What stands behind a figure with its measure word seldom goes on in the same clause, and how it does has a grammar: 12名干部参加,
召开会议12次研究, 由36件增至48件. A clause that begins with a verb and has its object is complete where another such verb follows;
but not where the object is somebody who is to do the next thing: 督促企业健全制度.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.official_words import is_official
from reportlint.language.phrases import load_phrases
from reportlint.language.verbs import ends_in_verb, is_verb
from reportlint.language.word_boundaries import stands

_PHRASES = load_phrases(__file__, "lost_marks")
_RULES = [phrase for phrase in _PHRASES.values() if phrase.kind != "word"]
_ACT, _CLAUSE, _COMPLETE, _LEAD, _PIVOT, _GOES_ON = (
    phrase.pattern for phrase in _PHRASES.values() if phrase.kind == "word"
)
_SET_WORDS = load_phrases(__file__, "run_on_sentences")
_OPENS = _SET_WORDS["glued"].pattern
_STOP = patterns.compile("[，。；！？,;!?\n]")
_REACH = 200
"""Characters before a place that its clause may have: without marks, each place would look back at all the text."""
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
    营造 落实 推行 着力 切实 严格 收到 采纳 发现 发放 查处 责令 约谈 移送 下发 新增 组建 督促 劝离 收回 追回 报送 签订 走访 办结 审结
    """.split()
)
"""What begins another clause, and hardly ever the name of a thing; of 切实 and 严格 another verb follows."""


def find_lost_marks(text: str, stretch: Span) -> Iterator[Span]:
    """The first word of each clause before which a mark is lost.

    text: with quotations masked.
    """
    yield from _behind_figures(text, stretch)
    yield from _behind_objects(text, stretch)
    yield from _behind_set_words(text, stretch)


def _behind_figures(text: str, stretch: Span) -> Iterator[Span]:
    for rule in _RULES:
        for match in rule.pattern.finditer(text, *stretch):
            word = Span(*match.span("next"))
            begins = _behind_lead(text, Span(*match.span()))
            if rule.kind == "figure" or (
                is_verb(text[begins : begins + 2]) and _goes_with_another_act(text, word, match["counted"])
            ):
                yield word


def _behind_objects(text: str, stretch: Span) -> Iterator[Span]:
    for match in _CLAUSE.finditer(text, *stretch):
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
    lead = _LEAD.match(text, *clause)
    return lead.end() if lead else clause.start


def _goes_with_another_act(text: str, word: Span, counted: str) -> bool:
    """Does an act of its own follow what is counted: 收集意见45条发放手册90份?"""
    following = text[word.start : word.end]
    is_act = is_verb(following) or _ACT.fullmatch(following) is not None
    return is_act and stands(text, *word) and (following in _NEXT or not ends_in_verb(counted))


def _is_act(verb: str) -> bool:
    return is_verb(verb) and is_official(verb) and not _PIVOT.search(verb)


def _next_acts(text: str, clause: Span) -> Iterator[Span]:
    """The verbs before which the clause, which begins with one, has all it needs."""
    verb = text[clause.start : clause.start + 2]
    for at in range(clause.start + 4, clause.end - 3):
        word, told = Span(at, at + 2), text[clause.start + 2 : at]
        if text[at : at + 2] not in _NEXT or text[at : at + 2] == verb or _PIVOT.search(told):
            continue
        complete = _COMPLETE.fullmatch(told)
        if complete is None or (complete["object"] and complete["object"] not in _THINGS):
            continue
        if stands(text, *word) and not _GOES_ON.match(text, word.end):
            yield word
