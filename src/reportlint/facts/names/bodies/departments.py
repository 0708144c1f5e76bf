"""Bodies named with a level before them (县应急管理局), and the standard name that one of them nearly has.

The standard names are in departments.yaml; what each may be miswritten as follows from its words: one left out, doubled,
exchanged with its neighbour or for one near in meaning, a stray 和, 与 or 局 between two; the same of characters; another
character for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from reportlint.document.source import Span
from reportlint.facts.names.word_groups import are_kindred
from reportlint.kept import patterns
from reportlint.kept.cache import cached, digest
from reportlint.language.slips.alike import is_slip
from reportlint.language.tables import load_table
from reportlint.language.words.kindred import mean_alike
from reportlint.language.words.nouns import is_noun
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import identity, is_crossed

_END = patterns.compile(
    "(?!局(?:务|机关|党|属|域|领|班|办|里|内)(?<=局局.))[局厅](?!长)|部(?!门)|委员会|委会(?![同议商签])|联合?会|院|中心|办公室|大队|支队"
)
_BEFORE = frozenset("省市县区旗州委、和与同由向对被经在及照据到赴往进给为")
"""What a name begins behind."""
_LONGEST, _SHORTEST = 18, 3
_LONG = 5
"""Characters from which another character in a name is an error also where it neither sounds nor looks like the right one."""
_MANY_WORDS = 4
"""From so many words a name may have lost one."""
_BRANCH = frozenset("分总支科省市县区旗州")
"""Characters that make another body's name, or tell its level: 政协县委员会."""
_MAY_LACK = ("综合", "事务", "服务")
"""Words that a right name has or lacks: 农业综合执法大队, 农业执法大队; 退役军人局."""
_NO_WORDS, _JOINS, _TEAMS = ("院", "委会"), ("和", "与", "局"), ("大队", "支队", "中心", "办公室")
_GENERAL = frozenset("管理 监督 事务 服务 保障".split())
"""Of such words one alone says what a body does: 应急管理监督局."""
_DOES = frozenset("局 厅 管理 监督 保障 建设 服务".split())
"""Words that go on with those before them, so that no 和 stands between: 社会保障局, 数据管理局."""
_ENDS_WRONG = patterns.compile(
    "(?P<big>大大队|支支队|总总队)|(?P<super>管理监督局)|(?P<office>办办公室|办公公室|办公室室|公办室|办室公(?![开示布]))|(?P<board>委委员会|委员员会|委员会会|委员[委局院]|员委会)(?!员)|(?P<seat>(?<![协大])委员办公室"
    "|(?<![协大委务召开、和])委员办公会(?!议))|(?P<hall>办公(?:厅[室厅]|室厅)(?!主任|负责))"
    "|(?P<one>(?<=[\u4e00-\u9fff])(?:局局|厅厅)(?!长|务|机关|域|党|属|领|班|办|里|内))"
)
"""Last words of bodies' names with a character written twice, or for its neighbour, or with their words in the wrong order."""
_LAST, _WORD = patterns.compile("中心|委员会|办公室|大队|支队|站|局"), patterns.compile("[\u4e00-\u9fff]{2}")
"""Last words before which a word may be written twice, and such a word."""
_ENDS_RIGHT = {"super": "监督管理局", "office": "办公室", "board": "委员会", "seat": "委员会办公室", "hall": "办公厅"}
_HIGHER_COURT = patterns.compile("[县镇乡](?P<court>中级人民法院|高级人民法院)")
_OFFICE = patterns.compile(
    "(?P<high>(?:省|自治区)(?:委|(?:人民)?政府))办公室(?!主任)|(?P<low>(?<!自治)[县区旗镇乡](?:委|(?:人民)?政府))办公厅"
)
"""What a province calls 办公厅, and a county 办公室; cities have the one or the other."""
_OF_THE_PARTY = patterns.compile(
    "(?P<name>[省市县区旗州]委(?:组织|宣传|统战|统一战线工作|社会工作)|[市县区旗镇乡]人民武装)[局厅委](?!员)"
)
"""What a committee of the Party has as 部, and the place of the army."""
_ANY = "*"
"""Stands for the character in which a name may differ; two for a word."""
_LEVELLED = patterns.compile("(?P<level>省|自治区|[市县区旗州])(?P<name>[\u4e00-\u9fff]{2,10}?)(?P<end>总局|[局厅部])")
_LISTED = frozenset("省市县区、和与（(局厅")
"""Beside such a character a name is one of several levels': 省、市公安厅（局）."""
_OF_A_ZONE = "区部"
"""A zone names its own 部 as it likes: 开发区规划建设部."""
_RIGHT_ENDS = {"省": "厅", "自治区": "厅"}


