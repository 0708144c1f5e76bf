"""写了不足，没有写原因。

规定要求写“存在的不足和原因”。只写“有待加强”，读者不知道症结在哪里，下一年的安排也就没有着落。
请在每条不足之后写明原因，如“主要原因是……”“由于……”“根子在……”。
多数条目写了原因、只有几条没有写的，作提示。
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import opening, sentences_of
from reportlint.facts.statements.items import Item, items
from reportlint.finding import Finding, Severity, folded
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses
from reportlint.report import Report

TITLE = "没写原因"
SEVERITY = Severity.WARNING
BASIS = "{rule}：存在的不足和原因"
BAD = [
    "⟦二、存在的不足和原因⟧\n一是执法力量不足。二是制度落实有待加强。",
    "⟦二、存在的问题⟧\n执法水平有待提高，队伍建设仍需加强。",
    "⟦二、存在的不足⟧\n（一）执法力量不足\n编制少。\n（二）经费不足\n投入少。",
    "⟦二、困难和问题⟧\n因地制宜推进工作的能力不足。",
    "⟦三、存在的短板和不足⟧\n部分单位对法治建设重视不够。",
    "二、存在的问题及下一步安排\n⟦对照要求仍有短板：一是执法力量薄弱；二是普法形式单一。⟧2025年，重点做好以下工作。\n（一）充实力量。招录12人。",
    "一、主要举措和成效\n办理案件36件。⟦但仍存在执法力量薄弱的问题。⟧",
    "⟦二、存在的不足⟧\n（一）对原因复杂的积案办法不多。存量积案26件。\n（二）培训不够。",
    "二、存在的不足\n执法力量不足，主要⟦原因是⟧。普法形式单一，原因是经费少。",
    "二、存在的不足\n培训不够，⟦究其原因⟧，。审查不严，由于人手少。",
    "⟦二、存在的不足和原因⟧\n（一）文书制作粗疏。抽查的80卷里有笔误9处，发现说理问题12处，主要是援引条款不全。",
    "⟦二、存在的不足和原因⟧\n（一）规范性文件审查能力不足。\n（二）执法培训不够深入。",
    "二、存在的不足和原因\n一是执法力量不足，原因是编制少。二是⟦渔政案卷粗疏，36卷里9卷缺页。⟧",
    "二、存在的不足\n（一）力量不足。主要原因是编制少。\n（二）⟦12处渡口没有监控，最长空白8个月⟧。\n（三）由于师资少，培训不够。\n（四）护渔宣讲仅6场。",
    "⟦二、存在的不足和原因⟧\n（一）案卷粗疏。36卷里9卷缺页。办案进度受到影响。\n（二）护渔宣讲少。有船主提出批评。",
]
GOOD = [
    "二、存在的不足\n一是跨部门检查统筹不够，主要是数据没有打通。",
    "二、存在的不足和原因\n一是执法力量不足，主要原因是编制少。",
    "二、存在的不足\n由于机构改革，队伍不稳定。",
    "二、存在的问题\n究其原因，在于培训不够。",
    "二、存在的问题\n执法力量不足，根子在编制少。",
    "二、存在的不足\n执法质量不高，主观上重视不够，客观上经费不足。",
    "二、存在的不足\n普法形式单一。这主要是投入不足。",
    "二、存在的不足\n执法力量薄弱，这跟编制少分不开。",
    "二、存在的不足\n受编制所限，执法力量薄弱。",
    "二、存在的不足\n人员变动频繁，导致办案质量不高。",
    "一、主要举措和成效\n办理案件36件。",
    "二、存在的不足\n案件积压，编制少是主要原因。培训不够，这也是原因之一；究其原因：\n一是师资少。",
    "二、存在的不足\n因人员编制紧张，执法力量薄弱。",
    "二、存在的不足\n执法力量薄弱，这与编制少、人员流动快有关。",
    "二、存在的不足\n对新规定研究不透，加之人员变动，致案件质量不高。",
    "二、存在的不足和原因\n（一）存在的不足\n执法力量不足。\n（二）原因分析\n一是编制少。二是招录慢。",
    "二、存在的不足\n一是执法力量不足。二是培训不够。\n三、产生不足的原因\n一是编制少。二是师资少。",
    "二、存在的不足和原因\n一是执法力量不足。二是培训不够。\n上述不足，原因主要有两个方面：一是编制少；二是师资少。",
    "二、存在的不足和下一步安排\n执法力量不足，根子在编制少。下一步，将招录执法人员12名。",
    "二、存在的不足和原因\n（一）执法力量不足，主要原因是编制少。\n（二）培训不够，原因是师资少。",
    "二、存在的不足\n一是执法力量不足，主要原因是编制少。二是船检数据不通，系统为上级垂管。",
    "二、存在的不足\n一是执法力量不足，主要原因是编制少。二是渡口没有监控，船工嫌它碍事。",
    "二、存在的不足\n一是执法力量不足，主要原因是编制少。二是12处渡口没有监控。渡口建得早，没有通电。",
    "二、存在的不足\n一是执法力量不足，编制少。二是12处渡口没有监控，原因是没有通电。",
    "二、存在的不足\n一是培训仅6场；二是36卷里9卷缺页。主要原因是编制少。",
    "二、存在的不足\n一是执法力量不足，原因是编制少。二是培训仅6场。\n上述不足，也与师资有关。",
]

_RULES = load_phrases(__file__, "missing_causes")
_CAUSE, _UNTOLD, _OF_CAUSES, _MADE_OF, _MAY_CAUSE, _OF_ALL = (
    _RULES[name].pattern for name in ("cause", "untold", "of-causes", "made-of", "may-cause", "of-all")
)


_CLAUSES = 3
"""Clauses of a sentence that may but name a fault and show it by figures; more may tell the cause in words of its own."""


def check(report: Report) -> Iterator[Finding]:
    part = report.part("shortcomings")
    if part.status == "absent" or not part.passages:
        return
    for passage in part.passages:
        for match in _UNTOLD.finditer(report.text, *passage.span):
            yield Finding(Span(*match.span()), f"“{match[0]}”后面没有写出原因。", "请补上原因。")
    headed = (heading.text for heading in report.outline.headings if heading != part.heading)  # 三、产生不足的原因
    told = (report.words(passage.span) for passage in part.passages)
    if any(_OF_CAUSES.search(heading) for heading in headed) or any(
        _CAUSE.search(_MADE_OF.sub("", words)) for words in told
    ):
        yield from _in_items(report)
        return
    merged = part.heading is not None and len(part.heading.parts) > 1
    place = next(sentences_of(report, part.name)).span if merged else opening(report, part)
    promised = part.heading is not None and "原因" in part.heading.text
    message = "标题写了“原因”，正文没有写。" if promised else "写了不足，没有写原因。"
    yield Finding(place, message, "请在每条不足之后写明原因，如“主要原因是……”。")


def _in_items(report: Report) -> Iterator[Finding]:
    """The items that but name a fault, in one sentence, where half of them or more tell a cause, and no other place may."""
    told = [item for item in items(report, "shortcomings") if _is_of_list(report, item)]
    bare = [item for item in told if not _CAUSE.search(_MADE_OF.sub("", report.words(item.span)))]
    if not bare or len(told) < 2 * len(bare):
        return
    starts = sorted({item.span.start for item in told} - {item.span.start for item in bare})
    last = report.part("shortcomings").passages[-1].span
    places = [item.label for item in bare if _but_names(report, item) and not _goes_on(report, item, starts)]
    if not places or _OF_ALL.search(report.text, told[0].label.start, last.end):
        return
    message, advice = "别的条目写了原因，这一条没有写。", "请补上原因，如“主要原因是……”。"
    yield folded(places, message, advice, "也没有写原因", Severity.INFO)


def _is_of_list(report: Report, item: Item) -> bool:
    """Is an item numbered or headed, or does it give a figure? Any other paragraph may speak of something else."""
    return item.label.start > item.span.start or any(map(str.isdigit, report.words(item.span)))


def _but_names(report: Report, item: Item) -> bool:
    """Is an item's paragraph one sentence, that but names a fault and gives its figures? 系统为上级垂管 behind it may be the cause."""
    end = min(item.span.end, report.source.line_at(item.label.start).end)
    if report.words(Span(item.label.end, max(item.label.end, end))).strip("。；; \n"):
        return False
    rest = [*split_clauses(report.text, item.label)][1:]
    return len(rest) < _CLAUSES and all(
        any(map(str.isdigit, report.words(clause))) and not _MAY_CAUSE.search(report.text, *clause) for clause in rest
    )


def _goes_on(report: Report, item: Item, starts: Sequence[int]) -> bool:
    """Does its paragraph go on with another item that tells a cause, which may be that of both? ``starts``: where those begin, in order."""
    after = bisect_left(starts, item.span.end)
    return after < len(starts) and starts[after] < report.source.line_at(item.label.start).end
