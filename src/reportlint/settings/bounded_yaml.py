"""YAML that anybody may have written, with limits: a few lines can stand for an endless value, or be read for hours."""

from __future__ import annotations

from typing import Any

from reportlint.errors import quoted
from reportlint.settings.values import ConfigError

MAX_BYTES = 1_000_000
"""Of a file: some ten thousand waivers, which take five seconds to read."""
_MAX_VALUES = 100_000
"""Keys and values, every alias written out: where each names two others, a screenful stands for millions."""
_MAX_DEPTH = 20
"""Lists and mappings in one another; the settings take four."""
_MAX_NUMBER = 100
"""Characters of a number: YAML counts in sixties too, and takes a day for a long one (1:1:1:…)."""
_OF_SOME_FORM = (":int", ":float", ":bool", ":timestamp")
"""The kinds of scalar that not every text can be."""


def loader_of(text: str, path: str) -> Any:
    """YAML's safe loader over a text; what it composes is within the limits, or it raises ConfigError naming ``path``."""
    import yaml

    loader: Any = yaml.SafeLoader(text)
    compose = loader.compose_node
    sizes: dict[int, int] = {}  # of the nodes that are complete
    written = depth = 0

    def composed(parent: Any, index: Any) -> Any:
        nonlocal written, depth
        before, alias, line = written, loader.check_event(yaml.AliasEvent), loader.peek_event().start_mark.line + 1
        written, depth = written + 1, depth + 1
        if depth > _MAX_DEPTH:
            raise ConfigError(f"{path}：第 {line} 行的内容套了超过 {_MAX_DEPTH} 层。请检查括号和缩进。")
        node = compose(parent, index)
        if alias and id(node) not in sizes:
            raise ConfigError(f"{path}：第 {line} 行的引用（*）指向它自己所在的内容。请改为直接写出。")
        if alias:
            written = before + sizes[id(node)]
        sizes[id(node)], depth = written - before, depth - 1
        if written > _MAX_VALUES:
            raise ConfigError(
                f"{path}：到第 {line} 行已经超过 {_MAX_VALUES:,} 项（引用 * 按展开计）。请删去不用的内容，少用引用。"
            )
        if node.tag.endswith((":int", ":float")) and len(node.value) > _MAX_NUMBER:
            raise ConfigError(f"{path}：第 {line} 行的数超过 {_MAX_NUMBER} 位。请改短；作文字用时请加引号。")
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(_OF_SOME_FORM):
            _refuse_what_is_none(loader, node, path)
        return node

    loader.compose_node = composed
    return loader


def _refuse_what_is_none(loader: Any, node: Any, path: str) -> None:
    """Raises ConfigError for 2025-02-30, 0b_, !!bool maybe: what looks like a date, a number or the like, and is none."""
    try:
        loader.construct_object(node)
    except (ValueError, LookupError, AttributeError) as error:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        raise ConfigError(
            f"{path}：第 {line} 行第 {column} 列的 {quoted(node.value)}：没有这样的日期，或者这样的数。请改正；作文字用时请加引号。"
        ) from error
