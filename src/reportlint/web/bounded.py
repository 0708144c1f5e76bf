"""One piece of work in a process of its own, with bounds on time and memory: a hostile draft costs its own answer, no more.

What comes back are bytes, each message with its length and a letter before it, never pickled objects.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread, Timer
from typing import IO

import reportlint
from reportlint.errors import UserError
from reportlint.web.work import Draft, Wish

Work = Callable[[Sequence[Draft], Wish, Callable[[int], None]], bytes]

MEMORY = 2_500_000_000
"""Bytes of address space of a process; a report takes some 150 million of it, LibreOffice for a .doc some 1.5 billion."""
FIRST, EACH = 60.0, 3.0
"""Seconds for a piece of work, and for each draft of it; a report takes a tenth of one."""
_DONE, _TOLD, _FAILED = b"d", b"t", b"f"
_SIZE = 8
_HERE = os.path.dirname(os.path.dirname(reportlint.__file__))
_START = [sys.executable, "-c", "from reportlint.web.bounded import serve_one; serve_one()"]
_OURS = "程序自身出错，没能检查完。请把这件事报告给 reportlint 的维护者，不必附上草稿。"


_running: set[subprocess.Popen[bytes]] = set()


class WorkError(Exception):
    """Work that came to nothing; ``str(error)`` says why, and what to do."""


def in_own_process(work: Work, drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """What the work gives. told: takes how many drafts are done. Raises WorkError."""
    seconds = FIRST + EACH * len(drafts)
    late = False

    def stop() -> None:
        nonlocal late
        late = True
        _end(process)

    # from our own folder, where no file of a user's could be taken for a module
    process = subprocess.Popen(
        _START,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_HERE,
        start_new_session=True,
    )
    assert process.stdin and process.stdout
    _running.add(process)
    timer = Timer(seconds, stop)
    timer.start()
    try:
        Thread(target=_send_all, args=(process.stdin, pickle.dumps((work, drafts, wish))), daemon=True).start()
        while message := _receive(process.stdout):
            kind, body = message[:1], message[1:]
            if kind == _DONE:
                return body
            if kind == _FAILED:
                raise WorkError(body.decode())
            told(int(body))
        if late:
            raise WorkError(f"检查超过 {seconds:.0f} 秒，已停止。请确认没有选错文件。")
        raise WorkError("检查的进程意外结束（可能是内存不够）。请确认没有选错文件。")
    finally:
        timer.cancel()
        _end(process)
        _running.discard(process)
        process.wait()
        process.stdout.close()


def end_all() -> None:
    """All work that is going on ends, for the server does."""
    for process in list(_running):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process ends, and what it started with it, such as LibreOffice."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def _send_all(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError), stream:  # it may have ended
        stream.write(data)


def _receive(stream: IO[bytes]) -> bytes:
    """The next message; none where the process has ended."""
    size = stream.read(_SIZE)
    return stream.read(int.from_bytes(size, "big")) if len(size) == _SIZE else b""


def serve_one() -> None:
    """The other side: the work out of standard input, what becomes of it on standard output."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a library's chatter is no message
    _bound()
    try:
        work, drafts, wish = pickle.load(sys.stdin.buffer)  # of our own making
        done = _DONE + work(drafts, wish, lambda count: _send(answer, _TOLD + str(count).encode()))
    except UserError as error:
        done = _FAILED + str(error).encode("utf-8", "replace")
    except MemoryError:
        done = _FAILED + "这份文件要占的内存太多，没有检查。请确认没有选错文件。".encode()
    except Exception:
        done = _FAILED + _OURS.encode()
    with suppress(OSError):  # nobody waits any more
        _send(answer, done)


def _bound() -> None:
    with suppress(ImportError, ValueError, OSError):  # no such bounds on this system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_SIZE, "big") + message)
    stream.flush()
