"""The year that a report is on, as its title, lead, headings and dates say it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from reportlint.document.source import Span
from reportlint.language.numbers.years import years_in
from reportlint.language.quotes import mask_brackets, mask_quotes
from reportlint.language.sentences import split_sentences
from reportlint.lines.headings import Heading
from reportlint.outline.layout import Layout
from reportlint.outline.lead import announced_year, opening_year
from reportlint.outline.report_kind import Kind

HEADING_WITHIN = 400
"""Characters of a heading that are looked at: prose without any mark may be taken for one."""
_FIRST = 3
"""Paragraphs of which one opens with the year reported on, where neither title nor headings say it."""


def year_reported_on(text: str, layout: Layout, kind: Kind, dated: datetime.date | None) -> int | None:
    """The year reported on: what most of title, lead (what it announces, what it begins with), headings and lead (the first year
    in it) say, in a tie the first. Where they differ, the year before the day of publication counts as well.

    Where none of them says it: what the first paragraphs begin with, else the year before the date, else what most sentences
    begin with.
    """
    lead = layout.blocks[0] if layout.blocks and isinstance(layout.blocks[0], Span) else None
    told = [year for year in (announced_year(text, lead), opening_year(text, lead)) if year] if lead else []
    headings = [block for block in layout.blocks if isinstance(block, Heading) and block.level == 1]
    said = [layout.title.year] if layout.title and layout.title.year else []
    said += [year for _, year in told]
    said += sorted(filter(None, (_headed_year(heading, kind) for heading in headings)))[:1]
    said += years_in(mask_brackets(mask_quotes(text[lead.start : lead.end])))[:1] if lead and not told else []
    said += [dated.year - 1] if dated and len({*said}) > 1 else []
    if said:
        return Counter(said).most_common(1)[0][0]
    prose = [block for block in layout.blocks if isinstance(block, Span)]
    if opened := _opened(text, prose[:_FIRST]):
        return opened[0]
    if dated:
        return dated.year - 1
    opened = _opened(text, [sentence for span in prose for sentence in split_sentences(text, span)])
    return Counter(opened).most_common(1)[0][0] if opened else None


def _opened(text: str, pieces: Sequence[Span]) -> list[int]:
    """The years that the pieces open with."""
    return [found[1] for piece in pieces if (found := opening_year(text, piece))]


def _headed_year(heading: Heading, kind: Kind) -> int | None:
    """The year that a heading says is reported on: the one before, where it speaks of what comes after it."""
    years = years_in(heading.text)
    if len(years) == 1 and kind.future in kind.parts(kind.terminals(heading.text[:HEADING_WITHIN], None)):
        return years[0] - 1
    return min(years, default=None)
