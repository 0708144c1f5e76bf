"""Does what the shortcomings admit deny what the deeds assert: 全部按期报备 and 报备不及时?"""

from __future__ import annotations

import re

from reportlint.facts.figures.same_words import leaves_something, words_of
from reportlint.facts.statements.admissions import Admission, bared, lean
from reportlint.facts.statements.circles import of_other_circles
from reportlint.facts.statements.wholes import Whole
from reportlint.kept import patterns
from reportlint.language.tables import load_table
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.shared import shares, strange
from reportlint.language.words.verbs import is_verb

_ABOUT = frozenset("培训 宣传 考核 评估 演练 调研 研究 总结 解读".split())
"""What is done about a matter besides: 没有参加应诉培训 does not deny that they appear."""
_OTHERS = patterns.compile("一般(?!性)|普通|其[他余它]")
"""Others than those that were spoken of."""
_INTO = frozenset("入驻")
"""Characters behind that of a verb that tell where something comes to be."""
_WHOSE = [patterns.compile(own) for own in ("[省市县区镇乡村]级", "[一-鿿]{2}领域", "[一-鿿]{2,6}局")]
"""The level, the field and the body of which one speaks."""
_PLACES = patterns.compile("(?:偏远)?(?:[乡镇村街农社部单基城][镇道村区门位层居])+")
"""Where, or by whom, but not of which kind."""
_COMPLETE = frozenset(["到位", "齐全"])
"""Said of how it is done that all of them have it."""
_YARDS = frozenset("尺度 标准 口径".split())
"""By what a matter is done evenly: 裁量尺度不一 denies 裁量权行使统一."""
_SUPPLY = ("保障", "配备", "配置", "配发", "供给", "投入", "储备", "落实", "明确", "确定", "指定")
"""What is done that people, money and things be there, whichever of the words is taken."""
_IN_ORDER = frozenset(["有序"])
_FLOWS = frozenset("畅")
"""What does not flow is not in order."""
_FAULTS = {row["quality"]: row["faults"] for row in load_table(__file__, "qualities", quality="word", faults="words")}
"""What tells of a thing that it is not as well as that."""
_KINDS = {row["kind"]: row["things"] for row in load_table(__file__, "kinds", kind="word", things="words")}
"""What things are called together: 装备."""
_TAKES_PART = frozenset("参加 参与 接受".split())
"""What each does where all are covered by what is done: 学法全覆盖."""
_BEYOND = patterns.compile("承担|胜任|适应|满足")
"""What those cannot do who are too few; it does not say that it was not done: 难以承担合法性审核."""
_CHARGED = patterns.compile("专[人职班]")
"""Who does nothing else: 没有专人负责审查 does not deny that all was reviewed."""
_NO_EVIL = frozenset(["例外", "遗漏", "缺漏", "漏项"])
"""无一例外 says of all that it was done, 无一遗漏 as well."""
_TELLS = frozenset("信息 数据 情况 内容 汛期 夜间 周末 假期 节假日".split())
"""What is told of a thing, and when: of 水质 and 水质信息 alike."""
_HAS, _GETS = frozenset("持有"), frozenset("取得 获得 领取 考取 办理 持有 具有 具备 换领 换发".split())
"""What says that somebody has a thing, and what he did to have it."""
_MUCH_AND_SO = patterns.compile("的?(?:现象|问题|情况|局面|状况)$")
"""What an evil is called behind its own words."""
_NOT = patterns.compile("[未没无]")
_WORD = 2
"""Characters of a thing's last word: 证件."""
_LONG = 4
"""Characters that tell an act with its thing: 设服务点."""
_THING = 3
"""Characters that tell a thing: 网格员."""
_ANY = patterns.compile("办理|审理|处理|处置|答复|回复|完成|办结")
"""What is done in time, whatever it is called."""


def denies(whole: Whole, admission: Admission) -> bool:
    """Does the admission deny what was asserted: the same act, or how well it was done, of the same things?"""
    if not shares(admission.words, whole.words):
        return False  # most
    if any(_is_not_yet(each, admission) for each in whole.gone):
        return True
    evil = next((each for each in (*whole.gone, *whole.none) if _is_there(each, admission.words)), None)
    if admission.still and evil is not None:
        of_it = whole.subject[-2:] in admission.words  # 复议零撤销: not 在诉讼中被撤销
        return of_it and (
            evil in whole.gone or bool(whole.subject) or shares(admission.words.replace(evil, "，"), whole.words)
        )
    if whole.gone or not admission.denied or _is_of_means(admission, whole):
        return False
    denied = admission.denied.removeprefix("先")  # 没有先送审
    if any(_is_not(admission, word) for word in whole.well):
        yard = denied in _YARDS and shares(admission.subject, whole.subject + whole.act)
        same = yard or _is_supply(admission, whole) or shares(denied, whole.words) or _kindred(denied, whole.act)
    else:
        complete = whole.all or not _COMPLETE.isdisjoint(whole.well)
        same = (
            _named(denied, whole, well=bool(admission.well)) or _kindred(denied, whole.act) or _is_one_of(denied, whole)
        )
        same = complete and (same or _is_supply(admission, whole) or _is_at_length(admission, whole))
        same = same or (whole.all and "覆盖" in denied and not strange(admission.subject, whole.words))
        if not _NO_EVIL.issuperset(whole.none):  # 无一人伤亡: of its evil alone
            same = any(_has(evil, admission, whole) for evil in whole.none)
    if admission.late and not (whole.in_time or whole.none or whole.well):
        return False  # 逐件审查, and 审查 that took long
    late = admission.late and whole.in_time and not strange(_ANY.sub("", denied), whole.words)
    return (same or late) and _of_the_same(whole, admission)


