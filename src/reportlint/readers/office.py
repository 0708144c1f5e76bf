"""Files of older or other word processors (.doc .wps .rtf .odt): LibreOffice, where it is installed, makes Word files of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from reportlint.document.source import Source, UnreadableError
from reportlint.readers import docx
from reportlint.readers.odt import without_hidden

_SECONDS = 90
"""A first start, with an empty profile, takes some ten."""
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMPOUND, _WORDS = b"\xd0\xcf\x11\xe0", "WordDocument".encode("utf-16-le")
"""How a file of Word 97 begins, and what its text is filed under; of one without it LibreOffice would make words at random."""


def read(data: bytes, path: str) -> Source:
    """The text of such a file. Raises UnreadableError."""
    return docx.read(convert(data), path)


def convert(data: bytes) -> bytes:
    """The same document as a Word file (.docx). Raises UnreadableError where LibreOffice is missing, or fails."""
    if _ENCRYPTED in data:
        raise UnreadableError("文件设了打开密码，读不出内容。请在 Word 里去掉密码（文件→信息→保护文档）后再检查。")
    if data.startswith(_COMPOUND) and _WORDS not in data:
        raise UnreadableError("这个文件已损坏，或者不是 Word 文件，读不出内容。请在原软件里打开，另存为 docx 再检查。")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    program = program or next((place for place in _PLACES if os.path.exists(place)), None)
    if program is None:
        raise UnreadableError(
            "这是 doc、wps、rtf 或 odt 文件，要先装 LibreOffice 才能读。"
            "请安装 LibreOffice，或在 Word、WPS 里把草稿另存为 docx 再检查。"
        )
    # WPS Writer writes what Word 97 wrote, under another name: the name decides how LibreOffice reads it
    suffix = ".rtf" if data.startswith(b"{\\rtf") else ".odt" if data.startswith(b"PK") else ".doc"
    with tempfile.TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / f"draft{suffix}").write_bytes(without_hidden(data) if suffix == ".odt" else data)
        _run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",  # a profile of its own: no macros of the user's
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder / "out"),
                str(folder / f"draft{suffix}"),
            ]
        )
        try:
            return (folder / "out" / "draft.docx").read_bytes()
        except OSError as error:
            raise UnreadableError(
                "LibreOffice 打不开这个文件（可能已损坏）。请在原软件里另存为 docx 再检查。"
            ) from error


def _run(command: list[str]) -> None:
    """Run LibreOffice to its end, and all that it started: its launcher leaves a second process."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
    try:
        process.wait(_SECONDS)
    except BaseException as error:
        with suppress(OSError):
            if sys.platform != "win32":
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise UnreadableError(
                f"LibreOffice 用了 {_SECONDS} 秒还没有转换完，已中止。请在原软件里另存为 docx 再检查。"
            ) from error
        raise
