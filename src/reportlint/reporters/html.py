"""One page for a browser: each report with the findings marked in its text and listed beside it.

The page is complete in itself: it loads nothing, and its policy lets no style or script but its own take effect.
Whatever comes from a file passes `_text`.
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby, pairwise
from string import Template
from typing import NamedTuple

from reportlint import __version__
from reportlint.check import load_checks
from reportlint.facts.answers import Answer
from reportlint.facts.items import Item
from reportlint.facts.relations import Relation
from reportlint.finding import Finding, Related, Severity
from reportlint.layout import trim
from reportlint.picture import PartPicture, picture
from reportlint.report import Report
from reportlint.reporters.figures import KINDS
from reportlint.reporters.said import crashed
from reportlint.reporters.text import SEVERITIES, clean, cut
from reportlint.run import Result
from reportlint.source import Source, Span

_STATUS = {"own-section": "有", "merged": "合并", "embedded": "未单设", "absent": "缺"}
_QUOTED = 48
"""Columns of words quoted from another place."""


@dataclass(frozen=True)
class _Shown:
    """A report on the page. name: what the ids of its section begin with."""

    name: str
    result: Result
    report: Report

    @property
    def findings(self) -> Sequence[tuple[str, Finding]]:
        """Each finding with the id of its card."""
        return [(f"{self.name}-{number}", finding) for number, finding in enumerate(self.result.findings, 1)]

    @property
    def relations(self) -> Sequence[Relation]:
        """The ledger; empty where the text is no report."""
        return self.report.relations if self.report.outline.is_report and not self.result.settings else ()

    def link(self, span: Span, words: str = "", place: str = "") -> str:
        """A link to the line of a span. place: the name of the spots that it lights up."""
        source = self.report.source
        words = words or f"第 {source.line_of(span.start)} 行"
        return _tag("a", words, href=f"#{self.anchor(source.line_at(span.start))}", data_see=place)

    def anchor(self, line: Span) -> str:
        """The id of a line of the text; by its place, as several of them may have come from one line of the file."""
        return f"{self.name}at{line.start}"


class _Spot(NamedTuple):
    """Something to be seen at a span of the text.

    kind: ``of``, the words of a finding; ``see``, a place that links lead to; ``class``, a heading that shares its line.
    name: the id of the finding's card, the name of the place, the class. severity: of a finding.
    """

    span: Span
    kind: str
    name: str
    severity: Severity | None = None


def findings(results: Iterable[Result]) -> Iterator[str]:
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
        counts["略过 {} 个不是年度报告的文件"] += result.passed_over
        counts["按设置略过 {} 个文件"] += result.excluded
        severities.update(finding.severity for finding in result.findings)
        checks.update(finding.check for finding in result.findings)
        name = f"r{len(rows) + 1}"
        if result.report is not None:
            reports.append(_section(_Shown(name, result, result.report)))
        if result.report is not None or result.failed:
            rows.append(_row(name, result))
    found = "，".join(f"{severities[each]} 处{word}" for each, word in SEVERITIES.items() if severities[each])
    told = [found or "没有发现问题"] if reports else ["没有检查任何报告"]
    told += [told_of.format(count) for told_of, count in counts.items() if count]
    yield _page(
        totals="；".join(told) + "。",
        severities="".join(
            _box("severity", str(each), _tag("b", word, data_severity=each), severities[each])
            for each, word in SEVERITIES.items()
        ),
        checks="".join(_tag("li", _check(name, count)) for name, count in sorted(checks.items())),
        summary=_summary(rows) if len(rows) > 1 or not reports else "",
        reports="\n".join(reports),
    )


# Markup


def _page(**parts: str) -> str:
    """The page; its parts are markup."""
    folder = files("reportlint.reporters")
    page, style, script = (folder.joinpath(f"page.{suffix}").read_text("utf-8") for suffix in ("html", "css", "js"))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(page).substitute(parts, policy=policy, style=style, script=script, version=__version__).rstrip()


def _digest(content: str) -> str:
    """How a policy names the one style or script that it allows."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _text(text: str) -> str:
    """Anybody's words as markup. Newlines stay; other characters that cannot be seen become U+FFFD."""
    return escape("\n".join(map(clean, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))))


