"""What a client may do to the server: break off, send nonsense, too much, too fast. It answers, ends, or goes on; it does not grow.

REPORTLINT_TESTS=long pytest tests/server/test_bad_input.py     a minute of typing
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from editor import SERVER, Editor, with_editor
from lsprotocol import types
from test_server import ODD

LONG = os.environ.get("REPORTLINT_TESTS") == "long"
SECRET = "云渚县二号案卷"
"""Words of a draft, which must not get into a log."""


def message(**content: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}, ensure_ascii=False).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


HELLO = message(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
OPEN = message(
    method="textDocument/didOpen",
    params={"textDocument": {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": ODD + SECRET}},
)
BYE = message(id=9, method="shutdown") + message(method="exit")


def said(sent: bytes, code: int) -> list[dict[str, Any]]:
    """What the server answers to some bytes, after which the client is gone."""
    done = subprocess.run(SERVER, input=sent, capture_output=True, timeout=60)
    assert done.returncode == code
    told = done.stderr.decode()
    assert "Traceback" not in told and SECRET not in told
    answers, left = [], done.stdout
    while left:
        head, _, left = left.partition(b"\r\n\r\n")
        size = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        answers.append(json.loads(left[:size]))
        left = left[size:]
    return answers


def errors(answers: list[dict[str, Any]]) -> list[str]:
    return [each["params"]["message"] for each in answers if each.get("method") == "window/showMessage"]


def test_a_client_that_takes_its_leave() -> None:
    answers = said(HELLO + BYE, 0)
    assert [answer["id"] for answer in answers] == [1, 9]
    assert answers[0]["result"]["capabilities"]["positionEncoding"] == "utf-16"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        HELLO,
        HELLO + OPEN,
        HELLO + OPEN[:-40],
        HELLO + b"Content-Length: 99",
        HELLO + b"Content-Length: 99999999999999\r\n\r\n{}",
        b"\x00" * 100_000,
    ],
    ids=[
        "nothing",
        "after hello",
        "after a draft",
        "in a message",
        "in a header",
        "a length beyond all bounds",
        "zeros",
    ],
)
def test_a_client_that_breaks_off(sent: bytes) -> None:
    said(sent, 1)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"Content-Length: 5\r\n\r\nhello",
        b"Content-Length: 2\r\n\r\n[]",
        message(method="textDocument/didOpen", params=SECRET),
    ],
    ids=["no JSON", "no message", "not what is wanted"],
)
def test_nonsense_is_told_and_does_not_end_it(nonsense: bytes) -> None:
    answers = said(HELLO + nonsense + BYE, 0)
    assert errors(answers) == ["reportlint：编辑器发来的消息读不懂，没有处理。"]
    assert [answer["id"] for answer in answers if "id" in answer] == [1, 9]


def test_what_there_is_not_is_refused() -> None:
    answers = said(HELLO + message(id=2, method="textDocument/brew", params={}) + BYE, 0)
    (refused,) = (answer for answer in answers if answer.get("id") == 2)
    assert refused["error"]["code"] == -32601 and errors(answers) == []


def test_a_draft_of_five_megabytes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        (found,) = await editor.shown("a.txt", "开展检查。" * 350_000)
        assert "超过 1,000,000 字的上限" in found.message
        assert len(await editor.shown("b.txt", ODD)) > 3

    with_editor(tmp_path, work)


def test_it_leaves_while_a_long_draft_is_linted(tmp_path: Path) -> None:
    """Nine hundred thousand characters take far longer than leaving may take."""
    left = 0.0

    async def work(editor: Editor) -> None:
        nonlocal left
        editor.open("a.txt", (ODD + "办理案件36件。\n") * 3_000)
        await asyncio.sleep(0.5)
        left = time.monotonic()

    with_editor(tmp_path, work)
    assert time.monotonic() - left < 5


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="memory is read from /proc")
def test_changes_without_end_do_not_make_it_grow(tmp_path: Path) -> None:
    """Typing many times as fast as anybody can, with rests in which it lints; in the long form for a minute."""

    async def work(editor: Editor) -> None:
        process = editor.client._server
        assert process
        text = (ODD + "办理案件36件。\n") * 30
        await editor.shown("a.txt", text)

        async def typed(times: int) -> int:
            for number in range(times):
                editor.change("a.txt", text + "。" * (number % 7))
                await asyncio.sleep(0.3 if number % 20 == 0 else 0.005)
            hover = types.HoverParams(editor.named("a.txt"), types.Position(0, 1))
            await editor.client.text_document_hover_async(hover)
            status = Path(f"/proc/{process.pid}/status").read_text()
            return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

        await typed(100)
        before = await typed(60)
        after = await typed(1_500 if LONG else 240)
        assert after - before < 2_000, f"{before} kB before, {after} kB after"

    with_editor(tmp_path, work)


def test_no_name_is_looked_up_and_no_socket_bound(tmp_path: Path) -> None:
    """A pair of sockets that lead to itself is all that asyncio makes."""
    program = """
import os, sys
REACHING = ("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethost", "socket.getname", "socket.sendto", "urllib.")
def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] not in WITHIN or event.startswith(REACHING):
        print(event, arguments, file=open("reached", "a"))
import socket
WITHIN = [getattr(socket, "AF_UNIX", None), -1]
sys.addaudithook(watch)
from reportlint.command.main import command; command()
"""

    async def work(editor: Editor) -> None:
        found = await editor.shown("a.txt", ODD)
        await editor.actions("a.txt", found[0].range)
        await editor.client.text_document_hover_async(types.HoverParams(editor.named("a.txt"), found[0].range.start))

    here = f"import os; os.chdir({str(tmp_path)!r})\n{program}"
    with_editor(tmp_path, work, server=(sys.executable, "-c", here, "server"))
    assert not (tmp_path / "reached").exists(), (tmp_path / "reached").read_text()
