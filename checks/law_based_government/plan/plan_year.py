"""安排的年度不是报告年度的下一年。

2024年度的报告，安排应当是2025年的。标题或开头写着别的年份，多半是从旧稿带来的；把完成的期限写在报告年度或者更早，也是一样。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences_of
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.years import find_years
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.words.verbs import is_verb
from reportlint.outline.outline import Part
from reportlint.report import Report

TITLE = "安排年度不对"
SEVERITY = Severity.ERROR
BASIS = "{rule}：下一年度的主要安排"
_OPENING = 8
"""Characters in which the year stands that a paragraph begins with."""
_MANY = 40
"""Years of a sentence that are looked at, from the first on: what names more is no sentence, and each costs its length."""
_TITLE = "霁川区人民政府2024年度法治政府建设情况报告\n"
BAD = [
    f"{_TITLE}四、⟦2024年⟧主要安排\n修订规定。",
    f"{_TITLE}四、⟦2023年⟧推进法治政府建设的主要安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n⟦2024年⟧，我区将修订规定。",
    f"{_TITLE}三、存在的不足\n力量不足。\n四、⟦2023年⟧法治建设重点任务\n修订规定。",
    f"{_TITLE}四、⟦2026年⟧工作打算\n修订规定。",
    f"{_TITLE}四、下一年度主要安排\n（一）⟦2024年⟧重点任务\n修订规定。",
    f"{_TITLE}一、主要举措和成效\n办理案件36件。\n四、⟦二〇二三年⟧工作安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n展望⟦2024年⟧，我区将抓好三项工作。",
    f"{_TITLE}四、下一步安排\n下一步，我区将围绕⟦2024年⟧重点工作，修订规定。",
    f"{_TITLE}四、下一步安排\n围绕短板，⟦2024年⟧，区政府将抓好消防执法，检查30次。",
    f"{_TITLE}四、下一步安排\n组织比武3场，⟦2024年⟧11月底前全员轮训一遍。",
    f"{_TITLE}四、下一步安排\n针对上述短板，⟦2024年⟧着力抓好执法比武，比武不少于3场。",
    f"{_TITLE}四、下一步安排\n扩大跨省通办，⟦2024年⟧增加通办事项12项。",
    f"{_TITLE}四、下一步安排\n县政府将在⟦2024年⟧完成中心迁址，新增窗口6个。",
    f"{_TITLE}四、下一步安排\n修订规定，力争⟦2024年⟧底建成站点6处。",
    f"{_TITLE}四、下一步安排\n修订规定，⟦2024年⟧度将评查案卷19卷。",
    f"{_TITLE}四、下一步安排\n⟦2026年⟧，我区将招录公职律师6名，3月底前完成。",
    f"{_TITLE}四、下一步安排\n下一年度（⟦2024年⟧），招录公职律师6名。来年，即⟦2026年⟧，再招6名。",
    f"{_TITLE}四、下一步安排\n把⟦2023年⟧定为“执法规范年”，组织比武3场，12月底前完成。",
    f"{_TITLE}四、下一步安排\n区政府⟦2026年⟧重点工作：评查案卷36卷，6月底前完成。",
    f"{_TITLE}四、下一步安排\n为抓好⟦2024年⟧度法治建设工作，新一年拟评查案卷36卷。",
    f"{_TITLE}四、下一步安排\n紧扣⟦2026年⟧法治建设重点任务，评查案卷36卷。",
    f"{_TITLE}四、下一步安排\n6月底前轮训渔政人员36名，为⟦2023年⟧各项目标的完成提供保障。",
    f"{_TITLE}四、下一步安排\n评查渔政案卷36卷，确保⟦2024年⟧度重点任务圆满完成。",
]
GOOD = [
    f"{_TITLE}四、2025年主要安排\n（一）巩固2024年清理成果。2025年8月底前清理文件12件。",
    f"{_TITLE}四、下一步安排\n评查渔政案卷36卷，确保2024年督察反馈问题全部整改，为2027年目标的实现提供保障。",
    f"{_TITLE}四、下一步安排\n对2024年印发的12件规定开展评估，力争2026年底建成法治公园12处。",
    f"{_TITLE}四、下一步安排\n截至2024年底尚未办结的3件，2025年3月底前办结。",
    f"{_TITLE}四、2025年主要安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n2025年，我区将修订规定。",
    f"{_TITLE}四、下一步安排\n贯彻2024年全区法治工作会议精神，修订规定。",
    f"{_TITLE}四、下一步安排\n2025年启动平台升级。2026年，我区将完成平台升级。\n2026年底将建成站点6处。",
    f"{_TITLE}四、2025—2026年工作安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n下一步，我区将围绕2025年目标任务，针对2024年工作中的不足，修订规定。",
    f"{_TITLE}四、下一步安排\n对照2024年工作要点完成情况，修订规定。",
    f"{_TITLE}四、下一步安排\n巩固成果，2024年建成的36个站点全部提档升级，12月底前完成。",
    f"{_TITLE}四、下一步安排\n落实《法治政府建设实施纲要（2021—2025年）》。",
    f"{_TITLE}四、下一步安排\n围绕上述短板，2024年考核结果已经反馈，各单位整改。",
    f"{_TITLE}四、下一步安排\n2024年没有销号的3个问题，2025年2月底前销号。",
    f"{_TITLE}四、下一步安排\n2025年1月底前完成2024年第四季度执法统计，下一年度（2025年）评查案卷19卷。",
    f"{_TITLE}四、下一步安排\n2024年转入的平台二期于9月底前上线，6月底前比对2017年以前立项项目63个。",
    "四、2024年主要安排\n修订规定。",
    f"{_TITLE}四、下一步安排\n将2025年作为“执法规范年”，比武3场；为做好2024年度述法工作，1月底前收齐报告。",
    f"{_TITLE}四、下一步安排\n围绕2026年基本建成的目标，评查案卷36卷。",
]

_RULES = load_phrases(__file__, "plan_year")
_OPENS = patterns.compile(r"(?:^|[，。；：,;:\s])$")
"""The end of what stands before a clause."""
_CLAUSE_END = patterns.compile("[，。；：,;:]")
_COUNTED_OF = patterns.compile(r"[^，。；]{1,10}的\d")
"""What is named by that year, and counted: 2024年得分靠后的12个单位."""
_DEALT_WITH = patterns.compile("度?([\u4e00-\u9fff]{2})的[\u4e00-\u9fff]")
_OLD = 4
"""Years before the report's from which a year is no slip for the next: 2017年以前立项的项目."""
_BACK = patterns.compile(r"(?:截[至止]到?|[自从—–\-~～至])$")
"""The end of what stands before a year that is not when something shall be done."""


