"""规定要求的部分只有标题，或者与全文相比几乎没有内容。

只有标题没有正文，等于没有报告；几十个字对几千字的全文，读者会认为是应付。字数和占比的界限可以在配置里改：
`characters`（少于这些字，并且）`share`（占正文不到这个比例）才算单薄；不到一半字数、又没有一个数字的，占比放宽到四倍，
写成效的部分放宽到八倍。不足写得单薄的，见 perfunctory-shortcomings。
"""

from collections.abc import Iterator

from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.written import size
from reportlint.finding import Finding, Severity
from reportlint.outline.outline import Part
from reportlint.report import Report

TITLE = "部分内容太少"
SEVERITY = Severity.WARNING
BASIS = "{rule}"
_LONG = "办理行政复议案件36件，审查文件12件，开展培训20场次，新设服务窗口8个，发放资料3000份，走访企业260家。" * 30
BAD = [
    "一、主要举措和成效\n办理案件36件。\n⟦二、存在的不足和原因⟧\n三、第一责任人履职情况\n主持会议3次。",
    f"一、主要举措和成效\n{_LONG}\n⟦二、党政主要负责人履行第一责任人职责情况⟧\n带头学法。\n三、下一步安排\n{_LONG}",
    f"一、主要举措和成效\n{_LONG}\n⟦二、第一责任人履职情况⟧\n党政主要负责人切实履行职责。\n三、下一步安排\n{_LONG}",
    f"一、工作情况\n{_LONG}\n二、存在的问题\n{_LONG}\n⟦三、下一步工作安排⟧\n继续努力，再接再厉。",
    "⟦一、主要举措和成效⟧\n二、存在的不足和原因\n力量不足，主要原因是编制少。\n三、下一步安排\n修订规定。",
    "一、工作情况\n办理案件36件。\n二、存在的问题\n力量不足。\n⟦三、下一步工作安排⟧",
    f"⟦一、主要举措和成效⟧\n法治建设各项工作稳步推进。\n二、存在的不足\n{_LONG[:200]}",
    f"一、主要举措和成效\n{_LONG[:200]}\n二、存在的不足\n{_LONG[:150]}\n⟦三、下一步工作安排⟧\n继续抓好法治建设各项工作。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足和原因\n力量不足，主要原因是编制少。",
    f"一、主要举措和成效\n{_LONG}\n二、下一步安排\n{_LONG[:200]}",
    "一、主要举措和成效\n（一）健全制度\n办理案件36件。\n二、存在的不足\n力量不足。",
    "一、工作情况\n办理案件36件。\n二、存在的问题\n（一）力量不足\n（二）经费不足\n（三）能力不足",
    f"一、深入推进依法行政\n{_LONG}\n二、严格执法\n检查30次。\n三、存在的不足\n{_LONG}",
    f"一、工作情况\n{_LONG}\n二、存在的问题及下一步安排\n力量不足。",
]


def check(report: Report, *, characters: int = 120, share: float = 0.03) -> Iterator[Finding]:
    """Characters are counted without white space; share is that of all prose."""
    tabled = {form.part for form in report.kind.forms.tables}  # a part may be a table alone
    whole = sum(_size(report, part) for part in report.outline.parts.values())
    for part in report.outline.parts.values():
        if part.status != "own-section" or not part.sections[0].heading or part.name in tabled:
            continue
        size = _size(report, part)
        subheadings = sum(len(section.children) for section in part.sections)
        if size == 0 and not subheadings:
            message = f"“{part.label}”只有标题，没有正文。"
        elif (
            part.name not in (report.kind.faults, *report.kind.facts.brief)
            and not subheadings
            and _is_thin(report, part, whole, characters, share)
        ):
            message = f"“{part.label}”只有 {size} 字，占正文的 {100 * size / whole:.1f}%，过于单薄。"
        else:
            continue
        yield Finding(part.sections[0].heading.span, message, "请写出具体内容：做了什么、差在哪里、为什么、怎么办。")


def _is_thin(report: Report, part: Part, whole: int, characters: int, share: float) -> bool:
    """Is it short, and a small share of the whole? More is small where no figure stands in half the length, most of the deeds."""
    size = _size(report, part)
    empty = size < characters / 2 and not any(data_in(report, passage.span) for passage in part.passages)
    times = 1 if not empty else 8 if part.name == report.kind.deeds else 4
    return size < characters and size < times * share * whole


def _size(report: Report, part: Part) -> int:
    return size(report, (passage.span for passage in part.passages))
