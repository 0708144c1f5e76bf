"""What a person, a browser and a program are shown of the matters a report tells."""

from __future__ import annotations

import json

from conftest import Run, write

DRAFT = """青岚县人民政府2024年法治政府建设年度报告

一、主要举措和成效
受理行政复议申请36件。
推进政务公开。
"""


def test_a_line_on_each_field(run: Run) -> None:
    write("draft.txt", DRAFT)
    lines = run("outline", "draft.txt").out.splitlines()
    assert "事项（括号里是行号）：写到 2/32 项" in lines
    (disputes,) = [line for line in lines if line.startswith("  矛盾纠纷化解：")]
    assert (
        disputes == "  矛盾纠纷化解：有数据：行政复议（4）；没有写到：矛盾纠纷调解、信访和群众诉求、行政裁决、行政应诉"
    )
    (control,) = [line for line in lines if line.startswith("  权力制约监督：")]
    assert "没有数据：政务公开（5）" in control


def test_a_table_on_the_page(run: Run) -> None:
    write("draft.txt", DRAFT)
    page = run("draft.txt", "--format", "html", "--fail-on", "never").out
    assert "事项：写到 2/32 项" in page
    assert page.count("> 有数据</td>") == 1 and page.count("> 没有数据</td>") == 1


def test_json(run: Run) -> None:
    write("draft.txt", DRAFT)
    rows = {row["matter"]: row for row in json.loads(run("outline", "draft.txt", "--format", "json").out)["coverage"]}
    assert len(rows) == 32
    assert rows["行政复议"] == {
        "matter": "行政复议", "field": "矛盾纠纷化解", "told": True, "data": True, "line": 4, "text": "受理行政复议申请36件",
    }  # fmt: skip
    assert (rows["政务公开"]["told"], rows["政务公开"]["data"]) == (True, False)
    assert rows["行政裁决"] == {
        "matter": "行政裁决", "field": "矛盾纠纷化解", "told": False, "data": False, "line": None, "text": None,
    }  # fmt: skip
