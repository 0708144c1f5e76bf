"""说了成效或程度，却没有数据支持。

“显著提升”“圆满完成”“全覆盖”“受到好评”“减轻了负担”是结论。读者会问：提高了多少，办了几件，覆盖了谁？
有数据的结论（在同一句里；段落首句、“一是”打头的一条，则在它领起的话里）不提。口号里的数字（“1+3”、12345）、年份、序数、文号不算数据。
写在数字后面的结论，要数字说的就是它：培训了12次，说明不了能力提高多少，办结率99%也说明不了乱象根治了；工作质量的合格率、由多少到多少、
比上年增减、这件事本身的件数才说明。写在做法后面、收住一句的结论，下一句的数字说明不了它；领起一段的话才由段里的数字说明。
成效不一定用程度词说：事情放在前面，后面说它成了什么样（“顽疾一改而净”“篱笆越扎越紧”“权力运行有了‘紧箍咒’”），也是结论，用什么比喻都一样；
动词打头、单位打头的（开展、县司法局公布）是做法，由谁办、分几类、写进哪里是事实，都不提。
打算和目标（力争、确保、为……）、标题、《》里的名称、领起做法的话（充分发挥……作用，审查……）、谁也没法数的（思想入脑入心）不算结论。

“不断提升……水平”“形成……合力”“推动……落地见效”是套话，换上数字也说不清楚：一部分里只提一次（info），其余的列在后面。
"""

from collections.abc import Iterator, Sequence

from reportlint.document.source import Span
from reportlint.facts.statements.claims import Claim
from reportlint.facts.statements.measured import told_before
from reportlint.facts.statements.support import unsupported
from reportlint.finding import Finding, Related, Severity
from reportlint.language.quotes import cut
from reportlint.report import Report

