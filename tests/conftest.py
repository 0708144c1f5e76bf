"""What several tests need: examples with drawn spans."""

from __future__ import annotations

from reportlint.source import Span

OPEN, CLOSE = "⟦", "⟧"


def draw(example: str) -> tuple[str, list[Span]]:
    """A text without its ⟦ ⟧, and the spans they drew."""
    text, spans, start = "", [], 0
    for char in example:
        if char == OPEN:
            start = len(text)
        elif char == CLOSE:
            spans.append(Span(start, len(text)))
        else:
            text += char
    return text, spans
