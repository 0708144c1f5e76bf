"""One page for a browser: each report with the findings marked in its text and listed beside it.

The page is complete in itself: it loads nothing, and its policy lets no style or script but its own take effect.
Whatever comes from a file passes `escaped`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from string import Template

from reportlint import __version__
from reportlint.facts.figures.data import data_count
from reportlint.facts.prose.written import length
from reportlint.facts.relations import Relation
from reportlint.facts.statements.answers import Answer
from reportlint.facts.statements.items import Item
from reportlint.finding import Finding, Related, Severity
from reportlint.linting.check import load_checks
from reportlint.reporters import coverage
from reportlint.reporters.at_a_glance import PartNumbers, at_a_glance
from reportlint.reporters.figures import KINDS, doubt_of
from reportlint.reporters.html_elements import details, escaped, policy_of, table, tag
from reportlint.reporters.labels import SEVERITIES, crashed, name_of
from reportlint.reporters.marked_text import Shown, marked_lines, number_of
from reportlint.reporters.pictures import spread, strip
from reportlint.reporters.plain_text import cut
from reportlint.reporters.reference import published
from reportlint.repository.file_result import NO_REPORT, FileResult

_STATUS = {"own-section": "有", "merged": "合并", "embedded": "未单设", "absent": "缺"}
_QUOTED = 48
"""Columns of words quoted from another place."""


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One piece: the page."""
    rows: list[list[str]] = []
    reports: list[str] = []
    severities: Counter[Severity | None] = Counter()
    checks: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for result in results:
        counts["检查了 {} 份报告"] += result.report is not None and not result.settings
        counts["改好了 {} 处"] += result.fixed
        counts["豁免了 {} 处"] += result.waived
        counts["{} 个文件没能检查，或者没能做完"] += result.failed
        counts["略过 {} 个不是年度报告的文件"] += result.passed_over == NO_REPORT
        counts["略过 {} 个没有读的文件"] += result.passed_over not in ("", NO_REPORT)
        counts["按设置略过 {} 个文件"] += result.excluded
        severities.update(finding.severity for finding in result.findings)
        checks.update(finding.check for finding in result.findings)
        name = f"r{len(rows) + 1}"
        if result.report is not None:
            reports.append(_section(Shown(name, result, result.report)))
        if result.report is not None or result.failed:
            rows.append(_row(name, result))
    found = "，".join(f"{severities[each]} 处{word}" for each, word in SEVERITIES.items() if severities[each])
    told = [found or "没有发现问题"] if reports else ["没有检查任何报告"]
    told += [told_of.format(count) for told_of, count in counts.items() if count]
    yield _page(
        totals="；".join(told) + "。",
        severities="".join(
            _box("severity", str(each), tag("b", word, data_severity=each), severities[each])
            for each, word in SEVERITIES.items()
        ),
        checks="".join(tag("li", _check(name, count)) for name, count in sorted(checks.items())),
        summary=_summary(rows) if len(rows) > 1 or not reports else "",
        reports="\n".join(reports),
    )


# The page


def _page(**parts: str) -> str:
    """The page; its parts are markup."""
    folder = files("reportlint.reporters")
    page, style, script = (folder.joinpath(f"page.{suffix}").read_text("utf-8") for suffix in ("html", "css", "js"))
    said = Template(page).substitute(
        parts, policy=policy_of(style, script), style=style, script=script, version=__version__
    )
    return said.rstrip()


def _box(name: str, value: str, label: str, count: int) -> str:
    box = f'<input type="checkbox" name="{name}" value="{escaped(value)}" checked>'
    return tag("label", f"{box} {label} <span>{count}</span>")


def _check(name: str, count: int) -> str:
    known = load_checks().get(name)
    label = f"{escaped(known.title) if known else ''} {tag('code', escaped(name))}"
    address = published(name)
    page = f" {tag('a', '说明', href=address, rel='noreferrer')}" if address else ""
    return _box("check", name, label, count) + tag("small", escaped(_meaning(name)) + page)


# Files


def _summary(rows: Iterable[Sequence[str]]) -> str:
    return tag("section", tag("h2", "一览") + table(("文件", *SEVERITIES.values(), "说明"), rows))


