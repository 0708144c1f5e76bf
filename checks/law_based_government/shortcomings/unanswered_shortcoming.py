"""一条不足，下一年度的安排里没有回应。

不足写了，安排里没有一条说怎么改，明年的报告还会是同一条。按关键词比对，说到同样的细节也算；没有找到的，列出最接近的一条安排供参考。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.statements.answers import answers
from reportlint.finding import Finding, Related, Severity
from reportlint.report import Report

TITLE = "不足没有回应"
SEVERITY = Severity.INFO
BASIS = "{rule}：下一年度的主要安排"
_PLAN = "三、下一步安排\n（一）加强行政复议。6月底前完善复议流程。\n（二）深化普法宣传。全年宣讲20场。"
BAD = [
    f"二、存在的不足\n一是⟦执法装备老化。⟧\n二是复议流程不够顺畅。\n{_PLAN}",
    f"二、存在的不足\n（一）⟦法治人才短缺⟧\n编制少。\n（二）普法宣传形式单一\n方法少。\n{_PLAN}",
    f"二、存在的不足\n⟦合同审查把关不严，有3份合同漏审。⟧\n{_PLAN}",
    f"二、存在的不足\n1.⟦数字化水平不高⟧。系统没有联通。\n2.行政复议宣传少。\n{_PLAN}",
    f"二、存在的不足\n一是⟦证明事项清理不彻底；⟧二是⟦信用修复周期长。⟧\n{_PLAN}",
    f"二、存在的问题及原因\n（一）⟦应急预案演练不足⟧。演练次数少。\n{_PLAN}",
    f"二、存在的不足\n一是复议流程不够顺畅。此外，⟦涉外公证外转多。⟧\n{_PLAN}",
    f"二、存在的不足\n主要表现在：复议流程不够顺畅；普法宣传形式单一；⟦古桥限高标志缺失。⟧\n{_PLAN}",
    f"二、存在的不足\n⟦法治思维与业务的结合有待加强。⟧推动、协调、化解、解决矛盾的办法少。\n{_PLAN}\n（三）治堵。推动协调、化解、解决矛盾。",
    f"二、存在的不足\n⟦社区议事员作用发挥不充分。⟧2个社区全年没有议事。\n{_PLAN}\n（三）建设法治社区。新增社区法治角2处。",
    f"二、存在的不足\n⟦乡镇渔政执法力量薄弱，6个乡镇持证船检员平均不足2人。⟧\n{_PLAN}\n（三）便民。在12个乡镇设立咨询点。",
    f"二、存在的不足\n工作还有差距，复议流程有待优化，⟦部分船主章程修订不及时的问题有待解决⟧。\n{_PLAN}",
]
GOOD = [
    f"二、存在的不足\n一是复议流程不够顺畅。二是普法宣传形式单一。\n{_PLAN}",
    f"二、存在的不足\n（一）行政复议力量不足\n编制少。\n{_PLAN}",
    f"二、存在的不足\n工作还有差距，主要表现在以下两个方面：\n一是复议质量不高。\n二是宣传不深入。\n{_PLAN}",
    "青岚县2024年法治政府建设年度报告\n二、存在的问题及下一步安排\n一是执法力量薄弱；二是普法形式单一。2025年，将重点做好以下工作。\n（一）充实执法力量。招录12人。\n（二）创新普法形式。拍摄短剧6部。",
    "二、存在的不足\n执法装备老化。",
    "三、下一步安排\n（一）加强行政复议。",
    f"二、存在的不足\n工作有待加强。\n{_PLAN}",
    f"二、存在的不足\n打假水平与群众期待还有差距。新型售假线索研判报告只有3份。\n{_PLAN}\n（三）打假。每月编写新型售假线索研判报告1份。",
    f"二、存在的不足\n执法力度与形势任务不相适应。\n{_PLAN}\n（三）抓执法。增配执法车3台。",
    f"二、存在的不足\n硬件欠账多。码头没有照明，仓库漏雨，夜间巡逻无雷达。\n{_PLAN}\n（三）补装备。码头安装照明，仓库翻修，巡逻船配雷达。",
    f"二、存在的不足\n普法教育的深度和广度不够。\n{_PLAN}",
    f"二、存在的不足\n渔政人手紧、底子薄。\n{_PLAN}\n（三）带强渔政队伍。招录渔政员6名。",
    f"二、存在的不足\n乡镇渔政力量配备不均衡。2个镇没有持证人员。\n{_PLAN}\n（三）增强渔政能力。每镇充实渔政队伍2人。",
    f"二、存在的不足\n乡镇渔政执法力量薄弱。\n{_PLAN}\n（三）带好队伍。为每个乡镇招录船检员2名。",
    f"二、存在的不足\n渔业执法力量有待充实，普法形式有待创新。\n{_PLAN}\n（三）加强执法队伍建设。争取编制支持。",
    f"二、存在的不足\n乡镇合法性审查能力有待提升。\n{_PLAN}\n（三）抓培训。培训合法性审核人员36名。",
]


def check(report: Report) -> Iterator[Finding]:
    if report.part("plan").status == "absent":
        return
    for answer in answers(report):
        if answer.answered:
            continue
        near = answer.nearest
        label = report.words(answer.shortcoming.label).rstrip("。；;")
        yield Finding(
            answer.shortcoming.label,
            f"“{label}”这条不足，下一年度安排里没有对应的措施。",
            "请在安排里写明怎么改、谁来改、何时改完。",
            related=(Related(Span(*near.label), "最接近的一条安排"),) if near else (),
        )
