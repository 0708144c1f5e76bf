"""`reportlint rules`: which rule holds for a draft and from where, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run, write

DRAFT = "青岚县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n办理行政复议案件36件。\n"
STATE = "《法治政府建设与责任落实督察工作规定》第四章“年度报告”"


def drafts() -> None:
    write(
        "全市规则.yaml",
        "source: 《市指引》\nrules:\n- {published-by: 03-15, for: [county, department]}\n- {longest: 6000, since: 2023}\n- {parts: [典型案例, 附表]}\n",
    )
    write("青岚县/draft.txt", DRAFT)
    write(
        "青岚县/.reportlint.yaml",
        "profile: ../全市规则.yaml\nrules:\n- {longest: 5000, for: county, source: 县府办通知}\n",
    )


def test_text(run: Run) -> None:
    drafts()
    outcome = run("rules", "青岚县/draft.txt")
    assert (outcome.code, outcome.err) == (0, "")
    *lines, matters, ground, place = outcome.out.splitlines()
    assert matters.startswith("应报事项  “习近平法治思想学习贯彻”、“党委政府研究部署”")
    assert ground == "  依据  《法治政府建设实施纲要（2021—2025年）》第二至第十部分"
    assert place == "  写在  自带的 law-based-government.yaml"
    assert lines == [
        "青岚县/draft.txt",
        "  单位  青岚县人民政府，县级政府（county，由名称判断）",
        "  年度  2024 年度",
        "",
        "应有部分  “主要举措和成效”、“存在的不足和原因”、“党政主要负责人履行推进法治建设第一责任人职责情况”、“下一年度主要安排”",
        f"  依据  {STATE}",
        "  写在  自带的 law-based-government.lark",
        "",
        "公布期限  2025年3月15日之前（对县级政府、部门）",
        "  依据  《市指引》",
        "  写在  全市规则.yaml 第 3 行",
        "  取代  2025年4月1日之前，写在 自带的 law-based-government.yaml",
        "",
        "最多字数  5,000 字（对县级政府）",
        "  依据  县府办通知",
        "  写在  青岚县/.reportlint.yaml 第 3 行",
        "  取代  6,000 字，写在 全市规则.yaml 第 4 行",
        "",
        "应有部分  “典型案例”、“附表”",
        "  依据  《市指引》",
        "  写在  全市规则.yaml 第 5 行",
        "",
    ]


def test_json(run: Run) -> None:
    drafts()
    outcome = run("rules", "青岚县/draft.txt", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    told = json.loads(outcome.out)
    rules = told.pop("rules")
    assert told == {
        "path": "青岚县/draft.txt",
        "kind": "law-based-government",
        "issuer": "青岚县人民政府",
        "issuer_kinds": ["county", "government"],
        "year": 2024,
    }
    assert [(rule["rule"], rule["line"]) for rule in rules if rule["rule"] != "matter"] == [
        *[("part", None)] * 4,
        ("published-by", 3),
        ("longest", 3),
        ("part", 5),
        ("part", 5),
    ]
    assert rules[4]["value"] == "03-15" and rules[4]["for"] == ["county", "department"]
    state = rules[4]["replaces"][0]
    assert Path(state.pop("file")).name == "law-based-government.yaml"
    assert state == {"rule": "published-by", "value": "04-01", "source": STATE, "line": None}
    assert rules[5] == {
        "rule": "longest",
        "value": 5000,
        "source": "县府办通知",
        "file": str(Path.cwd() / "青岚县" / ".reportlint.yaml"),
        "line": 3,
        "for": ["county"],
        "since": None,
        "replaces": [
            {
                "rule": "longest",
                "value": 6000,
                "source": "《市指引》",
                "file": str(Path.cwd() / "全市规则.yaml"),
                "line": 4,
            }
        ],
    }
    assert rules[6]["value"] == {"name": "典型案例", "words": [], "drop": False}


def test_what_is_not_known_is_said(run: Run) -> None:
    write("draft.txt", DRAFT.replace("青岚县人民政府2024年", ""))
    out = run("rules", "draft.txt").out
    assert "看不出是哪类单位" in out and "看不出报告年度" in out
    assert "4月1日" not in out  # holds for reports on 2019 and later
    assert "county，按设置" in run("rules", "draft.txt", "--issuer-kind", "county").out


def test_rules_that_come_along(run: Run) -> None:
    write("draft.txt", DRAFT)
    write(".reportlint.yaml", "profile: hubei")
    out = run("rules", "draft.txt").out
    assert "报送期限  2025年3月1日之前" in out and "写在  自带的 hubei.yaml 第 12 行" in out


def test_a_file_that_cannot_be_read(run: Run) -> None:
    outcome = run("rules", "none.txt")
    assert outcome.code == 2 and "none.txt" in outcome.err
