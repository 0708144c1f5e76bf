"""同一句话写了两遍。

多半是复制、粘贴留下的。两处都列出来，用分号隔开的、接在别的话后面的也算；少于15个字的短句，紧接着写两遍的才提；一句话只说一件事、数字有两位以上的，隔多远都提，别的有数字的，同一段里隔着一两句的也提。八个字以上的分句，紧接着写两遍的，同一段（开头）里隔几句又说一遍的，也提；开头说了两遍“现将……报告如下”的，措辞不同也提。
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.statements.said_again import Again, said_again
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.sentences import split_sentences
from reportlint.outline.lead import ANNOUNCED
from reportlint.report import Report

TITLE = "句子重复"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n对12个部门开展法治督察并通报结果。对36个镇街回访，⟦对12个部门开展法治督察并通报结果。⟧",
    "一、主要举措和成效\n对12个部门开展法治督察并通报结果。培训120人。⟦对12个部门开展法治督察并通报结果。⟧",
    "一、主要举措和成效\n（一）规范执法\n全年开展执法案卷评查两次，评查案卷240卷。\n（二）强化监督\n⟦全年开展执法案卷评查两次，评查案卷240卷。⟧",
    "一、主要举措和成效\n办理行政复议案件一百三十六件，全部按期办结。\n三、第一责任人履职情况\n⟦办理行政复议案件一百三十六件，全部按期办结。⟧",
    "一、主要举措和成效\n区政府常务会议会前学法十二次；举办培训六期。区长旁听庭审。⟦区政府常务会议会前学法十二次；举办培训六期。⟧",
    "一、主要举措和成效\n组织行政执法人员参加专业法律知识考试。\n⟦组织行政执法人员参加专业法律知识考试。⟧\n⟦组织行政执法人员参加专业法律知识考试。⟧",
    "一、主要举措和成效\n邀请12名律师坐班值守，解答咨询360人次；⟦邀请12名律师坐班值守，解答咨询360人次；⟧发放资料36份。",
    "一、主要举措和成效\n配备终端36台，做到每人一台、全程留痕。⟦做到每人一台、全程留痕。⟧",
    "一、主要举措和成效\n检查企业36家次。⟦检查企业36家次。⟧培训12人。",
    "一、主要举措和成效\n开展入企服务36次。解决难题12个。⟦开展入企服务36次。⟧",
    "一、主要举措和成效\n（一）便民。渔区流动公证船出海36天。\n（二）普法。培训12人。⟦渔区流动公证船出海36天。⟧",
    "一、主要举措和成效\n健全案卷评查标准，⟦健全案卷评查标准⟧，评查案卷36卷。",
    "根据有关规定，现将我局2024年普法工作情况报告如下：\n2024年，我局办理案件36件。⟦现将有关情况报告如下⟧。\n一、主要举措和成效\n培训36人。",
    "二、存在的不足\n少数部门对法治政府建设的重视程度不够。\n四、下一年度主要安排\n⟦少数部门对法治政府建设的重视程度不够！⟧",
    "一、主要举措和成效\n健全护渔责任体系，确保护渔部署落到实处。局长主持会议2次，审议文件6件，⟦确保护渔部署落到实处⟧。",
    "一、主要举措和成效\n渔港检查36次，为发展营造了良好护渔环境，⟦营造了良好护渔环境和氛围⟧。",
    "一、主要举措和成效\n（一）护渔手段较少，渔港监控覆盖不足。⟦护渔手段较少，渔港监控覆盖不足。⟧",
    "一、主要举措和成效\n1.护渔手段较少，原因是渔港监控不足。培训36人。⟦护渔手段较少，原因是渔港监控不足。⟧",
    "一、主要举措和成效\n一是护渔手段较少，渔港监控覆盖不足。⟦护渔手段较少，渔港监控覆盖不足。⟧",
    "2024年，县渔政局依法履职，现将本局普法情况报告如下。一年来办案36件，⟦现将本局情况报告如下⟧。\n一、主要举措和成效\n培训36人。",
]
GOOD = [
    "一、主要举措和成效\n马上就办，马上就办，真抓实干，办件36件。",
    "一、主要举措和成效\n对12个部门开展法治督察并通报结果。对9个镇开展法治督察并通报结果。",
    "现将有关情况报告如下：\n一、主要举措和成效\n办理案件36件，现将典型做法介绍如下：\n推行回访。",
    "一、主要举措和成效\n做法在全区推广。培训36人。做法在全区推广。",
    "一、主要举措和成效\n（一）强化行政执法监督工作的制度保障\n1.强化行政执法监督工作的制度保障\n检查36次。",
    "一、主要举措和成效\n（一）加强渔港执法监督。加强渔港执法监督，检查36次。",
    "一、主要举措和成效\n（一）加强渔港执法监督。持续加强渔港执法监督。\n检查36次。",
    "一、主要举措和成效\n一是加强渔港执法监督。检查36次。\n二是加强渔港执法监督力量。",
    "一、主要举措和成效\n办理行政复议案件36件，办结36件。办理行政应诉案件36件，办结36件。",
    "一、主要举措和成效\n举办培训6期，培训执法人员120人次。",
    "一、主要举措和成效\n上半年办理行政处罚案件36件。下半年办理行政处罚案件36件。",
    "一、主要举措和成效\n（一）城东镇。化解纠纷36件。\n（二）城西镇。化解纠纷36件。",
    "一、主要举措和成效\n护渔为了渔民，提高渔民生活水平。提高渔民生活水平，就是增加收入。",
    "一、主要举措和成效\n检查渔港36次，依法作出行政处罚；抽查渔船12艘，依法作出行政处罚。",
    "一、主要举措和成效\n受理渔业投诉36件，全部按期办理完毕；受理渔业举报12件，全部按期办理完毕。",
    "一、主要举措和成效\n渔港由县渔政局牵头组织实施；渡口由县海事局牵头组织实施，县渔政局牵头组织实施。",
    "一、主要举措和成效\n城东镇设立站点2个。城西镇设立站点2个。城东镇设立站长2名。",
]

_MARKS = patterns.compile(r"[，。；：、！？“”‘’（）《》,;:!?()\"' \u3000\t]+")
_COMMA = patterns.compile("，")
_CLAUSE_END = patterns.compile("[，。：]")
_PARTS = patterns.compile("[^；;]+[；;]?")
_TOLD = patterns.compile(r"(?=.{11})[\u4e00-\u9fff“”]{5,}\d{2,}[\u4e00-\u9fff]{1,3}。")
"""A sentence of one clause whose figure has two digits at least: 山乡流动公证车出行33天。"""
_HEAD = 3
_NEXT = 8
"""Characters from which a sentence that stands twice one behind the other is no refrain."""
_NEAR = 3
"""How many sentences back one with a figure is still the same."""


def check(report: Report, *, characters: int = 15) -> Iterator[Finding]:
    found = [*_announced_twice(report), *_sentences(report, characters)]
    numbered = list(_numbered(report))
    found = [each for each in found if not any(each.span.overlaps(other.span) for other in numbered)] + numbered
    yield from found
    yield from _again(report, found)


def _sentences(report: Report, characters: int) -> Iterator[Finding]:
    """Sentences that stand twice, and clauses that stand twice one behind the other."""
    seen: dict[str, Span] = {}
    heads: set[str] = set()  # with which sentences of some length begin: what begins otherwise needs no closer look
    last: list[tuple[str, Span]] = []
    for sentence, parts in _said(report).items():
        yield from _clauses_twice(report, sentence)
        whole = "".join(words for *_, words in parts)
        once = whole in seen or len(parts) < 2
        for start, end, words in [(0, sentence.end - sentence.start, whole)] if once else parts:
            span = Span(sentence.start + start, sentence.start + end)
            if words in seen and (
                len(words) >= characters or _is_told(report, span) or _is_echo(report, words, span, last)
            ):
                yield _repeated(report, span, seen[words])
            elif last and len(words) >= _NEXT and last[-1][0].endswith(words) and _closes(report, last[-1][1], span):
                yield _repeated(report, span, last[-1][1])
            elif tail := _tail(report, span, seen, heads):
                yield _repeated(report, *tail)
            seen.setdefault(words, span)
            last = [*last, (words, span)][-_NEAR:]
        seen.setdefault(whole, sentence)
        if len(whole) >= characters:
            heads.add(report.text[sentence.start : sentence.start + _HEAD])


def _announced_twice(report: Report) -> Iterator[Finding]:
    """Where what stands before the first heading says a second time that the report follows."""
    lead = report.outline.root.paragraphs if report.outline.sections else []
    told = [Span(*found.span()) for span in lead for found in ANNOUNCED.finditer(report.text, *span)]
    for span in told[1:]:
        line = report.source.line_of(told[0].start)
        message = f"“{report.words(span)}”，第 {line} 行已经说过。"
        yield Finding(span, message, "请删去一处。", related=(Related(told[0], "已经说过"),))


def _numbered(report: Report) -> Iterator[Finding]:
    """What stands first behind a number (（一）, 1., 一是), where its paragraph says it again."""
    for section in report.outline.sections:
        if section.heading and section.paragraphs and _is_line(report, section.heading.title, section.paragraphs[0]):
            yield from _first_again(report, Span(section.heading.title.start, section.paragraphs[0].end))
    for passage in report.outline.passages:
        if number := LIST_START.match(report.text, *passage.span):
            yield from _first_again(report, Span(number.end(), passage.span.end))


def _is_line(report: Report, title: Span, prose: Span) -> bool:
    """Does the prose go on in the line of its heading?"""
    return "\n" not in report.text[title.end : prose.start]


def _first_again(report: Report, line: Span) -> Iterator[Finding]:
    told = [(span, _bare(report.words(span))) for span in split_sentences(report.text, line)]
    for first, words in told[:1]:
        for other in (span for span, again in told[1:] if again == words and len(words) >= _NEXT):
            yield _repeated(report, other, first)


def _is_told(report: Report, span: Span) -> bool:
    """Is it a short sentence of its own that tells a figure? Nobody has the same one twice."""
    return bool(_TOLD.fullmatch(report.words(span)))


def _is_echo(report: Report, words: str, span: Span, last: Sequence[tuple[str, Span]]) -> bool:
    """Is it a short sentence that stood just before, or, if it has a figure, one or two before in the same paragraph?"""
    if len(words) < _NEXT:
        return False
    figure = any(map(str.isdigit, words))
    line = report.source.line_of(span.start)
    near = any(told == words and report.source.line_of(first.start) == line for told, first in last)
    return words == last[-1][0] or (figure and near)


def _closes(report: Report, before: Span, span: Span) -> bool:
    """Does the sentence before end with this one, behind a mark: …，实现一次办结。实现一次办结。"""
    told = report.words(before).removesuffix(report.words(span))
    return told[-1:] in ("，", "；", "：")


@fact_of_passages
def _said(report: Report) -> dict[Span, list[tuple[int, int, str]]]:
    """Sentence to its parts: from where to where in it, and the words without marks."""
    return {
        sentence.span: [(*match.span(), _bare(match[0])) for match in _PARTS.finditer(report.words(sentence.span))]
        for sentence in sentences(report)
    }


def _tail(report: Report, span: Span, seen: Mapping[str, Span], heads: Set[str]) -> tuple[Span, Span] | None:
    """The end of a sentence, from a comma on, that was a sentence before; and where that stands."""
    for comma in _COMMA.finditer(report.text, *span):
        start = comma.end()
        if report.text[start : start + _HEAD] in heads and (first := seen.get(_bare(report.text[start : span.end]))):
            return Span(start, span.end), first
    return None


def _clauses_twice(report: Report, sentence: Span) -> Iterator[Finding]:
    """A clause that stands twice, one behind the other: 健全培训考核，健全培训考核，组织轮训6期."""
    start, before = sentence.start, ""
    for piece in _CLAUSE_END.split(report.words(sentence)):
        if len(piece) >= _NEXT and (piece == before or before.endswith("是" + piece)):  # behind 一是
            first = Span(start - len(piece) - 1, start - 1)
            yield _repeated(report, Span(start, start + len(piece)), first)
        start, before = start + len(piece) + 1, piece


def _again(report: Report, found: Sequence[Finding]) -> Iterator[Finding]:
    """What a paragraph says again, where nothing is found yet."""
    for again in said_again(report):
        if not any(each.span.overlaps(again.span) or each.span.overlaps(again.first) for each in found):
            yield _begun_again(report, again) if again.more else _repeated(report, again.span, again.first)


def _begun_again(report: Report, again: Again) -> Finding:
    message = f"“{report.words(again.span)}”把前一个分句的话又说了一遍。"
    return Finding(again.span, message, "请合成一句。", related=(Related(again.first, "已经说过"),))


def _repeated(report: Report, span: Span, first: Span) -> Finding:
    line = report.source.line_of(first.start)
    return Finding(
        span, f"这句话与第 {line} 行的一句完全相同。", "请删去一处。", related=(Related(first, "同样的一句"),)
    )


def _bare(words: str) -> str:
    return _MARKS.sub("", words)
