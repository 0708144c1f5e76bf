"""What a survey keeps: the same comes out as went in, memory does not grow with it, and no room is told."""

from __future__ import annotations

import gc
import tracemalloc
from hashlib import blake2b

import pytest

pytest.importorskip("rensa", reason="the extra survey is not installed")

from reportlint.survey.paragraphs import PLACES, Paragraph
from reportlint.survey.row import Note, Reading, Row, Waived
from reportlint.survey.store import Store, StoreError
from reportlint.survey.survey import survey_of


def reading(number: int) -> Reading:
    note = Note("repeated-word", "词语重复", "文字", 1, 3, f"开展开展{number}", "重复了。", "请删去一个。", "")
    paragraph = Paragraph(2, 80, f"第{number}段", blake2b(str(number).encode(), digest_size=PLACES).digest())
    return Reading(Row(f"{number}.txt", issuer=f"云川{number}局", year=2024), (note,) * 9, (paragraph,) * 9)


def test_what_comes_out_is_what_went_in() -> None:
    waived = Waived((0,), (1,), True)
    with Store() as store:
        store.add(reading(0)._replace(waived=waived))
        store.add(reading(1))
        store.add(reading(2), last_year=True)
        store.index()
        assert [*store.rows] == [store.rows[0], store.rows[1]] == [reading(0).row, reading(1).row]
        assert [*store.last_rows] == [store.last_rows[0]] == store.last_rows[:5] == [reading(2).row]
        assert store.notes(1) == list(reading(1).notes) and store.notes(2) == []
        assert store.paragraph(9) == (2, "第1段")
        assert list(store.waived()) == [(0, waived)]
        with pytest.raises(IndexError):
            store.rows[2]


def test_memory_does_not_grow_with_the_reports() -> None:
    def held(count: int) -> int:
        tracemalloc.start()
        with Store() as store:
            for number in range(count):
                store.add(reading(number))
            survey = survey_of(store)
            assert len(survey.reports) == count
            gc.collect()  # what Python keeps free
            taken, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return taken

    assert held(800) - held(200) < 600 * 50  # a row takes a thousand bytes, and its findings more


def test_no_room_is_told() -> None:
    with pytest.raises(StoreError, match="TMPDIR"), Store() as store:
        store.base.execute("PRAGMA max_page_count = 50")
        for number in range(1000):
            store.add(reading(number))
