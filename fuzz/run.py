"""Coverage-guided fuzzing of one target for a time: python fuzz/run.py TARGET [SECONDS]. Needs the extra `fuzz`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path[:0] = [
    str(HERE),
    str(HERE.parent / "tests"),
    *(str(room) for room in (HERE.parent / "tests").iterdir() if room.is_dir()),
]

with atheris.instrument_imports(include=["reportlint"]):
    import targets

    targets.clauses()  # loads all checks

_LENGTH = 4_000
"""Bytes of the longest input."""
_HANG = 20
"""Seconds after which an input counts as a hang."""
_MEMORY = 2_048
"""Megabytes."""


def main() -> None:
    """Fuzz. What is found stays in a folder of the target's name, and is begun with the next time."""
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 600
    folder = Path(tempfile.gettempdir()) / "reportlint-fuzz" / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed[:_LENGTH])
    words = folder / "words"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in targets.vocabulary())
    words.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
    options = [f"-max_total_time={seconds}", f"-max_len={_LENGTH}", f"-timeout={_HANG}", f"-rss_limit_mb={_MEMORY}"]
    options += [f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1", str(corpus)]
    atheris.Setup([sys.argv[0], *options], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
