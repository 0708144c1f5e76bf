"""Is a word that stands twice written twice by mistake: 工作工作人员, 案件件, 推推进? Or are they pieces of other words: 法院院长, 运城市城市管理局?"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import cut, is_common, stands

_RULES = load_phrases(__file__, "doubled")
_THING, _PAIRS, _TO_COME = (_RULES[name].pattern for name in ("thing", "each-its-own", "to-come"))
COUNTING = "一二两三四五六七八九十逐各每几多"
"""What is doubled where things are told one by one: 一一, 逐个逐个."""
_MAKE_WORDS = tuple("化性型式款费")
"""What makes another word of the one before it."""
_NOUNS = ("对象", "主体", "机关", "机构", "单位", "中心", "组织", "队伍")
"""What a verb makes the name of a thing with: 管理管理对象 is a verb and its object, 调解组织调解36件 an office and its work."""
_MODAL = "能应该可须要需"
"""能合并的合并、应整改的整改 say what was to be done, and that it was."""
_ENDS = "会员"
"""What makes another word of those before it: 党组会, 调解员."""
_SUMS = "共均达"
"""What may follow before a figure."""
_BEFORE_VERBS = _MODAL + "为对把给向按据由以会未不让使令请待拟"
"""What stands before a verb, also before one that begins with the same: 为为民办事, 应应急."""
_ALONE = _BEFORE_VERBS + "并已均再还也都"
"""Words of one character behind which a verb may begin."""
_WHAT = "所"
"""It makes a noun of the verb behind it: 所提提案."""
_PLACES = "省市州县区旗镇乡村"
"""What the name of a place ends with."""
_LEVELS = _RULES["levels"].pattern


def is_doubled(text: str, one: Span, two: Span) -> bool:
    """Is it one word twice, rather than pieces of others: 法院院长, 运城市城市管理局?"""
    word = text[one.start : one.end]
    if word[-1] in _PLACES and len(word) == 2 and word[0] != "全" and not _word_ends(text, one.start):
        return False
    if len(word) > 3 or (stands(text, *one) and stands(text, *two)):
        return True
    behind = text[two.end : two.end + 2]
    if is_common(text[one.start - 2 : one.end]) and (is_verb(behind) or not behind[:1].isalpha()):
        return stands(text, one.start - 2, one.end)  # 矛盾纠纷纠纷化解, but 公共服务服务中心
    return _is_thing(word) and stands(text, *one) and stands(text, one.start, two.start)


def is_thrice(text: str, two: Span) -> bool:
    """Does a word of several characters, which stands twice, stand once more: 逐条逐条逐条, but not 一条一条一条, 某某某某某某?"""
    word = text[two.start : two.end]
    return len(word) > 1 and word[0] not in ("一", word[1]) and text.startswith(word, two.end)


def _is_thing(word: str) -> bool:
    return bool(_THING.fullmatch(word))


def is_again(text: str, word: str, two: Span) -> bool:
    """Is a word that stands again behind a particle no other word's beginning: 流程的流程 at the end, but not 企业的企业标准?

    What is a verb at the end, 符合条件关闭的关闭, says what was to be done, and that it was.
    """
    closes = text[two.start - 1] == "的" and not text[two.end : two.end + 1].isalpha()
    if closes and (is_verb(word) or text[two.start - len(word) - 2] in _MODAL or _is_one_of_several(text, two)):
        return False
    if goes_on(text, two):
        return False
    return word[0] != word[1] and (is_verb(word) or closes)


def is_name(text: str, one: Span, word: str) -> bool:
    """Is what stands before the second the name of what does it: 调解组织调解36件, 联席会议召开会议6次, but not 立案查处立案?"""
    made = text[one.start + len(word) : one.end]
    return made in _NOUNS or not is_verb(made) or is_word(text[one.start - len(word) : one.start + len(word)])


def _is_one_of_several(text: str, two: Span) -> bool:
    """Does another such pair stand before or behind the mark: 上门的上门、走访的走访?"""
    start = two.start - 3
    return bool(
        _PAIRS.fullmatch(text, two.end + 1, two.end + 6) or _PAIRS.fullmatch(text, max(0, start - 6), start - 1)
    )


def goes_on(text: str, two: Span) -> bool:
    """Does the second begin a word that goes on behind it: 把把关作用发挥好, 按程序程序化推进, 通过通过率高的方式?"""
    if _TO_COME.match(text, two.start):
        return True
    if two.end - two.start == 1:
        if _LEVELS.match(text, two.start):
            return True
        behind = text[two.end : two.end + 1]
        if is_word(text[two.start : two.end + 2]):
            return True  # 未未成年人
        return behind not in _PLACES and is_word(text[two.start] + behind) and not is_word(text[two.end : two.end + 2])
    behind = text[two.end : two.end + 1]
    if is_verb(text[two.start : two.end]) and text.startswith(_NOUNS, two.end):
        return True
    makes = behind in _MAKE_WORDS and not is_verb(text[two.end : two.end + 2])
    return makes or (two.end - two.start == 2 and is_word(text[two.start : two.end] + behind))


def is_tail(text: str, at: int) -> bool:
    """Is the character at ``at`` the end of a word, and the same one behind it nothing, before a mark or another word?"""
    if text[at - 1 : at] in COUNTING or text[at - 1 : at] == _WHAT or text[at - 2 : at - 1] == text[at - 1 : at]:
        return False
    if not _ends_word(text, at) or is_word(text[at : at + 2]) or _LEVELS.match(text, at + 1):
        return False
    if any(is_word(text[at + 1 : end]) for end in (at + 3, at + 4, at + 5)):
        return False
    behind = text[at + 2 : at + 3]
    return not behind.isalpha() or behind in _SUMS or is_word(text[at + 2 : at + 4])


def _ends_word(text: str, at: int) -> bool:
    """Is the character at ``at`` the end of a word of two or three, or does it make one of the two before it: 党组会?"""
    made = text[at] in _ENDS and is_word(text[max(0, at - 2) : at])
    return made or any(is_word(text[at - more : at + 1]) for more in (1, 2) if more <= at)


def is_head(text: str, at: int) -> bool:
    """Does a verb begin with the second of two, and the first belong to no word: 推推进?"""
    if (
        text[at] in _BEFORE_VERBS
        or text[at - 1 : at] == _WHAT
        or _ends_word(text, at)
        or is_common(text[at : at + 2])
        or not is_verb(text[at + 1 : at + 3])
        or not (text[at - 1] in _ALONE or _word_ends(text, at))  # 加计抵减减税, 阶段性缓缴缴费
    ):
        return False
    return stands(text, at, at + 1) and stands(text, at + 1, at + 3)


def _word_ends(text: str, at: int) -> bool:
    """Does a mark, or a word of two characters, end there? If not, what follows may be the rest of a place's name."""
    before = text[max(0, at - 2) : at]
    return not before or not "\u4e00" <= before[-1] <= "\u9fff" or (len(before) == 2 and len(cut(before)) == 1)
