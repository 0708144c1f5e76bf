"""reportlint: a compliance linter for Chinese government annual reports.

    from reportlint import lint

    for finding in lint("云川市2024年法治政府建设年度报告\\n一、主要举措和成效\\n开展了一批检查。").findings:
        print(finding.check, finding.message)

What is named in ``__all__`` is meant for other programs, and stays. It is imported when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlint.document.source import Span, UnreadableError
    from reportlint.edition import __version__ as __version__
    from reportlint.errors import UserError
    from reportlint.finding import Edit, Finding, Related, Severity
    from reportlint.linting.config import Config
    from reportlint.linting.config_file import load_config
    from reportlint.linting.lint import Result, lint
    from reportlint.linting.pipeline import Crash
    from reportlint.report import Report
    from reportlint.settings.values import ConfigError

__all__ = [
    "Config",
    "ConfigError",
    "Crash",
    "Edit",
    "Finding",
    "Related",
    "Report",
    "Result",
    "Severity",
    "Span",
    "UnreadableError",
    "UserError",
    "lint",
    "load_config",
]

_HOMES = {
    "document.source": ("Span", "UnreadableError"),
    "edition": ("__version__",),
    "errors": ("UserError",),
    "finding": ("Edit", "Finding", "Related", "Severity"),
    "linting.config": ("Config",),
    "linting.config_file": ("load_config",),
    "linting.lint": ("Result", "lint"),
    "linting.pipeline": ("Crash",),
    "report": ("Report",),
    "settings.values": ("ConfigError",),
}


if not TYPE_CHECKING:  # or a checker of types would take any name for one of ours

    def __getattr__(name: str) -> Any:
        for home, members in _HOMES.items():
            if name in members:
                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