def check(report: Report) -> Iterator[Finding]:
    year, part = report.outline.year, report.part("plan")
    if year is None or report.outline.title is None or report.outline.title.year is None:
        return
    named = next(_named(report, part, year), None)
    plan = tuple(sentences_of(report, part.name))
    timed = [span for sentence in plan for span in _timed(report, sentence.span, year)]
    told = {s.passage.span for s in plan if any(value == year + 1 for _, value in find_years(unquoted(report), s.span))}
    timed += [span for s in plan if (span := _after_next(report, s.span, year, s.passage.span in told))]
    timed += [span for s in plan if s.passage.span not in told for span in _as_the_plans(report, s.span, year)]
    for span in sorted({*([named] if named else []), *timed}):
        yield Finding(
            span,
            f"报告的是{year}年，安排应当是{year + 1}年的，这里写作“{report.words(span)}”。",
            f"请核对年份；如果只是写错，请改为“{year + 1}年”。",
        )


def _named(report: Report, part: Part, year: int) -> Iterator[Span]:
    """The wrong years in headings of the plan and at the beginning of its paragraphs, where no right one stands beside."""
    headings = [
        s.heading.title for section in part.sections for s in section.walk() if s.heading and not s.heading.tells
    ]
    openings = [Span(p.span.start, min(p.span.end, p.span.start + _OPENING)) for p in part.passages]
    for place in sorted([*headings, *openings]):
        years = find_years(unquoted(report), place)
        wrong = [span for span, value in years if value != year + 1 and not _is_goal(report.text, span, value - year)]
        if not years or len(wrong) < len(years):
            continue
        clause = report.text[wrong[0].end : clause_around(report.text, place).end]
        of_old = _RULES["past"].pattern.search(clause) or _is_of_a_thing(clause)
        opens = years[0][0].start == place.start
        of_past_things = _RULES["past-things"].pattern.match(report.text, wrong[0].end)  # 巩固2024年清理成果
        if (opens and (place in headings or not of_old)) or (place in headings and not of_past_things):
            yield wrong[0]


