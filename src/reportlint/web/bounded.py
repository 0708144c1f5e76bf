"""One piece of work in a process of its own, with bounds on time and memory: a hostile draft costs its own answer, no more.

What comes back are bytes with a letter before them, never pickled objects.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from reportlint.errors import UserError
from reportlint.web.work import Draft, Wish

Work = Callable[[Sequence[Draft], Wish, Callable[[int], None]], bytes]

MEMORY = 2_500_000_000
"""Bytes of address space of a process; a report takes some 150 million of it, LibreOffice for a .doc some 1.5 billion."""
FIRST, EACH = 60.0, 3.0
"""Seconds for a piece of work, and for each draft of it; a report takes a tenth of one."""
_DONE, _TOLD, _FAILED = b"d", b"t", b"f"
_OURS = "程序自身出错，没能检查完。请把这件事报告给 reportlint 的维护者，不必附上草稿。"


class WorkError(Exception):
    """Work that came to nothing; ``str(error)`` says why, and what to do."""


def in_own_process(work: Work, drafts: Sequence[Draft], wish: Wish, told: Callable[[int], None]) -> bytes:
    """What the work gives. told: takes how many drafts are done. Raises WorkError."""
    context = multiprocessing.get_context("spawn")  # a fork would copy the server's sockets
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_worker, args=(theirs, work, drafts, wish), daemon=True)
    process.start()
    theirs.close()
    until = time.monotonic() + FIRST + EACH * len(drafts)
    try:
        while True:
            if not ours.poll(max(0.0, until - time.monotonic())):
                raise WorkError(f"检查超过 {FIRST + EACH * len(drafts):.0f} 秒，已停止。请确认没有选错文件。")
            try:
                message = ours.recv_bytes()
            except EOFError as error:
                raise WorkError("检查的进程意外结束（可能是内存不够）。请确认没有选错文件。") from error
            kind, body = message[:1], message[1:]
            if kind == _DONE:
                return body
            if kind == _FAILED:
                raise WorkError(body.decode())
            told(int(body))
    finally:
        _end(process.pid)
        process.kill()
        process.join()
        ours.close()


def _end(group: int | None) -> None:
    """What the process started, such as LibreOffice, ends with it."""
    if group and hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)


def _worker(answer: Connection, work: Work, drafts: Sequence[Draft], wish: Wish) -> None:
    """The other side: do the work, and send what becomes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to hear
    if hasattr(os, "setsid"):
        os.setsid()
    with suppress(ImportError, ValueError, OSError):  # no such bounds on this system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        done = _DONE + work(drafts, wish, lambda count: answer.send_bytes(_TOLD + str(count).encode()))
    except UserError as error:
        done = _FAILED + str(error).encode("utf-8", "replace")
    except MemoryError:
        done = _FAILED + "这份文件要占的内存太多，没有检查。请确认没有选错文件。".encode()
    except Exception:
        done = _FAILED + _OURS.encode()
    with suppress(OSError):  # nobody waits any more
        answer.send_bytes(done)