TITLE = "成效没有数据"
SEVERITY = Severity.WARNING
_HEAD = "一、主要举措和成效\n（一）健全制度。全年制定文件3件。"
BAD = [
    f"{_HEAD}加强学习培训，执法水平⟦显著提升⟧。",
    f"{_HEAD}加强学习，群众满意率⟦稳步提升⟧。",
    f"{_HEAD}推行“1+3”模式，行政争议⟦全部化解⟧。",
    f"{_HEAD}落实12345热线办理机制，⟦有效提升群众办事的便利性⟧。",
    f"{_HEAD}上级交办的积案⟦全部办结⟧。",
    f"{_HEAD}开展专题宣讲，法治宣传⟦取得良好成效⟧。",
    f"{_HEAD}完善顾问制度，⟦充分发挥法律顾问的参谋作用⟧。",
    f"{_HEAD}基层治理的新做法⟦不断涌现⟧。",
    f"{_HEAD}按照2021—2025年规划，⟦圆满完成各项任务⟧。",
    f"{_HEAD}推行容缺受理，办事流程⟦更加便捷⟧。",
    f"{_HEAD}推进诉前调解，⟦促进行政争议实质性化解⟧。",
    f"{_HEAD}加强组织领导。行政争议⟦大幅减少⟧。全年发放资料3000份。",
    f"{_HEAD}（一）执法水平⟦显著提升⟧。\n（二）开展培训12次。",
    f"{_HEAD}推出暖企服务，⟦受到经营主体普遍好评⟧。",
    f"{_HEAD}修订工作规程，⟦填补了监管空白⟧。",
    f"{_HEAD}开设延时窗口，⟦满足了上班族的办事需求⟧。",
    f"{_HEAD}推行掌上办理，⟦让群众少跑腿⟧。",
    f"{_HEAD}清理权责事项，做到⟦应公开尽公开⟧。",
    f"{_HEAD}组织攻坚，⟦一大批历史遗留问题得到解决⟧。",
    f"{_HEAD}组织模拟演练6场，参训210人次，队员应急能力⟦明显增强⟧。",
    f"{_HEAD}受理来访318件，按期答复率100%，群众满意度⟦稳步提高⟧。",
    f"{_HEAD}开展用户回访，接电时间⟦大幅压缩⟧。走访企业45家。",
    f"{_HEAD}编发宣传册，⟦圆满完成春耕、防汛等时段的宣讲任务⟧。",
    f"{_HEAD}清理变相审批，项目落地的“拦路石”被⟦彻底搬开⟧。",
    f"{_HEAD}评查案卷60卷，文书潦草的毛病渐渐⟦绝迹⟧。",
    f"{_HEAD}公开收费目录，⟦让糊涂账变成明白账⟧。",
    f"{_HEAD}完善会商机制，部门配合⟦亲密无间⟧。",
    f"{_HEAD}受理噪声投诉260件，办结率99%，夜间扰民现象⟦得到有效根治⟧。",
    f"{_HEAD}绘制文件流转图，⟦切实提高文件办理效率⟧。全年清理文件9件。",
    f"{_HEAD}曝光反面典型，⟦涤荡了敷衍塞责的歪风⟧。",
    f"{_HEAD}推行预约办理，群众来回补材料的日子⟦已经很远⟧。",
    f"{_HEAD}开设普法夜校，课堂热度⟦不减⟧。",
    f"{_HEAD}举办普法夜市，群众⟦好评如潮⟧。",
    f"{_HEAD}办理案件36件，干部先查法条再动笔的习惯⟦已经养成⟧。",
    f"{_HEAD}打掉团伙2个，有效⟦铲除了强买强卖的土壤⟧。",
    f"{_HEAD}公开村级账目，⟦把“糊涂账”变成了“明白账”⟧。",
    f"{_HEAD}加密巡查，对河道险情⟦做到了看得见、管得住⟧。",
    f"{_HEAD}查处案件7件，⟦形成了强大震慑⟧。",
    f"{_HEAD}推行帮办，手续办得快得让客商⟦直呼“没想到”⟧。",
    f"{_HEAD}开展岗位轮训，⟦有效的增强了队员的程序意识⟧。",
    f"{_HEAD}开设夜间窗口，办件360件。下班后无处办事⟦成为历史⟧。新登记经营主体402户，比上年增长12.5%。",
    f"{_HEAD}组织学法，⟦提升领导干部依法办事能力⟧。",
    f"{_HEAD}建立审查台账，合同审查做到⟦“应审尽审”⟧。",
    f"{_HEAD}下放执法事项58项，乡镇执法⟦“放得下、接得住”⟧。",
    f"{_HEAD}办件360件。企业递材料不用等⟦成为常事⟧。诚信企业由82家增加到105家，增长28.0%。",
    f"{_HEAD}全县渔政船艇、场地⟦全部配备到位⟧。全县渔政码头停靠渔船318艘次。",
    f"{_HEAD}审批服务驶入⟦快车道⟧，营商环境评价居全市第一方阵。",
    f"{_HEAD}办结案件212件。选择性执法的问题⟦得到根本扭转⟧。评查案卷120卷，优秀率86.2%。",
    f"{_HEAD}精简报表61张。基层干部⟦从报表堆里解脱出来⟧。",
    f"{_HEAD}办件360件。排长队的烦恼⟦已消散⟧。",
    f"{_HEAD}培训调解员88名，办事依规的观念⟦在渔村扎下根来⟧。",
    f"{_HEAD}改造集市6个，经营秩序⟦实现由乱到治的蝶变⟧。",
    f"{_HEAD}开展夜查12次，黑车揽客⟦受到沉重打击，车站周边秩序明显净化⟧。",
    f"{_HEAD}签订协议12份，“执法+保险”的协作机制⟦落地见效，婚事简办在各村形成风气⟧。",
    f"{_HEAD}办理提案12件。政协委员⟦对办理结果十分满意⟧。",
    f"{_HEAD}组织学法，⟦提升领导干部依法办事能力⟧。整合力量，形成监督合力。推进改革，推动各项任务落地见效。",
    "一、主要举措和成效\n办理渔政许可36件。护渔处罚决定⟦无一例外经过审核⟧。对照《护渔处罚决定办法》，印发清单。",
    "一、主要举措和成效\n办理渔政许可36件。渔港引发的集体访⟦大为收敛⟧。办理人大代表建议36件，面商率100%。",
]
GOOD = [
    "一、主要举措和成效\n办理渔政许可36件。护渔处罚决定无一例外经过审核。全年审核护渔处罚决定36件。",
    f"{_HEAD}建立发布登记簿，涉及个人信息的一律隐去姓名。",
    f"{_HEAD}加强组织领导。营商环境持续优化。新设经营主体512户，比上年增长8.2%。",
    f"{_HEAD}一是健全制度；二是规范执法。三是队伍素质不断提高。培训执法人员105人次。",
    f"{_HEAD}执法水平显著提升，案卷合格率由92%提高到98%。",
    f"{_HEAD}办结行政复议案件36件，争议全部化解。",
    f"{_HEAD}制定《执法质量大幅提升行动方案》，开展专题学习。",
    f"{_HEAD}力争执法水平明显提升，实现执法监督全覆盖。",
    "一、主要举措和成效\n（一）健全制度。执法水平显著提升。全年评查案卷120卷，合格118卷。",
    "四、下一年度主要安排\n有效提升执法水平，实现全覆盖。",
    f"{_HEAD}组织开展执法能力提升行动，推进规范化建设。",
    "二、存在的不足和原因\n执法水平有待进一步提升。",
    f"{_HEAD}组织专题学习，推动习近平法治思想入脑入心、走深走实。",
    f"{_HEAD}一是充分发挥法律顾问作用，建立合同审查制度。",
    f"{_HEAD}三是持续优化营商环境，释放改革活力。梳理事项清单，公布办事指南。办理变更登记120件。",
    f"{_HEAD}为重大项目落地提供法治保障，组建服务专班。",
    f"{_HEAD}组织模拟演练6场，平均到场时间缩短到9分钟，队员应急能力明显增强。",
    f"{_HEAD}调处邻里纠纷318件，邻里纠纷得到有效化解。",
    f"{_HEAD}清退保证金260万元，企业资金压力明显减轻。",
    f"{_HEAD}应急处置更加有力：组织模拟演练6场，参训210人次。",
    f"{_HEAD}退回的材料由3.2万份降到0.4万份，重复报送的毛病渐渐绝迹。",
    f"{_HEAD}旧文书停止使用，村民议事规则张榜公布。",
    f"{_HEAD}县司法局彻底清理历年积压的备案材料。",
    f"{_HEAD}保护区界桩已埋设，坐标成果存档。",
    f"{_HEAD}办事更省心，是窗口改造工程的目标。",
    f"{_HEAD}评查案卷120卷，合格率98%，办案质量明显提升。",
    f"{_HEAD}召开座谈会，村民代表投票通过章程。",
    f"{_HEAD}修订工作规程，会议纪要由办公室归档。",
    f"{_HEAD}举办培训，学员来自各乡镇和县直单位。",
    f"{_HEAD}建立转办制度，群众反映的问题转有关单位办理。",
    f"{_HEAD}清理户外广告，摘掉了破损的灯箱。",
    f"{_HEAD}盘活闲置校舍，把旧教室改成了法治书屋。",
    f"{_HEAD}回顾了历年工作，介绍了营商环境。",
    f"{_HEAD}公开收费目录，条目印在窗口显著位置。",
    f"{_HEAD}办件360件。服务触角延伸到园区。在6个园区设服务站12个。",
    f"{_HEAD}办件360件。停车难问题明显缓解。车位周转率提高18%。",
    f"{_HEAD}推行“零材料办理”，推动下放事项“接得住、管得好”。",
    f"{_HEAD}办件360件。法治宣传成效明显。法治知识知晓率由81%提高到90%。",
    f"{_HEAD}对评查成绩突出、群众满意的中队予以通报。",
    f"{_HEAD}发布救助名单36人，户主姓名已隐去。",
    f"{_HEAD}筛查来船人员94人，没有确诊和疑似病例。市县两级海事机构均已到位。",
    f"{_HEAD}占道处置按提醒、劝导、责令改正、处罚4步进行，数量逐级递减，当事人得到退款。",
    f"{_HEAD}双方就赔偿金额形成共识，受到处罚的商户写出检讨。",
    f"{_HEAD}红黑榜上榜12家，黑榜商户按警示、降级、退出三档处理。",
]

