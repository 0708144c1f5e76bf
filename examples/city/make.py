"""Makes a city's reports for one spring, all invented, with what a survey has to find planted in them.

    python examples/city/make.py FOLDER
    reportlint survey FOLDER/2024 --roster FOLDER/roster.yaml --previous FOLDER/2023 -o city.xlsx

The same text comes out each time. What was planted is PLANTED, below.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CITY, YEAR = "云川市", 2024
MATTERS = {
    "教育局": "校外培训机构 学区划分 食堂承包 校车运营 民办园年检 招生录取 教师资格注册 校服采购",
    "公安局": "网约房登记 烟花爆竹运输 执法记录仪使用 办案区管理 出租屋登记 电动车上牌 涉案财物保管 大型活动许可",
    "民政局": "养老机构备案 社会团体年检 殡葬用品市场 地名标志 慈善募捐 低保核查 婚姻登记服务 村务公开",
    "司法局": "公证收费 律师事务所年检 司法鉴定机构 社区矫正对象 人民调解员选聘 规范性文件清理 行政执法证件 仲裁推广",
    "财政局": "政府采购代理机构 会计师事务所 非税收入票据 惠民补贴发放 国有资产处置 预算绩效评价 代理记账许可 专项债券使用",
    "人力资源和社会保障局": "农民工工资支付 劳务派遣许可 技能培训补贴 社保稽核 用工登记 职业介绍机构 工伤认定 集体合同审查",
    "自然资源和规划局": "耕地占用 矿山修复 规划公示 不动产登记 临时用地 测绘资质 违法用地整治 地质灾害排查",
    "生态环境局": "排污许可 机动车尾气 入河排口 危险废物转移 扬尘污染 噪声投诉 自动监测设备 畜禽养殖污染",
    "住房和城乡建设局": "物业服务合同 房屋预售资金 燃气经营许可 深基坑施工 房屋租赁备案 建筑工地欠薪 城市更新项目 消防设计审查",
    "交通运输局": "网约车经营 货车超限 驾校培训 公交线路 港口岸线 道路养护招标 客运站安检 维修企业备案",
    "水利局": "河道采砂 取水许可 水库大坝 水土保持 节水载体 水利工程招标 饮用水源保护 灌区水费",
    "农业农村局": "农药经营 兽药抽检 宅基地审批 种子市场 渔船检验 土地流转合同 屠宰检疫 农机驾驶证",
    "商务局": "成品油零售 单用途预付卡 二手车交易 再生资源回收 拍卖企业 家政服务 汽车销售 酒类流通",
    "文化和旅游局": "旅行社投诉 文物保护单位 网吧接纳未成年人 演出许可 导游执业 歌舞娱乐场所 古建修缮 景区门票",
    "卫生健康委员会": "医疗美容机构 公共场所卫生 职业病防治 疫苗接种点 血液采集 托育机构 放射诊疗 餐具集中消毒",
    "应急管理局": "危险化学品储存 涉氨制冷 有限空间作业 加油站检查 烟花零售点 工贸企业粉尘 应急演练 安全培训机构",
    "审计局": "经济责任审计 政府投资审计 专项资金审计 审计整改 内部审计指导 国有企业审计 自然资源资产审计 审计公告",
    "市场监督管理局": "电梯维保 食品小作坊 计量器具 价格欺诈 商标侵权 直播带货 特种设备作业 药品零售",
    "统计局": "统计造假 经济普查 统计执法证 企业联网直报 劳动工资调查 数据发布 统计信用 入户调查",
    "城市管理局": "占道经营 户外广告 渣土运输 违法建设 垃圾分类 共享单车 油烟扰民 市政井盖",
    "医疗保障局": "定点药店 住院费用结算 医保基金使用 异地就医备案 药品集中采购 生育津贴 长期护理 医保处方",
    "林业局": "林木采伐 野生动物养殖 古树名木 松材线虫 林地占用 森林防火 湿地修复 木材经营",
}
TOWNS = {
    "松坪镇": "山场确权 茶园用水 古道修缮", "槐汀镇": "渡口安全 沙场退出 藕塘灌溉", "苇渚镇": "芦苇收割 鱼塘尾水 圩堤巡查",
    "望舒街道": "群租房整治 楼道飞线 菜场改造", "石渠乡": "饮水管网 采石复绿 牧道维护", "白茅乡": "竹材运输 梯田撂荒 民宿登记",
    "沅清镇": "柑橘交易 码头装卸 河湾清淤", "梧桐街道": "老旧电梯 小区停车 宠物管理", "长汀镇": "盐田承包 海塘加固 养殖退塘",
    "南浦街道": "夜市摊位 快递驿站 广场噪声", "鹿鸣乡": "药材种植 溪鱼保护 校舍维修", "星桥镇": "花炮禁放 桥梁限高 集市迁移",
}  # fmt: skip
COUNTIES = {"青岚县": "茶叶质量 矿区搬迁 山洪预警 乡道养护 校网调整 农房抗震", "云渚县": "湖区禁捕 湿地补偿 水产加工 岛屿供电 航道疏浚 候鸟保护", "霁川区": "旧厂改造 地铁征收 夜间经济 楼宇招商 社区食堂 河涌治理", "禾川县": "粮食收储 高标准农田 秸秆还田 烘干设施 农机合作社 圩镇改造"}  # fmt: skip
CITY_MATTERS = "机构编制评估 民生实事票决 重点项目代办 跨县水权交易 公共数据开放 营商环境评价"

FORMS = [
    "围绕{a}开展检查{n}次，发现问题{m}个，已经全部整改",
    "受理{a}方面的投诉{n}件，办结{n}件",
    "就{a}约谈经营者{m}家，立案{k}件",
    "制定{a}工作指引{k}份，培训{n}人次",
    "把{a}列入年度抽查计划，抽查{n}户次，公示结果{n}条",
    "通过听证确定{a}的办法，{m}名代表到会",
    "对{a}的审批由{m}个工作日压减为{k}个工作日，办理{n}件",
    "联合邻市查办{a}方面的案件{k}件，移送线索{m}条",
]
HEADS = ["（一）{a}，规范在前", "（二）{a}，便民为本", "（三）{a}，执法有据", "（四）{a}，纠纷早了"]
FAULTS = [
    "{a}的监管人手不足，{k}个辖区没有专人，主要原因是编制没有随任务增加",
    "{a}的制度还不健全，仍按{m}年前的规程办理，原因是修订启动晚",
]
PLANS = ["6月底前为{a}配齐专管人员{k}名", "9月底前修订{a}工作规程{k}件"]
TEMPLATE = "深入学习贯彻习近平法治思想，把学习宣传列入党组（党委）理论学习中心组年度计划和干部教育培训计划，组织领导干部旁听庭审、参加法治讲座，全年开展集体学习{n}次，参加{m}场次，人员覆盖各内设机构和下属单位，并将学习情况纳入年度考核内容。"  # fmt: skip
COPIED = [
    "我{level}把矛盾纠纷化解在萌芽状态，建立网格员每日走访、司法所每周研判、领导每月包案的做法，排查茶山、祠堂、沟渠等纠纷{n}件，调解成功{n}件，其中领导包案化解多年积案{k}件，做到小事不出村、大事不出{level}。",
    "我{level}推行“院坝说事”制度，由村民提出议题、村干部解答、法律顾问把关，全年说事{n}场，形成会议记录{n}份，督促解决路灯损坏、垃圾清运、道路硬化等事项{m}件，答复率达到100%。",
]

LAST_YEAR = "针对理发店、健身房、洗车行卷款跑路的老问题，逐店核对预收余额，督促发卡经营者把资金存进专用账户，并在门店张贴退卡流程和投诉电话，收回不愿退款的营业牌匾6块。"

PLANTED: dict[str, Any] = {
    "missing": ["云川市审计局", "云川市统计局", "青岚县鹿鸣乡人民政府"],
    "late": ["云川市水利局", "云川市青岚县人民政府"],
    "copied": [("青岚县松坪镇人民政府", "青岚县槐汀镇人民政府")],
    "copied_last_year": ["云川市商务局"],
    "contradicting": ("云川市人民政府", "云川市司法局"),
    "other_year": ["云川市林业局"],
    "doubled": "云川市教育局",
    "unknown": "云川市烟草专卖局",
    "without_head": "青岚县白茅乡人民政府",
    "unread": "broken.docx",
}


class Office:
    """One office: its full name, what its title calls it, its kind, what it deals with."""

    def __init__(self, name: str, kind: str, matters: str, called: str = "") -> None:
        self.name, self.kind, self.matters = name, kind, matters.split()
        self.called = called or name


def offices() -> Iterator[Office]:
    """All that must report."""
    yield Office(f"{CITY}人民政府", "政府", CITY_MATTERS)
    for county, matters in COUNTIES.items():
        yield Office(f"{CITY}{county}人民政府", "政府", matters)
    for name, matters in MATTERS.items():
        called = f"{CITY}住建局" if name == "住房和城乡建设局" else ""
        yield Office(f"{CITY}{name}", "部门", matters, called)
    for town, matters in TOWNS.items():
        body = "办事处" if town.endswith("街道") else "人民政府"
        yield Office(f"青岚县{town}{body}", "乡镇", f"{matters} {'村规民约' if body == '人民政府' else '居民公约'}修订")


def report(office: Office, rng: random.Random, year: int = YEAR) -> str:
    """One report, clean but for what is planted for this office."""

    def numbers() -> dict[str, int]:
        n = rng.randint(31, 260)
        return {"n": n, "m": rng.randint(5, 29), "k": rng.randint(2, 4)}

    def said(form: str, matter: str = "") -> str:
        return form.format(a=matter, **numbers())

    matters = office.matters[:]
    rng.shuffle(matters)
    order = rng.sample(FORMS, len(FORMS))
    forms = [order[at : at + 2] for at in range(0, len(order), 2)]  # each once: what is told twice must agree
    lines = [f"{office.called}{year}年度法治政府建设情况报告", "", "一、主要举措和成效", said(TEMPLATE)]
    for head, chosen, matter in zip(HEADS, forms, matters * 2, strict=False):
        others = [matter, *(other for other in matters if other != matter)][:2]
        lines += [head.format(a=matter), "；".join(map(said, chosen, others)) + "。"]
    level = "乡" if office.name.endswith("乡人民政府") else "镇"
    if office.name in PLANTED["copied"][0]:
        lines += ["（五）化解纠纷，服务群众", *(each.format(level=level, **numbers()) for each in COPIED)]
    if office.name in PLANTED["copied_last_year"]:
        lines += ["（五）预付消费，先管后办", LAST_YEAR]
    if office.name in PLANTED["contradicting"]:
        count = 186 if office.name == PLANTED["contradicting"][0] else 168
        lines += ["（五）行政复议，应收尽收", f"全市受理行政复议案件{count}件，按期审结率达到100%。"]
    lines += ["", "二、存在的不足和原因"]
    faults = FAULTS if year == YEAR else FAULTS[::-1]  # what stands as last year would be a copy
    lines += [
        f"{number}是{said(form, matter)}。" for number, form, matter in zip("一二", faults, matters, strict=False)
    ]
    lines += ["", "三、主要负责人履行推进法治建设第一责任人职责情况"] if office.name != PLANTED["without_head"] else []
    if office.name != PLANTED["without_head"]:
        head = {"政府": "政府主要负责人", "部门": "主要负责人", "乡镇": "政府主要负责人"}[office.kind]
        lines.append(f"{head}主持研究{matters[0]}议题{rng.randint(3, 9)}次，对{matters[0]}亲自部署，对{matters[1]}亲自过问，亲自协调难题{rng.randint(2, 5)}个，亲自督办案件{rng.randint(2, 6)}件。")  # fmt: skip
    lines += ["", f"四、{year + 1}年主要安排"]
    lines += [f"{number}是{said(form, matter)}。" for number, form, matter in zip("一二", PLANS, matters, strict=False)]
    late = office.name in PLANTED["late"]
    day = f"{year + 1}年{4 if late else rng.choice((1, 2, 3))}月{rng.randint(9, 28)}日"
    return "\n".join([*lines, "", office.called, day, ""])


def write(folder: Path) -> None:
    """The city in a folder: 2024/, 2023/ and roster.yaml."""
    rng = random.Random(YEAR)
    now, before = folder / str(YEAR), folder / str(YEAR - 1)
    for each in (now, before):
        each.mkdir(parents=True, exist_ok=True)
    roster = []
    for office in offices():
        roster.append(f"- {{name: {office.name}, kind: {office.kind}, district: {'青岚县' if office.name.startswith('青岚') else '市本级'}}}\n")  # fmt: skip
        old = report(office, rng, YEAR - 1)
        text = report(office, rng, YEAR - 1 if office.name in PLANTED["other_year"] else YEAR)
        (before / f"{office.name}.txt").write_text(old, encoding="utf-8")
        if office.name not in PLANTED["missing"]:
            (now / f"{office.name}.txt").write_text(text, encoding="utf-8")
        if office.name == PLANTED["doubled"]:
            (now / f"{office.name}（修改）.txt").write_text(report(office, rng), encoding="utf-8")
    stranger = Office(PLANTED["unknown"], "部门", "卷烟零售许可 烟叶收购 涉烟案件 仓储安全")
    (now / f"{stranger.name}.txt").write_text(report(stranger, rng), encoding="utf-8")
    (now / "broken.docx").write_bytes(b"PK\3\4 no Word file")
    (folder / "roster.yaml").write_text("".join(roster), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python examples/city/make.py FOLDER")
    write(Path(sys.argv[1]))
