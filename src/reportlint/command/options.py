"""What the options of the command may be."""

from __future__ import annotations

from enum import Enum


class Format(str, Enum):
    """Output formats of the lint command."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"
    HTML = "html"


class PageFormat(str, Enum):
    """Output formats of the commands that show one thing."""

    TEXT = "text"
    JSON = "json"


class IssuerKind(str, Enum):
    """Who reports: it decides what binds the report."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    TOWNSHIP = "township"


class FailOn(str, Enum):
    """From which severity on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"
