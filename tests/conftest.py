"""What several tests need: examples with drawn spans, the command in this process, files."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reportlint.command.main import main
from reportlint.document.source import Span

OPEN, CLOSE = "⟦", "⟧"


def draw(example: str) -> tuple[str, list[Span]]:
    """A text without its ⟦ ⟧, and the spans they drew."""
    text, spans, start = "", [], 0
    for char in example:
        if char == OPEN:
            start = len(text)
        elif char == CLOSE:
            spans.append(Span(start, len(text)))
        else:
            text += char
    return text, spans


@dataclass(frozen=True)
class Outcome:
    """What a run gave back."""

    code: int
    out: str
    err: str
    raw: bytes = b""  # standard output as written

    @property
    def found(self) -> list[dict[str, Any]]:
        """Standard output, which must be one JSON array and nothing else."""
        items: list[dict[str, Any]] = json.loads(self.out)
        return items

    @property
    def checks(self) -> list[str]:
        """The names of the checks that spoke."""
        return [item["check"] for item in self.found]


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command in this process, in a folder of its own; whatever it raises fails the test."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        contents = {"stdin": stdin, "stdout": b"", "stderr": b""}
        streams = {name: io.TextIOWrapper(io.BytesIO(data)) for name, data in contents.items()}
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["reportlint", *arguments])
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as stop:
                main()
        assert isinstance(stop.value.code, int)
        written = []
        for name in ("stdout", "stderr"):
            streams[name].flush()
            written.append(streams[name].buffer.getvalue())
        out, err = (data.decode(errors="replace") for data in written)
        assert "Traceback" not in err
        return Outcome(stop.value.code, out, err, written[0])

    return call


def write(path: str, content: str | bytes) -> str:
    """Write a file, and give its path back."""
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
