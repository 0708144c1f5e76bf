"""Many files, several processes: what is said does not depend on how many, and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, write
from documents import lines
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

from reportlint.command.options import FORMATS
from reportlint.repository.run import _FEWEST
from reportlint.repository.workers import spread

CONFIG = """\
waivers:
  - {check: vague-quantity, path: drafts/03.txt, reason: 已经核对}
  - {check: missing-section, path: drafts/00.txt, reason: 没有用处}
"""


@pytest.fixture
def drafts(run: Run) -> None:
    """A folder of all sorts, enough of them for several processes; in the folder that ``run`` made its own."""
    texts = [GOOD, FAULTY, VAGUE, NOTICE, "", FAULTY.replace("38个", "３８个")]
    for number in range(2 * _FEWEST):
        write(f"drafts/{number:02}.txt", texts[number % len(texts)])
    write("drafts/word.docx", lines(FAULTY))
    write("drafts/broken.docx", b"PK\x03\x04")
    write(".reportlint.yaml", CONFIG)


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("form", FORMATS)
def test_as_with_one(run: Run, form: str) -> None:
    alone = run("drafts", "--format", form, "--jobs", "1")
    several = run("drafts", "--format", form, "--jobs", "3")
    assert (several.code, several.out, several.err) == (alone.code, alone.out, alone.err)
    assert alone.code == 2 and "broken.docx" in alone.err
    if form == "json":
        assert {"stale-waiver", "missing-section"} <= set(alone.checks)


@pytest.mark.usefixtures("drafts")
def test_with_last_year(run: Run) -> None:
    write("last.txt", GOOD.replace("2024", "2023").replace("2025", "2024"))
    arguments = ("drafts", "--previous", "last.txt", "--select", "reuse", "--format", "json")
    alone, several = (run(*arguments, "--jobs", jobs) for jobs in ("1", "2"))
    assert several.out == alone.out and alone.found


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_no_number_of_processes(run: Run, jobs: str) -> None:
    assert run("a.txt", "--jobs", jobs).code == 2


def square(number: int) -> int:
    """Work that may fail, or take its process with it."""
    if number < 0:
        raise ValueError(number)
    if number == 13:
        os._exit(9)
    time.sleep(0.001 * (number % 5))
    return number * number


def nothing(number: int) -> int:
    return -number


def test_order() -> None:
    numbers = [number for number in range(200) if number != 13]
    assert list(spread(square, numbers, 3, nothing)) == [number * number for number in numbers]
    assert list(spread(square, [], 3, nothing)) == []


def test_a_process_that_dies_costs_what_it_was_given() -> None:
    found = list(spread(square, range(200), 2, nothing))
    assert len(found) == 200 and found[13] == -13
    assert all(value in (number * number, -number) for number, value in enumerate(found))
    assert sum(value < 0 for value in found) < 100 and found[199] == 199 * 199


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="-1"):
        list(spread(square, [1, 2, -1, 3], 2, nothing))


def test_no_more_is_read_than_needed() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number + 100

    results = spread(square, numbers(), 2, nothing)
    assert len(list(islice(results, 10))) == 10
    assert len(taken) < 200


def test_what_was_done_is_kept_when_a_process_dies_while_work_is_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pool may be found broken when it is given work, before any result is asked for."""
    real, calls = ProcessPoolExecutor.submit, 0

    def submit(pool: Any, *work: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise BrokenProcessPool
        return real(pool, *work)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    found = list(spread(square, range(100, 200), 2, nothing))
    lost = [-value for value in found if value < 0]
    assert len(found) == 100 and lost == [112, 113, 114, 115]  # the fifth call handed over the fourth batch


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("name", ["multiprocessing.process.BaseProcess.start", "threading.Thread.start"])
def test_no_process_can_be_started(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    alone = run("drafts", "--format", "json", "--jobs", "1")

    def refuse(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable") if "process" in name else RuntimeError

    monkeypatch.setattr(name, refuse)
    several = run("drafts", "--format", "json", "--jobs", "3")
    assert (several.code, several.out) == (alone.code, alone.out)
    assert "系统不让再开进程，改用一个进程检查" in several.err


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_nobody_is_left_behind(tmp_path: Path, sign: signal.Signals) -> None:
    for number in range(200):
        write(f"{tmp_path}/{number}.txt", GOOD)
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell may have it ignored
    program = [sys.executable, "-c", f"{heard}; from reportlint.command.main import main; main()", ".", "--jobs", "2"]
    process = subprocess.Popen(program, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def workers() -> list[str]:
        found = []
        for entry in Path("/proc").iterdir():
            with suppress(OSError):  # gone by now
                if entry.name.isdigit() and os.readlink(entry / "cwd") == str(tmp_path):
                    found.append(entry.name)
        return found

    until = time.monotonic() + 20
    while len(workers()) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(workers()) == 3
    process.send_signal(sign)
    _, said = process.communicate(timeout=20)
    while workers() and time.monotonic() < until + 10:
        time.sleep(0.1)
    assert workers() == []
    assert b"Traceback" not in said
