"""The verbs of the command and their options: the one place where they are declared.

Typer's commands (typer_reader.py) and the reader that does without Typer (kept/plain_arguments.py) are made of this table. A verb is
the function of its name in the module of its name, whose keyword arguments are its options; it returns the exit code.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlint.errors import UsageError, quoted
from reportlint.lines.issuers import KINDS


class Option(NamedTuple):
    """One option, or where ``flags`` are none, an argument.

    name: the keyword argument. metavar: what its value is called in the help. kind: str, int (from 1 on), bool, or list for
    what may be repeated. choices: the only words it may be. default: None where there is none.
    """

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    kind: type = str
    choices: tuple[str, ...] = ()
    default: Any = None
    required: bool = False

    @property
    def called(self) -> str:
        """What a sentence calls it."""
        return self.flags[0] if self.flags else self.metavar

    def read(self, text: str) -> Any:
        """The value that a word of the command line stands for. Raises UsageError."""
        if self.kind is int:
            if not text.removeprefix("-").isdecimal() or not text.isascii():
                raise UsageError(f"{self.called} 要写整数，不能是 {quoted(text)}。")
            if int(text) < 1:
                raise UsageError(f"{self.called} 不能是 {quoted(text)}，要从 1 起。")
            return int(text)
        if self.choices and text not in self.choices:
            raise UsageError(f"{self.called} 不能是 {quoted(text)}，可以是 {'、'.join(self.choices)}。")
        return text


class Verb(NamedTuple):
    """One verb. help: what it does, one Chinese sentence."""

    help: str
    options: tuple[Option, ...]


FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "html")
FAIL_ON = ("error", "warning", "info", "never")

_FILES = Option("files", (), "草稿文件、文件夹，或 -（标准输入）", "FILE...", list)
_FILE = Option("file", (), "草稿文件，或 -（标准输入）", "FILE", required=True)
_SELECT = Option("select", ("--select",), "只做这些检查，用逗号隔开", "NAMES", default="")
_IGNORE = Option("ignore", ("--ignore",), "不做这些检查，用逗号隔开", "NAMES", default="")
_PREVIOUS = Option("previous", ("--previous",), "上一年度的报告，或存放它们的文件夹", "FILE")
_ISSUER = Option(
    "issuer_kind",
    ("--issuer-kind",),
    "报告单位是省、市、县政府，政府，部门还是乡镇；默认由设置和名称判断",
    choices=KINDS,
)
_CONFIG = Option("config", ("--config",), "配置文件；默认从草稿所在文件夹向上找 .reportlint.yaml", "FILE")
_KIND = Option("kind", ("--report",), "报告种类；默认由文本判断", "KIND")
_PAGE = Option("output_format", ("--format",), "输出格式", choices=("text", "json"), default="text")

VERBS = {
    "check": Verb(
        "检查草稿，列出每处问题的位置、理由、依据和改法。",
        (
            _FILES,
            Option("output_format", ("--format",), "输出格式", choices=FORMATS, default="text"),
            Option("output", ("--output", "-o"), "把 --format 的结果写进文件，屏幕上照常显示文字", "FILE"),
            Option(
                "verbose",
                ("--verbose",),
                "文字输出里，同一项检查的每一处都写全，并写出所据的规则",
                kind=bool,
                default=False,
            ),
            Option(
                "show", ("--show",), "只显示这一级及更重的问题；退出码不受影响", choices=FAIL_ON[:3], default="info"
            ),
            Option("summary", ("--summary",), "只显示一张表和总数，不写每处问题", kind=bool, default=False),
            Option("fail_on", ("--fail-on",), "从哪一级起退出码为 1；默认 error", choices=FAIL_ON),
            _SELECT,
            _IGNORE,
            Option(
                "changed_since",
                ("--changed-since",),
                "只检查从这个提交或分支以来改动的文件，不写 FILE 时在当前文件夹里找",
                "REV",
            ),
            _PREVIOUS,
            _ISSUER,
            Option(
                "fix",
                ("--fix",),
                "写法唯一的，直接改好；草稿是 - 时，改好的全文写到标准输出",
                kind=bool,
                default=False,
            ),
            Option("diff", ("--diff",), "只显示 --fix 会怎么改，不改文件", kind=bool, default=False),
            Option("jobs", ("--jobs",), "用几个进程；默认按处理器的个数", "N", int),
            Option(
                "cache",
                ("--cache",),
                "结果存进设置文件旁的 .reportlint_cache/，没有改动的草稿下次不再检查",
                kind=bool,
                default=False,
            ),
            _CONFIG,
            _KIND,
        ),
    ),
    "review": Verb(
        "写一份 Word 副本，每处问题是一条批注，草稿不动；草稿是文本或网页的，另做成 Word 文件。",
        (
            _FILE,
            Option("output", ("--output", "-o"), "副本的文件名，如 draft.review.docx", "OUT", required=True),
            Option("force", ("--force",), "已有 OUT 时换掉它", kind=bool, default=False),
            Option(
                "changes",
                ("--changes",),
                "写法唯一的，在副本里也写成修订，由您逐处接受或拒绝",
                kind=bool,
                default=False,
            ),
            _SELECT,
            _IGNORE,
            _PREVIOUS,
            _ISSUER,
            _CONFIG,
            _KIND,
        ),
    ),
    "outline": Verb("显示读懂了什么：标题、年度、各级标题、四个部分、略去的网页文字。", (_FILE, _PAGE, _CONFIG, _KIND)),
    "figures": Verb(
        "核对数字：列出验算过的每一处关系（比率、合计、项数、增减……），相符的也列出。",
        (
            _FILE,
            Option("quantities", ("--quantities",), "改为列出每个数量", kind=bool, default=False),
            _PAGE,
            _CONFIG,
            _KIND,
        ),
    ),
    "rules": Verb(
        "显示对这份报告起作用的规定：公布和报送期限、篇幅、标题、部分、事项，出自哪里，写在哪个文件第几行。",
        (_FILE, _PAGE, _ISSUER, _CONFIG, _KIND),
    ),
    "explain": Verb(
        "显示一项检查的说明、依据、选项和例子。", (Option("name", (), "检查的名字", "CHECK", required=True),)
    ),
    "checks": Verb("列出所有检查，每项一行。", ()),
    "waive": Verb(
        "把现有的问题写进 .reportlint.yaml 作为豁免：已有许多报告的仓库从此只看新的问题。",
        (
            _FILES._replace(required=True),
            Option("reason", ("--reason",), "豁免的理由；默认“启用检查以前已有”", "TEXT"),
            Option("until", ("--until",), "豁免到哪一天，如 2025-12-31；默认不限", "DATE"),
            _CONFIG,
            _KIND,
        ),
    ),
    "survey": Verb(
        "一次看许多单位的报告：谁没有报、谁晚了、缺哪部分、谁和谁雷同，先改什么。",
        (
            Option("folders", (), "存放报告的文件夹，也可以写文件", "FOLDER...", list, required=True),
            Option(
                "output",
                ("-o", "--output"),
                "写成文件：.xlsx、.html、.json 或 .parquet；要几种，写几个 -o",
                "OUT",
                list,
            ),
            Option("roster", ("--roster",), "应当报送的单位名单：.yaml、.csv 或 .xlsx", "FILE"),
            Option("previous", ("--previous",), "上一年度各单位的报告所在的文件夹，看照抄", "FOLDER"),
            Option("year", ("--year",), "看哪一年度；默认取多数报告的年度", "YEAR", int),
            Option("feedback", ("--feedback",), "给每个单位写一封反馈和一份批注本，放在这个文件夹", "FOLDER"),
            Option("letter", ("--letter",), "反馈的模板，一个文本文件；默认用随程序的", "FILE"),
            Option("signed", ("--signed",), "反馈的落款单位", "NAME", default=""),
            Option("scheduler", ("--scheduler",), "用 Dask 分给许多机器：调度器的地址；local 用本机", "ADDRESS"),
            Option(
                "parts", ("--parts",), "用 Dask 时，做完的存在这个文件夹，中断后接着做；默认 survey-parts", "FOLDER"
            ),
            _SELECT,
            _IGNORE,
            Option("jobs", ("--jobs",), "用几个进程；默认按处理器的个数", "N", int),
            _CONFIG,
            _KIND,
        ),
    ),
    "serve": Verb(
        "在本机开一个网页：拖进草稿就能看意见，不用终端；文件不出本机，也不留下。",
        (
            Option("port", ("--port",), "端口；默认由系统挑一个空着的", "N", int),
            Option("host", ("--host",), "在哪个地址上听；默认只有本机能连", "ADDRESS", default="127.0.0.1"),
            Option("public_address", ("--public-address",), "反向代理给用户的地址，如 https://lint.example.cn", "URL"),
            Option("no_browser", ("--no-browser",), "不打开浏览器，只显示地址", kind=bool, default=False),
            Option("config", ("--config",), "对这一页都有效的配置文件；不写就用默认的设置", "FILE"),
        ),
    ),
    "server": Verb("供编辑器启动的语言服务器（LSP，标准输入输出）：边写边检查。要先装 reportlint[editor]。", ()),
    "init": Verb(
        "在草稿仓库里写下 .reportlint.yaml 和 pre-commit 的设置；已有的文件不动。",
        (Option("folder", (), "草稿仓库的文件夹", "FOLDER", default="."),),
    ),
}


class Call(NamedTuple):
    """What a command line asks for: a verb, and values for some of its options."""

    verb: str
    options: dict[str, Any]
