"""The survey through Dask, scheduler and workers being processes of their own: the same rows, whatever dies on the way."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_city import MAKE

pytest.importorskip("distributed", reason="Dask is not installed")
pytest.importorskip("pyarrow", reason="what writes Parquet is not installed")

COMMAND = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
DASK = [sys.executable, "-m", "dask"]
COPIES = 6
"""Copies of the city: some 230 files, five batches."""
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals")]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("city")
    for number in range(COPIES):
        MAKE.write(folder / "in" / str(number))
        if number < COPIES - 1:  # a part with a failure is made again by the next run
            (folder / "in" / str(number) / "2024" / MAKE.PLANTED["unread"]).unlink()
    return folder


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    common = {"cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [*DASK, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter"], **common
    )  # type: ignore[call-overload]
    worker = [*DASK, "worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    workers = [subprocess.Popen(worker, **common) for _ in range(2)]  # type: ignore[call-overload]
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def command(folder: Path, out: str, *more: str) -> list[str]:
    return [*COMMAND, "survey", "in", "-o", out, *more]


def run(folder: Path, out: str, *more: str) -> Any:
    done = subprocess.run(
        command(folder, out, *more), cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr  # for the broken file
    return json.loads((folder / out).read_text("utf-8"))


def test_one_worker_killed_in_the_middle(city: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    address, workers = cluster
    parts = city / "parts-killed"
    with subprocess.Popen(
        command(city, "killed.json", "--scheduler", address, "--parts", str(parts)),
        cwd=city,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as survey:
        until = time.monotonic() + 120
        while not list(parts.glob("*.parquet")) and survey.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        os.kill(workers[0].pid, signal.SIGKILL)
        _, said = survey.communicate(timeout=240)
        assert survey.returncode == 2 and (city / "killed.json").exists(), said
    assert json.loads((city / "killed.json").read_text("utf-8")) == run(city, "plain.json")


def test_a_run_broken_off_goes_on(city: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    address, _ = cluster
    parts = city / "parts-broken"
    asked = ("--scheduler", address, "--parts", str(parts))
    with subprocess.Popen(command(city, "broken.json", *asked), cwd=city, stdout=subprocess.DEVNULL) as survey:
        until = time.monotonic() + 120
        while not list(parts.glob("*.parquet")) and survey.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        survey.kill()
    (first, *_) = sorted(parts.glob("*.parquet"))
    before = first.stat().st_mtime_ns
    assert run(city, "went-on.json", *asked) == run(city, "plain.json")
    assert len(list(parts.glob("*.parquet"))) > 4 and first.stat().st_mtime_ns == before


def test_without_a_scheduler_a_sentence(city: Path) -> None:
    done = subprocess.run(
        [*command(city, "none.json"), "--scheduler", "no such address"],
        cwd=city, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr and "调度器" in done.stderr
