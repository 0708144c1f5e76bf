"""Word tables: the .yaml beside a check, for people who do not program."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(maxsize=64)
def load_table(family: str, name: str) -> list[dict[str, Any]]:
    """The rows of checks/FAMILY/NAME.yaml."""
    import yaml

    package = import_module(f"reportlint.checks.{family}")
    with open(os.path.join(package.__path__[0], f"{name}.yaml"), encoding="utf-8") as file:
        rows: list[dict[str, Any]] = yaml.safe_load(file)
    return rows
