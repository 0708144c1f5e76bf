"""Outline grammars: ``grammars/*.lark``, compiled to plain tables.

Lark is a compiler. What it makes of a grammar (terminal patterns, LALR table) is data, kept in the cache, so that a run
reads an outline without importing it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

from reportlint.errors import UserError, quoted
from reportlint.kept.cache import cached, digest
from reportlint.kept.installed import entry_points

GROUP = "reportlint.kinds"
"""The entry points by which other packages offer kinds of report; each names a package with NAME.lark and NAME.yaml."""

END = "$END"
"""The terminal that stands for the end of the outline."""

_FORMAT = 1  # to be raised when compile_grammar makes something else of the same text
_SUFFIX = ".lark"


class GrammarError(UserError):
    """A grammar that cannot be used. ``str(error)`` says in Chinese where, why and what to do; line 0 is no line."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file} 第 {line} 行：{reason}" if line else f"{file}：{reason}")
        self.file, self.line, self.reason = file, line, reason

    def __reduce__(self) -> tuple[type[GrammarError], tuple[str, int, str]]:
        """As between processes it is made anew."""
        return type(self), (self.file, self.line, self.reason)


class Grammar(NamedTuple):
    """What a run needs of a grammar. States and rules are numbers, indexes into the lists below."""

    name: str  # the file's stem: the kind of report
    patterns: dict[str, str]  # terminal -> regular expression; falling priority, then order of definition
    priorities: dict[str, int]  # terminal -> priority, in the same order; what %declare declares is in neither
    starts: dict[str, int]  # start symbol -> the state to begin in
    ends: dict[str, int]  # start symbol -> the state on top of the stack once all is reduced to that symbol
    actions: list[dict[str, int]]  # state -> terminal -> state to shift to, or ~rule (negative) to reduce by
    gotos: list[dict[str, int]]  # state -> nonterminal -> state after a reduction to it
    rules: list[tuple[str, int]]  # rule -> its nonterminal, how many symbols it replaces


def available() -> list[str]:
    """The kinds of report there is a grammar for, by name."""
    return sorted(_folders())


def folder_of(name: str) -> str:
    """The folder that the grammar of a known kind lies in."""
    return _folders()[name]


def load_grammar(name: str) -> Grammar:
    """The grammar of one kind of report. Raises GrammarError if there is none, or none that works."""
    file = name + _SUFFIX
    if name not in (names := available()):  # also keeps a name from the command line inside the folders
        raise GrammarError(quoted(file), 0, f"没有这种报告的文法。请改用其中之一：{'、'.join(names)}。")
    with open(os.path.join(folder_of(name), file), "rb") as grammar:
        data = grammar.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GrammarError(file, line, "不是 UTF-8 编码。请另存为 UTF-8。") from error
    key = digest(b"%d\0%s\0%s" % (_FORMAT, _lark_version(), data))
    tables: dict[str, Any] = cached(f"grammar-{name}", key, lambda: compile_grammar(text, file))
    return Grammar(name, **{**tables, "rules": [tuple(rule) for rule in tables["rules"]]})


def _folders() -> dict[str, str]:
    """Kind to the folder its grammar lies in: the project's own, and those that other packages offer."""
    found = dict.fromkeys(_kinds_in(_folder()), _folder())
    for entry in entry_points(GROUP):
        try:
            folder: str = entry.load().__path__[0]
            names = _kinds_in(folder)
        except Exception as error:  # another package's code: name it, whatever it raised
            raise GrammarError(f"{entry.name}（{entry.value}）", 0, f"载入不了这种报告：{error}") from error
        if not names:
            reason = "软件包里没有 .lark 文件。请放在它的 __init__.py 旁边，并写进 package-data。"
            raise GrammarError(f"{entry.name}（{entry.value}）", 0, reason)
        for name in names:
            if found.setdefault(name, folder) != folder:
                raise GrammarError(name + _SUFFIX, 0, f"报告种类重名：{folder} 与 {found[name]}。")
    return found


def _kinds_in(folder: str) -> list[str]:
    return [name.removesuffix(_SUFFIX) for name in os.listdir(folder) if name.endswith(_SUFFIX)]


def _folder() -> str:
    # Not importlib.resources, which costs 2 to 15 ms a start (the more, the less Typer has imported before it) in order
    # to serve packages inside archives as well.
    return import_module("reportlint.grammars").__path__[0]


def _lark_version() -> bytes:
    """What stands for Lark's version: its ``__init__.py``, which states it.

    Importing Lark is what the cache saves, and importlib.metadata costs as much; to find and read a file, 0.1 ms.
    """
    try:
        spec = PathFinder.find_spec("lark")
        with open(spec.origin if spec and spec.origin else "", "rb") as file:
            return file.read()
    except OSError:
        return b""


