"""把已经废止、到期的法律或者文件当作现行的引用。

是否有效，按报告的年度判断：年初已经失效的，不应再引；安排部分看下一年，那时已有新的，就应当引新的。
年中废止的，看写的是什么时候的事：此前的事引旧法是对的，此后的事应当引新法；没有写时间、全文又没有提到新法的，提示一次。
《》里的旧法，不论用什么话引用，都算当作现行的；说明废止、修订、评估、总结、收官的，说的正是旧文件，不提；同一句里说的是新法施行前的合同、旧案，或者是整理归档的，也不提。名称里写着年限（2015—2020年）的，不在词表里也能判断。

废止的日子和由什么取代列在 facts/names/documents/laws.yaml 里，单位自己的文件写在配置的 `documents` 里。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import Citation, citations
from reportlint.facts.names.documents.laws import Law, standing
from reportlint.facts.names.documents.titles import five_years_of
from reportlint.facts.names.moments import in_words
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.statements.when import Days, days_told
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.years import find_years
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.words.verbs import ends_in_verb
from reportlint.report import Report

TITLE = "文件已经废止"
SEVERITY = Severity.WARNING
_IN_2026 = "霁川区司法局2026年度法治政府建设情况报告\n一、主要举措和成效\n"
_IN_2023 = "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n"
BAD = [
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n落实⟦《信访条例》⟧，办理信访事项36件。",
    "霁川区司法局2022年度法治政府建设情况报告\n四、2023年主要安排\n深入实施⟦《信访条例》⟧。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n扎实推进⟦《法治政府建设实施纲要(2015-2020年)》⟧各项任务。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n开展⟦《中华人民共和国合同法》⟧培训3期。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n按照⟦《霁川区法治政府建设实施方案（2016—2020年）》⟧开展工作。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n深入推进⟦“七五”普法⟧，宣讲⟦侵权责任法⟧12场。",
    "霁川区司法局2021年度法治政府建设情况报告\n四、2022年主要安排\n依据⟦《民法总则》⟧办理涉企合同。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n公职律师援引⟦《中华人民共和国物权法》⟧说明抵押债权的申报期限，参与案件8件。",
    f"{_IN_2026}9月依据⟦《大气污染防治法》⟧查处案件12件。",
    f"{_IN_2026}全年依据⟦《环境影响评价法》⟧审批36件。",
    f"{_IN_2026}依据⟦《清洁生产促进法》⟧审核36家，依据《清洁生产促进法》奖励2家。",
    f"{_IN_2026}依据⟦《增值税暂行条例》⟧退税36户。",
    f"{_IN_2026}落实⟦“十四五”规划纲要⟧任务36项，依据⟦《乡镇企业法》⟧服务企业36家。",
    f"{_IN_2023}依据⟦《社会抚养费征收管理办法》⟧征收3户。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n依据⟦《个体工商户条例》⟧登记1260户。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n依据⟦《城市房屋拆迁管理条例》⟧⟦《无照经营查处取缔办法》⟧办理36件，落实⟦《全面推进依法行政实施纲要》⟧任务12项。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n推进⟦《霁川区“十三五”法治建设规划》⟧任务36项。",
    "霁川区司法局2027年度法治政府建设情况报告\n一、主要举措和成效\n落实⟦《水污染防治法》⟧，检查36次。",
    f"{_IN_2023}推动⟦《全面推进依法行政实施纲要》⟧落地见效，在⟦《环境噪声污染防治法》⟧框架内处理投诉36件。",
    "霁川区司法局2024年度法治政府建设情况报告\n四、2025年主要安排\n依照⟦《信访条例》⟧清理积案12件，适用⟦《环境行政处罚办法》⟧处罚3家。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n按照国务院⟦《全面推进依法行政实施纲要》⟧、中共中央、国务院《法治政府建设实施纲要（2015—2020年）》推进36项任务。",
    "霁川区司法局2025年度法治政府建设情况报告\n四、2026年主要安排\n对照⟦《法治政府建设实施纲要（2021—2025年）》⟧抓好36项任务，落实⟦《霁川区普法方案（2023—2025年）》⟧。",
]
GOOD = [
    f"{_IN_2026}8月15日前依据《大气污染防治法》查处案件12件，3月学习《噪声污染防治法》。",
    f"{_IN_2026}依据《水污染防治法》查处案件12件，8月15日以后依据《生态环境法典》查处3件。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n全年依据《大气污染防治法》查处案件12件。",
    "霁川区信访局2020年度法治政府建设情况报告\n一、主要举措和成效\n落实《信访条例》，办理信访事项36件。",
    "霁川区信访局2022年度法治政府建设情况报告\n一、主要举措和成效\n落实《信访条例》《信访工作条例》，办理信访事项36件。",
    "霁川区司法局2020年度法治政府建设情况报告\n落实《法治政府建设实施纲要(2015-2020年)》。\n一、主要举措和成效\n办理案件36件。",
    "霁川区司法局2023年度法治政府建设情况报告\n四、2024年主要安排\n深入实施《信访工作条例》和新修订的行政复议法。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n完成《法治政府建设实施纲要（2015—2020年）》终期评估。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n对依据《合同法》《物权法》制定的12件文件予以废止或者修订。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n落实《法治政府建设实施纲要（2021—2025年）》，印发《霁川区2019—2020年执法案例汇编》。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n涉及2019年合同的3件案件，法院按《合同法》判决，停用原《信访条例》的表格12种，整理《婚姻登记管理条例》时期的档案36卷。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n“七五”普法通过总结验收。",
    f"{_IN_2023}对民法典施行前订立的仓储合同，调解员依照《合同法》释明36次。",
    f"{_IN_2023}陈列《信访条例》通稿等实物36件，讲清从《婚姻法》到民法典的变迁，纠正仍写着《合同法》的文书3份。",
    f"{_IN_2023}档案馆整理《法治政府建设实施纲要（2015—2020年）》执行台账36卷。",
    "霁川区司法局2025年度法治政府建设情况报告\n四、2026年主要安排\n开展《法治政府建设实施纲要（2021—2025年）》总结评估，落实《霁川区普法方案（2024—2026年）》。",
]

_MARKS = "。；\n"
_OF_A_THING = patterns.compile("(?:[、和]?《[^》]*》)*([\u4e00-\u9fff]{0,8})的")
"""Behind a title, and a verb as its last word: the law is what another thing was made by, 依据《甲法》制定的文件."""
_ISSUERS = "(?:中共中央|国务院|办公[厅室]|[省市县区]委|[省市县区]?人?民?政府|[、和])*"
"""Who issued it, between two titles of one list: 《甲纲要》、中共中央、国务院《乙纲要》."""
_JOINED = patterns.compile(f"》(?:[、和及与]{_ISSUERS})?$")
_JOINED_BEHIND = patterns.compile(f"(?:[、和及与]{_ISSUERS})?《")
_STOP = patterns.compile(f"[{_MARKS}]")
_NONE = "无"
"""What the table says where nothing came after a law."""
_PHRASES = load_phrases(__file__, "superseded_document")
_OF_THE_PAST, _OF_ITS_TIME, _KEPT, _PLAN, _GUIDED, _CITED, _USED, _ALL_YEAR = (
    _PHRASES[name].pattern
    for name in ("of-the-past", "of-its-time", "kept", "plan", "guided", "cited", "used", "all-year")
)


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    told_once: dict[str, list[Citation]] = {}
    for citation in citations(report) if year else ():
        law = citation.law
        period = citation.period or five_years_of(citation.name) if law is None and citation.marked else None
        planned = report.kind.future in citation.parts
        if year is None or citation.short or (law is None and not (period and period[1] < year + planned)):
            continue  # most
        clause = report.words(clause_around(report.text, citation.span))
        if _is_past(report, citation, clause):
            continue
        told = days_told(report, citation.span)
        law = law or Law(citation.name, "", to=str(period[1]) if period else "")
        if planned:
            # the plan needs the successor, once there is one; till then the old document is all there is
            if standing(law, f"{year + bool(law.by)}-01-01") == "over":
                yield _over(report, citation, law, year)
            elif standing(law, f"{year + 1}-01-01") == "over" and law.to:
                yield _runs_out(report, citation, law, year)
        elif standing(law, _day(told, year, clause)) == "over":
            yield _over(report, citation, law, year)
        elif _ends_within(law, year) and not told:
            told_once.setdefault(law.name, []).append(citation)
    cited = {citation.law.name for citation in citations(report) if citation.law}
    for first, *others in told_once.values():
        if first.law and first.law.by.strip("《》") not in cited:
            yield _over_within(first, first.law, others)


def _is_past(report: Report, citation: Citation, clause: str) -> bool:
    """Is a law named as a thing of old, or, where it stands without 《》, not told to be used?

    In 《》 it is taken to be used as one in force, whatever the words, unless they say that it is not.
    """
    before, _, after = clause.partition(report.words(citation.span))
    used = _CITED.search(before) or _USED.match(after)
    whole = _sentence(report, citation.span)
    if not used and not _stands_for_itself(citation, report.outline.year or 0):
        return True
    if _names_what_came_after(report, citation, whole) or (not used and _KEPT.search(unquoted(report), *whole)):
        return True
    of_a_thing = _OF_A_THING.match(after)
    guides = not (of_a_thing and (of_a_thing[1] == "" or ends_in_verb(of_a_thing[1])))
    guided = citation.law and citation.law.repealed and _GUIDED.search(before) and guides
    told = before if guided else f"{before}《》{after}"
    return bool(_OF_THE_PAST.search(told)) or _of_its_time(report, citation, whole)


def _stands_for_itself(citation: Citation, year: int) -> bool:
    """Is a name marked as one, and that of a law or of a plan: 《信访条例》, “七五”普法?

    In the year after its last what has come of a plan is told, so there its name alone says nothing.
    """
    if citation.law is None:
        period = citation.period or five_years_of(citation.name)
        return bool(period and period[1] < year - 1 and _PLAN.search(citation.base))
    last = citation.law.to[:4]
    return int(last) < year - 1 if last else citation.marked


def _names_what_came_after(report: Report, citation: Citation, sentence: Span) -> bool:
    """Does the sentence name the law that took a law's place as well, and not beside it in one list: does it compare them?"""
    by = citation.law.by.strip("《》") if citation.law else ""
    before = report.text[sentence.start : citation.span.start]
    after = report.text[citation.span.end : sentence.end]
    in_list = _JOINED.search(before) or _JOINED_BEHIND.match(after)
    return bool(by) and not in_list and (by in before or by in after)


