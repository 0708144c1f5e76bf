"""A kind of report: its grammar, with the patterns ready for use, and what is said of its parts. None is named in this code."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportlint.kept import patterns
from reportlint.language.phrases import Phrase, load_phrases
from reportlint.outline.grammar import Grammar, GrammarError, folder_of, load_grammar
from reportlint.outline.kind_description import KindDescription, load_kind_description
from reportlint.outline.kind_tables import Forms, load_forms
from reportlint.outline.repair import Costs, Insert, repair

DEFAULT = "law-based-government"

_THEME = "THEME"
"""The terminal of words that name no part, whatever they hold."""
_HEADINGS = 512
"""Headings that are remembered with what they name."""
_PART = 20
"""The dearest insertion. A terminal's priority lowers it, so that of two terminals that would do, the strong one is missed."""


class _Kind(NamedTuple):
    grammar: Grammar
    facts: KindDescription


class Kind(_Kind):
    """What grammars/NAME.lark and NAME.yaml say. Names of parts are the lower-case names of the terminals."""

    def __reduce__(self) -> tuple[Callable[[str], Kind], tuple[str]]:
        """Between processes its name is enough."""
        return load_kind, (self.grammar.name,)

    @property
    def name(self) -> str:
        """What it is called on the command line: the file's stem."""
        return self.grammar.name

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Terminal to its pattern, compiled."""
        return {name: patterns.compile(pattern) for name, pattern in self.grammar.patterns.items()}

    @cached_property
    def section_terminals(self) -> list[str]:
        """Terminals that name sections, the strongest first; those without a priority are looked up in prose."""
        return [name for name in self.grammar.patterns if self.grammar.priorities[name] > 0]

    @cached_property
    def costs(self) -> Costs:
        """What the edits of the repair cost."""
        insert = {name: _PART - self.grammar.priorities[name] for name in self.section_terminals}
        delete = {"HEADING": 3, "OVERVIEW": 3, "PROFILE": 2, "LEAD": 1}
        return Costs(insert={"TITLE": 1, **insert}, delete=delete, delete_other=10)

    def _lacking(self, tokens: list[str]) -> list[str]:
        """The parts that an outline of these tokens lacks, in order."""
        edits = repair(self.grammar, tokens, self.costs)
        return [e.kind.lower() for e in edits if isinstance(e, Insert) and e.kind in self.grammar.patterns]

    @cached_property
    def required(self) -> list[str]:
        """The parts a report must have, in order: what an empty report lacks."""
        return self._lacking([])

    @cached_property
    def aspects(self) -> dict[str, str]:
        """Terminal to the part it may stand for, though it does not name it: the part that is not lacking then."""
        others = [name for name in (*self.section_terminals, "HEADING") if name.lower() not in self.required]
        lacking = {name: self._lacking([name]) for name in others}
        return {name: part for name in others for part in self.required if part not in lacking[name]}

    @property
    def labels(self) -> Mapping[str, str]:
        """Part to official name."""
        return self.facts.labels

    @property
    def deeds(self) -> str:
        """The part that tells what was done; "" where no part does."""
        return self.facts.tells.get("deeds", "")

    @property
    def faults(self) -> str:
        """The part that tells what is lacking; "" where no part does."""
        return self.facts.tells.get("faults", "")

    @property
    def head(self) -> str:
        """The part that tells what the head did; "" where no part does."""
        return self.facts.tells.get("head", "")

    @property
    def future(self) -> str:
        """The part that tells of the next year; "" where no part does."""
        return self.facts.tells.get("future", "")

    @cached_property
    def told(self) -> dict[str, re.Pattern[str]]:
        """Part to the pattern of a sentence that tells it without a heading, or opens its telling (see `lasting`)."""
        told = {
            name: self.patterns.get(f"{name.upper()}_TOLD", self.patterns.get(f"{name.upper()}_OPENS"))
            for name in self.required
        }
        return {name: pattern for name, pattern in told.items() if pattern}

    @cached_property
    def lasting(self) -> frozenset[str]:
        """The parts that, once opened, are told on to the end of the paragraph."""
        return frozenset(name for name in self.required if f"{name.upper()}_OPENS" in self.patterns)

    @cached_property
    def duties(self) -> Mapping[str, Phrase]:
        """What the head must do, by the name that messages show, and the words that show it done: NAME-duties.yaml, if any."""
        return self._table("duties")

    @cached_property
    def matters(self) -> Mapping[str, Phrase]:
        """What such a report may tell, by the name that messages show; kind: the field. NAME-matters.yaml, if any."""
        return self._table("matters")

    @cached_property
    def named_matters(self) -> frozenset[str]:
        """The names by which they may be asked for: their own, and those of their fields."""
        return frozenset(self.matters).union(matter.kind for matter in self.matters.values())

    @cached_property
    def forms(self) -> Forms:
        """The tables that such a report must hold: NAME-tables.yaml, if any."""
        return load_forms(self.name)

    def _table(self, what: str) -> Mapping[str, Phrase]:
        """The rules of NAME-WHAT.yaml; none where there is no such file."""
        beside, table = os.path.join(folder_of(self.name), "."), f"{self.name}-{what}"
        return load_phrases(beside, table) if os.path.exists(f"{beside[:-1]}{table}.yaml") else {}

    @property
    def subject(self) -> re.Pattern[str]:
        """What a text of this kind speaks of."""
        return self.patterns["SUBJECT"]

    @property
    def title_line(self) -> re.Pattern[str]:
        """How its title reads."""
        return self.patterns["TITLE_LINE"]

    @property
    def label(self) -> str:
        """The official name of such a report."""
        return self.facts.label

    @cached_property
    def terminals(self) -> Callable[[str, int | None], tuple[str, ...]]:
        """The section terminals that a heading names, by its words and the year reported on, in order of the heading; remembered,
        for each is asked about twice, and again when the report is read after a change.
        """
        return lru_cache(maxsize=_HEADINGS)(self._terminals)

    def _terminals(self, heading: str, year: int | None) -> tuple[str, ...]:
        text = relative_years(heading, year)
        taken: list[tuple[int, int, str]] = []
        for name in self.section_terminals:
            match = self.patterns[name].search(text)
            if match and all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                taken.append((match.start(), match.end(), name))
        return tuple(name for _, _, name in sorted(taken) if name != _THEME)

    def parts(self, terminals: Iterable[str]) -> tuple[str, ...]:
        """The required parts that terminals name or stand for, each once."""
        named = (name.lower() if name.lower() in self.required else self.aspects.get(name) for name in terminals)
        return tuple(dict.fromkeys(part for part in named if part))

    def beside(self, terminals: Iterable[str]) -> tuple[str, ...]:
        """The parts that a report may have beside the required ones, by the terminals that name them: other."""
        return tuple(
            name.lower() for name in terminals if name.lower() not in self.required and name not in self.aspects
        )


def relative_years(text: str, year: int | None) -> str:
    """Text as the grammar's patterns expect it: no blanks, the report's year as 本年, the one after it as 下一年."""
    text = "".join(text.split())
    if year is not None and (str(year) in text or str(year + 1) in text):
        text = patterns.compile(rf"{year + 1}年度?").sub("下一年", patterns.compile(rf"{year}年度?").sub("本年", text))
    return text


@lru_cache(maxsize=8)
def load_kind(name: str = DEFAULT) -> Kind:
    """The kind of that name. Raises GrammarError where there is none, or its grammar or NAME.yaml is wrong."""
    grammar = load_grammar(name)
    for terminal, what in (("SUBJECT", "这类文稿说的是什么"), ("TITLE_LINE", "标题怎样写")):
        if terminal not in grammar.patterns:
            raise GrammarError(f"{name}.lark", 0, f"缺少终结符 {terminal}（{what}）。请补上，并写进规则 told。")
    kind = Kind(grammar, load_kind_description(name))
    if set(kind.labels) != set(kind.required):
        wanted, said = ("、".join(sorted(parts)) for parts in (kind.required, kind.labels))
        raise GrammarError(f"{name}.yaml", 0, f"parts 应与文法要求的部分一致：文法要求 {wanted}，这里写了 {said}。")
    if unknown := next(
        (asked for names in kind.facts.asked.of.values() for asked in names if asked not in kind.named_matters), None
    ):
        raise GrammarError(f"{name}.yaml", 0, f"matters 里的“{unknown}”不是 {name}-matters.yaml 里的事项或者方面。")
    return kind
