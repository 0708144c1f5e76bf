"""The outline of a report for a person: what was understood, heading by heading."""

from __future__ import annotations

from reportlint.report import Report
from reportlint.reporters.text import clean, summary


def render(report: Report) -> str:
    """The summary, then each heading indented by its level, with its line and the part it names."""
    outline = report.outline
    lines = [report.source.path, *(f"  {line}" for line in summary(report)), ""]
    labels = {name: part.label for name, part in outline.parts.items()}
    for heading in outline.headings:
        number = report.source.line_of(heading.span.start)
        parts = (
            f"  → {'、'.join(labels[part] for part in heading.parts)}" if heading.level == 1 and heading.parts else ""
        )
        lines.append(f"{number:>5}  {'  ' * (heading.level - 1)}{heading.marker}{heading.text}{parts}")
    if outline.furniture:
        numbers = "、".join(str(report.source.line_of(span.start)) for span in outline.furniture)
        lines += ["", f"略去的网页文字：第 {numbers} 行"]
    return clean_lines(lines)


def clean_lines(lines: list[str]) -> str:
    """Lines as the terminal may show them."""
    return "\n".join(clean(line) for line in lines)
