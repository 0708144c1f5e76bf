"""旧稿留下的年份。

标题、开头、小标题说的不是同一年，或者把上一年的工作当作今年的写进了举措和成效，多半是从旧稿改来时漏改的。落款在报告年度的年底以前的，也是一样。完成在启动之前的（2023年启动，2022年完成）也提出来。

往年工作的回顾、与上一年的对比（比2022年增长）、规划的年限（2021—2025年）、文件的名称和文号、上年结转的案件、下一年的安排，都不算错。
下一年主要安排的年份由 plan-year 检查。
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.figures.end_dates import given_dates
from reportlint.facts.figures.places import within
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.years import settled_year, years_said
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.years import find_years
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "年份是旧稿的"
SEVERITY = Severity.ERROR
BASIS = "{rule}：上一年度的情况"
_TITLE = "霁川区人民政府2023年度法治政府建设情况报告\n"
BAD = [
    f"{_TITLE}⟦2022年⟧，霁川区深入推进依法行政。现将有关情况报告如下：\n一、2023年主要举措和成效\n办理案件36件。",
    f"{_TITLE}现将⟦2022年⟧度法治政府建设情况报告如下：\n一、2023年主要举措和成效\n办理案件36件。",
    f"{_TITLE}2023年，霁川区深入推进依法行政。\n一、主要举措和成效\n办理案件36件。\n二、⟦2022年⟧存在的不足和原因\n编制少。",
    "霁川区人民政府⟦2022年⟧度法治政府建设情况报告\n2023年，霁川区深入推进依法行政。\n一、2023年主要举措和成效\n办理案件36件。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧，全区共办理行政复议案件36件。",
    f"{_TITLE}一、主要举措和成效\n公开工作有序推进，⟦2022年⟧全区共印发文件1210件，公开1105件。",
    f"{_TITLE}二、存在的不足和原因\n⟦2022年⟧，我区法治政府建设取得一定成绩，但仍存在不足，主要原因是编制少。",
    f"{_TITLE}三、第一责任人履职情况\n⟦2022年⟧3月15日，区长主持召开区政府常务会议，研究法治议题。",
    f"{_TITLE}一、主要举措和成效\n⟦2024年⟧，全县累计调解纠纷1200件。",
    f"{_TITLE}2023年，霁川区推进依法行政。现将⟦2022年⟧度法治政府建设情况报告如下：\n一、主要举措和成效\n办理36件。",
    f"{_TITLE}三、第一责任人履职情况\n⟦2022年⟧，镇长出庭应诉4次。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧1月至12月，热线接听490次。",
    f"{_TITLE}一、主要举措和成效\n⟦二〇二二年⟧，举报查实20件。",
    f"{_TITLE}一、主要举措和成效\n印发⟦2022年⟧依法行政工作要点，分解任务44项。",
    f"{_TITLE}一、主要举措和成效\n在⟦2022年⟧工作中，热线接听490次。",
    f"{_TITLE}一、主要举措和成效\n截至⟦2022年⟧12月31日，办结事项633件。",
    f"{_TITLE}2023年，霁川区推进依法行政。本报告所列数据的统计期限自⟦2022年⟧1月1日至12月31日。\n一、主要举措和成效\n办理36件。",
    f"{_TITLE}一、主要举措和成效\n报告期内，即⟦2022年⟧，化解积案36件。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧是提升之年，一年来办理36件。",
    f"{_TITLE}三、第一责任人履职情况\n县长于⟦2022年⟧5月6日主持召开县政府常务会议，研究方案1份。",
    f"{_TITLE}2023年，霁川区推进依法行政。\n⟦2022年⟧，全区上下共同努力，完成任务36项。\n一、主要举措和成效\n办理36件。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧度法治建设各项任务已全部完成，完成率100%。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧第四季度，组织考试1次。",
    f"{_TITLE}一、主要举措和成效\n县公安局⟦2022年⟧共立案36起，破案12起。",
    f"{_TITLE}一、主要举措和成效\n审结案件36件（⟦2022年⟧1月1日至12月31日），纠错6件。",
    f"{_TITLE}一、主要举措和成效\n按照《霁川区⟦2022年⟧法治政府建设工作要点》，完成任务36项。",
    f"{_TITLE}一、主要举措和成效\n岁末召开⟦2022年⟧度信访工作总结会，部署次年任务6项。",
    f"{_TITLE}一、主要举措和成效\n2023年3月启动的旧桥改造于⟦2022年⟧10月完成，改造36座。",
    f"{_TITLE}一、主要举措和成效\n2023年，报告期即⟦2022年⟧1月至12月，接访36件。",
    f"{_TITLE}一、主要举措和成效\n⟦2021年⟧度河道清淤工作于11月结束，清淤36公里。",
    f"{_TITLE}一、主要举措和成效\n⟦2021年⟧，区政府按照年度计划清淤河道36公里。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧底前，2023年度36项整改任务逐项销号。",
    f"{_TITLE}一、主要举措和成效\n至⟦2022年⟧12月31日，本年度培训网格员360名。",
    f"{_TITLE}一、主要举措和成效\n⟦2022年⟧，坚持每月下访，接访36次，达到2023年工作计划规定的次数。",
    f"{_TITLE}一、主要举措和成效\n按照《⟦2022年⟧度普法责任清单》，2023年逐项完成任务36项。",
    f"{_TITLE}一、主要举措和成效\n按照⟦2022年⟧度普法计划，全年讲课36场。",
    f"{_TITLE}一、主要举措和成效\n讲课36场。\n霁川区人民政府\n⟦2023年3月6日⟧",
    f"{_TITLE}一、主要举措和成效\n讲课36场。\n霁川区司法局  ⟦2022年12月30日⟧",
    f"{_TITLE}发布日期：⟦2022-03-06⟧\n一、主要举措和成效\n讲课36场。",
    f"{_TITLE}一、主要举措和成效\n对照⟦2022年⟧度重点任务台账，完成任务36项。",
    f"{_TITLE}⟦2022年⟧是我区法治建设任务较重的一年。现将有关情况报告如下：\n一、主要举措和成效\n讲课36场。",
]
GOOD = [
    "青岚县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n全年救助困难群众36人次。\n2023年救助困难群众48人次，全部登记。",
    f"{_TITLE}2023年，霁川区深入推进依法行政。\n一、2023年主要举措和成效\n办理案件36件。\n四、2024年主要安排\n修订规定。",
    f"{_TITLE}一、主要举措和成效\n2022年，全区共办理36件；2023年，共办理48件。",
    f"{_TITLE}一、主要举措和成效\n办理案件48件，比2022年增加12件。其中2022年结转的3件全部办结。",
    f"{_TITLE}一、主要举措和成效\n2021年以来，全区累计培训执法人员1200人次。",
    f"{_TITLE}一、主要举措和成效\n2022年启动的复议体制改革全面落地，印发《2022年度行政审判白皮书》整改方案。",
    f"{_TITLE}一、主要举措和成效\n2022年，我区被确定为试点。一年来，建成示范点12个。",
    f"{_TITLE}一、主要举措和成效\n对2022年重点案件开展回访，2022年全区立案的36件全部结案。",
    f"{_TITLE}一、主要举措和成效\n落实云政发〔2022〕5号文件，推进普法规划（2021—2025年）。",
    f"{_TITLE}一、主要举措和成效\n围绕“2024年重要民生实事项目”征集线索7468件。",
    f"{_TITLE}一、主要举措和成效\n2024年，全区将继续办好民生实事。",
    "一、主要举措和成效\n2022年，全区共办理行政复议案件36件。",
    f"{_TITLE}一、主要举措和成效\n截至2022年底，全区共有36件积案；今年全部办结。",
    f"{_TITLE}一、主要举措和成效\n印发2022年度审判白皮书，整改问题12个。",
    f"{_TITLE}本报告的统计期限自2022年12月1日至2023年11月30日。\n一、主要举措和成效\n本年度，2022年受理的3件办结。",
    f"{_TITLE}一、主要举措和成效\n2022年，区政府被确定为试点，办理36件。",
    f"{_TITLE}一、主要举措和成效\n办理36件。\n二、2024年法治工作谋划\n修订规定。\n三、存在的不足\n力量不足。",
    f"{_TITLE}一、主要举措和成效\n办理36件。\n二、存在的不足\n力量不足。\n三、2024年重点工作\n修订规定。",
    f"{_TITLE}一、主要举措和成效\n县司法局于2022年启动试点，培训36人。",
    f"{_TITLE}一、主要举措和成效\n对《2022年工作要点》完成情况开展评估，落实《任务分工（2022—2025年）》。",
    f"{_TITLE}一、主要举措和成效\n2019年全区核发的许可证36本已注销。",
    f"{_TITLE}一、主要举措和成效\n1月召开2022年度执法总结会，部署任务6项；2022年度考核工作于12月结束，评出先进36名。",
    f"{_TITLE}一、主要举措和成效\n2022年底部署的清欠任务于2023年6月全部办结，办理36件。",
    f"{_TITLE}一、主要举措和成效\n对照2022年度考核任务，整改36项。",
    f"{_TITLE}一、主要举措和成效\n2022年底前，2023年度普法计划任务编制完成；2022年提前完成2023年下达的任务36项。",
    f"{_TITLE}发布日期：2023-12-20\n一、主要举措和成效\n讲课36场。\n霁川区人民政府\n2023年12月18日",
    "霁川区人民政府2023年五年法治政府建设情况报告\n一、主要举措和成效\n讲课36场。\n霁川区人民政府\n2023年5月7日",
    f"{_TITLE}2022年是“十四五”承上启下之年。2023年，霁川区推进依法行政。\n一、主要举措和成效\n讲课36场。",
    f"{_TITLE}一、主要举措和成效\n2024年度任务已提前征求36个单位意见。",
]

_RULES = load_phrases(__file__, "wrong_year")
_BESIDE, _REACH = 8, 30
"""Characters behind a year that excuse it where it is said to be the report's; before it that say so."""
_LAST_MONTHS = 11
"""The month of the report's year from which a report on it may be signed."""
_MANY = 40
"""Years of a sentence that are looked at, from the first on: what names more is no sentence, and each costs its length."""
_DEED = patterns.compile(r"[\u4e00-\u9fff]{5,20}(?=\d)")
"""What was done, behind a year and before its figure."""
_OPENS = patterns.compile(r"(?:^|[，。；：,;:\s])(?:在?(?:刚刚)?过去的|在|回顾)?$")
"""The end of what stands before a clause."""


