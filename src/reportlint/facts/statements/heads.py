"""Who acts: the head of a government or department as the subject of a sentence, and acts one could check."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.kept import patterns
from reportlint.language.word_boundaries import stands
from reportlint.report import Report, fact

# 《党政主要负责人履行推进法治建设第一责任人职责规定》 art. 2: the heads of Party committee and government; a department has its
# 主要负责人. Deputies, those in charge of one field (分管领导) and the heads of other bodies (各镇主要负责人) are not meant.
_HEAD = patterns.compile(
    r"(?:党政|政府|部门|单位|党委|局|委|办)?主要(?:负责人|负责同志|领导(?:同志|干部)?)|第一责任人(?!职责|责任|制|规定)|(?<![“”\w])一把手|“一把手”"
    r"|(?<!副)(?:[省市州盟县区旗乡镇]委|党[委组]|党工委|街道|纪委)?书记(?!处|员)"
    r"|(?<![副秘组队])(?:[省市州盟县区旗镇乡局厅部署]|管委会)长(?!期|远|效|热线|信箱|质|专线|治|足|江|三角|度|处|者)|(?<!副)主任(?!会议|科员|医师)"
)
_DEPUTY = patterns.compile(r"(?:分管|常务|副)[\u4e00-\u9fff]{0,4}$|(?:各|\d个?)[\u4e00-\u9fff、（）]{0,5}的?$")

_MEETING = r"(?:常务会议?|常委会会?议?|专题会议?|全会|全体会议|工作会议?|推进会|联席会议|委员会(?:全体)?会议|领导小组(?:（扩大）|\(扩大\))?会议|党组会议?|办公会议?|调度会|座谈会|现场会|述法会议?)"
_ACT = patterns.compile(
    rf"主持(?:召开)?[^，。；]{{0,20}}会议?|召开[^，。；]{{0,20}}{_MEETING}|出庭应诉|旁听(?:庭审)?|(?:作|讲|授|上)[^，。；]{{0,12}}(?:党课|法治课|专题(?:辅导|报告|讲座|讲话)|辅导报告|主题讲话|开班|述法)"
    r"|签发|审签|签署|领学|领誓|(?:作出|专门|专题)[^，。；]{0,6}批示|批示|专题述法|述法|调研|督导|督查|督办|带队|接访|接待|约谈|包案|部署|协调解决|学法|牵头制定|听取[^，。；]{0,16}汇报|审议|审定|研究"
)
_DATE_OR_COUNT = patterns.compile(
    r"\d+\s*[余多]?\s*(?:次|场|件|期|个|份|项|起|人次|人|万元|批次|篇|条|例|宗|批)|[一二两三四五六七八九十]+(?:余|多)?(?:次|场|件|期|份|起)|(?<!\d)\d{1,2}月(?:\d{1,2}日)?|第[一二三四五六七八九十\d]+次"
)
_PLAIN = ("出庭应诉", "旁听庭审")
_TITLE = patterns.compile(r"《[^》]{4,}》")
_VAGUE = patterns.compile(r"定期|多次|经常|及时|不定期|坚持|每[年季月]")


def find_heads(text: str, span: Span) -> Iterator[Span]:
    """Where a head is named in a stretch of the text."""
    for match in _HEAD.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 6) : match.start()]
        if not _DEPUTY.search(before) and stands(text, match.start(), match.end()):
            yield Span(match.start(), match.end())


def checkable_act(text: str, sentence: Span) -> Span | None:
    """An act one could check, in a sentence told of a head: an act with a date, a count, or the title of a document.

    主持召开常务会议3次, 3月出庭应诉, 对《白皮书》作出批示, a named meeting held once. 多次召开会议, 定期听取汇报 are none.
    """
    for act in _ACT.finditer(text, sentence.start, sentence.end):
        around = text[max(sentence.start, act.start() - 40) : min(sentence.end, act.end() + 30)]
        named_meeting = patterns.compile(_MEETING).search(act.group()) and not _VAGUE.search(
            text, max(sentence.start, act.start() - 12), act.end()
        )
        if _DATE_OR_COUNT.search(around) or _TITLE.search(around) or act.group() in _PLAIN or named_meeting:
            return Span(act.start(), act.end())
    return None


@fact
def head_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences told of the head: those of the part on it, and elsewhere, plans apart, those that name a head."""
    return tuple(
        sentence
        for sentence in sentences(report)
        if report.kind.head in sentence.parts
        or (report.kind.future not in sentence.parts and any(find_heads(report.text, sentence.span)))
    )
