"""一条不足只是“有待进一步加强”，没有说差在哪里。

这样的话放在哪一份报告里都可以，读者看不出问题，也就无从改进。请写出具体表现：哪个环节、多少件、和要求差多少。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.statements.items import Item, items, listed_lacks
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.language.phrases import load_phrases
from reportlint.language.sentences import split_clauses, split_sentences
from reportlint.language.tables import load_table
from reportlint.language.words.key_terms import COMMON
from reportlint.report import Report

TITLE = "不足写得空泛"
SEVERITY = Severity.INFO
BAD = [
    "二、存在的不足\n一是⟦依法行政意识有待进一步增强。⟧二是执法力量不足，一线只有12人，原因是编制少。",
    "二、存在的不足\n（一）⟦法治队伍建设仍需加强⟧\n（二）执法不规范\n评查的120卷里有9卷超期。",
    "二、存在的问题\n⟦普法实效还需进一步提升。⟧",
    "二、存在的不足\n1.⟦基层基础有待夯实⟧。\n2.案卷质量不高，抽查的80卷里6卷不合格。",
    "二、存在的不足\n一是⟦制度建设还不够完善；⟧二是⟦工作机制有待健全。⟧",
    "二、存在的不足\n主要表现在：一是⟦监督力度有待加大。⟧",
    "二、存在的不足\n一是⟦行政执法水平与新形势新任务的要求还有一定差距。⟧二是案卷质量不高，抽查的80卷里6卷不合格。",
    "二、存在的不足\n一是⟦工作创新不多、亮点不够突出；⟧二是⟦学习还不够深入，意识有待增强。⟧",
    "二、存在的不足\n一是⟦工作合力有待进一步凝聚。⟧二是⟦法治宣传力度还不够大。⟧",
    "二、存在的不足\n一是⟦一些干部法治观念淡薄，执法队伍素质参差不齐。⟧二是12处渡口没有监控。",
    "二、存在的不足\n（一）⟦执法监管还存在薄弱环节⟧\n主要原因是重视不够。\n（二）案卷质量不高，抽查的80卷里6卷不合格。",
    "二、存在的不足\n一是案卷质量不高，抽查的80卷里6卷不合格。另外，⟦法治宣传工作有待进一步加强。⟧",
    "二、存在的不足\n一是案卷质量不高，抽查的80卷里6卷不合格。\n此外，⟦依法治理水平与群众期盼相比还有一定差距。⟧",
    "二、存在的不足\n（一）案卷质量不高。抽查的80卷里6卷不合格。\n⟦法治宣传的针对性还不够强。⟧",
    "二、存在的不足\n一是⟦压力传导层层递减，重业务轻法治的倾向依然存在。⟧二是12处渡口没有监控。",
    "二、存在的不足\n⟦2023年，我局法治建设还存在学法不够深入、机制不够健全等问题。⟧",
    "二、存在的不足\n主要表现在：⟦统筹协调还需加力；⟧80卷案卷里6卷不合格；⟦工作机制尚需进一步健全完善。⟧",
    "二、存在的不足\n（一）⟦部门协作还需进一步加强⟧。究其原因，是重视程度不够，根源在于交流渠道不畅。\n（二）案卷质量不高，抽查的80卷里6卷不合格。",
    "二、存在的不足\n（一）案卷质量不高\n抽查的80卷里6卷不合格。\n（二）力量不足\n12个镇中5个没有专职人员。\n⟦法治人才队伍建设仍需持续加强。⟧",
]
GOOD = [
    "二、存在的不足\n一是依法行政意识有待增强，有的单位一年没有组织学法。",
    "二、存在的不足\n（一）法治队伍建设仍需加强。12个镇中有5个没有专职人员，原因是编制少。",
    "二、存在的不足\n普法实效有待提升，主要原因是形式单一。",
    "二、存在的不足\n案卷质量不高，抽查的80卷里6卷不合格。",
    "四、下一步安排\n普法实效有待提升。",
    "二、存在的不足\n2023年，我局还存在学法不够深入、护渔船艇短缺等问题。",
    "二、存在的不足\n（一）案卷质量不高。抽查的80卷里6卷不合格。\n针对这一问题，培训还不够扎实。",
    "二、存在的不足\n一是古塔消防设施缺失。二是夜间禁渔巡查间隔过长。",
    "二、存在的不足\n部分镇街重大决策征求意见不深入，公示时间短，监督力度有待加大。",
    "二、存在的不足\n（一）案卷质量不高\n抽查的80卷里6卷不合格。\n（二）力量不足\n12个镇中5个没有专职人员。\n其中2个镇的审核工作有待加强。",
]

_ONLY = load_phrases(__file__, "boilerplate_shortcoming")["only"].pattern
_GENERAL = COMMON.union(*(row["words"] for row in load_table(__file__, "general_words", kind="word", words="words")))
_LONGEST = max(map(len, _GENERAL))
_WHEN = patterns.compile(r"20\d\d年度?|一年来|目前|总的来看|总体上?看|同时|此外|但|但是|究其(?:原因|根源)")
_PARAGRAPH = patterns.compile(r"[^\s][^\n]*")
_SHORTEST = 4
"""Characters: 基础薄弱. What is shorter is the rest of a broken line."""


def check(report: Report) -> Iterator[Finding]:
    for item in items(report, "shortcomings"):
        whole = Span(item.label.start, item.span.end)
        places = (
            [item.label] if _is_empty(report, whole) else [p for p in _behind(report, item) if _is_empty(report, p)]
        )
        for place in places:
            yield Finding(place, "这条不足放在哪里都适用，没有说差在哪里。", "请写出具体表现和原因，最好有数字。")


def _is_empty(report: Report, span: Span) -> bool:
    """Does every clause but say that something is not good enough?"""
    told = _clauses(report, span)
    return bool(told) and all(_ONLY.fullmatch(clause) or _is_general(clause) for clause in told)


def _behind(report: Report, item: Item) -> list[Span]:
    """The last paragraph of an item that has a heading and other paragraphs, where it is one sentence: it may stand behind all items."""
    _, *paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(report.text, *item.span)]
    return [last for last in paragraphs[1:][-1:] if len([*split_sentences(report.text, last)]) == 1]


def _is_general(clause: str) -> bool:
    """Do general words alone make up the clause? Those of 一些干部法治观念淡薄 do; 消防设施 of 古建消防设施缺失 is none."""
    clause = clause.replace("、", "")
    ends = {0}  # how far general words reach from the beginning
    for end in range(1, len(clause) + 1):
        if any(start in ends and clause[start:end] in _GENERAL for start in range(max(0, end - _LONGEST), end)):
            ends.add(end)
    return len(clause) in ends and len(clause) >= _SHORTEST


def _clauses(report: Report, span: Span) -> list[str]:
    """The clauses of an item, without blanks; of one that lists several shortcomings, each of them; none that but says when."""
    found = [c for sentence in split_sentences(report.text, span) for c in split_clauses(report.text, sentence)]
    told = [piece for clause in found for piece in listed_lacks(report.text, clause) or (clause,)]
    clauses = ("".join(report.words(clause).split()) for clause in told)
    return [clause for clause in clauses if not _WHEN.fullmatch(clause)]