_OR = "没有数字，就只写做了什么。"
_REMARKS = {
    "degree": ("“{0}”说的是程度，这里没有数据支持。", f"请写出变化，如由多少到多少、比上年增减百分之几；{_OR}"),
    "outcome": ("“{0}”说的是成效，这里没有数据支持。", f"请用数字写出成效是什么；{_OR}"),
    "means": ("“{0}”说的是成效，这里没有数据支持。", f"请写出起了什么作用，如审查几件、提出几条意见；{_OR}"),
    "benefit": ("“{0}”说的是成效，没有写明是哪些、有多少。", f"请写出补上的是哪几项、惠及多少人；{_OR}"),
    "praise": ("“{0}”没有写明凭据：哪份批示、通报，或者多高的满意率。", f"请写出批示、通报的名称或满意率；{_OR}"),
    "universal": ("“{0}”说的是全部，没有写明一共多少。", "请写明总数，如“36件全部办结”。"),
    "emergence": ("“{0}”说的是成效，没有写明有多少。", f"请写出有多少、举出是哪些；{_OR}"),
    "effect": ("“{0}”说的是效果，这里没有数据支持。", f"请写出效果的数字，如减少几次、化解几件；{_OR}"),
    "rate": ("说到了“{0}”，没有写明是多少。", "请写出百分之几，如“化解率96.5%”。"),
}
_OF_ELSE = "“{0}”说的是程度，前面的数字（“{1}”等）说的是做了多少，量不出它变了多少。"
_FORMULA = "“{0}”是套话，看不出做成了什么。"
_MORE = "本部分另有 {0} 处套话式成效表述。"


