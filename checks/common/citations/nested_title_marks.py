"""书名号里面再用书名号，里面的用单书名号。

外面用《》，里面用〈〉，如《关于落实〈霁川区行政应诉办法〉的通知》。用半角的 < >、全角的＜＞ 或者再用一层《》，都换成〈〉；内外写反了的，换过来。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.written import stretches
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
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
    "三、第一责任人履职情况\n区长审定《关于印发⟦《霁川区2023年工作要点》⟧的通知》等文件2件。",
]
GOOD = [
    "一、主要举措和成效\n印发《关于落实〈霁川区行政应诉办法〉的通知》。",
    "一、主要举措和成效\n落实《信访工作条例》《行政复议法》。",
    "一、主要举措和成效\n满意率>95%，按期办结率<100%的单位2家。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法（试行）》。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法、《霁川区执法监督办法》两件文件。",
    "一、主要举措和成效\n推广“《民法典》进万家”做法。",
]

_OUTER = patterns.compile(r"《(?P<within>[^《》\n]{0,200}(?:《[^《》\n]{1,200}》[^《》\n]{0,200}){0,5})》")
_INNER = patterns.compile(r"[《<＜﹤](?P<name>[^《》<>＜＞﹤﹥〈〉\n]{2,200})[》>＞﹥]")
_CHINESE = patterns.compile("[\u4e00-\u9fff]{2}")
_TURNED = patterns.compile(
    r"(?<!《)〈(?!《[^《》〈〉\n]*》〉)[^《》〈〉\n]{0,100}《[^《》〈〉\n]{2,200}》[^《》〈〉\n]{0,100}〉(?!》)"
)
_TURN = str.maketrans("〈〉《》", "《》〈〉")


def check(report: Report) -> Iterator[Finding]:
    for span, _ in stretches(report):
        for outer in _OUTER.finditer(report.text, *span):
            for inner in filter(_is_title, _INNER.finditer(report.text, *outer.span("within"))):
                yield Finding(
                    Span(*inner.span()),
                    "书名号里面的书名号应当用〈〉。",
                    f"请改为“〈{inner['name']}〉”。",
                    replacement=f"〈{inner['name']}〉",
                )
        for turned in _TURNED.finditer(report.text, *span):
            right = turned[0].translate(_TURN)
            message = "书名号内外用反了：外面用《》，里面用〈〉。"
            yield Finding(Span(*turned.span()), message, f"请改为“{right}”。", replacement=right)


def _is_title(inner: re.Match[str]) -> bool:
    """Is it a name, and not what stands between two signs of comparison?"""
    return bool(_CHINESE.search(inner["name"]))
