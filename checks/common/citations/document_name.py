"""法律、文件的名称与规范名称，或者与本报告另一处的写法，只差一两个字。

多半是错字、漏字。发文机关写进了书名号、文件的种类写在书名号外面的（《加强统计管理》通知）也提示。繁体的报告不与词表比。
与词表里的名称比，也在本报告的《》之间互相比；名称相同而年限写错的（《法治社会建设实施纲要（2021—2025年）》应从2020年起）也提示。
法律、法规的种类写成另一种的（《行政许可条例》），词表里只有一部的才提；前面有地名、“制定”“印发”的是地方自己的文件，不提。
本来就是两件的不提：年份、地名、层级、序号不同的，种类不同的（办法与细则），有没有“中华人民共和国”“（试行）”的。

名称列在 facts/names/documents/laws.yaml 里，只与查实的比；单位自己的文件写在配置的 `documents` 里，与别的相近而正确的名称写在 `names` 里。
"""

from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import Citation, citations, named_in_full
from reportlint.facts.names.documents.document_kinds import KIND_TWICE, KINDS, kind_meant
from reportlint.facts.names.documents.document_numbers import unsigned_numbers
from reportlint.facts.names.documents.library import Library, knows_all_laws, library
from reportlint.facts.names.documents.misdrawn_titles import Misdrawn, misdrawn_titles
from reportlint.facts.names.documents.titles import STATE, base_of, normal, period_of, without_issuer, years_apart
from reportlint.facts.names.word_groups import are_kindred
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.alike import is_slip
from reportlint.language.traditional import simplified
from reportlint.language.words.differences import differences, doubled, exchanged
from reportlint.language.words.vocabulary import is_word
from reportlint.report import Report