def _row(name: str, result: FileResult) -> list[str]:
    """The line of the summary on a file."""
    counts = Counter(finding.severity for finding in result.findings)
    path = escaped(name_of(result.path))
    if result.report is None:
        return [path, *("—" for _ in SEVERITIES), _failures(result)]
    return [tag("a", path, href=f"#{name}"), *(str(counts[severity]) for severity in SEVERITIES), _failures(result)]


def _failures(result: FileResult) -> str:
    """What could not be done."""
    said = [result.error] if result.error else []
    said += map(crashed, result.crashes)
    return "".join(tag("p", escaped(failure), class_="failure") for failure in said)


def _section(shown: Shown) -> str:
    """One file: what was understood of it, its whole text, its findings."""
    known, path = shown.report.outline, name_of(shown.result.path)
    about = [path]
    overview = ""
    if shown.result.settings:
        about.append("设置文件，意见是对其中豁免的")
    elif known.is_report:
        about.append(f"{known.year} 年度" if known.year else "年度不明")
        about += [f"{known.published} 发布"] if known.published else []
        about += [f"{length(shown.report):,} 字", f"{data_count(shown.report):,} 个数据"]
        overview = _overview(shown)
    title = tag("h2", escaped(known.title.text if known.title else path))
    header = tag("header", title + tag("p", escaped(" · ".join(about))) + _failures(shown.result))
    text = tag("div", "\n".join(marked_lines(shown)), class_="text", role="region", aria_label="全文")
    count = tag("h3", f"意见 {len(shown.findings)} 条" if shown.findings else "没有发现问题")
    before: set[str] = set()
    listed = []
    for card, finding in shown.findings:
        listed.append(_card(shown, card, finding, again=finding.check in before))
        before.add(finding.check)
    cards = tag("ol", "\n".join(listed))
    reading = tag("div", text + tag("aside", count + cards, aria_label="意见", tabindex=0), class_="reading")
    where = strip(shown) if shown.findings else ""
    return tag("section", f"{header}\n{overview}\n{where}\n{reading}", class_="report", id=shown.name)


# What was understood


def _overview(shown: Shown) -> str:
    """The parts in numbers, the head's duties, the answers to the shortcomings, the matters told, the ledger of figures."""
    view = at_a_glance(shown.report)
    heads = ("部分", "有无", "行", "占比", "字数", "句", "数据", "说成效", "没有数据")
    pieces = [table(heads, [_part(shown, name, numbers) for name, numbers in view.parts.items()])]
    if view.duties and shown.report.part(shown.report.kind.head).status != "absent":
        duties = "".join(tag("li", f"{_sign(there)} {escaped(duty)}") for duty, there in view.duties.items())
        lacking = sum(not there for there in view.duties.values())
        verdict = f"{lacking} 项没有写到" if lacking else "都写到了"
        pieces.append(details(f"第一责任人的职责：{len(view.duties)} 项，{verdict}", tag("ul", duties)))
    if view.answers:
        rows = [_answer(shown, answer) for answer in view.answers]
        lacking = sum(not answer.answered for answer in view.answers)
        verdict = f"{lacking} 条没有回应" if lacking else "都有回应"
        pieces.append(details(f"不足和安排：{len(rows)} 条不足，{verdict}", table(("不足", "回应它的安排"), rows)))
    pieces.append(spread(shown))
    if view.fields:
        pieces.append(coverage.folded_table(shown, view.fields))
    if shown.relations:
        ledger = [_relation(shown, number, relation) for number, relation in enumerate(shown.relations)]
        wrong = sum(not relation.holds for relation in shown.relations)
        verdict = f"{wrong} 处不符" if wrong else "都相符"
        listed = table(("行", "关系", "文中写的", "算得", "结果"), ledger)
        pieces.append(details(f"数字核对：{len(ledger)} 处，{verdict}", listed))
    return tag("div", "\n".join(pieces), class_="overview")


def _sign(good: bool) -> str:
    return tag("span", "✓" if good else "✗", class_="good" if good else "bad")


