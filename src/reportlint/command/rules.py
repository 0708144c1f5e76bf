"""`reportlint rules`: which rules hold for a draft, and from where."""

from __future__ import annotations

from reportlint.command.drafts import one_report
from reportlint.command.tell import show


def rules(
    file: str,
    *,
    output_format: str = "text",
    issuer_kind: str | None = None,
    config: str | None = None,
    kind: str | None = None,
) -> int:
    """Show the rules that hold for one draft; the exit code. Raises UserError."""
    from reportlint.reporters import json_pages
    from reportlint.reporters import rules as page
    from reportlint.reporters.json import dump

    report = one_report(file, config, kind, issuer_kind)
    show(dump(json_pages.rules(report)) if output_format == "json" else page.render(report))
    return 0