def check(report: Report) -> Iterator[Finding]:
    settled = settled_year(years_said(report))
    # the day of publication may tell against most of them
    settled = settled if settled == report.outline.year else None
    year = settled or report.outline.year
    right = next((said for said in years_said(report) if said.year == year and said.place != "安排"), None)
    if year is None or right is None:
        return
    shown = Related(right.span, f"{right.place}写作{year}年")
    advice = f"请核对年份；如果只是漏改，请改为“{year}年”。"
    for said in years_said(report):
        if said.year != year and said.place != "安排":
            yield Finding(said.span, f"{said.place}的年份与{right.place}的{year}年不一致。", advice, (shown,))
    if settled is None:
        return  # which of the two is left over nobody knows yet
    yield from _signed_too_early(report, settled, shown)
    placed = {said.span for said in years_said(report)}
    told = [s for s in sentences(report) if report.kind.future not in s.parts]
    for number, sentence in enumerate(told):
        around = told[max(0, number - 1) : number + 2]
        span = _left_over(report, sentence, around, year) if _years_in(report, sentence.span) else None
        if span and span not in placed:
            words = report.words(span)
            yield Finding(span, f"报告的是{year}年，这里写的是{words}的工作，像是旧稿留下的。", advice, (shown,))
            continue
        for titled in _last_years_title(report, sentence, year):
            message = f"报告的是{year}年，这里依据的是{report.words(titled)}的安排，像是旧稿留下的。"
            yield Finding(titled, message, advice, (shown,), severity=Severity.WARNING)


