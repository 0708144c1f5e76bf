"""The pages that are made from the checks, the facts and the output say what these say now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
TOOL = runpy.run_path(str(PROJECT / "tools" / "pages.py"))


@pytest.mark.parametrize("name", TOOL["PAGES"])
def test_a_page_is_current(name: str) -> None:
    """If not: python tools/pages.py"""
    assert (PROJECT / name).read_text(encoding="utf-8") == TOOL["PAGES"][name]()
