"""年度报告里用了半年或几个月的数据。

“上半年”“截至9月底”的数字不是全年的结果，读者会疑心材料是旧的。请换成全年数据；确需说明阶段的，同时写出全年数。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.data import data_in
from reportlint.facts.figures.dates import dates_in
from reportlint.facts.prose.sentences import sentences
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.words.verbs import is_verb
from reportlint.report import Report

TITLE = "数据不满一年"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BASIS = "{rule}：上一年度的情况"
BAD = [
    "一、主要举措和成效\n⟦上半年⟧，信访量同比下降6.5%。",
    "一、主要举措和成效\n⟦截至9月底⟧，办理行政复议案件36件。",
    "一、主要举措和成效\n⟦1—10月⟧，化解纠纷1200件。",
    "一、主要举措和成效\n⟦前三季度⟧，案件办结率98%。",
    "一、主要举措和成效\n⟦截至11月⟧，新增调解员35名。",
    "一、主要举措和成效\n⟦2023年1月至9月⟧，受理申请320件。",
    "一、主要举措和成效\n⟦今年上半年⟧共受理投诉79件。",
    "一、主要举措和成效\n⟦前10个月⟧，接待群众32人次。",
    "一、主要举措和成效\n⟦年初至10月底⟧，共受理252件。",
    "一、主要举措和成效\n⟦头三个季度⟧新增站点8处。",
    "一、主要举措和成效\n⟦截至三季度末⟧，累计办理案件41件。",
    "一、主要举措和成效\n⟦截至8月底⟧，推送提示信息720条；全年受理申诉16件。",
    "一、主要举措和成效\n全年培训网格员640人，⟦1—10月⟧巡河1270公里。",
    "一、主要举措和成效\n受理供水投诉⟦至9月末⟧共360件。",
]
GOOD = [
    "三、第一责任人履职情况\n副局长1月至4月代履第一责任人职责，主持党组会6次；两名股长一季度一碰头，碰头4次。",
    "一、主要举措和成效\n全年信访量同比下降6.5%。",
    "一、主要举措和成效\n截至12月底，办理行政复议案件36件。",
    "一、主要举措和成效\n许可证届满前3个月发出提示函36份，租约期满前两个月提醒12户。",
    "一、主要举措和成效\n上半年召开推进会部署工作。",
    "一、主要举措和成效\n上半年办理20件，下半年办理16件，全年共36件。",
    "四、下一年度主要安排\n上半年修订规定3件。",
    "一、主要举措和成效\n截至6月底培训120人，全年培训310人次；截至10月底完成全年任务的96%。",
    "一、主要举措和成效\n排查隐患100处，一季度25处，二季度30处，三季度20处，四季度25处。",
    "一、主要举措和成效\n任期前6个月开展培训3次。",
    "一、主要举措和成效\n9月，举办法治宣讲12场。",
    "一、主要举措和成效\n截至10月，12个镇全部完成挂牌。",
    "二、存在的不足\n有的村居法律顾问一季度才来1次。",
    "二、存在的不足\n检查计划没有共享，8家企业一季度被检查4次以上。",
    "一、主要举措和成效\n上年遗留的13件疑难案件，到6月全部审结。",
    "一、主要举措和成效\n一季度、三季度分别召开府院联席会议1次，议定事项11项。",
    "一、主要举措和成效\n9月10日审阅上半年行政诉讼败诉案件分析报告，对其中3件批示整改；在三季度末执法讲评会上点评案卷12宗。",
    "一、主要举措和成效\n提前5个月公布方案，头一个月培训3次，考察组1月19日至20日来访，签约3项。",
    "一、主要举措和成效\n挂牌督办的隐患5处在下一季度销号，同一季度复查2次。",
    "一、主要举措和成效\n上半年启动码头改造，12月交付泊位36个；上半年部署清欠，年底前清偿36万元。",
    "一、主要举措和成效\n截至2023年6月30日完成证照清理任务，清理36件；积案在册42件，到11月底化解36件，其余6件导入诉讼；到10月移交卷宗36卷。",
    "一、主要举措和成效\n应装2000台，差1400台，已写入来年第一季度任务单；36处排入下一年前两个月的工程。",
]

_RULES = load_phrases(__file__, "partial_year_figure")
_SINCE, _FIRST_MONTHS, _WHOLE_YEAR, _RHYTHM, _DONE_BY, _ALL_DONE, _OF_A_PAPER = (
    _RULES[name].pattern for name in "since first-months whole-year rhythm done-by all-done-by of-a-paper".split()
)
_LED, _ANOTHER, _YEAR_AFTER, _UP_TO, _SUMS_UP, _MET, _REST, _LATER, _IN_OFFICE = (
    _RULES[name].pattern for name in "led another year-after up-to sums-up goal-met rest later in-office".split()
)


def check(report: Report) -> Iterator[Finding]:
    for sentence in sentences(report):
        if {report.kind.future, report.kind.faults} & set(sentence.parts) or not data_in(report, sentence.span):
            continue
        span = _partial(report, sentence.span)
        if span and not (_whole_year_too(report, sentence.span, span) or _is_of_a_paper(report, sentence.span, span)):
            message = f"“{report.words(span)}”的数据不是全年的。"
            yield Finding(span, message, "请换成全年数据，或同时写出全年数。")


def _partial(report: Report, sentence: Span) -> Span | None:
    """The first months of the report's year that a sentence names as the time of its figures."""
    months = _FIRST_MONTHS.search(report.text, *sentence)
    own = months and (months["year"] is None or int(months["year"]) == report.outline.year)
    if months and own and not _YEAR_AFTER.search(report.text, sentence.start, months.start()):
        return Span(*months.span())
    for date in dates_in(report, sentence):
        before = report.text[max(sentence.start, date.span.start - 8) : date.span.start]
        if _YEAR_AFTER.search(before):
            continue
        since = _SINCE.search(before) or (_SUMS_UP.match(report.text, date.span.end) and _UP_TO.search(before))
        period = date.kind == "period" or (date.end_month is not None and date.offset == 0)  # 今年上半年
        if since and _is_when_done(report.text, date.span, bare=since.group().endswith("到")):
            continue
        last = date.end_month if period else date.month if since else None
        first = date.month if period and not since else 1
        if period and not since and (date.day or 1) > 1:
            continue  # 1月19日至20日来访: when something was, no span of figures
        other_year = report.outline.year and date.year and date.year != report.outline.year
        quarter = report.words(date.span).endswith("季度")
        if quarter and (_RHYTHM.match(report.text, date.span.end) or _ANOTHER.search(before)):
            continue
        if _IN_OFFICE.match(report.text, date.span.end):
            continue
        if last is None or last >= 12 or first != 1 or other_year or date.end_year not in (None, date.year):
            continue
        start = date.span.start - len(since.group().lstrip("，。；：、 共")) if since else date.span.start
        return Span(start, date.span.end + report.text.startswith(("末", "底"), date.span.end))
    return None


