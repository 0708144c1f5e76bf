"""“存在的主要问题及改进情况”只写了问题，或者只写了改进。

条例要求两样都写：有什么问题，怎样改进。只写问题，看不出做了什么；只写改进，看不出改的是什么。看不出是问题还是改进的分句多了，不提。
"""

from collections.abc import Iterator

from reportlint.facts.prose.sentences import clauses, sentences_of
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

from .._sample import draft

TITLE = "问题和改进缺一样"
SEVERITY = Severity.WARNING
BASIS = "《中华人民共和国政府信息公开条例》第五十条第一款第四项"
_HEADING = "五、存在的主要问题及改进情况"
_TOLD = "公开不够及时。已明确时限，逐月检查。"
BAD = [
    draft({_HEADING: f"⟦{_HEADING}⟧", _TOLD: words})
    for words in (
        "公开不够及时，内容不全。",
        "公开的形式单一，与群众的期待有差距。",
        "工作人员经验缺乏。",
        "一是时效性有待加强；二是解读较少，形式仍需进一步丰富。",
        "检索功能较弱，部分链接打不开。",
        "下一步，加强培训，完善制度。",
        "将开设专栏，拓展渠道，组织检查。",
        "已明确时限，逐月检查。",
    )
]
GOOD = [
    draft(),
    draft({_TOLD: "内容更新不及时，下一步将明确专人更新。"}),
    draft({_TOLD: "一是形式单一。二是培训较少，有待改进。\n改进措施：增加图表解读，每季度培训一次。"}),
    draft({_TOLD: "主要问题：解读不多。已组织解读6次。"}),
    draft({f"{_HEADING}\n{_TOLD}\n": ""}),
    draft({_TOLD: ""}),
    draft({_TOLD: "（一）存在问题\n公开滞后。\n（二）改进情况\n每月检查。"}),
]
_MOST = 3
"""One clause of so many may tell neither, as far as can be seen, and no figures: those are of what was done."""
_FIGURE = patterns.compile(r"\d")
_RULES = load_phrases(__file__, "problems_unanswered")


def check(report: Report) -> Iterator[Finding]:
    part = report.part(report.kind.faults)
    told = [
        report.words(each) for sentence in sentences_of(report, part.name) for each in clauses(report)[sentence.span]
    ]
    if not part.heading or not told:
        return
    told += [child.heading.text for section in part.sections for child in section.children if child.heading]
    problems, improvements = ([each for each in told if _tells(name, each)] for name in ("problem", "improvement"))
    one, other = sorted((problems, improvements), key=len)
    unclear = [each for each in told if each not in other]
    if one or len(unclear) * _MOST > len(told) or any(_FIGURE.search(each) for each in unclear):
        return
    lacks = "怎样改进" if other is problems else "有什么问题"
    yield Finding(part.heading.span, f"这一部分没有写{lacks}。", "请把问题和改进都写上，一一对应。")


def _tells(what: str, words: str) -> bool:
    """Does a clause or a heading tell a problem, or an improvement? What is only needed (有待加强) is none yet."""
    if what == "improvement":
        words = _RULES["need"].pattern.sub("", words)
    return _RULES[what].pattern.search(words) is not None
