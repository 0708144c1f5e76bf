"""Names the text says: laws and documents, their articles, meetings."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.facts.names.documents.articles import articles
from reportlint.facts.names.documents.citations import citations
from reportlint.facts.names.documents.library import load_library
from reportlint.facts.names.documents.titles import base_of, normal, period_of
from reportlint.facts.names.meetings import meetings_named
from reportlint.facts.statements.when import days_told
from reportlint.report import Report, read

TITLE = "青岚县司法局2025年度法治政府建设情况报告\n一、主要举措和成效\n"


def report(words: str) -> Report:
    return read((TITLE + words).encode(), "draft.txt")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("《中华人民共和国行政处罚法》", "行政处罚法"),
        ("《青岚县普法规划(2021-2025 年)》", "青岚县普法规划（2021—2025年）"),
        ("《关于印发〈青岚县行政应诉办法〉的通知》", "关于印发青岚县行政应诉办法的通知"),
        ("《中华人民共和国》", "中华人民共和国"),
    ],
)
def test_titles_as_they_are_compared(written: str, name: str) -> None:
    assert normal(written) == name


def test_base_and_period() -> None:
    name = "青岚县普法规划（2021—2025年）"
    assert (base_of(name), period_of(name)) == ("青岚县普法规划", (2021, 2025))
    assert (base_of("青岚县行政应诉办法（试行）"), period_of("行政处罚法")) == ("青岚县行政应诉办法", None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("落实《中华人民共和国行政处罚法》。", [("行政处罚法", "行政处罚法")]),
        ("落实行政复议法实施条例。", [("行政复议法实施条例", "行政复议法实施条例")]),
        ("宣传中华人民共和国宪法，宣传宪法。", [("宪法", "宪法")]),
        ("落实法治政府建设实施纲要(2021-2025年)。", [("法治政府建设实施纲要（2021—2025年）",) * 2]),
        ("开展“八五”普法。", [("“八五”普法", "中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）")]),
        ("落实青岚省优化营商环境条例。", []),
        ("落实青岚省《优化营商环境条例》。", [("优化营商环境条例", "")]),
        ("落实《青岚省优化营商环境条例》。", [("青岚省优化营商环境条例", "")]),
        ("修改《民营经济促进法（草案）》。", [("民营经济促进法（草案）", "")]),
        ("完善行政复议法律制度。", []),
        ("落实《信访工作条例》（以下简称《条例》），宣传《条例》。", [("信访工作条例",) * 2] + [("条例", "信访工作条例")] * 2),
        ("落实《青岚县信访办法》（简称《条例》），宣传《条例》。", [("青岚县信访办法", "")] + [("条例", "")] * 2),
    ],
)  # fmt: skip
def test_citations(words: str, found: list[tuple[str, str]]) -> None:
    assert [(c.name, c.law.name if c.law else "") for c in citations(report(words))] == found


def test_an_office_says_what_it_knows_better() -> None:
    own = load_library(
        [{"name": "信访工作条例", "published": "2021"}, {"name": "《青岚县办法》", "revised": "2024", "to": "2025"}]
    )
    law, other = own.find("信访工作条例"), own.find("青岚县办法")
    assert law and other and (law.published, law.verified) == ("2021", True)
    assert [version.day for version in other.versions] == ["", "2024"] and other.to == "2025"
    assert own.find("行政处罚法") == load_library([]).find("行政处罚法")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("依据《行政处罚法》第三十三条第一款第二项。", [("第三十三条", 33)]),
        ("依据行政处罚法第33条之一、第四十条和第五十条。", [("第33条", 33), ("第四十条", 40), ("第五十条", 50)]),
        ("依据《行政处罚法》（2021年修订）第三、五条至第九条。", [("第三、五条", 5), ("第九条", 9)]),
        ("依据《行政处罚法》第二章第五节第八条。", [("第八条", 8)]),
        ("公布《行政处罚法》问答，第三条措施有效。", []),
        ("发布《行政处罚法》第3条例解。", []),
    ],
)
def test_articles(words: str, found: list[tuple[str, int]]) -> None:
    text = report(words)
    assert [(text.words(article.span), article.number) for article in articles(text)] == found


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("学习党的二十大和二十届二中、三中全会精神。", ["二十大", "二十届二中全会", "二十届三中全会"]),
        ("贯彻十九届历次全会精神。", [""]),
        ("分为二十大类，落实第二十届三中全会部署。", []),
        ("贯彻中央全面依法治国工作会议精神。", ["中央全面依法治国工作会议"]),
        ("印发《关于学习党的二十大精神的通知》。", []),
    ],
)
def test_meetings(words: str, names: list[str]) -> None:
    assert [naming.meeting.name if naming.meeting else "" for naming in meetings_named(report(words))] == names


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("8月，依据《甲法》处罚12家。", ("2025-08-01", "2025-08-31")),
        ("8月15日前，依据《甲法》处罚12家。", ("", "2025-08-15")),
        ("2024年依据《甲法》处罚12家。", ("2024-01-01", "2024-12-31")),
        ("去年依据《甲法》处罚12家。", ("2024-01-01", "2024-12-31")),
        ("上半年学习，下半年依据《甲法》处罚12家。", ("2025-07-01", "2025-12-31")),
        ("依据《甲法》处罚12家，9月归档。", None),
        ("依据《甲法》在9月处罚12家。", ("2025-09-01", "2025-09-30")),
        ("2025年依据《甲法（2021年）》处罚12家。", None),
        ("3月学习。依据《甲法》处罚12家。", None),
        ("3月成立专班，依据《甲法》处罚12家。", None),
        ("3月5日，县长主持会议，学习《甲法》。", ("2025-03-05", "2025-03-05")),
    ],
)
def test_days_told(words: str, days: tuple[str, str] | None) -> None:
    text = report(words)
    at = text.text.index("《甲法")
    assert days_told(text, Span(at, text.text.index("》", at) + 1)) == days
