"""The ledger: every relation between figures that was verified, or every quantity, for a reviewer to tick off."""

from __future__ import annotations

from reportlint.facts.figures.counted import counted
from reportlint.facts.figures.quantities import quantities
from reportlint.facts.relations import Relation, relations
from reportlint.facts.tables.totals import verified
from reportlint.report import Report
from reportlint.reporters.plain_text import clean, cut

KINDS = {"ratio": "比率", "sum": "合计", "count": "项数", "part": "部分", "change": "增减", "repeat": "重复"}
_QUANTITIES = {
    "count": "数量",
    "percent": "百分比",
    "point": "百分点",
    "multiple": "倍数",
    "fraction": "分数",
    "ordinal": "序数",
}
_COLUMNS = 40


def doubt_of(relation: Relation) -> str:
    """What is said behind a relation that does not hold and is not certain; else ""."""
    return "" if relation.certain or relation.holds else "（按常理推断，请核对）"


def ledger(report: Report) -> str:
    """One line a relation: ✓ or ✗, line, kind, the sum that was done, the words it stands in."""
    lines = [clean(report.source.path)]
    for relation in relations(report):
        line = report.source.line_of(relation.span.start)
        first = min(relation.span.start, *(span.start for span in relation.operands), relation.span.start)
        words = report.words(relation.span)
        context = cut(clean(report.text[first : relation.span.end]).replace("\n", " "), _COLUMNS)
        sign = "✓" if relation.holds else "✗"
        lines.append(
            f"  {sign} 第 {line} 行  {KINDS[relation.kind]}  {relation.computed}，文中“{clean(words)}”{doubt_of(relation)}"
        )
        lines.append(f"      {context}")
    sums = verified(report)
    for each in (each for each in sums if each.fails):
        line = report.source.line_of(each.right[0].span.start)
        lines.append(f"  ✗ 第 {line} 行  表格  {clean(each.told)}")
    known = relations(report)
    if known or not sums:
        wrong = sum(not relation.holds for relation in known)
        lines.append(f"核对了 {len(known)} 处数字关系：{len(known) - wrong} 处相符，{wrong} 处不符。")
    if sums:
        wrong = sum(each.fails for each in sums)
        lines.append(f"核对了表格里的 {len(sums)} 个等式：{len(sums) - wrong} 个成立，{wrong} 个不成立。")
    return "\n".join(lines)


def listing(report: Report) -> str:
    """One line a quantity: place, words, value, unit, kind, what is counted."""
    lines = [clean(report.source.path)]
    for quantity in quantities(report):
        line, column = report.source.position(quantity.span.start)
        value = f"{quantity.value:f}" + (f"—{quantity.high:f}" if quantity.high is not None else "")
        about = "，概数" if quantity.approximate else ""
        noun = counted(report.text, quantity)
        named = f"，{clean(noun)}" if noun else ""
        words = clean(report.words(quantity.span))
        lines.append(
            f"  {line}:{column}  {words}  = {cut(value, 30)} {quantity.unit}（{_QUANTITIES[quantity.kind]}{about}{named}）"
        )
    lines.append(f"共 {len(quantities(report))} 个数量。")
    return "\n".join(lines)