def _sentence(report: Report, place: Span) -> Span:
    """From the stop before a place to the one behind it."""
    end = _STOP.search(report.text, place.end)
    begin = max(report.text.rfind(mark, 0, place.start) for mark in _MARKS) + 1
    return Span(begin, end.start() if end else len(report.text))


def _of_its_time(report: Report, citation: Citation, sentence: Span) -> bool:
    """Does its sentence tell of old things, or name before it a year in which the law was in force: 涉及2019年合同的案件?"""
    if _OF_ITS_TIME.search(unquoted(report), *sentence):
        return True
    years = find_years(unquoted(report), Span(sentence.start, citation.span.start))
    repealed = citation.law.repealed if citation.law else ""
    return any(str(year) < repealed[:4] for _, year in years)


def _day(told: Days | None, year: int, clause: str) -> str:
    """The first day on which a law has to be in force: that of the act, or of the year; the last one if it is used all year."""
    if told and told.last[:4] <= str(year):
        return told.first or f"{told.last[:4]}-01-01"
    return f"{year}-12-31" if _ALL_YEAR.search(clause) else f"{year}-01-01"


def _over(report: Report, citation: Citation, law: Law, year: int) -> Finding:
    """The remark on a law that was over before what is told."""
    end = _end(law) if law.repealed else f"{report.words(citation.span)}的年限到{in_words(law.to)}为止"
    verdict = "此后的事不能再引它" if _ends_within(law, year) else f"{year}年度的报告不宜当作现行的引用"
    instead = law.by if law.by not in ("", _NONE) else "现行有效的文件"
    return Finding(citation.span, f"{end}，{verdict}。", f"请核对，改引{instead}。")


