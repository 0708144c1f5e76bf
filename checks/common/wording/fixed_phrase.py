"""固定的政治、法律用语多了字、少了字、错了字，颠倒了次序，或者配错了对。

如“指示批示”写成“批示指示”，“双随机、一公开”写成“双公开、一随机”，“重大执法决定法制审核”写成“重大执法决定法治审核”，“以习近平同志为核心”漏了“以”。
用语列在同名的 yaml 和 set_phrases.yaml 里，不用列错误的写法：与用语只差一个字、词序颠倒、几项换了次序、同一项写了两遍、这一项的头配了那一项的尾，或者
首尾都写了、只漏了中间一项的，都会提出。引号里的也查，书名号里的不查。“依法治国”的“国”换成本地的名称、只说其中几项的，不提。
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportlint.document.source import Span
from reportlint.facts.prose.masks import pairs, untitled
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.near_phrases import SHORTEST, Phrases
from reportlint.language.near_terms import Terms
from reportlint.language.set_phrases import SetPhrase, SetPhrases
from reportlint.language.tables import Row, load_table
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

TITLE = "固定用语有误"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n落实上级⟦批示指示⟧精神，办理案件36件。",
    "一、主要举措和成效\n坚持以⟦习近平新时代社会主义思想⟧为指导，举办培训12期。",
    "一、主要举措和成效\n推进⟦严格公正规范文明执法⟧，检查120次。",
    "一、主要举措和成效\n坚持习近平法治⟦思想为指导⟧，举办培训12期。",
    "一、主要举措和成效\n落实⟦重大执法决定法治审核⟧制度，审核46件。",
    "一、主要举措和成效\n办理⟦行政规范文件⟧备案11件，落实⟦法定职责必需为⟧的要求。",
    "一、主要举措和成效\n坚持⟦人民当家做主⟧，推动执法工作⟦法治化轨道运行⟧。",
    "一、主要举措和成效\n推进“⟦双公开、一随机⟧”监管，落实“⟦谁普法谁执法⟧”责任制，检查36次。",
    "一、主要举措和成效\n⟦增强“四个自信”、坚定“四个意识⟧”，⟦深刻领悟“两个维护⟧”的决定性意义，学习12次。",
    "一、主要举措和成效\n推进⟦公正立法、科学执法、严格司法⟧、全民守法，⟦小事不出镇、大事不出村⟧、矛盾不上交，调解36件。",
    "一、主要举措和成效\n坚持⟦有法必依、有法可依、执法必严、违法必究⟧，营造⟦法治化、市场化、国际化⟧营商环境，清理证明36项。",
    "一、主要举措和成效\n引导干部⟦学法尊法守法用法⟧，培训120人。",
    "一、主要举措和成效\n履行⟦公众参与、专家论证、合法性审查、集体讨论决定⟧程序6次，落实⟦重大执法决定审核⟧制度。",
    "一、主要举措和成效\n坚持⟦科学立法、严格执法、严格执法、公正司法⟧，推广⟦新时期“枫桥经验”⟧，深化“⟦服管放⟧”改革36项。",
]
GOOD = [
    "一、主要举措和成效\n落实上级指示批示精神，办理案件36件。",
    "一、主要举措和成效\n坚持以习近平新时代中国特色社会主义思想为指导，举办培训12期。",
    "一、主要举措和成效\n推进严格规范公正文明执法，公正文明执法36次。",
    "一、主要举措和成效\n区长作出批示12件，指示有关部门整改。",
    "一、主要举措和成效\n推动各项工作在法治轨道上运行，全面依法治区。",
    "一、主要举措和成效\n坚持以习近平法治思想、中央全面依法治国工作会议精神为指导，培训12期。",
    "一、主要举措和成效\n制定《关于批示指示办理的规定》1件。",
    "一、主要举措和成效\n坚持依法治区、依法执政、依法行政共同推进，法治禾川、法治政府、法治社会一体建设，督察12次。",
    "一、主要举措和成效\n启动法治政府建设示范市创建3项，推进治理体系和治理能力现代化，督察12次。",
    "一、主要举措和成效\n修订行政处罚裁量权基准36项，坚持法无授权不可为、法定职责必须为。",
    "一、主要举措和成效\n小事不出组、大事不出村，严格执法、公正执法、文明执法，检查36次。",
    "一、主要举措和成效\n落實重大行政決策程序，尊法學法守法用法，培訓36人。",
    "一、主要举措和成效\n法制审核重大执法决定36件，组织专家论证、风险评估6次，落实告知承诺事项12项。",
    "一、主要举措和成效\n引导群众学法用法，落实“谁执法谁普法”36次。",
]

_COLUMNS = {
    "phrase": "word",
    "why": "word",
    "also": "words?",
    "then": "words?",
    "free": "flag?",
    "whole": "flag?",
    "alone": "flag?",
    "open": "words?",
    "close": "words?",
    "hit": "word",
    "miss": "word?",
}
_BY_SOURCE = {"why": "word", "phrases": "words", "free": "flag?", "whole": "flag?"}
_STOP = patterns.compile("[。；！？，,;!?\n]")
_SHORT = 4
"""Characters from which a phrase is more than a word."""
_REACH = 200
"""Characters before the closing of a frame (以……为指导) in which its opening may stand."""


def check(report: Report) -> Iterator[Finding]:
    if is_traditional(report):
        return
    near, short, sets, rows, close = _compiled()
    text, lines, right = untitled(report), written(report), report.office.names
    misses = (_bare(*miss) for miss in near.misses(text, lines, pairs(report)))
    slips = short.slips(text, lines, pairs(report))
    found = [(span, phrase, rows[phrase]) for span, phrase in (*misses, *slips)]
    found += [(span, told, rows[phrase]) for span, told, phrase in sets.faults(text, lines, pairs(report))]
    taken = 0
    for span, phrase, row in sorted(found, key=lambda fault: fault[0]):
        words, also = report.words(span), (*row.get("also", ()), *right)
        if span.start < taken or words in rows or phrase.startswith(words) or not stands(report.text, *span):
            continue
        if not _is_right(report.text, span, also):
            taken = span.end
            yield Finding(span, f"“{words}”应为“{phrase}”：{row['why']}", "请核对原文。")
    for line in lines:
        for match in close.finditer(text, *line):
            row, span = rows[match.group()], Span(*match.span())
            before = _STOP.split(text[max(line.start, span.start - _REACH) : span.start])[-1]
            if not any(word in before for word in row["open"]):
                yield Finding(
                    span, f"“{match.group()}”前面少了“{row['open'][0]}”：{row['why']}", f"请写作“{row['phrase']}”。"
                )


class _Compiled(NamedTuple):
    """The phrases as texts, the short of them, and as sets; their rows, and those of frames by each closing; the closings."""

    near: Phrases
    short: Terms
    sets: SetPhrases
    rows: dict[str, Row]
    close: re.Pattern[str]


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    table = load_table(__file__, "fixed_phrase", **_COLUMNS)
    by_source = load_table(__file__, "set_phrases", **_BY_SOURCE)
    phrases = [row for row in table if "close" not in row]
    phrases += [{**group, "phrase": phrase} for group in by_source for phrase in group["phrases"]]
    rows = {row["phrase"].replace(" ", ""): row for row in phrases}
    closings = {word: row for row in table for word in row.get("close", ())}
    sets = [_set_phrase(row) for row in phrases if " " in row["phrase"] or "、" in row["phrase"]]
    short = Terms(phrase for phrase in rows if _SHORT <= len(phrase) < SHORTEST)
    names = [f"“{phrase}”" for phrase in rows if _SHORT <= len(phrase) < SHORTEST + 2]
    return _Compiled(
        Phrases([*rows, *names]),
        short,
        SetPhrases(sets),
        rows | closings,
        patterns.compile("|".join(map(re.escape, closings))),
    )


def _bare(span: Span, phrase: str) -> tuple[Span, str]:
    """A near miss without the marks of quotation that a name was looked for with."""
    return (Span(span.start + 1, span.end - 1), phrase[1:-1]) if phrase[0] + phrase[-1] == "“”" else (span, phrase)


def _set_phrase(row: Row) -> SetPhrase:
    members = tuple(tuple(member.split()) for member in row["phrase"].split("、"))
    return SetPhrase(
        members, row.get("free", False), row.get("alone", False), tuple(row.get("then", ())), row.get("whole", False)
    )


def _is_right(text: str, span: Span, right: tuple[str, ...]) -> bool:
    """Does one of the wordings that are right stand where the near miss was found?"""
    return any(
        0 <= text.find(words, max(0, span.start - len(words)), span.end + len(words)) < span.end for words in right
    )
