"""Bodies that are misnamed, bodies that are no more, and names that look like two writings of one."""

from __future__ import annotations

import pytest

from reportlint.facts.names.dissolved import dissolved
from reportlint.facts.names.institutions import misnamings
from reportlint.facts.names.taken_up import taken_up
from reportlint.facts.names.twin_places import twin_places
from reportlint.facts.names.variants import find_variants
from reportlint.report import Report, read
from reportlint.settings.house_rules import HouseRules

TITLE = "青岚县人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n"


def report(words: str, office: HouseRules | None = None) -> Report:
    return read((TITLE + words).encode(), "draft.txt", office=office)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县委全面依法治县委员会开会。", []),
        ("县委依法治县委员会开会。", [("依法治县委员会", "全面依法治县委员会", "short")]),
        ("县农村农业局检查。", [("农村农业局", "农业农村局", "wrong")]),
        ("县退役军人事物局检查。", [("退役军人事物局", "退役军人事务局", "near")]),
        ("县应急理局检查。", [("县应急理局", "县应急管理局", "near")]),
        ("县生态环境分局、市生态环境局检查。", []),
        ("县医疗障局检查。", [("县医疗障局", "县医疗保障局", "near")]),
        ("市自然资源规划和局检查。", [("自然资源规划和局", "自然资源和规划局", "near")]),
        ("县政务服务管理管理局检查。", [("政务服务管理管理局", "政务服务管理局", "near")]),
        ("县人民法庭院审理。", [("人民法庭院", "人民法院", "near")]),
        ("县财正局下达资金。", [("财正局", "财政局", "near")]),
        ("县司法厅审核，省教育局培训。", [("县司法厅", "县司法局", "near"), ("省教育局", "省教育厅", "near")]),
        ("省、市公安厅（局）部署，县公安部门落实，省教育局域网开通，市教育部署培训。", []),
        ("县生态环境干部36人，县应急管理全部事项，县交通运输布局，县自然资源大厅。", []),
        ("县农业执法大队、县市场监管执法大队、县科技和工业局、县粮食和储备局检查。", []),
        ("县公安分局、县人民医院、县公安局特警大队、县行政服务局检查。", []),
        ("印发《县人民检查院规则》。", [("人民检查院", "人民检察院", "wrong")]),
    ],
)
def test_misnamings(words: str, found: list[tuple[str, str, str]]) -> None:
    text = report(words)
    assert [(text.words(wrong.span), wrong.name, wrong.how) for wrong in misnamings(text)] == found


