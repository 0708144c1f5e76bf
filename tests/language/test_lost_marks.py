"""Where a mark is lost before a clause of its own, and where what looks so goes on."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.lost_marks import find_lost_marks

LOST = [  # | stands where the mark is lost
    "备案文件36件|发放手册90份",
    "走访企业12次，备案文件36件|发放手册90份",
    "收到意见4批次|回访群众6户",
    "检查场所120家次|责令整改36家",
    "接待群众360人次|办理援助36件",
    "查处企业36家|约谈负责人6名",
    "代写文书36份|为行动不便老人上门服务12次",
    "培训人员360人次|向社会公布清单36项",
    "旁听庭审4次|各单位参加360人",
    "向公安机关移送线索12件|联合检察机关开展检查6次",
    "受理投诉360件|办结356件",
    "合法性审查36件|提出意见90条",
    "推进询问室规范化建设|全年组织培训6期",
    "提升镇街执法能力|6月底前完成评估",
    "加强信访投诉举报处理制度|落实首办责任12项",
]
GOES_ON = [
    "抽查的86次检查中有7次事后补录",
    "主要原因是26个执法单位中有8个不足",
    "镇政府为36户受灾村民发放补助12万元",
    "民政局向36户受灾村民发放补助12万元",
    "司法局对36家涉案企业回访12次",
    "检查组到36家停产企业走访12次",
    "收集意见45条，发放手册90份",
    "备案文件等36件发放手册90份",
    "备案文件12件发放的手册90份",
    "审批时限3个工作日压缩到2个",
    "安排干部12名学习法规36部",
    "依托活动12场发放手册90份",
    "根据线索12条开展检查36次",
    "对信访12件开展回访36次",
    "将手册12册发放社区90个",
    "帮助企业12家解决问题36个",
    "重点企业36家落实责任12项",
    "燃气整治对用户360户安装报警器390个",
    "遴选推荐3个候选地区和6个候选单位",
    "办理案件36件涉及金额320万元",
    "召开会议12次研究疑难问题36个",
    "走访企业36家检查对象中有12家",
    "收集方案、合同等36件提出意见12条",
    "剩余隐患12处列入2024年计划",
    "分36期培训园长120名",
    "公安分局36次询问答复24次",
    "有36个单位全年办案不足3件",
    "依照行政许可法第69条补办手续36宗",
    "依照行政许可法第69条全年补办手续36宗",
    "败诉案件只有3件形成分析报告36份",
    "调解案件仅3件形成协议",
    "执法检查人员全年巡查120次",
]


@pytest.mark.parametrize("text", LOST)
def test_lost(text: str) -> None:
    whole = text.replace("|", "")
    assert [mark.start for mark in find_lost_marks(whole, Span(0, len(whole)))] == [text.index("|")]


@pytest.mark.parametrize("text", GOES_ON)
def test_goes_on(text: str) -> None:
    assert list(find_lost_marks(text, Span(0, len(text)))) == []
