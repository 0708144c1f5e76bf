"""Two characters that belong to two words, or to a name: what looks like a slip there is none.

出摊关 has no 摊关, 会同砚洄镇 no 同砚; 慎诉慎押 is made for the occasion, and 管执衔接 is short for longer words.
"""

from __future__ import annotations

from reportlint.document.source import Span
from reportlint.kept import patterns
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import is_common

_RATE = "率"
"""It ends compounds no dictionary lists, as long as a character of theirs stands before it: 信访率降至."""
_PLACE = patterns.compile(
    "镇(?![村街级域区])|乡(?![镇村级])|村(?![民级规居务庄里支干集])|街道|社区(?![矫治工居戒服民建])|司法所|派出所|法庭|小区|公司|水库|大桥|[中小]学|林场|煤矿"
    "|路(?![线面段灯政网口况])|河(?![长湖道流段砂])"
)
"""What names of places, companies and schools end with."""
_TO = frozenset("到赴从往至抵经在由向对与和于同")
"""Words of one character before a place's name."""
_ENDS_OF_PLACES = frozenset("塘荡洲坪湾沟岭河渡庄口桥埠山湖泉港坝圩墩寨集店堤滩岛")
"""What such a name of two characters ends with: 苇塘, 芦圩."""
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "于方任白康常段施牛洪应俞樊章鲁葛柳殷庄庞翟倪祁申涂焦温阎骆苗关费柯裴谷季屠瞿舒卞冉蓝路游辛盛童穆古项祝董欧阮纪艾盘安喻岳齐车邢柴邬冼车鲍宁桂易解隋尚聂耿栾亓谌仝佴敖郜邸仉阚邰缪甄晏岑卜佟佘褚窦滕戚荀宓昝奚臧虞娄闵邝粟芦荆鄢隗逄逯胥蔺郗濮鞠訾巫亢"
)
_BEFORE_NAMES = (
    *(
        "长",
        "书记",
        "主任",
        "人",
        "律师",
        "法官",
        "检察官",
        "民",
        "员",
        "户",
        "记者",
        "同志",
        "主席",
        "总理",
        "总裁",
        "经理",
    ),
    *("教授", "院士", "代表", "干部", "干警", "专家", "学者", "大学"),
)
_BEHIND_NAMES = ("同志", "先生", "女士", "教授", "院士", "认为", "指出", "强调", "介绍", "表示", "告诉", "报道")
"""What people are called before and after their names, and what is said of them only."""
_AND, _AT, _BY, _UNDER = "与和及", "于", "以", "上下内中后"
"""Words of one character that join others, and those behind which one of them begins another matter."""
_OF, _MORE = "之", "的和与"
"""It joins a word of one character; what may follow that."""
_SINCE = "自从至于到由按经"
"""Before a date or a figure, where no characters follow, they are words."""
_JOINTS = frozenset(("衔接", "对接", "联动", "贯通"))
"""They join what the characters before them are short for: 管执衔接, 访调对接."""
_SHORT_NAME = patterns.compile("[省市县区镇乡][\u4e00-\u9fff]{2,3}?(?:[所局办站院]|中心|大队)")
"""A body told by one character of each of its words, behind its level: 县卫监所."""
_ENDS_NAME = patterns.compile("(?:[省市县区]|(?<=国)家)[\u4e00-\u9fff]{1,2}局$")
"""Such a name up to its end: 市政数局, 区机管局, 国家知产局."""
_FRAME = patterns.compile(
    "[\u4e00-\u9fff]当其[\u4e00-\u9fff](?![\u4e00-\u9fff])|(?<=以)[\u4e00-\u9fff]{3}(?![\u4e00-\u9fff])"
)
"""What classical wording is made in: 罚当其过, 责当其位, 以文塑旅."""
_COUPLE = patterns.compile("(?:[真实严细深硬精准快狠][\u4e00-\u9fff]){2}")
_BODY_ENDS = frozenset("局委办处科股所站院会队厅")
"""What the name of a body ends with."""
_FOR_NOW = frozenset("暂拟原新现将已未共均也再先")
"""Words of one character with which one tells what a body does: 交通运输局暂扣."""
_MARKS = "、，"


