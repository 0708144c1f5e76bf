"""The page of a check shows what its examples are about."""

from __future__ import annotations

from reportlint.linting.check import load_checks
from reportlint.reporters.check_pages import examples, explain, shortened


def test_of_long_examples_that_agree_only_the_difference_is_shown() -> None:
    check = load_checks()["carry-over"]
    (first, *_) = shortened(check, check.bad)
    assert "===" in first and "⟦2⟧" in first and "六、其他需要报告的事项" not in first
    assert first in explain(check).replace("\n    ", "\n") and "⟦2⟧" in examples(check)


def test_short_examples_are_shown_whole() -> None:
    check = load_checks()["stray-space"]
    assert shortened(check, check.bad) == list(check.bad)


def test_the_rule_of_each_kind_of_report_is_named() -> None:
    checks = load_checks()
    late, plan = explain(checks["late-publication"]), explain(checks["plan-year"])
    assert (
        "4月1日之前向社会公布（法治政府建设年度报告）；" in late
        and "3月31日之前向社会公布（政府信息公开工作年度报告）" in late
    )
    assert "（法治政府建设年度报告）" not in plan and "第四章“年度报告”：下一年度的主要安排\n" in plan
