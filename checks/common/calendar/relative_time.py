"""“今年”“去年”“目前”要等读者知道写作的日期才有意义。

报告第二年才公布，以后还会有人查阅：那时的“今年”是另一年，“目前”是另一天。请写明年份；“截至目前”请写明截至哪一天。

引文、标题里的不提；不足部分的“目前仍存在”说的就是报告时的状况，也不提。词语 `words` 可以在配置里改。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import sentences
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

TITLE = "时间没有写明"
SEVERITY = Severity.WARNING
BASIS = "{rule}：上一年度的情况"
BAD = [
    "一、主要举措和成效\n⟦今年以来⟧，全区办理行政复议案件36件。",
    "一、主要举措和成效\n信访量较⟦去年⟧下降6.5%。",
    "一、主要举措和成效\n⟦目前⟧，已建成示范点12个。",
    "一、主要举措和成效\n⟦截至目前⟧，全区共有公职律师48名。",
    "一、主要举措和成效\n⟦近期⟧，组织执法资格考试1次。",
    "四、下一年度主要安排\n⟦今年⟧6月底前修订规定3件，⟦明年⟧全面推开。",
    "一、主要举措和成效\n全区人民调解组织⟦迄今为止⟧化解纠纷1200件，⟦日前⟧通过验收。",
]
GOOD = [
    "一、主要举措和成效\n2023年，全区办理行政复议案件36件，比上年下降6.5%。",
    "一、主要举措和成效\n截至2023年12月底，全区共有公职律师48名。",
    "一、主要举措和成效\n截至目前（2024年1月15日），已建成示范点12个。",
    "一、主要举措和成效\n近年来，全区持续推进依法行政，近期和长远目标相衔接，近期任务全部完成。",
    "二、存在的不足和原因\n目前仍存在执法力量不足的问题，主要原因是编制少。",
    "一、主要举措和成效\n印发《关于做好今年普法工作的通知》，推广“今年的事今年办结”做法。",
    "一、主要举措和成效\n截至2023年底，目前建成的12个示范点全部通过验收。",
    "一、主要举措和成效\n向群众说明年度目标，告知申请日前公布的条件。",
]

_DAY = patterns.compile(r"[（(]?(?:20\d\d年)?\d{1,2}月|[（(]20\d\d|20\d\d年")
# 目前, 近期 and the like speak of the time of writing at the head of a clause; elsewhere (近期目标) often of something else
_HEAD_ONLY = frozenset(("目前", "近期", "近日", "日前"))
_NO_TIME = load_phrases(__file__, "relative_time")["no-time"].pattern
_MARKS = "，。；：、！？,;:\n"


def check(
    report: Report,
    *,
    words: tuple[str, ...] = (
        *("截至目前", "截止目前", "到目前为止", "迄今为止", "迄今", "今年以来", "去年以来", "今年", "去年", "明年"),
        *("目前", "近期", "近日", "日前"),
    ),
) -> Iterator[Finding]:
    pattern = patterns.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)", keep=False)
    for sentence in sentences(report):
        start, end = sentence.span
        day = _DAY.search(report.text, start, end)
        for match in pattern.finditer(unquoted(report), start, end):
            word, span = match.group(), Span(*match.span())
            if not stands(report.text, *span) or ("年" not in word and _DAY.match(report.text, span.end, end)):
                continue
            if "前" in word and (report.kind.faults in sentence.parts or (day and day.end() <= span.start)):
                continue
            before = report.text[span.start - 1] if span.start > start else "\n"
            head = before.isspace() or before in _MARKS
            if word in _HEAD_ONLY and (not head or _NO_TIME.match(report.text, span.end, end)):
                continue
            yield Finding(span, f"报告公布以后，读者不知道“{word}”指的是什么时候。", _advice(word, report.outline.year))


def _advice(word: str, year: int | None) -> str:
    """What to write instead."""
    if "年" in word:
        return f"请写出年份{f'，报告的是{year}年' if year else ''}；对比时可以写“上年”。"
    return f"请写明日期{f'，如“截至{year}年12月底”' if year else ''}。"
