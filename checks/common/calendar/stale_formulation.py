"""已经有了新的提法，报告还用旧的；或者列举会议精神，漏了最近的一次。

提法的更替和会议的日期列在 formulas.yaml 和 meetings.yaml 里，按报告的年度判断：新提法提出以后的年度才提示。文件名称里的旧提法不改；
说的是当时的事（期间、以来、成果），不提。五年规划过了期限，还当作现行的写（2024年“围绕‘十三五’规划”），也提示。提出新提法的那一年，全文已经用了新提法的，旧提法也不提。
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import citations
from reportlint.facts.names.documents.titles import FIRST_PLANNED, FIRST_TAUGHT, five_years_of
from reportlint.facts.names.meetings import Meeting, Naming, meetings, meetings_named
from reportlint.facts.names.moments import in_words
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.prose.written import stretches
from reportlint.facts.statements.when import days_told
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.tables import Row, load_table
from reportlint.report import Report

TITLE = "提法旧了"
SEVERITY = Severity.INFO
BAD = [
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n学习⟦习近平总书记全面依法治国新理念新思想新战略⟧。",
    "霁川区司法局2020年度法治政府建设情况报告\n三、第一责任人履职情况\n带头学习⟦习近平总书记关于全面依法治国的新理念新思想新战略⟧。",
    "霁川区司法局2024年度法治政府建设情况报告\n2024年，深入学习贯彻党的二十大和⟦二十届二中全会⟧精神。\n一、主要举措和成效\n办理案件36件。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n全面贯彻党的十九大和⟦十九届历次全会⟧精神。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n学习贯彻党的十九大和十九届二中、三中、四中、⟦五中⟧全会精神。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n落实⟦中央全面依法治国领导小组⟧部署。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n深入贯彻落实党的⟦二十届三中全会⟧精神。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n（一）学习贯彻党的二十大和⟦二十届二中全会⟧精神\n办理案件36件。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的二十大和二十届二中、三中全会精神。学习党的十九大和⟦十九届历次全会⟧精神3次。",
    "霁川区司法局2020年度法治政府建设情况报告\n一、主要举措和成效\n向⟦国务院法制办⟧网站报送案例12件。",
    "霁川区公安局2023年度法治政府建设情况报告\n一、主要举措和成效\n开展⟦扫黑除恶专项斗争⟧和⟦新冠肺炎⟧疫情防控检查36次。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n学习⟦习近平总书记关于依法治国的新理念、新思想、新战略⟧6次。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n组织收看⟦习近平总书记关于全面依法治国的重要论述⟧专题片3次。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n研读党的第⟦二十届中央委员会第三次全体会议⟧公报3次。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n围绕⟦“十三五”⟧规划任务督办36件，坚持⟦打赢脱贫攻坚战⟧不松劲。",
    "霁川区司法局2025年度法治政府建设情况报告\n四、2026年主要安排\n落实⟦“十四五”⟧规划任务36项。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n抓好⟦“七五”普法⟧收官，宣讲36场，⟦六五普法⟧深入推进，讲课12次。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n做好⟦“十三五”⟧规划终期评估，走访36家。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的十九届四中、⟦五中⟧全会精神，培训36人。\n四、2022年主要安排\n以迎接党的二十大召开为主线，宣讲36场。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n学习党的二十届三中全会精神6次。\n研讨⟦十九届六中全会⟧精神36次，作为全年理论学习的主线，讲授⟦“三个代表”重要思想、科学发展观⟧12讲。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n抓好⟦“两学一做”学习教育⟧，为⟦贫困户⟧办理援助36件。",
    "霁川区水利局2024年度法治政府建设情况报告\n一、主要举措和成效\n学习党的二十大和二十届三中全会精神6次。支部组织学习党的⟦十九届六中全会⟧精神11次，撰写心得81篇。",
]
GOOD = [
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n学习党的十九届六中全会精神3次，党的二十大以后学习党的二十大精神6次。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n学习党的二十大和二十届三中全会精神3次，党的十九大精神读本12册移交档案馆。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n抓好“七五”普法收官，走访36家。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n2021年“七五”普法收官，“七五”普法收官以来宣讲36场，“七五”普法期间建成广场12个。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n学习习近平总书记全面依法治国新理念新思想新战略。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n学习习近平法治思想。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的二十大和二十届二中、三中全会精神。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n全面贯彻落实党的二十大精神。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n全面贯彻党的十九大、十九届历次全会和党的二十大精神。",
    "霁川区司法局2020年度法治政府建设情况报告\n一、主要举措和成效\n落实《关于贯彻党的十八届四中全会精神的意见》。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n党的十九大以来，全区建成示范点12个。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的二十大和二十届历次全会精神。",
    "霁川区司法局2020年度法治政府建设情况报告\n一、主要举措和成效\n清理2018年以前国务院法制办编发的问答12件。",
    "霁川区公安局2023年度法治政府建设情况报告\n一、主要举措和成效\n巩固扫黑除恶专项斗争成果，处理新冠肺炎疫情期间的合同争议6件。",
    "霁川区司法局2020年度法治政府建设情况报告\n一、主要举措和成效\n先学习全面依法治国新理念新思想新战略，后学习习近平法治思想。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n学习习近平法治思想、习近平总书记关于全面依法治国的重要论述3次。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的二十届二中全会、三中全会精神。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n落实“十四五”规划任务36项，比“十三五”末增加6项，整理“十三五”规划资料12卷。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n党的二十届三中全会以来，推进改革36项。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n弘扬脱贫攻坚精神，做好脱贫攻坚与乡村振兴衔接，回访原建档立卡贫困户36户。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n贯彻党的二十届四中全会精神。3月学习党的二十届三中全会精神2次。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n学习党的二十届三中全会精神6次。\n把党的二十大精神作为全年学习重点，研讨12次，党的十九大把依法治国作为重点任务。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n以“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想为指导。",
]

_PHRASES = load_phrases(__file__, "stale_formulation")
_SPIRIT, _PAST = (_PHRASES[name].pattern for name in ("spirit", "of-the-past"))
_IN_FORCE, _CARRIED_OUT, _CONCLUDED, _OVER, _NEWEST_BEFORE, _NEWEST_BEHIND, _MAIN_STUDY, _COUNTED_STUDY = (
    _PHRASES[name].pattern
    for name in "in-force carried-out concluded plan-over newest-before newest-behind main-study counted-study".split()
)
_PLAN_MARK = "五"
_PLAN = patterns.compile(
    "“十[一二三四五六七八九]五”|(?<![第十“一二三四五六七八九\\d])(?P<taught>“[三四五六七八九]五”?(?:普法|法[治制]宣传)|[三四五六七八九]五普法)"
)
_NEAR = 30
"""Characters on each side of an old formula in which the new one excuses it: 习近平法治思想和习近平总书记关于全面依法治国重要论述."""
_LOOSE = patterns.compile("关于|[的、，“”和]")


def check(report: Report) -> Iterator[Finding]:
    if report.outline.year:
        yield from _formulas(report, f"{report.outline.year}-12-31")
        called = list(_called_newest(report, f"{report.outline.year}-12-31"))
        listed = _newest_meeting(report, f"{report.outline.year}-12-31")
        told = [found.span for found in called]
        yield from (*called, *(found for found in listed if found.span not in told))
        yield from _past_plans(report, report.outline.year)


def _formulas(report: Report, last_day: str) -> Iterator[Finding]:
    """The old formulas, but for those told of their own time, and those of a year in which the report knows the new one as well."""
    text, cited = report.text, [citation.span for citation in citations(report)]
    due, bare = _due(last_day), _core(text)
    said = [_loosely(core) for core in due if core in bare]  # a pattern of them all would be 90,000 numbers long
    for span, _ in stretches(report) if said else ():
        for match in _in_turn(said, text, span):
            opened = match.group().count("”") > match.group().count("“") and text[match.start() - 1] == "“"
            row, place = due[_core(match.group())], Span(match.start() - opened, match.end())
            if any(title.covers(place) for title in cited):
                continue
            told = days_told(report, place)
            if _PAST.search(text, *clause_around(text, place)) or (told and told.first < row["since"]):
                continue  # of that time it is right
            new = row.get("new")
            if row["since"][:4] == last_day[:4] and new and new in text:
                continue  # both were in use that year
            if new and new in text[max(span.start, place.start - _NEAR) : min(span.end, place.end + _NEAR)]:
                continue  # named beside it
            advice = f"一般应写“{new}”。" if new else "已经结束、取消的，请写明是什么时候的事，或者改写现在的工作。"
            yield Finding(place, f"这是旧的提法。{row['why']}", f"请核对，{advice}")


@lru_cache(maxsize=8)
def _due(last_day: str) -> dict[str, Row]:
    """The rows of what is old by a day, by the cores of the formulas, the longest first."""
    rows = load_table(__file__, "formulas", old="words", new="word?", since="date", why="word")
    due = {_core(old): row for row in rows if str(row["since"]) <= last_day for old in row["old"]}
    return {core: due[core] for core in sorted(due, key=len, reverse=True)}


def _in_turn(formulas: list[re.Pattern[str]], text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where formulas stand in a stretch; of those that overlap, the first, and of these the one that is named before others."""
    end = span.start
    for match in sorted((each for one in formulas for each in one.finditer(text, *span)), key=re.Match.start):
        if match.start() >= end:
            end = match.end()
            yield match


