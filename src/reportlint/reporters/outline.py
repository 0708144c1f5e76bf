"""The outline of a report for a person: what was understood, heading by heading."""

from __future__ import annotations

from reportlint.facts.statements.items import Item
from reportlint.facts.tables.sheets import tables_in
from reportlint.report import Report
from reportlint.reporters import coverage
from reportlint.reporters.at_a_glance import AtAGlance, at_a_glance
from reportlint.reporters.plain_text import clean_lines, cut
from reportlint.reporters.summary import summary
from reportlint.repository.one_file import understood


def render(report: Report) -> str:
    """The summary; the picture of the parts; each heading indented by its level, with its line and the part it names."""
    outline = report.outline
    shown, known = at_a_glance(report), understood(report)
    lines = [report.source.path, *(f"  {line}" for line in summary(known)), "", *_picture(report, shown), ""]
    labels = {name: part.label for name, part in outline.parts.items()}
    for heading in outline.headings:
        number = report.source.line_of(heading.span.start)
        parts = (
            f"  → {'、'.join(labels[part] for part in heading.parts)}" if heading.level == 1 and heading.parts else ""
        )
        lines.append(f"{number:>5}  {'  ' * (heading.level - 1)}{heading.marker}{heading.text}{parts}")
    tables = [table.span for table in report.source.tables]
    if tables:
        places = (f"{report.source.line_of(span.start)}—{report.source.line_of(span.end)}" for span in tables)
        lines += ["", f"表格：第 {'、'.join(places)} 行"]
    if left := [span for span in outline.furniture if not any(table.covers(span) for table in tables)]:
        numbers = "、".join(str(report.source.line_of(span.start)) for span in left)
        lines += ["", f"略去的网页文字：第 {numbers} 行"]
    if shown.fields:
        lines += ["", *coverage.lines(report, shown.fields)]
    return clean_lines("\n".join(lines))


def _picture(report: Report, shown: AtAGlance) -> list[str]:
    """What a reviewer reads first: the parts in numbers, the head's duties, the shortcomings and their answers."""
    lines = []
    for name, part in shown.parts.items():
        claims = f"，说成效 {part.claims} 处（{part.unsupported} 处没有数据）" if part.claims else ""
        numbers = f"{part.characters:,} 字（{part.share:.0%}），{part.sentences} 句，{part.data} 个数据{claims}"
        tables = len(tables_in(report, name))
        told = [numbers] if part.characters else []
        told += [f"表格 {tables} 张"] if tables else []
        lines.append(f"{report.part(name).label}：{'，'.join(told) or '没有内容'}")
    told = [duty for duty, there in shown.duties.items() if there]
    lacking = [duty for duty, there in shown.duties.items() if not there]
    if shown.duties and report.part(report.kind.head).status != "absent":
        lines.append(
            f"第一责任人的职责：写到 {len(told)} 项" + (f"，没有写到：{'；'.join(lacking)}" if lacking else "")
        )
    for answer in shown.answers:
        shortcoming = _place(report, answer.shortcoming)
        reply = _place(report, answer.nearest) if answer.answered and answer.nearest else "（安排里没有回应）"
        lines.append(f"不足 {shortcoming}  →  {reply}")
    return lines


def _place(report: Report, item: Item) -> str:
    return f"第 {report.source.line_of(item.label.start)} 行“{cut(report.words(item.label).rstrip('。；'), 36)}”"
