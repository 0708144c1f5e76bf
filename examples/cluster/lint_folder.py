"""Lint a folder of reports on a Dask cluster, and write the findings to Parquet files, a part for every fifty reports.

The rows are the findings that `reportlint FOLDER --format json` prints, and the exit code is the command's. Workers read and
lint, and send rows, not reports; `reportlint.repository.cluster` shares the files out, as it does for `reportlint survey`. A
run that was broken off goes on where it was: parts that are there, and still hold for their files, are not made again.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client

from reportlint.command.output import complain
from reportlint.errors import UserError
from reportlint.finding import Severity
from reportlint.reporters.json import row
from reportlint.repository.asked import Asked
from reportlint.repository.cluster import LOCAL, batches_of, connected, key_of, spread_on
from reportlint.repository.each_file import lint_file
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.run import cores
from reportlint.repository.search import Unusable
from reportlint.repository.stale_waivers import Use, stale_findings

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


class Linted(NamedTuple):
    """What became of a file. rows: its findings. result: the rest, without them. waived: the numbers of the waivers that waived
    something in it, and of those that could have; None where there are none. found: is a finding at or above fail-on?
    """

    rows: list[dict[str, Any]]
    result: FileResult
    waived: tuple[list[int], list[int], bool] | None
    found: bool


def lint_one(file: File | Unusable, today: datetime.date) -> Linted:
    """On a worker: a file, which it must see under the same path."""
    result = lint_file(file, Asked(today=today, whole=False))
    rows = [row(result.path, finding) for finding in result.findings]
    light = result._replace(findings=(), understood=None, used=frozenset(), idle=frozenset())
    return Linted(rows, light, _waived(file, result), _at_fault(result))


def _as_named(linted: Linted, path: str) -> Linted:
    """What became of a file, which the workers know by its whole path, under the path that it has here."""
    rows = [
        found | {"path": path, "related": [{**each, "path": path} for each in found["related"]]}
        for found in linted.rows
    ]
    return linted._replace(rows=rows, result=linted.result._replace(path=path))


def _lost(file: File | Unusable) -> Linted:
    return Linted([], FileResult(file.path, error="检查这份文件的进程一再意外结束。请单独检查这一份。"), None, False)


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
        self.batches = batches_of(list(find_files([str(folder)], None)))
        self.failed = self.found = False
        self.uses: list[Use] = []

    def go(self, client: Client) -> int:
        """Lint what is not done yet; returns the exit code."""
        self.output.mkdir(parents=True, exist_ok=True)
        left = {number: batch for number, batch in enumerate(self.batches) if not self._is_done(number)}
        for number, linted in spread_on(client, partial(lint_one, today=self.today), left, _lost):
            self._take(number, linted)
        self._settings()
        return 2 if self.failed else int(self.found)

    def _take(self, number: int, come: list[Linted]) -> None:
        linted = [_as_named(each, file.path) for each, file in zip(come, self.batches[number], strict=True)]
        for each in linted:
            complain(each.result)
        failed = any(each.result.failed for each in linted)
        found = any(each.found for each in linted)
        self.failed |= failed
        self.found |= found
        waivers = [each.waived for each in linted]
        self._note(number, waivers)
        # a part with failures is made again by the next run, which will tell them again
        about = {"key": "" if failed else self._key(number), "found": found, "waivers": waivers}
        self._write(f"part-{number:05}.parquet", [found for each in linted for found in each.rows], about)

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
        return key_of(self.batches[number], self.today)

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


def _waived(file: File | Unusable, result: FileResult) -> tuple[list[int], list[int], bool] | None:
    """The numbers of the waivers that waived something in a file, of those that could have, and whether all went well."""
    if isinstance(file, Unusable) or file.excluded or not file.config.waivers.items:
        return None
    items = file.config.waivers.items
    used, idle = ([n for n, waiver in enumerate(items) if waiver in own] for own in (result.used, result.idle))
    return used, idle, not result.failed


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
    with connected(asked.scheduler or LOCAL, asked.workers) as client:
        code = run.go(client)
        if not asked.scheduler:
            client.cluster.close()
    return code


if __name__ == "__main__":  # the processes of the cluster import this file, and must not start clusters of their own
    try:
        sys.exit(main())
    except UserError as error:
        sys.exit(f"lint_folder: {error}")
