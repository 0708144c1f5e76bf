"""A survey as one page for a browser: it loads nothing, runs its own script alone, and nobody's words become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import islice
from math import ceil
from string import Template

from reportlint import __version__
from reportlint.finding import Severity
from reportlint.reporters.html_elements import details, escaped, policy_of, table, tag
from reportlint.reporters.labels import SEVERITIES
from reportlint.reporters.plain_text import cut
from reportlint.survey.copies import Copy
from reportlint.survey.figures import Figure
from reportlint.survey.links import address
from reportlint.survey.matching import Missing
from reportlint.survey.pictures import pictures
from reportlint.survey.places import by_places
from reportlint.survey.row import Note, Row
from reportlint.survey.survey import Survey
from reportlint.survey.table import SIGNS, Column, cells, columns, files_of_several

_HERE = "\0"
"""Where pieces are put in that are too many to be held together; no text of a page has this sign."""
_NARROWEST, _WIDEST, _PADDING, _LINES = 2.0, 24, 0.85, 3
"""Of columns, in em; and lines that a title may take."""
_MAY_SHRINK = {"office": 11, "district": 5, "kind": 3, "report": 5, "first": 10}
"""Columns that may be narrower than what is in them, which then takes several lines, and how narrow, in em."""
_QUOTED = 160
"""Columns of a copied paragraph."""
_COPIES, _PLACES = 500, 20
"""Groups of copied paragraphs that the page shows, and places of each; the Excel file has all."""


def written(survey: Survey, folder: str) -> Iterator[bytes]:
    """The page in pieces. folder: where it is to lie, for the links in it."""
    for piece in _pieces(survey, folder):
        yield piece.encode("utf-8", "backslashreplace")


def _pieces(survey: Survey, folder: str) -> Iterator[str]:
    shown, widths = _fitted(survey, [*_columns(survey)])
    style, script, page = (
        files("reportlint.survey").joinpath(f"survey.{suffix}").read_text("utf-8") for suffix in ("css", "js", "html")
    )
    style += f"#reports {{ {widths} }}\n"
    said = Template(page).substitute(
        policy=policy_of(style, script),
        style=style,
        script=script,
        version=__version__,
        year=escaped(f"{survey.year} 年度" if survey.year else "年度不明"),
        totals=_totals(survey),
        **dict.fromkeys(("lists", "table", "pictures", "offices"), _HERE),
    )
    before, *after = said.split(_HERE)
    yield before
    parts = (
        _lists(survey),
        _table(survey, shown),
        [pictures(survey)],
        (_office(survey, n, folder) for n in survey.reports),
    )
    for pieces, rest in zip(parts, after, strict=True):
        yield from pieces
        yield rest


def _totals(survey: Survey) -> str:
    said = [f"{len(survey.reports)} 份报告"]
    said += [f"{survey.count(level)} 处{word}" for level, word in SEVERITIES.items()]
    if survey.offices:
        said.append(survey.by_roster)
    return escaped("，".join(said) + "。")


def _columns(survey: Survey) -> Iterator[Column]:
    """The columns that the page has: the parts in one; families, files and copies stand in the office's own place."""
    parts = Column("parts", "部分", lambda survey, number, row: "".join(SIGNS[p.status] for p in row.parts.values()))
    for column in columns(survey):
        if column.name == "length":
            yield parts
        if column.name.startswith(("part.", "family.")) or column.name in ("review", "path", "reason"):
            continue
        if column.name != "year" or len({survey.rows[number].year for number in survey.reports}) > 1:
            yield column


def _fitted(survey: Survey, columns: list[Column]) -> tuple[list[Column], str]:
    """The columns that are not empty, and in CSS how wide they are: as wide as what is in them, but for the name of the office and
    what is to be mended first, which take what is left.
    """
    most = [0.0] * len(columns)
    files = files_of_several(survey)
    for number in survey.reports:
        said = ("" if cell is None else str(cell) for cell in cells(survey, number, columns))
        most = [max(known, _ems(words)) for known, words in zip(most, said, strict=True)]
    shown, least, tracks = [], 0.0, []
    for column, wide in zip(columns, most, strict=True):
        if not wide:
            continue
        shown.append(column)
        need = max(wide, ceil(_ems(column.title) / _LINES), _NARROWEST) + _PADDING
        if column.name == "office":
            need = max(need, *map(_ems, files.values())) if files else need
        minimum = min(need, _MAY_SHRINK.get(column.name, _WIDEST))
        least += minimum
        end = "1fr" if column.name == "first" else f"{min(need, _WIDEST):.1f}em"
        tracks.append(f"minmax({minimum:.1f}em, {end})")
    return shown, f"min-width: {least:.1f}em; --columns: {' '.join(tracks)};"


