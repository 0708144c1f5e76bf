"""A text as it is understood can be shown as it was written."""

from __future__ import annotations

import pytest

from reportlint.document.source import Span
from reportlint.readers import read_source


@pytest.mark.parametrize(
    "line",
    [
        "办理案件36件。",
        "办理案件3\u200b6件。",
        "\u200b\u200b办理案件36件。",
        '推进"一件事"改革。',
        '推进"一件\u200d事"\ufeff改革。',
        "一O二四年⼈民政府",
        "建成12个⁴站点。",
        "办理案件３6件｡",
    ],
)
def test_as_written(line: str) -> None:
    source = read_source(f"甲\n{line}\n乙".encode(), "draft.txt")
    assert source.written(Span(0, len(source.text))) == source.raw == f"甲\n{line}\n乙"
    assert len(source.written(Span(0, len(source.text)), past=False)) == len(source.text)
    of_pieces = (source.written(Span(at, at + 1)) for at in range(len(source.text)))
    assert "".join(of_pieces) == source.raw
