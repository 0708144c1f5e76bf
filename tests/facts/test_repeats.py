"""One quantity told in two places, and quantities of other bodies, periods and kinds in the same words."""

from __future__ import annotations

import pytest

from reportlint.facts.relations import relations
from reportlint.report import read


def repeated(words: str) -> list[str]:
    report = read(f"一、主要举措和成效\n{words}".encode(), "draft.txt")
    return [found.computed for found in relations(report) if found.kind == "repeat"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("全年办理行政复议案件92件。全年共办理行政复议案件97件。", ["92≠97"]),
        ("聘请法律顾问11名。聘请的13名法律顾问审查合同36份。", ["11≠13"]),
        ("全县选聘行政执法监督员36名。全县36名行政执法监督员均持证。", ["36=36"]),
        ("建成村级网格调度室64个。67个村级网格调度室全部配备专人。", ["64≠67"]),
        ("组织“护苗行动”执法检查62次。部署“护苗行动”，全年检查26次。", ["62≠26"]),
        ("行政机关负责人出庭应诉率96.4%。行政机关负责人出庭应诉率达94.6%。", ["96.4≠94.6"]),
    ],
)
def test_told_again(words: str, told: list[str]) -> None:
    assert repeated(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "上半年办理行政复议案件92件。下半年办理行政复议案件97件。",
        "东岸镇选聘行政执法监督员36名。西岸镇选聘行政执法监督员39名。",
        "线上办理法律援助案件36件。线下办理法律援助案件38件。",
        "东岸片区工作扎实。开展涉企行政检查134次。西岸片区工作扎实。开展涉企行政检查143次。",
        "建成村级网格调度室64个。60个村级网格调度室被评为优秀。",
        "审查重大合同，出具法律意见书19份。审查招商协议，出具法律意见书20份。",
        "组织专题法治讲座12场。组织专题法治讲座14场。",
        "召开会议12次。召开会议14次。",
    ],
)
def test_another_quantity(words: str) -> None:
    assert repeated(words) == []


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("办理法律援助案件120件", "法律援助中心共办理法律援助案件126件", [False]),
        ("办理法律援助案件120件", "法律援助中心共办理法律援助案件120件", [True]),
        ("查处违法建设案件86起", "违法建设专项治理收到线索120起，查处91起", [False]),
        ("东岸镇评查行政处罚案卷36卷", "西岸镇评查行政处罚案卷45卷", []),
        ("2023年调解婚姻家庭纠纷36件", "2024年调解婚姻家庭纠纷45件", []),
        ("印发《甲规程》，设置流程节点6个", "印发《乙规程》，设置流程节点9个", []),
        ("受理信访事项312件、网上投诉86件", "全年受理网上投诉96件", [False]),
        ("聘请特邀执法监督员24名", "特邀执法监督员仅有21名", [False]),
        ("一年来，化解矛盾纠纷360件", "村里化解矛盾纠纷304件，镇里化解矛盾纠纷56件", []),
        ("县卫生健康局查处无证行医36起", "县卫健局全年查处无证行医39起", [False]),
        ("县局查处无证行医36起", "春节期间查处无证行医39起", []),
        ("新增法律服务室26个", "新设法律服务室28个", [False]),
        ("新增法律服务室26个", "法律服务室达到28个", []),
        ("聘请公职律师68名", "主要原因是公职律师只有2名", []),
        ("组织旁听庭审6场", "领导干部旁听庭审4场", []),
        ("纠纷调解成功率95.2%", "线上纠纷调解成功率98.6%", []),
        ("累计建成社区养老服务站39个", "全县36个社区养老服务站配备专人", [False]),
        ("开展应急演练26次", "督促各部门开展演练，全县共组织应急演练62次", [False]),
        ("化解信访积案5件", "镇长包案化解信访积案3件", []),
    ],
)
def test_told_twice(one: str, other: str, verdict: list[bool]) -> None:
    text = f"一、主要举措和成效\n（一）执法。{one}。\n（二）服务。{other}。"
    found = relations(read(text.encode(), "draft.txt"))
    assert [relation.holds for relation in found if relation.kind == "repeat"] == verdict