def test_an_office_names_its_own_bodies() -> None:
    office = HouseRules(
        names=("农村农业局",), institutions=({"name": "数据资源局", "wrong": ("大数据资源局",), "right": ()},)
    )
    text = report("县农村农业局、县大数据资源局、县数据资源局检查。", office)
    assert [(text.words(wrong.span), wrong.name) for wrong in misnamings(text)] == [("大数据资源局", "数据资源局")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("会同县国税局、地税局检查。", ["国税局", "地税局"]),
        ("县文化和旅游局、县旅游局检查。", ["旅游局"]),
        ("由法制办审核，坚持以法制办案。", ["法制办"]),
        ("改善环保局面，会同环保部门检查。", []),
        ("清理《县环保局关于检查的通知》。", []),
        ("国家矿山安全监察局检查。", []),
    ],
)
def test_dissolved(words: str, found: list[str]) -> None:
    text = report(words)
    assert [text.words(named.span) for named in dissolved(text)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("合同履约监管平台录入12份。合同履约监督平台预警6次。", [("合同履约监管平台", "合同履约监督平台")]),
        ("防汛抗旱指挥部会商3次。防汛抗旱领导小组调度6次。", [("防汛抗旱指挥部", "防汛抗旱领导小组")]),
        ("镇长办公会学法3次。镇长碰头会学法6次。", [("镇长办公会", "镇长碰头会")]),
        ("县长办公会议、县长办公会学法6次。", []),
        ("县长办公会议学法3次，县长办公会学法6次。", [("县长办公会议", "县长办公会")]),
        ("镇综合行政执法队检查3家。镇综合执法大队立案6件。", [("镇综合行政执法队", "镇综合执法大队")]),
        ("企业服务联络员36名。由企业联系员走访12家。", [("企业服务联络员", "企业联系员")]),
        ("优化营商环境工作专班开会。营商环境优化专班督办3件。", [("优化营商环境工作专班", "营商环境优化专班")]),
        ("“法治夜校”授课3节。“普法夜校”听众12人。", [("法治夜校", "普法夜校")]),
        ("县执法协调小组开会3次。县司法协调小组开会6次。", []),
        ("建成公共法律服务站36个。公共法律服务站接待12人。", []),
        ("“护企清风”行动检查3家。“清风护企”行动检查6家。", [("护企清风", "清风护企")]),
        ("设便民服务大厅和便民服务中心。", []),
        ("政务服务中心办件12件。政务服务大厅增设窗口3个。", []),
        ("县普法工作领导小组开会。市普法领导小组开会。", []),
        ("公布行政许可事项清单。公布行政处罚事项清单。", []),
        ("普法联络员走访36次。由普法联系员宣讲12场。", [("普法联络员", "普法联系员")]),
        ("纠纷调处化解中心受理3件。依托纠纷化解调处中心办结6件。", [("纠纷调处化解中心", "纠纷化解调处中心")]),
        ("防范传销专班约谈3人。打击传销专班抓获6人。", [("防范传销专班", "打击传销专班")]),
        ("专职网格长36名。专职网格组长上报12件。", [("专职网格长", "专职网格组长")]),
        ("百姓宣讲队走访36户。百姓宣讲团培训12人。", [("百姓宣讲队", "百姓宣讲团")]),
        ("“百名律师进百村”活动。“百名律师入百村”活动。", [("百名律师进百村", "百名律师入百村")]),
        ("纠纷人民调解委员会调解3件。纠纷调解委员会回访6件。", []),
        (
            "医疗纠纷人民调解委员会调解3件。医疗纠纷调解委员会回访6件。",
            [("医疗纠纷人民调解委员会", "医疗纠纷调解委员会")],
        ),
        ("“综合查一次”检查3家。“联合查一次”检查6家。", [("综合查一次", "联合查一次")]),
        ("县法治政府建设工作领导小组开会。镇法治建设工作领导小组开会。", []),
        ("桥头街道法律援助中心受理3件。桥头街道建成法律援助中心。", []),
        ("便民服务大厅增设窗口3个。便民服务大厅设窗口6个。", []),
        ("听证会3次。重大决策听证会2次。重大决策论证会3次。", []),
        ("市场综合执法大队检查36家。农业综合执法队检查12家。", []),
        ("白石村调解室受理3件。白云村调解室受理6件。", []),
        ("老张调解室受理3件。老王调解室受理6件。", []),
        ("青岚县纠纷调处中心受理3件。云渚县纠纷调解中心受理6件。", []),
        ("专家咨询会、专业咨询会召开3次。", []),
        ("建立府院联席会议。院府联席会议议事3次。", [("府院联席会议", "院府联席会议")]),
        ("发放涉企检查告知单6份，凭涉企检查通知单入企。", [("涉企检查告知单", "涉企检查通知单")]),
        ("制定联防站名录3份，印发联防站清单6份。", []),
        ("建成护林联防站3处，护林联防哨报警6次。", [("护林联防站", "护林联防哨")]),
        ("建成护林联防站3处，新建护林联防哨6处。", []),
        ("“宅改议事厅”议事3次。“宅改会商厅”议事6次。", [("宅改议事厅", "宅改会商厅")]),
        ("“一网通办”3项。“一网统管”6项。", []),
    ],
)
def test_variants(words: str, found: list[tuple[str, str]]) -> None:
    assert [(pair.one.words, pair.other.words) for pair in find_variants(report(words))] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("开发监督平台1套，上述系统预警6次。", ["上述系统"]),
        ("开发监督平台1套、监测系统1套，上述系统预警6次。", []),
        ("检查中心6家，该公司整改。", []),
    ],
)
def test_what_is_taken_up_under_another_name(words: str, found: list[str]) -> None:
    assert [pair.other.words for pair in taken_up(report(words))] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("到柳溪村督办。柳西村整改3处。", [("柳溪村", "柳西村")]),
        ("到柳溪村督办。柳湾村整改3处。", []),
        ("整治农村自建房，各街镇自查，6个街镇整改。", []),
    ],
)
def test_twin_places(words: str, found: list[tuple[str, str]]) -> None:
    assert [(pair.one.words, pair.other.words) for pair in twin_places(report(words))] == found
