"""同一个词写了两遍。

“的的”“进行进行”多半是改稿时留下的；“实现……实现……”在一个分句里用两次，读来重复。“常常”“层层”“一件一件”这样的叠词不提，引号里的文字不查。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import unquoted
from reportlint.facts.prose.written import written
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.word_boundaries import stands
from reportlint.report import Report

TITLE = "词语重复"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n办结群众反映⟦的的⟧案件36件。",
    "一、主要举措和成效\n对36件案件⟦进行进行⟧评查。",
    "一、主要举措和成效\n⟦实现41类许可事项实现⟧全程网办，办件320件。",
    "一、主要举措和成效\n健全⟦行政执法行政执法⟧监督制度6项。",
    "一、主要举措和成效\n执法人员⟦在在⟧规定期限内办结36件。",
    "一、主要举措和成效\n⟦召开召开⟧推进会6次，对36个部门⟦进行督察考核进行⟧通报。",
]
GOOD = [
    "一、主要举措和成效\n常常下沉一线，层层压实责任，逐条逐项核对，一件一件化解，共36件。",
    "一、主要举措和成效\n达到目的的有36件，为了了解情况走访120户。",
    "一、主要举措和成效\n实现网办率98%，并实现跨省通办36项。",
    "一、主要举措和成效\n人民法院院长旁听36次，在工作中中标的12家企业已约谈。",
    "一、主要举措和成效\n对实现盈利的12家企业实现应纳尽纳。",
    "一、主要举措和成效\n推行“马上就办办就办好”，方方面面的问题等等都有答复，共36件。",
    "一、主要举措和成效\n进行政策评估12次、进行公开征求意见6次。",
]

_COUNTING = "一二两三四五六七八九十逐各每几多"
_CLAUSE = patterns.compile("[^，。；：、！？,;:!?\n]+")


def check(report: Report) -> Iterator[Finding]:
    rules = load_phrases(__file__, "repeated_word")
    for line in written(report):
        for match in rules["twice"].pattern.finditer(unquoted(report), *line):
            one = Span(match.start(), match.end(1))
            two = Span(match.end(1), match.end())
            words = len(match[1]) > 3 or (stands(report.text, *one) and stands(report.text, *two))
            if match[1][0] not in _COUNTING and words:
                yield Finding(Span(*match.span()), f"“{match[1]}”写了两遍。", f"请核对；多半应写作“{match[1]}”。")
        if len(rules["verb"].pattern.findall(unquoted(report), *line)) < 2:
            continue
        for clause in _CLAUSE.finditer(unquoted(report), *line):
            yield from _same_verb(report, Span(*clause.span()))


def _same_verb(report: Report, clause: Span) -> Iterator[Finding]:
    """A verb twice in a clause that no word joins."""
    rules = load_phrases(__file__, "repeated_word")
    seen: dict[str, Span] = {}
    for match in rules["verb"].pattern.finditer(unquoted(report), *clause):
        verb, span = match.group(), Span(*match.span())
        if not stands(report.text, *span):
            continue
        first = seen.get(verb)
        joined = first and rules["joined"].pattern.search(unquoted(report), first.end, span.start)
        if first and not joined and first.end < span.start:
            yield Finding(Span(first.start, span.end), f"一个分句里用了两次“{verb}”。", "请删去一个，或者分成两句。")
        seen[verb] = span
