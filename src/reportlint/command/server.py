"""`reportlint server`: the language server, for editors to start."""

from __future__ import annotations

import sys

from reportlint.command.tell import tell
from reportlint.errors import UserError

_PACKAGES = ("pygls", "lsprotocol")


def server() -> int:
    """Answer an editor on standard input and output until it leaves; the exit code. Raises UserError without pygls."""
    try:
        from reportlint.server.stdio import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise UserError('没有安装编辑器支持。请运行 pip install "reportlint[editor]"，再让编辑器启动它。') from error
    if sys.stdin.isatty():
        tell("这个命令由编辑器启动，在终端里没有用处。编辑器的设置见 editors/README.md；按 Ctrl-D 结束。")
    return serve()