def _signed_too_early(report: Report, year: int, shown: Related) -> Iterator[Finding]:
    """The signature's date where the year was far from over then; the head's where it had not begun."""
    if report.outline.title is None or _RULES["other-span"].pattern.search(report.outline.title.text):
        return
    for date, signed in given_dates(report):
        first = (year, _LAST_MONTHS) if signed else (year, 1)
        if (date.year or year, date.month or 1) < first:
            message = f"报告的是{year}年，{'落款' if signed else '公布日期'}却在{date.year}年{date.month}月。"
            advice = f"请核对年份；如果只是漏改，请改为“{year + 1}年”。"
            yield Finding(date.span, message, advice, (shown,))


class _Year(NamedTuple):
    """A year, and where it is written."""

    span: Span
    year: int


@fact_of_passages
def _years(report: Report) -> tuple[_Year, ...]:
    """The years that sentences name outside quotations, in order."""
    return tuple(_Year(*each) for s in sentences(report) for each in find_years(unquoted(report), s.span))


_years_in = within(_years)


def _left_over(report: Report, sentence: Sentence, around: list[Sentence], year: int) -> Span | None:
    """Where a sentence tells another year's work as this year's, and none around it is told of this year.

    Where it says of which year the report is (统计期限自…), what those around it tell does not matter.
    """
    text = unquoted(report)
    years = _years_in(report, sentence.span)[:_MANY]
    if ended := _done_before_begun(text, sentence.span, years):
        return ended
    if early := _before_its_year(text, sentence.span, years, year):
        return early
    if any(each.year == year for each in years):
        return next((span for span, value in years if value != year and _is_all_of_it(text, sentence.span, span)), None)
    if said := next((span for span, _ in years if _is_period(text, sentence.span, span)), None):
        return said
    in_lead = sentence.section is report.outline.root  # there this year's work is summed up before
    near = [s.span for s in around if s.passage is sentence.passage and not (in_lead and s.span < sentence.span)]
    if not (sentence.parts or in_lead) or any(each.year == year for span in near for each in _years_in(report, span)):
        return None
    for span, value in years:
        opens_lead = in_lead and span.start == sentence.span.start and _RULES["is-a-year"].pattern.match(text, span.end)
        if value < year and (opens_lead or _closes_the_year(text, sentence.span, span)):
            return span
        before, after = text[sentence.span.start : span.start], text[span.end : sentence.span.end]
        told = _told_as_own(before, after, value < year)
        if told is not None:
            excused = (
                _RULES["excused"].pattern.search(after, told)
                or _is_told_again(text, sentence.span, after)
                or (value > year and _RULES["prepared"].pattern.match(after))
            )
            return None if excused or not _RULES["result"].pattern.search(after, told) else span
    return None


