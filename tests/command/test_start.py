"""The first steps of the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

INTERRUPTED = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
sys.argv = ["reportlint", "none.txt"]
from reportlint.command.start import command
command()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("module", "said"), [("reportlint.command.main", ""), ("reportlint.command.check", "reportlint: 已中断。\n")]
)
def test_an_interrupt_is_quiet_while_modules_are_loaded(module: str, said: str) -> None:
    program = [sys.executable, "-c", INTERRUPTED.format(module=module)]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", said)
