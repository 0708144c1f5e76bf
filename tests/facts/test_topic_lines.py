"""Short lines that name what the paragraph below them tells, and those that are prose."""

from __future__ import annotations

import pytest

from reportlint.facts.prose.topic_lines import is_topic_line
from reportlint.report import read

ABOVE, BELOW = "一、主要举措和成效", "登记网具412张，发布鱼汛预报12期，逐船送达。"


def topic_lines(*lines: str) -> list[str]:
    text = "云川区2024年法治政府建设年度报告\n" + "\n".join(lines) + "\n二、存在的不足\n力量不足。\n"
    report = read(text.encode(), "draft.txt")
    return [report.words(p.span) for p in report.outline.passages if is_topic_line(report, p.span)]


@pytest.mark.parametrize(
    "line", ["船证不过夜", "网具说得清，鱼汛看得见", "渔事纠纷到“说渔堂”", "先验船，后出海", "渔船先体检，再出海"]
)
def test_a_short_line_above_prose_with_figures_names_it(line: str) -> None:
    assert topic_lines(ABOVE, line, BELOW) == [line]
    assert topic_lines(ABOVE, BELOW, line, BELOW) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "船证不过夜。",
        "登记网具36张",
        "整治渔港，渔民出海前先验船",
        "一是船证不过夜",
        "完善船证办理的各个环节和渔港夜间值守的流程",
        "完善了渔港值守和",
    ],
)
def test_what_has_a_stop_a_figure_or_halves_out_of_step_is_prose(line: str) -> None:
    assert topic_lines(ABOVE, line, BELOW) == []


@pytest.mark.parametrize(
    "lines",
    [
        (ABOVE, "船证不过夜", "健全渔港值守制度，明确船舶进出港登记的流程。"),
        (ABOVE, "船证不过夜", "登记网具412张"),
        (ABOVE, "各镇健全值守制度，船舶进出港", "船证不过夜", BELOW),
        (ABOVE, BELOW, "船证不过夜"),
    ],
)
def test_it_stands_between_what_is_closed_and_prose_with_figures(lines: tuple[str, ...]) -> None:
    assert topic_lines(*lines) == []
