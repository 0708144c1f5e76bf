"""What comes from others is bounded and tried at both ends; the pages that say so, and what is promised, say what is true.

.ci/run     the core's tests with each dependency at its lowest on Python 3.10, and at its newest on 3.13
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from reportlint.document import decoding, draft_file
from reportlint.readers import markup_limits, package
from reportlint.server import protocol
from reportlint.settings import bounded_yaml as bounded

PROJECT = Path(__file__).parents[2]
BOUNDS = [bounds for line in requires("reportlint") or () if (bounds := Requirement(line)).name != "reportlint"]
"""Of all dependencies; that the tests need its own extras, with the bounds these have, is none."""
RUNTIME = [bounds for bounds in BOUNDS if bounds.marker is None]


@pytest.mark.parametrize("bounds", BOUNDS, ids=lambda bounds: bounds.name)
def test_every_dependency_has_a_lowest_and_a_first_refused_version(bounds: Requirement) -> None:
    assert sorted(one.operator for one in bounds.specifier) == ["<", ">="] and bounds.url is None


def test_the_pins_of_ci_are_the_lowest_versions_allowed() -> None:
    script = re.search(r"<<'END'.*?\n(.*?)^END$", (PROJECT / ".ci" / "run").read_text(encoding="utf-8"), re.S | re.M)
    assert script
    made = subprocess.run([sys.executable, "-c", script[1]], capture_output=True, text=True, check=True).stdout
    pins = [Requirement(line) for line in made.splitlines()]
    assert [pin.name for pin in pins] == [bounds.name for bounds in RUNTIME] and len(pins) > 5
    for pin, bounds in zip(pins, RUNTIME, strict=True):
        (lowest,) = (one.version for one in bounds.specifier if one.operator == ">=")
        assert str(pin.specifier) == f"=={lowest}" and bounds.specifier.contains(lowest)


def test_the_security_page_names_the_limits_there_are() -> None:
    told = " ".join((PROJECT / "SECURITY.md").read_text(encoding="utf-8").split())
    limits = {
        "a file of more than 50 MB": draft_file.MAX_BYTES == 50_000_000,
        "a text of more than a million characters": decoding.MAX_CHARACTERS == 1_000_000,
        "unpack to more than 24 MB": package.MAX_PART == 24_000_000,
        "nested deeper than 240 elements": package._MAX_DEPTH == 240,
        "settings of more than 1 MB": bounded.MAX_BYTES == 1_000_000,
        "100,000 values": bounded._MAX_VALUES == 100_000,
        "200,000 tags": markup_limits._MAX_TAGS == 200_000,
        "400,000 elements and attributes": package._MAX_ELEMENTS == 400_000,
        "1,000 levels": markup_limits._MAX_DEPTH == 1_000,
        "more than 64 MB is announced": protocol.MAX_MESSAGE == 64_000_000,
    }
    assert {words: words in told and held for words, held in limits.items()} == dict.fromkeys(limits, True)


def test_the_licence_is_one() -> None:
    licence = (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n") and 'license = "MIT"\n' in (PROJECT / "pyproject.toml").read_text()


def test_what_the_page_on_reliability_names_exists() -> None:
    """Each test it calls a guard, and each file."""
    told = (PROJECT / "docs" / "reliability.md").read_text(encoding="utf-8")
    known = "".join(path.read_text(encoding="utf-8") for path in sorted((PROJECT / "tests").rglob("test_*.py")))
    names = set(re.findall(r"\btest_\w+", told))
    modules = {path.stem for path in (PROJECT / "tests").rglob("test_*.py")}
    assert len(names) > 20
    assert {name for name in names if name not in modules and f"def {name}(" not in known} == set()
