"""What has become of a thing, told by the grammar of its clause: 顽疾一改而净, 篱笆越扎越紧, 权力运行有了“紧箍咒”.

Officials never run out of images, and a list of them is never long enough. What tells such a clause is how it is built: what the
office works on comes first, and behind it a change that is complete, a result, a likeness, or that something is there no more.
A deed comes with its verb first, or with the office that did it.
"""

from __future__ import annotations

from typing import NamedTuple

from reportlint.facts.figures.same_words import begins_with_act, ends_in_act
from reportlint.kept import patterns
from reportlint.language.idioms import is_idiom
from reportlint.language.official_words import is_official
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.verbs import begins_with_verb
from reportlint.language.word_boundaries import cut

_RULES = Sieve(load_phrases(__file__, "states").values())
_LEAD = patterns.compile(
    r"(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[是、]|[¶\d.]+)?(?:从而|进而|由此)?"
    r"(?:[^，的]{2,8}?(?:反映|感到|感受到|表示)(?![的了]))?"
)
_CAUSE = patterns.compile(r"[让使令]|(?:推动|带动|促使|倒逼|促进|助推|引导)了?")
_OFFICE = patterns.compile(
    r"[^，的、在对被每\ufffc]{0,12}?(?:局|委|办|政府|厅|院|所|中心|队|站|组|部门|单位|机关|街道|党委|党组|乡镇|我[县市区局镇乡省]|会议|民警|员|干部|领导|同志|律师|法官)"
)
_GOES_ON = patterns.compile("[把将对向从在与同按依由经于已均全统率就一再彻真终逐紧牢稳深不]")
_PARTY = patterns.compile("[\u4e00-\u9fff]某|双方|当事人|原告|被告(?!席)|申请人|第三人|两家|行为人")
_DEED = patterns.compile("[狠紧]?抓")
_OPENS_A_DEED = patterns.compile("[并也又还在经于自按依每]")
_HANDLED = patterns.compile("[把将]")
_MANNER = frozenset("一丝不苟 不折不扣 驰而不息 持之以恒 因地制宜 循序渐进 疏堵结合 标本兼治 对症下药 量体裁衣".split())
_QUALITY = patterns.compile(
    ".*(?:[性感力风念气境貌疾垒阂虑怨象态势度]|意识|共识|信心|民心|顽症|症结|死结|心结|毛病|心病|难题|秩序|负担|套路|空间|冲动|局面|距离|关系|作用|土壤|口碑|热情)$"
)
_CONCRETE = frozenset("制度 年度 进度 季度 对象 气象 动态 业态 天气 燃气 电力 人力 劳动力 台风 出境 入境 抽象".split())
_FIELDS = frozenset(
    "执法 监管 审批 审查 学法 办事 普法 监督 决策 服务 管理 治理 复议 诉讼 调解 应诉 立法 宣传 营商 投资 合规 改革".split()
)
"""Verbs that name what offices do, and a quality of it: 执法公信力."""
_HOW = patterns.compile(
    "(?:持续|不断|全面|深入|扎实|切实|积极|主动|认真|严格|依法|充分|深刻|全力|着力|大力|有效|有力|进一步|及时|集中|统一|先后|成功|妥善|全部)*"
)
_RUNS = frozenset("运转 运行 衔接 联动 疏通".split())
_LONGEST = 60
_IDIOM = 4


class State(NamedTuple):
    """at: where the clause begins to tell it. rule: the rule that found it."""

    at: int
    rule: str


def find_state(words: str) -> State | None:
    """What a clause tells has become of a thing; None where it tells a deed, or of the parties to a case."""
    lead = _LEAD.match(words)
    begins = lead.end() if lead else 0
    cause = _CAUSE.match(words, begins)
    core = words[cause.end() if cause else begins :]
    if not 5 <= len(core) <= _LONGEST or _PARTY.search(core) or _DEED.match(core):
        return None
    offset = len(words) - len(core)
    deed = not cause and (begins_with_act(core) or _OPENS_A_DEED.match(core) is not None or _office_acts(core))
    for rule in _RULES.that_may(core):
        at = _tells(rule, core, deed)
        if at is not None:
            return State(begins if cause else offset + at, rule.name)
    if not deed and _ends_in_idiom(core):
        return State(len(words) - _IDIOM, "idiom")
    if not deed and (at := _of_a_quality(core)):
        return State(offset + at, "quality")
    return None


def _office_acts(core: str) -> bool:
    """Does an office come first, and what it does behind it: 县司法局公布, 民警一举抓获? Not in 机关作风."""
    office = _OFFICE.match(core)
    if office is None:
        return False
    rest = core[office.end() :]
    return begins_with_verb(rest) or _GOES_ON.match(rest) is not None or is_idiom(rest)


def _tells(rule: Phrase, core: str, deed: bool) -> int | None:
    """Where the rule finds a state in a clause."""
    match = rule.pattern.search(core)
    if match is None or match.start() < 2 or _HANDLED.search(core, 0, match.end()):
        return None
    if rule.kind == "thing" and deed and "的" not in core[: match.start()]:
        return None
    so = match.groupdict().get("so") or match[0]
    if begins_with_act(so):
        return None
    if rule.name in ("no-more", "runs-smoothly") and is_official(so[:2]) and so not in _RUNS:
        return None
    return match.start()


def _ends_in_idiom(core: str) -> bool:
    before, idiom = core[:-_IDIOM], core[-_IDIOM:]
    return (
        len(before) > 2
        and is_idiom(idiom)
        and idiom not in _MANNER
        and not is_official(idiom[:2])
        and not ends_in_act(before)
    )


def _of_a_quality(core: str) -> int:
    """Where the words begin that tell, with no word of an office, what a quality or an evil is like now: 安全感爆棚; 0 for nowhere."""
    opens = _HOW.sub("", core, 1)
    if "、" in core or (begins_with_verb(opens) and opens[:2] not in _FIELDS):
        return 0
    words = cut(core)
    at = len(core)
    for word, before in zip(words[:0:-1], words[-2::-1], strict=True):
        at -= len(word)
        if is_official(word):
            return 0
        if _QUALITY.match(before) and before not in _CONCRETE and at > 3:
            return at if 2 <= len(core) - at <= 8 and core[at] not in "和与及或等之的" else 0
    return 0
