"""并列的书名号或引号之间用了顿号，或者“及”前面用了顿号。

标准说，标有书名号或者引号的并列成分之间“通常不用”顿号；后面有括注的（《甲》（文号）、《乙》）宜用，不提。书名号里面的名称照原样，也不提。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import written
from reportlint.finding import Edit, Finding, Severity
from reportlint.kept import patterns
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "顿号多余"
SEVERITY = Severity.INFO
WITHIN_PASSAGES = True
BASIS = "GB/T 15834—2011《标点符号用法》4.5.3.5"
BAD = [
    "一、主要举措和成效\n修订《甲办法》⟦、⟧《乙办法》2件。",
    "一、主要举措和成效\n推行“马上办”⟦、⟧“网上办”36项。",
    "一、主要举措和成效\n印发《甲办法》⟦、⟧《乙办法》、《丙办法》3件。",
    "一、主要举措和成效\n推行“快办”⟦、⟧“自助办”和“陪同办”，印发《甲办法》、《乙办法》。",
    "一、主要举措和成效\n（一）推行“快办”⟦、⟧“自助办”\n办件36件。",
    "一、主要举措和成效\n修订《甲办法》⟦、⟧《乙办法》。\n推行“马上办”⟦、⟧“网上办”36项。",
    "一、主要举措和成效\n走访企业、商户⟦、⟧及村民36户。",
]
GOOD = [
    "一、主要举措和成效\n修订《甲办法》《乙办法》2件。",
    "一、主要举措和成效\n修订《甲办法》（云政发〔2024〕3号）、《乙办法》2件。",
    "一、主要举措和成效\n推行“马上办”改革、“网上办”改革36项。",
    "一、主要举措和成效\n推行“马上办、网上办”36项。",
    "一、主要举措和成效\n推行“马上办”和“网上办”36项。",
    "一、主要举措和成效\n修订《甲办法》，《乙办法》备案。",
    "一、主要举措和成效\n印发《推进“马上办”、“网上办”方案》36份。",
    "一、主要举措和成效\n做到依法、及时、高效，提前对接、及早介入，检查36次。",
]

_TITLE = patterns.compile("《[^《》]{0,200}》|〈[^〈〉]{0,200}〉")
_PAUSE = patterns.compile("(?<=》)、(?=《)|(?<=”)、(?=“)")
_BEFORE_AND = patterns.compile("(?<=[\u4e00-\u9fff])、(?=及)")


def check(report: Report) -> Iterator[Finding]:
    for line in written(report):
        for match in _BEFORE_AND.finditer(report.text, *line):
            if stands(report.text, match.end(), match.end() + 1):  # 、及时
                yield Finding(Span(*match.span()), "“及”前面不用顿号。", replacement="")
        within = {
            at for match in _TITLE.finditer(report.text, *line) for at in range(match.start() + 1, match.end() - 1)
        }
        places = [Span(*match.span()) for match in _PAUSE.finditer(report.text, *line) if match.start() not in within]
        if not places:
            continue
        kind = "书名号" if report.text[places[0].start - 1] == "》" else "引号"
        yield Finding(
            places[0],
            f"并列的{kind}之间通常不用顿号{f'，这一段有 {len(places)} 处' if len(places) > 1 else ''}。",
            replacement="",
            edits=tuple(Edit(span, "") for span in places[1:]),
        )
