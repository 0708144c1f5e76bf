"""把打算或职责写成了成效。

“主要举措和成效”写已经做了的事。“将继续推进”“下一步”“要严格落实”是打算和要求；“每年不少于4次”是规定，不是结果。
请改写成做了几次、结果如何，或者移到下一年度安排。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import Sentence, clauses, sentences_of
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import Phrase, load_phrases
from reportlint.report import Report

TITLE = "打算写成成效"
SEVERITY = Severity.WARNING
BASIS = "{rule}：上一年度的主要举措和成效"
_HEAD = "一、主要举措和成效\n"
BAD = [
    f"{_HEAD}区政府常务会议⟦每年学法不少于4次⟧。",
    f"{_HEAD}开展检查30次。⟦将进一步加大执法力度⟧，规范执法行为。",
    f"{_HEAD}培训12期。⟦要严格落实执法责任制⟧。",
    f"{_HEAD}完成清理36件，⟦下一步将继续开展后评估⟧。",
    f"{_HEAD}⟦今后要切实做好普法工作⟧，办好讲座。\n二、下一年度主要安排\n修订规定。",
    f"{_HEAD}法律顾问⟦每季度至少坐班2次⟧，服务群众。",
    f"{_HEAD}培训12期，⟦打算在各村设立法律顾问室⟧。",
    f"{_HEAD}培训12期。⟦计划新建法治文化广场2个⟧。",
    f"{_HEAD}培训12期，⟦力争年底前实现法律顾问配备到位⟧。",
    f"{_HEAD}培训12期。⟦我们将继续强化执法监督⟧。",
    f"{_HEAD}培训12期。⟦各单位要认真履行普法责任⟧。",
    f"{_HEAD}培训12期，⟦预计明年完成系统升级⟧。",
    f"{_HEAD}培训12期。⟦行政机关负责人应当出庭应诉⟧。",
    f"{_HEAD}培训12期。⟦2026年将继续压缩审批环节⟧，准备在2026年3月前出台指引。",
    f"{_HEAD}培训12期。2026年，⟦区司法局将组织演练3次⟧。",
    f"{_HEAD}培训12期。⟦执法人员要严格遵守办案时限⟧。",
    f"{_HEAD}培训12期。⟦下阶段重点推进数据共享12类⟧。\n二、下一年度主要安排\n修订规定。",
    f"{_HEAD}健全机制12项，⟦计划明年建成示范点3处⟧。",
]
GOOD = [
    f"{_HEAD}区政府常务会议学法4次。",
    f"{_HEAD}制定办法，明确每年培训不少于60学时。",
    f"{_HEAD}将法治建设纳入考核，开展检查30次。",
    f"{_HEAD}召开推进会，要求各单位要严格落实执法责任制。",
    f"{_HEAD}将36件文件继续列入目录。",
    f"{_HEAD}行政机关应当履行的36份裁判全部履行。",
    f"{_HEAD}计划生育、计划免疫事项36件全部办结，审查拟出台的文件12件。",
    f"{_HEAD}召开推进会，部署各单位要认真履行普法责任。",
    f"{_HEAD}召开推进会，强调责任落实。要加强培训，要把12项任务抓实。",
    f"{_HEAD}对将要到期的12件文件提前评估，应当公开的300条信息按时公开，应公开事项全部公开。",
    f"{_HEAD}将持续深化法治宣传列入年度要点，完成任务36项。",
    f"{_HEAD}制定三年规划，计划到2026年建成示范点12处，已建成8处。",
    "四、下一年度主要安排\n将进一步加大执法力度，每年学法不少于4次。",
]

_RULES = load_phrases(__file__, "achievement_as_plan")
_PLANS = [rule for rule in _RULES.values() if rule.kind]
_OTHERS = {"future": ["said"], "aim": ["said", "in-a-paper"], "rule": ["said", "in-a-paper", "in-a-rule"]}
"""By the kind of rule, what before it says that others are to keep it."""


def check(report: Report) -> Iterator[Finding]:
    before = Span(0, 0)  # the sentence before, in the same paragraph
    for sentence in sentences_of(report, "measures"):
        for clause in clauses(report)[sentence.span]:
            place = next(
                (place for rule in _PLANS if (place := _planned(report, rule, clause, sentence, before))), None
            )
            if place:
                yield Finding(
                    place,
                    f"“{report.words(place)}”是打算或要求，不是做过的事。",
                    "请写已经做了几次、结果如何；打算请移到下一年度安排。",
                )
                break
        before = sentence.span if sentence.span.end < sentence.passage.span.end else Span(0, 0)


def _planned(report: Report, rule: Phrase, clause: Span, sentence: Sentence, before: Span) -> Span | None:
    """Where a clause tells an aim or a rule by these words; None where it names things by it, or it was said of others."""
    words = bare(report)[clause.start : clause.end]
    start = clause.start + len(words) - len(words.lstrip())
    ask = rule.pattern.search if rule.name == "every" else rule.pattern.match
    found = ask(bare(report), start, clause.end)
    if found is None or _RULES["which"].pattern.search(words, found.start() - clause.start):
        return None
    if rule.name == "will" and _RULES["disposed"].pattern.search(bare(report), found.end(), clause.end):
        return None
    told = [(_RULES[name].pattern, sentence.span.start) for name in _OTHERS[rule.kind]]
    if rule.name == "must" and rule.pattern.match(bare(report), *sentence.span):  # 会议强调，…。要…，要…
        told.append((_RULES["speaks"].pattern, before.start or sentence.span.start))
    if any(pattern.search(bare(report), begin, found.end()) for pattern, begin in told):
        return None
    return Span(found.start(), clause.end)
