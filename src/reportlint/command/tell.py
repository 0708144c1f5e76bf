"""What the command says on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress

from reportlint.reporters.text import clean_lines


def tell(message: str) -> None:
    """Say on stderr why the job is not done; names and settings quoted in it must not steer the terminal."""
    with suppress(OSError):  # there is nowhere else to say so
        sys.stdout.flush()
    with suppress(OSError):
        print(clean_lines(f"reportlint: {message}"), file=sys.stderr, flush=True)
