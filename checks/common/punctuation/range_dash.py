"""起止时间的连接号，一份报告里用了几种。

如有的写“2021-2025年”，有的写“2021—2025年”；几月几日、几时到几时也一样。起止时间用一字线（—）；全文一致、只是用了短横的不提。书名号里的照文件原文核对，不自动改。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Edit, Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.quotes import FILL
from reportlint.report import Report

TITLE = "连接号不一致"
SEVERITY = Severity.INFO
BASIS = "GB/T 15834—2011《标点符号用法》4.13.3.2"
BAD = [
    "一、主要举措和成效\n落实2021—2025年规划，编制2023⟦-⟧2025年计划。",
    "一、主要举措和成效\n落实《法治政府建设实施纲要（2021⟦-⟧2025年）》。\n编制《计划（2023—2025年）》。",
    "一、主要举措和成效\n完成2021⟦～⟧2025年任务36项，启动2022—2026年任务8项。",
    "一、主要举措和成效\n完成2021⟦－⟧2025年任务36项，启动2022—2026年任务8项。",
    "一、主要举措和成效\n完成2021⟦-⟧2025年任务，2022⟦~⟧2024年任务36项。",
    "一、主要举措和成效\n每日8时⟦-⟧20时值守36处，夜间（20时—次日8时）巡查12次。",
    "一、主要举措和成效\n检查时段为9⟦-⟧11月，12月1—5日复查36艘。",
    "一、主要举措和成效\n落实2021—2025年规划。\n编制2023⟦-⟧2025年计划、2022-2024年计划、2021年⟦--⟧2023年计划。",
]
GOOD = [
    "一、主要举措和成效\n落实2021—2025年规划，编制2023—2025年计划。",
    "一、主要举措和成效\n落实2021-2025年规划，编制2023-2025年计划。",
    "一、主要举措和成效\n落实2021年至2025年规划，编制2023—2025年计划。",
    "一、主要举措和成效\n文号2021-2025号，编制2023—2025年计划。",
    "一、主要举措和成效\n满意率90%～95%，编制2023—2025年计划。",
    "一、主要举措和成效\n3～6月龄婴儿体检36名，3～5日内答复，落实2021—2025年规划。",
    "一、主要举措和成效\n2024-12-31统计，编制2023—2025年计划。",
]

_DASH = "[ ]?(?P<{0}>--?|[－–—~～]|——)[ ]?"
_YEARS = patterns.compile(
    rf"(?<!\d)(?:(?:19|20)\d\d年?{_DASH.format('years')}(?:19|20)\d\d(?=年)"
    rf"|\d{{1,2}}[月日时点]{_DASH.format('days')}(?:次日|翌日)?\d{{1,2}}(?=[月日时点])"
    rf"|(?<![\d.])\d{{1,2}}{_DASH.format('months')}\d{{1,2}}(?=月(?!龄))|(?<=月)\d{{1,2}}{_DASH.format('of_month')}\d{{1,2}}(?=日))"
)
_RIGHT = "—"


def check(report: Report) -> Iterator[Finding]:
    found = [
        match.span(match.lastgroup or 0) for line in written(report) for match in _YEARS.finditer(report.text, *line)
    ]
    places: dict[str, list[Span]] = {}
    for start, end in found:
        places.setdefault(report.text[start:end], []).append(Span(start, end))
    if len(places) < 2:
        return
    for dash, spans in places.items():
        if dash != _RIGHT:
            own = [span for span in spans if unquoted(report)[span.start] != FILL]
            first = (own or spans)[0]
            yield Finding(
                first,
                f"起止时间的连接号有 {len(places)} 种：这里是“{dash}”，别处是“{'”“'.join(d for d in places if d != dash)}”。",
                replacement=_RIGHT if own else None,
                edits=tuple(Edit(span, _RIGHT) for span in own[1:]),
                related=tuple(Related(span, "同样的写法") for span in spans if span != first),
            )