def _tag(tag: str, content: str, **attributes: object) -> str:
    """An element. content: markup. attributes: any words; those that are None or empty are left out."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_text(str(value))}"'
        for name, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{tag}{said}>{content}</{tag}>"


def _box(name: str, value: str, label: str, count: int) -> str:
    box = f'<input type="checkbox" name="{name}" value="{_text(value)}" checked>'
    return _tag("label", f"{box} {label} <span>{count}</span>")


def _check(name: str, count: int) -> str:
    return _box("check", name, _tag("code", _text(name)), count) + _tag("small", _text(_meaning(name)))


def _table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of markup; the first cell of a row names it."""
    head = "".join(_tag("th", word, scope="col") for word in heads)
    body = "".join(
        _tag("tr", _tag("th", row[0], scope="row") + "".join(_tag("td", cell) for cell in row[1:])) for row in rows
    )
    return _tag("div", _tag("table", _tag("thead", _tag("tr", head)) + _tag("tbody", body)), class_="table")


# Files


def _summary(rows: Iterable[Sequence[str]]) -> str:
    return _tag("section", _tag("h2", "一览") + _table(("文件", *SEVERITIES.values(), "说明"), rows))


def _row(name: str, result: Result) -> list[str]:
    """The line of the summary on a file."""
    counts = Counter(finding.severity for finding in result.findings)
    path = _text(_path(result))
    if result.report is None:
        return [path, *("—" for _ in SEVERITIES), _failures(result)]
    return [_tag("a", path, href=f"#{name}"), *(str(counts[severity]) for severity in SEVERITIES), _failures(result)]


def _failures(result: Result) -> str:
    """What could not be done."""
    said = [result.error] if result.error else []
    said += map(crashed, result.crashes)
    return "".join(_tag("p", _text(failure), class_="failure") for failure in said)


def _path(result: Result) -> str:
    return "标准输入" if result.path == "-" else result.path


def _section(shown: _Shown) -> str:
    """One file: what was understood of it, its whole text, its findings."""
    known, path = shown.report.outline, _path(shown.result)
    about = [path]
    overview = ""
    if shown.result.settings:
        about.append("设置文件，意见是对其中豁免的")
    elif known.is_report:
        about.append(f"{known.year} 年度" if known.year else "年度不明")
        about += [f"{known.published} 发布"] if known.published else []
        about += [f"{shown.report.length:,} 字", f"{len(shown.report.data):,} 个数据"]
        overview = _overview(shown)
    title = _tag("h2", _text(known.title.text if known.title else path))
    header = _tag("header", title + _tag("p", _text(" · ".join(about))) + _failures(shown.result))
    text = _tag("div", "\n".join(_lines(shown)), class_="text", role="region", aria_label="全文")
    count = _tag("h3", f"意见 {len(shown.findings)} 条" if shown.findings else "没有发现问题")
    cards = _tag("ol", "\n".join(_card(shown, card, finding) for card, finding in shown.findings))
    reading = _tag("div", text + _tag("aside", count + cards, aria_label="意见", tabindex=0), class_="reading")
    return _tag("section", f"{header}\n{overview}\n{reading}", class_="report", id=shown.name)


# What was understood


def _overview(shown: _Shown) -> str:
    """The parts in numbers, the head's duties, the answers to the shortcomings, the ledger of figures."""
    view = picture(shown.report)
    heads = ("部分", "有无", "行", "占比", "字数", "句", "数据", "说成效", "没有数据")
    pieces = [_table(heads, [_part(shown, name, numbers) for name, numbers in view.parts.items()])]
    if shown.report.part("responsibility").status != "absent":
        duties = "".join(_tag("li", f"{_sign(there)} {_text(duty)}") for duty, there in view.duties.items())
        lacking = sum(not there for there in view.duties.values())
        verdict = f"{lacking} 项没有写到" if lacking else "都写到了"
        pieces.append(_details(f"第一责任人的职责：{len(view.duties)} 项，{verdict}", _tag("ul", duties)))
    if view.answers:
        rows = [_answer(shown, answer) for answer in view.answers]
        lacking = sum(not answer.answered for answer in view.answers)
        verdict = f"{lacking} 条没有回应" if lacking else "都有回应"
        pieces.append(_details(f"不足和安排：{len(rows)} 条不足，{verdict}", _table(("不足", "回应它的安排"), rows)))
    if shown.relations:
        ledger = [_relation(shown, number, relation) for number, relation in enumerate(shown.relations)]
        wrong = sum(not relation.holds for relation in shown.relations)
        verdict = f"{wrong} 处不符" if wrong else "都相符"
        table = _table(("行", "关系", "文中写的", "算得", "结果"), ledger)
        pieces.append(_details(f"数字核对：{len(ledger)} 处，{verdict}", table))
    return _tag("div", "\n".join(pieces), class_="overview")


