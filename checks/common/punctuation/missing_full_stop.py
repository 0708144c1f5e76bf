"""自然段末尾没有标点，或者两句话之间漏了标点。

正文自然段以句号（或者问号、叹号、省略号）结束；标题、列表的小标题、称谓、署名、表格不用。段中“……全覆盖举办……”这样两句粘在一起的，请看该断在哪里，不自动改。
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.figures.quantities import quantities_in
from reportlint.facts.prose.broken_lines import broken, wants_more
from reportlint.facts.prose.lists import find_items
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.topic_lines import is_topic_line
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.numbers.list_markers import LIST_START
from reportlint.language.numbers.ordinals import chinese_number, numeral
from reportlint.language.phrases import load_phrases
from reportlint.language.slips.lost_marks import find_lost_marks
from reportlint.language.words.word_boundaries import stands
from reportlint.lines.furniture import is_signature
from reportlint.report import Report

TITLE = "缺句号"
SEVERITY = Severity.ERROR
BASIS = "GB/T 15834—2011《标点符号用法》4.1"
BAD = [
    "一、主要举措和成效\n办理行政复议案件36件，审结30件，按期办结率达到⟦100%⟧\n培训12人。",
    "一、主要举措和成效\n（一）规范执法。开展案卷评查6次，评查案卷⟦240卷⟧\n（二）强化监督\n检查36次。",
    "四、下一年度主要安排\n修订规定3件，年底前完成法治政府示范创建⟦各项任务⟧",
    "一、主要举措和成效\n1.健全制度。制定办法12件，清理文件36件，全部向社会公布（⟦附清单）⟧\n2.加强监督\n检查36次。",
    "一、主要举措和成效\n针对群众反映的问题，逐项推行“首违不罚”⟦“免罚”⟧\n检查36次。",
    "一、主要举措和成效\n实现镇街清⟦单全覆盖举办⟧培训班36期。",
    "一、主要举措和成效\n在重点领域开展⟦专项监督深入推进⟧依法行政各项工作。",
    "一、主要举措和成效\n深刻领会关于法治建⟦设的论述区委书记⟧、区长带头述法，培训36人。",
    "一、主要举措和成效\n一是抓学习，集中学习6次，增⟦长20%二是⟧抓考试，考试2次。",
    "一、主要举措和成效\n完成确权⟦颁证任务举办⟧农民培训班12期，检查场所⟦20家次责令⟧整改36家。",
    "一、主要举措和成效\n走访企业36家，收集意⟦见45条发放⟧手册90份。",
    "一、主要举措和成效\n县司法局审查合⟦同36份退回⟧6份，采纳⟦率96%公示⟧结论，整改⟦率98%未检⟧的12台停用。",
    "一、主要举措和成效\n检查工⟦地36次发现⟧安全隐患12处，全部整改。",
    "一、主要举措和成效\n加强⟦队伍建设健全⟧考核办法，评议12次。",
    "一、主要举措和成效\n评查案卷36卷，合格率⟦达98%组织⟧补考2场，处⟦罚36件其中⟧罚款12件。",
    "一、主要举措和成效\n深化“一网通办”，公布事项806项⟦；⟧\n培训12人。",
    "一、主要举措和成效\n一是组织旁听庭⟦审21场⟧\n二是评选普法志愿⟦者10名⟧\n二、存在的不足\n力量不足。",
    "一、主要举措和成效\n开展检查36次，立案6件。\n依法办理出国任务审⟦批37件⟧\n培训12人。",
    "四、下一年度主要安排\n2025年6月底前完成轮训413人⟦、⟧\n（二）修订规定3件。",
    "四、下一年度主要安排\n（一）6月底前轮训413人，考核上岗。\n（二）打通3个系统，取消⟦重复录入⟧\n（三）修订规定3件，备案。",
    "四、下一年度主要安排\n2025年6月底前轮训413人。\n⟦特此报告⟧\n云川区人民政府\n2025年3月1日",
    "一、主要举措和成效\n全年审核规范性文件17件，提出意见66条，采纳⟦率97%⟧\n邀请公职律师8名论证项目14次，提出风险提示83条。",
    "一、主要举措和成效\n清理收费项目36项，其中取消6项、合并9项，为企业减负3⟦45万元⟧\n开设“办不成事”反映窗口12个，受理反映360件，全部办结。",
]
GOOD = [
    "一、主要举措和成效\n（一）深入推进行政执法规范化建设，全面提升执法水平\n办理案件36件。",
    "区人民政府：\n　　现将有关情况报告如下：\n一、主要举措和成效\n办理案件36件。\n云川区人民政府\n2025年3月1日",
    "一、主要举措和成效\n一是健全制度\n制定办法12件。\n二是强化监督\n检查36次。",
    "一、主要举措和成效\n一是新增调解室12间\n在镇村两级选址建设。\n二是培训调解员36名\n请法官授课。",
    "一、主要举措和成效\n办件情况如下。\n受理许可申请36件\n办结许可申请30件\n情况说明完毕。",
    "一、主要举措和成效\n单位\t案件\t办结\n区司法局\t36件\t30件",
    "一、主要举措和成效\n区长说：“依法办事，人人平等。”\n培训内容包括宪法、民法典……",
    "一、主要举措和成效\n提升干部深入推进依法行政的能力，组织各镇积极开展普法36场。",
    "一、主要举措和成效\n重大行政决策程序进一步规范，全覆盖开展检查36次，落实定期召开联席会议制度。",
    "一、主要举措和成效\n办理行政处罚案件35件，罚没款全部上缴。（责任单位：法规股）",
    "一、主要举措和成效\n全年深入推进依法行政，扎实推进\n生态环境领域法治建设36项。培训12人。",
    "一、主要举措和成效\n全年组织召开了法治建设工作会\n议12次。培训12人。",
    "一、主要举措和成效\n全年审查行政规范性文件36件，提出法制审核意见\n— 3 —\n12条，全部采纳。",
    "一、主要举措和成效\n主要任务：\n办理案件36件，培训12人；\n制定办法12件，备案6件；\n检查6次。",
    "四、下一年度主要安排\n（一）6月底前轮训413人，考核上岗\n（二）打通3个系统，取消重复录入\n（三）修订规定3件，备案。",
    "四、下一年度主要安排\n2025年6月底前轮训413人。\n特此报告。\n云川区人民政府\n2025年3月1日",
    "一、主要举措和成效\n根据上级部署，区长主持会议12次；按照要求，区委书记、区长带头述法。",
    "一、主要举措和成效\n列席会议12次，对合同、文件、补偿方案等36件提出书面意见；就草案、处置方案12件提出意见。",
    "一、主要举措和成效\n推广视频自动上传，年底前13个派出所关联率均达95%。",
    "一、主要举措和成效\n召开会议12次研究执法问题，组织各镇加强队伍建设健全考核办法，参会率98%以上。",
    "一、主要举措和成效\n开展行政执法质量提升行动，投入资金36万元建设调解室，完成率100%的镇12个。",
    "为接受社会监督，青岚县人民政府现将2024年度有关情况报告如下：\n一、主要举措和成效\n检查36次。",
    "一、主要举措和成效\n全年审核规范性文件17件，提出意见66条，采纳率97%\n以上，邀请公职律师8名论证项目14次，提示风险83条。",
    "一、主要举措和成效\n整改渔港隐患16处，其余9处12月底前完成；城区码头5座9月1日启用，剩余36项年底前办结12项。",
    "一、主要举措和成效\n对权力清单中的乡镇赋权事项42项收回5项，存量文件36件复查后废止2件，租赁合同4份归并为2份，补签8份租赁合同并收回租金36万元。",
    "一、主要举措和成效\n按期缴存率98%高于省定指标，服务满意率99%连续两年居前，诉前化解率62%反映出力量前移，工资、物业等13项合计受理36件。",
    "一、主要举措和成效\n健全行政执法质量提升机制，制定行政执法责任落实评价办法，加强安全生产责任落实检查，开展营商环境提升专项行动36次。",
    "一、主要举措和成效\n缩短违法建设问题发现时限，规范行政审批事项办理流程，完善执法制度制定程序，压减材料12份。",
    "一、主要举措和成效\n网具说得清，鱼汛看得见\n登记网具412张，发布鱼汛预报12期，逐船送达。",
    "一、主要举措和成效\n延时收费因反对率61%而暂缓，补助按到课率80%核定，合格率98%居全市第二；外包合同12份合并为6份，问题线索36条移交12条。",
]

_PHRASES = load_phrases(__file__, "missing_full_stop")
_CLOSED = patterns.compile(r"[。！？!?…][”’」』）)》\s]*(?:[（(][^（）()。]{1,40}[）)]\s*)?$")
_LEADS_ON = patterns.compile(r"[：:；;.][”’」』）)》\s]*$")
_COUNTED = patterns.compile(r"\d[^，。；：、\d]{1,3}$")
_TOLD = patterns.compile(r"[\u4e00-\u9fff]{4,}\d[\d.]*[余多万亿]*[^，。；：、\d（）()]{1,3}$")
"""The end of a short line that tells what was done: 办理审批37件."""
_RATE = patterns.compile(r"[率度比例](?:达到?|[为至]|[升降提][到至])?\d[\d.]*[%‰]$")
_BEHIND_RATE = patterns.compile(r"\s*(?:以[上下内外]|左右|[的和与及至到~—\-、，。；：）)\d])")
"""A rate at the end of a line, and what it may go on with in the next; anything else needs a mark between."""
_HALF_A_UNIT = ("", "个")
"""What a noun should follow, perhaps in the next line."""
_FIRST = patterns.compile(r"第?一[是、，]|[（(]?[一1][）).、．]|①|首先")
_PROSE = patterns.compile("[，；。,;]|、$")
_TAIL = patterns.compile("[^，。；、,;\\s]{1,4}$")
_GAP = patterns.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_NEW_PARAGRAPH = patterns.compile(
    r"[ \t\u3000]*(?:\r\n|\r(?!\n)|\n)(?:[ \t\u3000]*[\r\n]|[ \t\u3000]+|(?:第?[一二三四五六七八九十]{1,3}[、.．是部章]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]))"
)
"""Where a new paragraph surely begins: behind an empty line, indented, or numbered."""
_HEADING = patterns.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；：、]{4,40}$"
)
"""At the end of a paragraph: it may be a heading that lost its line, and takes no stop."""
_SHOWN = 4
"""Characters shown before a word before which a mark is lost."""
_NOTE = 60
"""Characters at the end of an item in which its stop stands, perhaps before a note in brackets."""
_REACH = 8
"""Characters of the next paragraph in which the rest of a word is looked for."""
_WRAPPED = 5
"""Paragraphs without a mark from which, where they are a third of all, the text is hard-wrapped or has its own habit."""


def check(report: Report) -> Iterator[Finding]:
    ends = sum(_ends_line(report, passage.span) for passage in report.outline.passages)
    unclosed = [span for span, surely in _not_closed(report).items() if surely or _stands_alone(report, span)]
    if len(unclosed) < max(_WRAPPED, ends / 3):
        unclosed = [span for span in unclosed if span.end not in broken(report) or _ends_in_rate(report.text, span)]
        yield from (_unclosed(report, span) for span in unclosed if not _LEADS_ON.search(report.text, *span))
        yield from (_leads_nowhere(report, mark) for mark in _left_open(report, unclosed))
        yield from _unclosed_formula(report)
        yield from (_unclosed(report, span) for span in _headings_not_closed(report))
    for span, word in _glued(report):
        message = f"“{report.words(span)}”像是两句话粘在了一起，中间漏了标点。"
        yield Finding(span, message, f"请核对；如果“{word}”另起一句，前面加逗号或句号。", severity=Severity.WARNING)


@fact_of_passages
def _not_closed(report: Report) -> dict[Span, bool]:
    """The paragraphs at whose end no stop stands, and whether they are prose; else they are short and end in a figure."""
    spans = (passage.span for passage in report.outline.passages)
    open_ones = (span for span in spans if _ends_line(report, span) and not _CLOSED.search(report.text, *span))
    found = ((span, _is_prose(report, span)) for span in open_ones if not is_topic_line(report, span))
    return {span: surely for span, surely in found if surely or _TOLD.search(report.text, *span)}


def _headings_not_closed(report: Report) -> Iterator[Span]:
    """The numbered items of one sentence each (（一）6月底前轮训413人，…) that lack the stop which most of their like have."""
    for parent in report.outline.root.walk():
        items = [s for s in parent.children if s.heading and not s.children and len(s.paragraphs) < 2]
        spans = [Span(s.heading.span.start, s.span.end) for s in items if s.heading]
        closed = {span for span in spans if _CLOSED.search(report.text, max(span.start, span.end - _NOTE), span.end)}
        for section, span in zip(items, spans, strict=True):
            if section.paragraphs or span in closed or len(closed) * 2 <= len(spans):
                continue
            words = report.words(span)
            if "，" in words and any(map(str.isdigit, words)):  # it tells what is done, as no heading does
                yield span


def _ends_in_rate(text: str, span: Span) -> bool:
    return bool(_RATE.search(text, *span)) and not _BEHIND_RATE.match(text, span.end)


def _stands_alone(report: Report, span: Span) -> bool:
    """Is a short line with a figure a sentence: no label of the lines below it, no row among others, beside closed prose?"""
    before, own, following = _lines_around(report, span)
    told = quantities_in(report, span)
    if "\t" in own or _GAP.search(own) or not told or told[-1].span.end != span.end or told[-1].unit in _HALF_A_UNIT:
        return False
    if LIST_START.match(own):
        return not following or bool(LIST_START.match(following))
    alone = LIST_START.match(before) or _CLOSED.search(before)
    return bool(alone) and (not following or bool(_CLOSED.search(following) or LIST_START.match(following)))


def _lines_around(report: Report, span: Span) -> tuple[str, str, str]:
    """The line before the one that a span begins in, that line, and the next; "" where there is none."""
    lines = written(report)
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    before, own, following = (report.words(lines[n]) if 0 <= n < len(lines) else "" for n in (at - 1, at, at + 1))
    return before, own, following


@fact_of_passages
def _glued(report: Report) -> tuple[tuple[Span, str], ...]:
    """Where two sentences run on without a mark: the word that begins the second, with the four characters before it, and the word."""
    text, found = unquoted(report), set[tuple[Span, str]]()
    for span in (passage.span for passage in report.outline.passages):
        for word in (*find_lost_marks(text, span), *_lost_items(report, span)):
            found.add((Span(max(span.start, word.start - _SHOWN), word.end), text[slice(*word)]))
    return tuple(sorted(found))


def _unclosed(report: Report, span: Span) -> Finding:
    tail = _TAIL.search(report.text, *span)
    if tail is None:
        place = Span(span.end - 1, span.end)
        return Finding(place, "这一段没有写完，或者末尾的标点错了。", "请核对；段末用句号。")
    place, rest = Span(*tail.span()), report.text[span.end :]
    if not rest.strip():  # perhaps the rest is lost
        return Finding(place, f"全文到“{tail[0]}”为止，没有句号。", "请核对是否写完；写完了的，段末加句号。")
    new = _NEW_PARAGRAPH.match(rest)
    cut = not stands(tail[0] + rest[new.end() : new.end() + _REACH], 0, len(tail[0])) if new else True
    whole = not (cut or tail[0][-1].isdigit() or wants_more(report.text, span) or _HEADING.search(report.text, *span))
    advice = "" if whole else "请核对是否写完；写完了的，段末加句号。"
    right = f"{tail[0]}。" if whole else None
    return Finding(place, f"这一段以“{tail[0]}”结束，没有句号。", advice, replacement=right)


def _left_open(report: Report, unclosed: Sequence[Span]) -> Iterator[Span]:
    """The ； and ： at the end of a paragraph that nothing follows to which they lead."""
    for span in unclosed:
        before, own, following = _lines_around(report, span)
        in_list = LIST_START.match(own) or before.endswith(("；", "：")) or following.endswith("；")
        leads = not _COUNTED.search(own[:-1]) or _FIRST.match(following)
        if (own.endswith("；") and not in_list) or (own.endswith("：") and not leads):
            yield Span(span.end - 1, span.end)


def _unclosed_formula(report: Report) -> Iterator[Finding]:
    """The formula that ends the report (特此报告), where it stands below the prose without a stop."""
    lines = [*report.outline.furniture, *(passage.span for passage in report.outline.passages[-1:])]
    for span in lines:
        words = report.words(span)
        if _PHRASES["formula"].pattern.fullmatch(words):
            message = f"结束语“{words}”没有句号。"
            yield Finding(span, message, replacement=f"{words}。", severity=Severity.WARNING)


def _leads_nowhere(report: Report, mark: Span) -> Finding:
    message = f"这一段末尾是“{report.words(mark)}”，后面没有接着说的话。"
    return Finding(mark, message, "请核对；写完了的，改为句号。", severity=Severity.WARNING)


def _lost_items(report: Report, passage: Span) -> Iterator[Span]:
    """The markers of a list (一是…二是…) before which the mark was lost."""
    text = unquoted(report)
    for match in _PHRASES["list-item"].pattern.finditer(text, *passage):
        word = Span(*match.span("next"))
        if _is_next_item(text, passage, word.start, match["next"]):
            yield word


def _is_next_item(text: str, passage: Span, at: int, word: str) -> bool:
    """Is the item of this number due in a list of the paragraph: 一是 before 二是, and no other 二是?"""
    numbers = [item.number for item in find_items(text, passage) if item.form == "N是"]
    number = chinese_number(word[0])
    return number not in numbers and f"{numeral(number - 1)}是" in text[passage.start : at]


def _ends_line(report: Report, span: Span) -> bool:
    """Does the passage end its paragraph, rather than go on in another part of the report?"""
    return report.text[span.end : span.end + 1].strip(" \u3000\t") in ("", "\r", "\n")


def _is_prose(report: Report, span: Span) -> bool:
    """Is the passage sentences, rather than a label, a list's heading, a row of a table, a name or a date?"""
    words = report.words(span)
    if "\t" in words or _GAP.search(words) or is_signature(words):
        return False
    label = LIST_START.match(words) and len(words) <= 30 and "。" not in words
    return not label and (len(words) >= 30 or bool(_PROSE.search(words)))
