"""把打算或职责写成了成效。

“主要举措和成效”写已经做了的事。“将继续推进”“下一步”“要严格落实”是打算和要求；“每年不少于4次”是规定，不是结果。
请改写成做了几次、结果如何，或者移到下一年度安排。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.prose.masks import bare
from reportlint.facts.prose.sentences import sentences_of
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
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

_WHO = "各单位|各部门|各级各部门|各级|各执法单位|全体执法人员|领导干部|行政机关(?:负责人)?"
_VERB = "推进|加强|加大|深化|完善|开展|做好|落实|提升|提高|强化|推动|探索|健全|优化|规范|加快|抓好|坚持|围绕|按照|出台|制定|修订|组织|实施|建立|聚焦"
_PLANNED = patterns.compile(
    rf"(?<![^，。；,;\s])(?:下一步|今后|接下来|明年|下一年度)[^，。；]*|(?<![^，。；,;\s])(?:我[区市县镇局]|我们|{_WHO})?将(?:会)?(?:继续|进一步|持续|不断|着力|重点|适时)?(?:{_VERB})[^，。；]*"
    rf"|(?<![^，。；,;\s])(?:{_WHO})?(?:必须|应当|要)(?:严格|认真|坚持|切实|进一步|继续|全面|做到|抓好|充分|加强|强化|深入|牢固)[^，。；]*"
    rf"|(?<![^，。；,;\s])(?:{_WHO})(?:应当|必须)[^，。；]*"
    rf"|(?<![^，。；,;\s])(?:计划(?:于|在|到|新建|新增|用|再|年底|下)|打算|准备(?:在|于)(?:明年|下)|预计(?:明年|下|到|于|在)|拟[于在]|力争(?:[^，。；]{{0,4}}(?:年底|明年|月底|下一?年)))[^，。；]*"
    r"|(?:每年|每季度|每半年|每月|每年度)[^，。；]{0,8}(?:不少于|不得少于|至少|不低于)[^，。；]*"
)
_OF_OTHERS = patterns.compile(
    r"要求|强调|指出|明确|规定|制定|出台|印发|制度|部署|提出|办法|实行|建立|机制|通知|意见|方案"
)
_NAMED_SO = patterns.compile(r"的\s*\d")
"""应当履行的36份裁判全部履行, 将进一步完善的12项制度报区政府审定: which ones, not a plan."""
_DISPOSED = patterns.compile(r"纳入|列入|作为|与|同|落实到|融入|转化|延伸|下放|移交|下沉|贯穿|打造")


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
