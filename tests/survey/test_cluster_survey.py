"""The survey through Dask, scheduler and workers being processes of their own: the same rows, whatever dies on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from test_city import MAKE

pytest.importorskip("distributed", reason="Dask is not installed")
pytest.importorskip("pyarrow", reason="what writes Parquet is not installed")

from reportlint.kept.installed import edition
from reportlint.repository.cluster import ClusterError, connected, do_all, spread_on
from reportlint.repository.search import Unusable

COMMAND = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
DASK = [sys.executable, "-m", "dask"]
ENVIRONMENT = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
"""What a worker dies of is not tried on another, which takes seconds each."""
POISON = """\
import os
from reportlint.repository.each_file import lint_file
from reportlint.survey import gather

gather.lint_file = lambda file, asked: os._exit(1) if file.path.endswith("poison.txt") else lint_file(file, asked)
"""
COPIES = 4
"""Copies of the city: some 150 files, four batches."""
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals")]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("city")
    for number in range(COPIES):
        MAKE.write(folder / "in" / str(number))
        if number < COPIES - 1:  # a part with a failure is made again by the next run
            (folder / "in" / str(number) / "2024" / MAKE.PLANTED["unread"]).unlink()
    return folder


@contextmanager
def started(folder: Path, *of_workers: str) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    common = {"cwd": folder, "env": ENVIRONMENT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [*DASK, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter"], **common
    )  # type: ignore[call-overload]
    worker = [*DASK, "worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", *of_workers]
    workers = [subprocess.Popen(worker, **common) for _ in range(2)]  # type: ignore[call-overload]
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.terminate()  # and not killed: a nanny takes its worker along
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    with started(tmp_path, "--no-nanny") as there:
        yield there


def command(folder: Path, out: str, *more: str) -> list[str]:
    return [*COMMAND, "survey", "in", "-o", out, *more]


def run(folder: Path, out: str, *more: str) -> Any:
    done = subprocess.run(
        command(folder, out, *more), cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr  # for the broken file
    return json.loads((folder / out).read_text("utf-8"))


@pytest.fixture(scope="module")
def plain(city: Path) -> Any:
    """What the survey says without a scheduler."""
    return run(city, "plain.json")


def test_one_worker_killed_in_the_middle(
    city: Path, plain: Any, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
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
    assert json.loads((city / "killed.json").read_text("utf-8")) == plain


def test_a_run_broken_off_goes_on(city: Path, plain: Any, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
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
    assert run(city, "went-on.json", *asked) == plain
    assert len(list(parts.glob("*.parquet"))) > 4 and first.stat().st_mtime_ns == before


def test_a_file_that_workers_die_of_costs_its_own_row(city: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "in"
    drafts.mkdir()
    for name in ("云川市水利局", "云川市商务局"):
        shutil.copy(city / "in" / "0" / "2024" / f"{name}.txt", drafts)
    (drafts / "poison.txt").write_text("云川市粮食局2024年度法治政府建设情况报告\n", "utf-8")
    (tmp_path / "poison.py").write_text(POISON, "utf-8")
    with started(tmp_path, "--preload", str(tmp_path / "poison.py")) as (address, _):
        done = subprocess.run(
            command(tmp_path, "out.json", "--scheduler", address),
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    made = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [report["office"] for report in made["reports"]] == ["云川市商务局", "云川市水利局"]
    (unread,) = made["unread"]
    assert unread["path"].endswith("poison.txt") and "意外结束" in unread["error"]


def test_what_goes_wrong_on_a_worker_is_told_and_not_raised() -> None:
    def refuse(file: object) -> None:
        raise RecursionError

    assert do_all(refuse, ["a.txt"], edition()) == "工作进程出错：RecursionError。"  # type: ignore[list-item]
    assert "版本不同" in do_all(refuse, [], "another")


def test_without_a_scheduler_a_sentence(city: Path) -> None:
    done = subprocess.run(
        [*command(city, "none.json"), "--scheduler", "no such address"],
        cwd=city, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr and "调度器" in done.stderr


def test_where_no_worker_comes_the_wait_ends() -> None:
    from distributed import LocalCluster

    at = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "scheduler_kwargs": {"dashboard": False}}
    with LocalCluster(n_workers=0, **at) as nobody:
        with pytest.raises(ClusterError, match="没有工作进程"):
            connected(nobody.scheduler_address, 1, patience=0.2).__enter__()
        with nobody.get_client() as client, pytest.raises(ClusterError, match="一个工作进程也没有了"):
            list(spread_on(client, str, {0: [Unusable("a.txt", "")]}, str, patience=0.2))
