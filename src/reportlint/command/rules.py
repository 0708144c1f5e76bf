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
    from reportlint.reporters import json
    from reportlint.reporters import rules as page

    report = one_report(file, config, kind, issuer_kind)
    show(json.dump(json.rules(report)) if output_format == "json" else page.render(report))
    return 0
