"""Where the page on a check is: published, where the package says so, or the copy that was installed with it."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, metadata
from importlib.resources import files
from pathlib import Path

from reportlint.linting.check import GROUP, load_checks

_PAGE = "checks.md"
_LABEL = "Documentation"


def published(check: str) -> str | None:
    """The address for people elsewhere: below the one that pyproject.toml calls ``Documentation``; None where there is none."""
    folder = _folder()
    return f"{folder.rstrip('/')}/{_PAGE}#{check}" if folder and _is_on_page(check) else None


@cache
def page_of(check: str) -> str | None:
    """The address for whoever sits at this machine; None where there is no file either."""
    if not _is_on_page(check):
        return None
    page = files("reportlint.docs") / _PAGE
    return published(check) or (f"{page.as_uri()}#{check}" if isinstance(page, Path) and page.is_file() else None)


def _is_on_page(check: str) -> bool:
    """Is it a check of this project? Those that other packages bring are not on its page."""
    return check in (known := load_checks()) and known[check].home.startswith(f"{GROUP}.")


@lru_cache(maxsize=1)
def _folder() -> str | None:
    try:
        stated = metadata("reportlint").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    return next((url.strip() for label, _, url in (each.partition(",") for each in stated) if label == _LABEL), None)
