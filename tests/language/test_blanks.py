"""Blanks that are too many: which they are, and which of them whatever was meant."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.quotes import mask_quotes
from reportlint.language.slips.blanks import find_blanks


@pytest.mark.parametrize(
    ("text", "surely", "perhaps"),
    [
        ("办理案件 36 件 。 其中 30 件，回访6户。", 6, 0),
        ("满意率98 %，保持在95%以 上。", 2, 0),
        ("2024年 6月 3日， 召开会议。", 3, 0),
        ("完善 的制度 和规定，宣传 法律。", 2, 1),
        ("表彰张三 李四 王五等36人。", 0, 2),
        ("办结36件 2024年办结40件。", 0, 1),
        ("接听12345 热线， “ 桥头说法 ”活动36场。", 1, 3),
        ("项目 数量 备注", 0, 0),
        ("中共青岚县委 青岚县人民政府联合印发。", 0, 0),
        ("调解员陈 宁、吴 芳等36人。", 0, 0),
        ("发布“助力发展 优化服务”问答36条。", 0, 0),
        ("1.1 健全制度，见附表 1。", 0, 0),
        ("培训12人。 （二）检查36次。　　回访6户。", 0, 0),
        ("使用ISO 9001 标准、APP 3.0 版36项。", 0, 0),
    ],
)
def test_blanks(text: str, surely: int, perhaps: int) -> None:
    found = list(find_blanks(text, mask_quotes(text), Span(0, len(text))))
    assert [sum(blank.surely for blank in found), sum(not blank.surely for blank in found)] == [surely, perhaps]
    assert all(text[slice(*blank.span)].strip() == "" for blank in found)
