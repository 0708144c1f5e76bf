"""Names that are one sequence of words in another order, in other words, or with fewer of them."""

from __future__ import annotations

import pytest

from reportlint.facts.names.pairs.reworded_names import reworded_names


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (("领导小组", "县扬尘污染防治协调工作"), ("领导小组", "县防治扬尘污染"), False),
        (("制", "街长巷长"), ("制", "街巷长"), True),
        (("站", "设立外贸企业法律服务"), ("驿站", "企业法务"), True),
        (("明白人", "农村“法律"), ("明白人", "乡村普法"), True),
        (("清单", "应知应会党内法规和国家法律"), ("清单", "必知必会"), True),
        (("窗口", "农民工欠薪维权"), ("专窗", "农民工讨薪"), True),
    ],
)
def test_one_thing(one: tuple[str, str], other: tuple[str, str], near: bool) -> None:
    assert [pair.near for pair in reworded_names((one, other))] == [near]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("中心", "企业法律服务"), ("中心", "妇女儿童法律服务")),
        (("委员会", "行政复议"), ("委员会", "行政复议咨询")),
        (("制", "河湖长"), ("制", "林长")),
        (("团", "普法讲师"), ("小分队", "法治宣讲")),
        (("长", "县交通运输局副局"), ("长", "县运输交通局局")),
        (("制度", "民族区域自治的"), ("制度", "的民族区域自治")),
        (("活动", "从事违纪违法"), ("活动", "从事违法违纪")),
        (("清单", "行政处罚事项"), ("清单", "行政强制事项")),
    ],
)
def test_two_things(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert reworded_names((one, other)) == []
