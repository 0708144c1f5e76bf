"""Readings kept as Parquet files, a part for each batch of files: what was done stays done when a run is broken off."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, get_type_hints

import pyarrow as pa
from pyarrow import parquet

from reportlint.survey.figures import Figure
from reportlint.survey.paragraphs import Paragraph, Run
from reportlint.survey.row import Note, PartTold, Reading, Row, Waived

_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    bytes: pa.binary(),
    Decimal: pa.string(),
    int | None: pa.int64(),
    datetime.date | None: pa.date32(),
    tuple[int, int]: pa.list_(pa.int64(), 2),
    tuple[int, int, int]: pa.list_(pa.int64(), 3),
}
_KEY = b"reportlint"
"""What the key of a part is called among the Parquet file's own facts."""


def _fields(shape: Any) -> dict[str, pa.DataType]:
    """The columns of a named tuple whose fields are plain."""
    return {name: _TYPES[said] for name, said in get_type_hints(shape).items() if said in _TYPES}


_TYPES[tuple[Run, ...]] = pa.list_(pa.struct(_fields(Run)))
_LISTS: dict[str, Any] = {"notes": Note, "paragraphs": Paragraph, "figures": Figure}
_WAIVED = pa.struct({"used": pa.list_(pa.int64()), "idle": pa.list_(pa.int64()), "complete": pa.bool_()})
_SCHEMA = pa.schema(
    _fields(Row)
    | {"parts": pa.list_(pa.struct({"name": pa.string(), **_fields(PartTold)}))}
    | {
        "families": pa.map_(pa.string(), pa.int64()),
        "places": pa.map_(pa.int64(), pa.string()),
        "first": pa.list_(pa.string()),
        "waived": _WAIVED,
    }
    | {name: pa.list_(pa.struct(_fields(shape))) for name, shape in _LISTS.items()}
)


def write_part(path: str, readings: Sequence[Reading], key: str) -> None:
    """Write a part, whole or not at all. key: what it depends on. Raises OSError."""
    schema = _SCHEMA.with_metadata({_KEY: key})
    unfinished = f"{path}.unfinished"
    parquet.write_table(pa.Table.from_pylist([_plain(each) for each in readings], schema=schema), unfinished)
    os.replace(unfinished, path)


def key_in(path: str) -> str | None:
    """The key of a part; None where there is none, or a broken one."""
    try:
        return str(parquet.read_schema(path).metadata[_KEY], "utf-8")
    except (OSError, KeyError, TypeError, pa.ArrowInvalid):
        return None


def read_part(path: str) -> list[Reading]:
    """What is in a part."""
    return [_reading(plain) for plain in parquet.read_table(path, schema=_SCHEMA).to_pylist()]


def _plain(reading: Reading) -> dict[str, Any]:
    row = reading.row
    lists = {name: [item._asdict() for item in getattr(reading, name)] for name in _LISTS}
    for figure in lists["figures"]:
        figure["value"] = str(figure["value"])
    for paragraph in lists["paragraphs"]:
        paragraph["runs"] = [run._asdict() for run in paragraph["runs"]]
    path = os.fsencode(row.path).decode("utf-8", "backslashreplace")
    parts = [{"name": name, **part._asdict()} for name, part in row.parts.items()]
    waived = reading.waived and reading.waived._asdict()
    maps = {"families": [*row.families.items()], "places": [*row.places.items()]}
    return row._asdict() | lists | maps | {"path": path, "parts": parts, "waived": waived}


def _reading(plain: dict[str, Any]) -> Reading:
    for figure in plain["figures"]:
        figure["value"] = Decimal(figure["value"])
    for paragraph in plain["paragraphs"]:
        paragraph["runs"] = tuple(Run(**run) for run in paragraph["runs"])
    lists = {name: tuple(shape(**item) for item in plain.pop(name)) for name, shape in _LISTS.items()}
    waived = plain.pop("waived")
    waived = waived and Waived(tuple(waived["used"]), tuple(waived["idle"]), waived["complete"])
    parts = {part.pop("name"): PartTold(**part) for part in plain["parts"]}
    tuples = {name: tuple(plain[name]) for name in ("answered", "matters", "counts", "first")}
    maps = {name: dict(plain[name]) for name in ("families", "places")}
    row = Row(**plain | tuples | maps | {"parts": parts})
    return Reading(row, **lists, waived=waived)