def _part(shown: Shown, name: str, numbers: PartNumbers) -> list[str]:
    """The line of the table on a part."""
    part, line_of = shown.report.part(name), shown.report.source.line_of
    cells = [f"{_sign(part.span is not None)} {escaped(part.label)}", _STATUS[part.status]]
    if part.span is None:
        return cells + ["—"] * 7
    first, last = line_of(part.span.start), line_of(part.span.end - 1)
    share = round(numbers.share * 100)
    return [
        *cells,
        shown.link(part.span, f"{first}—{last}" if first < last else f"{first}"),
        f'<svg viewBox="0 0 100 8" aria-hidden="true"><rect width="{share}" height="8"/></svg> {share}%',
        f"{numbers.characters:,}",
        f"{numbers.sentences}",
        f"{numbers.data}",
        f"{numbers.claims or '—'}",
        f"{numbers.unsupported if numbers.claims else '—'}",
    ]


def _answer(shown: Shown, answer: Answer) -> tuple[str, str]:
    """The line of the table on a shortcoming."""
    reply = answer.nearest if answer.answered else None
    return _item(shown, answer.shortcoming), _item(shown, reply) if reply else f"{_sign(False)} 没有回应"


def _item(shown: Shown, item: Item) -> str:
    words = cut(shown.report.words(item.label).rstrip("。；"), _QUOTED)
    return f"{shown.link(item.label)} {escaped(words)}"


def _relation(shown: Shown, number: int, relation: Relation) -> list[str]:
    """The line of the ledger on a relation."""
    return [
        shown.link(relation.span, place=f"{shown.name}.{number}"),
        KINDS[relation.kind],
        escaped(shown.report.words(relation.span)),
        escaped(relation.computed),
        f"{_sign(relation.holds)} {'相符' if relation.holds else '不符'}{doubt_of(relation)}",
    ]


# What was found


def _card(shown: Shown, card: str, finding: Finding, again: bool) -> str:
    """A finding as it is listed. again: its check has spoken before, so that one line does until it is opened."""
    line, column = shown.report.source.position(finding.span.start)
    heads = (
        tag("span", number_of(card), class_="number"),
        tag("b", SEVERITIES[finding.severity or Severity.INFO], data_severity=finding.severity),
        tag("span", escaped(finding.title), class_="check", title=_meaning(finding.check)),
        tag("code", escaped(finding.check), title=_meaning(finding.check)),
        tag("a", f"{line}:{column}", href=f"#{card}w", aria_label=f"第 {line} 行第 {column} 字"),
    )
    told = {
        "改法": escaped(finding.suggestion),
        "改为": _replacement(shown, card, finding),
        "另见": _related(shown, card, finding.related),
        "依据": escaped(finding.basis or ""),
    }
    rows = "".join(tag("dt", term) + tag("dd", said) for term, said in told.items() if said)
    content = tag("div", " ".join(heads)) + tag("p", escaped(finding.message)) + (tag("dl", rows) if rows else "")
    kind = "card again" if again else "card"
    return tag("li", content, class_=kind, id=card, data_severity=finding.severity, data_check=finding.check)


def _replacement(shown: Shown, card: str, finding: Finding) -> str:
    """What may stand for the words, and where else the same is to be mended."""
    if finding.replacement is None:
        return ""
    words = tag("ins", f"“{escaped(finding.replacement)}”") if finding.replacement else "（删去）"
    if not finding.edits:
        return words
    others = shown.link(finding.edits[0].span, f"另有 {len(finding.edits)} 处", f"{card}.edits")
    return f"{words}（{others}同改）"


def _meaning(check: str) -> str:
    """The first sentence on a check."""
    known = load_checks().get(check)
    return known.summary if known else ""


def _related(shown: Shown, card: str, related: Sequence[Related]) -> str:
    """The places that go with a finding, those of one kind together."""
    kinds = groupby(enumerate(related), key=lambda numbered: numbered[1].message)
    return "；".join(
        f"{escaped(message)}：{'、'.join(_place(shown, f'{card}.{number}', each) for number, each in places)}"
        for message, places in kinds
    )


def _place(shown: Shown, name: str, related: Related) -> str:
    """Line, column and words of a place; a link where it stands in the same text."""
    source = related.source or shown.report.source
    line, column = source.position(related.span.start)
    words = escaped(cut(source.text[related.span.start : related.span.end], _QUOTED))
    if related.source:
        return f"{escaped(source.path)}:{line}:{column}“{words}”"
    return f"{shown.link(related.span, f'{line}:{column}', name)}“{words}”"
