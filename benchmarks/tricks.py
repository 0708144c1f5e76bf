"""What each trick of src/reportlint/kept/ pays: a run without it takes so many times as long as one with all of them.

    python benchmarks/tricks.py [FILE...]

Processor time of whole processes, the least of so many runs, taking turns. What pays less than a twentieth is not kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 12
EXAMPLE = Path(__file__).parents[1] / "examples" / "law-based-government" / "good.txt"
TRICKS = {
    "none": "",
    "cache": "cache.PLAIN = True",
    "patterns": "patterns.PLAIN = True",
    "first_characters": "first_characters._first = lambda parsed: (None, False)",
    "bare_jieba": "bare_jieba.PLAIN = True",
    "plain_arguments": "plain_arguments.PLAIN = True",
    "quick_process": "quick_process.PLAIN = True",
    "installed": "installed.PLAIN = True",
}
"""The module of kept/ to what switches it off."""
_RUN = """
import sys
from reportlint.kept import {module}
{off}
from reportlint.command.main import command
sys.argv[0] = "reportlint"
command()
"""


def seconds(module: str, off: str, files: list[str], cache: str) -> float:
    """Processor time of one run."""
    program = _RUN.format(module=module if off else "switch", off=off)
    before = os.times()
    command = [sys.executable, "-c", program, *files, "--fail-on", "never"]
    subprocess.run(command, env={**os.environ, "REPORTLINT_CACHE": cache}, capture_output=True, check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main() -> None:
    """Count, and print a line for each trick."""
    files = sys.argv[1:] or [str(EXAMPLE)]
    least: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(RUNS + 1):
            for module, off in TRICKS.items():
                taken = seconds(module, off, files, os.path.join(folder, module))
                if number:  # the first run fills the cache
                    least[module] = min(taken, least.get(module, taken))
            time.sleep(0.1)
    for module, taken in least.items():
        print(f"{module:18}{taken:6.2f} s {taken / least['none']:6.2f}")


if __name__ == "__main__":
    main()