def _is_of_means(admission: Admission, whole: Whole) -> bool:
    """Does it but say that there are too few to do it, or nobody charged with it alone?"""
    charged = _CHARGED.match(admission.denied)
    return _BEYOND.match(admission.denied) is not None or (charged is not None and charged[0] not in whole.words)


def _is_not_yet(evil: str, admission: Admission) -> bool:
    """Is a thing told not to be so well, where it was to be no more that it is not: 执法不规范, 执法规范化程度不够高?"""
    thing, _, quality = _MUCH_AND_SO.sub("", evil).partition("不")
    well = bool(admission.well) and quality[:_WORD] in admission.words
    return len(thing) >= _WORD and len(quality) >= _WORD and thing[-_WORD:] in admission.words and well


def _is_there(evil: str, words: str) -> bool:
    """Do the words name it, or what is new of it: 违建零增长, 新增违建?"""
    return evil in words or (evil == "增长" and "新增" in words)


def _has(evil: str, admission: Admission, whole: Whole) -> bool:
    """Is the evil that not one has told to be there, of a thing that both name?"""
    rest = (admission.subject + "，" + admission.words).replace(evil, "，")
    return evil in admission.words and shares(rest, whole.words)


def _is_not(admission: Admission, quality: str) -> bool:
    """Does it tell that a thing is not so well: 不规范, 存在瑕疵?"""
    if admission.well and _as_well(admission.well, quality):
        return True
    return any(fault in admission.words for fault in _FAULTS.get(quality, ()))


def _is_supply(admission: Admission, whole: Whole) -> bool:
    """Is a thing said not to be supplied that was said to be: 装备、经费全部保障到位, 船艇等装备配备不到位?"""
    supplied = admission.denied in _SUPPLY and any(word in whole.act for word in _SUPPLY)
    return supplied and len(admission.subject) > 1 and admission.subject[-2:] in whole.words


def _is_one_of(denied: str, whole: Whole) -> bool:
    """Is a thing said not to be there, of a kind of which all is said to be: 装备悉数配齐, 没有执法车辆?"""
    supplied = "配齐" in whole.words or any(word in whole.act for word in _SUPPLY)
    return supplied and any(kind in whole.words and denied.endswith(tuple(things)) for kind, things in _KINDS.items())


def _as_well(word: str, other: str) -> bool:
    """Do two words say that it is done well in the same way: 不严 and 严格, 不一 and 统一, 不畅 and 有序?"""
    return bool(set(word) & set(other)) or (other in _IN_ORDER and bool(set(word) & _FLOWS))


def _named(denied: str, whole: Whole, *, well: bool) -> bool:
    """Is what is denied the act that was asserted, or, where all are covered, the thing that they have? well: how it was done is denied,
    and a verb tells of which kind it is (执法程序 beside 决策程序).
    """
    named = denied[2:].removeprefix("过") if is_verb(denied[:2]) and not well else denied
    other = [words for words in strange(named, whole.words) if well or not is_verb(words)]
    covers = "覆盖" in whole.act and len(denied) >= _LONG
    if covers and not _gives(denied, whole):
        return False
    act = whole.words if covers else whole.act
    thing = denied[-2:]  # 没有调解员 denies no 调解室
    said = thing in whole.words or (is_verb(thing) and thing not in _ABOUT)
    said = said or any(_begin_alike(each, denied) for each in whole.act.split("，"))
    little = 2 * sum(map(len, other)) <= len(denied) - well
    return said and little and (shares(denied, act) or denied in act)


def _begin_alike(act: str, denied: str) -> bool:
    """Does the act asserted begin with what is denied, or with a verb like it: 上会 and 上会研究, 加装 and 安装?"""
    verb = denied[:2]
    if _ANY.fullmatch(verb):
        return False
    return act.startswith(verb) or (is_verb(verb) and is_verb(act[:2]) and bool(set(act[:2]) & set(verb)))


def _gives(denied: str, whole: Whole) -> bool:
    """Is what is denied that they have the thing (没有聘请顾问, 未划入网格), and not what is done with it (没有咨询顾问)?"""
    verb = denied[:2]
    gives = verb in whole.words or verb[1] in _INTO or any(map(leaves_something, words_of(verb)))
    return gives or not is_verb(verb) or verb in _TAKES_PART


