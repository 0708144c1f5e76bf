"""The switch for all tricks of this room: with REPORTLINT_PLAIN=1 Python and its libraries do everything by themselves."""

from __future__ import annotations

import os

PLAIN = bool(os.environ.get("REPORTLINT_PLAIN"))
"""Are the tricks off?"""
