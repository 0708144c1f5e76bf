"""安排的年度不是报告年度的下一年。

2024年度的报告，安排应当是2025年的。标题或开头写着别的年份，多半是从旧稿带来的。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.years import find_years
from reportlint.report import Report

TITLE = "安排年度不对"
SEVERITY = Severity.ERROR
BASIS = "{rule}：下一年度的主要安排"
_TITLE = "霁川区人民政府2024年度法治政府建设情况报告\n"
BAD = [
    f"{_TITLE}四、⟦2024年⟧主要安排\n修订规定。",
    f"{_TITLE}四、⟦2023年⟧推进法治政府建设的主要安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n⟦2024年⟧，我区将修订规定。",
    f"{_TITLE}四、⟦2026年⟧工作打算\n修订规定。",
    f"{_TITLE}四、下一年度主要安排\n（一）⟦2024年⟧重点任务\n修订规定。",
    f"{_TITLE}一、主要举措和成效\n办理案件36件。\n四、⟦二〇二三年⟧工作安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n展望⟦2024年⟧，我区将抓好三项工作。",
    f"{_TITLE}四、下一步安排\n下一步，我区将围绕⟦2024年⟧重点工作，修订规定。",
]
GOOD = [
    f"{_TITLE}四、2025年主要安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n2025年，我区将修订规定。",
    f"{_TITLE}四、下一步安排\n贯彻2024年全区法治工作会议精神，修订规定。",
    f"{_TITLE}四、2025—2026年工作安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n下一步，我区将围绕2025年目标任务，针对2024年工作中的不足，修订规定。",
    f"{_TITLE}四、下一步安排\n对照2024年工作要点完成情况，修订规定。",
    f"{_TITLE}四、下一步安排\n落实《法治政府建设实施纲要（2021—2025年）》。",
    "四、2024年主要安排\n修订规定。",
]

_AIMED = load_phrases(__file__, "plan_year")["aimed"].pattern


def check(report: Report) -> Iterator[Finding]:
    year, part = report.outline.year, report.part("plan")
    if year is None or report.outline.title is None or report.outline.title.year is None:
        return
    headings = [
        s.heading.title for section in part.sections for s in section.walk() if s.heading and not s.heading.tells
    ]
    openings = [Span(p.span.start, min(p.span.end, p.span.start + 8)) for p in part.passages]
    for place in sorted([*headings, *openings]):
        years = find_years(unquoted(report), place)
        wrong = [span for span, value in years if value != year + 1]
        if years and len(wrong) == len(years) and (place in headings or years[0][0].start == place.start):
            yield Finding(
                wrong[0],
                f"报告的是{year}年，安排应当是{year + 1}年的，这里写作“{report.words(wrong[0])}”。",
                f"请核对年份；如果只是写错，请改为“{year + 1}年”。",
            )
            return
    # the first paragraph says in its course for which year it plans
    for passage in part.passages[:1]:
        if told := _AIMED.search(unquoted(report), *passage.span):
            span = Span(*told.span("year"))
            said = find_years(unquoted(report), span)
            if said and said[0][1] != year + 1:
                yield Finding(
                    span,
                    f"报告的是{year}年，安排应当是{year + 1}年的，这里写作“{report.words(span)}”。",
                    f"请核对年份；如果只是写错，请改为“{year + 1}年”。",
                )
