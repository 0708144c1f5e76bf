"""The characters that a match of a regular expression can begin with.

A search passes over all others in a loop of C. Python's compiler finds them out for the simplest patterns only: one that
begins with a look behind, or with what may be absent, is tried at every character, thirty times as slowly. And at each place
it tries the words of a list one by one: here those that begin alike are tried together.

Without the first a run over one draft takes as long, one over thirty drafts 1.06 times as long; without the second a warm
report takes 1.03 (full of figures) to 1.05 times as many instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

try:
    from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
except ImportError:  # before Python 3.11
    import sre_compile as _compiler
    import sre_constants as _constants
    import sre_parse as _parser

constants: Any = _constants
"""The parser's operations."""
Charset = list[tuple[Any, Any]]
_OF_NO_WIDTH = (constants.ASSERT, constants.ASSERT_NOT, constants.AT)
REPEATS = {constants.MAX_REPEAT, constants.MIN_REPEAT, getattr(constants, "POSSESSIVE_REPEAT", None)}
"""The parser's operations whose value is how often at least and at most, and what."""


def parse(pattern: str, flags: int) -> Any:
    """A pattern as Python's parser sees it: a sequence of operations with their values. Raises re.error."""
    return _parser.parse(pattern, flags)


def translate(pattern: str, flags: int) -> tuple[list[int], int, int, dict[str, int], list[str | None]]:
    """A pattern as Python's engine takes it: the code, all flags, the number of groups, their names, names by number.

    Raises re.error where the pattern is none, and all sorts where another version of Python has another compiler.
    """
    parsed = parse(pattern, flags)
    flags |= parsed.state.flags
    if not flags & re.IGNORECASE:
        group_branches(parsed)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = _info(parsed, flags)
    _compiler._compile(code, parsed.data, flags)
    code.append(constants.SUCCESS)
    return [int(number) for number in code], flags, parsed.state.groups - 1, dict(parsed.state.groupdict), names


def _info(parsed: Any, flags: int) -> list[int]:
    """The head of the code, which tells a search what to look for; as Python's compiler makes it, or better."""
    code: list[int] = []
    _compiler._compile_info(code, parsed, flags)
    charset, may_be_empty = _first(parsed)
    if code[2] or not code[3] or may_be_empty or not charset or flags & re.IGNORECASE:
        return code  # it has a beginning, or can be empty
    head = [*code[:2], constants.SRE_INFO_CHARSET, *code[3:5]]
    _compiler._compile_charset(_compiler._optimize_charset(charset)[0], flags, head)
    head[1] = len(head) - 1
    return head


def _first(sequence: Iterable[Any]) -> tuple[Charset | None, bool]:
    """What a sequence can begin with, None where that may be anything; and whether it can be empty."""
    found: Charset = []
    for op, value in sequence:
        if op in _OF_NO_WIDTH:
            continue
        charset, may_be_empty = _begins(op, value)
        if charset is None:
            return None, False
        found += charset
        if not may_be_empty:
            return found, False
    return found, True


def _begins(op: Any, value: Any) -> tuple[Charset | None, bool]:
    if op is constants.LITERAL:
        return [(op, value)], False
    if op is constants.IN and value[0][0] is not constants.NEGATE:
        return list(value), False
    if op is constants.SUBPATTERN and not value[1] and not value[2]:
        return _first(value[3])
    if op in REPEATS:
        charset, may_be_empty = _first(value[2])
        return charset, may_be_empty or value[0] == 0
    if op is constants.BRANCH:
        branches = [_first(branch) for branch in value[1]]
        if all(charset is not None for charset, _ in branches):
            return [item for charset, _ in branches for item in charset or ()], any(empty for _, empty in branches)
    return None, False


def group_branches(sequence: Any) -> None:
    """Puts alternatives that begin with one character together, 办理|办结|受理 as 办(?:理|结)|受理: at a place the engine goes
    through as many as there are, and a list of 500 words has 270 first characters.

    Of two that begin with two characters, at most one can match, so that their order tells nothing; one that begins with
    anything else keeps its place among them.
    """
    for at, (op, value) in enumerate(sequence.data):
        for inner in _within(op, value):
            group_branches(inner)
        if op is constants.BRANCH:
            sequence.data[at] = op, (value[0], _grouped(value[1]))


def _within(op: Any, value: Any) -> Iterable[Any]:
    """The sequences within an operation; none of a group with flags of its own, where one letter may be two."""
    if op is constants.BRANCH:
        return list(value[1])
    if op is constants.SUBPATTERN and value[1]:
        return []
    return [each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, _parser.SubPattern)]


def _grouped(branches: list[Any]) -> list[Any]:
    found: list[list[Any]] = []
    known: dict[Any, list[Any]] = {}  # first character to the group, since the last that begins with anything else
    for branch in branches:
        op, value = branch.data[0] if branch.data else (None, None)
        if op is not constants.LITERAL:
            known = {}
            found.append([branch])
        elif value in known:
            known[value].append(branch)
        else:
            known[value] = [branch]
            found.append(known[value])
    return [group[0] if len(group) == 1 else _joined(group) for group in found]


def _joined(group: list[Any]) -> Any:
    """Alternatives with one first character as a sequence of it and of what follows it in each."""
    rests = [branch[1:] for branch in group]
    return _parser.SubPattern(group[0].state, [group[0].data[0], (constants.BRANCH, (None, rests))])
