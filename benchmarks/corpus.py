"""Generated reports to measure with: every word is made up here, so a corpus can be written anywhere and shown to anybody.

A sentence is a form with words and figures put in. The figures of one sentence come from one table and so agree; some
reports get sentences that are wrong on purpose, or lack a part, because a linter has more to do where it finds something.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_FAULTY = 0.3
"""Share of the reports with faults."""
_SHARES = {"measures": 0.72, "shortcomings": 0.09, "responsibility": 0.08, "plan": 0.11}
"""How much of a report each part takes."""

_FIRST, _SECOND = "霁澹砚鹭榆棠蘅岫沅榛筠泠", "汀坞畈漪埠洄屿陂渚麓"
_NUMERALS = "一二三四五六七八九"

_THEMES = {
    "压实法治建设责任": "法治督察问题 述法点评意见 年度重点任务 专题学习安排 督察整改事项 工作要点任务 会议议定事项 考核扣分事项",
    "优化法治化营商环境": "企业开办申请 涉企诉求 许可延续申请 中介服务投诉 招标投标异议 惠企资金申请 证照变更申请 账款清欠线索",
    "健全依法行政制度体系": "规范性文件草案 政府合同 政策措施审查件 文件清理建议 备案审查件 立项建议 解读材料 公平竞争审查件",
    "推进科学民主依法决策": "决策草案意见 听证代表意见 专家论证意见 风险评估事项 决策后评估建议 合法性审查件 公众建议 法律顾问意见",
    "严格规范公正文明执法": "行政处罚案件 行政检查事项 法制审核件 案卷评查问题 执法监督线索 行政强制案件 移送线索 轻微违法案件",
    "依法预防处置突发事件": "安全隐患 应急预案修订件 预警信息 物资调配申请 救助申请 演练任务 值守报告 征用补偿申请",
    "有效化解矛盾纠纷": "行政复议申请 行政应诉案件 调解申请 初次来信 劳动争议 邻里纠纷 仲裁申请 法律援助申请",
    "强化行政权力制约监督": "代表建议 委员提案 信息公开申请 审计问题 司法建议 检察建议 热线诉求 巡查反馈问题",
    "建设数字法治政府": "数据归集任务 网办事项 系统改造任务 电子证照申请 终端配备申请 数据共享申请 超期预警 线上咨询",
}
"""Heading of a section of the first part: the matters it tells of."""

_FIELDS = "食品 药品 运输 消防 燃气 供水 养老 用工 物业 教育 林业 渔业 餐饮 旅游 环保 粮食 房产 文化".split()
_AGENTS = "司法局 市场监督管理局 综合行政执法局 应急管理局 民政局 农业农村局 交通运输局 教育局 水利局 住房和城乡建设局 卫生健康局 数据局".split()
_PLACES = "政务服务中心 调解中心 执法指挥中心 法律援助中心 便民服务点 企业服务专窗 复议接待室 培训基地 公共法律服务站 应急物资库".split()
_PEOPLE = "执法人员 公职律师 人民调解员 法律明白人 网格员 特约监督员 审核人员 新录用人员 基层干部 企业法务人员".split()
_ACTS = "专题培训 案卷评查 联合检查 现场督导 模拟法庭 应急演练 集中宣讲 座谈走访 交叉互评 业务比武".split()
_PAPERS = "办理规程 审核清单 工作指引 裁量基准 会商办法 回访制度 移送流程 评估细则 责任清单 培训大纲".split()
_MEANS = "按季度通报进度 逐件登记编号 由专人对接办理 实行首问负责 会同有关部门会商 在门户网站公布结果 建立工作台账 开展随机回访".split()
_ENDS = "结果纳入年度考核 意见逐条答复 材料统一归档 办理情况定期公开 文书样式全部统一 责任落实到岗位 问题当场交办 流程图上墙公示".split()

_TOLD = """
{agent}受理{matter}{total}件，办结{done}件，办结率{rate}%
{town}全年收到{matter}{total}件，年底前办结{done}件，{ends}
{town}登记{matter}{total}件，{means}，年底前办结{done}件
{matter}由上年的{before}件增加到{after}件，增长{growth}%
{matter}由上年的{after}件减少到{before}件，{ends}
{town}受理{matter}{total}件，其中线上{done}件、线下{rest}件
{agent}会同{town}办理{matter}{total}件，{means}，{ends}
{agent}逐一复核{matter}{total}件，退回补正{rest}件，{means}
{agent}组织{act}{few}次，{town}的{people}参加{total}人次
{agent}为{people}举办{act}{few}期，培训{total}人，其中{town}参训{rest}人
{town}建成{place}{few}处，接待群众{total}人次，受理{matter}{rest}件
在{town}试行{paper}，{means}，涉及{matter}{total}件
{agent}修订{paper}{few}项，{ends}，覆盖{total}名{people}
{month}月起，{agent}对{matter}{means}，累计办理{total}件
{month}月，{agent}在{town}开展{act}，发现问题{total}个，整改{done}个，整改率{rate}%
向{town}选派{people}{few}名驻点，指导办理{matter}{total}件
{town}{place}全年开放{days}天，解答咨询{total}人次，{ends}
制定{paper}，明确{few}个环节的办理时限，{means}
抽查{matter}{total}件，合格{done}件，合格率{rate}%
{agent}印发{paper}{total}份，发放到{few}个镇（街道）和{rest}个村（社区）
{matter}的平均办理时限由{long}个工作日压缩到{short}个工作日，{means}
{town}聘请{people}{few}名，参与办理{matter}{total}件，{ends}
{town}投入{total}万元改造{place}，其中设备{done}万元、软件{rest}万元
{agent}的{act}覆盖{few}个镇（街道），{total}名{people}参加测试，{done}人合格，合格率{rate}%
"""
_LACKING = """
{town}承接事项能力不足，{total}件{matter}中有{rest}件超过内部时限。主要原因是{people}只有{few}名，没有安排{act}
{matter}办理质量不高，抽查{total}件，不合格{rest}件。原因在于{paper}没有修订，审核以形式为主
{place}使用率偏低，全年办理{matter}{rest}件。主要原因是开放时间与群众办事时间错开，{people}没有固定排班
{agent}对{matter}的后续跟踪不够，{rest}件没有回访记录。原因是{paper}没有写明回访的责任人
"""
_LED = """
{head}亲自部署重要工作，主持召开会议{few}次，听取{matter}办理情况汇报，研究解决问题{rest}个
{head}亲自督办重要任务，到{town}现场督办{matter}，当场交办问题{few}个，年底前全部办结
{head}亲自过问重大问题，审定{paper}{few}项，对{matter}作出批示{few}次
{head}亲自协调重点环节，落实经费{total}万元，用于{place}建设和{people}培训
{head}出庭应诉{few}次，约谈{agent}负责人，促其履行生效裁判，督促整改{matter}{rest}件
"""
_PLANNED = """
{month}月底前修订{paper}{few}项，{means}，{matter}办结率达到{rate}%以上
{half}月底前在{town}建成{place}{few}处，配备{people}{few}名
全年组织{act}{few}次，{town}的{people}全部参加，人均学习不少于{few}天
{month}月底前对{matter}逐件复查，{half}月底前公布结果
"""
_WRONG = """
{agent}受理{matter}{total}件，办结{done}件，办结率{wrong}%
受理{matter}{total}件，其中线上{done}件、线下{before}件
{matter}由上年的{before}件增加到{after}件，增长{wrong}%
{matter}办理质量显著提升，群众满意度大幅提高
{month}月31日前后，{agent}开展开展{act}若干次
{agent}办理{matter}一批,{ends}
目前，{town}已建成{place}多处，{means}。。{ends}
{agent}在2月30日组织{act}，{people}参加
今年，{agent}对{matter}进行进行复核，{ends}
{agent}办结{matter}{after}件，占受理总数{before}件的大部份
"""

_Fill = Callable[[str], str]


def _lines(block: str) -> list[str]:
    return block.split("\n")[1:-1]


def generate(count: int, characters: int, seed: int) -> list[str]:
    """``count`` reports of about ``characters`` characters each (1,000 or more); the same for the same seed."""
    # Strings, unlike tuples, seed alike in every process and every Python
    return [_report(random.Random(f"{seed} {number}"), characters) for number in range(count)]


def _matters(theme: str) -> list[str]:
    """What a section tells of: each matter in each field, so that two sentences seldom tell of the same one."""
    return [f"{field}领域{matter}" for field in _FIELDS for matter in _THEMES[theme].split()]


class _Deck:
    """Items drawn in random order; none comes again before all have come, as a report seldom says a thing twice."""

    def __init__(self, rng: random.Random, items: list[str]) -> None:
        self._rng, self._items = rng, items
        self._left: list[str] = []

    def draw(self) -> str:
        if not self._left:
            self._left = self._rng.sample(self._items, len(self._items))
        return self._left.pop()


def _figures(rng: random.Random) -> dict[str, str]:
    """Figures that agree with one another: done + rest = total, rate = done / total, after = before + growth."""
    total, before = rng.randint(60, 980), rng.randint(40, 300)
    rest = rng.randint(1, total // 8)
    after = before + rng.randint(3, before)
    long = rng.randint(10, 20)
    rate = (total - rest) / total * 100
    exact = {
        "total": total,
        "done": total - rest,
        "rest": rest,
        "before": before,
        "after": after,
        "few": rng.randint(2, 9),
        "month": rng.randint(1, 12),
        "half": rng.randint(6, 12),
        "days": rng.randint(220, 365),
        "long": long,
        "short": rng.randint(3, long - 2),
    }
    shares = {"rate": rate, "growth": (after - before) / before * 100, "wrong": rate - rng.randint(9, 30)}
    return {name: str(value) for name, value in exact.items()} | {
        name: f"{value:.1f}" for name, value in shares.items()
    }


def _filler(rng: random.Random, words: Mapping[str, list[str]]) -> _Fill:
    """What puts words and figures into a form."""
    decks = {name: _Deck(rng, items) for name, items in words.items()}

    def fill(form: str) -> str:
        drawn = {name: deck.draw() for name, deck in decks.items() if f"{{{name}}}" in form}
        return form.format(**_figures(rng), **drawn)

    return fill


def _report(rng: random.Random, characters: int) -> str:
    year = rng.randint(2022, 2024)
    area = rng.choice("区县市")
    place = rng.choice(_FIRST) + rng.choice(_SECOND) + area
    towns = [first + second + kind for first in _FIRST for second in _SECOND for kind in ("镇", "街道")]
    shared = {
        "town": rng.sample(towns, 40),
        "agent": [area + agent for agent in _AGENTS],
        "place": _PLACES,
        "people": _PEOPLE,
        "act": _ACTS,
        "paper": _PAPERS,
        "means": _MEANS,
        "ends": _ENDS,
        "head": [f"{area}长", f"{area}委书记"],
    }
    themes = rng.sample(list(_THEMES), max(2, min(len(_THEMES), characters // 700)))
    faulty = rng.random() < _FAULTY
    title = f"{place}人民政府{year}年度法治政府建设情况报告"
    lead = f"{year}年，{place}人民政府围绕全面依法治国的部署推进法治政府建设。现将有关情况报告如下："
    rest = characters - len(title) - len(lead)
    budget = {part: int(rest * share) for part, share in _SHARES.items()}
    all_matters = [matter for theme in themes for matter in _matters(theme)]
    fill = _filler(rng, shared | {"matter": all_matters})
    parts = [
        ("主要举措和成效", list(_measures(rng, shared, themes, budget["measures"], faulty))),
        ("存在的不足和原因", list(_items(rng, fill, _LACKING, budget["shortcomings"], "{}是"))),
        (
            "党政主要负责人履行推进法治建设第一责任人职责情况",
            list(_items(rng, fill, _LED, budget["responsibility"], "")),
        ),
        (f"{year + 1}年推进法治政府建设的主要安排", list(_items(rng, fill, _PLANNED, budget["plan"], "（{}）"))),
    ]
    if faulty and rng.random() < 0.3:  # what the whole linter is for: a part that is not there, or not in its place
        moved = parts.pop(rng.randrange(1, 4))
        parts += [moved] if rng.random() < 0.5 else []
    body = [line for at, (heading, lines) in enumerate(parts) for line in (f"{_NUMERALS[at]}、{heading}", *lines)]
    return "\n".join([title, "", *(f"　　{line}" for line in (lead, *body)), ""])


def _measures(
    rng: random.Random, words: Mapping[str, list[str]], themes: list[str], characters: int, faulty: bool
) -> Iterator[str]:
    forms = _Deck(rng, _lines(_TOLD))
    wrong = _Deck(rng, _lines(_WRONG))
    faults = 0.1 if faulty else 0.0
    for at, theme in enumerate(themes):
        fill = _filler(rng, {**words, "matter": _matters(theme)})
        text = f"（{_NUMERALS[at]}）{theme}。"
        left = characters // len(themes) - len(text)
        while True:
            sentence = fill((wrong if rng.random() < faults else forms).draw()) + "。"
            text, left = text + sentence, left - len(sentence)
            if left < len(sentence) // 2:
                break
            if len(text) > 500:  # a paragraph of a usual length
                yield text
                text = ""
        yield text


def _items(rng: random.Random, fill: _Fill, forms: str, characters: int, marker: str) -> Iterator[str]:
    """Paragraphs of one sentence or, in long reports, of several; nine at most, for so far the numerals go."""
    deck = _Deck(rng, _lines(forms))
    size = max(60, characters // len(_NUMERALS))
    for numeral in _NUMERALS:
        text = marker.format(numeral) + fill(deck.draw()) + "。"
        while len(text) < min(size, characters) - 30:
            text += fill(deck.draw()) + "。"
        characters -= len(text)
        yield text
        if characters < 40:
            return


def write(folder: Path, texts: list[str], suffixes: tuple[str, ...] = (".txt",)) -> None:
    """Write the texts as 0000.txt, 0001.txt, …; for each suffix once, since some tools take Markdown only."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        for suffix in suffixes:
            (folder / f"{number:04}{suffix}").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write generated reports into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=7500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--markdown", action="store_true", help="as .md, not .txt")
    asked = parser.parse_args()
    texts_asked = generate(asked.count, asked.characters, asked.seed)
    write(asked.folder, texts_asked, (".md" if asked.markdown else ".txt",))
