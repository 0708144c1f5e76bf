"""A survey's table as Parquet: a row a report, the columns of table.py; for data frames and databases."""

from __future__ import annotations

import io

from reportlint.errors import UserError
from reportlint.survey.survey import Survey
from reportlint.survey.table import cells, columns


def written(survey: Survey, folder: str) -> bytes:
    """The file. Raises UserError where the extra is missing."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UserError('写 Parquet 要另装：pip install "reportlint[cluster]"。') from error
    shown = columns(survey)
    rows = [cells(survey, number, shown) for number in range(len(survey.rows))]
    table = pa.table({column.name: [row[at] for row in rows] for at, column in enumerate(shown)})
    packed = io.BytesIO()
    parquet.write_table(table, packed)
    return packed.getvalue()
