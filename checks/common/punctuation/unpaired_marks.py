"""引号、书名号、括号有一半没有另一半，或者两对交叉。

成对的标点有头无尾或者有尾无头，名称到哪里为止就看不出来；一对套着一对的，里面的先合上。引文跨几个自然段的不算；全文没有写完就断了的，断处那一段只报缺句号。
"""

from collections.abc import Iterator

from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Related, Severity
from reportlint.kept import patterns
from reportlint.language.marks import find_crossed, find_unpaired
from reportlint.language.slips.mixed_titles import find_mixed_titles
from reportlint.report import Report

TITLE = "标点不成对"
SEVERITY = Severity.ERROR
BASIS = "GB/T 15834—2011《标点符号用法》"
BAD = [
    "一、主要举措和成效\n落实⟦《〈养犬登记规程》〉⟧，登记犬只36只。",
    "一、主要举措和成效\n推进⟦“⟧一网通办改革，办件36件。",
    "一、主要举措和成效\n落实⟦《⟧信访工作条例，办理36件。",
    "一、主要举措和成效\n制定办法12件⟦）⟧，全部备案。",
    "一、主要举措和成效\n打造“好差评⟦“⟧制度，收到评价36条。",
    "一、主要举措和成效\n印发《云川区行政执法办法》⟦》⟧，培训36人。",
    "一、主要举措和成效\n办结36件⟦（⟧含上年结转6件。",
    "一、主要举措和成效\n（一）推进⟦“⟧放管服改革\n办件36件。",
    "一、主要举措和成效\n开展法治宣传⟦”⟧活动36场。",
    "一、主要举措和成效\n（一）执法力量⟦（⟧含辅助人员不足，仅36人。\n（二）检查12次。",
]
GOOD = [
    "一、主要举措和成效\n推进“一网通办”改革，办件36件。",
    "一、主要举措和成效\n检验分1）船体、2）机电两项，共36艘。",
    "一、主要举措和成效\n1）制定办法12件。\n2）清理文件36件；（3）备案11件。",
    "一、主要举措和成效\n印发《关于贯彻〈信访工作条例〉的意见》(共36条）。",
    "一、主要举措和成效\n区长指出：“要强化监督。\n“要严格执法。”会后检查36次。",
    "一、主要举措和成效\n推行“首问（首接）”制，印发《办法（试行）》（含“三清单”）36份。",
    '一、主要举措和成效\n开展"一件事"改革36项，屏幕26"，门宽5\'。',
    "一、主要举措和成效\n引用：“他说：‘依法办事。’”共36条。",
    "一、主要举措和成效\n举办’24普法书画展，展出36幅。",
    "一、主要举措和成效\n印发《关于落实〈云川区信访办法》的通知》，培训36人。",
    "一、主要举措和成效\n办理案件36件。\n加强执法监督，制定《云川区行政执法",
    "一、主要举措和成效\n（一）制定办法\n①备案（含补报6件）36件。",
]

_BROKEN_OFF = patterns.compile(r"[\u4e00-\u9fffA-Za-z\d，、《“（]$")


def check(report: Report) -> Iterator[Finding]:
    lines = written(report)
    titles = [title.outer for line in lines for title in find_mixed_titles(report.text, line)]
    cut = lines[-1] if lines and _BROKEN_OFF.search(report.text, *lines[-1]) else None
    for line in lines:
        for whole, closers in find_crossed(report.text, line):
            right = report.words(closers)[::-1]
            yield Finding(whole, f"“{report.words(whole)}”的标点交叉了：里面的先合上。", f"末尾改为“{right}”。")
    for marks, wanted, opens in find_unpaired(report.text, lines):
        if opens and cut and cut.covers(marks[-1]):
            continue
        if all(any(title.covers(mark) for title in titles) for mark in marks):
            continue  # nested-title-marks tells it
        first, *others = marks
        twice = opens and len(marks) > 1
        span, related = (others[0], (first, *others[1:])) if twice else (first, others)
        mark = report.text[span.start]
        which = "没有后一半" if opens else "没有前一半"
        yield Finding(
            span,
            f"“{mark}”用了{len(marks)}次，都{which}“{wanted}”。" if twice else f"“{mark}”{which}“{wanted}”。",
            f"请核对；这里多半应为“{wanted}”。" if twice else f"请补上“{wanted}”，或者删去“{mark}”。",
            related=tuple(Related(place, "也没有配对") for place in related),
        )
