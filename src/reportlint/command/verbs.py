"""The verbs and their options, as Typer reads them from the command line. What the verbs do stands elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from reportlint import __version__
from reportlint.command.options import FailOn, Format, IssuerKind, PageFormat
from reportlint.command.tell import tell
from reportlint.errors import UsageError
from reportlint.kept import patterns

if TYPE_CHECKING:
    from reportlint.report import Report

STDIN = "-"
FILES = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="草稿文件、文件夹，或 -（标准输入）", show_default=False)
]
FILE = Annotated[str, typer.Argument(metavar="FILE", help="草稿文件，或 -（标准输入）", show_default=False)]
SELECT = Annotated[str, typer.Option("--select", metavar="NAMES", help="只做这些检查，用逗号隔开")]
IGNORE = Annotated[str, typer.Option("--ignore", metavar="NAMES", help="不做这些检查，用逗号隔开")]
PREVIOUS = Annotated[
    str | None,
    typer.Option("--previous", metavar="FILE", help="上一年度的报告，或存放它们的文件夹", show_default=False),
]
CONFIG = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="配置文件；默认从草稿所在文件夹向上找 .reportlint.yaml")
]
KIND = Annotated[str | None, typer.Option("--report", metavar="KIND", help="报告种类；默认由文本判断")]


class _DefaultsToCheck(TyperGroup):
    """`reportlint FILE` means `reportlint check FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = ("--help", "--version")
        if args and args[0] not in self.commands and args[0] not in own:
            if args[0].isascii() and args[0].isalpha() and not os.path.exists(args[0]):
                from difflib import get_close_matches

                for command in get_close_matches(args[0], self.commands, 1):
                    raise typer.BadParameter(f"没有命令 {args[0]}，可能是 {command}；也没有这个名字的文件。")
            args = ["check", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


app = typer.Typer(
    name="reportlint",
    cls=_DefaultsToCheck,
    help="检查法治政府建设年度报告。reportlint draft.txt 等于 reportlint check draft.txt。",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"reportlint {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本")] = False,
) -> None:
    pass


ISSUER = Annotated[
    IssuerKind | None,
    typer.Option("--issuer-kind", help="报告单位是政府、部门还是乡镇；默认由名称判断", show_default=False),
]


@app.command()
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="草稿文件、文件夹，或 -（标准输入）", show_default=False),
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="输出格式")] = Format.TEXT,
    output: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="把 --format 的结果写进文件，屏幕上照常显示文字", show_default=False),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="从哪一级起退出码为 1；默认 error", show_default=False)
    ] = None,
    select: SELECT = "",
    ignore: IGNORE = "",
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="只检查从这个提交或分支以来改动的文件，不写 FILE 时在当前文件夹里找", show_default=False
        ),
    ] = None,
    previous: PREVIOUS = None,
    issuer_kind: ISSUER = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="写法唯一的，直接改好；草稿是 - 时，改好的全文写到标准输出")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示 --fix 会怎么改，不改文件")] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="用几个进程；默认按处理器的个数", show_default=False)
    ] = None,
    config: CONFIG = None,
    report: KIND = None,
) -> None:
    """检查草稿，列出每处问题的位置、理由、依据和改法。"""
    from reportlint.command.lint_files import lint_files

    code = lint_files(
        files or [],
        output_format=output_format.value,
        output=output,
        fail_on=fail_on.value if fail_on else None,
        select=select,
        ignore=ignore,
        changed_since=changed_since,
        previous=previous,
        issuer_kind=issuer_kind.value if issuer_kind else None,
        fix=fix,
        diff=diff,
        jobs=jobs,
        config=config,
        kind=report,
    )
    raise typer.Exit(code)


@app.command()
def review(
    file: FILE,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="副本的文件名，如 draft.review.docx", show_default=False),
    ],
    force: Annotated[bool, typer.Option("--force", help="已有 OUT 时换掉它")] = False,
    select: SELECT = "",
    ignore: IGNORE = "",
    previous: PREVIOUS = None,
    issuer_kind: ISSUER = None,
    config: CONFIG = None,
    report: KIND = None,
) -> None:
    """写一份 Word 副本，每处问题是一条批注，草稿不动；草稿是文本或网页的，另做成 Word 文件。"""
    from reportlint.command import output as out
    from reportlint.command.lint_files import found_files, given
    from reportlint.command.review_copy import Copy
    from reportlint.repository.previous import load_previous
    from reportlint.repository.run import run

    if os.path.isdir(file):
        raise typer.BadParameter("review 一次写一份副本，请写出一个文件。")
    copy = Copy(output, [file, *given(previous, config)], force)
    last_year = load_previous(previous) if previous else None
    files = found_files([file], config, select, ignore)
    count, failed = 0, False
    for result in run(files, report, issuer_kind.value if issuer_kind else None, last_year, each=copy.write):
        out.complain(result)
        failed |= result.failed
        count += 0 if result.settings else len(result.findings)
    if copy.written:
        _print(f"写好了 {output}：{count} 条批注。")
    raise typer.Exit(2 if failed or not copy.written else 0)


@app.command()
def outline(
    file: FILE,
    output_format: Annotated[PageFormat, typer.Option("--format", help="输出格式")] = PageFormat.TEXT,
    config: CONFIG = None,
    report: KIND = None,
) -> None:
    """显示读懂了什么：标题、年度、各级标题、四个部分、略去的网页文字。"""
    from reportlint.reporters import json
    from reportlint.reporters import outline as page

    known = _read(file, config, report)
    _print(json.dump(json.outline(known)) if output_format is PageFormat.JSON else page.render(known))


@app.command()
def figures(
    file: FILE,
    quantities: Annotated[bool, typer.Option("--quantities", help="改为列出每个数量")] = False,
    output_format: Annotated[PageFormat, typer.Option("--format", help="输出格式")] = PageFormat.TEXT,
    config: CONFIG = None,
    report: KIND = None,
) -> None:
    """核对数字：列出验算过的每一处关系（比率、合计、项数、增减……），相符的也列出。"""
    from reportlint.reporters import figures as page
    from reportlint.reporters import json

    known = _read(file, config, report)
    if output_format is PageFormat.JSON:
        _print(json.dump(json.quantities(known) if quantities else json.figures(known)))
    else:
        _print(page.listing(known) if quantities else page.ledger(known))


@app.command()
def explain(name: Annotated[str, typer.Argument(metavar="CHECK", help="检查的名字", show_default=False)]) -> None:
    """显示一项检查的说明、依据、选项和例子。"""
    from reportlint.lint.check import load_checks
    from reportlint.lint.config import known_name
    from reportlint.reporters import check_pages as pages

    _print(pages.explain(load_checks()[known_name(name, load_checks(), "命令行", "检查")]))


@app.command()
def checks() -> None:
    """列出所有检查，每项一行。"""
    from reportlint.lint.check import load_checks
    from reportlint.reporters import check_pages as pages

    _print(pages.listing(load_checks().values()))


@app.command()
def waive(
    files: FILES,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="豁免的理由；默认“启用检查以前已有”", show_default=False)
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="豁免到哪一天，如 2025-12-31；默认不限", show_default=False)
    ] = None,
    config: CONFIG = None,
    report: KIND = None,
) -> None:
    """把现有的问题写进 .reportlint.yaml 作为豁免：已有许多报告的仓库从此只看新的问题。"""
    import datetime

    from reportlint.command.output import complain
    from reportlint.command.waive import REASON, add, collect
    from reportlint.repository.files import find_files
    from reportlint.repository.run import Result, run
    from reportlint.repository.stale_waivers import short
    from reportlint.settings.values import day

    if STDIN in files:
        raise typer.BadParameter("waive 要写明文件，不能用 -（标准输入）。")
    last = day(until, "命令行", "--until") if until else None
    if last and last < datetime.date.today():
        raise typer.BadParameter(f"--until 的日子已经过了：{until}。")
    failed = False

    def watched() -> Iterator[Result]:
        nonlocal failed
        for result in run(find_files(files, _named(config)), report):
            failed |= result.failed
            complain(result)
            yield result

    found = collect(watched(), config, reason or REASON, last)
    for path, entries in found.items():
        add(path, entries)
        _print(f"{short(path)}：加上了 {len(entries)} 条豁免。")
    if not found:
        _print("没有要豁免的问题。")
    raise typer.Exit(2 if failed else 0)


@app.command()
def init(folder: Annotated[str, typer.Argument(metavar="FOLDER", help="草稿仓库的文件夹")] = ".") -> None:
    """在草稿仓库里写下 .reportlint.yaml 和 pre-commit 的设置；已有的文件不动。"""
    from reportlint.command.init import write_files

    for line in write_files(folder):
        _print(line)


def _read(path: str, config: str | None, kind: str | None) -> Report:
    """One report, for the commands that show one. Stops with a sentence where it cannot be read."""
    from reportlint.document.source import UnreadableError
    from reportlint.report import read
    from reportlint.reporters.remarks import name_of
    from reportlint.repository.files import Unusable, find_files

    file = next(iter(find_files([path], _named(config))))
    if isinstance(file, Unusable):
        _stop(f"{name_of(path)}：{file.error}")
    try:
        return read(file.read(), path, kind or file.config.report)
    except UnreadableError as error:
        _stop(f"{name_of(path)}：{error}")


def _named(config: str | None) -> Any:
    from reportlint.lint.config import load_config

    return load_config(config) if config else None


def _print(text: str) -> None:
    from reportlint.reporters.text import clean_lines

    sys.stdout.write(clean_lines(text) + "\n")


def _stop(message: str) -> NoReturn:
    tell(message)
    raise typer.Exit(2)


_USAGE = (
    (r"No such option: (\S+) \(Possible options: (.+)\)$", "没有选项 {0}，可能是 {1}"),
    (r"No such option: (\S+)\.? Did you mean (.+?)\?$", "没有选项 {0}，可能是 {1}"),
    (r"No such option: (\S+?)\.?$", "没有选项 {0}"),
    (r"Missing argument '(.+)'\.?$", "缺少 {0}"),
    (r"Missing option '(.+?)'(?: / '(.+)')?\.?$", "缺少选项 {0}"),
    (r"Invalid value for '?(.+?)'?: '(.+)' is not one of (.+?)\.?$", "{0} 不能是 {1}，可以是 {2}"),
    (r"Option '?(.+?)'? requires an argument\.?$", "选项 {0} 后面要有值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)$", "多了 {0}"),
    (r"Invalid value for '?(.+?)'?: (.+) is not in the range (.+?)\.?$", "{0} 不能是 {1}，范围是 {2}"),
    (r"Invalid value for '?(.+?)'?: '(.+)' is not a valid int(?:eger)?(?: range)?\.?$", "{0} 要写整数，不能是 {1}"),
    (r"Invalid value: (.+)$", "{0}"),
)
"""How the command line's complaints read, in Typer's English and in Chinese."""


def _in_chinese(message: str) -> str:
    """A complaint about the command line, as far as it is a known one."""
    for pattern, chinese in _USAGE:
        if match := patterns.compile(pattern).match(message):
            return chinese.format(*match.groups("")) + ("" if chinese == "{0}" else "。")
    return message


def run(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code. Raises UsageError, UserError."""
    usage_error: Any = typer.BadParameter.__mro__[2]  # ClickException, wherever this Typer keeps it
    try:
        code = app(arguments, standalone_mode=False)
    except usage_error as error:
        raise UsageError(_in_chinese(error.format_message())) from error
    return code if isinstance(code, int) else 0