TITLE = "文件名称不准"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n落实⟦《青岚县2024年普法工作要点的通知》⟧，学习⟦《矿产法》⟧⟦《国家公务员法》⟧⟦《行政处罚管理法》⟧3次。",
    "一、主要举措和成效\n落实⟦《法制政府建设实施纲要（2021—2025年）》⟧，完成任务40项，培训⟦《中华人民共和国行政处法法》⟧3期，落实⟦《法治社会建设实施纲要（2021—2025年）》⟧。",
    "一、主要举措和成效\n落实⟦《重大行政决策暂行条例》⟧，公布决策事项5项，贯彻⟦《优化营商条例》⟧，执行⟦《法治政府建设与责任督察落实工作规定》⟧，组织⟦《治安处罚管理法》⟧测试12次。",
    "一、主要举措和成效\n印发《霁川区行政规范性文件管理办法》。\n四、下一年度主要安排\n落实⟦《霁川区行政规范文件管理办法》⟧。",
    "三、第一责任人履职情况\n落实⟦《党政主要负责人履行推进法治建设第一负责人职责规定》⟧，听取汇报3次。",
    "一、主要举措和成效\n制定《霁川区政府合同审查管理细则》。\n三、第一责任人履职情况\n区长审定⟦《霁川区政府合同审查管理细侧》⟧。",
    "一、主要举措和成效\n解读⟦《中华人民共国噪声污染防治法》⟧3次，落实⟦《反家暴法》⟧，学习⟦《优化营商商环境条例》⟧⟦《信访工作条例条例》⟧6次。",
    "一、主要举措和成效\n执行⟦《公安机关办理行政案件程序规则》⟧，宣传⟦《中华人民共和国民法》⟧12场，落实⟦《法治社会建设实施纲要（2020—2025）》⟧，落实⟦法治政府建设实施纲要（2021—2026年）⟧，推进⟦《提升行政执法质量三年行动计划（2022—2025年）》⟧，宣传⟦《中华人民共和国未成年保护法》⟧⟦《中华人民共和国乡村振兴法》⟧⟦《中华人民共和国黄河流域保护法》⟧⟦《中华人民共和国监查法》⟧12场。",
    "青岚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n学习⟦《中华人民共和国行政法》⟧3次，落实⟦《青岚县普法规划（20212025年）》⟧，执行⟦《中小学法制副校长聘任与管理办法》⟧聘任36名，执行⟦《噪声防治污染法》⟧⟦《管理土地法》⟧，学习⟦《信访工作条例》⟧实施细侧和⟦《习近平论治国理政》⟧6次。",
    "一、主要举措和成效\n印发《青岚县矛盾纠纷化解实施方案》。\n落实⟦《青岚县矛盾纠纷化解方案》⟧。",
    "一、主要举措和成效\n印发《青岚县道路安全综合治理行动计划》。\n落实⟦《青岚县道路安全综合整治行动计划》⟧。",
    "一、主要举措和成效\n执行⟦《优化经营环境条例》⟧⟦《养老机构管理条列》⟧，落实⟦《提升行政执法质量三年行动方案（2023—2025年）》⟧，学习⟦《行政许可条例》⟧3次，落实⟦《信访工作办法》⟧⟦《重大行政决策程序条例》⟧。",
    "一、主要举措和成效\n落实⟦《中共中央、国务院法治政府建设实施纲要（2021—2025年）》⟧，转发⟦《加强统计调查项目管理》⟧通知，执行⟦《关于健全领导干部学法制度》⟧12次，贯彻⟦《省政府关于加强数字政府建设的指导意件》⟧，按照《关于报送总结的通知》（⟦工作通知〔2023〕38号⟧）上报36件。",
    "一、主要举措和成效\n印发⟦《青岚县2023法治政府建设工作要点》⟧⟦《青岚县2023度普法计划》⟧，修订《青岚县会议议事规则》，各局按⟦《青岚县会议议事规程》⟧议事12次。",
    "一、主要举措和成效\n印发《青岚县小型水库建后管护办法》。\n按照⟦《青岚县小型水库建后管理办法》⟧落实管护员36名。",
]
GOOD = [
    "一、主要举措和成效\n落实《法治政府建设实施纲要（2021—2025年）》和《法治社会建设实施纲要(2020-2025年)》，学习《行政复议法》《行政复议法实施条例》《中华人民共和国行政许可法》《行政强制法》，参考《法治蓝皮书2023》《行政处罚案例2023版》《青岚县普法规划（2021—2025年）》。",
    "一、主要举措和成效\n印发《霁川区2022年法治工作要点》《霁川区2023年法治工作要点》，落实《信访条例》《信访工作条例》《霁川区优化营商环境条例》。",
    "一、主要举措和成效\n印发《霁川区行政规范性文件管理办法》《云山区行政规范性文件管理办法》《霁川区行政规范性文件管理办法（试行）》。",
    "一、主要举措和成效\n公布《市级行政许可事项清单》《区级行政许可事项清单》，落实《法治政府建设实施方案》《法治乡村建设实施纲要》，印发《霁川区行政执法人员管理办法》《霁川区行政执法证件管理办法》，落实《甲办法》《乙办法》。",
    "一、主要举措和成效\n制定《霁川区法治政府建设实施纲要（2021—2025年）》《重大行政决策事项目录（第一批）》《重大行政决策事项目录（第二批）》。",
    "一、主要举措和成效\n落实《国务院办公厅关于严格规范涉企行政检查的意见》《关于严格规范涉企行政检查的意见》，讲解《孙子兵法》和《习近平谈治国理政》第四卷。",
    "一、主要举措和成效\n落实省《优化营商环境办法》，制定《信访工作办法》，学习《安全生产法》《安全生产条例》3次，落实《青岚县印发普法工作要点的通知》《开展普法方案的通知》，学习《公务员法》《劳动法》《刑诉法》，讲解《海洋法》3次，编印《<保障农民工工资支付条例>问答》《信访工作条例解读》36册。",
    "一、主要举措和成效\n印发《青岚县公职律师管理办法》（青政办发〔2024〕6号）。\n印发《青岚县公司律师管理办法》。",
    "一、主要举措和成效\n编制《青岚县防汛应急预案》《青岚县防火应急预案》，演练6次，印发《提升行政执法质量三年行动实施方案（2023—2025年）》，执行省《道路运输管理条例》，编印《行政法》教材12册，依据《物业管理办法》约谈12家。",
    "一、主要举措和成效\n制定《青岚县执法监督员管理办法》《青岚县合同管理规定》，修订《青岚县执法人员管理办法》，发布《青岚县合同管理规程》。",
    "青岚县人民政府2026年度法治政府建设情况报告\n一、主要举措和成效\n学习《中华人民共和国低空经济法》《中华人民共和国低空经济促进法》12次，落实《青岚港水域交通安全管理条例》《公安机关办理行政复议案件程序规定》，执行《榆浦村村民议事规则》《榆坞村村民议事规则》，议事12次。",
]