def _is_when_done(text: str, date: Span, *, bare: bool) -> bool:
    """Is the day one by which something was done, and no span of figures? bare: is nothing but 到 before it?"""
    if bare and not text.endswith(("底", "末", "日"), 0, date.end) and not _SUMS_UP.match(text, date.end):
        return True  # 到10月移交档案
    done = (_DONE_BY, _ALL_DONE, _MET) if bare else (_ALL_DONE, _MET)
    return any(rule.match(text, date.end) for rule in done)


def _whole_year_too(report: Report, sentence: Span, partial: Span) -> bool:
    """Does a sentence tell the rest of the year too? 全年 beside figures in other units alone is of another matter."""
    if _REST.search(report.text, partial.end, sentence.end):
        return True
    later = _LATER.search(report.text, partial.end, sentence.end)
    if later and not data_in(report, Span(partial.end, later.start())):
        return True  # the period is when it began
    for match in _WHOLE_YEAR.finditer(report.text, *sentence):
        ahead = match.end() <= partial.start
        whole = _units(report, Span(match.end(), partial.start if ahead else sentence.end))
        told = _units(report, Span(partial.end, sentence.end if ahead else match.start()))
        same = not whole or not told or any(one in other or other in one for one in whole for other in told)
        if match.group() != "全年" or same:
            return True
    return False


def _is_of_a_paper(report: Report, sentence: Span, period: Span) -> bool:
    """审阅上半年败诉案件分析报告，批示3件: does the period belong to the name of what was read, held or spoken of?"""
    before = report.text[sentence.start : period.start]
    led = is_verb(before[-2:]) or _LED.search(before) is not None
    return led and _OF_A_PAPER.match(report.text, period.end, sentence.end) is not None


def _units(report: Report, span: Span) -> set[str]:
    """What is counted in a stretch, by units; percentages may be of anything."""
    return {each.unit for each in data_in(report, span)} - {"%"}
