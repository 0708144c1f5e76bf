"""文本不是已知种类的报告。

reportlint 只检查年度报告。读到的文本既没有年度报告的标题，也看不出规定要求的任何一个部分时，只报这一处，不做其他检查。
如果这确实是一份年度报告，请补上标题（如“某某人民政府某某年法治政府建设年度报告”）和各部分的标题。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "不像年度报告"
SEVERITY = Severity.ERROR
BASIS = "{rule}"
BAD = [
    "⟦关于召开全区防汛工作会议的通知⟧\n各镇人民政府：\n定于3月5日召开会议，请准时参加。",
    "⟦在全区法治政府建设工作会议上的讲话⟧\n同志们：\n今天我们召开会议，部署法治政府建设工作。",
    "⟦霁川区2023年人口和计划生育工作要点⟧\n一、总体要求\n稳定服务水平。\n二、主要任务\n走访家庭300户。",
    "⟦2023年国民经济和社会发展统计公报⟧\n一、综合\n全年生产总值300亿元，比上年增长5%。",
    "⟦今天天气很好，我们去公园散步。⟧",
    "⟦关于印发霁川区法治政府建设实施方案的通知⟧\n一、总体要求\n到2025年，法治政府建设取得明显成效。",
]
GOOD = [
    "霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n办理行政复议案件36件。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况\n区长主持召开法治政府建设会议3次。",
    "中共霁川区委　霁川区人民政府\n关于2023年度法治政府建设情况的报告\n2023年，霁川区办理行政复议案件36件。",
    "2023年，霁川区推进法治政府建设，现将情况报告如下：\n一、主要举措和成效\n办理行政复议案件36件。",
    "霁川区司法局2018年依法行政工作报告\n一、工作情况\n审查文件12件。",
    "法治霁川建设2023年度工作总结\n一、工作情况\n审查文件12件。",
    "霁川区2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息300条。\n二、存在的主要问题及改进情况\n内容不够及时。",
]


def check(report: Report) -> Iterator[Finding]:
    outline = report.outline
    if outline.is_report:
        return
    labels = "、".join(part.label for part in outline.parts.values())
    whole = all(part.sections for part in outline.parts.values())
    parts = "各部分虽然都有，说的不是它的事" if whole else f"也没有写全它的部分（{labels}）"
    first = next((line for line in report.source.lines if report.words(line).strip()), Span(0, 1))
    found = outline.other_title or Span(first.start, min(first.end, first.start + 40))
    yield Finding(
        found,
        f"这不像{outline.kind.label}：没有找到这类报告的标题，{parts}。",
        "如果选错了文件，请换成报告草稿；如果确是报告，请写上完整的标题，并按规定的部分分节。",
    )