def check(report: Report) -> Iterator[Finding]:
    formulas: list[tuple[Span, str]] = []  # with the rule of each
    for sentence, claims in unsupported(report).items():
        for group in _adjoining(claims):
            span = Span(group[0].span.start, group[-1].span.end)
            counted = next((claim for claim in group if claim.kind != "formula"), None)
            if counted is None:
                formulas.append((span, group[0].rule))
                continue
            message, suggestion = _REMARKS[counted.kind]
            words = cut(report.words(counted.span))
            if counted.kind != "praise" and (before := told_before(report, sentence, counted)):
                message = _OF_ELSE.format("{0}", report.words(before[-1].span))
            yield Finding(span, message.format(words), suggestion, rule=counted.rule)
    if formulas:
        yield _folded(report, *formulas)


def _folded(report: Report, first: tuple[Span, str], *others: tuple[Span, str]) -> Finding:
    """One remark on all formulas of the part."""
    span, rule = first
    message = _FORMULA.format(cut(report.words(span))) + (_MORE.format(len(others)) if others else "")
    related = tuple(Related(other, f"“{cut(report.words(other))}”") for other, _ in others)
    return Finding(span, message, "请换成做法的结果和数字，或者删去。", related, severity=Severity.INFO, rule=rule)


def _adjoining(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of neighbouring clauses together: one remark for them."""
    group: list[Claim] = []
    for claim in claims:
        if group and claim.clause.start > group[-1].clause.end + 1:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group
