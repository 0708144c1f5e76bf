"""Surveys many generated reports through Dask, with a scheduler and workers as processes of this machine, and watches memory.

    python benchmarks/cluster.py --count 20000 > cluster.md

The run is broken off when half of the parts are there, and gone on with. Told: time, processor time, and the most memory that the
client, the scheduler and a worker took, in each quarter of the work; then what that comes to for as many reports as a country has.
Takes some twenty minutes on two cores. Needs `reportlint[survey,cluster]`.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # comes with distributed
from corpus import generate, write

COUNTRY = 140_000
_COMMAND = [sys.executable, "-c", "from reportlint.command.main import main; main()"]
_DASK = [sys.executable, "-m", "dask"]
_EVERY = 0.5
"""Seconds between two looks."""
_MIB = 2**20


class Cluster:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path, workers: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        at = ["--host", "127.0.0.1", "--no-dashboard"]
        self.scheduler = self._start(folder, "scheduler", *at, "--port", str(port), "--no-jupyter")
        worker = ["worker", self.address, *at, "--nthreads", "1", "--no-nanny"]
        self.workers = [self._start(folder, *worker) for _ in range(workers)]

    @staticmethod
    def _start(folder: Path, *arguments: str) -> psutil.Popen:
        return psutil.Popen([*_DASK, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self) -> None:
        """Stop all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def processor_time(self) -> float:
        """Seconds that scheduler and workers have worked."""
        times = [each.cpu_times() for each in (self.scheduler, *self.workers)]
        return float(sum(each.user + each.system for each in times))


class Watch:
    """The most memory of each process, by quarters of the work."""

    def __init__(self, cluster: Cluster, parts: Path, batches: int) -> None:
        self.cluster, self.parts, self.batches = cluster, parts, batches
        self.most = {name: [0] * 4 for name in ("client", "scheduler", "worker")}
        self.processor_time = 0.0

    def look(self, client: psutil.Popen) -> int:
        """Look once; how many parts there are."""
        done = len(list(self.parts.glob("*.parquet")))
        quarter = min(3, done * 4 // self.batches)
        processes = [("client", client), ("scheduler", self.cluster.scheduler)]
        for name, process in [*processes, *(("worker", each) for each in self.cluster.workers)]:
            with suppress(psutil.Error):  # it has just ended
                self.most[name][quarter] = max(self.most[name][quarter], process.memory_info().rss)
                if process is client:
                    self.processor_time = sum(process.cpu_times()[:2])
        return done

    def run(self, command: list[str], folder: Path, until: int) -> float:
        """Run the client till so many parts are there, or to its end; seconds taken."""
        start = time.monotonic()
        with psutil.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as client:
            while client.poll() is None:
                if self.look(client) >= until:
                    client.kill()
                time.sleep(_EVERY)
            if client.returncode > 0:
                sys.exit(f"the survey ended with {client.returncode}")
        return time.monotonic() - start


def main() -> None:
    """Measure, and print what was seen as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--characters", type=int, default=5_000)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in", generate(asked.count, asked.characters, 1))
        cluster = Cluster(folder, asked.workers)
        try:
            _measure(folder, cluster, asked.count)
        finally:
            cluster.end()


def _measure(folder: Path, cluster: Cluster, count: int) -> None:
    parts = folder / "parts"
    batches = -(-count // 50)
    command = [*_COMMAND, "survey", "in", "--scheduler", cluster.address, "--parts", str(parts), "-o", "out.parquet"]
    first = Watch(cluster, parts, batches)
    broken = first.run(command, folder, batches // 2)
    kept = len(list(parts.glob("*.parquet")))
    second = Watch(cluster, parts, batches)
    went_on = second.run(command, folder, sys.maxsize)
    disk = sum(path.stat().st_size for path in parts.iterdir())
    work = cluster.processor_time() + first.processor_time + second.processor_time
    clients = first.processor_time + second.processor_time
    print(f"{count:,} reports, {len(cluster.workers)} workers, {os.cpu_count()} cores\n")
    print(
        f"- broken off after {broken:.0f} s with {kept} of {batches} parts; gone on with and done in another {went_on:.0f} s"
    )
    print(f"- processor time {work:.0f} s ({work / count * 1000:.0f} ms a report), of it the client's {clients:.0f} s")
    print(f"- parts {disk / _MIB:.0f} MiB ({disk / count / 1024:.1f} KiB a report), {out_size(folder)}\n")
    print("| most memory, MiB | 1st quarter | 2nd | 3rd | 4th |\n|---|---:|---:|---:|---:|")
    for run, watch in (("broken off", first), ("gone on with", second)):
        for name, seen in watch.most.items():
            print(f"| {name}, {run} | " + " | ".join(f"{each / _MIB:.0f}" if each else "" for each in seen) + " |")
    least, most = first.most["client"][0], second.most["client"][3]
    a_report = (most - least) / (count * 3 / 4)  # from the end of the first quarter, when all is loaded
    print(f"\nThe client grows by {a_report / 1024:.1f} KiB a report. {COUNTRY:,} reports would take:")
    print(f"{work / count * COUNTRY / 3600:.1f} hours of one core, parts of {disk / count * COUNTRY / 2**30:.1f} GiB,")
    print(f"a client of {(most + a_report * (COUNTRY - count)) / _MIB:.0f} MiB.")


def out_size(folder: Path) -> str:
    """What the file is that came out."""
    from pyarrow import parquet

    return f"a table of {parquet.read_metadata(folder / 'out.parquet').num_rows:,} rows"


if __name__ == "__main__":
    main()
