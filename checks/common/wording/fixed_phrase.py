"""固定的政治、法律用语多了字、少了字、错了字，或者颠倒了次序。

如“指示批示”写成“批示指示”，“重大执法决定法制审核”写成“重大执法决定法治审核”，“以习近平同志为核心”漏了“以”。用语列在同名的 yaml 里，不用列错误的写法：与用语只差一个字、两个词对调、漏了中间一个词的，都会提出。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportlint.document.source import Span
from reportlint.facts.prose.masks import pairs, unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.near_phrases import Phrases
from reportlint.language.tables import Row, load_table
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

TITLE = "固定用语有误"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n落实上级⟦批示指示⟧精神，办理案件36件。",
    "一、主要举措和成效\n坚持以⟦习近平新时代社会主义思想⟧为指导，举办培训12期。",
    "一、主要举措和成效\n推进⟦严格公正规范文明执法⟧，检查120次。",
    "一、主要举措和成效\n坚持习近平法治⟦思想为指导⟧，举办培训12期。",
    "一、主要举措和成效\n落实⟦重大执法决定法治审核⟧制度，审核46件。",
    "一、主要举措和成效\n办理⟦行政规范文件⟧备案11件，落实⟦法定职责必需为⟧的要求。",
    "一、主要举措和成效\n坚持⟦人民当家做主⟧，推动执法工作⟦法治化轨道运行⟧。",
    "一、主要举措和成效\n引导干部⟦学法尊法守法用法⟧，培训120人。",
]
GOOD = [
    "一、主要举措和成效\n落实上级指示批示精神，办理案件36件。",
    "一、主要举措和成效\n坚持以习近平新时代中国特色社会主义思想为指导，举办培训12期。",
    "一、主要举措和成效\n推进严格规范公正文明执法，公正文明执法36次。",
    "一、主要举措和成效\n区长作出批示12件，指示有关部门整改。",
    "一、主要举措和成效\n推动各项工作在法治轨道上运行，全面依法治区。",
    "一、主要举措和成效\n坚持以习近平法治思想、中央全面依法治国工作会议精神为指导，培训12期。",
    "一、主要举措和成效\n制定《关于批示指示办理的规定》1件。",
    "一、主要举措和成效\n引导群众学法用法，落实“谁执法谁普法”36次。",
]

_STOP = patterns.compile("[。；！？，,;!?\n]")
_REACH = 200
"""Characters before the closing of a frame (以……为指导) in which its opening may stand."""


def check(report: Report) -> Iterator[Finding]:
    phrases, rows, close = _compiled()
    taken = 0
    for span, phrase in phrases.misses(unquoted(report), written(report), pairs(report)):
        right = (*rows[phrase].get("also", ()), *report.office.names)
        if span.start >= taken and stands(report.text, *span) and not _is_right(report.text, span, right):
            taken = span.end
            yield Finding(span, f"“{report.words(span)}”应为“{phrase}”：{rows[phrase]['why']}", "请核对原文。")
    for line in written(report):
        for match in close.finditer(unquoted(report), *line) if close else ():
            row, span = rows[match.group()], Span(*match.span())
            before = _STOP.split(unquoted(report)[max(line.start, span.start - _REACH) : span.start])[-1]
            if not any(word in before for word in row["open"]):
                yield Finding(
                    span, f"“{match.group()}”前面少了“{row['open'][0]}”：{row['why']}", f"请写作“{row['phrase']}”。"
                )


@lru_cache(maxsize=1)
def _compiled() -> tuple[Phrases, dict[str, Row], re.Pattern[str] | None]:
    """The phrases; their rows by the phrase, those of frames by each closing; a pattern of the closings."""
    columns = {
        "phrase": "word",
        "why": "word",
        "also": "words?",
        "open": "words?",
        "close": "words?",
        "hit": "word",
        "miss": "word?",
    }
    table = load_table(__file__, "fixed_phrase", **columns)
    rows = {row["phrase"].replace(" ", ""): row for row in table if "close" not in row}
    closings = {word: row for row in table for word in row.get("close", ())}
    pattern = patterns.compile("|".join(map(re.escape, closings))) if closings else None
    return Phrases(row["phrase"] for row in table if "close" not in row), rows | closings, pattern


def _is_right(text: str, span: Span, right: tuple[str, ...]) -> bool:
    """Does one of the wordings that are right stand where the near miss was found?"""
    return any(
        0 <= text.find(words, max(0, span.start - len(words)), span.end + len(words)) < span.end for words in right
    )
