"""Pictures of a report for the page: where in it the findings lie, and how its data are spread over the sections."""

from __future__ import annotations

from reportlint.facts.figures.data import data_in
from reportlint.facts.prose.written import size
from reportlint.outline.sections import Section
from reportlint.reporters.html_elements import details, escaped, table, tag
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.marked_text import Shown
from reportlint.reporters.plain_text import cut

_WIDE = 1000
"""Units of the strip; a browser stretches them over the page."""
_TICK = 4
_DEEPEST = 2
"""Levels of headings that the data are told of: 一、 and （一）."""
_QUOTED = 40


def strip(shown: Shown) -> str:
    """The whole text as a strip, the parts in turn light and dark, a tick at each finding that leads to it."""
    whole = max(1, len(shown.report.text))

    def place(offset: int) -> int:
        return min(_WIDE - _TICK, round(offset / whole * _WIDE))

    parts = [part.span for part in shown.report.outline.parts.values() if part.span]
    grounds = [
        tag(
            "rect",
            "",
            class_="part",
            x=str(place(span.start)),
            width=str(place(span.end) - place(span.start)),
            height=12,
        )
        for span in sorted(parts)[::2]
    ]
    ticks = []
    for card, finding in shown.findings:
        assert finding.severity is not None
        said = tag("title", escaped(f"{SEVERITIES[finding.severity]}：{finding.title or finding.check}"))
        rect = tag("rect", said, x=str(place(finding.span.start)), width=_TICK, height=12)
        ticks.append(tag("a", rect, class_="tick", href=f"#{card}", data_severity=finding.severity, tabindex="-1"))
    inner = "".join([*grounds, *ticks])
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDE} 12" preserveAspectRatio="none" role="img" '
        f'aria-label="意见在全文中的位置">{inner}</svg>'
    )


def spread(shown: Shown) -> str:
    """Each section of the first two levels with its length and its data; nothing for a report without headings."""
    sections = [
        section for section in shown.report.outline.root.walk() if section.heading and section.level <= _DEEPEST
    ]
    if not sections:
        return ""
    counts = [len(data_in(shown.report, section.span)) for section in sections]
    most = max(1, *counts)
    rows = [_row(shown, section, count, most) for section, count in zip(sections, counts, strict=True)]
    without = sum(not count for count in counts)
    verdict = f"{without} 节没有" if without else "每节都有"
    return details(f"数据的分布：{len(sections)} 节，{verdict}", table(("节", "字数", "数据", ""), rows))


def _row(shown: Shown, section: Section, count: int, most: int) -> list[str]:
    assert section.heading is not None
    words = escaped(cut(shown.report.words(section.heading.span), _QUOTED))
    bar = f'<svg viewBox="0 0 100 8" aria-hidden="true"><rect width="{round(count / most * 100)}" height="8"/></svg>'
    return [
        f'<span class="level{section.level}">{shown.link(section.heading.span)} {words}</span>',
        f"{size(shown.report, [section.span]):,}",
        str(count),
        bar,
    ]
