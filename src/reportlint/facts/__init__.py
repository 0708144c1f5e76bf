"""Facts: what stands in the text, found once, with spans and values; what it means is for the checks.

A fact is a function of the report (see `reportlint.report.fact`) in a module of one of these rooms; a check imports those it
uses. docs/facts.md lists them all.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from reportlint.report import Report


def all_facts() -> dict[str, Callable[[Report], object]]:
    """Every fact by its full name, room by room; for lists and tests."""
    import pkgutil

    modules = [found.name for found in pkgutil.walk_packages(__path__, f"{__name__}.")]
    found = ((module, name, member) for module in modules for name, member in vars(import_module(module)).items())
    return {
        f"{module}.{name}": member
        for module, name, member in found
        if getattr(member, "is_fact", False) and member.__module__ == module and not name.startswith("_")
    }