def is_seam(text: str, at: int) -> bool:
    """Do the two characters belong to two words, stand in a name, or make no word that texts have elsewhere?"""
    if any(is_common(text[at + 1 - length : at + 1]) for length in (2, 3, 4) if length <= at + 1):  # as of two of three
        if any(is_common(text[at + 1 : at + 1 + length]) for length in (2, 3, 4)):
            return True
        if _PLACE.match(text, at + 3) or _PLACE.match(text, at + 4):
            return True  # 会同砚洄镇
    if is_common(text[at + 1 : at + 4]):
        return True  # 缺小语种
    if (at > 1 and text[at] == _RATE) or text[at + 2 : at + 4] in _JOINTS or _is_parallel(text, at):
        return True
    if _is_joined(text, at) or _is_behind_body(text, at) or _is_of_place(text, at):
        return True
    if text[at] == _OF and not text[at + 2 : at + 3].strip(_MORE).isalpha():
        return True  # 扛起第一责任人之责
    if text[at + 1] in _SINCE and not text[at + 2 : at + 3].isalpha():
        return True  # 突发事件应对法自2024年起施行
    if _SHORT_NAME.match(text, at) or _FRAME.match(text, at):
        return True
    if any(_ENDS_NAME.search(text, max(0, end - 4), end) for end in (at + 2, at + 3)):
        return True
    return bool(_PLACE.match(text, at + 2)) or _is_of_person(text, at)


def _is_joined(text: str, at: int) -> bool:
    """Is one of the two a word that joins the one before to what follows: 立足于防, 教与学, 领导下以多种方式?"""
    first, second = text[at], text[at + 1]
    if second in _AND:
        return is_word(first + text[at + 2 : at + 3])
    return (first == _AT and is_verb(text[max(0, at - 2) : at])) or (second == _BY and first in _UNDER)


def _is_of_place(text: str, at: int) -> bool:
    """Are they a place's name behind what leads there, or that and the name's first character: 到苇 of 落到苇塘?"""
    leads, ends = (at, at + 2) if text[at] in _TO else (at - 1, at + 1)
    return leads >= 0 and text[leads] in _TO and text[ends : ends + 1] in _ENDS_OF_PLACES


def _is_behind_body(text: str, at: int) -> bool:
    """Does a body's name end with the first, and the second begin what it does: 交通运输局暂扣?"""
    named = text[at] in _BODY_ENDS and (is_common(text[max(0, at - 2) : at]) or is_word(text[max(0, at - 2) : at + 1]))
    return named and at > 1 and (text[at + 1] in _FOR_NOW or is_verb(text[at + 1 : at + 3]))


def is_name(words: str) -> bool:
    """May these be somebody's name and nothing else?"""
    return len(words) in (2, 3) and words[0] in _SURNAMES


def _is_of_person(text: str, at: int) -> bool:
    """Do the two characters stand in somebody's name: 局长严明, 当事人高文林, 顾立强同志, 袁文平指出?"""
    for name in range(max(0, at - 1), at + 2):
        if text[name] in _SURNAMES:
            ends = (end for end in (name + 2, name + 3) if end > at)
            if text.endswith(_BEFORE_NAMES, 0, name) and name > 0:
                return True
            if any(text.startswith(_BEHIND_NAMES, end) for end in ends):
                return True
    return False


def _is_parallel(text: str, at: int) -> bool:
    """Were they made for the occasion: is one of the two that of the pair beside them in the same place (慎诉慎押, 知责明责), or the
    pair before them there twice (依法统计、依法治统)?
    """
    before, after = text[max(0, at - 2) : at], text[at + 2 : at + 4]
    if len(before) == 2 and before == text[max(0, at - 6) : max(0, at - 4)]:
        return True
    return any(text[at + k] == pair[k] for pair in (before, after) if len(pair) == 2 for k in (0, 1))


def is_of_couple(text: str, at: int) -> bool:
    """Does a character stand in four that were made for the occasion, two manners and what is done so: 真改实改, 严督实导?"""
    return any(_COUPLE.match(text, start) for start in range(max(0, at - 3), at + 1))


def is_of_members(text: str, run: Span, pair: Span) -> bool:
    """Has the member before or behind a mark, counted from its begin or end, a coinage in the same place? 繁案听证、简案书审."""
    start, end = run.start - 1, run.end + 1
    while text[start - 1 : start].isalpha():
        start -= 1
    while text[end : end + 1].isalpha():
        end += 1
    for mark, begin, stop in ((run.start - 1, start, run.start - 1), (run.end, run.end + 1, end)):
        for at in (begin + pair.start - run.start, stop - (run.end - pair.start)):
            other = text[at : at + 2] if text[mark : mark + 1] in _MARKS and begin <= at <= stop - 2 else ""
            if other and (other[0] == text[pair.start]) != (other[1] == text[pair.start + 1]) and not is_common(other):
                return True
    return False
