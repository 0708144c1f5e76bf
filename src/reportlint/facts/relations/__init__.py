"""Relations between the numbers of a text: which figure follows from which others, and whether it does.

One module a kind; each takes the figures of a sentence with their words (`Mention`), and asserts nothing the words do not.
totals/ adds up; rates/ has shares and rates, and stages/ what came of what came in; changes.py is from then to now; lists/ counts
names; twice/ finds the same figure elsewhere. in_sentences.py looks for what one sentence establishes,
and says which goes before which.
"""

from __future__ import annotations

from reportlint.facts.figures.mentions import mentions
from reportlint.facts.figures.tales import tales
from reportlint.facts.prose.lists import enumerations_near
from reportlint.facts.prose.masks import masks
from reportlint.facts.prose.sentences import sentences
from reportlint.facts.prose.unchanged import fact_of_passages
from reportlint.facts.relations.in_sentences import relations_in_sentences
from reportlint.facts.relations.lists.announced import find_announced, find_bare, may_announce
from reportlint.facts.relations.lists.apart import find_apart
from reportlint.facts.relations.lists.collectives import find_collectives
from reportlint.facts.relations.lists.headed import find_headed
from reportlint.facts.relations.lists.made_of import find_made_of
from reportlint.facts.relations.lists.slogans import find_slogans
from reportlint.facts.relations.relation import Relation
from reportlint.facts.relations.twice.catalogues import find_catalogues
from reportlint.facts.relations.twice.definite import find_definite
from reportlint.facts.relations.twice.divisions import find_divisions
from reportlint.facts.relations.twice.repeats import find_repeats
from reportlint.facts.relations.twice.resumed import find_resumed
from reportlint.report import Report, fact

__all__ = ["Relation", "relations"]


@fact
def relations(report: Report) -> tuple[Relation, ...]:
    """Every relation between figures that the words establish, in order of place, with its verdict."""
    found = [*relations_in_sentences(report)]
    for sentence, here in mentions(report):
        if any(map(may_announce, here)):
            found += find_announced(report.text, sentence, here, enumerations_near(report, sentence.section))
    for each in sentences(report):
        found += find_bare(report.text, each, enumerations_near(report, each.section))
    found += find_headed(report)
    rated = {relation.operands for relation in found if relation.kind == "ratio" and relation.holds}
    found = [
        relation for relation in found if relation.holds or relation.operands not in rated
    ]  # 抽查44种，合格25种，合格率56.8%；国产品合格率52.9%
    counted = {relation.span for relation in found if relation.kind == "count"}
    known = {each.span: each for each in sentences(report)}
    told = tales(report)
    repeats = [*find_repeats(report.text, told, {span: each.section for span, each in known.items()})]
    again = {relation.span for relation in repeats}
    found += repeats
    more = (
        *find_definite(told, known),
        *find_divisions(told, "township" in report.issuer_kinds),
        *find_catalogues(told),
        *find_resumed(report.text, told, known),
    )
    found += {relation.span: relation for relation in reversed(more) if relation.span not in again}.values()
    found += (relation for relation in _collective(report) if relation.span not in counted)
    return tuple(sorted(dict.fromkeys(found), key=lambda relation: (relation.span, relation.kind)))


@fact_of_passages
def _collective(report: Report) -> tuple[Relation, ...]:
    """The relations of what a sentence counts together."""
    spans = [sentence.span for sentence in sentences(report)]
    slogans = [relation for span in spans for relation in find_slogans(report.text, span)]
    known = {relation.span for relation in slogans}
    near = [relation for span in spans for relation in find_collectives(masks(report), span)]
    near += (relation for span in spans for relation in find_apart(report.text, span))
    near += (relation for span in spans for relation in find_made_of(report.text, span))
    return (*slogans, *(relation for relation in near if relation.span not in known))
