"""The command line read by Typer, whose commands are made of the table of options; nothing is done here but reading.

Typer stands on click, or brings its own copy of it; the exceptions are found where it keeps them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from reportlint import __version__
from reportlint.command.options import VERBS, Call, Option
from reportlint.errors import UsageError, quoted

_exceptions: Any = sys.modules[typer.BadParameter.__module__]
_HELP = {"help_option_names": ["-h", "--help"]}


class _DefaultsToCheck(TyperGroup):
    """`reportlint FILE` means `reportlint check FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {flag for parameter in self.get_params(ctx) for flag in parameter.opts}
        if not args:
            raise UsageError(ctx.get_help())
        if args[0] not in self.commands and args[0] not in own:
            if args[0].isascii() and args[0].isalpha() and not os.path.exists(args[0]):
                from difflib import get_close_matches

                for command in get_close_matches(args[0], self.commands, 1):
                    raise UsageError(f"没有命令 {args[0]}，可能是 {command}；也没有这个名字的文件。")
            args = ["check", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


def read(arguments: list[str]) -> Call | int:
    """What the arguments ask for; the exit code where the answer was a page of help. Raises UsageError."""
    try:
        asked: Call | int | None = _app()(arguments, prog_name="reportlint", standalone_mode=False)
    except _exceptions.ClickException as error:
        raise UsageError(_sentence(error)) from error
    return 0 if asked is None else asked


def _app() -> typer.Typer:
    app = typer.Typer(
        name="reportlint",
        cls=_DefaultsToCheck,
        help="检查法治政府建设年度报告。reportlint draft.txt 等于 reportlint check draft.txt。",
        context_settings=_HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_before_all)
    for name, verb in VERBS.items():
        app.command(name, help=verb.help, context_settings=_HELP | {"allow_extra_args": True})(
            _command(name, verb.options)
        )
    return app


def _version(wanted: bool) -> None:
    if wanted:
        print(f"reportlint {__version__}")
        raise typer.Exit


def _before_all(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="显示版本")
    ] = False,
) -> None:
    pass


def _command(verb: str, options: tuple[Option, ...]) -> Callable[..., Call]:
    """A function whose signature tells Typer of the options, and which says what was asked for."""

    def command(ctx: typer.Context, **values: Any) -> Call:
        if ctx.args:  # Typer's own complaint about them could only be told by its wording
            raise UsageError(f"多了 {quoted(' '.join(ctx.args))}。")
        return Call(verb, {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()})

    hints = {"ctx": typer.Context} | {option.name: _hint(option) for option in options}
    defaults = {option.name: Parameter.empty if option.required else option.default for option in options}
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(name, Parameter.KEYWORD_ONLY, default=defaults.get(name, Parameter.empty), annotation=hint)
            for name, hint in hints.items()
        ]
    )
    command.__annotations__ = hints
    return command


def _hint(option: Option) -> Any:
    """What Typer is told of an option, as the annotation of an argument."""
    told: dict[str, Any] = {"help": option.help, "metavar": option.metavar or None}
    if option.default in (None, ""):
        told["show_default"] = False
    if option.kind is list and option.flags:
        return Annotated[list[str] | None, typer.Option(*option.flags, **told)]
    if option.kind is list:
        return Annotated[list[str] if option.required else list[str] | None, typer.Argument(**told)]
    if option.kind is bool:
        return Annotated[bool, typer.Option(*option.flags, help=option.help)]
    if not option.flags:
        return Annotated[str, typer.Argument(**told)]
    if option.choices:
        told |= {"metavar": f"[{'|'.join(option.choices)}]", "autocompletion": _completion(option.choices)}
    if option.kind is int or option.choices:
        told["parser"] = option.read
    return Annotated[option.kind if option.required else option.kind | None, typer.Option(*option.flags, **told)]


def _completion(choices: tuple[str, ...]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    return complete


def _sentence(error: Any) -> str:
    """A complaint about the command line in Chinese, told by its class and what it is about, whatever its words."""
    if isinstance(error, _exceptions.NoSuchOption):
        near = f"，可能是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {quoted(error.option_name)}{near}。"
    if isinstance(error, _exceptions.BadOptionUsage):
        flag = any(option.kind is bool for option in _named(error.option_name))
        return f"选项 {error.option_name} 后面{'不能' if flag else '要'}有值。"
    if isinstance(error, _exceptions.MissingParameter) and error.param is not None:
        called = next((o.called for o in VERBS[error.ctx.info_name].options if o.name == error.param.name), "")
        return f"缺少选项 {called}。" if called.startswith("-") else f"缺少 {called}。"
    said: str = error.format_message()
    return said


def _named(flag: str) -> Iterator[Option]:
    return (option for verb in VERBS.values() for option in verb.options if flag in option.flags)
