"""`reportlint checks`: all checks, a line each."""

from __future__ import annotations

from reportlint.command.tell import show
from reportlint.linting.check import load_checks
from reportlint.reporters import check_pages


def checks() -> int:
    """Show them; the exit code."""
    show(check_pages.listing(load_checks().values()))
    return 0