def find_misnamed(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Names in stretches of the text that are nearly standard names; with these. 运输交通局 is no 交通局."""
    for span in spans:
        for end in _END.finditer(text, *span):
            starts = [at for at in range(max(span.start, end.end() - _LONGEST), end.start()) if begins(text, at, span)]
            names = {at: text[at : end.end()] for at in starts if text[at : end.end()].isalpha()}
            slip = next((at for at, name in names.items() if name in slips()), end.end())
            meant = slips().get(names.get(slip, ""), "")
            known = (
                name in standard() and (at <= slip or (text[at - 1] == _JOINS[0] and not meant.endswith(name)))
                for at, name in names.items()
            )
            whole = len(end.group()) > 1 or not _goes_on(text, end.end())  # of 委员会审议 会审 is no word
            if whole and not any(known):
                found = ((at, right) for at, name in names.items() if (right := _meant(name)))
                for at, right in list(found)[:1]:
                    if text[at - 1] + right[-1] != _OF_A_ZONE:
                        yield Span(at, end.end()), right
        yield from _of_other_levels(text, span)
        yield from _wrong_ends(text, span)


def _wrong_ends(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """办公公室, 委员委, 大大队, 旅游局局, 资源交易交易中心."""
    for match in _ENDS_WRONG.finditer(text, *span):
        if not is_crossed(text, match.end()):
            yield Span(*match.span()), _ENDS_RIGHT.get(match.lastgroup or "", match.group()[1:])
    for match in _LAST.finditer(text, *span):  # a pattern that began with the word would be tried at every character
        start, word = match.start() - 4, text[match.start() - 2 : match.start()]
        doubled = start >= span.start and text[start : match.start()] == 2 * word and _WORD.fullmatch(word)
        if doubled and not is_crossed(text, match.end()):
            yield Span(start, match.end()), word + match.group()


def begins(text: str, at: int, span: Span) -> bool:
    """Can a name begin here: behind a mark, a level, a preposition or a verb that is in no name (移送, but not 执法)?"""
    before, verb = text[at - 1], text[max(span.start, at - 2) : at]
    marked = before in _BEFORE or not "\u4e00" <= before <= "\u9fff"
    return at == span.start or marked or (is_verb(verb) and not is_noun(verb) and verb not in fields())


def _goes_on(text: str, end: int) -> bool:
    """Is the last character the beginning of another word: 局域网, 部署?"""
    return is_crossed(text, end) or is_word(text[end - 1 : end + 2])


def _of_other_levels(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """县司法厅, 市公安部, 省财政局, 县中级人民法院."""
    for match in _LEVELLED.finditer(text, *span):
        level, name, end = match.groups()
        if level in _RIGHT_ENDS and end in "厅局" and name in _bureaus("厅局"):
            continue  # of some provinces it is a 厅
        right = "局" if name in _bureaus() else _RIGHT_ENDS.get(level, "局")
        alone = text[match.start() - 1] not in _LISTED and text[match.end() : match.end() + 1] not in _LISTED
        if (
            end != right
            and any(name in names for names in (_departments(), _bureaus(), _bureaus("厅局")))
            and alone
            and not _goes_on(text, match.end())
        ):
            yield Span(*match.span()), f"{level}{name}{right}"
    for match in _HIGHER_COURT.finditer(text, *span):
        yield Span(*match.span()), f"{'市' if match['court'].startswith('中') else '省'}{match['court']}"
    for match in _OF_THE_PARTY.finditer(text, *span):
        if not _goes_on(text, match.end()):
            yield Span(*match.span()), f"{match['name']}部"
    for match in _OFFICE.finditer(text, *span):
        yield Span(*match.span()), f"{match['high']}办公厅" if match["high"] else f"{match['low']}办公室"


@lru_cache(maxsize=1)
def _departments() -> frozenset[str]:
    """What a province calls 厅, and a city or county 局."""
    return frozenset(form for name in map("".join, _provincial()) for form in (name, name.replace("和", "")))


@lru_cache(maxsize=2)
def _bureaus(end: str = "局") -> frozenset[str]:
    """What is called 局 at every level; of the end 厅局, what some provinces call 厅."""
    return frozenset(name.replace(" ", "") for name in _levelled(end))


def _provincial() -> Iterator[tuple[str, ...]]:
    """What a province calls 厅, each as its words."""
    return (tuple(name.split()) for name in _levelled("厅"))


def _levelled(end: str) -> Iterator[str]:
    """The departments that end so in a province, their words apart by blanks."""
    rows = load_table(__file__, "provincial", words="words", end="word")
    return (name for row in rows if row["end"] == end for name in row["words"])


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, ...], ...]:
    """The standard names, each as its words."""
    local = (tuple(n.split()) for row in load_table(__file__, "departments", words="words") for n in row["words"])
    return (*local, *((*words, end) for words in _provincial() for end in "厅部"))


@lru_cache(maxsize=1)
def fields() -> frozenset[str]:
    """The words of names that are made of several; a word that makes a name by itself, 公安局, is none."""
    return frozenset(word for words in _names() if len(words) > len(("司法", "局")) for word in words[:-1])


@lru_cache(maxsize=1)
def standard() -> frozenset[str]:
    """The standard names, with and without 和."""
    return frozenset(form for words in _names() for form in ("".join(words), "".join(w for w in words if w != "和")))


def _meant(name: str) -> str:
    """The standard name that this one is a miswriting of; "" for none."""
    bureau, end, team = name.partition("局")
    if bureau + end in standard() and team.endswith(_TEAMS):  # 城市管理局执法大队
        return ""
    if right := slips().get(name):
        return right
    for at, char in enumerate(name[:-1]):
        right = name[:at] + name[at + 1 :]
        stray = (
            char not in _BRANCH
            and (len(right) > _SHORTEST or char in right)
            and not (char == "和" and len(right) > _LONG + 1)
        )
        if not (at and right in standard() and stray):
            right = slips().get(name[:at] + _ANY + name[at + 1 :], "")
            if len(right) < _LONG and not (right and is_slip(char, right[at])):
                continue
        if not ends_otherwise(name, right):
            return right
    return _with_another_word(name) or _without_stray_word(name)


def _with_another_word(name: str) -> str:
    """The standard name of which one word stands for its neighbour in meaning: 消防营救大队; "" for none."""
    for at in range(2, len(name) - 2):
        right, word = slips().get(name[:at] + 2 * _ANY + name[at + 2 :], ""), name[at : at + 2]
        meant = right[at : at + 2]
        if right and is_word(word) and ({*word} & {*meant} or are_kindred(word, meant) or mean_alike(word, meant)):
            return right
    return ""


def _without_stray_word(name: str) -> str:
    """The standard name that is left without a word like the one beside it: 医疗保险保障局, 市场监督监管局; "" for none."""
    for at in range(1, len(name) - 2):
        right, word = name[:at] + name[at + 2 :], name[at : at + 2]
        beside = name[max(0, at - 2) : at], name[at + 2 : at + 4]
        if right in standard() and (
            any(set(word) & set(other) for other in beside) or (word in _GENERAL and set(beside) & _GENERAL)
        ):
            return right
    return ""


def ends_otherwise(written: str, name: str) -> bool:
    """Does what is written end in a word with which the name does not: 生态环境干部, 交通运输布局?"""
    last = written[-2:]
    return not name.endswith(last) and not last.endswith(_NO_WORDS) and is_word(last)


@lru_cache(maxsize=1)
def slips() -> Mapping[str, str]:
    """What standard names may be miswritten as; to the name. Kept, for making 8,000 of them takes 10 ms."""
    kept = cached("department slips", f"{identity(__file__)}:{digest(repr(_names()).encode())}", _miswritten)
    return {form: name for name, forms in kept.items() for form in forms.split()}


def _miswritten() -> dict[str, str]:
    """Standard name to what it may be miswritten as, joined by spaces; what two may be is the first one's."""
    forms: dict[str, str] = {}
    for words in _names():
        for written in dict.fromkeys((words, tuple(word for word in words if word != "和"))):
            name = "".join(written)
            for form in chain(_words_moved(written), _characters_moved(name)):
                if len(form) >= _SHORTEST and form not in standard():
                    forms.setdefault(form, name)
    for words in _names():  # a ministry with a local bureau's further words: 自然资源和规划部
        front = "".join(words[:-1])
        if words[-1] == "局" and (ministry := _ministry_in(words)):
            for form in sorted({f"{front}部", f"{front}部".replace("和", "与")} - standard()):
                forms.setdefault(form, ministry)
    by_name: dict[str, list[str]] = defaultdict(list)
    for form, name in forms.items():
        by_name[name].append(form)
    return {name: " ".join(found) for name, found in by_name.items()}


def _ministry_in(words: tuple[str, ...]) -> str:
    """The ministry all of whose words stand in a local name, with others; "" for none."""
    ministries = ("".join((*fields, "部")) for fields in _provincial() if {*fields} - {"和"} <= {*words[:-1]})
    return max(ministries, key=len, default="")


def _words_moved(words: tuple[str, ...]) -> Iterator[str]:
    """A name with a word left out, doubled or exchanged with the next, or with a stray word between two."""
    for at, word in enumerate(words):
        front, rest = "".join(words[:at]), "".join(words[at + 1 :])
        yield front + word + word + rest
        if at > 1 and word in _DOES:  # 和 has moved: 人力资源社会保障和局
            yield "".join(w for w in words[:at] if w != "和") + "和" + word + rest
        if at and rest:
            joins = _JOINS[len(words) >= _MANY_WORDS :]  # a long name may have its 和 elsewhere
            yield from (front + join + word + rest for join in joins)
            if len(words) >= _MANY_WORDS and word not in _MAY_LACK:
                yield front + rest
        if word == "和":
            yield front + "与" + rest
        if at and len(word) == 2 and at + 1 < len(words) and len("".join(words)) > _LONG:
            yield front + 2 * _ANY + rest
        if at + 2 < len(words):
            yield front + words[at + 1] + word + "".join(words[at + 2 :])


def _characters_moved(name: str) -> Iterator[str]:
    """A name with a character left out, doubled, exchanged with the next, or with any other for it; the ends keep theirs."""
    for at, char in enumerate(name):
        front, rest = name[:at], name[at + 1 :]
        yield front + char + char + rest
        if len(name) > _SHORTEST + 1 and at + 1 < len(name):
            yield front + rest
        if at + 2 < len(name):
            yield front + name[at + 1] + char + name[at + 2 :]
        if front and at + 1 < len(name):
            yield front + _ANY + rest
