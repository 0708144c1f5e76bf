"""没有写全“四个亲自”：重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。

这是第一责任人的法定要求。请写清四个方面各做了什么，不要只抄这四句话。写在别处（如“主要举措”里）也算写了。
“做到‘四个亲自’”这样概括的，算写了四项。没有照抄这几句（重大问题亲自过问……），但写了主持研究、批示、协调、督办这些事的，也算；“亲自”写了三项、
独缺一项的，不算；写了两项、另两项只写了事的，作提示。一句话里照抄这几句、只抄了两三句的，也作提示。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.sentences import sentences, sentences_of
from reportlint.facts.statements.heads import head_acts, head_leads
from reportlint.finding import Finding, Related, Severity
from reportlint.language.phrases import Phrase, load_phrases
from reportlint.report import Report

TITLE = "四个亲自不全"
SEVERITY = Severity.WARNING
BASIS = "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条"
BAD = [
    "⟦三、第一责任人履职情况⟧\n区长作出批示33次，听取汇报13次。",
    "三、第一责任人履职情况\n⟦区长对重大问题亲自过问，作出批示12次。⟧",
    "三、第一责任人履职情况\n⟦区长做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调。⟧",
    "三、主要负责人履职情况\n⟦局长亲自部署执法整治，亲自督办案件12件。⟧",
    "三、主要负责人履职情况\n⟦局长对重要工作亲自部署、重大问题亲自过问，主持会议6次。⟧亲自协调经费36万元，亲自督办案件12件。",
    "⟦三、主要负责人履职情况⟧\n局长亲自部署执法整治。局长亲自督办案件12件。",
    "一、主要举措和成效\n⟦区长亲自部署执法整治。⟧\n二、存在的不足\n力量不足。",
    "三、第一责任人履职情况\n⟦区长坚持重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。⟧协调经费36万元。",
    "三、第一责任人履职情况\n⟦区长亲自部署执法检查，听取汇报6次，督办案件12件。⟧",
    "⟦三、第一责任人履职情况⟧\n区长高度重视，出庭应诉3次。",
    "⟦三、第一责任人履职情况⟧\n区长主持会议，亲自部署整治。就积案了解情况，听取汇报6次。亲自督办积案12件。召集会商3次，协调经费36万元。",
    "⟦三、第一责任人履职情况⟧\n区长主持会议3次。\n四、下一步安排\n亲自部署、亲自过问、亲自协调、亲自督办。",
]
GOOD = [
    "三、第一责任人履职情况\n区长做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    "三、第一责任人履职情况\n区长亲自研究部署整治，亲自过问积案，亲自协调资金，亲自督办整改。",
    "三、第一责任人履职情况\n区长亲自部署、过问、协调、督办执法整治。",
    "三、第一责任人履职情况\n区长落实“四个亲自”要求，主持会议3次。",
    "一、主要举措和成效\n区长亲自部署、亲自过问整治。\n三、第一责任人履职情况\n区长亲自协调、亲自督办案件12件。",
    "三、第一责任人履职情况\n区长亲自部署执法检查，听取积案汇报6次，牵头协调经费36万元，督办案件12件。",
    "三、第一责任人履职情况\n区长主持会议研究执法问题12项，作出批示33次，协调经费36万元，带队检查6次。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。",
    "三、第一责任人履职情况和下一年度安排\n区长亲自部署、过问、协调、督办渔政整治。2024年6月底前修订渔政规程。",
    "三、第一责任人履职情况\n（一）亲自部署重要工作。1月主持会议。\n（二）亲自过问重大问题。批示3次。\n（三）亲自协调重点环节。落实资金3万元。\n（四）亲自督办重要任务。督查2次。",
]

_RULES = load_phrases(__file__, "four_personal_duties")
_HALF = 2
_DUTIES = [rule for rule in _RULES.values() if rule.kind == "said"]


def check(report: Report, *, duties: tuple[str, ...] = ("部署", "过问", "协调", "督办")) -> Iterator[Finding]:
    if is_traditional(report):
        return  # what shows the duties is told by simplified words
    part = report.part("responsibility")
    told = [s.span for s in sentences_of(report, "responsibility") if part.heading or head_leads(report.text, s.span)]
    if part.heading is None and not told:
        return  # nothing is told of the head: missing-responsibility and missing-section say so
    headings = [s.heading.text for s in report.outline.sections if s.heading and not _is_plan(s.parts)]
    words = "\n".join([*headings, *(report.words(s.span) for s in sentences(report) if not _is_plan(s.parts))])
    if "四个亲自" in words:
        return
    asked = [rule for rule in _DUTIES if rule.name in duties]
    lacking = [rule.name for rule in asked if not rule.pattern.search(words)]
    unsaid: list[str] = lacking
    severity: Severity | None = None
    by_acts = len(lacking) != 1 and not _RULES["formula"].pattern.search(words)
    if by_acts:  # the duties are not told by their words: then what the head did shows them
        there = (s for s in head_acts(report) if part.heading is None or "responsibility" in s.parts)
        acts = "\n".join(report.words(sentence.span) for sentence in there)
        lacking = [duty for duty in lacking if not _RULES[f"{duty}-act"].pattern.search(acts)]
    if (
        not lacking and len(unsaid) == _HALF
    ):  # half of them by their words, and the others but by acts: a gap, if a small one
        lacking, by_acts, severity = unsaid, False, Severity.INFO
    if not lacking:
        yield from _halves(report, told, duties)
        return
    named = "、".join(f"亲自{duty}" for duty in lacking)
    none = len(lacking) == len(asked)
    message = f"没有写{'“四个亲自”中的任何一项' if none else f'到{named}的事' if by_acts else named}。"
    yield Finding(
        _place(report, asked) or (part.heading.span if part.heading else told[0]),
        message,
        f"请写清主要负责人怎样{named}：何时、对何事、结果如何。",
        related=() if by_acts else tuple(_without(report, lacking)),
        severity=severity,
    )


def _is_plan(parts: tuple[str, ...]) -> bool:
    """Is this of the plan, and not of the head as well, as a section is that tells of both?"""
    return "plan" in parts and "responsibility" not in parts


def _without(report: Report, duties: list[str]) -> Iterator[Related]:
    """Where the objects that the rule gives these duties are named, first: 对重大问题加以过问 is not done in person."""
    for sentence in sentences_of(report, "responsibility"):
        for match in _RULES["object"].pattern.finditer(report.text, *sentence.span):
            if match.lastgroup in duties:
                duties = [duty for duty in duties if duty != match.lastgroup]
                yield Related(Span(*match.span()), f"这里没有写“亲自{match.lastgroup}”")


def _halves(report: Report, told: list[Span], duties: tuple[str, ...]) -> Iterator[Finding]:
    """The sentences that begin to cite the rule, and do not come to its end."""
    for span in told:
        cited = [match["duty"] for match in _RULES["cited"].pattern.finditer(report.text, *span)]
        lacking = [duty for duty in duties if duty not in cited]
        if len(cited) >= _HALF and lacking:
            named = "、".join(f"亲自{duty}" for duty in lacking)
            yield Finding(span, f"这一句没有写到{named}。", "请把四项写全。", severity=Severity.INFO)


def _place(report: Report, duties: list[Phrase]) -> Span | None:
    """The one sentence of the head's part that tells all of the duties that are told; None where several do, or none."""
    tells = [
        sentence.span
        for sentence in sentences_of(report, "responsibility")
        if any(duty.pattern.search(report.text, *sentence.span) for duty in duties)
    ]
    return tells[0] if len(tells) == 1 else None
