"""不足只写了一两句话，一笔带过。

评估中最常见的批评之一：几千字的成效，一两句的不足。请逐条写明差在哪里、原因是什么。不超过 `sentences` 句、占正文不到
`share` 的，或者不足 `characters` 字的，提出来；不到一半字数、又没有一个数字的一两句话，占比可以放宽到三倍。
"""

from collections.abc import Iterator

from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.sentences import opening, sentences_of
from reportlint.facts.statements.items import items
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "不足一笔带过"
SEVERITY = Severity.WARNING
BASIS = "{rule}：存在的不足和原因"
_LONG = "办理行政复议案件36件，审查文件12件，开展培训20场次，新设服务窗口8个，发放资料3000份，走访企业260家。" * 30
BAD = [
    f"一、主要举措和成效\n{_LONG}\n⟦二、存在的不足⟧\n一是执法力量不足。二是制度落实有待加强。",
    f"一、主要举措和成效\n{_LONG}\n⟦二、存在的不足和原因⟧\n执法水平有待提高，主要原因是培训不够。",
    f"一、工作情况\n{_LONG}\n⟦二、存在的问题⟧\n法治建设发展还不平衡，与先进地区相比有差距。",
    f"一、主要举措和成效\n{_LONG}⟦但仍存在执法力量不足的问题。⟧\n三、下一步安排\n修订规定。",
    f"一、工作情况\n{_LONG}\n⟦二、困难和问题⟧\n主要是编制少，经费紧。能力也有待提高。",
    f"一、工作情况\n{_LONG[:400]}\n⟦二、存在的不足⟧\n少数村干部法治观念不强，主要原因是年龄偏大，学习不够。",
    f"一、推进依法行政\n{_LONG}\n⟦二、短板和不足⟧\n一是基础薄弱；二是力量不足；三是能力不强。",
]
GOOD = [
    f"一、主要举措和成效\n{_LONG}\n二、存在的不足\n{'执法力量不足，一线只有12人，原因是编制少，调剂困难。' * 6}",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n执法力量不足。",
    f"一、主要举措和成效\n{_LONG}\n二、存在的不足\n"
    "（一）渡口夜间值守还有缺口。3处渡口夜间无人值守，雾天停航靠船工自报。\n（二）案卷归档不及时。渔政大队一季度案卷拖到六月才归档。\n"
    "（三）合同审查留有死角。2个镇的鱼塘承包合同没有送审，租期超过上限。\n（四）调解员补贴偏低。村调解员每调成一起补贴十元，四个村无人愿干。",
    f"一、主要举措和成效\n{_LONG}\n二、存在的不足\n{_LONG[:400]}",
    f"一、工作情况\n{_LONG[:400]}\n二、存在的不足\n夜间巡查少，3起电鱼未能当场查处，主要原因是没有夜航设备。",
    f"一、主要举措和成效\n{_LONG}\n二、存在问题及下一步安排\n力量不足。下一步修订规定。",
    f"一、主要举措和成效\n{_LONG}\n三、下一步安排\n修订规定。",
    f"一、主要举措和成效\n{_LONG}\n二、存在的不足和原因\n三、下一步安排\n修订规定。",
]


def check(report: Report, *, sentences: int = 2, characters: int = 120, share: float = 0.05) -> Iterator[Finding]:
    part = report.part("shortcomings")
    named = [item.label for item in items(report, "shortcomings")]  # （一）执法力量不足 is said as well
    told = [sentence.span for sentence in sentences_of(report, "shortcomings")]
    said = [*told, *(label for label in named if not any(label.overlaps(span) for span in told))]
    size = sum(span.end - span.start for span in said)
    whole = sum(passage.span.end - passage.span.start for passage in report.outline.passages)
    few = len(said) <= sentences or size < characters
    bare = size < characters / (2 if len(said) <= sentences else 3) and not any(data_in(report, span) for span in said)
    if not told or not few or size >= share * whole * (3 if bare else 1) or part.status == "merged":
        return
    yield Finding(
        opening(report, part),
        f"不足只写了 {len(said)} 句、{size} 字，占正文的 {100 * size / whole:.1f}%，像是一笔带过。",
        "请逐条写明差在哪里、有什么表现、原因是什么。",
    )
