"""Feedback: for each office a letter of what is missing, wrong, to be considered, and the review copy. The words are a template's,
which a bureau may change.
"""

from __future__ import annotations

import datetime
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from reportlint.document.draft_file import irregular
from reportlint.document.source import UnreadableError
from reportlint.errors import UserError, reason
from reportlint.finding import Severity
from reportlint.linting.config import Config
from reportlint.reporters.review_copy import review_copy
from reportlint.repository.asked import Asked
from reportlint.repository.files import File
from reportlint.repository.safe_write import present, try_writing, write_file
from reportlint.survey.official_paper import official_paper
from reportlint.survey.row import Note, Row
from reportlint.survey.survey import Survey

_FIELDS = ("单位", "年度", "标题", "缺什么", "要改的", "斟酌的", "落款", "日期")
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_MISSING = ("missing-section", "missing-responsibility", "missing-causes", "uncovered-matter", "rule-mismatch")
"""Checks that say what is not there."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_LONGEST = 80
"""Characters of a file's name."""


class LetterError(UserError):
    """A template or a folder that cannot be used; ``str(error)`` says why, and what to do."""


def prepared(folder: str, template: str | None = None) -> str:
    """The words of a template; that of the program where none is named. The folder is made. Raises LetterError."""
    try:
        os.makedirs(folder, exist_ok=True)
        try_writing(os.path.join(folder, "反馈.docx"))
    except OSError as error:
        raise _unwritable(folder, error) from error
    return _template(template)


def write_letters(
    survey: Survey, folder: str, template: str, signed: str = "", config: Config | None = None
) -> dict[int, str]:
    """A letter and a review copy for each report, in a folder; the copies, by number of row. template: its words. signed: who
    sends them.

    What lies in the folder under the same names is replaced, if it is ours. A report without findings has no copy.
    Raises LetterError.
    """
    reviews: dict[int, str] = {}
    try:
        for number, name in _names(survey):
            row = survey.rows[number]
            _write(os.path.join(folder, f"{name}.反馈.docx"), _letter(template, _values(survey, number, signed)))
            if any(row.counts) and (copy := _copy(row, config or Config())):
                reviews[number] = os.path.join(folder, f"{name}.批注.docx")
                _write(reviews[number], copy)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return reviews


def _unwritable(folder: str, error: OSError) -> LetterError:
    return LetterError(f"写不了 {folder}（{reason(error)}）。请检查文件夹、权限和磁盘空间。")


def _write(path: str, data: bytes) -> None:
    before = present(path)
    if before is not None and not _is_ours(before):
        raise LetterError(f"已经有 {path}，不是 reportlint 写的，没有覆盖。请换一个文件夹，或先把它移走。")
    write_file(path, data, before)


def _is_ours(data: bytes) -> bool:
    """Did we write this Word file: a letter, which says so, or a copy with our comments?"""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {"docProps/core.xml", "word/comments.xml"}.intersection(package.namelist())
            return any(b"reportlint" in package.read(name) for name in names)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return False


def _names(survey: Survey) -> Iterator[tuple[int, str]]:
    """Each report with a name for its files, no two alike."""
    taken: set[str] = set()
    for number in survey.reports:
        name = _NOT_IN_NAMES.sub("_", survey.called(number)).strip("._")[:_LONGEST] or "未知单位"
        unique, count = name, 1
        while unique in taken:
            count += 1
            unique = f"{name}（{count}）"
        taken.add(unique)
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
            text = file.read(100_000)
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "不是 UTF-8 编码"
        raise LetterError(f"{path}：读不了反馈的模板（{why}）。") from error
    if not text.strip():
        raise LetterError(f"{path}：反馈的模板是空的。请写出要说的话，可以用 {'、'.join(_FIELDS)}。")
    for found in _FIELD.finditer(text):
        if found[1] not in _FIELDS:
            line = text.count("\n", 0, found.start()) + 1
            raise LetterError(f"{path}：第 {line} 行的 {{{found[1][:30]}}} 不认识，可以用 {'、'.join(_FIELDS)}。")
    return text


def _values(survey: Survey, number: int, signed: str) -> dict[str, str]:
    row = survey.rows[number]
    notes = sorted(survey.store.notes(number), key=lambda note: note.line)
    missing = [note for note in notes if note.check in _MISSING]
    others = [note for note in notes if note.check not in _MISSING]
    wrong = [note for note in others if note.severity >= Severity.WARNING]
    return {
        "单位": survey.called(number),
        "年度": str(row.year or ""),
        "标题": row.title,
        "缺什么": _listed([*_of_all(survey, number, row), *map(_said, missing)]),
        "要改的": _listed(map(_said, sorted(wrong, key=lambda note: (-note.severity, note.line)))),
        "斟酌的": _listed(map(_said, (note for note in others if note.severity < Severity.WARNING))),
        "落款": signed,
        "日期": (lambda day: f"{day.year}年{day.month}月{day.day}日")(datetime.date.today()),
    }


def _of_all(survey: Survey, number: int, row: Row) -> Iterator[str]:
    if row.year and survey.year and row.year != survey.year:
        yield f"这是{row.year}年度的报告，请报送{survey.year}年度的。"
    if (office := survey.office(number)) and (left := survey.still_owed(office)):
        yield f"还没有报送{'、'.join(left)}。"


def _said(note: Note) -> str:
    words = f"“{note.words}”，" if note.words else ""
    suggestion = note.suggestion
    basis = f"（依据：{note.basis}）" if note.basis else ""
    return f"第{note.line}行{words}{note.message}{suggestion}{basis}"


def _listed(items: Iterable[str]) -> str:
    listed = list(items)
    return "\n".join(f"{number}. {item}" for number, item in enumerate(listed, 1)) or "无。"


def _letter(template: str, values: dict[str, str]) -> bytes:
    filled = _FIELD.sub(lambda field: values.get(field[1], field[0]), template)
    return official_paper(filled, (values["落款"], values["日期"]), values["单位"])
