"""写了不足，没有写原因。

规定要求写“存在的不足和原因”。只写“有待加强”，读者不知道症结在哪里，下一年的安排也就没有着落。
请在每条不足之后写明原因，如“主要原因是……”“由于……”“根子在……”。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import opening, sentences_of
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
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
]

_CAUSE, _UNTOLD, _OF_CAUSES, _MADE_OF = (
    load_phrases(__file__, "missing_causes")[name].pattern for name in ("cause", "untold", "of-causes", "made-of")
)


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
        return
    merged = part.heading is not None and len(part.heading.parts) > 1
    place = next(sentences_of(report, part.name)).span if merged else opening(report, part)
    promised = part.heading is not None and "原因" in part.heading.text
    message = "标题写了“原因”，正文没有写。" if promised else "写了不足，没有写原因。"
    yield Finding(place, message, "请在每条不足之后写明原因，如“主要原因是……”。")
