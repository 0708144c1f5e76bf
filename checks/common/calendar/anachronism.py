"""写到了当时还没有的会议、法律或者文件。

报告写于第二年年初：此后才召开的会议、才通过的法律不可能出现在报告里，多半是改稿时粘错了，或者年度写错了。下一年的安排可以提到下一年的事；
“迎接”“起草”“草案”之类说的是将要有的事，也不算错。第二年年初的事写进了上一年的举措和履职情况，提示核对，不算错误。

已经通过、还没有施行的法律，学习、宣传、做准备是对的，“依据”它“作出”处罚不对，提示核对。“新修订的”按历次修改的日子核对：
那时还没有修订的、从来没有修订过的都指出来，修订过去了三年以上的提示。

提法有提出的日子（coined.yaml），机构有组建的日子（founded.yaml）。会议、法律和文件的日期列在 facts/names/ 的 meetings.yaml 和 documents/laws.yaml 里；法律的日子没有两个来源的，不据此判断。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import Citation, named_in_full
from reportlint.facts.names.documents.laws import Law, Version
from reportlint.facts.names.documents.titles import five_years_of
from reportlint.facts.names.meetings import Naming, meetings_named
from reportlint.facts.names.moments import in_words, known_by
from reportlint.facts.prose.written import stretches
from reportlint.facts.statements.when import days_told
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.tables import load_table
from reportlint.report import Report

TITLE = "当时还没有"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
_TITLE = "霁川区人民政府2022年度法治政府建设情况报告\n"
BAD = [
    f"{_TITLE}一、主要举措和成效\n深入学习贯彻党的⟦二十届三中全会⟧精神。",
    f"{_TITLE}2022年，全面贯彻党的二十大和二十届二中、⟦三中⟧全会精神。\n一、主要举措和成效\n办理案件36件。",
    f"{_TITLE}一、主要举措和成效\n落实⟦《公平竞争审查条例》⟧，审查文件12件。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n2023年3月，依据新修订的⟦《行政复议法》⟧办理案件36件。",
    f"{_TITLE}一、主要举措和成效\n举办新修订的⟦《中华人民共和国行政复议法》⟧培训3期。",
    f"{_TITLE}三、第一责任人履职情况\n区长审定⟦提升行政执法质量三年行动计划⟧任务分工。",
    f"{_TITLE}一、主要举措和成效\n2021年6月，依照⟦《信访工作条例》⟧做了准备工作3项。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n对照⟦《法治政府建设实施纲要(2021-2025年)》⟧开展自查。",
    "霁川区司法局2019年度法治政府建设情况报告\n四、2020年主要安排\n贯彻中央全面依法治国工作会议部署和修订后的⟦行政处罚法⟧。",
    f"{_TITLE}一、主要举措和成效\n贯彻党的⟦二十届二中全会⟧精神，办理案件36件。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n宣讲⟦习近平法治思想⟧36场，领悟⟦“两个确立”⟧。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n5月依据⟦《法治宣传教育法》⟧开展宣讲36场。",
    "霁川区公安局2025年度法治政府建设情况报告\n一、主要举措和成效\n依据⟦《危险化学品安全法》⟧查处案件12件。",
    "霁川区公安局2025年度法治政府建设情况报告\n一、主要举措和成效\n学习新修订的⟦《法治宣传教育法》⟧3次、新修订的⟦《行政处罚法》⟧6次。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n执行2023年修订的⟦《行政复议法》⟧，宣讲2020年修订的⟦《行政处罚法》⟧。",
    "霁川区公安局2025年度法治政府建设情况报告\n一、主要举措和成效\n依据新修订的⟦《治安管理处罚法》⟧处罚12人。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n学习2025年11月召开的⟦中央全面依法治国工作会议⟧精神3次。",
    "霁川区司法局2022年度法治政府建设情况报告\n一、主要举措和成效\n区⟦委社会工作部⟧培训36人，落实⟦《霁川区“十五五”信访规划》⟧。",
    "霁川区人武部2021年度法治政府建设情况报告\n一、主要举措和成效\n落实⟦《中华人民共和国预备役人员法》⟧，培训36人。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n依据2026年3月1日施行的⟦《霁川市护渔办法》⟧，对36艘渔船开展检查。",
]
GOOD = [
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n《民营经济促进法》《法治宣传教育法》自2025年5月20日、11月1日起先后施行，宣讲36场。",
    f"{_TITLE}一、主要举措和成效\n深入学习贯彻党的二十大精神，落实《信访工作条例》。",
    f"{_TITLE}四、2023年主要安排\n做好新修订的行政复议法实施准备，贯彻党的二十届二中全会精神。",
    "霁川区司法局2023年度法治政府建设情况报告\n四、2024年主要安排\n组织学习新修订的行政复议法。",
    "霁川区司法局2021年度法治政府建设情况报告\n一、主要举措和成效\n以优异成绩迎接党的二十大胜利召开。",
    f"{_TITLE}一、主要举措和成效\n对《中华人民共和国民营经济促进法（草案）》提出意见6条。",
    f"{_TITLE}一、主要举措和成效\n2021年6月，参与《信访工作条例》征求意见，提出意见6条。",
    f"{_TITLE}一、主要举措和成效\n学习《中华人民共和国行政复议法》，办理案件36件。",
    "一、主要举措和成效\n落实《公平竞争审查条例》，审查文件12件。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n宣传数据安全法律法规、霁川省公平竞争审查条例12场。",
    "霁川区司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n落实《公平竞争审查条例》和党的二十届三中全会精神。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n学习宣传《法治宣传教育法》12场，做好《危险化学品安全法》施行准备。",
    "霁川区公安局2025年度法治政府建设情况报告\n一、主要举措和成效\n学习新修订的《治安管理处罚法》3次，依据《治安管理处罚法》处罚12人。",
    "霁川区司法局2020年度法治政府建设情况报告\n一、主要举措和成效\n宣讲习近平法治思想36场。",
    "霁川区司法局2023年度法治政府建设情况报告\n一、主要举措和成效\n10月学习新修订的《行政复议法》3次，3月开会，学习旧法，《行政复议法》修订后再学。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n宣讲新修订的《国家赔偿法》实施办法3场。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n学习2025年11月召开的中央全面依法治国工作会议精神3次。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n做好“八五”普法总结和“九五”普法衔接，区数据局开放数据36件。",
    "霁川区司法局2019年度法治政府建设情况报告\n一、主要举措和成效\n宣讲《侵权责任法》12场、2017年修正的《行政处罚法》3场。",
    "霁川镇2021年法治政府建设年度报告\n一、主要举措和成效\n2月26日，镇党委书记主持会议；镇长组织学法4次，部署“八五”普法启动等工作6项。",
    "霁川区司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n宣传2026年3月1日起施行的《霁川市护渔办法》12场。\n四、2026年主要安排\n依据2026年3月1日施行的《霁川市护渔办法》开展检查12次。",
]

_PHRASES = load_phrases(__file__, "anachronism")
_AHEAD, _REVISED, _HELD, _BASED, _RESTED, _ONCE_OUT, _TOLD_IN_FORCE = (
    _PHRASES[name].pattern for name in ("ahead", "revised", "held", "based", "rested", "once-out", "told-in-force")
)
_DRAFT = "征求意见"
_SINCE = {
    row["name"]: (row["since"], "提出") for row in load_table(__file__, "coined", name="word", since="date", why="word")
}
_SINCE |= {
    name: (row["since"], "组建")
    for row in load_table(__file__, "founded", names="words", since="date", why="word")
    for name in row["names"]
}
_COINED = patterns.compile("|".join(map(re.escape, sorted(_SINCE, key=len, reverse=True))))
_BELOW = ("实施办法", "实施细则", "实施条例")
"""What is made under a law: of 新修订的《国家赔偿法》实施办法 it is not the law that is new."""
_NEW = 3
"""Years after which a revision is no longer new."""


class _Named(NamedTuple):
    """What is named, and the parts it is named in."""

    span: Span
    parts: tuple[str, ...]


def check(report: Report) -> Iterator[Finding]:
    year = report.outline.year
    if year is None:
        return
    for naming in meetings_named(report):
        if naming.meeting and not _is_ahead(report, naming.span):
            yield from _too_early(
                report, naming, naming.meeting.name, _held(report, naming.span, naming.meeting.date), "召开"
            )
    laws = named_in_full(report)
    known = [citation.span for citation in laws if citation.law]
    for span, parts in stretches(report):
        for match in _COINED.finditer(report.text, *span):
            named = _Named(Span(*match.span()), parts)
            since, verb = _SINCE[match.group()]
            if since < str(year) or _is_ahead(report, named.span):
                continue  # most
            if not any(title.covers(named.span) for title in known):  # of a known document its own day counts
                yield from _too_early(report, named, match.group(), since, verb)
    for citation in laws:
        if _is_ahead(report, citation.span):
            continue
        law = citation.law
        if law and law.verified:
            yield from _of_law(report, citation, law, year)
        elif law is None and citation.marked and (years := five_years_of(citation.name)) and years[0] > year + 1:
            yield from _too_early(report, citation, citation.name, str(years[0]), "开始")
        else:
            yield from _told_later(report, citation, year)


def _held(report: Report, named: Span, first: str) -> str:
    """When a meeting was held: in the month that the words before it say, where it was held more than once, else the first time."""
    told = _HELD.search(report.text, max(0, named.start - 40), named.start)
    return max(first, f"{told['year']}-{int(told['month']):02}") if told else first


def _is_ahead(report: Report, named: Span) -> bool:
    """Do the words around a thing that is named, not those of its name (《立法法》), tell of what is to come?"""
    clause = clause_around(report.text, named)
    before, behind = (clause.start, named.start), (named.end, clause.end)
    if _RESTED.search(report.text, *before):  # what is done by it is no word on it: 依据……开展前期工作
        behind = (named.end, named.end + len(_DRAFT) * report.text.startswith(_DRAFT, named.end))
    return any(_AHEAD.search(report.text, start, end) for start, end in (before, behind))


def _of_law(report: Report, citation: Citation, law: Law, year: int) -> Iterator[Finding]:
    """What is wrong with a law that is named, by how it stands."""
    before = report.text[max(0, citation.span.start - 14) : citation.span.start]
    if found := list(_too_early(report, citation, citation.base, law.published, "印发或者通过")):
        yield from found
    elif report.text.startswith(_BELOW, citation.span.end):
        return
    elif revised := _REVISED.search(before):
        if revised["year"]:
            yield from _revised_in(report, citation, law, revised["year"])
        else:
            yield from _revised(report, citation, law, year)
    else:
        yield from _not_in_force(report, citation, f"《{law.base}》", law.versions[0] if law.versions else None)


def _not_in_force(report: Report, citation: Citation, name: str, version: Version | None) -> Iterator[Finding]:
    """An act that rests on a text that was passed and not yet in force."""
    based = _BASED.search(report.text, *clause_around(report.text, citation.span))
    day = min(told.last if (told := days_told(report, citation.span)) else "9", f"{report.outline.year}-12-31")
    if version and version.force > day and based and report.kind.future not in citation.parts:
        message = f"{name}{in_words(version.force)}起施行，此前还不能依据它处理事项。"
        yield Finding(citation.span, message, "请核对时间和依据的法律。", severity=Severity.WARNING)


def _told_later(report: Report, citation: Citation, year: int) -> Iterator[Finding]:
    """An act that rests on a document which, as is told beside it, holds from a later year on."""
    clause = clause_around(report.text, citation.span)
    told = _TOLD_IN_FORCE.search(report.text, clause.start, citation.span.start)
    goes_on = report.text.startswith("，", clause.end)
    end = clause_around(report.text, Span(clause.end + 1, clause.end + 1)).end if goes_on else clause.end
    based = _BASED.search(report.text, clause.start, end) if told else None
    if told and int(told["year"]) > year and based and report.kind.future not in citation.parts:
        message = f"{told['day']}起施行的文件，{year}年还不能依据它处理事项。"
        yield Finding(citation.span, message, "请核对时间和依据的文件。", severity=Severity.WARNING)


def _revised_in(report: Report, citation: Citation, law: Law, told: str) -> Iterator[Finding]:
    """What is wrong with calling a law revised in a year that is told."""
    versions = [version for version in law.versions if told in (version.day[:4], version.force[:4])]
    if versions:
        yield from _too_early(report, citation, f"{told}年修订的{law.base}", versions[-1].day, "通过")
    elif law.kind == "法律":
        days = "、".join(version.day[:4] for version in law.versions[1:]) or "没有修订过"
        message = f"《{law.base}》{told}年没有修订（历次修改：{days}）。"
        yield Finding(citation.span, message, "请核对年份和名称。", severity=Severity.WARNING)


def _revised(report: Report, citation: Citation, law: Law, year: int) -> Iterator[Finding]:
    """What is wrong with calling a law newly revised."""
    written = known_by(year, report.outline.published, report.kind.future in citation.parts)
    past = [version for version in law.versions[1:] if version.day <= written]
    newest = past[-1] if past else None
    first = len(past) < 2 or past[-2].day < f"{year - _NEW}"  # else that of the year before may be meant
    coming = next((version for version in law.versions[1:] if version.day > written), None)
    if newest and newest.day >= f"{year - 1}-01-01":
        if newest.day <= f"{year}-12-31":
            early = list(_too_early(report, citation, f"新修订的{law.base}", newest.day, "通过")) if first else []
            yield from early or _not_in_force(report, citation, f"新修订的《{law.base}》", newest)
        else:
            yield from _too_early(report, citation, f"新修订的{law.base}", newest.day, "通过")
    elif coming:
        yield from _too_early(report, citation, f"新修订的{law.base}", coming.day, "通过")
    elif law.kind == "法律" and law.published and newest is None:
        message = f"《{law.base}》{in_words(law.published)}制定以后没有修订过，不是“新修订”的。"
        yield Finding(citation.span, message, "请核对；新制定的写“新颁布的”“新施行的”。", severity=Severity.WARNING)
    elif law.kind == "法律" and newest and int(max(newest.day, newest.force)[:4]) <= year - _NEW:
        message = f"《{law.base}》最近一次修改是{in_words(newest.day)}通过的，到{year}年已经不是“新修订”的。"
        yield Finding(citation.span, message, "请核对，一般不再写“新修订的”。", severity=Severity.INFO)


def _too_early(
    report: Report, named: Citation | Naming | _Named, name: str, since: str, verb: str
) -> Iterator[Finding]:
    """A thing named before it was there: an error by the day the report was written, else perhaps a slip."""
    year = report.outline.year or 0
    written = known_by(year, report.outline.published, report.kind.future in named.parts)
    event = f"“{name}”{in_words(since)}才{verb}" if since else ""
    if since > written:
        yield Finding(named.span, f"{event}，{year}年度的报告还不可能写到。", "请核对名称和报告的年度。")
    elif {report.kind.deeds, report.kind.head} & set(named.parts):
        told = days_told(report, named.span)
        message = f"{event}，不是{year}年的事，却写在{year}年的工作里。"
        if since > f"{year}-12-31":
            advice = "请核对；如果是下一年的打算，请移到安排部分。"
            yield Finding(named.span, message, advice, severity=Severity.WARNING)
        elif told and told.last < since and not _ONCE_OUT.match(report.text, named.span.end):
            message = f"{event}，这里写的是此前的事。"
            yield Finding(named.span, message, "请核对日期和名称。", severity=Severity.WARNING)
