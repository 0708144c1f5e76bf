"""A survey's table as Parquet: a row a report, the columns of table.py; for data frames and databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from reportlint.reporters.labels import encodable
from reportlint.survey.binary import in_pieces
from reportlint.survey.survey import Survey
from reportlint.survey.table import cells, columns

_TOGETHER = 1_000
"""Rows that are written together."""


def written(survey: Survey, folder: str) -> Iterator[bytes]:
    """The file in pieces."""
    import pyarrow as pa
    from pyarrow import parquet

    shown = columns(survey)
    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    schema = pa.schema([(column.name, types[column.type]) for column in shown])

    def write(file: IO[bytes]) -> None:
        with parquet.ParquetWriter(file, schema) as writer:
            for start in range(0, len(survey.rows), _TOGETHER):
                numbers = range(start, min(start + _TOGETHER, len(survey.rows)))
                rows = [map(_plain, cells(survey, number, shown)) for number in numbers]
                writer.write_table(pa.table([*map(list, zip(*rows, strict=True))], schema=schema))

    yield from in_pieces(write)


def _plain(value: Any) -> Any:
    return encodable(value) if isinstance(value, str) else value
