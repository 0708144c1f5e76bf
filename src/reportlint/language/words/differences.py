"""How two names differ, where they differ by a character or two: what an editor takes for one name written in two ways."""

from __future__ import annotations


def differences(name: str, other: str) -> list[tuple[str, str]]:
    """What stands only in the one and only in the other; nothing where they are equal or differ by more.

    One place of at most two characters exchanged, left out, added or turned round; or, in names of one length, two places
    of one character each, not both at the ends. Names have four characters or more.
    """
    if abs(len(name) - len(other)) > 2 or (name[:2] != other[:2] and name[-2:] != other[-2:]):
        return []
    head = begin_alike(name, other)
    left, right = name[head:], other[head:]
    tail = begin_alike(left[::-1], right[::-1])
    left, right = left[: len(left) - tail], right[: len(right) - tail]
    if max(len(left), len(right)) <= 2:
        return [(left, right)] if left or right else []
    changed = [(a, b) for a, b in zip(left, right, strict=False) if a != b] if len(left) == len(right) else []
    return changed if len(changed) == 2 else []


def begin_alike(name: str, other: str) -> int:
    """How many characters two names begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), min(len(name), len(other)))


def in_order(short: str, full: str) -> bool:
    """Do all characters of the one stand in the other in their order: 反家暴法, 反家庭暴力法?"""
    rest = iter(full)
    return all(character in rest for character in short)


def exchanged(name: str, other: str) -> bool:
    """Are two names the same but for two neighbouring pieces, of at most six characters together, that changed places?"""
    head = begin_alike(name, other)
    tail = begin_alike(name[head:][::-1], other[head:][::-1])
    left, right = name[head : len(name) - tail], other[head : len(other) - tail]
    return len(left) == len(right) and 1 < len(left) <= 6 and right in left + left


def doubled(name: str, other: str) -> bool:
    """Is one name the other with a piece of it written twice?"""
    longer, shorter = (name, other) if len(name) > len(other) else (other, name)
    more, head = len(longer) - len(shorter), begin_alike(longer, shorter)
    return more > 0 and any(
        longer[at : at + more] == longer[at + more : at + 2 * more] and longer[:at] + longer[at + more :] == shorter
        for at in range(max(0, head - more), head + 1)
    )
