"""书名号里面再用书名号，里面的用单书名号。

外面用《》，里面用〈〉，如《关于落实〈霁川区行政应诉办法〉的通知》。用半角的 < >、全角的＜＞ 或者再用一层《》，都换成〈〉；里面的文件名称用引号
“”「」的，也换成〈〉；前后不是一对的（〈……》），换成一对；内外写反了的，换过来；没有套用、却只用〈〉的，换成《》。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.slips.mixed_titles import find_mixed_titles
from reportlint.report import Report

TITLE = "书名号套用不对"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BASIS = "GB/T 15834—2011《标点符号用法》4.15：书名号里还需用书名号时，外面用双书名号，里面用单书名号"
BAD = [
    "一、主要举措和成效\n印发《关于落实⟦《霁川区行政应诉办法》⟧的通知》。",
    "一、主要举措和成效\n印发《关于落实⟦<霁川区行政应诉办法>⟧的通知》。",
    "一、主要举措和成效\n印发《关于落实⟦＜霁川区行政应诉办法＞⟧的通知》。",
    "一、主要举措和成效\n印发《贯彻⟦《信访工作条例》⟧⟦《行政复议法》⟧的意见》。",
    "四、下一年度主要安排\n落实《⟦<霁川区执法监督办法>⟧实施细则》。",
    "一、主要举措和成效\n印发⟦〈霁川区落实《信访工作条例》分工〉⟧，分解任务36项。",
    "一、主要举措和成效\n印发《关于废止⟦“霁川区养犬管理办法”⟧⟦「霁川区摊点管理规定」⟧等文件的决定》。",
    "一、主要举措和成效\n⟦〈霁川区古建筑保护办法〉⟧列入立法计划，听证2次。",
    "一、主要举措和成效\n印发《关于落实⟦〈霁川区信访办法》⟧的通知》《⟦〈霁川区养犬办法>⟧实施细则》。",
    "三、第一责任人履职情况\n区长审定《关于印发⟦《霁川区2023年工作要点》⟧的通知》等文件2件。",
]
GOOD = [
    "一、主要举措和成效\n印发《关于落实〈霁川区行政应诉办法〉的通知》。",
    "一、主要举措和成效\n落实《信访工作条例》《行政复议法》。",
    "一、主要举措和成效\n满意率>95%，按期办结率<100%的单位2家。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法（试行）》。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法、《霁川区执法监督办法》两件文件。",
    "一、主要举措和成效\n推广“《民法典》进万家”做法。",
    "一、主要举措和成效\n印发《霁川区“十四五”法治建设规划》《落实“三项制度”实施方案》《关于〈霁川区行政应诉办法〉〈霁川区养犬办法〉的说明》。",
]

_OUTER = patterns.compile(r"《(?P<within>[^《》\n]{0,200}(?:《[^《》\n]{1,200}》[^《》\n]{0,200}){0,5})》")
_KIND = "(?:办法|规定|条例|方案|细则|规则|意见|决定|规程|[规计]划|纲要|通知)(?:（试行）)?"
_INNER = patterns.compile(
    r"[《<＜﹤](?P<name>[^《》<>＜＞﹤﹥〈〉\n]{2,200})[》>＞﹥]"
    rf"|[“「『](?P<quoted>[^“”「」『』《》\n]{{2,100}}{_KIND})[”」』]"
)
_SINGLE = patterns.compile(rf"(?<![《〈])〈(?P<name>[^《》〈〉\n]{{2,100}}{_KIND})〉")
_CHINESE = patterns.compile("[\u4e00-\u9fff]{2}")
_TURNED = patterns.compile(
    r"(?<!《)〈(?!《[^《》〈〉\n]*》〉)[^《》〈〉\n]{0,100}《[^《》〈〉\n]{2,200}》[^《》〈〉\n]{0,100}〉(?!》)"
)
_TURN = str.maketrans("〈〉《》", "《》〈〉")


def check(report: Report) -> Iterator[Finding]:
    for span, _ in stretches(report):
        mixed = [*find_mixed_titles(report.text, span)]
        for title in mixed:
            right = f"〈{title.name}〉"
            message = "书名号里面的书名号应当用〈〉，前后是一对。"
            yield Finding(title.inner, message, f"请改为“{right}”。", replacement=right)
        for outer in _OUTER.finditer(report.text, *span):
            if any(title.outer.overlaps(Span(*outer.span())) for title in mixed):
                continue
            for inner in filter(_is_title, _INNER.finditer(report.text, *outer.span("within"))):
                right = f"〈{inner['name'] or inner['quoted']}〉"
                said = (
                    "书名号里面的书名号应当用〈〉。" if inner["name"] else "书名号里面的文件名称应当用〈〉，不用引号。"
                )
                yield Finding(Span(*inner.span()), said, f"请改为“{right}”。", replacement=right)
        for turned in _TURNED.finditer(report.text, *span):
            right = turned[0].translate(_TURN)
            message = "书名号内外用反了：外面用《》，里面用〈〉。"
            yield Finding(Span(*turned.span()), message, f"请改为“{right}”。", replacement=right)
        for single in _SINGLE.finditer(report.text, *span):
            if report.text.rfind("《", span.start, single.start()) <= report.text.rfind(
                "》", span.start, single.start()
            ):
                right = f"《{single['name']}》"
                message = "〈〉只用在《》里面，单独的名称应当用《》。"
                yield Finding(Span(*single.span()), message, f"请改为“{right}”。", replacement=right)


def _is_title(inner: re.Match[str]) -> bool:
    """Is it a name, and not what stands between two signs of comparison?"""
    return bool(_CHINESE.search(inner["name"] or inner["quoted"]))
