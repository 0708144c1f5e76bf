"""A draft that is linted again after a change: the passages that are as they were, and what was found in them before.

An editor's change touches a paragraph; facts of the others, and findings in them, hold still, but for their places. A fact
that looks at each passage by itself says so by `fact_of_passages`; then only the changed lines are looked at again: `find` is
given a report that has no others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, wraps
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from reportlint.document.source import Source, Span
from reportlint.facts.prose.masks import bare, unquoted, untitled
from reportlint.facts.prose.script import is_traditional
from reportlint.facts.prose.written import stretches, written
from reportlint.outline.passages import Passage
from reportlint.report import Report, fact

Found = TypeVar("Found", bound="tuple[Any, ...] | dict[Span, Any]")

_EARLIER, _AGAIN = "earlier", "again"
"""What the report before the change, and what holds still since, are called among what is kept with a report."""
_OF_THE_TEXT = (unquoted, untitled, bare, is_traditional)
"""Facts that a report with fewer passages has in common with the whole."""
Stretch = tuple[Span, tuple[str, ...]]
"""A heading or a passage, and the parts it belongs to."""


def _name(of: Callable[..., object]) -> str:
    """What a fact is called among what is kept with a report."""
    return f"{of.__module__}.{of.__qualname__}"


class Again(NamedTuple):
    """What holds still. earlier: the report before the change. view: the report with none but the other lines.

    runs: stretches of lines that stood together and still do, in order of the present text: where each stood, and the
    characters by which it has moved. now: where they stand.
    """

    earlier: Report
    view: Report
    runs: list[tuple[Span, int]]
    now: list[Span]

    def joined(self, items: Sequence[Any], fresh: Iterable[Any], start: Callable[[Any], int]) -> list[Any]:
        """The earlier report's items, which are in order of place, that stand where it holds still, where they stand now;
        and of those that were found in the view, the others; in order of place.
        """
        found: list[Any] = []
        for run, by in self.runs:
            first = bisect_left(items, run.start, key=start)
            still = items[first : bisect_left(items, run.end, first, key=start)]
            found += [_moved(item, by) for item in still] if by else still
        for item in fresh:
            held = bisect_right(self.now, start(item), key=_begin) - 1
            if held < 0 or start(item) >= self.now[held].end:
                insort_right(found, item, key=start)
        return found


def _begin(span: Span) -> int:
    return span.start


def changed_from(report: Report, earlier: Report) -> None:
    """Say which report this one was before a change; that one forgets its own."""
    earlier.kept.pop(_EARLIER, None)
    earlier.kept.pop(_AGAIN, None)
    report.kept[_EARLIER] = earlier


def again(report: Report) -> Again | None:
    """What holds still; None where no earlier report is known, or the whole is another."""
    if _AGAIN not in report.kept:
        earlier: Report | None = report.kept.get(_EARLIER)
        report.kept[_AGAIN] = _compared(earlier, report) if earlier else None
    found: Again | None = report.kept[_AGAIN]
    return found


def fact_of_passages(find: Callable[[Report], Found]) -> Callable[[Report], Found]:
    """As `fact`, of a function that looks at each passage, and each line that is none, by itself.

    It gives a tuple of things with a ``span``, in order of place, or a dict by span; they refer to places by spans, and to no
    passage. Worth its while is what takes long to find, and is little.
    """
    name = _name(find)

    @wraps(find)
    def asked(report: Report) -> Found:
        if name not in report.kept:
            report.kept[name] = _found_again(name, find, report)
        found: Found = report.kept[name]
        return found

    asked.is_fact = True  # type: ignore[attr-defined]
    return asked


def _found_again(name: str, find: Callable[[Report], Any], report: Report) -> Any:
    known = again(report)
    before = known.earlier.kept.get(name) if known else None
    if known is None or before is None:
        return find(report)
    fresh = find(known.view)
    if isinstance(before, dict):
        return dict(known.joined([*before.items()], fresh.items(), _begin_of_pair))
    pairs = not hasattr(next(iter((*before[:1], *fresh)), None), "span")
    return tuple(known.joined(before, fresh, _begin_of_pair if pairs else BEGIN))


BEGIN: Callable[[Any], int] = attrgetter("span.start")
"""Where a thing with a span begins."""


def _begin_of_pair(pair: tuple[Span, Any]) -> int:
    """Where the span begins that is the first of two."""
    return pair[0].start


def _compared(earlier: Report, report: Report) -> Again | None:
    if _circumstances(earlier) != _circumstances(report):
        return None
    known: dict[object, list[tuple[int, Span]]] = defaultdict(list)
    for number, line in reversed([*enumerate(_lines(earlier))]):
        known[line.key].append((number, line.span))
    runs: list[tuple[Span, int]] = []
    others: list[_Line] = []
    last = None  # the earlier number of the line before, where that holds still
    for line in _lines(report):
        if not known[line.key]:
            others.append(line)
            last = None
            continue
        number, was = known[line.key].pop()
        if last is not None and number == last + 1 and line.span.start - was.start == runs[-1][1]:
            runs[-1] = Span(runs[-1][0].start, was.end), runs[-1][1]
        else:
            runs.append((was, line.span.start - was.start))
        last = number
    return Again(earlier, _view(report, others), runs, [_moved(run, by) for run, by in runs])


def _view(report: Report, lines: Sequence[_Line]) -> Report:
    """The report with none but these lines."""
    passages = tuple(passage for line in lines for passage in line.passages)
    view = report._replace(outline=report.outline._replace(passages=passages))
    view.kept[_name(written)] = tuple(line.written for line in lines)
    view.kept[_name(stretches)] = tuple(stretch for line in lines for stretch in line.stretches)
    view.kept.update((_name(fact), fact(report)) for fact in _OF_THE_TEXT)
    return view


def _circumstances(report: Report) -> object:
    """What every line is judged by: if it is another, nothing holds still."""
    outline = report.outline
    statuses = [(part.name, part.status) for part in outline.parts.values()]
    title = outline.title and (outline.title.text, outline.title.issuer, outline.title.year)
    said = outline.kind.name, title, outline.year, outline.published, outline.subject, statuses, report.source.form
    heads = [heading.span.start for heading in outline.headings]
    tables = [(report.words(table.span), bisect_left(heads, table.span.start)) for table in report.source.tables]
    return said, tables, report[2:], is_traditional(report)  # all but source and outline


class _Line(NamedTuple):
    """A line of the text, and what is written in it. key: all that what is found there depends on."""

    span: Span
    written: Span
    passages: list[Passage]
    stretches: list[Stretch]
    key: object


@fact
def _lines(report: Report) -> list[_Line]:
    """The lines of title, headings and prose, in order. What is found in one depends on its words, what they belong to, and
    the headings above them.
    """
    spans = written(report)
    starts = [span.start for span in spans]
    passages: list[list[Passage]] = [[] for _ in spans]
    told: list[list[Stretch]] = [[] for _ in spans]
    above: list[list[object]] = [[] for _ in spans]
    # by the id of a section: those above, from its own on, with their levels
    headings: dict[int, tuple[tuple[str, int], ...]] = {}
    for section in report.outline.sections:
        if section.heading:
            own = section.heading.text, section.level
            headings[id(section)] = (own, *headings.get(id(section.parent), ()))
            above[bisect_right(starts, section.heading.span.start) - 1].append(headings[id(section)])
    for passage in report.outline.passages:
        at = bisect_right(starts, passage.span.start) - 1
        passages[at].append(passage)
        above[at].append(headings.get(id(passage.section), ()))
    for stretch in stretches(report):
        told[bisect_right(starts, stretch[0].start) - 1].append(stretch)
    lines = []
    ends = [line.end for line in report.source.lines]
    for place, here, said, heads in zip(spans, passages, told, above, strict=True):
        line = report.source.lines[bisect_left(ends, place.end)]
        within = tuple((span.start - line.start, span.end - line.start, parts) for span, parts in said)
        owned = tuple((passage.span.start - line.start, passage.parts) for passage in here)
        key = report.words(line), place.start - line.start, within, owned, tuple(heads)
        lines.append(_Line(line, place, here, said, key))
    return lines


def _moved(value: Any, by: int) -> Any:
    """A thing with its places so many characters further on; one with places that are no spans has a ``moved`` of its own."""
    kind: Any = type(value)
    if kind is Span:
        return Span(value[0] + by, value[1] + by)
    if not isinstance(value, tuple):
        return value
    if move := getattr(kind, "moved", None):
        return move(value, by)
    moved: list[Any] | None = None
    for at in range(len(value)) if kind is tuple else _with_places(kind):
        was = value[at]
        item = Span(was[0] + by, was[1] + by) if type(was) is Span else was and _moved(was, by)
        if item is not was:
            moved = moved or [*value]
            moved[at] = item
    return value if moved is None else tuple(moved) if kind is tuple else kind._make(moved)


@cache
def _with_places(kind: Any) -> list[int]:
    """The fields of a kind of named tuple in which places may be."""
    if issubclass(kind, Source):
        return []
    told = {
        name: said for base in reversed(kind.__mro__) for name, said in vars(base).get("__annotations__", {}).items()
    }
    return [at for at, name in enumerate(kind._fields) if told.get(name) not in _PLAIN]


_PLAIN = frozenset(
    [
        "str",
        "int",
        "bool",
        "Decimal",
        "str | None",
        "int | None",
        "frozenset[str]",
        "tuple[str, ...]",
        "Severity | None",
    ]
)
"""Types, as they are annotated, that hold no places."""
