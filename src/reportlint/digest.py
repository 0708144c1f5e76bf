"""SHA-256, from the module that Python itself is built with.

hashlib gives the same; but it loads OpenSSL first, 3 ms at every start.
"""

from __future__ import annotations

import sys

try:
    if sys.version_info >= (3, 12):
        from _sha2 import sha256 as _sha256  # type: ignore[import-not-found]
    else:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found]
except ImportError:  # an edition of Python may leave it out
    from hashlib import sha256 as _sha256


def sha256(data: bytes) -> str:
    """The digest of some bytes, in 64 hexadecimal digits."""
    digest: str = _sha256(data).hexdigest()
    return digest
