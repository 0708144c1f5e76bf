"""法律、文件的名称没有加书名号。

“落实行政处罚法”应写“落实《行政处罚法》”。词表里的法律和文件，以及“印发（制定、出台）某某区某某办法”“关于……的意见”这样写出了全名的文件，
没有书名号时提示；“行政处罚法修订后”“信访工作条例宣传月”拿它记时间、说活动的，不提；“制定实施方案”“出台管理办法”没有写出名称的，不提。
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reportlint.document.source import Span
from reportlint.facts.names.documents.citations import citations
from reportlint.facts.names.documents.titles import STATE
from reportlint.facts.names.own_places import own_places
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.finding import Finding, Related, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "缺书名号"
SEVERITY = Severity.INFO
BASIS = "GB/T 15834—2011《标点符号用法》4.15：书名号标示书名、文件名等"
BAD = [
    "一、主要举措和成效\n领学⟦习近平法治思想学习纲要⟧12次，配发⟦论坚持全面依法治国⟧36册。",
    "一、主要举措和成效\n新修订的⟦行政处罚法⟧实施后，举办培训9期。",
    "一、主要举措和成效\n有效落实⟦行政处罚法⟧，培训执法人员120名。",
    "四、下一年度主要安排\n组织学习新修订的⟦行政复议法⟧。",
    "一、主要举措和成效\n制发⟦霁川区法治督察工作办法⟧，督察单位12家。",
    "一、主要举措和成效\n印发⟦关于加强行政应诉工作的意见⟧，出庭应诉率98%。",
    "一、主要举措和成效\n对照⟦法治政府建设实施纲要⟧，梳理任务42项。",
    "三、第一责任人履职情况\n区长领学⟦中华人民共和国行政许可法⟧、⟦信访工作条例⟧等法规6部。",
    "一、主要举措和成效\n印发⟦霁川区2023年法治政府建设工作要点⟧，宣传⟦中华人民共和国民法典⟧。",
    "一、主要举措和成效\n对照⟦政府信息公开条例⟧修订公开流程6项，依据⟦行政处罚法⟧公布清单3份。",
    "四、下一年度主要安排\n修订⟦霁川区合同审查管理办法⟧，6月底前印发。",
    "一、主要举措和成效\n根据⟦住宅专项维修资金管理办法⟧核拨资金36万元，印发⟦沿江码头执法协作办法⟧，明确事项14项，出台⟦户外广告设施设置管理办法⟧，拆除36块。",
    "一、主要举措和成效\n出台了⟦霁川市重大行政决策程序规定⟧和配套制度3项。",
    "一、主要举措和成效\n邀请专家解读⟦反间谍法⟧，参加64人；修订后的⟦森林法⟧施行以来，查处毁林案件9件。",
    "四、下一年度主要安排\n对标国务院⟦关于加强城市供水安全的指导意见⟧，6月底前改造泵站3座。",
    "四、下一年度主要安排\n开展⟦云渚省河道管理条例⟧修改调研，9月提交报告；参与⟦霁川市湿地保护条例⟧立法后评估，走访企业36家。",
    "三、第一责任人履职情况\n县政府常务会议审议通过⟦青岚县2024年行政执法监督要点⟧，公布⟦青岚县2024年度决策事项目录⟧，列入6项。",
    "一、主要举措和成效\n依据⟦土地管理法⟧制止违法占地36宗，按照⟦安全生产法⟧规范执法文书12种。",
    "一、主要举措和成效\n出台⟦霁川街道会议议事规则⟧，持⟦青岚县养犬管理规定⟧逐户告知36户，学习⟦校园食品安全管理规定⟧12次，印发⟦“领导干部学法用法清单”⟧。",
    "青岚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n出台⟦青岚城市养犬管理办法⟧，列支资金36万元。",
    "一、主要举措和成效\n开展⟦草原法⟧、⟦防沙治沙法⟧知识抢答3场，举办⟦档案法⟧和⟦保守国家秘密法⟧专题讲座6次。",
    "一、主要举措和成效\n按照⟦省行政规范性文件制定和监督管理规定⟧，审查36件；贯彻⟦市场监督管理行政处罚程序规定⟧，统一文书41种。",
    "一、主要举措和成效\n依据⟦民法典⟧调解邻里纠纷36件，参照市里下发的⟦村级合同审查工作规范⟧，审查36件。",
]
GOOD = [
    "一、主要举措和成效\n举办测绘法知识抢答1场，宪法、民法典知识问答3场，依照宪法和有关法律任命36人，学习立法、执法知识12次。",
    "一、主要举措和成效\n学习民法典知识12次，按照县里印发的年度执法检查办法，检查36家。",
    "一、主要举措和成效\n有效落实《行政处罚法》，培训执法人员120名。",
    "一、主要举措和成效\n宣传行政复议法律制度，坚持处罚法定，严格行政许可法定程序。",
    "一、主要举措和成效\n制定实施方案，出台管理办法，印发工作要点3件。",
    "一、主要举措和成效\n举办“行政处罚法专题培训”3期，学习安全生产法律法规。",
    "四、下一年度主要安排\n制定霁川区法治督察工作办法，5月底前印发。",
    "一、主要举措和成效\n按照各镇报送的管理办法汇编36份，出台配套实施细则，明确事项12项。",
    "一、主要举措和成效\n开展民法典宣传12场、宪法宣誓3次。",
    "一、主要举措和成效\n制定全区年度执法检查计划，印发本镇普法方案。",
    "一、主要举措和成效\n行政复议法实施以来，办理36件，举办信访工作条例宣传月活动3场。",
    "一、主要举措和成效\n印发《关于加强行政应诉工作的意见》，推进行政诉讼法院联动。",
    "四、下一年度主要安排\n推进霁川市供水条例立法，9月提交草案；开展《霁川市燃气条例》修改调研，参与全市供水条例修订。",
    "三、第一责任人履职情况\n县长审定青岚县司法局报送的方案6件，审议通过年度工作要点，批准青岚县2024年计划生育经费36万元。",
    "一、主要举措和成效\n开展森林法治宣传6场，落实统计法规要求，对照县委关于加强执法的意见整改9项。",
    "一、主要举措和成效\n依据行政许可法定期限办结36件，按照安全生产法规制度检查12次，根据行政复议法律文书归档36卷。",
    "一、主要举措和成效\n按照省里统一的文件管理规定审查36件，落实市级机关差旅费管理办法，报销36笔。",
    "一、主要举措和成效\n学习中央八项规定精神12次，学习安全生产有关管理规定6次，制定“执法三张责任清单”，落实街道会议议事规则。",
    "青岚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n出台云渚城市养犬办法，印发《青岚城市养犬办法》。",
]

_PHRASES = load_phrases(__file__, "missing_title_marks")
(
    _NAMED,
    _CONTENTS,
    _DATED,
    _USED,
    _REGULATION,
    _MEASURED_BY,
    _ABOUT,
    _NOT_A_NAME,
    _DATES,
    _DOES,
    _SHORT_PLACE,
    _TAUGHT,
    _GIVEN,
    _OF_A_LEVEL,
    _IN_QUOTES,
) = (
    _PHRASES[name].pattern
    for name in (
        "named",
        "contents",
        "dated",
        "used",
        "regulation",
        "measured-by",
        "about",
        "not-a-name",
        "dates",
        "does",
        "short-place",
        "taught",
        "given",
        "of-a-level",
        "in-quotes",
    )
)
_JOINTS = ("、", "和", "与", "及")
_OF_LESSONS = ("知识", "专题")
"""What is taught of several laws."""
_LEVEL = 1
"""Characters of 县 or 市."""
_NEW = ("新修订的", "新修改的", "新修正的", "新颁布的", "新施行的", "新出台的", "修订后的", "修改后的")
_BY = ("对照", "按照", "依照", "根据", "依据", "遵照")
"""What stands before the law by which something is done."""


def check(report: Report) -> Iterator[Finding]:
    places: dict[str, list[Span]] = {}
    laws = [c for c in citations(report) if not c.marked and not report.words(c.span).startswith("“")]
    listed = _in_lists(report.text, [law.span for law in laws])
    for citation in laws:
        named = report.words(citation.span).startswith(STATE) or citation.span in listed
        if not named and _is_date(report.text, citation.span):
            continue
        places.setdefault(citation.base, []).append(citation.span)
    for span, name in (_like_names(report) | dict(_of_short_place(report))).items():
        number = bisect_left(laws, span.start, key=lambda law: law.span.start)
        holds_law = number < len(laws) and laws[number].span.start < span.end
        if not holds_law:
            places.setdefault(name, []).append(span)
    for name, (first, *others) in places.items():
        again = tuple(Related(span, "这里也没有") for span in others)
        yield Finding(first, f"“{name}”是法律或者文件的名称，没有加书名号。", f"请核对，改为“《{name}》”。", again)


def _in_lists(text: str, laws: list[Span]) -> set[Span]:
    """Laws that stand in a row, so that what follows is no activity that has its name of one: 水法、森林法知识竞赛."""
    beside = [(one, other) for one, other in pairwise(laws) if text[one.end : other.start] in _JOINTS]
    return {law for pair in beside if text.startswith(_OF_LESSONS, pair[1].end) for law in pair}


def _is_date(text: str, law: Span) -> bool:
    """Is time told by what became of the law, or an activity named after it, rather than the law measured by: 对照……条例修订流程?"""
    if text.endswith(_NEW, 0, law.start):
        return False  # 新修订的……法施行后: the law itself is what is spoken of
    by_it = text.endswith(_BY, 0, law.start) and _DOES.match(text, law.end)
    return _DATES.match(text, law.end) is not None and not by_it


def _of_short_place(report: Report) -> Iterator[tuple[Span, str]]:
    """Documents that were issued, in whose names the report's own place stands without its level: 青岚养犬管理办法."""
    places = tuple(place[:-1] for place in own_places(report) if len(place) > _LEVEL + 1)
    deeds = (s for s in sentences(report) if places and report.kind.future not in s.parts)
    for match in (match for s in deeds for match in _SHORT_PLACE.finditer(unquoted(report), *s.span)):
        if match["name"].startswith(places) and not _NOT_A_NAME.search(match["name"]):
            yield Span(*match.span("name")), match["name"]


@fact_of_passages
def _like_names(report: Report) -> dict[Span, str]:
    """Words that are told as a document's name is, outside quotations, by their places; in plans, of documents that there are."""
    text, found = unquoted(report), {}
    for sentence in sentences(report):
        there_are = (_USED, _REGULATION, _MEASURED_BY, _ABOUT, _TAUGHT, _GIVEN, _OF_A_LEVEL)
        rules = there_are if report.kind.future in sentence.parts else (_NAMED, _CONTENTS, _DATED, *there_are)
        for match in (match for rule in rules for match in rule.finditer(text, *sentence.span)):
            if not _NOT_A_NAME.search(match["name"]):
                found[Span(*match.span("name"))] = match["name"]
        for match in _IN_QUOTES.finditer(report.text, *sentence.span):
            found[Span(*match.span("name"))] = match["name"].strip("“”")
    return dict(sorted(found.items()))
