"""机构的名称写错了，或者机构已经不再保留。

名称漏了一个词、换了一个词、前后颠倒的，如“人民代表大会委员会”应为“人民代表大会常务委员会”，“农村农业局”应为“农业农村局”。错、漏、多一个字的名称，
与级别不合的名称（县司法厅）和常见而不规范的简称（依法治市委员会）
提示核对，规范的简称（依法治市办、人大常委会、住建局）不提。引号、书名号里的名称也看。

机构改革以后不再保留的，如2019年以后的“国税局”“工商局”“环保局”，2023年以后的“银保监局”，还写作在做事的，提示改写。按报告的年度和句中写的时间
判断：改革以前的事写当时的名称是对的；写“原国土资源局”、写机构合并、更名、移交档案的，说的正是旧机构，不提；引号、书名号里的不看。

“县委政府”“县全面依法治县委员会”这样少了字的，“青岚县县教育局”这样多了字的，印发机关与文件不合的（国务院《信访工作条例》），提示核对。

职务与机构不合的，如“检察院院长”“政协主任”“县人大主席”，也提示核对，职务列在 offices.yaml 里。

国家一级的机构列在 national.yaml 里，这一级的机构有数，不在表里、又和表里的只差一点的就是写错；各级通用的机构列在 institutions.yaml 里，各级部门的规范名称列在 departments.yaml 里，每条写清词与词的界线，漏、多、颠倒由程序推出；
省称“厅”、市县称“局”的部门列在 provincial.yaml 里；不再保留的列在 dissolved.yaml 里，只列各级同时撤销、职责去向各地一致的；单位自己的机构写在配置的 `institutions` 或者 `names` 里。
"""

from collections.abc import Iterator

from reportlint.facts.names.bodies.dissolved import dissolved
from reportlint.facts.names.bodies.institutions import misnamings
from reportlint.facts.names.bodies.led_bodies import led_bodies
from reportlint.facts.names.bodies.of_the_past import is_of_the_past
from reportlint.facts.names.bodies.offices import wrong_offices
from reportlint.facts.names.documents.document_issuers import wrong_issuers
from reportlint.facts.names.moments import in_words
from reportlint.facts.statements.when import days_told
from reportlint.finding import Finding, Severity
from reportlint.report import Report

