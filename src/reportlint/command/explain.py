"""`reportlint explain`: the page of one check."""

from __future__ import annotations

from reportlint.command.tell import show
from reportlint.linting.check import load_checks
from reportlint.reporters import check_pages
from reportlint.settings.values import known_name


def explain(name: str) -> int:
    """Show it; the exit code. name: the check's name or title. Raises UserError where there is none."""
    checks = load_checks()
    by_title = {check.title: check.name for check in checks.values()}
    show(check_pages.explain(checks[known_name(by_title.get(name, name), checks, "命令行", "检查")]))
    return 0
