"""Bodies told by one character, and what is theirs: 村务, 校产, 院训. Anybody may make such a word."""

from __future__ import annotations

_BODIES = frozenset("国省州县区镇乡街村社队组校园院所局厂场站馆寺庙")
_THEIRS = frozenset("产务员史志训歌徽旗报刊容")


def is_of_body(pair: str) -> bool:
    """Are the two characters a body and what is its own: 镇务, 队务, 校产?"""
    return pair[:1] in _BODIES and pair[1:] in _THEIRS
