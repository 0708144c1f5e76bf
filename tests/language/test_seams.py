"""Two characters where words meet, or in a name, are no slip; beside them the same two are."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.language.slips.near_words import find_near_words


def slips(text: str) -> list[tuple[str, str]]:
    """What is written, and what was meant."""
    return [(text[span.start : span.end], right) for span, right, _ in find_near_words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "把好出摊关、上架关",
        "水库管护员共巡查36次",
        "收回逾期未建的用地",
        "较长时间没有办结",
        "会同伊临街道办理36件",
        "位于城县社区的调解室",
        "推动管执衔接",
        "坚持少捕慎诉慎押",
        "当事人顾立不服处罚决定",
        "印发芷法办〔2024〕8号文件",
        "药店违规售药11起",
        "拖离占道车辆36台",
        "县卫监所检查36家",
        "办结率提至96%",
        "案件评查合格率高于省定标准",
        "村民办理意定监护公证",
        "做到罚当其错，教育为先",
        "简案由速裁庭办、繁案由合议庭办",
        "县公安局干警顾立强同志荣获表彰",
        "县政协委员严正华指出执法中的问题",
        "依法统计依法治统，检查36家企业",
        "坚持以文塑旅，检查企业36家",
        "法无授权不可为，清理审批事项36项",
        "县政府组织干部在湘举办招商活动",
    ],
)
def test_no_slip(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("组织陪训调解员36名", "陪训", "培训"),
        ("信用惩诫企业12家", "惩诫", "惩戒"),
        ("县司法局组织干部集中消毁案卷36卷", "消毁", "销毁"),
        ("召开予警会商会6次", "予警", "预警"),
        ("局长带队检查，督捉整改问题36处", "督捉", "督促"),
        ("行政复议机关依法载决案件36件，纠正违法行为12起", "载决", "裁决"),
        ("查处违发行为36起、制止违规行为12起", "违发", "违法"),
    ],
)
def test_slip(text: str, written: str, meant: str) -> None:
    assert slips(text) == [(written, meant)]
