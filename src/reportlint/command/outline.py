"""`reportlint outline`: what was understood of a draft."""

from __future__ import annotations

from reportlint.command.drafts import one_report
from reportlint.command.tell import show


def outline(file: str, *, output_format: str = "text", config: str | None = None, kind: str | None = None) -> int:
    """Show the outline of one draft; the exit code. Raises UserError."""
    from reportlint.reporters import json_pages
    from reportlint.reporters import outline as page
    from reportlint.reporters.json import dump

    report = one_report(file, config, kind)
    show(dump(json_pages.outline(report)) if output_format == "json" else page.render(report))
    return 0