_MOST = 200
"""Names compared with one another: a report has some dozens."""
_SHORTEST, _LONG, _VERY_LONG = 5, 8, 20
"""From how many characters a name is compared; with its first one or two characters differing; with a word exchanged."""
_IN_PART = ("slip", "year", "years", "period")
"""Faults of titles that are compared with others all the same."""
_LAW = "法"
_BEFORE = 60
"""Characters beside a title that tell whose it is."""
_NOT_BESIDE = patterns.compile("[，。；\n]")
_PHRASES = load_phrases(__file__, "document_name")
_TELLS_APART, _KIND, _PLACE, _OWN, _LOWER, _LAW_KIND, _CARRIED_OUT = (
    _PHRASES[name].pattern for name in "tells-apart kind place own lower law-kind carried-out".split()
)
_MAY_LACK = frozenset("管理 监督 保护 服务 实施 暂行".split())
"""Words that another rule's name, a province's, may have beside them or not: 机关事务条例, 机关事务管理条例."""
_MANY = ("清单", "目录", "名录")
"""Kinds of which a place has many: 免罚清单, 免检清单."""
_RULES = {"规定", "规则", "规程"}
"""Kinds that stand for one another where a body gives itself rules."""
_LAW_KINDS = ("法", "条例", "暂行条例", "办法", "规定", "规则")


def check(report: Report) -> Iterator[Finding]:
    misdrawn = {found.title.span for found in misdrawn_titles(report) if found.fault not in _IN_PART}
    yield from map(_misdrawn, misdrawn_titles(report))
    for unsigned in unsigned_numbers(report):
        yield Finding(unsigned, "发文字号里没有机关代字。", "请核对，写全发文字号，如“青政办发〔2024〕6号”。")
    first: dict[str, Citation] = {}
    for title in citations(report):
        if _is_unknown(title) and title.span not in misdrawn:
            first.setdefault(title.name, title)
    unknown = [title for title in list(first.values())[:_MOST] if title.name not in map(normal, report.office.names)]
    alike = _alike(tuple((title.base, title.period) for title in unknown))
    for number, title in enumerate(unknown):
        of_state = STATE in report.words(title.span)
        known = _meant(report).get(title.span)
        known = _known(title, of_state, library(report)) if known is None else known
        known = known or _of_another_kind(report, title, of_state)
        if known:
            advice = f"请核对，如果指的是它，请改为“《{known}》”。"
            yield Finding(title.span, f"《{title.name}》与规范名称《{known}》不一致。", advice)
            continue
        for other in (unknown[earlier] for earlier in alike.get(number, ())):
            if not _together(report, other, title):
                related = (Related(other.span, "另一处的写法"),)
                message = f"《{title.name}》与另一处的《{other.name}》只差一两个字。"
                yield Finding(title.span, message, "请核对，如果是同一件，请统一写法。", related)
                break
        else:
            yield from _by_itself(report, title) if title.marked else ()


def _by_itself(report: Report, title: Citation) -> Iterator[Finding]:
    """The remark on a title that is like no other: on a law that there is not, or on the kind of document that it ends with."""
    words = report.words(title.span)
    if STATE in words and title.base.endswith(_LAW) and knows_all_laws(report):
        yield Finding(title.span, f"没有查到{words}这部法律。", "请核对名称；几部法律的总称不加书名号。")
    elif (twice := KIND_TWICE.search(title.base)) and twice.group() in words:
        yield Finding(title.span, f"名称末尾的“{twice.group()}”写了两种文件。", "请核对，只留一种。")
    elif kind := kind_meant(title.base):
        message = f"名称末尾的“{title.base[-2:]}”像是“{kind}”的误写。"
        yield Finding(title.span, message, f"请核对，改为“{kind}”。")


@lru_cache(maxsize=4)
def _alike(names: tuple[tuple[str, tuple[int, int] | None], ...]) -> dict[int, list[int]]:
    """With which earlier ones each of the names may be one, by their numbers; kept, for most strokes of an editor change no name."""
    found: dict[int, list[int]] = {}
    for later, (name, period) in enumerate(names):
        for earlier, (other, of) in enumerate(names[:later]) if len(name) >= _SHORTEST else ():
            if period == of and _one_name(name, other):
                found.setdefault(later, []).append(earlier)
    return found


