"""Values that people write into a configuration: each of the kind that is wanted, or a sentence on the one that is not.

Every function takes the file (``path``) and the place in it (``where``: checks.thin-section.share, terms 第 2 条) for that
sentence, and raises ConfigError with it.
"""

from __future__ import annotations

import datetime
import reprlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any

from reportlint.errors import UserError, quoted

Reader = Callable[[Any, str, str], Any]
"""A value as YAML gives it, path and where, to the value wanted."""


_LISTED = 12
"""Names that a message can list."""


class ConfigError(UserError):
    """A configuration that cannot be used; ``str(error)`` names the file, the key and the remedy."""


def known_name(name: Any, known: Collection[str], path: str, what: str, listed_by: str = "reportlint checks") -> str:
    """The name, if it is known. Raises ConfigError that offers the nearest known one, or says what lists them all."""
    if name in known:
        return str(name)
    import difflib

    near = difflib.get_close_matches(str(name), known, 1, 0.5)
    if near:
        hint = f"是不是想写 {near[0]}？"
    elif len(known) > _LISTED:
        hint = f"可用的名字见 {listed_by}。"
    else:
        hint = f"可用的有：{'、'.join(sorted(known))}。"
    raise ConfigError(f"{path}：没有名为 {quoted(str(name))} 的{what}。{hint}")


def shown(value: Any) -> str:
    """A value for a message, the long ones cut: aliases can make a small file's value endless."""
    return repr(quoted(value)) if isinstance(value, str) else quoted(reprlib.repr(value))


def expect(value: Any, kind: type, path: str, where: str, what: str) -> None:
    """Raise ConfigError unless the value is of a kind; true and false are no numbers."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        colon = "冒号要用半角“:”，后面空一格。" if isinstance(value, str) and "：" in value else ""
        raise ConfigError(f"{path}：{where} 应为{what}，现为 {shown(value)}。{colon}")


def strings(value: Any, path: str, where: str) -> tuple[str, ...]:
    """A list of texts; one alone stands for a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{path}：{where} 应为文字的列表，如 [甲, 乙]。")
    return tuple(value)


def words(value: Any, path: str, where: str) -> str:
    """A text that is not blank."""
    expect(value, str, path, where, "文字（数字、日期等作文字用时请加引号）")
    if not value.strip():
        raise ConfigError(f"{path}：{where} 是空的。请写出文字，或者删去这一项。")
    return str(value)


def word_list(value: Any, path: str, where: str) -> tuple[str, ...]:
    """A list of texts, none of them blank."""
    return tuple(words(item, path, where) for item in strings(value, path, where))


def flag(value: Any, path: str, where: str) -> bool:
    """True or false."""
    expect(value, bool, path, where, " true 或 false")
    return bool(value)


def day(value: Any, path: str, where: str) -> datetime.date:
    """A date: 2025-12-31, bare or in quotation marks."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{path}：{where} 应为日期，如 2025-12-31，现为 {shown(value)}。") from error


def moment(value: Any, path: str, where: str) -> str:
    """A day, a month or a year, as text: 2025-12-31, 2025-12, 2025."""
    text = str(value)
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        with suppress(ValueError):
            if datetime.datetime.strptime(text, form).strftime(form) == text:
                return text
    raise ConfigError(f"{path}：{where} 应为日期，如 2025、2025-12 或 2025-12-31，现为 {shown(value)}。")


def items(value: Any, path: str, where: str) -> Iterator[tuple[Any, str]]:
    """Each item of a list, and where it stands; none for an empty value."""
    if value is not None:
        expect(value, list, path, where, "列表，每条以“- ”开头")
        yield from ((item, f"{where} 第 {number} 条") for number, item in enumerate(value, 1))


def row(value: Any, readers: Mapping[str, Reader], required: Collection[str], path: str, where: str) -> dict[str, Any]:
    """A mapping whose keys are known and whose values can be read; a key without a value is left out."""
    example = f"，如 {{{', '.join(f'{key}: …' for key in required)}}}" if required else ""
    expect(value, dict, path, where, f"键值对{example}")
    for key in value:
        known_name(key, readers, path, f"键（{where}）")
    for key in required:
        if value.get(key) is None:
            raise ConfigError(f"{path}：{where} 缺少 {key}。")
    return {key: readers[key](item, path, f"{where} {key}") for key, item in value.items() if item is not None}