def _runs_out(report: Report, citation: Citation, law: Law, year: int) -> Finding:
    """The remark on a document that the next year's work is to go by, but which runs out with this one."""
    message = f"{report.words(citation.span)}的年限到{in_words(law.to)}为止，{year + 1}年的安排不在年限之内。"
    advice = "请核对，已经有新的文件的，改引新的；没有的，请写明是接续、收尾。"
    return Finding(citation.span, message, advice, severity=Severity.INFO)


def _ends_within(law: Law, year: int) -> bool:
    """Was a law repealed in the course of a year?"""
    return f"{year}-01-01" < law.repealed <= f"{year}-12-31"


def _over_within(citation: Citation, law: Law, others: list[Citation]) -> Finding:
    """The remark on a law that was repealed in the year of the report, which does not name what came after."""
    related = tuple(Related(other.span, "这里也引了它") for other in others)
    advice = "请核对：此前的事引它是对的，此后的事应当引新的规定，并请写明时间。"
    return Finding(citation.span, f"{_end(law)}。", advice, related, severity=Severity.INFO)


def _end(law: Law) -> str:
    """Since when a law is repealed, and what came after it."""
    by = "" if law.by == _NONE else f"，由{law.by}取代"
    return f"《{law.base}》自{in_words(law.repealed)}起废止{by}"