def compile_grammar(text: str, file: str) -> dict[str, Any]:
    """The fields of a Grammar but its name, as JSON. ``file`` is for the messages of GrammarError.

    One file says it all: a grammar cannot import another one beside it, whose changes the cache would miss.
    """
    from lark import Lark
    from lark.parsers.lalr_parser import LALR_Parser

    def strict_parser(conf: Any, debug: bool, strict: bool) -> LALR_Parser:
        # Otherwise a shift silently wins over a reduction, and the table accepts less than the grammar says.
        # Lark's own strict=True wants interegular as well, which compares all patterns and is slow.
        return LALR_Parser(conf, debug=debug, strict=True)

    starts = [name for name in ("start", "told") if name == "start" or re.search(rf"^[?!]?{name}\b", text, re.M)]
    try:
        lark = Lark(text, parser="lalr", lexer="basic", start=starts, _plugins={"LALR_Parser": strict_parser})
    except Exception as error:  # whatever Lark fails with, of its own or not, is about the text
        raise _explained(error, text, file) from error
    _forbid_nesting(lark.rules, text, file)
    terminals = sorted(lark.terminals, key=lambda terminal: -terminal.priority)  # stable: then order of definition
    return {
        "patterns": {terminal.name: terminal.pattern.to_regexp() for terminal in terminals},
        "priorities": {terminal.name: terminal.priority for terminal in terminals},
        **_tables(lark.parser.parser._parse_table),
    }


def _tables(table: Any) -> dict[str, Any]:
    """Lark's LALR table with states and rules numbered as they are met: Lark's own numbers differ from run to run."""
    states = {state: number for number, state in enumerate(table.start_states.values())}
    rules: dict[Any, int] = {}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for state in (queue := list(states)):
        shifts: dict[str, int] = {}
        reached: dict[str, int] = {}
        for symbol, (action, target) in sorted(table.states[state].items()):
            if action.name == "Reduce":
                shifts[symbol] = ~rules.setdefault(target, len(rules))
                continue
            if target not in states:
                states[target] = len(states)
                queue.append(target)
            (shifts if symbol.isupper() else reached)[str(symbol)] = states[target]
        actions.append(shifts)
        gotos.append(reached)
    return {
        "starts": {start: states[state] for start, state in table.start_states.items()},
        "ends": {start: states[table.end_states[start]] for start in table.start_states},
        "actions": actions,
        "gotos": gotos,
        "rules": [(str(rule.origin.name), len(rule.expansion)) for rule in rules],
    }


def _forbid_nesting(rules: Iterable[Any], text: str, file: str) -> None:
    """Recursion at the beginning of a rule only: then the stacks an outline can lead to are finitely many.

    With ``items: ITEM items`` the stack grows with every ITEM, and so does the work of repairing a long outline.
    """
    inside: dict[str, set[str]] = {}
    for rule in rules:
        nonterminals = (symbol.name for symbol in rule.expansion if not symbol.is_term)
        inside.setdefault(rule.origin.name, set()).update(nonterminals)
    for _ in inside:  # as often as there are nonterminals: that many steps reach all
        for names in inside.values():
            names.update(*(inside[name] for name in tuple(names)))
    for rule in rules:
        for symbol in rule.expansion[1:]:
            if not symbol.is_term and rule.origin.name in inside[symbol.name] | {symbol.name}:
                name = str(rule.origin.name)
                reason = f"规则 {name} 不在开头处用到自身。请写成左递归，如 {name}: ITEM | {name} ITEM。"
                raise GrammarError(file, _line_of([name], text), reason)


_REMEDIES = (
    (r"undefined rule", "没有规则 start。请用 start: … 写出提纲的次序。"),
    (r"used but not defined|were not defined", "用到了没有定义的名称。请补上定义；没有模式的终结符用 %declare 声明。"),
    (r"defined more than once", "同一名称定义了两次。请删去其中一处。"),
    (r"collision|conflict|defined twice", "同一处有两种读法。请改写规则，使每一处只剩一种。"),
    (r"zero-width|[Ee]mpty", "终结符可以匹配空串。请使它至少匹配一个字。"),
    (r"Cannot compile token|trying to process", "正则表达式写错了。请检查括号是否成对、量词前面是否有内容。"),
    (r"No such file|Cannot import", "不能引用别的文法文件。请把用到的定义写在本文件里。"),
    (r"Unexpected|Misplaced", "语法有误。请检查此行和上一行的冒号、竖线、引号和斜杠。"),
    (r"", "无法编译。请对照 Lark 的文法说明修改。"),
)


def _explained(error: Exception, text: str, file: str) -> GrammarError:
    """Lark's complaint with the line it is about, which Lark names for syntax errors only."""
    said = str(error)
    remedy = next(remedy for pattern, remedy in _REMEDIES if re.search(pattern, said))
    if stated := re.search(r"at line (\d+)", said):
        line = int(stated[1])
    elif (quoted := re.search(r"(?<=\n)\S.*\Z|(?<=\()\".*\"(?=\)\Z)", said)) and (place := text.find(quoted[0])) >= 0:
        line = text.count("\n", 0, place) + 1
    else:
        line = _line_of(sorted(re.findall(r"<(\w+) :", said)) + re.findall(r"[A-Za-z_]\w*", said), text)
    lines = re.findall(r"\S.*", said) or [type(error).__name__]
    quote = "；".join(sorted({*lines})) if "collision" in said else lines[0]  # collisions come in any order
    return GrammarError(file, line, f"{remedy}（Lark：{quote}）")


def _line_of(names: Iterable[str], text: str) -> int:
    """The line that defines (last, if several do), else first uses, the first of ``names`` the grammar knows; or 0."""
    for name in names:
        defined = list(re.finditer(rf"^[?!]?{name}(?=[.{{:\s])", text, re.M))
        if found := defined[-1] if defined else re.search(rf"^[^/\n]*?\b{name}\b", text, re.M):
            return text.count("\n", 0, found.end()) + 1
    return 0
