"""把已经废止、到期的法律或者文件当作现行的引用。

是否有效，按报告的年度判断：报告年度里还有效的，引用就是对的；安排部分看下一年，那时已有新的，就应当引新的。
说明废止、修订、评估、总结、收官的，说的正是旧文件，不提。名称里写着年限（2015—2020年）的，不在词表里也能判断。

有效期列在 documents.yaml 里，单位自己的文件写在配置的 `documents` 里。
"""

from collections.abc import Iterator

from reportlint.facts.names.citations import Citation, citations
from reportlint.facts.names.moments import in_words
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.report import Report

TITLE = "文件已经废止"
SEVERITY = Severity.WARNING
BAD = [
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n落实⟦《信访条例》⟧，办理信访事项36件。",
    "霁川区司法局2022年度法治政府建设情况报告\n四、2023年主要安排\n深入实施⟦《信访条例》⟧。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n扎实推进⟦《法治政府建设实施纲要(2015-2020年)》⟧各项任务。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n开展⟦《中华人民共和国合同法》⟧培训3期。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n按照⟦《霁川区法治政府建设实施方案（2016—2020年）》⟧开展工作。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n深入推进⟦“七五”普法⟧，宣讲⟦侵权责任法⟧12场。",
    "霁川区司法局2021年度法治政府建设情况报告\n四、2022年主要安排\n依据⟦《民法总则》⟧办理涉企合同。",
]
GOOD = [
    "霁川区信访局2020年度法治政府建设情况报告\n一、主要举措和成效\n落实《信访条例》，办理信访事项36件。",
    "霁川区信访局2022年度法治政府建设情况报告\n一、主要举措和成效\n落实《信访条例》《信访工作条例》，办理信访事项36件。",
    "霁川区司法局2020年度法治政府建设情况报告\n落实《法治政府建设实施纲要(2015-2020年)》。\n一、主要举措和成效\n办理案件36件。",
    "霁川区司法局2023年度法治政府建设情况报告\n四、2024年主要安排\n深入实施《信访工作条例》和新修订的行政复议法。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n完成《法治政府建设实施纲要（2015—2020年）》终期评估。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n对依据《合同法》《物权法》制定的12件文件予以废止或者修订。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n落实《法治政府建设实施纲要（2021—2025年）》，印发《霁川区2019—2020年执法案例汇编》。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n“七五”普法通过总结验收。",
]

_PHRASES = load_phrases(__file__, "superseded_document")
_OF_THE_PAST, _CITED = (_PHRASES[name].pattern for name in ("of-the-past", "cited"))


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    for citation in citations(report) if year else ():
        ended = _ended(citation, year, report.kind.future in citation.parts)
        clause = report.words(clause_around(report.text, citation.span)) if ended else ""
        if not ended or _OF_THE_PAST.search(clause.replace(report.words(citation.span), "")):
            continue
        if citation.document is None and not _CITED.search(clause):
            continue
        name = citation.document.base if citation.document else citation.name
        instead = citation.document.replaced_by if citation.document else ""
        yield Finding(
            citation.span,
            f"“{name}”{in_words(ended)}以后不再有效，{year}年度的报告不宜当作现行的引用。",
            f"请核对；此后适用{instead}。" if instead else "请核对，改引现行有效的文件。",
        )


def _ended(citation: Citation, year: int | None, ahead: bool) -> str:
    """The last moment of a document that is over when the sentence cites it; "" for one in force."""
    if year is None:
        return ""
    document = citation.document
    if document is None:
        return str(citation.period[1]) if citation.marked and citation.period and citation.period[1] < year else ""
    # next year's plan needs the successor, once there is one; till then the old document is all there is
    first_day = f"{year + 1}-01-01" if ahead and document.replaced_by else f"{year}-01-01"
    return document.to if document.to and document.to < first_day else ""
