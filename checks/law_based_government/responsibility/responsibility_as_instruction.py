"""把规定抄成了要求：“党政主要负责人应当……”“要亲自部署……”。

报告是写已经做了什么。“应当履行”“要做到亲自部署”是规定的话，不是履职情况。请改写成做过的事：何时、主持什么、结果如何。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import sentences_of
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "履职写成了要求"
SEVERITY = Severity.WARNING
BASIS = "{rule}：履行职责的有关情况"
_HEAD = "三、第一责任人履职情况\n"
BAD = [
    f"{_HEAD}党政主要负责人⟦应当切实履行推进法治建设第一责任人职责⟧。",
    f"{_HEAD}主要负责人⟦要做到重要工作亲自部署⟧、重大问题亲自过问。",
    f"{_HEAD}区长⟦必须带头遵守宪法和法律⟧。",
    f"{_HEAD}党政主要负责人⟦要把法治建设摆在突出位置⟧。",
    f"{_HEAD}⟦要认真履行第一责任人职责⟧，把责任扛在肩上。",
    f"{_HEAD}局长⟦须定期听取法治工作汇报⟧。",
    f"{_HEAD}党政主要负责人作为第一责任人，⟦应当严格依法决策⟧。",
    f"{_HEAD}区长⟦需要定期听取法治工作汇报⟧。",
]
GOOD = [
    f"{_HEAD}区长要求各单位限期整改，主持会议3次。",
    f"{_HEAD}党政主要负责人认真履行第一责任人职责，把法治建设列入重要议程。",
    f"{_HEAD}区长审定年度工作要点，听取汇报4次。",
    f"{_HEAD}区委书记强调，各镇要压实责任。",
    f"{_HEAD}主要负责人亲自部署、亲自督办重要案件12件。",
    f"{_HEAD}区长坚持重要工作亲自部署、重大问题亲自过问。",
    f"{_HEAD}局长主动回应群众关切，签发文件2件。",
    f"{_HEAD}区长研究需要协调的事项12件，应当事人申请主持协调3次。",
    "四、下一年度主要安排\n党政主要负责人要切实履行第一责任人职责。",
]

_RULE, _TOLD_OTHERS = (rule.pattern for rule in load_phrases(__file__, "responsibility_as_instruction").values())


def check(report: Report) -> Iterator[Finding]:
    for sentence in sentences_of(report, "responsibility"):
        for match in _RULE.finditer(bare(report), *sentence.span):
            group = match.lastgroup or "duty"
            if _TOLD_OTHERS.search(bare(report), sentence.span.start, match.start(group)):
                continue
            yield Finding(
                Span(*match.span(group)),
                f"“{match[group]}”是规定的要求，不是做过的事。",
                "请写主要负责人已经怎样做：何时、主持什么、结果如何。",
            )
            break
