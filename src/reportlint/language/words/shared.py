"""What two phrases share, told by pairs of neighbouring characters: no dictionary knows all the words that offices have for things."""

from __future__ import annotations

from reportlint.kept import patterns

_CHINESE = patterns.compile(r"[\u4e00-\u9fff]+")


def strange(words: str, other: str) -> list[str]:
    """The runs of two characters or more that the other has not: 乡镇 of 乡镇执法记录仪 beside 县级执法记录仪配备."""
    found = []
    for run in _CHINESE.findall(words):
        known = [False] * len(run)
        for at in range(len(run) - 1):
            if run[at : at + 2] in other:
                known[at] = known[at + 1] = True
        marked = "".join("，" if here else char for char, here in zip(run, known, strict=True))
        found += [piece for piece in marked.split("，") if len(piece) > 1]
    return found


def shares(words: str, other: str) -> bool:
    """Have they two neighbouring characters in common?"""
    return any(run[at : at + 2] in other for run in _CHINESE.findall(words) for at in range(len(run) - 1))
