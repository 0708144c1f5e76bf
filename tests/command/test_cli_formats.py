"""The command's formats: text, concise and JSON, of findings, outline and figures."""

from __future__ import annotations

import json

from conftest import Run, write
from test_cli import FAULTY, GOOD, ONLY, VAGUE


def test_json_keys(run: Run) -> None:
    write("draft.txt", FAULTY)
    finding = run("draft.txt", *ONLY, "--format", "json").found[0]
    fingerprint = finding.pop("fingerprint")
    assert list(finding.items()) == [
        ("check", "vague-quantity"),
        ("severity", "info"),
        ("message", finding["message"]),
        ("path", "draft.txt"),
        ("line", 6),
        ("column", 11),
        ("end_line", 6),
        ("end_column", 13),
        ("text", "一批"),
        ("basis", None),
        ("replacement", None),
        ("related", []),
    ]
    assert isinstance(fingerprint, str) and fingerprint
    assert finding["message"]


def test_json_is_sorted_by_path_and_place(run: Run) -> None:
    found = run(write("b.txt", FAULTY), write("a.txt", FAULTY), "--format", "json").found
    places = [(item["path"], item["line"], item["column"]) for item in found]
    assert places == sorted(places)
    assert {path for path, _, _ in places} == {"a.txt", "b.txt"}


def test_fingerprint_survives_moved_lines_and_tells_repeats_apart(run: Run) -> None:
    twice = VAGUE.replace("126件", "126件；出台一批政府规章")
    before = run("-", *ONLY, "--format", "json", stdin=twice.encode()).found
    after = run("-", *ONLY, "--format", "json", stdin=f"\n\n{twice}".encode()).found
    assert [item["line"] + 2 for item in before] == [item["line"] for item in after]
    assert [item["fingerprint"] for item in before] == [item["fingerprint"] for item in after]
    assert len({item["fingerprint"] for item in before}) == 2


def test_concise(run: Run) -> None:
    write("draft.txt", VAGUE)
    outcome = run("draft.txt", *ONLY, "--format", "concise")
    assert outcome.out.startswith("draft.txt:6:11: info vague-quantity “一批”")
    assert outcome.out.count("\n") == 1


def test_text(run: Run) -> None:
    write("draft.txt", FAULTY)
    lines = run("draft.txt", *ONLY).out.splitlines()
    assert lines[0] == "draft.txt"
    understood = "\n".join(lines[: lines.index("")])
    assert "云川市2024年法治政府建设年度报告" in understood and "2024 年度" in understood
    assert (understood.count("✓"), understood.count("✗")) == (3, 1)
    at = next(number for number, line in enumerate(lines) if line.startswith("6:11"))
    words, carets = lines[at + 1], lines[at + 2]
    assert carets.strip() == "^^^^"  # two full-width characters
    cells = "".join(char * (2 if ord(char) > 0x2E7F else 1) for char in words)
    assert cells[carets.index("^") : carets.rindex("^") + 1] == "一一批批"
    assert lines[-1] == "检查了 1 份报告：1 处错误，1 处提示。"


def test_text_tells_the_first_place_and_the_lines_of_the_others(run: Run) -> None:
    write("draft.txt", FAULTY.replace("修改规范性文件14件", "修改若干规范性文件").replace("检查1260次", "大量检查"))
    lines = run("draft.txt", *ONLY).out.splitlines()
    assert sum("  提示  数量含糊  vague-quantity" in line for line in lines) == 1
    assert "  另有 2 处：第 6、7 行" in lines and lines[-1].endswith("同类的只写第一处，加 --verbose 全部写出。")
    whole = run("draft.txt", *ONLY, "--verbose").out
    assert whole.count("  提示  数量含糊  vague-quantity") == 3 and "另有" not in whole and "--verbose" not in whole


def test_text_tells_two_at_one_place_apart(run: Run) -> None:
    write("draft.txt", GOOD[: GOOD.index("三、")])
    out = run("draft.txt", "--select", "missing-section").out
    assert out.count("  错误  部分没有单列  missing-section") == 2 and "另有" not in out


def test_text_tells_what_to_mend_first(run: Run) -> None:
    write("draft.txt", FAULTY.replace("1260次", "一大批") + "今年实现全覆盖，，能力显著提升。\n")
    last = run("draft.txt").out.splitlines()[-1]
    assert last.startswith("检查了 1 份报告：") and "。请先改：标点重复（1 处）、部分没有单列（1 处）、" in last
    assert last.count("处）") == 3


def test_outline_json(run: Run) -> None:
    write("draft.txt", "时间：2025-01-20 来源：云川市司法局\n" + GOOD)
    known = json.loads(run("outline", "draft.txt", "--format", "json").out)
    assert list(known) == [
        "path", "kind", "title", "issuer", "year", "published", "headings", "parts", "coverage", "furniture"
    ]  # fmt: skip
    assert (known["path"], known["kind"], known["issuer"]) == ("draft.txt", "law-based-government", "云川市")
    assert (known["title"], known["year"]) == ("云川市2024年法治政府建设年度报告", 2024)
    assert (known["published"], known["furniture"]) == ("2025-01-20", [1])
    assert all(list(h) == ["line", "level", "marker", "text", "parts", "run_in"] for h in known["headings"])
    assert [(h["line"], h["level"], h["marker"], h["parts"]) for h in known["headings"]] == [
        (6, 1, "一、", ["measures"]),
        (7, 2, "（一）", []),
        (8, 2, "（二）", []),
        (9, 1, "二、", ["shortcomings"]),
        (11, 1, "三、", ["responsibility"]),
        (13, 1, "四、", ["plan"]),
    ]
    assert [h["run_in"] for h in known["headings"]] == [False, True, True, False, False, False]
    assert list(known["parts"]) == ["measures", "shortcomings", "responsibility", "plan"]
    assert known["parts"]["plan"].items() >= {"status": "own-section", "from": 13, "to": 14}.items()


def test_outline_of_a_missing_part(run: Run) -> None:
    parts = json.loads(run("outline", write("draft.txt", FAULTY), "--format", "json").out)["parts"]
    assert parts["plan"].items() >= {"status": "absent", "from": None, "to": None}.items()


def test_figures_json(run: Run) -> None:
    write("draft.txt", GOOD.replace("办理行政处罚案件318件", "办理行政处罚案件318件，其中罚款159件，占50%"))
    figures = json.loads(run("figures", "draft.txt", "--format", "json").out)
    place = ["line", "column", "end_line", "end_column", "text"]
    assert figures
    assert all(list(item) == ["kind", *place, "stated", "computed", "holds", "operands"] for item in figures)
    assert all(list(operand) == ["line", "column", "text"] for item in figures for operand in item["operands"])
    quantities = json.loads(run("figures", "draft.txt", "--quantities", "--format", "json").out)
    assert quantities
    assert all(list(item) == [*place, "value", "unit", "kind", "approximate", "counted"] for item in quantities)