TITLE = "机构名称不准"
SEVERITY = Severity.ERROR
WITHIN_PASSAGES = True
_IN_2024 = "青岚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n"
BAD = [
    "一、主要举措和成效\n县委⟦全面依法治县办公室⟧督办12次，青岚⟦县教育工作委员会⟧学法6次，县教育局⟦发挥委党组⟧作用，议事6次。",
    "一、主要举措和成效\n召开市委⟦依法治市委员会⟧会议2次。",
    "一、主要举措和成效\n县委⟦全面依法治县领导委员会⟧审议议题9个。",
    "一、主要举措和成效\n向市⟦人民代表大会委员会⟧报告工作1次。",
    "一、主要举措和成效\n区⟦人民检查院⟧发出检察建议12件。",
    "一、主要举措和成效\n会同区⟦农村农业局⟧、区⟦市场管理监督局⟧开展检查3次。",
    "三、第一责任人履职情况\n区长带头落实⟦中央依法治国委员会⟧部署，会同县⟦纪律监察委员会⟧督查2次。",
    "一、主要举措和成效\n落实⟦国务院办公室⟧文件，区⟦退伍军人事务局⟧办理案件3件。",
    "一、主要举措和成效\n⟦县应急理局⟧、⟦县生态环镜局⟧检查12次，“区⟦人民检查院⟧开放日”6场。",
    "一、主要举措和成效\n⟦退役军人事物局⟧办理案件3件，报县⟦编制机构委员会⟧办公室备案，落实《⟦人力资源和社会保局⟧工作规则》。",
    "四、下一年度主要安排\n发挥区⟦国有监督资产管理委员会⟧、区⟦健康卫生委员会⟧的作用。",
    "一、主要举措和成效\n县⟦人力资源和保障局⟧受理投诉36件，市⟦自然资源与规划局⟧查处3宗。",
    "一、主要举措和成效\n县⟦医疗保障保障局⟧、⟦县应急管局⟧检查36家，县⟦人民法庭院⟧审结12件。",
    "一、主要举措和成效\n⟦县司法厅⟧审核12件，⟦市公安部⟧办理3件，⟦省财政局⟧下达资金36万元。",
    "一、主要举措和成效\n⟦县委组织局⟧选派12名，⟦省医疗保障厅⟧督办3件，⟦县政府办公厅⟧登记36件，县⟦人大常委员会⟧审议2次。",
    "一、主要举措和成效\n县⟦人大常务会⟧听取报告2次，县⟦行政审批服局⟧办件36件。",
    "一、主要举措和成效\n县⟦检察院副院长⟧、⟦县人大副主席⟧、县⟦政协主任⟧参加评议3次。",
    "一、主要举措和成效\n县⟦人力资源社会保障和局⟧、县⟦住房城乡和建设局⟧、⟦县中级人民法院⟧开展会商3次。",
    "一、主要举措和成效\n县交通警察⟦大大队⟧查处12起，县政府⟦办公公室⟧督办3件，县旅游⟦局局⟧检查6家。",
    "一、主要举措和成效\n⟦国家市场监督总局⟧、⟦高级人民检察院⟧、全国人大⟦常委会法治工作委员会⟧来县调研6次，县⟦医疗保险局⟧查处9起。",
    "一、主要举措和成效\n配合⟦国家统计总局⟧、⟦国家能源管理局⟧、⟦中国证券监督委员会⟧核查36次，县⟦应急管理监督局⟧检查36家。",
    "一、主要举措和成效\n县⟦消防营救大队⟧检查36家，⟦国家统计局青岚调查大队⟧立案2件，县⟦工商业联会⟧走访12家。",
    "一、主要举措和成效\n配合⟦自然资源与规划部⟧、⟦文化广电旅游部⟧、⟦住房与城乡建设部⟧核查12次。",
    "一、主要举措和成效\n联合⟦药品管理监督部门⟧、⟦健康卫生部门⟧检查36家，向⟦生态保护环境厅⟧报送材料12份。",
    "一、主要举措和成效\n配合司法部⟦办公厅室⟧核查36次，中央全面依法治国⟦委员办公会⟧、县委机构编制委员会⟦公办室⟧来函6件。",
    "一、主要举措和成效\n召开⟦县全面依法治县委员会⟧会议2次，县委⟦全面依法治县委⟧第二次会议审议议题9个，中国⟦人民政治协商青岚县委员会⟧协商3次，向⟦县委政府⟧报告3次。",
    "一、主要举措和成效\n青岚⟦县县⟧教育局学习⟦中央全面依法治国会议⟧精神3次。",
    "青岚县人民政府2024年度法治政府建设情况报告\n一、主要举措和成效\n⟦青岚人民政府⟧县长主持会议6次。",
    "一、主要举措和成效\n派员参加⟦中华人民共和国司发部⟧培训12次，落实⟦国务院《信访工作条例》⟧，执行⟦中共中央印发的《法治政府建设实施纲要（2021—2025年）》⟧，培训36人。",
    f"{_IN_2024}会同县⟦国税局⟧、县⟦地税局⟧辅导企业36家。",
    f"{_IN_2024}文件12件送⟦县政府法制机构⟧备案，县⟦依法治县工作领导小组⟧议事2次。",
    f"{_IN_2024}县⟦工商局⟧注销企业12户，县⟦质监局⟧检定电梯6台。",
    f"{_IN_2024}联合⟦环保局⟧、⟦安监局⟧检查36家。",
    f"{_IN_2024}省⟦银保监局⟧派员指导2次，县⟦法制办⟧审核文件12件，⟦市政府法制办⟧指导2次。",
    f"{_IN_2024}三、第一责任人履职情况\n县长到县⟦国土资源局⟧调研1次。",
    f"{_IN_2024}四、2025年主要安排\n由县⟦旅游局⟧、县⟦卫计委⟧牵头，6月底前完成清理。",
    "青岚县人民政府2019年度法治政府建设情况报告\n一、主要举措和成效\n6月，县⟦食品药品监督管理局⟧抽检12批次。",
]
GOOD = [
    "一、主要举措和成效\n召开市委全面依法治市委员会会议2次，市委依法治市办督办12次。",
    "一、主要举措和成效\n落实中央全面依法治国委员会部署，开好区委依法治区委专题会议。",
    "一、主要举措和成效\n向县人大常委会、市人民代表大会常务委员会报告工作2次，办理人民代表大会代表建议36件。",
    "一、主要举措和成效\n区人民检察院发出检察建议12件，区纪委监委、区监察委员会移送线索3条。",
    "一、主要举措和成效\n会同区农业农村局、区市场监管局、区市场监督管理局检查3次。",
    "一、主要举措和成效\n区住房城乡建设局、区住房和城乡建设局、区人力资源社会保障局联合发文2件。",
    "一、主要举措和成效\n爱国卫生运动委员会、村公共卫生委员会、律师协会纪律委员会开展活动6次。",
    "一、主要举措和成效\n区司法局和发展改革委员会会签文件2件，落实国务院办公厅文件。",
    "一、主要举措和成效\n县政务服务和数据管理局、县文化广电旅游体育局、市自然资源和规划局办件36件。",
    "一、主要举措和成效\n省人力资源和社会保障厅、住房和城乡建设厅、工业和信息化部部署3次。",
    "一、主要举措和成效\n县委组织委员、县委办公室、省政府办公厅、市政府办公室参加3次。",
    "一、主要举措和成效\n省、市公安厅（局）部署3次，自治区司法厅、省财政厅、县教育部门培训6场。",
    "一、主要举措和成效\n县检察院检察长、县法院院长、县政协主席、镇人大主席、县人大常委会副主任、县司法局局长座谈3次。",
    "一、主要举措和成效\n县政府党组书记、镇人大主席团、县政协提案委主任、领导小组办公室主任、县监委委托的机构核查3次。",
    "一、主要举措和成效\n县公安分局、县人民医院、县公安局治安大队、县乡村振兴局、县民营经济发展局检查3次。",
    "一、主要举措和成效\n国家税务总局、国家市场监管总局、国家林草局、省人民检察院、省高级人民法院、省人大常委会法工委来县调研6次。",
    "一、主要举措和成效\n国家统计局青岚调查队、国家外汇管理局、国家宗教局、国家移民局、国家矿山安监局、国务院国资委、中央宣传部、县检察院检察委员会来函6件。",
    "一、主要举措和成效\n县消防救援大队大队长、市消防救援支队支队长、县疾病预防控制中心副主任、省市场监督管理厅督导12次，经济开发区自然资源和规划部办件36件。",
    "一、主要举措和成效\n3个小区成立业主监督委员会，监督委员会查账6次，会同旅游文化部门、体育教育部门检查12次。",
    "一、主要举措和成效\n市委、市政府研究3次，县委县政府督办2次，县委政法委协调6次，落实党中央、国务院《法治政府建设实施纲要（2021—2025年）》，学习国务院《优化营商环境条例》。",
    f"{_IN_2024}自治区文化和旅游委员会、市文化旅游发展委员会下发文件3件。",
    f"{_IN_2024}县税务局、县市场监管局、县文化和旅游局、县文化旅游局检查36家。",
    f"{_IN_2024}原县国土资源局移交的档案36卷完成整理，原环保局的许可证换发12本。",
    f"{_IN_2024}2017年，县工商局处罚的12家企业已经修复信用。",
    f"{_IN_2024}清理《青岚县国土资源局关于土地登记的通知》等文件12件。",
    f"{_IN_2024}坚持以法制办案，改善环保局面，召开农业部门座谈会2次。",
    "青岚县人民政府2018年度法治政府建设情况报告\n一、主要举措和成效\n县法制办审核文件12件，县环保局检查36家。",
    "一、主要举措和成效\n与区城市管理局执法大队、县市场监督管理局执法中心检查36家，中华人民共和国司法部、中华人民共和国公安部来函6件，宣讲中华人民共和国成立以来部分法律12部。",
    f"{_IN_2024}由县扶贫办更名的县乡村振兴局并入县农业农村局。",
    "一、主要举措和成效\n县执法监督委员会、县校外培训监督委员会检查36次。",
]


