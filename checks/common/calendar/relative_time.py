"""“今年”“去年”“目前”要等读者知道写作的日期才有意义。

报告第二年才公布，以后还会有人查阅：那时的“今年”是另一年，“目前”是另一天。请写明年份；“截至目前”请写明截至哪一天。2023年的报告里写“2023年以来”，也没有说到哪一天。

引文、标题里的不提；“当前形势”“近期目标”说的不是哪一天，不足部分的“目前仍存在”说的就是报告时的状况，也不提。
本单位另外要提醒的词，写在 `words` 里。
"""

import re
from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.sentences import Sentence, sentences
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import Phrase, Sieve, load_phrases
from reportlint.language.sentences import clause_around
from reportlint.language.words.verbs import is_verb
from reportlint.language.words.vocabulary import is_word
from reportlint.language.words.word_boundaries import stands
from reportlint.report import Report

TITLE = "时间没有写明"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
_TITLE = "霁川区人民政府2023年度法治政府建设情况报告\n"
BAD = [
    "一、主要举措和成效\n⟦过去一年⟧，全区办理行政复议案件36件。",
    "一、主要举措和成效\n⟦今年以来⟧，全区办理行政复议案件36件。",
    "一、主要举措和成效\n信访量较⟦去年⟧下降6.5%。",
    "一、主要举措和成效\n⟦目前⟧，已建成示范点12个。",
    "一、主要举措和成效\n⟦截至目前⟧，全区共有公职律师48名。",
    "一、主要举措和成效\n⟦近期⟧，组织执法资格考试1次。",
    "四、下一年度主要安排\n⟦今年⟧6月底前修订规定3件，⟦明年⟧全面推开。",
    "一、主要举措和成效\n全区⟦目前⟧共有公职律师48名，专职调解员⟦当前⟧在岗36名。",
    "一、主要举措和成效\n信访量比⟦前年⟧减少36件，⟦上个月⟧又减少3件。",
    "一、主要举措和成效\n⟦前不久⟧，⟦刚刚⟧结束的评查抽取案卷36卷，⟦这两年⟧共抽取80卷。",
    "一、主要举措和成效\n⟦年前⟧启动的清查发现问题36个，⟦最近⟧三个月受理举报12件。",
    "一、主要举措和成效\n镇消防站⟦最近⟧完成装备换发36套，⟦至今⟧累计出动120次，⟦近两个月⟧，又出动12次。",
    "一、主要举措和成效\n⟦至今⟧办理跨省事项36件，市医保局⟦近来⟧追回36万元。",
    "二、存在的不足和原因\n⟦目前⟧，专职审核人员只有6名，主要原因是没有编制。",
    "一、主要举措和成效\n⟦截至发稿⟧时，36个问题已经整改，另有3个⟦于近日⟧销号。",
    f"{_TITLE}⟦2023年以来⟧，全区推进依法行政。\n一、主要举措和成效\n⟦一年多来⟧，办理案件36件。",
    "二、存在的不足和原因\n⟦近期⟧的案卷评查发现，36宗案卷告知不规范，主要原因是新人多。",
    "一、主要举措和成效\n过去设站点12个，⟦现在⟧有36个。",
    "一、主要举措和成效\n⟦开年以来⟧检查36次，2022年⟦至今⟧共培训12期。",
    "一、主要举措和成效\n全区人民调解组织⟦迄今为止⟧化解纠纷1200件，⟦日前⟧通过验收。",
    "一、主要举措和成效\n⟦连日来⟧巡查渔港36次；⟦这几天⟧入户36户。",
    "一、主要举措和成效\n针对⟦近期⟧多发的渔船触礁，登船检查36次。",
]
GOOD = [
    "一、主要举措和成效\n9 月 30 日前整改到位 36 处。",
    "一、主要举措和成效\n2023年，全区办理行政复议案件36件，比上年下降6.5%。",
    "一、主要举措和成效\n截至2023年12月底，全区共有公职律师48名。",
    "一、主要举措和成效\n截至目前（2024年1月15日），已建成示范点12个。",
    "一、主要举措和成效\n近年来，全区持续推进依法行政，近期和长远目标相衔接，近期任务全部完成。",
    "二、存在的不足和原因\n目前仍存在执法力量不足的问题，主要原因是编制少。",
    "一、主要举措和成效\n印发《关于做好今年普法工作的通知》，推广“今年的事今年办结”做法。",
    "一、主要举措和成效\n截至2023年底，目前建成的12个示范点全部通过验收。",
    "一、主要举措和成效\n针对当前形势和近期任务开展宣讲36场，解决当前突出矛盾12件。",
    "一、主要举措和成效\n每月10日前公布上月执法数据，三年前建成的站点全部改造，选定离村组最近的站点12个。",
    "一、主要举措和成效\n今年（2023年）6月，组织考试1次；去年（2022年）没有组织。",
    "一、主要举措和成效\n距村组最近的服务点12个，自受理至今已满两年的3件全部清理，近三年没有积案。",
    "二、存在的不足和原因\n部门当前正在使用的系统有3个没有联通，主要原因是标准不一。",
    "一、主要举措和成效\n清理目前仍有效的文件36件，附近来访群众36人，合同签订至今未满一年。",
    "一、主要举措和成效\n渔船信息过去靠渔户填表，现在由平台比对，核对36艘。",
    "一、主要举措和成效\n7月15日起普降暴雨，连日来转移渔民36人。连日来的降雨引发险情6处。",
    "一、主要举措和成效\n向群众说明年度目标，告知申请日前公布的条件。",
    "二、存在的不足和原因\n12月组织的近期案卷评查发现，36宗案卷告知不规范；近期目标完成较慢，主要原因是新人多。",
    f"{_TITLE}一、主要举措和成效\n2021年以来，全区累计建成站点36个，2023年新建8个。",
    "一、主要举措和成效\n36个站点的管网改造后年节水18万吨，灯具更换后年节约电费42万元。",
    "一、主要举措和成效\n全县现有人民调解员1426人，其中专职217人。",
    "一、主要举措和成效\n每月10日，各所把上月结案的卷宗送县司法局，评查36卷。",
    "一、主要举措和成效\n当前位置标识牌更换36块，当前页打印按钮增设于12个窗口。",
]

