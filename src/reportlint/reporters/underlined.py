"""The words of a finding on a terminal: their line, cut around them, and carets below."""

from __future__ import annotations

from reportlint.finding import Finding
from reportlint.reporters.plain_text import clean, fit, width

WIDTH = 76
"""Columns that a quoted line may take."""


def underlined(finding: Finding) -> tuple[str, str]:
    """The line of a located finding, cut to the width of a terminal around its words, and the carets below it."""
    assert finding.around is not None
    before_all, words, after_all = (clean(piece).replace("\t", " ") for piece in finding.around[:3])
    before_all = before_all.lstrip()
    if width(words) > WIDTH - 8:
        words, after_all = fit(words, WIDTH - 8) + "…", ""
    room = WIDTH - width(words)
    after = fit(after_all, max(room // 2, room - width(before_all)))
    before = fit(before_all[::-1], room - width(after))[::-1]
    head = "…" if len(before) < len(before_all) or (before_all and finding.around.more) else ""
    tail = "…" if len(after) < len(after_all) else ""
    return f"{head}{before}{words}{after}{tail}", " " * width(head + before) + "^" * max(1, width(words))
