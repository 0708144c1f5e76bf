"""However large or hostile a file is: no more than 300 MB, be it refused or linted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import write
from documents import word
from test_cli import GOOD

MOST = 300 * 1024  # kilobytes
PART = "二、"
PLAIN = "<w:p><w:r><w:t>办理案件36件，办结率98%。</w:t></w:r></w:p>"


def within(words: str, times: int) -> bytes:
    """A report with a paragraph of the words, so often."""
    head, tail = GOOD.split(PART, 1)
    return f"{head}{words * times}\n{PART}{tail}".encode()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "opened brackets": ("txt", lambda: within("（", 330_000)),
    "opened quotations": ("txt", lambda: within("“", 330_000)),
    "bare figures": ("txt", lambda: within("36件，", 30_000)),
    "a page of 20 MB": ("html", lambda: b"<html><body>" + "<p>办理案件36件。</p>\n".encode() * 800_000),
    "a page of as many tags as may be": ("html", lambda: b"<html><body>" + b"<br>a" * 199_000),
    "a page with formatting left open": (
        *("html", lambda: b"<html><body>" + b"".join(b"<b id=a%d>" % at for at in range(1_000)) + b"<p>a" * 8_000),
    ),
    "a page of as much formatting left open as may be": (
        *("html", lambda: b"<html><body>" + b"".join(b"<b id=a%d>" % at for at in range(900)) + b"<p>a" * 200),
    ),
    "a page of attributes": ("html", lambda: b"<html><body>" + b"<p a b c d e f g h i j k l>a</p>" * 150_000),
    "a list in Markdown": ("md", lambda: GOOD.encode() + b"\n- a" * 90_000),
    "emphasis in Markdown": ("md", lambda: GOOD.encode() + b"\n\n" + b"*a_b" * 99_000),
    "elements of a Word file": ("docx", lambda: word(PLAIN * 99_000)),
    "attributes in a Word file": ("docx", lambda: word('<w:p w:a="1" w:b="2" w:c="3"/>' * 400_000)),
    "names in a Word file": ("docx", lambda: word("".join(f"<w:p{at}/>" for at in range(490_000)))),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_more_than_300_mb(tmp_path: Path, name: str) -> None:
    form, make = FILES[name]
    path = write(f"{tmp_path}/draft.{form}", make())
    program = [sys.executable, "-c", "from reportlint.command.main import main; main()", path, "--fail-on", "never"]
    process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2)
    assert used.ru_maxrss < MOST
    assert used.ru_utime < 60


def test_more_would_be_seen(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", f"bytearray({MOST * 1024})"])
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    assert used.ru_maxrss > MOST
