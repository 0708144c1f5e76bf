"""A survey as one page for a browser: it loads nothing, runs its own script alone, and nobody's words become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import islice
from string import Template

from reportlint import __version__
from reportlint.finding import Severity
from reportlint.reporters.html_elements import details, digest, escaped, table, tag
from reportlint.reporters.plain_text import width
from reportlint.survey.copies import Copy
from reportlint.survey.matching import Missing
from reportlint.survey.pictures import pictures
from reportlint.survey.row import Note
from reportlint.survey.survey import Survey
from reportlint.survey.table import SEVERITIES, Column, cells, columns

_HERE = "\0"
"""Where pieces are put in that are too many to be held together; no text of a page has this sign."""
_NARROWEST, _WIDEST, _LINES = 4.5, 44, 3
"""Of columns, in em; and lines that a title may take."""
_COPIES, _PLACES = 500, 20
"""Groups of copied paragraphs that the page shows, and places of each; the Excel file has all."""


def written(survey: Survey, folder: str) -> Iterator[bytes]:
    """The page in pieces."""
    for piece in _pieces(survey):
        yield piece.encode("utf-8", "backslashreplace")


def _pieces(survey: Survey) -> Iterator[str]:
    shown = [column for column in columns(survey) if not column.name.startswith("family.") and column.name != "reason"]
    style, script, page = (
        files("reportlint.survey").joinpath(f"survey.{suffix}").read_text("utf-8") for suffix in ("css", "js", "html")
    )
    style += f"#reports tr {{ grid-template-columns: {_widths(survey, shown)}; }}\n"
    policy = f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'; form-action 'none'"  # fmt: skip
    said = Template(page).substitute(
        policy=policy,
        style=style,
        script=script,
        version=__version__,
        year=escaped(f"{survey.year} 年度" if survey.year else "年度不明"),
        totals=_totals(survey),
        **dict.fromkeys(("table", "lists", "pictures", "offices"), _HERE),
    )
    before, *after = said.split(_HERE)
    yield before
    parts = (_table(survey, shown), _lists(survey), [pictures(survey)], (_office(survey, n) for n in survey.reports))
    for pieces, rest in zip(parts, after, strict=True):
        yield from pieces
        yield rest


def _totals(survey: Survey) -> str:
    said = [f"{len(survey.reports)} 份报告"]
    said += [
        f"{sum(survey.rows[n].count(level) for n in survey.reports)} 处{word}" for level, word in SEVERITIES.items()
    ]
    if survey.offices:
        said.append(survey.by_roster)
    return escaped("，".join(said) + "。")


def _widths(survey: Survey, shown: list[Column]) -> str:
    """How wide each column is, in CSS: as wide as what is in it, within bounds."""
    most = [width(column.title) // _LINES for column in shown]
    for number in survey.reports:
        said = ("" if cell is None else str(cell) for cell in cells(survey, number, shown))
        most = [max(known, width(words)) for known, words in zip(most, said, strict=True)]
    return " ".join(f"{min(max(_NARROWEST, each * 0.58 + 1.7), _WIDEST):.1f}em" for each in most)


def _table(survey: Survey, shown: list[Column]) -> Iterator[str]:
    head = "".join(tag("th", tag("button", escaped(column.title), type="button"), scope="col") for column in shown)
    whole = tag("table", tag("thead", tag("tr", head)) + tag("tbody", _HERE), id="reports")
    before, after = whole.split(_HERE)
    yield before
    yield from (_line(survey, number, shown) for number in survey.reports)
    yield after


def _line(survey: Survey, number: int, shown: list[Column]) -> str:
    said = []
    for column, value in zip(shown, cells(survey, number, shown), strict=True):
        text = "" if value is None else escaped(str(value))
        if column.name == "office":
            said.append(tag("th", tag("a", text, href=f"#o{number}"), scope="row"))
        else:
            said.append(tag("td", text, class_="number" if isinstance(value, int | float) else None))
    return tag("tr", "".join(said))


def _lists(survey: Survey) -> Iterable[str]:
    rows = survey.rows
    yield _listed("没有报送", [escaped(_missing(each)) for each in survey.missing])
    yield _listed(
        "名单上没有的单位，请核对",
        [
            _link(survey, number) + escaped(f"（可能是 {'、'.join(names)}）" if names else "")
            for number, names in survey.matched.asked.items()
        ],
    )
    yield _listed("同一单位的几份报告", ["、".join(_link(survey, n) + escaped(f"（{rows[n].path}）") for n in group) for group in survey.doubled])  # fmt: skip
    yield _listed(f"不是 {survey.year} 年度的报告", [_link(survey, n) + escaped(f"（{rows[n].year} 年度）") for n in survey.other_year])  # fmt: skip
    yield _listed("没有检查的文件", [escaped(f"{rows[n].path}：{rows[n].error}") for n in survey.unread])
    yield _listed("上一年度没有检查的文件", [escaped(f"{row.path}：{row.error}") for row in survey.unread_last_year])
    yield _listed("雷同的段落", [_copy(survey, copy) for copy in islice(survey.copies(), _COPIES)], survey.copied)
    yield _listed(
        "两个单位说的数不一样",
        [
            f"{escaped(one.place + one.matter)}：{_link(survey, a)} “{escaped(one.words)}”，{_link(survey, b)} “{escaped(other.words)}”"
            for (a, one), (b, other) in survey.contradictions
        ],
    )
    yield _listed("豁免不再起作用", [escaped(f"{w.path}:{w.line}：{w.message}{w.suggestion}") for w in survey.idle])


def _missing(missing: Missing) -> str:
    office = missing.office
    return f"{office.name}{f'（{office.district}）' if office.district else ''}{f'：{missing.told}' if missing.reports else ''}"


def _listed(title: str, items: list[str], of: int = 0) -> str:
    """A list that unfolds. of: how many there are, where that may be more than are shown."""
    if not items:
        return ""
    said = f"共 {of}，这里是前 {len(items)}" if of > len(items) else f"{len(items)}"
    return details(escaped(f"{title}（{said}）"), tag("ul", "".join(tag("li", item) for item in items)))


def _link(survey: Survey, number: int) -> str:
    return tag("a", escaped(survey.called(number)), href=f"#o{number}")


def _copy(survey: Survey, copy: Copy) -> str:
    where = []
    for place in copy.places[:_PLACES]:
        row, line, _ = survey.at(place)
        last = escaped(f"{row.called}（上一年度）")
        where.append(last if place.last_year else _link(survey, place.row) + escaped(f"（第 {line} 行）"))
    more = f"等 {len(copy.places)} 处" if len(copy.places) > _PLACES else ""
    return f"{'、'.join(where)}{more}，约 {copy.size} 字：“{escaped(survey.at(copy.places[0])[2])}……”"


def _office(survey: Survey, number: int) -> str:
    """The office's own page: what is found in its report, the gravest first."""
    row = survey.rows[number]
    notes = survey.store.notes(number)
    listed = table(("级别", "行", "原文", "说明", "改法", "依据"), [_note(note) for note in notes]) if notes else tag("p", "没有发现问题。")  # fmt: skip
    about = tag("p", escaped(f"{row.title}　{row.path}"))
    return tag("section", tag("h3", escaped(survey.called(number))) + about + listed, id=f"o{number}", class_="office")


def _note(note: Note) -> list[str]:
    severity = Severity(note.severity)
    return [
        tag("b", SEVERITIES[severity], data_severity=severity),
        str(note.line),
        escaped(note.words),
        escaped(f"{note.title}：{note.message}"),
        escaped(note.suggestion),
        escaped(note.basis),
    ]