def _is_unknown(title: Citation) -> bool:
    """Is it none of the known, in simplified characters as those are?"""
    new = (title.marked or bool(title.period)) and title.law is None and not title.draft
    return new and simplified(title.name) == title.name


@fact_of_passages
def _meant(report: Report) -> dict[Span, str]:
    """The known names that unknown ones are meant for, "" where there is none, by the places of these; of many the first."""
    known: dict[tuple[str, bool], str] = {}
    found: dict[Span, str] = {}
    for title in filter(_is_unknown, named_in_full(report)):
        name = title.name, STATE in report.words(title.span)
        if name not in known and len(known) < _MOST:
            known[name] = _known(title, name[1], library(report))
        if name in known:
            found[title.span] = known[name]
    return found


def _together(report: Report, one: Citation, other: Citation) -> bool:
    """Do two titles stand side by side in a sentence, or was each issued, as another kind of document? Then they are two."""
    own = all(_OWN.search(report.text, max(0, start - _BEFORE), start) for start in (one.span.start, other.span.start))
    beside = not _NOT_BESIDE.search(report.text, one.span.end, other.span.start)
    words = any(len(a + b) > 2 for a, b in differences(one.base, other.base))
    kinds = one.base[:-2] == other.base[:-2] and {one.base[-2:], other.base[-2:]} <= {*KINDS}
    return beside or (own and (words or kinds))


def _misdrawn(found: Misdrawn) -> Finding:
    """The remark on a title that is miswritten whatever others are called."""
    name, right = found.title.name, f"请核对，多半应为“{found.right}”。"
    message, advice = {
        "issuer": ("发文机关不写在书名号里面。", right),
        "kind": ("文件的种类应当写在书名号里面。", right),
        "kindless": (f"《{name}》没有写明是什么文件。", "请核对，补上“的意见”之类，或者删去“关于”。"),
        "notice": ("名称里没有写通知的是什么事。", right),
        "year": (f"名称里的“{found.right[:-1]}”后面漏了“年”。", right),
        "years": ("名称里的两个年份之间漏了连接号。", right),
        "slip": ("书名号后面的文件种类像是写错了。", right),
        "period": ("名称里的年限漏了“年”。", f"请核对，改为“《{name}》”。"),
    }[found.fault]
    return Finding(found.title.span, message, advice, severity=Severity.INFO if found.fault == "period" else SEVERITY)


def _known(title: Citation, of_state: bool, library: Library) -> str:
    """The known name that a title is a miswriting of; "" for none. of_state: 中华人民共和国 stands before it, so it is a law."""
    state, rest = next(
        ((title.name[:n], title.name[n:]) for n in (6, 7, 8) if title.name[n:] in library.names), ("", "")
    )
    if state and (state in STATE or differences(state, STATE)):
        return STATE + rest
    if len(title.base) < _SHORTEST and not (of_state or title.base.endswith(_LAW)):
        return ""
    own = without_issuer(title.base)
    for name in sorted(library.about_as_long(own), key=lambda name: period_of(name) != title.period):
        base, period = without_issuer(base_of(name)), period_of(name)
        if title.period and period and own == base:
            if title.period[0] <= period[1] and title.period != period:
                twins = [other for other in library.rows if base_of(other) == base_of(name) and period_of(other)]
                return min(twins, key=lambda twin: years_apart(period_of(twin), title.period))
        elif of_state or len(title.base) >= _SHORTEST:
            comparable = len(own) == len(base) or not library.is_of_department(name)
            if comparable and _one_name(own, base, _VERY_LONG):
                return name
    if of_state and title.base.endswith(_LAW):  # all laws of the state are known
        laws = [name for name in library.about_as_long(title.base) if name.endswith(_LAW)]
        less = (n for n in laws if (pieces := differences(title.base, n)) and not all(map(all, pieces)))
        near = [n for n in laws if _is_slip(title.base, n)] or [*less]  # another word may make another law
        if near and (len(near) == 1 or len(title.base) >= _SHORTEST):
            return near[0]
    return library.law_meant(title.base) if title.base.endswith(_LAW) else ""


def _is_slip(name: str, other: str) -> bool:
    """Are two names the same but for one character that sounds or looks alike: 监查法?"""
    wrong = [pair for pair in zip(name, other, strict=False) if pair[0] != pair[1]]
    return len(name) == len(other) and len(wrong) == 1 and is_slip(*wrong[0])