def _details(title: str, content: str) -> str:
    return _tag("details", _tag("summary", title) + content)


def _sign(good: bool) -> str:
    return _tag("span", "✓" if good else "✗", class_="good" if good else "bad")


def _part(shown: _Shown, name: str, numbers: PartPicture) -> list[str]:
    """The line of the table on a part."""
    part, line_of = shown.report.part(name), shown.report.source.line_of
    cells = [f"{_sign(part.span is not None)} {_text(part.label)}", _STATUS[part.status]]
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


def _answer(shown: _Shown, answer: Answer) -> tuple[str, str]:
    """The line of the table on a shortcoming."""
    reply = answer.nearest if answer.answered else None
    return _item(shown, answer.shortcoming), _item(shown, reply) if reply else f"{_sign(False)} 没有回应"


def _item(shown: _Shown, item: Item) -> str:
    words = cut(shown.report.words(item.label).rstrip("。；"), _QUOTED)
    return f"{shown.link(item.label)} {_text(words)}"


def _relation(shown: _Shown, number: int, relation: Relation) -> list[str]:
    """The line of the ledger on a relation."""
    doubt = "" if relation.certain or relation.holds else "（按常理推断，请核对）"
    return [
        shown.link(relation.span, place=f"{shown.name}.{number}"),
        KINDS[relation.kind],
        _text(shown.report.words(relation.span)),
        _text(relation.computed),
        f"{_sign(relation.holds)} {'相符' if relation.holds else '不符'}{doubt}",
    ]


# What was found


def _card(shown: _Shown, card: str, finding: Finding) -> str:
    """A finding as it is listed."""
    line, column = shown.report.source.position(finding.span.start)
    heads = (
        _tag("span", _number(card), class_="number"),
        _tag("b", SEVERITIES[finding.severity or Severity.INFO], data_severity=finding.severity),
        _tag("code", _text(finding.check), title=_meaning(finding.check)),
        _tag("a", f"{line}:{column}", href=f"#{card}w", aria_label=f"第 {line} 行第 {column} 字"),
    )
    told = {
        "改法": _text(finding.suggestion),
        "改为": _replacement(shown, card, finding),
        "另见": _related(shown, card, finding.related),
        "依据": _text(finding.basis or ""),
    }
    rows = "".join(_tag("dt", term) + _tag("dd", said) for term, said in told.items() if said)
    content = _tag("div", " ".join(heads)) + _tag("p", _text(finding.message)) + (_tag("dl", rows) if rows else "")
    return _tag("li", content, class_="card", id=card, data_severity=finding.severity, data_check=finding.check)


def _replacement(shown: _Shown, card: str, finding: Finding) -> str:
    """What may stand for the words, and where else the same is to be mended."""
    if finding.replacement is None:
        return ""
    words = _tag("ins", f"“{_text(finding.replacement)}”") if finding.replacement else "（删去）"
    if not finding.edits:
        return words
    others = shown.link(finding.edits[0].span, f"另有 {len(finding.edits)} 处", f"{card}.edits")
    return f"{words}（{others}同改）"


def _meaning(check: str) -> str:
    """The first sentence on a check."""
    known = load_checks().get(check)
    return known.summary if known else ""


def _related(shown: _Shown, card: str, related: Sequence[Related]) -> str:
    """The places that go with a finding, those of one kind together."""
    kinds = groupby(enumerate(related), key=lambda numbered: numbered[1].message)
    return "；".join(
        f"{_text(message)}：{'、'.join(_place(shown, f'{card}.{number}', each) for number, each in places)}"
        for message, places in kinds
    )


def _place(shown: _Shown, name: str, related: Related) -> str:
    """Line, column and words of a place; a link where it stands in the same text."""
    source = related.source or shown.report.source
    line, column = source.position(related.span.start)
    words = _text(cut(source.text[related.span.start : related.span.end], _QUOTED))
    if related.source:
        return f"{_text(source.path)}:{line}:{column}“{words}”"
    return f"{shown.link(related.span, f'{line}:{column}', name)}“{words}”"


