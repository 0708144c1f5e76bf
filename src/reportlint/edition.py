"""Which edition of the package this is; a file of its own, so that what is below all others may ask."""

from __future__ import annotations

__version__ = "0.2.0"
