"""文字里夹着看不见的字符。

零宽空格、方向标记、软连字符、文件中间的字节顺序标记（BOM），多是从网页、聊天软件粘贴或者把几份稿子接在一起时带进来的。眼睛看不到，检索、统计、排版时却会断开词句。检查时已经略过，全文合成一条，一次删完。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Edit, Finding, Severity
from reportlint.report import Report

TITLE = "看不见的字符"
SEVERITY = Severity.WARNING
BAD = [
    "⟦一⟧\u200b、主要举措和成效\n办理案件36件。",
    "一、⟦主⟧\u200e要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n办理案件36件⟦。⟧\ufeff",
    "一、主要举措和成效\n办理案⟦件⟧\u00ad36件，办结\u206030件。",
    "一、主要举措和成效\n办⟦理⟧\u202a案件\u202c36件。",
    "一、主要举措和成效\n办理案件3⟦6⟧\u200d\u202c件。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。",
    "\ufeff一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n　　办理案件36件。",
    "一、主要举措和成效\n上线“一网通办” 3.0版，办件36件。",
    "一、主要举措和成效\n推行执法公示\t36件。",
    "一、主要举措和成效\n\n\u200b\n办理案件36件。",
]

_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽不换行空格",
    "\ufe0f": "变体选择符",
    "\ufeff": "字节顺序标记",
}


def check(report: Report) -> Iterator[Finding]:
    if report.source.form not in ("text", "markdown"):  # in others, nobody can get at them
        return
    found = {fold.at: fold for fold in report.source.folds if fold.kind == "invisible"}
    places = [at for at in found if report.text[at].strip()]
    if not places:
        return
    first, *others = [Edit(Span(at, at + 1), report.text[at]) for at in [*places, *sorted(found.keys() - {*places})]]
    count = sum(len(fold.written) for fold in found.values())
    where = f"“{first.text}”旁边有" if count == 1 else f"全文有 {count} 个"
    kinds = "、".join(dict.fromkeys(_named(sign) for sign in "".join(fold.written for fold in found.values())))
    yield Finding(
        first.span, f"{where}看不见的字符（{kinds}）。", "请删去。", replacement=first.text, edits=tuple(others)
    )


def _named(sign: str) -> str:
    return f"{_NAMES.get(sign, '控制字符')} U+{ord(sign):04X}"