# The text


def _lines(shown: _Shown) -> Iterator[str]:
    """Each line of the text, with what is to be seen in it."""
    source, roles = shown.report.source, _roles(shown.report)
    whole = [trim(source.text, line) for line in source.lines]
    spots = [*_spots(shown), *(_Spot(span, "class", roles[span]) for span in roles.keys() - set(whole))]
    for line, words, pieces in zip(source.lines, whole, _marked(source, spots), strict=True):
        role = roles.get(words, "")
        heading = {"role": "heading", "aria_level": _LEVELS[role]} if role in _LEVELS else {}
        own = {"class_": f"line {role}".rstrip(), "id": shown.anchor(line), "data_n": source.line_of(line.start)}
        yield _tag("p", "".join(pieces), **own, **heading)


def _marked(source: Source, spots: Sequence[_Spot]) -> Iterator[list[str]]:
    """The pieces of each line. Spots may lie across each other: it is cut wherever one of them begins or ends."""
    waiting = sorted(spots, key=lambda spot: spot.span, reverse=True)
    cuts = sorted({place for spot in spots for place in spot.span})
    ending: dict[int, list[_Spot]] = {}
    for spot in spots:
        if spot.kind == "of":
            ending.setdefault(spot.span.end, []).append(spot)
    over: list[_Spot] = []
    for line in source.lines:
        pieces = []
        within = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
        for start, end in pairwise((line.start, *within, line.end)):
            while waiting and waiting[-1].span.start <= start:
                over.append(waiting.pop())
            over = [spot for spot in over if spot.span.end > start]
            pieces.append(_piece(source.text[start:end], over))
            pieces += map(_note, ending.pop(end, ()))
        yield pieces


_LEVELS = {"title": 3, **{f"h{level}": level + 3 for level in range(1, 8)}}
"""The classes of a report's title and headings, with their level on the page."""


def _roles(report: Report) -> dict[Span, str]:
    """Title, headings and furniture, with the class that shows them as such; all else is prose."""
    outline = report.outline
    return {
        **dict.fromkeys(outline.furniture, "furniture"),
        **dict.fromkeys(outline.title.spans if outline.title else (), "title"),
        **{heading.span: f"h{heading.level}" for heading in outline.headings},
    }


def _spots(shown: _Shown) -> Iterator[_Spot]:
    """The words of each finding, the places in the same text that go with it, and the figures of the ledger."""
    for card, finding in shown.findings:
        yield _Spot(_within_lines(shown.report.source, finding.span), "of", card, finding.severity)
        for place, related in enumerate(finding.related):
            if related.source is None:
                yield _Spot(related.span, "see", f"{card}.{place}")
        for edit in finding.edits:
            yield _Spot(edit.span, "see", f"{card}.edits")
    for number, relation in enumerate(shown.relations):
        for span in (relation.span, *relation.operands):
            yield _Spot(span, "see", f"{shown.name}.{number}")


def _within_lines(source: Source, span: Span) -> Span:
    """The span without newlines at its end: its note stands behind a word, or at the end of a line."""
    start = min(span.start, source.line_at(span.start).end)
    return Span(start, start + len(source.text[start : span.end].rstrip("\r\n")))


def _piece(words: str, over: Sequence[_Spot]) -> str:
    """Words that lie under the same spots from end to end."""
    if not over or not words:
        return _text(words)
    role, of, see = (" ".join(spot.name for spot in over if spot.kind == kind) for kind in ("class", "of", "see"))
    severity = max((spot.severity for spot in over if spot.severity), default=None)
    tag = "mark" if of else "span"
    return _tag(tag, _text(words), class_=role, data_of=of, data_see=see, data_severity=severity)


def _note(spot: _Spot) -> str:
    """The number of a finding behind its words. The style draws it: it is no part of the text."""
    number = _number(spot.name)
    own = {"class_": "note", "id": f"{spot.name}w", "href": f"#{spot.name}", "data_n": number}
    return _tag("a", "", **own, data_severity=spot.severity, aria_label=f"意见 {number}")


def _number(card: str) -> str:
    """The number of a finding in its text, from 1."""
    return card.rpartition("-")[2]