_RULES = load_phrases(__file__, "relative_time")
_WORDS = Sieve(rule for rule in _RULES.values() if rule.kind)
_DAY = patterns.compile(r"[（(]?(?:20\d\d年)?\d{1,2}月|[（(]20\d\d|20\d\d年")
_MARKS = "，。；：、！？,;:\n"
_TO = ("对", "向", "赴", "就", "将", "在")
"""What a verb may follow: 近日对诊所开展检查."""
_SINCE = frozenset("现在 如今 现今 现如今".split())
_REACH = 200
"""Characters before a word in which its sentence may name the day."""


def check(report: Report, *, words: tuple[str, ...] = ()) -> Iterator[Finding]:
    own = [Phrase(word, "any", re.escape(word), keep=False) for word in words if word]
    text = unquoted(report)
    for sentence in sentences(report):
        asked = [*_WORDS.that_may(text[sentence.span.start : sentence.span.end]), *own]
        said = [(Span(*m.span()), rule.kind) for rule in asked for m in rule.pattern.finditer(text, *sentence.span)]
        yield from _since_this_year(report, sentence)
        end = sentence.span.start
        for span, kind in sorted(said):
            if span.start >= end and _relative(report, sentence, span, kind):
                end, word = span.end, report.words(span)
                yield Finding(
                    span, f"报告公布以后，读者不知道“{word}”指的是什么时候。", _advice(word, report.outline.year)
                )


def _since_this_year(report: Report, sentence: Sentence) -> Iterator[Finding]:
    """2024年以来 in a report on 2024: it tells of that year, and of no more; and 过去一年, which tells of none by its number."""
    if report.kind.future in sentence.parts:
        return
    for match in _RULES["past-year"].pattern.finditer(unquoted(report), *sentence.span):
        message = f"报告公布以后，读者不知道“{match[0]}”指的是哪一年。"
        yield Finding(Span(*match.span()), message, _advice(match[0], report.outline.year), severity=Severity.INFO)
    for match in _RULES["this-year-on"].pattern.finditer(unquoted(report), *sentence.span):
        if int(match["year"]) == report.outline.year:
            message = f"报告的就是{match['year']}年，“{match[0]}”没有写到哪一天为止。"
            yield Finding(Span(*match.span()), message, f"一般应写“{match['year']}年”。", severity=Severity.INFO)


def _relative(report: Report, sentence: Sentence, span: Span, kind: str) -> bool:
    """Is a word there a time that is counted from the day of writing, and not made exact beside it?"""
    text, (start, end) = report.text, sentence.span
    if not stands(text, *span) or (_DAY.match(text, span.end, end) and "年" not in report.words(span)):
        return False
    if text[span.end : span.end + 3] in ("（20", "(20") or _is_afterwards(text, span):
        return False
    if kind == "any":
        clause = clause_around(text, span)
        # 每月15日，各所把上月的案件送评查: that it is a habit is told in another clause
        told = clause if {*"月季周"}.isdisjoint(report.words(span)) else Span(start, clause.end)
        return not _RULES["by-the-calendar"].pattern.search(report.words(told))
    day = _DAY.search(text, max(start, span.start - _REACH), span.start)
    if kind == "found":
        return not day
    if day or _RULES["no-time"].pattern.match(text, span.end, end) or _holds_since(text, start, span):
        return False
    before = text[start : span.start].rstrip(" ")[-1:]  # 9 月 30 日前 is spaced, and no 日前 begins there
    begins = not before or before in _MARKS or before.isspace() or (text[span.start - 1] == " " and before.isalpha())
    if report.kind.faults in sentence.parts:
        return begins and _RULES["counted"].pattern.match(text, span.end, end) is not None
    goes_on = {
        "state": _RULES["there-is"].pattern.match(text, span.end, end) is not None,
        "done": is_verb(after := text[span.end : span.end + 2]) or (after[:1] in _TO and not is_word(after)),
        "dated": True,
    }
    if kind in ("head", "begun"):
        return begins and (kind == "head" or goes_on["done"])
    return begins or goes_on[kind]


def _holds_since(text: str, start: int, span: Span) -> bool:
    """Is it what holds now, in contrast to what did formerly: 过去靠人工填表，现在由平台比对; but 现在有36个站点 is of a day?"""
    formerly = text[span.start : span.end] in _SINCE and _RULES["formerly"].pattern.search(text, start, span.start)
    there_is = _RULES["there-is"].pattern.match(text, span.end) and _RULES["counted"].pattern.match(text, span.end)
    return bool(formerly) and not there_is


def _advice(word: str, year: int | None) -> str:
    """What to write instead."""
    if "年" in word:
        return f"请写出年份{f'，报告的是{year}年' if year else ''}；对比时可以写“上年”。"
    return f"请写明日期{f'，如“截至{year}年12月底”' if year else ''}。"


def _is_afterwards(text: str, span: Span) -> bool:
    """改造后年节电36万元: is 后 the end of what was done first?"""
    before = text[max(0, span.start - 3) : span.start]
    return text[span.start] == "后" and is_verb(before[-2:]) and not _RULES["planned"].pattern.search(before)