def _is_told_again(text: str, sentence: Span, after: str) -> bool:
    """Does another sentence tell how often the same was done, so that the two years are held side by side: 2022年救助141人次?"""
    deed = _DEED.match(after)
    return deed is not None and (text.find(deed[0], 0, sentence.start) >= 0 or text.find(deed[0], sentence.end) >= 0)


def _last_years_title(report: Report, sentence: Sentence, year: int) -> Iterator[Span]:
    """Last year's in the title of a plan that the deeds go by: 按照《2022年工作要点》 in a report on 2023."""
    if report.kind.deeds not in sentence.parts:
        return
    both = f"{year}年" in report.words(sentence.span)
    for match in _RULES["yearly-title"].pattern.finditer(report.text, *sentence.span):
        done = _RULES["done-this-year"].pattern.match(report.text, match.end(), sentence.span.end)
        if int(match["year"]) == year - 1 and (done or not both):
            yield Span(match.start("year"), match.end("year") + 1)


def _is_period(text: str, sentence: Span, year: Span) -> bool:
    """Do the words around a year make it the one that the report is on?"""
    after = text[year.end : sentence.end]
    if text[year.start - 1] in "（(" and _RULES["whole-year"].pattern.match(after):
        return True
    if _RULES["excused"].pattern.search(after[:_BESIDE]):
        return False
    opens = year.start == sentence.start and _RULES["this-year"].pattern.match(after)
    return bool(opens or _RULES["period"].pattern.search(text[max(sentence.start, year.start - _REACH) : year.start]))


def _is_all_of_it(text: str, sentence: Span, year: Span) -> bool:
    """Is it said that the report's year is the whole of this one: 2023年，统计期即2022年1月至12月?"""
    whole = _RULES["whole-other-year"].pattern.match(text, year.end, sentence.end)
    return whole is not None and _is_period(text, sentence, year)


def _closes_the_year(text: str, sentence: Span, year: Span) -> bool:
    """Is a year's end told as the end of an earlier one, or this year's work by an earlier one's plan: 年底召开2022年度述职会?"""
    pairs = (("at-years-end", "closing-meeting"), ("goes-by", "this-years-document"))
    before = text[max(sentence.start, year.start - _REACH) : year.start]
    return any(
        _RULES[one].pattern.search(before) and _RULES[two].pattern.match(text, year.end, sentence.end)
        for one, two in pairs
    )


def _done_before_begun(text: str, sentence: Span, years: Sequence[_Year]) -> Span | None:
    """The year in which something ended that is told to have begun in a later one: 2023年启动的改革于2022年10月完成."""
    for (begun, begun_in), (done, done_in) in pairwise(years):
        between = text[begun.end : done.start]
        if (
            done_in < begun_in
            and _RULES["begun"].pattern.match(between)
            and _RULES["done"].pattern.match(text, done.end, sentence.end)
        ):
            return done
    return None


def _before_its_year(text: str, sentence: Span, years: Sequence[_Year], year: int) -> Span | None:
    """The earlier year in which this one's tasks are told to be done, or in which its plan was what was gone by."""
    for (early, early_in), (own, own_in) in pairwise(years):
        if early_in < own_in == year:
            between = text[early.end : own.start]
            done = _RULES["before-its-year"].pattern.match(between) and early_in == year - 1
            opens = _OPENS.search(text[sentence.start : early.start]) and between.startswith("，")
            if (done and _RULES["tasks-done"].pattern.match(text, own.end, sentence.end)) or (
                opens
                and _RULES["by-plan"].pattern.search(between)
                and _RULES["of-plan"].pattern.match(text, own.end, sentence.end)
            ):
                return early
    return None


def _told_as_own(before: str, after: str, earlier: bool) -> int | None:
    """Where the words after a year end that with those before it make it the time of what is told; None where they don't."""
    opens = _OPENS.search(before) or (earlier and _RULES["doer"].pattern.search(before))
    if opens and (told := _RULES["told"].pattern.match(after)):
        return told.end() if earlier or not told["month"] else None
    pairs = (("until", "year-end"), ("issues", "yearly-document")) if earlier else ()
    found = (_RULES[two].pattern.match(after) for one, two in pairs if _RULES[one].pattern.search(before))
    return next((match.end() for match in found if match), None)
