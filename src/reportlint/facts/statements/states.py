"""What has become of a thing, told by the grammar of its clause: 顽疾一改而净, 篱笆越扎越紧, 权力运行有了“紧箍咒”.

Officials never run out of images, and a list of them is never long enough. What tells such a clause is how it is built: what the
office works on comes first, and behind it a change that is complete, a result, a likeness, or that something is there no more.
A deed comes with its verb first, or with the office that did it.
"""

from __future__ import annotations

from typing import NamedTuple

from reportlint.facts.figures.same_words import begins_with_act
from reportlint.kept import patterns
from reportlint.language.idioms import is_idiom
from reportlint.language.official_words import is_official
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.verbs import ends_in_verb

_RULES = Sieve(load_phrases(__file__, "states").values())
_LEAD = patterns.compile(
    r"(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[是、]|[¶\d.]+)?(?:从而|进而|由此)?"
    r"(?:[^，的]{2,8}?(?:反映|感到|感受到|表示)(?![的了]))?"
)
_CAUSE = patterns.compile(r"[让使令]|(?:推动|带动|促使|倒逼|促进|助推|引导)了?")
_OFFICE = patterns.compile(
    r"(?:[狠紧]抓|[^，的、在对被每\ufffc]{0,12}?(?:局|委|办|政府|厅|院|所|中心|队|站|组|部门|单位|机关|街道|党委|党组|乡镇|我[县市区局镇乡省]|会议|民警|员|干部|领导|同志|律师|法官))"
    r"(?:会同|联合|已|均|全部|统一|率先|依法)?(?=[\u4e00-\u9fff\ufffc]{2})"
)
_PARTY = patterns.compile("[\u4e00-\u9fff]某|双方|当事人|原告|被告(?!席)|申请人|第三人|两家|行为人")
_HANDLED = patterns.compile("[把将]")
_MANNER = frozenset("一丝不苟 不折不扣 驰而不息 持之以恒 因地制宜 循序渐进 疏堵结合 标本兼治 对症下药 量体裁衣".split())
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
    if not 5 <= len(core) <= _LONGEST or _PARTY.search(core):
        return None
    offset = len(words) - len(core)
    of_office = not cause and (begins_with_act(core) or _OFFICE.match(core) is not None)
    for rule in _RULES.that_may(core):
        at = _tells(rule, core, of_office)
        if at is not None:
            return State(begins if cause else offset + at, rule.name)
    if not of_office and _ends_in_idiom(core):
        return State(len(words) - _IDIOM, "idiom")
    return None


def _tells(rule: Phrase, core: str, of_office: bool) -> int | None:
    """Where the rule finds a state in a clause."""
    match = rule.pattern.search(core)
    if match is None or match.start() < 2 or _HANDLED.search(core, 0, match.end()):
        return None
    if rule.kind == "thing" and of_office and "的" not in core[: match.start()]:
        return None
    so = match.groupdict().get("so") or match[0]
    if begins_with_act(so) or (rule.name == "no-longer" and is_official(match[0][2:4])):
        return None
    if rule.name in ("of-an-evil", "runs-smoothly") and is_official(so[:2]) and so[:2] not in _RUNS:
        return None
    return match.start()


def _ends_in_idiom(core: str) -> bool:
    before, idiom = core[:-_IDIOM], core[-_IDIOM:]
    return (
        len(before) > 2
        and is_idiom(idiom)
        and idiom not in _MANNER
        and not is_official(idiom[:2])
        and not ends_in_verb(before)
    )