def _of_another_kind(report: Report, title: Citation, of_state: bool) -> str:
    """The one law that has a title's name but for its kind, 条例 for 法; "" for none, several, and a place's own document."""
    rows = library(report).rows
    if title.period:
        begun = (name for name in rows if name.startswith(title.base[:-2]))
        bases = {name: base_of(name) for name in begun if period_of(name) == title.period}
        known = [n for n, base in bases.items() if base[-2:] in KINDS and base[:-2] == title.base[:-2]]
        stem = title.base[:-2] if title.base[-2:] in KINDS else ""
    else:
        kind = _LAW_KIND.search(title.name)
        stem = title.name[: kind.start()] if kind else ""
        names = {*library(report).about_as_long(title.base)}
        known = [stem + other for other in _LAW_KINDS if stem + other in names]
    if len(known) != 1 or len(stem) < _SHORTEST - 1 or (_LOWER.search(title.base) and known[0].endswith("条例")):
        return ""
    start, end = title.span
    local = not of_state and _OWN.search(report.text, max(0, start - _BEFORE), start)
    both = f"{known[0]}》" in report.text[max(0, start - _BEFORE) : end + _BEFORE]
    return "" if local or both else known[0]


@lru_cache(maxsize=10_000)
def _one_name(name: str, other: str, word_exchanged: int = 1000) -> bool:
    """Are two names one, miswritten? From ``word_exchanged`` characters on, also where a word stands for another.

    Against a known name a character that makes another word is a slip; of two names of the report it may tell them apart.
    Kept, as an editor asks again at every stroke.
    """
    known = word_exchanged <= _VERY_LONG
    kinds = {match.group() for match in (_KIND.search(name), _KIND.search(other)) if match}
    if known and name != other and name.replace("城市", "城镇") == other.replace("城市", "城镇"):
        return True
    if name == other or (len(kinds) > 1 and not kinds <= _RULES) or _place(name) != _place(other):
        return False
    if known and len(name) >= _SHORTEST and sorted(name) == sorted(other):
        return True  # 农民工工资支付保障条例
    if doubled(name, other) or (exchanged(name, other) and sorted(name) == sorted(other)):
        return True
    pieces = differences(name, other)
    if pieces in ([("实施", "")], [("", "实施")]) and _CARRIED_OUT.search(max(name, other, key=len)):
        return min(len(name), len(other)) >= _LONG
    if (
        not pieces
        or name.endswith(other)
        or (known and len(name) > len(other) + 1 and name.startswith(other))  # 信访工作条例问答
        or other.endswith(name)
        or any(_TELLS_APART.search(a + b) and not are_kindred(a, b) for a, b in pieces)
        or (known and name[0] != other[0] and not are_kindred(*pieces[0]) and not is_slip(name[0], other[0]))
    ):
        return False
    length = min(len(name), len(other))
    one, two = pieces[0]
    if known and _SHORTEST < length < _LONG and len(pieces) == 1 and not one and len(two) == 2:
        return name[:2] == other[:2] and two not in _MAY_LACK  # 优化营商条例
    if length < _LONG and (len(pieces) > 1 or name[0] != other[0] or max(map(len, pieces[0])) > 1):
        return sorted(pieces[0][0]) == sorted(pieces[0][1])
    if not known and any(_are_two_words(name, other, a, b) for a, b in pieces):
        return False
    twice = any(
        len(a) == len(b) == 2 and sorted(a) != sorted(b) and not (are_kindred(a, b) or (known and {*a} & {*b}))
        for a, b in pieces
    )
    return not twice or length >= word_exchanged


def _are_two_words(name: str, other: str, one: str, two: str) -> bool:
    """Does another character make another thing's word: 公职律师, 公司律师; and neither sound nor look like the first, nor mean the same?"""
    if len(one) != 1 or len(two) != 1 or is_slip(one, two):
        return False
    if name[:-2] == other[:-2]:  # the kind of document: 规程, 规定
        return False
    at = next((at for at, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), 0)
    pairs = [(name[start : start + 2], other[start : start + 2]) for start in (max(0, at - 1), at)]
    if any(are_kindred(*pair) for pair in pairs):
        return False
    return name.endswith(_MANY) or any(is_word(a) and is_word(b) for a, b in pairs)


def _place(name: str) -> str:
    return match.group() if (match := _PLACE.match(name)) else ""
