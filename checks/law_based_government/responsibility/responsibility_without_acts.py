"""第一责任人部分没有一件可以核对的事。

只写“高度重视”“率先垂范”“定期听取汇报”，没有日期、次数、会议、签发的文件、出庭的案件，读者无法核对。
书记和县长（镇长、主任）分开写的，各要有这样的事。别的段落有事可查，只有一段全是“以身作则”“常抓不懈”的，也提出来。
"""

from collections.abc import Iterator

from reportlint.facts.prose.sentences import sentences_of
from reportlint.facts.statements.heads import checkable_act, head_acts, head_leads, is_exact, told_exactly
from reportlint.facts.statements.mere_phrases import mere_phrases
from reportlint.facts.statements.two_heads import HeadTold, heads_by_turns
from reportlint.finding import Finding, Severity, folded
from reportlint.report import Report

TITLE = "履职没有实事"
SEVERITY = Severity.WARNING
BASIS = "《党政主要负责人履行推进法治建设第一责任人职责规定》"
BAD = [
    "⟦三、第一责任人履职情况⟧\n党政主要负责人高度重视，率先垂范，切实履行职责，做到亲自部署、亲自督办。",
    "⟦三、第一责任人履职情况⟧\n区委书记多次召集会议，研讨执法工作，定期了解进展。",
    "⟦三、主要负责人履职情况⟧\n区长提出“1+3”工作模式，坚持以上率下。",
    "⟦三、主要负责人履职情况⟧\n主要负责人带头学习法律法规，深入贯彻上级精神。",
    "⟦三、主要负责人履职情况⟧\n强化基层业务指导，全年办理案件36件。",
    "⟦三、第一责任人履职情况⟧\n区长常态化开展会前学法，每季度听取一次汇报。",
    "⟦三、第一责任人履职情况⟧\n区长坚持依法决策，及时解决问题。",
    "⟦三、第一责任人履职情况⟧\n党政主要负责人把法治建设与经济社会发展同部署、同推进。",
    "一、强化组织领导\n⟦区政府主要领导切实履行第一责任人职责，定期听取汇报，研究解决重大问题。⟧\n二、规范执法\n检查36次。",
    "三、第一责任人履职情况\n（一）党工委书记履职情况。主持会议4次，点评述法8人。\n⟦（二）办事处主任履职情况⟧。办事处主任时常关心执法，大力支持执法队工作。",
    "三、第一责任人履职情况\n⟦区委书记始终重视法治，全力支持执法。⟧\n区长主持召开常务会议12次，审议草案3件。",
    "三、第一责任人履职情况\n区委书记主持会议4次；⟦区长始终重视法治，全力支持执法。⟧",
    "三、第一责任人履职情况\n区长主持会议12次，督办案件9件。\n⟦区长以身作则、以上率下，对护渔工作常抓不懈、严格要求，推动任务落实。⟧",
    "三、第一责任人履职情况\n区长主持会议12次，督办案件9件。\n⟦区长高度重视护渔，定期听取汇报，及时研究解决重大问题。⟧\n区长3月出庭应诉。",
]
GOOD = [
    "三、第一责任人履职情况\n区长高度重视护渔，以身作则，切实履行职责。\n区长主持会议12次，督办案件9件。",
    "三、第一责任人履职情况\n区长主持会议12次，督办案件9件。\n区长始终重视护渔，主动协调县财政局落实船艇经费。",
    "三、第一责任人履职情况\n区长主持召开区政府常务会议12次，研究法治议题23个。",
    "三、第一责任人履职情况\n区长对《审判白皮书》专门作出批示。",
    "三、主要负责人履职情况\n局长3月出庭应诉，5月作法治专题辅导报告。",
    "三、第一责任人履职情况\n区委书记主持召开区委常委会会议，听取法治政府建设工作汇报。",
    "三、第一责任人履职情况\n镇长带队督查6次，包案化解信访积案9件。",
    "三、第一责任人履职情况\n区长在区政府常务会议上领学《中华人民共和国行政复议法》。",
    "一、主要举措和成效\n办理案件36件。\n二、存在的不足\n力量不足。",
    "三、第一责任人履职情况\n9月18日，区长到城东中队与执法人员座谈。",
    "三、第一责任人履职情况\n（一）区长主持召开常务会议2次，审议规章草案9件。\n（二）区长3月出庭应诉。",
    "三、第一责任人履职情况\n区委书记、区长高度重视，主持会议4次。\n区委书记带头学法2次。\n区长坚持依法决策。",
    "一、强化组织领导\n区政府主要领导切实履行第一责任人职责，主持会议12次。\n二、规范执法\n检查36次。",
    "三、第一责任人履职情况\n（一）书记履职情况\n书记重视法治工作。全年接访12次。\n（二）主任履职情况\n主任签发文件12件。",
    "三、第一责任人履职情况\n区委书记主持会议4次；区长听取汇报6次。\n区长始终重视法治。",
    "三、第一责任人履职情况\n镇党委书记接访12次，松坪镇镇长出庭应诉2次。\n镇长全力支持执法。",
]

_NOTHING = "没有日期、次数、会议、文件或案件。"


def check(report: Report) -> Iterator[Finding]:
    part = report.part("responsibility")
    if part.status == "embedded":
        yield from _in_passing(report)
    if part.status in ("absent", "embedded") or not part.sections[0].heading:
        return
    told = (sentence.span for sentence in sentences_of(report, "responsibility"))
    empty = [head for head in heads_by_turns(report) if not _tells_acts(report, head)]
    if len(empty) == 1:
        name = report.words(empty[0].named)
        yield Finding(empty[0].place, f"写“{name}”的没有一件可以核对的事：{_NOTHING}", _advice(name))
    elif not any(checkable_act(report.text, span) or told_exactly(report, span) for span in told):
        place = part.sections[0].heading.span
        yield Finding(place, f"这一部分没有写出一件可以核对的事：{_NOTHING}", _advice("主要负责人"))
    elif mere := [*mere_phrases(report, part)]:
        message = f"这一段没有一件可以核对的事：{_NOTHING}"
        yield folded(mere, message, _advice("主要负责人"), "这一段也没有", Severity.INFO)


def _in_passing(report: Report) -> Iterator[Finding]:
    """The sentence that tells of the head where no part of its own does, if no act at all is told of that head."""
    told = [s.span for s in head_acts(report) if head_leads(report.text, s.span)]
    acts = any(checkable_act(report.text, s.span) or is_exact(report, s.span) for s in head_acts(report))
    if told and not acts:
        message = f"写主要负责人的话里没有一件可以核对的事：{_NOTHING}"
        yield Finding(told[0], message, _advice("主要负责人"), severity=Severity.INFO)


def _tells_acts(report: Report, head: HeadTold) -> bool:
    """Is an act told of that head, or of both, that one could check?"""
    return any(checkable_act(report.text, span) or is_exact(report, span) for span in (*head.own, *head.shared))


def _advice(head: str) -> str:
    return f"请写明{head}哪一天主持了什么会议、签发了什么文件、督办了几件事、出庭应诉几次。"
