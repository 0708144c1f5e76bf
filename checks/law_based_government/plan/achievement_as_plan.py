"""把打算或职责写成了成效。

“主要举措和成效”写已经做了的事。“将继续推进”“下一步”“要严格落实”是打算和要求；“每年不少于4次”是规定，不是结果。
请改写成做了几次、结果如何，或者移到下一年度安排。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import sentences_of
from reportlint.finding import Finding, Severity
from reportlint.language.phrases import load_phrases
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
    "四、下一年度主要安排\n将进一步加大执法力度，每年学法不少于4次。",
]

_PLANNED, _OF_OTHERS, _DISPOSED, _NAMED_SO = (
    rule.pattern for rule in load_phrases(__file__, "achievement_as_plan").values()
)


def check(report: Report) -> Iterator[Finding]:
    for sentence in sentences_of(report, "measures"):
        of_others = _OF_OTHERS.search(bare(report), *sentence.span)
        for match in _PLANNED.finditer(bare(report), *sentence.span):
            words = match.group()
            if _NAMED_SO.search(words):
                continue
            if (of_others and of_others.end() <= match.start()) or ("将" in words[:4] and _DISPOSED.search(words)):
                continue
            yield Finding(
                Span(*match.span()),
                f"“{report.words(Span(*match.span()))}”是打算或要求，不是做过的事。",
                "请写已经做了几次、结果如何；打算请移到下一年度安排。",
            )
            break
