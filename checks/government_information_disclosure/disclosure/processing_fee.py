"""没有写收取信息处理费的情况。

依《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费的，通常写在“其他需要报告的事项”里；没有收取的，也写一句没有收取，
免得读者以为漏了。
"""

from collections.abc import Iterator

from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

from .._sample import draft

TITLE = "没写信息处理费"
SEVERITY = Severity.INFO
_TOLD = "本年度没有收取信息处理费。"
_HEADING = "六、其他需要报告的事项"
BAD = [
    draft({_TOLD: words, _HEADING: f"⟦{_HEADING}⟧"})
    for words in (
        "没有其他需要报告的事项。",
        "无。",
        "本年度办理人大代表建议3件，已全部答复。",
        "行政事业性收费目录已经公开。",
        "推进政务公开进社区，设立查阅点6个。",
        "暂无其他需要报告的事项。",
    )
]
GOOD = [
    draft(),
    draft({_TOLD: "本年度未发出收费通知，收取信息处理费0元。"}),
    draft({_TOLD: "依据《政府信息公开信息处理费管理办法》，实际收取400元。"}),
    draft({_TOLD: "没有其他需要报告的事项。", "青岚县司法局公开信息120条。": "公开信息120条，没有收取信息处理费。"}),
    draft({_TOLD: "本年度没有收取费用的情况需要报告。"}),
    draft({_TOLD: "未向申请人收费。"}),
    draft({"青岚县司法局2024年": "青岚县司法局2019年", _TOLD: "无。"}),
    draft({f"{_HEADING}\n{_TOLD}\n": ""}),
]
_CHARGED = patterns.compile(r"收取[^，。；]{0,10}费|(?<!事业性)收费(?!目录|项目|清单)|缴费")
_SINCE = 2021
"""The rules came into force on 1 January 2021."""


def check(report: Report) -> Iterator[Finding]:
    part = report.part("other")
    heading, told = part.heading, "".join(report.words(passage.span) for passage in part.passages)
    if heading and (report.outline.year or 0) >= _SINCE and "处理费" not in report.text and not _CHARGED.search(told):
        yield Finding(heading.span, "没有写收取信息处理费的情况。", "请写明收取了多少；没有收取的，写明没有收取。")
