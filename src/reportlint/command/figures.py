"""`reportlint figures`: the figures of a draft, and how they add up."""

from __future__ import annotations

from reportlint.command.drafts import one_report
from reportlint.command.tell import show


def figures(
    file: str,
    *,
    quantities: bool = False,
    output_format: str = "text",
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Show the relations that were worked out, or each quantity; the exit code. Raises UserError."""
    from reportlint.reporters import figures as page
    from reportlint.reporters import json_pages
    from reportlint.reporters.json import dump

    report = one_report(file, config, kind)
    if output_format == "json":
        show(dump(json_pages.quantities(report) if quantities else json_pages.figures(report)))
    else:
        show(page.listing(report) if quantities else page.ledger(report))
    return 0
