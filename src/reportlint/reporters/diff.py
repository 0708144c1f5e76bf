"""Proposed fixes as a unified diff."""

from __future__ import annotations

import difflib

from reportlint.document.decoding import decode
from reportlint.kept import patterns
from reportlint.reporters.plain_text import clean
from reportlint.repository.fix import Proposal

_LINE = patterns.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def render(proposal: Proposal) -> str:
    """The diff of the decoded texts, to be read, or applied to a UTF-8 file; "" where nothing is proposed."""
    if proposal.new == proposal.old:
        return ""
    path = proposal.before.path
    old, new = (_LINE.findall(decode(data, path).text)[:-1] for data in (proposal.old, proposal.new))
    return "".join(map(_line, difflib.unified_diff(old, new, clean(path), clean(path))))


def _line(line: str) -> str:
    """A line of the diff without control characters, its own end apart."""
    words = line.rstrip("\r\n")
    end = {"\r": "\n", "": "\n\\ No newline at end of file\n"}.get(line[len(words) :], line[len(words) :])
    return clean(words) + end