def _of_the_same(whole: Whole, admission: Admission) -> bool:
    """Do both speak of the same things? What one of them names besides may narrow it (部分乡镇); where both do, they are others.

    What is named last must be in both, but where the thing is told behind: 偏远村未设服务点.
    """
    told = [(set(own.findall(whole.words)), set(own.findall(admission.words))) for own in _WHOSE]
    if of_other_circles(whole.words, admission.words) or any(
        here and there and here.isdisjoint(there) for here, there in told
    ):
        return False
    if _OTHERS.search(admission.words) and not _OTHERS.search(whole.words):
        return False
    if not admission.subject and not admission.well and not _looks_back_on(whole, admission):
        return False
    other = [words for words in strange(admission.subject, whole.words) if words not in _TELLS]
    split = admission.subject[-1:] + admission.denied[:1] in whole.words  # 音视频: no word of its own is 视频
    last = other and not split and 1 < len(admission.denied) < _LONG and admission.subject.endswith(other[-1])
    thing = len(admission.denied) >= _THING and not is_verb(admission.denied[-2:])  # 两个村网格员空缺
    kinds = told[0][0] or any(_PLACES.fullmatch(words) is None for words in other)
    kinds = kinds and not (thing and not shares(admission.subject, whole.words))  # 5个项目未开设工资专户
    of_which = (whole.subject or whole.act) if whole.all else whole.subject + whole.act.partition("，")[0]
    if (last and not thing) or (other and kinds and _narrowed(of_which, admission.words)):
        return False
    if any(_splits(words, admission.words, whole.words) for words in other) or _two_kinds(
        whole.subject, admission.subject
    ):
        return False
    return shares(admission.subject + "，" + admission.denied, whole.words)


def _looks_back_on(whole: Whole, admission: Admission) -> bool:
    """Is what is spoken of, where the clause before the admission says it, named by the assertion: 抽查合同36份，2份未经审查 beside 合同均经审查?"""
    of_what = _PLACES.sub("", bared(admission.before))[-_WORD:]
    return len(of_what) < _WORD or of_what in whole.words


def _splits(kind: str, words: str, other: str) -> bool:
    """Does it stand inside of a name that the other has: 辅助 of 执法辅助人员 beside 执法人员?"""
    before, _, behind = words.partition(kind)
    inside = before != "" != behind and before[-1] + behind[0] in other
    return inside and len(kind) < _LONG and bool(lean(kind))


def _two_kinds(one: str, other: str) -> bool:
    """Are they things of two kinds: 快递车辆, 外卖车辆?"""
    own, its = strange(one, other), strange(other, one)
    if not own or not its or _PLACES.fullmatch(own[0]) or _PLACES.fullmatch(its[0]):
        return False
    thing = one.removeprefix(own[0])
    return thing not in ("", one) and thing == other.removeprefix(its[0])


def _narrowed(subject: str, words: str) -> bool:
    """Does the subject begin with what the words have not, before what they have: 县级 of 县级执法队?"""
    subject = next((piece for piece in subject.split("，") if shares(piece, words)), subject)  # of 大额资金、工程发包
    own = strange(subject, words)
    return bool(own) and subject.startswith(own[0]) and not is_verb(own[0]) and shares(subject[len(own[0]) :], words)


def _kindred(denied: str, act: str) -> bool:
    """Is what is denied, in two characters, a verb kindred to one of what was done (审查, 审核; 开足, 开齐), or the same at
    length (一网通办, 网上办理)?
    """
    pieces = act.split("，")
    if len(denied) != len("审查"):
        return any(
            piece[0] == "一" and 2 * len(set(piece[1:]) & set(denied)) >= max(len(denied), _LONG)
            for piece in pieces
            if len(piece) == len("一网通办")
        )
    if re.search(f"{denied[0]}.{denied[1]}", act):  # 招投标: 招标
        return True
    verbs, acts = (act[at : at + 2] for at in range(len(act) - 1)), is_verb(denied)
    each = any(piece[::2] == "一一" and piece[3] in denied for piece in pieces if len(piece) == _LONG)  # 一案一档: 建档
    return (
        each
        or any(
            piece in denied if len(piece) == 1 else piece[0] == denied[0]
            for piece in pieces
            if piece and len(piece) <= 2
        )
        or any((acts and mean_alike(denied, verb)) or (is_verb(verb) and set(verb) & set(denied)) for verb in verbs)
    )


def _is_at_length(admission: Admission, whole: Whole) -> bool:
    """Is the act denied in full words, of nothing that the assertion does not name: 持证, 未取得执法证件; 参保, 没有参加渔船保险?"""
    if admission.well or admission.late or not _NOT.search(admission.words):
        return False
    denied, verb = admission.denied, admission.denied[:2]
    for act in {two for piece in whole.act.split("，") for two in (piece[:2], piece[-2:]) if len(two) == len("持证")}:
        does = is_verb(verb) and (act[0] in verb or (act[0] in _HAS and verb in _GETS))
        thing = denied[2:] if does else denied if act[0] in _HAS else ""
        at = thing.find(act[1])
        if 0 <= at >= len(thing) - _WORD and thing[:at] in whole.words:
            return True
    return False
