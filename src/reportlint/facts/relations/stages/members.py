"""Some of those told of just before: 审查文件36件，提出意见的有41件; 招聘辅警46名，退役军人占52名; 全县律师87名，女律师91名."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.facts.figures.mentions import Mention
from reportlint.language.numbers.measure_words import DOERS, PARTIES, how_counted
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import begins_with_verb, is_verb

_WORDS = load_phrases(__file__, "members")
_WORD = 2
"""Characters of a word."""
_LONGEST = 4
"""Characters that tell which of the things they are."""
_PAPER = 9
"""Characters by which a paper is known."""
_SEVERAL = 3
"""Members of a list that may be of a whole told further off."""


def are_members(whole: Mention, part: Mention) -> bool:
    """Does the part, right behind the whole, tell of some of it?"""
    told = (_tells_of_some, _some_in_a_manner, _are_kind, _share, _within)
    return any(tells(whole, part) for tells in told)


def lie_in(whole: Mention, part: Mention) -> bool:
    """13个社区中有27个小区: are the places told of those that lie in them, and none of them?"""
    placed = _WORDS["places"].pattern.search(whole.after)
    thing = part.after[:_WORD]
    return placed is not None and len(thing) == _WORD and not (thing in whole.after or begins_with_verb(part.after))


def are_reached(whole: Mention, part: Mention) -> bool:
    """向32个单位反馈问题146个; 从9个市场抽检样品130个: are the first those to whom, or the places where, the second was done?"""
    return whole.shared and part.before != "" and _WORDS["reached"].pattern.search(whole.before) is not None


def are_of_things(part: Mention, receivers: Mention, things: Mention) -> bool:
    """问题14个，批转9个部门办理，其中11个办结: is a part told of the things, of which there are enough, and not of those they went to?"""
    noun = receivers.after[:_WORD]
    found = how_counted(noun)
    of_doers = found is not None and found.right[0] in DOERS
    named = noun in part.before + part.after or noun in things.before + things.after
    larger = receivers.value < part.value <= things.value and things.unit == part.unit
    return part.before.startswith("其中") and of_doers and larger and not named


def _within(whole: Mention, part: Mention) -> bool:
    """公布目录8项，目录内的9项决策: are they of the list that was told, which was not but added to?"""
    within = _WORDS["within"].pattern.fullmatch(part.before)
    told = whole.before + whole.after
    return within is not None and within["list"] in told and _WORDS["added"].pattern.search(told) is None


def is_addressed(whole: Mention, part: Mention) -> bool:
    """通知书64份，已整改72家: did more do what they were told than were told, each by a paper of its own?"""
    told = whole.before + whole.after
    papers = whole.unit == "份" and _WORDS["paper"].pattern.search(told) is not None
    bare = part.mark in ("，", ",") and not (part.after or part.shared)
    return papers and part.unit in PARTIES and bare and _WORDS["complied"].pattern.fullmatch(part.before) is not None


def is_another_paper(whole: Mention, part: Mention) -> bool:
    """发出停工令17份、整改单361份: is the second a paper of another name, and nothing that became of the first?"""
    papers = [_WORDS["of-a-name"].pattern.fullmatch(mention.before[-_PAPER:]) for mention in (whole, part)]
    return all(papers) and part.before not in whole.before and len(part.before) <= _PAPER


def _share(whole: Mention, part: Mention) -> bool:
    """招聘辅警46名，退役军人占52名: how many of them they make up, of which none are told before."""
    return part.before.endswith("占") and len(part.before) > _WORD and not whole.before.endswith("占")


def _are_kind(whole: Mention, part: Mention) -> bool:
    """全县律师87名，女律师91名; 稽查企业36家，有问题企业41家; 组织听证会12场，环保类15场: are they called as those are, and by more?"""
    told = whole.before + whole.after
    if part.mark not in ("，", ",") or part.after or part.shared or _WORDS["anew"].pattern.match(part.before):
        return False
    if part.before.endswith("类"):
        return _WORD < len(part.before) <= 2 * _LONGEST and not told.endswith("类")
    which, noun = part.before[:-_WORD], part.before[-_WORD:]
    if not which or noun not in told or is_verb(noun):
        return False
    if _WORDS["found"].pattern.search(told) and _WORDS["faulty"].pattern.match(which):
        return True
    plain = len(which) <= _LONGEST and not any(is_verb(which[at : at + _WORD]) for at in range(len(which)))
    return plain and whole.before.endswith(noun) and _WORDS["there-are"].pattern.match(whole.before) is not None


def says_some(words: str) -> bool:
    """提出意见的有, 优秀的为: do the words before a figure tell of some of what was told?"""
    return _WORDS["members"].pattern.search(words) is not None


def _some_in_a_manner(whole: Mention, part: Mention) -> bool:
    """Was the same done in some manner: 公示信息36条，按时公示35条?"""
    manner = _WORDS["manner"].pattern.match(part.before)
    if manner is None or _WORDS["manner"].pattern.search(whole.before):  # 线上宣讲36场，线下宣讲42场
        return False
    return manner["verb"] in whole.before and manner["noun"] in whole.before + whole.after


def _tells_of_some(whole: Mention, part: Mention) -> bool:
    """全县有中小学52所，54所配备了法治副校长; 审查文件36件，提出意见的有41件: is something told of some of those?"""
    sibling = "其中" in whole.before or "应" in part.before or says_some(whole.before)
    if part.mark not in ("，", ",") or part.shared or sibling:  # 其中35岁以下的21人，具有专业背景的37人
        return False
    if _WORDS["anew"].pattern.match(part.before):  # 修改文件3件，继续有效的82件
        return False
    what, _, noun = _WORDS["how-many"].pattern.sub("", part.before).rpartition("的")
    told = whole.before + whole.after
    some = says_some(part.before)
    named = noun != "" and len(what) > 1 and not (some or part.after) and "的" not in whole.before
    if named:
        return (
            noun[-2:] in whole.before[-_WORD:] + whole.after if len(noun) < _WORD else noun[-2:] in told
        )  # 聘任监督员45名，参加活动的监督员42名
    if part.before == "" and part.after[:2] == whole.after[:2] != "" and _WORDS["of-all"].pattern.search(whole.before):
        return begins_with_verb(part.after[2:])  # 组织12个单位互评，14个单位提交报告
    bare = part.before == "" and begins_with_verb(part.after.lstrip("已均都"))
    bare = bare and any(_WORDS[name].pattern.search(whole.before) for name in ("there-are", "of-all"))
    return bool(bare) or (some and part.after == "")


def begins_list(mentions: Sequence[Mention], index: int) -> bool:
    """现场述法12家，评议优秀15家、良好25家、一般2家: of three or more side by side, the whole may stand further off."""
    part, behind = mentions[index], mentions[index + 1 : index + _SEVERAL]
    beside = [m for m in behind if m.mark == "、" and m.unit == part.unit]
    return len(beside) == _SEVERAL - 1 and "其中" not in part.before
