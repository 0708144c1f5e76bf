"""Feedback: for each office a letter of what is missing, wrong, to be considered, and the review copy. The words are a template's,
which a bureau may change.
"""

from __future__ import annotations

import datetime
import itertools
import os
import re
from collections.abc import Iterator
from importlib.resources import files

from reportlint.document.draft_file import irregular
from reportlint.document.source import UnreadableError
from reportlint.errors import UserError, quoted, reason
from reportlint.language.numbers.ordinals import numeral
from reportlint.linting.config import Config
from reportlint.reporters.review_copy import review_copy
from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.safe_write import try_writing, write_file
from reportlint.survey.official_paper import official_paper
from reportlint.survey.points import LISTS, Others, listed, others_in, points_of
from reportlint.survey.row import Row
from reportlint.survey.survey import Survey

_FIELDS = ("单位", "年度", "标题", *LISTS, "落款", "日期")
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_COUNT = "[一二三四五六七八九十]+"
_SECTION = re.compile(
    rf"""^{_COUNT}、(?P<rest>[^\n]*(?:
    \n\s*\{{(?P<field>{"|".join(LISTS)})\}}[^\S\n]*
    (?=\n\s*\n|\n{_COUNT}、|\s*\Z))?)""",
    re.M | re.X,
)
"""A heading of a template, with the list below it where that is all of its section."""
_TEMPLATE = 100_000
"""Characters that a template may have."""
_INNER = str.maketrans("《》", "〈〉")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_LONGEST = 120
"""Bytes of a file's name, without what says how often there is one, and its kind; some systems take no more than 143."""


class LetterError(UserError):
    """A template or a folder that cannot be used; ``str(error)`` says why, and what to do."""


def prepared(folder: str, template: str | None = None) -> str:
    """The words of a template; that of the program where none is named. The folder is made; one that holds files already is
    refused, so that nobody's are replaced, and no letters of an earlier run lie among those of this one. Raises LetterError.
    """
    words = _template(template)
    try:
        os.makedirs(folder, exist_ok=True)
        there = sorted(name for name in os.listdir(folder) if not name.startswith("."))
        try_writing(os.path.join(folder, "反馈.docx"))
    except OSError as error:
        raise _unwritable(folder, error) from error
    if there:
        raise LetterError(
            f"{folder} 里已有文件（{quoted(there[0])}{' 等' if len(there) > 1 else ''}），没有覆盖。"
            "反馈请放在新的或空的文件夹，以免和以前的混在一起。"
        )
    return words


def write_letters(survey: Survey, folder: str, template: str, signed: str, config: Config | None) -> dict[int, str]:
    """A letter and a review copy for each report, in a folder; the copies, by number of row. template: its words. signed: who
    sends them. A report without findings has no copy. Raises LetterError.
    """
    reviews: dict[int, str] = {}
    others = others_in(survey)
    try:
        for number, name in _names(survey):
            row = survey.rows[number]
            letter = _letter(template, _values(survey, number, signed, others))
            write_file(os.path.join(folder, f"{name}.反馈.docx"), letter, None)
            if any(row.counts) and (copy := _copy(row, config or Config())):
                reviews[number] = os.path.join(folder, f"{name}.批注.docx")
                write_file(reviews[number], copy, None)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return reviews


def _unwritable(folder: str, error: OSError) -> LetterError:
    if os.path.isfile(folder):
        return LetterError(f"写不了 {folder}（这是文件，不是文件夹）。请换一个文件夹。")
    return LetterError(f"写不了 {folder}（{reason(error)}）。请检查文件夹、权限和磁盘空间。")


def _names(survey: Survey) -> Iterator[tuple[int, str]]:
    """Each report with a name for its files, no two alike."""
    taken: set[str] = set()
    for number in survey.reports:
        name = _NOT_IN_NAMES.sub("_", survey.called(number)).strip("._")
        name = os.fsdecode(os.fsencode(name)[:_LONGEST]) if len(os.fsencode(name)) > _LONGEST else name
        unique, count = name, 1
        while unique.casefold() in taken:
            count += 1
            unique = f"{name}（{count}）"
        taken.add(unique.casefold())
        yield number, unique


def _copy(row: Row, config: Config) -> bytes | None:
    """The review copy; none where the file can take no comments, which the letter does without."""
    try:
        file = File(row.path, config)
        return review_copy(file, file.read(), Asked(row.kind or None))[1]
    except UnreadableError:
        return None


def _template(path: str | None) -> str:
    if path is None:
        return files("reportlint.survey").joinpath("letter.txt").read_text("utf-8")
    try:
        if kind := irregular(os.stat(path)):  # a pipe would be waited for
            raise LetterError(f"{path}：这是{kind}，不是文件。请写出模板文件。")
        with open(path, encoding="utf-8-sig") as file:
            text = file.read(_TEMPLATE + 1)
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "不是 UTF-8 编码"
        raise LetterError(f"{path}：读不了反馈的模板（{why}）。") from error
    if len(text) > _TEMPLATE:
        raise LetterError(f"{path}：反馈的模板超过 {_TEMPLATE:,} 字，像是写错了文件。请写出模板文件。")
    if not text.strip():
        raise LetterError(f"{path}：反馈的模板是空的。请写出要说的话，可以用 {'、'.join(_FIELDS)}。")
    for found in _FIELD.finditer(text):
        if found[1] not in _FIELDS:
            line = text.count("\n", 0, found.start()) + 1
            raise LetterError(f"{path}：第 {line} 行的 {{{found[1][:30]}}} 不认识，可以用 {'、'.join(_FIELDS)}。")
    return text


def _values(survey: Survey, number: int, signed: str, others: Others) -> dict[str, str]:
    row = survey.rows[number]
    day = datetime.date.today()
    return {
        "单位": survey.called(number),
        "年度": str(row.year or ""),
        "标题": (row.title or os.path.basename(row.path)).translate(_INNER),
        "落款": signed,
        "日期": f"{day.year}年{day.month}月{day.day}日",
    } | {field: listed(points) for field, points in points_of(survey, number, others).items()}


def _letter(template: str, values: dict[str, str]) -> bytes:
    filled = _FIELD.sub(
        lambda field: values[field[1]] or ("无。" if field[1] in LISTS else ""), _without_empty(template, values)
    )
    return official_paper(filled, (values["落款"], values["日期"]), values["单位"])


def _without_empty(template: str, values: dict[str, str]) -> str:
    """The template without the sections that have nothing to say, the others counted anew."""
    fields = [found["field"] for found in _SECTION.finditer(template) if found["field"]]
    if all(values[field] for field in fields):
        return template
    left = iter(["" if any(values[field] for field in fields) else "没有发现需要修改的地方。"])
    count = itertools.count(1)

    def counted(section: re.Match[str]) -> str:
        if section["field"] and not values[section["field"]]:
            return next(left, "")
        return f"{numeral(next(count))}、{section['rest']}"

    return _SECTION.sub(counted, template)
