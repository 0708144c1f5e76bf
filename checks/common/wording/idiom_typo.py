"""成语写错了一个字。

如“再接再励”应为“再接再厉”，“迫不急待”应为“迫不及待”。成语取自分词词典；与成语差一个字、自身又不成词的才提出，引号里的文字不查。
"""

from collections.abc import Iterator

from reportlint.facts.prose.masks import pairs, unquoted
from reportlint.facts.prose.written import is_written
from reportlint.finding import Finding, Severity
from reportlint.language.idioms import find_near_idioms
from reportlint.report import Report

TITLE = "成语错字"
SEVERITY = Severity.WARNING
BAD = [
    "一、主要举措和成效\n全区⟦再接再励⟧，办理案件36件。",
    "一、主要举措和成效\n整改工作⟦一愁莫展⟧的3个单位已经约谈。",
    "一、主要举措和成效\n镇村干部⟦一股作气⟧化解积案12件。",
    "一、主要举措和成效\n坚持⟦按步就班⟧推进改革，完成任务36项。",
    "一、主要举措和成效\n⟦因地治宜⟧设立调解室12个。",
    "一、主要举措和成效\n化解纠纷⟦行之有郊⟧，调解成功率98%。",
    "一、主要举措和成效\n⟦一如继往⟧支持法院工作，出庭36次。",
]
GOOD = [
    "一、主要举措和成效\n全区再接再厉，办理案件36件。",
    "一、主要举措和成效\n推行以案释法，应收尽收，走深走实，检查36次。",
    "一、主要举措和成效\n力度还需进一步加强，两处写得不一样的已经改正。",
    "一、主要举措和成效\n党的二十届三中全会精神宣讲36场。",
    "一、主要举措和成效\n5月20日在一起行政案件中出庭应诉。",
    "一、主要举措和成效\n开展“法在必行”行动12次，久久为功。",
    "一、主要举措和成效\n法律职业资格人员12名，开展跨部门联合检查36次。",
]


def check(report: Report) -> Iterator[Finding]:
    taken = 0
    for span, idioms in find_near_idioms(unquoted(report), pairs(report)):
        if span.start >= taken and is_written(report, span) and report.words(span) not in report.office.names:
            taken = span.end
            shown = "”“".join(idioms[:3])
            yield Finding(span, f"“{report.words(span)}”与成语“{shown}”只差一个字。", "请核对是不是写错了。")
