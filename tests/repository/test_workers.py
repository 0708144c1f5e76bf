"""Many files, several processes: what is said does not depend on how many, and none is left behind."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest
from conftest import Run, write
from documents import lines
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

from reportlint.command.options import FORMATS
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.kept_results import KeptResults
from reportlint.repository.run import _FEWEST
from reportlint.repository.workers import NoWorkersError, spread

LONG = os.environ.get("REPORTLINT_TESTS") == "long"
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


def test_a_process_that_dies_costs_the_item_it_died_of() -> None:
    found = list(spread(square, range(200), 2, nothing))
    assert found == [-13 if number == 13 else number * number for number in range(200)]


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="-1"):
        list(spread(square, [1, 2, -1, 3], 2, nothing))


def test_no_more_is_done_than_needed(tmp_path: Path) -> None:
    def touch(number: int) -> int:
        (tmp_path / str(number)).touch()
        return number

    results = spread(touch, range(10_000), 2, nothing)
    assert list(islice(results, 10)) == [*range(10)]
    time.sleep(0.2)
    assert len(list(tmp_path.iterdir())) < 100


def test_processes_killed_while_they_give_back_results() -> None:
    """Neither half a result nor a lock that a dead process held keeps anybody waiting."""
    results = spread(lambda number: number.to_bytes(500_000, "big"), range(100), 2, lambda number: b"")
    found = [next(results)]
    time.sleep(0.5)  # nobody reads, so both are in the middle of their next result, which is longer than a pipe
    for process in multiprocessing.active_children():
        process.kill()
    found += results
    assert [int.from_bytes(each, "big") for each in found] == [*range(100)]


def children(process: int) -> list[int]:
    """The processes it has begun, by what the system says of its first thread."""
    with suppress(OSError):  # gone by now
        return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are looked up in /proc")
def test_what_was_done_is_printed_whenever_a_process_is_killed(tmp_path: Path) -> None:
    drafts = {write(f"{tmp_path}/{number}.txt", VAGUE) for number in range(100)}
    program = [sys.executable, "-c", "from reportlint.command.main import main; main()", str(tmp_path)]
    moments, kills = Random(16), 0
    for _ in range(40 if LONG else 8):
        process = subprocess.Popen(
            [*program, "--jobs", "2", "--format", "json", "--fail-on", "info"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while not children(process.pid) and process.poll() is None:
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.5))
        for worker in children(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
            kills += 1
        out, err = process.communicate(timeout=60)
        found = {finding["path"] for finding in json.loads(out)}
        lost = {draft for draft in drafts if f"{draft}：检查这份文件的进程意外结束" in err}
        assert found | lost == drafts and len(lost) < 2
        assert process.returncode == (2 if lost else 1)
        assert "Traceback" not in err
    assert kills > 4


@pytest.mark.usefixtures("drafts")
def test_a_draft_that_costs_its_process_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lint(file: File, asked: Asked, kept: KeptResults) -> FileResult:
        if file.path.endswith("07.txt"):
            os._exit(9)
        return lint_file(file, asked, kept)

    monkeypatch.setattr("reportlint.repository.run.lint_file", lint)
    outcome = run("drafts", "--format", "json", "--jobs", "2")
    assert outcome.code == 2 and "drafts/07.txt：检查这份文件的进程意外结束" in outcome.err
    assert {"drafts/06.txt", "drafts/08.txt"} <= {finding["path"] for finding in outcome.found}


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("allowed", [0, 1])
def test_no_process_can_be_started(run: Run, monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    alone = run("drafts", "--format", "json", "--jobs", "1")
    start, begun = BaseProcess.start, list[BaseProcess]()

    def limited(process: BaseProcess) -> None:
        if len(begun) == allowed:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        begun.append(process)
        start(process)

    monkeypatch.setattr(BaseProcess, "start", limited)
    several = run("drafts", "--format", "json", "--jobs", "3")
    assert (several.code, several.out) == (alone.code, alone.out)
    assert "系统不让再开进程，改用一个进程检查" in several.err
    assert not any(process.is_alive() for process in begun)


def test_the_last_process_dies_and_no_other_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was given back before holds; the rest is for the caller to do."""
    results = spread(square, [0, 1, 2, 3, 13, 5], 1, nothing)
    found = [next(results)]

    def refuse(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", refuse)
    with pytest.raises(NoWorkersError):
        found.extend(results)
    assert found == [0, 1, 4, 9]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_nobody_is_left_behind(tmp_path: Path, sign: signal.Signals) -> None:
    for number in range(1_000):  # so many that they are at work still
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
