"""What several formats call by the same words: severities, a finding in one field, the name of a file, a check that failed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reportlint.document.draft_file import STDIN
from reportlint.finding import Finding, Severity
from reportlint.kept import patterns
from reportlint.reporters.plain_text import clean

if TYPE_CHECKING:
    from reportlint.linting.pipeline import Crash

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_LONE = patterns.compile(r"[\ud800-\udfff]")
"""Halves of surrogate pairs: bytes of a name that are no UTF-8. Strict readers of JSON refuse them, escaped or not."""


def remark(finding: Finding) -> str:
    """All that a finding says, for a field that may have several lines: message, suggestion, basis."""
    return printable(f"{finding.full_message}依据：{finding.basis}" if finding.basis else finding.full_message)


def printable(text: str) -> str:
    """Lines that any terminal, page and encoding can take; line ends of all kinds become one."""
    return "\n".join(clean(line) for line in text.splitlines())


def encodable(text: str) -> str:
    """A text that UTF-8 can hold."""
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def shown(path: str) -> str:
    """A path as other programs are to read it: from the working directory where it lies there, with forward slashes."""
    return encodable(relative(path))


def name_of(path: str) -> str:
    """A path as it is named to a person."""
    return "标准输入" if path == STDIN else clean(path)


def relative(path: str) -> str:
    """The same, with whatever bytes its name has."""
    if path == STDIN:
        return "stdin"
    whole, here = os.path.abspath(path), os.path.join(os.getcwd(), "")
    return whole.removeprefix(here).replace(os.sep, "/")


def crashed(crash: Crash) -> str:
    """What is said of a check that failed."""
    return printable(f"检查 {crash.check} 出错，其余检查不受影响（{crash.error}）。")