def _is_goal(text: str, year: Span, later: int) -> bool:
    """Is it by when something further off shall be reached: 2026年底建成站点6处?"""
    return later > 1 and text.startswith(("底", "末", "前"), year.end)


def _timed(report: Report, sentence: Span, year: int) -> Iterator[Span]:
    """The years that a sentence of the plan gives wrongly as the next, or as the time of what shall be done."""
    text = unquoted(report)
    years = find_years(text, sentence)[:_MANY]
    for span, value in years:
        before, after = text[sentence.start : span.start], text[span.end : sentence.end]
        if value != year + 1 and _RULES["next-year"].pattern.search(before):
            yield span
            continue
        clause = span.start - len(_CLAUSE_END.split(before)[-1])
        if any(clause <= other.start < span.start and right > year for other, right in years):
            continue  # 2025年1月底前完成2024年第四季度统计
        if (
            year - _OLD < value <= year
            and not _RULES["past"].pattern.search(after)
            and not _is_of_a_thing(after)
            and _is_when(before, after)
        ):
            yield span


def _is_of_a_thing(after: str) -> bool:
    """Is the year that of a thing which was dealt with then: 2022年转入的平台?"""
    verb = _DEALT_WITH.match(after)
    return verb is not None and is_verb(verb[1])


def _after_next(report: Report, sentence: Span, year: int, both: bool) -> Span | None:
    """The year after next where a sentence opens with it to say what shall be done; none where the paragraph tells of both
    years in turn.
    """
    text = unquoted(report)
    years = find_years(text, sentence)
    if not years or years[0][1] != year + 2 or any(value == year + 1 for _, value in years):
        return None
    first = years[0][0]
    before = text[sentence.start : first.start].strip()
    if before and not _RULES["led-in"].pattern.match(before):
        return None
    shall = _RULES["year-after-next"].pattern.match(text, first.end, sentence.end)
    return first if shall and (before or not both) else None


def _as_the_plans(report: Report, sentence: Span, year: int) -> Iterator[Span]:
    """The years that are told to be the one planned for: 将2023年作为“执法质量提升年”, 县政府2026年主要安排：."""
    text = unquoted(report)
    for span, value in find_years(text, sentence)[:_MANY]:
        before, after = text[sentence.start : span.start], report.text[span.end : sentence.end]
        if not year - _OLD < value <= year + 2 or value == year + 1 or _RULES["past"].pattern.search(after):
            continue
        pairs = [
            ("makes-year", "made-year"),
            ("for-doing", "law-work"),
            ("plan-heads", "headed"),
            ("serves", "aim-reached"),
        ]
        pairs += [("carries-out", "yearly-aim")] if value == year + 2 else []
        if any(_RULES[one].pattern.search(before) and _RULES[two].pattern.match(after) for one, two in pairs):
            yield span


def _is_when(before: str, after: str) -> bool:
    """Do the words around a year make it the time of what shall be done?"""
    due = _RULES["deadline"].pattern.match(after) and not _BACK.search(before)
    if due or (_RULES["set"].pattern.search(before) and _RULES["month"].pattern.match(after)):
        return True
    if _RULES["carries-out"].pattern.search(before) and _RULES["tasks"].pattern.match(after):
        return True
    if _RULES["doer"].pattern.search(before) and _RULES["shall"].pattern.match(after):
        return True
    if _RULES["past-things"].pattern.match(after) or _COUNTED_OF.match(after):
        return False
    if _RULES["aimed"].pattern.search(before) and _RULES["aim"].pattern.match(after):
        return True
    attributive = "的" in _CLAUSE_END.split(after)[0]  # 2024年建成的36个站点提档升级
    if _OPENS.search(before) and is_verb(after[:2]) and not attributive and _RULES["does"].pattern.match(after):
        return True
    return bool(
        (_OPENS.search(before) and _RULES["will"].pattern.match(after))
        or ((not before.strip() or _RULES["led-in"].pattern.match(before)) and _RULES["does"].pattern.match(after))
    )
