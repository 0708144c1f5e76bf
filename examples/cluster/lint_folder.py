"""Lint a folder of reports on a Dask cluster; prints what `reportlint FOLDER --format json` prints.

Each report is read and linted by a worker, all else happens here as in the command: the order of the files, waivers that
have become stale, what cannot be read.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from functools import partial
from pathlib import Path

from distributed import Client, LocalCluster

from reportlint.command.output import complain
from reportlint.errors import UserError
from reportlint.finding import Severity
from reportlint.reporters import json
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file, not_to_read
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.run import cores, with_stale_waivers


def lint_one(file: File, today: datetime.date) -> FileResult:
    """On a worker: one file, which the worker must see under the same path."""
    return lint_file(file, Asked(today=today))


def lint_folder(folder: Path, client: Client) -> list[FileResult]:
    """One result a file, in the order of the files, and at the end one for each configuration with stale waivers."""
    files = list(find_files([str(folder)], None))
    today = datetime.date.today()  # of this machine, were it past midnight on another
    drafts = [file for file in files if isinstance(file, File) and not file.excluded]
    # pure: Dask would hash every argument to find calls that are the same, and none is
    futures = client.map(partial(lint_one, today=today), drafts, pure=False)
    linted = {result.path: result for result in client.gather(futures)}
    results = (not_to_read(file) or linted[file.path] for file in files)
    return list(with_stale_waivers(files, results, Asked(today=today)))


def exit_code(results: list[FileResult]) -> int:
    """2 where something could not be done, 1 for findings at or above what the configuration says, else 0."""
    if any(result.failed for result in results):
        return 2
    levels = [(finding.severity, result.fail_on) for result in results for finding in result.findings]
    return int(any(found and level != "never" and found >= Severity[level.upper()] for found, level in levels))


def start(address: str | None, workers: int) -> Client:
    """A client of the cluster at an address, or of one on this machine, which nobody else can reach."""
    if address:
        return Client(address)
    cluster = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,  # the work is Python's: two threads would wait for one another
        host="127.0.0.1",
        dashboard_address=None,
    )
    return Client(cluster)


def main() -> int:
    """Lint the folder that the arguments name; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=cores(), help="processes, where this script starts them")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a cluster that runs already, e.g. tcp://10.0.0.5:8786")
    asked = parser.parse_args()
    with start(asked.scheduler, asked.workers) as client:
        results = lint_folder(asked.folder, client)
        if not asked.scheduler:
            client.cluster.close()
    for result in results:
        complain(result)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    print(*json.findings(results), sep="\n")
    return exit_code(results)


if __name__ == "__main__":  # the processes of the cluster import this file, and must not start clusters of their own
    try:
        sys.exit(main())
    except UserError as error:
        sys.exit(f"lint_folder: {error}")
