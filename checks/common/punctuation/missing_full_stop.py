"""自然段末尾没有标点，或者两句话之间漏了标点。

正文自然段以句号（或者问号、叹号、省略号）结束；标题、列表的小标题、称谓、署名、表格不用。段中“……全覆盖举办……”这样两句粘在一起的，请看该断在哪里，不自动改。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.list_markers import LIST_START
from reportlint.language.run_on_sentences import find_glued
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
]
GOOD = [
    "一、主要举措和成效\n（一）深入推进行政执法规范化建设，全面提升执法水平\n办理案件36件。",
    "区人民政府：\n　　现将有关情况报告如下：\n一、主要举措和成效\n办理案件36件。\n云川区人民政府\n2025年3月1日",
    "一、主要举措和成效\n一是健全制度\n制定办法12件。\n二是强化监督\n检查36次。",
    "一、主要举措和成效\n单位\t案件\t办结\n区司法局\t36件\t30件",
    "一、主要举措和成效\n区长说：“依法办事，人人平等。”\n培训内容包括宪法、民法典……",
    "一、主要举措和成效\n提升干部深入推进依法行政的能力，组织各镇积极开展普法36场。",
    "一、主要举措和成效\n重大行政决策程序进一步规范，全覆盖开展检查36次，落实定期召开联席会议制度。",
    "一、主要举措和成效\n办理行政处罚案件35件，罚没款全部上缴。（责任单位：法规股）",
    "一、主要举措和成效\n根据上级部署，区长主持会议12次；按照要求，区委书记、区长带头述法。",
]

_CLOSED = patterns.compile(r"[。！？!?…：:；;.][”’」』）)》\s]*(?:[（(][^（）()。]{1,40}[）)]\s*)?$")
_PROSE = patterns.compile("[，；。,;]")
_TAIL = patterns.compile("[^，。；、,;\\s]{1,4}$")
_GAP = patterns.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_WRAPPED = 5
"""Paragraphs without a mark from which, where they are a third of all, the text is hard-wrapped or has its own habit."""


def check(report: Report) -> Iterator[Finding]:
    ends = [passage.span for passage in report.outline.passages if _ends_line(report, passage.span)]
    unclosed = [span for span in ends if _is_prose(report, span) and not _CLOSED.search(report.text, *span)]
    for span in unclosed if len(unclosed) < max(_WRAPPED, len(ends) / 3) else ():
        tail = _TAIL.search(report.text, *span)
        if tail:
            place, right = Span(*tail.span()), f"{tail[0]}。"
            yield Finding(place, f"这一段以“{tail[0]}”结束，没有句号。", replacement=right)
        else:
            yield Finding(Span(span.end - 1, span.end), "这一段没有写完，或者末尾的标点错了。", "请核对；段末用句号。")
    for passage in report.outline.passages:
        for span, word in find_glued(unquoted(report), passage.span):
            message = f"“{report.words(span)}”像是两句话粘在了一起，中间漏了标点。"
            yield Finding(span, message, f"请核对；如果“{word}”另起一句，前面加逗号或句号。", severity=Severity.WARNING)


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
