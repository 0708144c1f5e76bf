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
