"""概数的说法自相矛盾。

“36余件”：36已经精确到个位，不能再“余”；“近80%以上”“约200件左右”“超过100余件”：两个概数词叠用，意思打架。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.figures.quantities import Quantity, quantities
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "概数自相矛盾"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
BASIS = "GB/T 15835—2011《出版物上数字用法》概数"
BAD = [
    "一、主要举措和成效\n办理案件⟦36余件⟧。",
    "一、主要举措和成效\n满意率⟦近80%以上⟧。",
    "一、主要举措和成效\n走访企业⟦约200家左右⟧。",
    "一、主要举措和成效\n培训⟦超过1200余人次⟧。",
    "一、主要举措和成效\n审查合同⟦105余份⟧。",
    "一、主要举措和成效\n接待群众⟦大约300多人⟧。",
    "一、主要举措和成效\n办结信访件⟦一百三十八余件⟧。",
    "一、主要举措和成效\n知晓率达到⟦95%以上左右⟧。",
]
GOOD = [
    "一、主要举措和成效\n办理案件360余件。",
    "一、主要举措和成效\n满意率近80%。",
    "一、主要举措和成效\n走访企业约200家。",
    "一、主要举措和成效\n培训1.2万余人次。",
    "一、主要举措和成效\n满意率达95%以上。",
    "一、主要举措和成效\n审查合同超过105份。",
    "一、主要举措和成效\n办结信访件一百三十余件。",
]

_MORE = frozenset("余多")
_SECOND = load_phrases(__file__, "approximation_conflict")["second"].pattern
"""A second word of approximation behind the quantity, which holds but one there."""
_TO_THE_UNIT = patterns.compile(
    r"[\d,，０-９]*[1-9１-９]|[一二三四五六七八九十百千万零]+(?<=[十百零])[一二三四五六七八九]"
)


def check(report: Report) -> Iterator[Finding]:
    for quantity in quantities(report):
        shown = report.words(quantity.span)
        if len(quantity.words) > 1:
            words = "”和“".join(quantity.words)
            yield Finding(quantity.span, f"“{shown}”里的“{words}”不能同时用。", "请只留一个概数词，或写出准确的数。")
        elif quantity.words and (more := _SECOND.match(report.text, quantity.span.end)):
            span = Span(quantity.span.start, more.end())
            yield Finding(
                span,
                f"“{report.words(span)}”里的“{quantity.words[-1]}”和“{more.group()}”不能同时用。",
                "请只留一个概数词，或写出准确的数。",
            )
        elif _exact_to_the_unit(quantity, report):
            yield Finding(
                quantity.span,
                f"“{shown}”：数已经精确到个位，不能再说“{quantity.words[0]}”。",
                "请写准确的数，或取整后再用概数词。",
            )


def _exact_to_the_unit(quantity: Quantity, report: Report) -> bool:
    """36余件: 余 or 多 behind a number whose last digit is not zero; 3年多, 1.2万余 are right."""
    number = report.words(quantity.number)
    behind = report.text[quantity.number.end : quantity.number.end + 1]
    return bool(quantity.words) and behind in _MORE and _TO_THE_UNIT.fullmatch(number) is not None
