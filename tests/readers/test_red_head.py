"""Official documents (GB/T 9704—2012) in every form: of red head, notes, enclosures and imprint nothing is the report."""

from __future__ import annotations

import pytest
from test_readers import FORMS

from reportlint.report import read

TITLE = "青岚县人民政府关于2025年法治政府建设情况的报告"
BODY = (
    "2025年，青岚县深入学习贯彻习近平法治思想，认真落实法治政府建设各项部署，扎实推进依法行政，现将有关情况报告如下。",
    "一、推进法治政府建设的主要举措和成效",
    "组织开展行政执法案卷评查，全年抽查执法案卷120卷，合格率98.3%，对发现的问题逐项督促整改，办结率100%。",
    "二、存在的不足和原因",
    "抽查120件中有14件缺少现场影像，主要原因是执法人员培训不够。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "县政府主要负责人主持召开常务会议4次，听取法治建设汇报，协调解决执法经费、人员、装备等方面的问题3个。",
    "四、2026年工作安排",
    "6月底前，由县司法局对乡镇执法人员轮训一遍。",
)
HEADS = {
    "full": f"000001\n机密★1年\n特急\n青岚县人民政府文件\n青政发〔2026〕3号　　签发人：何某某\n{TITLE}\n市人民政府：",
    "lines": "份号：000012\n青 岚 县 人 民 政 府\n青政〔2026〕12号\n签发人：何某某\n　　　　张某某\n青岚县人民政府\n关于2025年法治政府建设情况的报告\n市政府：",
    "enclosed": f"附件\n{TITLE}\n（2026年1月20日）",
    "sent": "青岚县人民政府办公室文件\n青政办发〔2026〕8号\n青岚县人民政府办公室关于印发《青岚县人民政府关于2025年法治政府建设情况的报告》的通知"
    f"\n各乡镇人民政府：\n现将报告印发给你们，请认真贯彻落实。\n青岚县人民政府办公室\n2026年1月20日\n{TITLE}",
    "label": f"发文稿纸\n拟稿单位：县司法局\n文件标题：{TITLE}\n{TITLE}",
}
TAILS = {
    "full": "附件：1.行政执法情况统计表\n　　　2.行政复议情况统计表\n青岚县人民政府\n2026年1月20日\n（此件公开发布）\n附件1\n行政执法情况统计表"
    "\n一、填表说明\n统计口径为全年办结案件，共计1,236件。\n抄送：市委依法治市办，市司法局。\n青岚县人民政府办公室　　2026年1月20日印发",
    "goes on": "青岚县人民政府\n二〇二六年一月二十日\n抄送：县委各部门，县人民武装部。\n　　　县政协办公室，县法院，县检察院。\n青岚县人民政府办公室\n2026年1月20日印发",
    "bulletin": "报：市委依法治市办。\n送：各成员单位。\n发：各乡镇人民政府。\n责任编辑：何某某　　（共印60份）",
    "labels": "主 题 词：法治　报告\n抄　送：市司法局。\n印发机关：县政府办公室　　印发日期：2026年1月20日\n校对：何某某　　份数：60份",
    "named": "附件：1.行政执法统计表\n2.行政复议统计表\n附件1：行政执法统计表\n单位：件\n附件2：行政复议统计表\n一、说明\n全年受理63件，审结61件。",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("head", "tail"), [*zip(HEADS, TAILS, strict=True)])
def test_what_of_a_document_is_the_report(head: str, tail: str, form: str) -> None:
    text = "\n".join((HEADS[head], *BODY, TAILS[tail])) + "\n"
    report = read(FORMS[form](text), f"draft.{form}")
    title = report.outline.title
    assert title and ("".join(title.text.split()), title.issuer, title.year) == (TITLE, "青岚县人民政府", 2025)
    assert [report.words(heading.span) for heading in report.outline.headings] == [*BODY[1::2]]
    assert ["".join(report.words(span).split()) for span in report.outline.root.all_paragraphs()] == [*BODY[::2]]
