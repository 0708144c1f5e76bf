"""A record is what typing's NamedTuple would have made of the same class."""

from __future__ import annotations

import pickle
from typing import Any
from typing import NamedTuple as Typing

import pytest

from reportlint.record import NamedTuple as Ours
from reportlint.source import Span


def _made(base: Any) -> Any:
    """One class, of a base's making."""

    class Told(base):  # type: ignore[misc]
        """A name."""

        word: str
        places: tuple[int, ...] = ()

        @property
        def first(self) -> int:
            """The first place."""
            return self.places[0]

        def told(self, mark: str = "。") -> str:
            """The name with a mark."""
            return self.word + mark

    return Told


Ordinary, Record = _made(Typing), _made(Ours)


def test_it_is_what_typing_makes() -> None:
    ordinary, record = Ordinary("甲", (1, 2)), Record("甲", (1, 2))
    assert record == ordinary
    assert repr(record) == repr(ordinary)
    assert (
        (record.first, record.told(), Record("乙").places) == (ordinary.first, ordinary.told(), ()) == (1, "甲。", ())
    )
    assert record._replace(word="乙") == ordinary._replace(word="乙")
    assert record._asdict() == ordinary._asdict()
    assert (Record._fields, Record._field_defaults) == (Ordinary._fields, Ordinary._field_defaults)
    assert (Record.__doc__, Record.__module__, Record.__mro__[1:]) == (
        Ordinary.__doc__,
        Ordinary.__module__,
        Ordinary.__mro__[1:],
    )


def test_it_goes_from_one_process_to_another() -> None:
    again = pickle.loads(pickle.dumps(Span(1, 2)))
    assert type(again) is Span and again.end == 2


def test_a_pattern_takes_it_apart() -> None:
    match Record("甲", (3,)):
        case Record(word, (place,)):
            assert (word, place) == ("甲", 3)
        case other:
            raise AssertionError(other)


def test_more_or_fewer_values_are_an_error() -> None:
    for made in (Ordinary, Record):
        with pytest.raises(TypeError, match="missing 1 required positional argument"):
            made()
        with pytest.raises(TypeError, match="positional arguments"):
            made("甲", (), 1)
