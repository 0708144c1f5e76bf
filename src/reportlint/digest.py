"""SHA-256, from the module that Python itself is built with.

hashlib gives the same; but it loads OpenSSL first, 3 ms at every start.
"""

from __future__ import annotations

try:
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found]
    except ImportError:  # an edition of Python may leave them out
        from hashlib import sha256 as _sha256


def sha256(data: bytes) -> str:
    """The digest of some bytes, in 64 hexadecimal digits."""
    digest: str = _sha256(data).hexdigest()
    return digest
