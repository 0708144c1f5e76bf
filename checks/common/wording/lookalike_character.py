"""字形相像的另一个字符，代替了应写的字。

从 PDF 或者识别出来的文字里复制，常把“一”“工”写成部首字符“⼀”“⼯”，把“%”写成小号的“﹪”；输入法会把“一”写成日文的长音符“ー”，把年份里的“〇”写成字母 O，把几个数字写成全角的“１２”，把小数点写成“·”，把千分位的逗号写成全角。看上去差不多，检索、统计时却找不到，换了字体还会变样。全文合成一条，一次改完。
"""

from collections.abc import Iterator

from reportlint.document.source import Fold, Span
from reportlint.finding import Edit, Finding, Severity
from reportlint.kept import patterns
from reportlint.report import Report

TITLE = "形近字符"
SEVERITY = Severity.WARNING
BAD = [
    "⟦⼀⟧、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n开展行政⟦⼯⟧作检查，查看⽂书36份。",
    "⟦ー⟧、主要举措和成效\n办理案件36件。",
    "⟦—⟧、主要举措和成效\n办理案件36件。",
    "二⟦O⟧二四年度法治政府建设年度报告\n一、主要举措和成效\n办理案件36件。",
    "一、主要举措和成效\n青政发〔二⟦O⟧二一〕6号继续执行，检修一O五国道36处。",
    "一、主要举措和成效\n二⟦0⟧二四年，办理案件36件。",
    "一、主要举措和成效\n印制二⟦0⟧二四版执法文书36份，巡查一0五国道12次。",
    "一、主要举措和成效\n受理案件100件，办结98件，办结率98⟦﹪⟧。",
    "一、主要举措和成效\n2⟦O⟧24年1O月，检查36次。",
    "一、主要举措和成效\n推⟦行⟧执法公示，公示36件。".replace("行", "\ufa08"),
    "一、主要举措和成效\n2⟦０⟧24年，办理案件36件。",
    "一、主要举措和成效\n办理案件⟦l⟧2件，评查案卷1I6本。",
    "一、主要举措和成效\n办理案件1236件，评查案卷1200本，培训3600人次，检查企业1236家次，公示信息12360条，约谈⟦１⟧２家。",
    "一、主要举措和成效\n继续执行二⟦○⟧二一版裁量基准36项。",
    "一、主要举措和成效\n办结率97⟦·⟧3%，投入资金12·6亿元，走访群众4，208人次。",
]
GOOD = [
    "一、主要举措和成效\n办理案件36件，办结率98%。",
    "一、主要举措和成效\n配备5l水桶6个，开放A2l室。",
    "二〇二四年度法治政府建设年度报告\n一、主要举措和成效\n办理案件36件。",
    "２０２４年度法治政府建设年度报告\n一、主要举措和成效\n办理案件３６件。",
    "一、主要举措和成效\n升级系统：一是OA，二是OCR；第三OTC市场、第二O2O平台各1个。",
    "一、主要举措和成效\n推行O2O服务，监测CO2浓度36次，检查KTV36家。",
    "一、主要举措和成效\n落实2021—2025年规划，培训——含网上——36场。",
    "一、主要举措和成效\n开展“4·15”活动36场，发放手册3 600册，参加群众1,236人次。",
    "一、主要举措和成效\n推广“のぼり”等日本调解做法，用ロ字形布置36处。",
]

_SHOWN = 3
_FEW = 10
"""Digits of half width for each one of full width from which that is a slip."""
_CHINESE = "一二三四五六七八九〇"
_ZEROS = patterns.compile(rf"[{_CHINESE}][{_CHINESE}Oo◯○0]{{0,8}}[{_CHINESE}][Oo◯○]?(?![A-Za-z0-9])")
"""Chinese digits, in which a letter or a 0 may stand for 〇: 二O二一, 一0五."""
_ZERO = "Oo◯○0"
_WIDE, _DIGITS = "０１２３４５６７８９", "0123456789"


def check(report: Report) -> Iterator[Finding]:
    if report.source.form in ("pdf", "ofd"):  # its print is right; only the letters behind it are not
        return
    folds = [fold for fold in report.source.folds if fold.kind == "lookalike"] + _wide_digits(report)
    found = [(fold.at, fold.written, report.text[fold.at]) for fold in folds]
    found += [(at, report.text[at], "〇") for at in _letters(report.text)]
    if not found:
        return
    found.sort()
    first, *others = [Edit(Span(at, at + 1), right) for at, _, right in found]
    pairs = dict.fromkeys(f"“{written}”应为“{right}”" for _, written, right in found)
    told = "、".join([*pairs][:_SHOWN]) + ("等" if len(pairs) > _SHOWN else "")
    where = f"全文有 {len(found)} 处" if others else f"这里（U+{ord(found[0][1]):04X}）"
    yield Finding(first.span, f"{where}用了字形相像的另一个字符：{told}。", replacement=first.text, edits=tuple(others))


def _letters(text: str) -> Iterator[int]:
    """Where a letter stands for 〇 in a number in Chinese digits; of years before 年, the text was folded already."""
    for match in _ZEROS.finditer(text):
        yield from (match.start() + at for at, written in enumerate(match[0]) if written in _ZERO)


def _wide_digits(report: Report) -> list[Fold]:
    """The digits of full width, in order, where nearly all the others are of half; where they are many, it is a habit."""
    wide = [fold for fold in report.source.folds if fold.kind == "width" and fold.written in _WIDE]
    return wide if wide and len(wide) * _FEW <= sum(map(report.text.count, _DIGITS)) else []