def check(report: Report) -> Iterator[Finding]:
    yield from _misnamed(report)
    for office in wrong_offices(report):
        message = f"没有“{report.words(office.span)}”这样的职务。{office.why}"
        yield Finding(office.span, message, f"请核对，多半应为“{office.right}”。", severity=Severity.WARNING)
    for body in led_bodies(report):
        written = report.words(body.span)
        message = f"“{written}”{'多' if len(written) > len(body.right) else '少'}了字，应为“{body.right}”。"
        yield Finding(body.span, message, f"请核对，改为“{body.right}”。", severity=Severity.WARNING)
    for issued in wrong_issuers(report):
        message = f"《{issued.title}》的印发机关是{issued.right}。"
        yield Finding(
            issued.span, message, "请核对，印发的机关写全称，几家联合印发的都写上。", severity=Severity.WARNING
        )
    if report.outline.year:
        yield from _dissolved(report, report.outline.year)


def _misnamed(report: Report) -> Iterator[Finding]:
    for wrong in misnamings(report):
        written = report.words(wrong.span)
        if wrong.how == "wrong":
            message = f"“{written}”不是机构的规范名称，应为“{wrong.name}”。"
            yield Finding(wrong.span, message, f"请核对，改为“{wrong.name}”或者它的规范简称。")
        elif wrong.how == "short":
            message = f"“{written}”不是规范的简称，全称是“{wrong.name}”。"
            yield Finding(wrong.span, message, "请核对，写全称或者规范简称。", severity=Severity.INFO)
        else:
            message = f"“{written}”与机构名称“{wrong.name}”只差一点。"
            advice = f"请核对，如果指的是它，请改为“{wrong.name}”。"
            yield Finding(wrong.span, message, advice, severity=Severity.WARNING)


def _dissolved(report: Report, year: int) -> Iterator[Finding]:
    for named in dissolved(report):
        words, told = report.words(named.span), days_told(report, named.span)
        day = told.first or told.last if told else f"{year}-01-01"
        if day < named.body.since or words in report.office.names:
            continue
        if not is_of_the_past(report.text, named.span):
            message = f"“{words}”{in_words(named.body.since)}前已经不再保留。{named.body.why}"
            advice = f"请核对，现在的职责归{named.body.now}；说从前的事请写“原{words}”。"
            yield Finding(named.span, message, advice, severity=Severity.WARNING)
