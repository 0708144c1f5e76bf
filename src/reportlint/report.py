"""What a check is given: a text and its outline. What else is found in it are facts: see `fact` and reportlint.facts."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from reportlint.document.source import Source, Span
from reportlint.lines.issuers import LEVELS, issuer_kinds
from reportlint.outline.grammar import available, folder_of
from reportlint.outline.outline import Outline, Part, read_outline
from reportlint.outline.report_kind import DEFAULT, Kind, load_kind
from reportlint.readers import read_source
from reportlint.settings.house_rules import HouseRules
from reportlint.settings.local_rules import Day, Rule, Wanted

Found = TypeVar("Found")


class _Report(NamedTuple):
    source: Source
    outline: Outline
    said_kind: str | None = None
    previous: Report | None = None
    office: HouseRules = HouseRules()


class Report(_Report):
    """One report as read; pure data.

    said_kind: the kind of issuer, where the user said it. previous: the same issuer's report on the year before, if given.
    office: the office's own rules.
    """

    @cached_property
    def kept(self) -> dict[str, Any]:
        """The facts found so far, by their functions' names."""
        return {}

    def __getstate__(self) -> dict[str, object]:
        """Between processes go, beside what was read, the facts that are mere numbers; others are found again there."""
        return {"kept": {name: value for name, value in self.kept.items() if isinstance(value, int)}}

    @cached_property
    def text(self) -> str:
        """The whole text, furniture included."""
        return self.source.text

    @property
    def kind(self) -> Kind:
        """The kind of report it is."""
        return self.outline.kind

    def words(self, span: Span) -> str:
        """What stands at a span."""
        return self.source.text[span.start : span.end]

    def part(self, name: str) -> Part:
        """One part, by name; absent where this kind of report has none of that name."""
        return self.outline.parts.get(name) or Part(name, name, "absent", (), ())

    @property
    def issuer_kinds(self) -> tuple[str, ...]:
        """What is known of the kind of issuer, the most particular first: (county, government); () for nothing.

        As the user says, else by the issuer's name; what the office's settings say goes before a government's name, for 市 may
        be a city or a county, and a place alone stands for an office there.
        """
        named = issuer_kinds(self.outline.title.issuer if self.outline.title else None)
        said = self.said_kind or ("" if named in (("department",), ("township",)) else self.office.issuer_kind)
        return ((said, "government") if said in LEVELS else (said,)) if said else named

    @property
    def issuer_kind(self) -> str:
        """government, department or township; what cannot be told counts as a government."""
        return (self.issuer_kinds or ("government",))[-1]

    @property
    def state_rules(self) -> list[Rule]:
        """What the state itself asks of this issuer, beside the parts; of one that cannot be told, what it asks of governments."""
        facts, file = self.kind.facts, os.path.join(folder_of(self.kind.name), f"{self.kind.name}.yaml")
        asked, year = facts.asked, self.outline.year
        days = [
            Rule(
                "published-by", Day(due.month, due.day), (due.issuer,) if due.issuer else (), due.since, due.rule, file
            )
            for due in facts.dues
        ]
        matters = asked.of.get(self.issuer_kind, ()) if year is None or year >= asked.since else ()
        return [*days, *(Rule("matter", Wanted(name), source=asked.rule, path=file) for name in matters)]

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that hold for this report: the office's own, those of the rule files it names, the state's.

        With a field of matters that is not asked for go its matters.
        """
        own = self.office.rules.of_reports(self.kind.name, DEFAULT)
        held = own.holding(self.issuer_kinds, self.outline.year, self.state_rules)
        dropped = {rule.value.name for rule in held if rule.name == "matter" and rule.value.drop}
        gone = {name for name, matter in self.kind.matters.items() if matter.kind in dropped} if dropped else set()
        return [rule for rule in held if rule.name != "matter" or rule.value.drop or rule.value.name not in gone]

    def rule(self, name: str) -> Rule | None:
        """The one rule of that name that holds, such as ``longest``; None where there is none."""
        return next((rule for rule in self.rules if rule.name == name), None)


def fact(find: Callable[[Report], Found]) -> Callable[[Report], Found]:
    """Makes of a function of a report a fact: it is found when first asked for, and kept with the report."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def asked(report: Report) -> Found:
        kept = report.kept
        if name not in kept:
            kept[name] = find(report)
        found: Found = kept[name]
        return found

    asked.is_fact = True  # type: ignore[attr-defined]
    return asked


def _likeness(outline: Outline) -> tuple[bool, bool, float]:
    """How much a text is a report of the outline's kind, by what tells most: its title, then the share of its parts."""
    headed = sum(bool(part.sections) for part in outline.parts.values())
    return outline.is_report, outline.title is not None, headed / len(outline.parts)


def read(
    data: bytes, path: str, kind: str | None = None, issuer_kind: str | None = None, office: HouseRules | None = None
) -> Report:
    """Bytes to a report. Raises UnreadableError; GrammarError for an unknown kind."""
    source = read_source(data, path)
    outline = read_outline(source, load_kind(kind or DEFAULT))
    if kind is None and outline.title is None:  # perhaps a report of another kind
        others = (read_outline(source, load_kind(name)) for name in available() if name != DEFAULT)
        outline = max(outline, *others, key=_likeness)
    return Report(source, outline, issuer_kind, office=office or HouseRules())
