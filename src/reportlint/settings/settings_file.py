"""A file of settings as a user wrote it: its bytes, its values, and on which line of it each stands."""

from __future__ import annotations

import os
import stat
from typing import Any, NamedTuple

from reportlint.document.draft_file import irregular
from reportlint.document.source import Source, Span
from reportlint.errors import place_in_yaml, quoted, reason
from reportlint.settings.bounded_yaml import MAX_BYTES, loader_of
from reportlint.settings.values import ConfigError


class SettingsFile(NamedTuple):
    """What a file says. values: as YAML gives them; None for an empty file. node: the same with places, as YAML composes it."""

    source: Source
    values: Any
    node: Any

    def item_spans(self, key: str) -> list[Span]:
        """Where each item of a setting's list stands: YAML's nodes know, the values they become do not."""
        found = setting(self.node, key)
        items = found.value if found and isinstance(found.value, list) else []
        ends = (last_leaf(item) for item in items if hasattr(item, "start_mark"))
        return [Span(item.start_mark.index, end.end_mark.index) for item, end in zip(items, ends, strict=False)]

    def item_lines(self, key: str) -> list[int]:
        """The line, from 1, on which each item of a setting's list begins."""
        return [self.source.line_of(span.start) for span in self.item_spans(key)]

    def line_of(self, key: str) -> int:
        """The line, from 1, of a setting's value; 0 where it is not set."""
        found = setting(self.node, key)
        return found.start_mark.line + 1 if found else 0


def edition(path: str) -> tuple[int, ...]:
    """What tells one edition of a file from another. Raises ConfigError where it is no regular file that can be read."""
    try:
        state = os.stat(path)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error
    if kind := "文件夹" if stat.S_ISDIR(state.st_mode) else irregular(state):
        raise ConfigError(f"{path}：这是{kind}，不是配置文件，没有读取。请换成普通文件，或移走。")
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def read_bytes(path: str) -> bytes:
    """A file's bytes, one more than is allowed at the most. Raises ConfigError."""
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unread(path, error) from error


def _unread(path: str, error: OSError | ValueError) -> ConfigError:
    why = reason(error) if isinstance(error, OSError) else "文件名里有不能用的字符"
    return ConfigError(f"{path}：读不了配置文件（{why}）。请检查这个文件是否存在、有没有权限。")


def parse(data: bytes, path: str) -> SettingsFile:
    """What a file's bytes say. Raises ConfigError."""
    import yaml

    if len(data) > MAX_BYTES:
        raise ConfigError(
            f"{path}：超过 {MAX_BYTES:,} 字节的上限。请确认没有选错文件；豁免太多时，旧的报告可改用 exclude 略去。"
        )
    try:
        source = Source(path, data.decode("utf-8-sig"))
        loader = loader_of(source.text, path)
        try:
            node = loader.get_single_node()
            refuse_repeated(node, path)
            values = loader.construct_document(node) if node else None
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：配置文件不是 UTF-8 编码，请另存为 UTF-8。") from error
    except (yaml.YAMLError, RecursionError) as error:
        remedy = "请检查缩进、引号，冒号、逗号和括号要用半角，冒号后空一格。"
        raise ConfigError(f"{path}：{place_in_yaml(error)}不是正确的 YAML。{remedy}") from error
    return SettingsFile(source, values, node)


def refuse_repeated(root: Any, path: str) -> None:
    """Raises ConfigError for a key that a mapping has twice: YAML would take the last, and drop the first without a word."""
    stack, passed = [root], set()
    while stack:
        node = stack.pop()
        if not isinstance(getattr(node, "value", None), list) or id(node) in passed:
            continue
        passed.add(id(node))  # an alias may lead back to where it stands
        pairs = [item for item in node.value if isinstance(item, tuple)]
        keys: set[str] = set()
        for key, _ in pairs:
            if isinstance(key.value, str) and key.value in keys:
                line = key.start_mark.line + 1
                raise ConfigError(f"{path}：第 {line} 行的 {quoted(key.value)} 前面已经写过一次。请合并成一处。")
            if isinstance(key.value, str):
                keys.add(key.value)
        stack += [value for _, value in pairs] or node.value


def setting(node: Any, key: str) -> Any:
    """The YAML node of a setting's value; None where it is not set."""
    pairs = node.value if node and isinstance(node.value, list) else []
    return next((pair[1] for pair in pairs if isinstance(pair, tuple) and pair[0].value == key), None)


def last_leaf(node: Any) -> Any:
    """The node at the end of a YAML node: a block's own end mark lies behind the blank lines and comments after it."""
    passed: set[int] = set()  # an alias may lead back to where it stands
    while isinstance(node.value, list) and node.value and not node.flow_style and id(node) not in passed:
        passed.add(id(node))
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node
