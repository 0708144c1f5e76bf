"""Files as what a sheet or a page links to: addresses from where it lies, whatever signs the names have."""

from __future__ import annotations

import os
import re

from reportlint.reporters.plain_text import UNPRINTABLE

_NOT_IN_ADDRESSES = re.compile(r"[^\w./~()+,=@!$&'*;\x80-\U0010FFFF-]", re.ASCII)
"""Signs that mean something else in an address, or may not stand in one; letters of other scripts may (RFC 3987)."""
_LONGEST = 200
"""Characters of an address: longer ones not every program follows."""


def address(path: str, folder: str) -> str | None:
    """How a file is linked to from one in a folder; None where a link would lead nowhere."""
    try:
        target = os.path.relpath(path, folder or ".").replace(os.sep, "/")
    except ValueError:  # on another drive
        return None
    if UNPRINTABLE.search(target):
        return None
    coded = _NOT_IN_ADDRESSES.sub(_coded, target)
    return coded if len(coded) < _LONGEST else None


def _coded(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
