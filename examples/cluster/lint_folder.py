"""Lint a folder of reports on a Dask cluster, and write the findings to Parquet files, a part for every fifty reports.

The rows are the findings that `reportlint FOLDER --format json` prints, and the exit code is the command's. Workers read and
lint, and send rows, not reports; no more batches are on their way than keep the workers busy, so that the client's memory
does not grow with the number of reports. A run that was broken off goes on where it was: parts that are there, and still
hold for their files, are not made again.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster, as_completed

from reportlint.command.output import complain
from reportlint.errors import UserError
from reportlint.finding import Severity
from reportlint.kept.cache import digest
from reportlint.kept.installed import edition
from reportlint.reporters.json import row
from reportlint.repository.asked import Asked
from reportlint.repository.each_file import lint_file
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.run import cores
from reportlint.repository.search import Unusable
from reportlint.repository.stale_waivers import Use, stale_findings

_BATCH = 50
"""Files that a worker is sent at once: a message takes as long as a hundredth of them."""
_AHEAD = 3
"""Batches on their way for each worker."""
_PLACE = {
    "line": pa.int32(),
    "column": pa.int32(),
    "end_line": pa.int32(),
    "end_column": pa.int32(),
    "text": pa.string(),
}
_RELATED = pa.struct({"path": pa.string(), **_PLACE, "message": pa.string()})
_SCHEMA = pa.schema(
    {name: pa.string() for name in ("check", "severity", "message", "path")}
    | _PLACE
    | {"basis": pa.string(), "replacement": pa.string(), "related": pa.list_(_RELATED), "fingerprint": pa.string()}
)
_ABOUT = b"reportlint"
"""What the facts on a part are called among the Parquet file's own."""

Files = Sequence[File | Unusable]


class Part(NamedTuple):
    """What became of a batch. results: those of its files, without findings. found: is one of these at or above fail-on?"""

    rows: list[dict[str, Any]]
    results: list[FileResult]
    found: bool


def lint_batch(files: Files, today: datetime.date) -> Part:
    """On a worker: some files, which it must see under the same paths."""
    asked = Asked(today=today, whole=False)
    results = [lint_file(file, asked) for file in files]
    rows = [row(result.path, finding) for result in results for finding in result.findings]
    light = [result._replace(findings=(), understood=None) for result in results]
    return Part(rows, light, any(map(_at_fault, results)))


def _at_fault(result: FileResult) -> bool:
    if result.fail_on == "never":
        return False
    least = Severity[result.fail_on.upper()]
    return any(finding.severity is not None and finding.severity >= least for finding in result.findings)


class Run:
    """A folder that is linted, and the folder that the parts go to."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.today = datetime.date.today()  # of this machine, were it past midnight on another
        self.output = output
        files = list(find_files([str(folder)], None))
        self.batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
        self.failed = self.found = False
        self.uses: list[Use] = []

    def go(self, client: Client, workers: int) -> int:
        """Lint what is not done yet; returns the exit code."""
        self.output.mkdir(parents=True, exist_ok=True)
        left = iter([number for number in range(len(self.batches)) if not self._is_done(number)])
        waiting = as_completed(with_results=True)
        numbers: dict[str, int] = {}

        def send() -> None:
            if (number := next(left, None)) is not None:
                # pure: Dask would hash every argument to find calls that are the same, and none is
                future = client.submit(lint_batch, self.batches[number], self.today, pure=False)
                numbers[future.key] = number
                waiting.add(future)

        for _ in range(workers * _AHEAD):
            send()
        for future, part in waiting:
            self._take(numbers.pop(future.key), part)
            send()
        self._settings()
        return 2 if self.failed else int(self.found)

    def _take(self, number: int, part: Part) -> None:
        for result in part.results:
            complain(result)
        failed = any(result.failed for result in part.results)
        self.failed |= failed
        self.found |= part.found
        waivers = [_used(file, result) for file, result in zip(self.batches[number], part.results, strict=True)]
        self._note(number, waivers)
        # a part with failures is made again by the next run, which will tell them again
        about = {"key": "" if failed else self._key(number), "found": part.found, "waivers": waivers}
        self._write(f"part-{number:05}.parquet", part.rows, about)

    def _note(self, number: int, waivers: Sequence[tuple[list[int], list[int], bool] | None]) -> None:
        """Remember what became of the waivers on a batch's files."""
        for file, said in zip(self.batches[number], waivers, strict=True):
            if said and isinstance(file, File):
                items = file.config.waivers.items
                used, idle = (frozenset(items[index] for index in indexes) for indexes in said[:2])
                self.uses.append(Use(file, used, idle, said[2]))

    def _is_done(self, number: int) -> bool:
        """Is the part of a batch there, whole, and of these very files?"""
        try:
            told = pq.read_schema(self.output / f"part-{number:05}.parquet").metadata[_ABOUT]
        except (OSError, KeyError, TypeError, pa.ArrowInvalid):
            return False
        about = json.loads(told)
        if about["key"] != self._key(number):
            return False
        self.found |= about["found"]
        self._note(number, about["waivers"])
        return True

    def _key(self, number: int) -> str:
        """What a part depends on: its files and their settings, the program, the day."""
        said = [
            (file.path, _state(file), file.config if isinstance(file, File) else "") for file in self.batches[number]
        ]
        return digest(repr((said, edition(), self.today)).encode("utf-8", "surrogatepass"))

    def _settings(self) -> None:
        """What is to be said of waivers that do nothing."""
        rows = []
        for config, report, findings in stale_findings(self.uses, self.today):
            result = FileResult(report.source.path, findings=findings, fail_on=config.fail_on, settings=True)
            self.found |= _at_fault(result)
            rows += [row(result.path, finding) for finding in findings]
        self._write("settings.parquet", rows, {})

    def _write(self, name: str, rows: list[dict[str, Any]], about: dict[str, Any]) -> None:
        schema = _SCHEMA.with_metadata({_ABOUT: json.dumps(about)})
        unfinished = self.output / f".{name}"
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), unfinished)
        os.replace(unfinished, self.output / name)


def _used(file: File | Unusable, result: FileResult) -> tuple[list[int], list[int], bool] | None:
    """The numbers of the waivers that waived something in a file, of those that could have, and whether all went well."""
    if isinstance(file, Unusable) or file.excluded or not file.config.waivers.items:
        return None
    items = file.config.waivers.items
    used, idle = ([n for n, waiver in enumerate(items) if waiver in own] for own in (result.used, result.idle))
    return used, idle, not result.failed


def _state(file: File | Unusable) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns


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


def findings(output: Path) -> Iterator[dict[str, Any]]:
    """The rows of all parts in a folder, in order of path and place, as `reportlint --format json` has them."""
    rows = pq.read_table(output, schema=_SCHEMA).to_pylist()
    yield from sorted(rows, key=lambda item: (item["path"], item["line"], item["column"], item["check"]))


def main() -> int:
    """Lint the folder that the arguments name; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=Path("findings"), help="the folder that the parts go to")
    parser.add_argument("--workers", type=int, default=cores(), help="processes, where this script starts them")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a cluster that runs already, e.g. tcp://10.0.0.5:8786")
    asked = parser.parse_args()
    run = Run(asked.folder, asked.output)
    with start(asked.scheduler, asked.workers) as client:
        code = run.go(client, len(client.scheduler_info()["workers"]) or asked.workers)
        if not asked.scheduler:
            client.cluster.close()
    return code


if __name__ == "__main__":  # the processes of the cluster import this file, and must not start clusters of their own
    try:
        sys.exit(main())
    except UserError as error:
        sys.exit(f"lint_folder: {error}")