def _core(formula: str) -> str:
    """A formula without what may stand in it or not."""
    return _LOOSE.sub("", formula)


def _loosely(core: str) -> re.Pattern[str]:
    """The pattern of a formula with or without that."""
    return patterns.compile(f"(?:{_LOOSE.pattern})?".join(map(re.escape, core)))


def _past_plans(report: Report, year: int) -> Iterator[Finding]:
    """Five-year plans that are told as those in force after their last year, or as concluded more than a year after it."""
    cited = citations(report)
    for span, parts in stretches(report) if _PLAN_MARK in report.text else ():
        now = year + (report.kind.future in parts)
        for match in _PLAN.finditer(report.text, *span):
            place, period = Span(*match.span()), five_years_of(match.group())
            named = [title for title in cited if title.span.covers(place)]
            if not period or period[1] >= now or any(title.marked for title in named):
                continue
            taught = bool(match["taught"])
            late = period[1] < now - 1 and _is_concluded(report, place, period[1])
            if late or (not named and _is_in_force(report, place)):
                current = _plan_of(now, taught)
                message = f"{match.group()}到{period[1]}年为止，{now}年在{current}时期。"
                yield Finding(place, message, f"请核对，一般应写{current}。")


def _plan_of(year: int, taught: bool) -> str:
    """The plan of a year: “十四五”, “八五”普法."""
    number = "一二三四五六七八九十"[(year - (FIRST_TAUGHT if taught else FIRST_PLANNED)) // 5 % 10 - 1]
    return f"“{number}五”普法" if taught else f"“十{number}五”"


def _is_in_force(report: Report, place: Span) -> bool:
    """Is a plan told to be carried out, and its clause no history of it?"""
    clause = clause_around(report.text, place)
    used = _IN_FORCE.search(report.text, clause.start, place.start) or _CARRIED_OUT.match(report.text, place.end)
    return bool(used) and not _OVER.search(report.text, *clause)


def _is_concluded(report: Report, place: Span, last: int) -> bool:
    """Is a plan told to come to its end in the year of the report: 抓好“七五”普法收官? Not so 2021年……收官, ……收官以来."""
    clause = clause_around(report.text, place)
    words = report.words(clause)
    rest = _CONCLUDED.sub("", words)
    told = days_told(report, place)
    return rest != words and not _OVER.search(rest) and not (told and told.first[:4] <= str(last + 1))


def _newest_meeting(report: Report, last_day: str) -> Iterator[Finding]:
    newest = _newest_due(last_day)
    if not newest:
        return
    named = [naming for naming in meetings_named(report) if naming.term]
    held = [naming for naming in named if naming.meeting is None or naming.meeting.date <= last_day]
    known = any(_is_of(naming, newest) for naming in held)  # 迎接党的二十大: that is still to come
    starts = sorted({s.span.start for s in sentences(report)} | {span.start for span, _ in stretches(report)})
    for _, listed in groupby(named, lambda naming: bisect_right(starts, naming.span.start)):  # by sentence or heading
        older = list(listed)
        if any(_is_of(naming, newest) for naming in older) or not any(_for_spirit(report, naming) for naming in older):
            continue
        if known and (len(older) < 2 or any(naming.term == newest.term for naming in older)):
            continue  # the newest is named elsewhere: this one may well be about the older
        last = older[-1].span
        message = f"列举了会议精神，没有写{in_words(newest.date)}召开的“{newest.name}”。"
        yield Finding(last, message, f"请核对，一般应写到“{newest.name}”。")
        return


def _newest_due(last_day: str) -> Meeting | None:
    past = [meeting for meeting in meetings().values() if meeting.due and meeting.date <= last_day]
    return max(past, key=lambda meeting: meeting.date, default=None)


def _called_newest(report: Report, last_day: str) -> Iterator[Finding]:
    """Meetings of a congress that are called the newest, and are not: 传达最近召开的党的十九大精神; and those called the main
    thing to study all the year, or are studied so many times in it, before which a newer one was held."""
    newest, before = _newest_due(last_day), _newest_due(f"{int(last_day[:4]) - 1}-12-31")
    for naming in meetings_named(report):
        meeting, (start, end) = naming.meeting, naming.span
        if not newest or not meeting or not naming.term or meeting.date >= newest.date:
            continue
        called = _NEWEST_BEFORE.search(report.text, max(0, start - _NEAR), start) or _NEWEST_BEHIND.match(
            report.text, end
        )
        old = (
            before is not None
            and naming.term != before.term
            and meeting.date < before.date
            and not _is_listed(report, naming)
        )
        if called or (old and (_MAIN_STUDY.match(report.text, end) or _COUNTED_STUDY.match(report.text, end))):
            message = f"“{meeting.name}”{in_words(meeting.date)}召开，此后又召开了“{newest.name}”，不是最新的。"
            yield Finding(naming.span, message, f"请核对，一般应写“{newest.name}”。")


def _is_listed(report: Report, naming: Naming) -> bool:
    """Is a meeting told as one of several in its clause: 党的十九大和二十大精神?"""
    clause = clause_around(report.text, naming.span)
    return any(other is not naming and clause.covers(other.span) for other in meetings_named(report))


def _is_of(naming: Naming, newest: Meeting) -> bool:
    """Is the newest meeting, or a later one, among those that are named?"""
    return naming.term == newest.term if naming.meeting is None else naming.meeting.date >= newest.date


def _for_spirit(report: Report, naming: Naming) -> bool:
    """Is a meeting named for its spirit, and not to date something?"""
    text = unquoted(report)
    return not text.startswith("以来", naming.span.end) and bool(
        _SPIRIT.search(text, *clause_around(text, naming.span))
    )
