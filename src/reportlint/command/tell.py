"""What the command says itself, on standard output or standard error."""

from __future__ import annotations

import sys
from contextlib import suppress

from reportlint.reporters.plain_text import clean_lines


def show(text: str) -> None:
    """Say on stdout what was asked for, without characters that steer a terminal."""
    sys.stdout.write(clean_lines(text) + "\n")


def tell(message: str) -> None:
    """Say on stderr why the job is not done; names and settings quoted in it must not steer the terminal."""
    with suppress(OSError):  # there is nowhere else to say so
        sys.stdout.flush()
    with suppress(OSError):
        print(clean_lines(f"reportlint: {message}"), file=sys.stderr, flush=True)
