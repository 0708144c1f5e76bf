"""写到了当时还没有的会议、法律或者文件。

报告写于第二年年初：此后才召开的会议、才通过的法律不可能出现在报告里，多半是改稿时粘错了，或者年度写错了。下一年的安排可以提到下一年的事；
“迎接”“起草”“草案”之类说的是将要有的事，也不算错。第二年年初的事写进了上一年的举措和履职情况，提示核对，不算错误。

会议、法律和文件的日期列在 meetings.yaml 和 citations/documents.yaml 里。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.citations import citations
from reportlint.facts.names.meetings import meetings_named
from reportlint.facts.names.moments import in_words, known_by
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.report import Report

TITLE = "当时还没有"
SEVERITY = Severity.ERROR
_TITLE = "霁川区人民政府2022年度法治政府建设情况报告\n"
BAD = [
    f"{_TITLE}一、主要举措和成效\n深入学习贯彻党的⟦二十届三中全会⟧精神。",
    f"{_TITLE}2022年，全面贯彻党的二十大和二十届二中、⟦三中⟧全会精神。\n一、主要举措和成效\n办理案件36件。",
    f"{_TITLE}一、主要举措和成效\n落实⟦《公平竞争审查条例》⟧，审查文件12件。",
    f"{_TITLE}一、主要举措和成效\n举办新修订的⟦《中华人民共和国行政复议法》⟧培训3期。",
    f"{_TITLE}三、第一责任人履职情况\n区长审定⟦提升行政执法质量三年行动计划⟧任务分工。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n对照⟦《法治政府建设实施纲要(2021-2025年)》⟧开展自查。",
    "霁川区司法局2019年度法治政府建设情况报告\n四、2020年主要安排\n贯彻中央全面依法治国工作会议部署和修订后的⟦行政处罚法⟧。",
    f"{_TITLE}一、主要举措和成效\n贯彻党的⟦二十届二中全会⟧精神，办理案件36件。",
]
GOOD = [
    f"{_TITLE}一、主要举措和成效\n深入学习贯彻党的二十大精神，落实《信访工作条例》。",
    f"{_TITLE}四、2023年主要安排\n做好新修订的行政复议法实施准备，贯彻党的二十届二中全会精神。",
    "霁川区司法局2023年度法治政府建设情况报告\n四、2024年主要安排\n组织学习新修订的行政复议法。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n以优异成绩迎接党的二十大胜利召开。",
    f"{_TITLE}一、主要举措和成效\n对《中华人民共和国民营经济促进法（草案）》提出意见6条。",
    f"{_TITLE}一、主要举措和成效\n学习《中华人民共和国行政复议法》，办理案件36件。",
    "一、主要举措和成效\n落实《公平竞争审查条例》，审查文件12件。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n宣传数据安全法律法规、霁川省公平竞争审查条例12场。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n落实《公平竞争审查条例》和党的二十届三中全会精神。",
]

_PHRASES = load_phrases(__file__, "anachronism")
_AHEAD, _REVISED = (_PHRASES[name].pattern for name in ("ahead", "revised"))


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    if year is None:
        return
    for span, parts, name, since, verb in sorted(_dated(report)):
        clause = clause_around(report.text, span)
        if not since or _AHEAD.search(report.text, *clause):
            continue
        written = known_by(year, report.outline.published, report.kind.future in parts)
        event = f"“{name}”{in_words(since)}才{verb}"
        if since > written:
            yield Finding(span, f"{event}，{year}年度的报告还不可能写到。", "请核对名称和报告的年度。")
        elif since > f"{year}-12-31" and {report.kind.deeds, report.kind.head} & set(parts):
            message = f"{event}，不是{year}年的事，却写在{year}年的工作里。"
            yield Finding(span, message, "请核对；如果是下一年的打算，请移到安排部分。", severity=Severity.WARNING)


def _dated(report: Report) -> Iterator[tuple[Span, tuple[str, ...], str, str, str]]:
    """What the text names, with the moment since when it can be named, and what happened then."""
    for naming in meetings_named(report):
        if naming.meeting:
            yield naming.span, naming.parts, naming.meeting.name, naming.meeting.date, "召开"
    for citation in citations(report):
        if document := citation.document:
            before = report.text[max(0, citation.span.start - 6) : citation.span.start]
            if document.revised and _REVISED.search(before):
                yield citation.span, citation.parts, f"新修订的{document.base}", document.revised, "通过"
            else:
                yield citation.span, citation.parts, document.base, document.published, "印发或者通过"