def _ems(words: str) -> float:
    """How wide words are, in em, at most: digits and Latin letters mostly are narrower than 0.65, and points than 0.4."""
    return sum(0.4 if sign in "-./" else 0.65 if sign < "\x7f" else 1.0 for sign in words)


def _table(survey: Survey, shown: list[Column]) -> Iterator[str]:
    head = "".join(tag("th", tag("button", escaped(column.title), type="button"), scope="col") for column in shown)
    whole = tag("table", tag("thead", tag("tr", head)) + tag("tbody", _HERE), id="reports")
    before, after = whole.split(_HERE)
    yield before
    files = files_of_several(survey)
    yield from (_line(survey, number, shown, files.get(number, "")) for number in survey.reports)
    yield after


def _line(survey: Survey, number: int, shown: list[Column], file: str) -> str:
    """A row. file: its name, where the office has several rows."""
    said = []
    for column, value in zip(shown, cells(survey, number, shown), strict=True):
        text = "" if value is None else escaped(str(value))
        if column.name == "office":
            name = tag("a", text, href=f"#o{number}") + (tag("small", escaped(f" {file}")) if file else "")
            said.append(tag("th", name, scope="row"))
        else:
            kind = "number" if isinstance(value, int | float) else "text" if column.name in _MAY_SHRINK else None
            said.append(tag("td", text, class_=kind))
    return tag("tr", "".join(said), data_file=survey.rows[number].path)


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
    yield _listed("--previous 里不是上一年度、没有拿来比的报告", [escaped(f"{row.path}（{row.year} 年度）") for row in survey.not_last_year])  # fmt: skip
    yield _listed("上一年度没有检查的文件", [escaped(f"{row.path}：{row.error}") for row in survey.unread_last_year])
    yield _listed("雷同的段落", [_copy(survey, copy) for copy in islice(survey.copies(), _COPIES)], survey.copied)
    templates = [escaped(f"“{cut(words, _QUOTED)}”，{offices} 个单位") for words, offices in survey.templates]
    yield _listed("三分之一以上的单位都写了、算作模板的段落", templates[:_COPIES], len(templates))
    yield _listed(
        "两个单位说的数不一样",
        [
            f"{escaped(one.place + one.matter)}：{_figure_quoted(survey, a, one)}，{_figure_quoted(survey, b, other)}"
            for (a, one), (b, other) in survey.contradictions
        ],
    )
    yield _listed("豁免不再起作用", [escaped(f"{w.path}:{w.line}：{w.message}{w.suggestion}") for w in survey.idle])


def _missing(missing: Missing) -> str:
    office = missing.office
    return f"{office.name}{f'（{office.district}）' if office.district else ''}{f'：{missing.told}' if missing.reports or missing.remark else ''}"


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
        where.append(last if place.last_year else _link(survey, place.row) + escaped(f"（{row.place(line)}）"))
    more = f"等 {len(copy.places)} 处" if len(copy.places) > _PLACES else ""
    return f"{'、'.join(where)}{more}，约 {copy.size} 字：“{escaped(cut(survey.at(copy.places[0])[2], _QUOTED))}”"


def _figure_quoted(survey: Survey, number: int, figure: Figure) -> str:
    """A figure's office, place and words."""
    return _link(survey, number) + escaped(f"（{survey.rows[number].place(figure.line)}）“{figure.words}”")


def _office(survey: Survey, number: int, folder: str) -> str:
    """The office's own page: what is found in its report, the gravest first."""
    row = survey.rows[number]
    notes = survey.store.notes(number)
    listed = table(("级别", "位置", "原文", "说明", "改法", "依据"), [_note(row, note) for note in notes]) if notes else tag("p", "没有发现问题。")  # fmt: skip
    about = tag("p", escaped(f"{row.title}　{row.path}") + _review(survey, number, folder))
    about += tag("p", escaped("　".join(f"{SIGNS[part.status]} {part.label}" for part in row.parts.values())))
    return tag("section", tag("h3", escaped(survey.called(number))) + about + listed, id=f"o{number}", class_="office")


def _review(survey: Survey, number: int, folder: str) -> str:
    """A link to the review copy, where there is one."""
    target = address(survey.reviews[number], folder) if number in survey.reviews else None
    return f"　{tag('a', '批注本', href=f'./{target}')}" if target else ""


def _note(row: Row, note: Note) -> list[str]:
    severity = Severity(note.severity)
    return [
        tag("b", SEVERITIES[severity], data_severity=severity),
        escaped(row.place(note.line)),
        escaped(note.words),
        escaped(f"{note.title}：{by_places(note.message, row.places)}"),
        escaped(by_places(note.suggestion, row.places)),
        escaped(note.basis),
    ]
