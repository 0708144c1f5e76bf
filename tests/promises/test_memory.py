"""However large or hostile a file is: no more than 300 MB, be it refused or linted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import write
from documents import word
from ofd_documents import Put, layer, ofd, part
from test_cli import GOOD

MOST = 300 * 1024  # kilobytes
PART = "二、"
PLAIN = "<w:p><w:r><w:t>办理案件36件，办结率98%。</w:t></w:r></w:p>"


def within(words: str, times: int) -> bytes:
    """A report with a paragraph of the words, so often."""
    head, tail = GOOD.split(PART, 1)
    return f"{head}{words * times}\n{PART}{tail}".encode()


def endless() -> str:
    """A page of an OFD with one text object."""
    return part("Page", layer([Put("办", 28, 40)]).replace("办", "办理案件" * 1_900_000))


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
    "an endless line of an OFD": ("ofd", lambda: ofd([[]], others={"Doc_0/Pages/0/Content.xml": endless()})),
    "objects of an OFD": ("ofd", lambda: ofd([[Put("办", 28, 40 + at % 200) for at in range(44_000)]])),
    "attributes in a Word file": ("docx", lambda: word('<w:p w:a="1" w:b="2" w:c="3"/>' * 400_000)),
    "names in a Word file": ("docx", lambda: word("".join(f"<w:p{at}/>" for at in range(490_000)))),
}


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_maxrss, used.ru_utime)
"""
"""A small process in between: what is started by a large one counts that one's memory as its own."""


def measured(*command: str) -> tuple[int, int, float]:
    """A program's exit code, kilobytes and seconds."""
    done = subprocess.run([sys.executable, "-c", MEASURED, *command], capture_output=True, text=True, check=True)
    code, size, seconds = done.stdout.split()
    return int(code), int(size), float(seconds)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_more_than_300_mb(tmp_path: Path, name: str) -> None:
    form, make = FILES[name]
    path = write(f"{tmp_path}/draft.{form}", make())
    main = "from reportlint.command.main import main; main()"
    code, size, seconds = measured(sys.executable, "-c", main, path, "--fail-on", "never")
    assert code in (0, 2)
    assert size < MOST
    assert seconds < 60


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_more_would_be_seen() -> None:
    large = bytearray(2 * MOST * 1024)  # of this process, and no other's
    assert measured(sys.executable, "-c", f"bytearray({MOST * 1024})")[1] > MOST
    assert measured(sys.executable, "-c", "")[1] < MOST < len(large) / 1024
