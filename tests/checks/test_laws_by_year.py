"""The same sentences in reports on four years: which laws were in force is told by the calendar."""

from __future__ import annotations

import pytest

from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import read

OF_LAWS = {"superseded-document", "article-number", "anachronism", "stale-formulation", "document-name"}
DRAFT = """青岚县生态环境局{year}年度法治政府建设情况报告

一、主要举措和成效
全年依据《大气污染防治法》查处案件36件，依照《环境影响评价法》审批12件，落实《清洁生产促进法》审核6家。
依据《增值税暂行条例》退税12户，依据《学位条例》认定学位6人，依据《行政处罚法》第九十九条作出处罚决定12件，9月依据《水污染防治法》处罚3家。

三、主要负责人履行推进法治建设第一责任人职责情况
局长主持学习《中华人民共和国海洋环境保护法》2次。

四、{next}年主要安排
依据《噪声污染防治法》检查36家。
"""
CODE = "自2026年8月15日起废止，由《生态环境法典》取代"
TAX = "《增值税暂行条例》自2026年1月1日起废止，由《增值税法》取代"
DEGREES = ("warning", "《学位条例》", "《学位条例》自2025年1月1日起废止，由《学位法》取代")
ARTICLE = ("error", "第九十九条", "《行政处罚法》共86条，没有第九十九条")
LAWS = ["大气污染防治法", "环境影响评价法", "清洁生产促进法", "水污染防治法", "中华人民共和国海洋环境保护法"]


def over(severity: str, law: str) -> tuple[str, str, str]:
    return severity, f"《{law}》", f"《{law.removeprefix('中华人民共和国')}》{CODE}"


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, [ARTICLE]),
        (2025, [ARTICLE, DEGREES]),
        (
            2026,
            [
                ARTICLE,
                DEGREES,
                ("warning", "《增值税暂行条例》", TAX),
                *(over("warning", law) for law in ("大气污染防治法", "水污染防治法", "噪声污染防治法")),
                *(over("info", law) for law in ("环境影响评价法", "清洁生产促进法", "中华人民共和国海洋环境保护法")),
            ],
        ),
        (
            2027,
            [
                ARTICLE,
                DEGREES,
                ("warning", "《增值税暂行条例》", TAX),
                *(over("warning", law) for law in (*LAWS, "噪声污染防治法")),
            ],
        ),
    ],
)
def test_laws_by_the_calendar(year: int, expected: list[tuple[str, str, str]]) -> None:
    report = read(DRAFT.format(year=year, next=year + 1).encode(), "draft.txt")
    found, crashes = run_checks(report, Config())
    assert crashes == []
    told = [(str(item.severity), report.words(item.span), item.message) for item in found if item.check in OF_LAWS]
    assert len(told) == len(expected)
    for severity, words, begins in expected:
        assert any(one[:2] == (severity, words) and one[2].startswith(begins) for one in told), (words, told)
