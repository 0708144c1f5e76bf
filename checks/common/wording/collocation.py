"""动词和宾语搭配不当。

“提高执法力度”“加大执法水平”“开展推进会”“夯实监管职责”这样的话，动词带不了那样的宾语：力度要“加大”，水平要“提高”，会要“召开”。只看分句一开头的
动词和它的宾语，中间还有别的动词、有“和”“、”并列的，不提；引号里的文字不查。哪个动词带不了哪些宾语，列在同名的 yaml 里。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

TITLE = "搭配不当"
SEVERITY = Severity.WARNING
WITHIN_PASSAGES = True
BAD = [
    "一、主要举措和成效\n进一步⟦加大执法水平⟧，检查36次。",
    "一、主要举措和成效\n检查36次，⟦扩大巡查力度⟧，整改12处。",
    "一、主要举措和成效\n⟦夯实镇街监管职责⟧，检查36次；⟦落实普法力度⟧，宣讲12场。",
    "一、主要举措和成效\n全年⟦开展工作推进会⟧6次，⟦召开专项整治⟧3次。",
    "一、主要举措和成效\n一是⟦健全窗口服务水平⟧，培训36人。",
    "一、主要举措和成效\n⟦缩短审批效率⟧，办件36件；⟦履行审核作用⟧，审核12件。",
]
GOOD = [
    "一、主要举措和成效\n进一步加大执法力度，检查36次。",
    "一、主要举措和成效\n落实提升能力的措施，加大投入改善环境，检查36次。",
    "一、主要举措和成效\n夯实镇街监管责任，检查36次；落实普法责任，宣讲12场。",
    "一、主要举措和成效\n召开推进会6次，开展专项整治3次，召开会议部署检查，办结36件。",
    "一、主要举措和成效\n健全窗口服务机制，提高服务水平，培训36人。",
    "一、主要举措和成效\n缩短审批时限，提高效率；落实力度逐级加大，印发《加大执法水平》12份。",
]


def check(report: Report) -> Iterator[Finding]:
    rules, text = load_phrases(__file__, "collocation"), unquoted(report)
    for passage in report.outline.passages:
        for rule in rules.values():
            for match in rule.pattern.finditer(text, *passage.span):
                span, noun = Span(match.start("verb"), match.end("noun")), match["noun"]
                if stands(report.text, *match.span("verb")) and stands(report.text, *match.span("noun")):
                    message = f"“{match['verb']}”和“{noun}”搭配不当。"
                    yield Finding(span, message, f"请核对；给“{noun}”换一个动词，或者补上漏写的词。")
