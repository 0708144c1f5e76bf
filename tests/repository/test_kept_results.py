"""Results that are kept: told as if they were found anew, made anew when anything they rest on has changed, believed of
nobody else."""

from __future__ import annotations

import datetime
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, write
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

from reportlint.command.options import FORMATS
from reportlint.repository import one_file
from reportlint.repository.kept_results import FOLDER

EXAMPLES = Path(__file__).parents[2] / "examples"
SETTINGS = """\
terms: [{wrong: 行政处罚案件, right: 行政处罚案}]
checks: {long-sentence: error}
waivers:
  - {check: vague-quantity, reason: 已公开}
  - {check: thin-section, path: a.txt, reason: 已公开, until: 2030-01-01}
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as POSIX has them")


@pytest.fixture(autouse=True)
def _with_a_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also where all the rest is tested without."""
    for module in ("cache", "installed"):
        monkeypatch.setattr(f"reportlint.kept.{module}.PLAIN", False)
    monkeypatch.setattr("reportlint.repository.kept_results.PLAIN", False)
    monkeypatch.setenv("REPORTLINT_PLAIN", "")


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all files that are linted, rather than known."""
    paths: list[str] = []
    lint_bytes = one_file.lint_bytes

    def noted(file: Any, *rest: Any) -> Any:
        paths.append(file.path)
        return lint_bytes(file, *rest)

    monkeypatch.setattr(one_file, "lint_bytes", noted)
    return paths


@pytest.fixture
def drafts(run: Run) -> list[str]:
    """Drafts of several kinds, settings beside them, and what is no report."""
    write(".reportlint.yaml", SETTINGS)
    for path in (*EXAMPLES.glob("law-based-government/*.txt"), *EXAMPLES.glob("reuse/*.txt")):
        shutil.copy(path, path.name)
    write("a.txt", FAULTY.replace("一、", "１、").replace("12次", "12次,"))
    write("notice.txt", NOTICE)
    write("empty.txt", "")
    return sorted(path.name for path in Path().glob("*.txt"))


def entries() -> list[Path]:
    return sorted(Path(FOLDER).glob("*.result"))


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", FORMATS)
def test_what_is_known_is_told_as_if_it_were_found(run: Run, drafts: list[str], form: str, jobs: str) -> None:
    options = (".", "--format", form, "--verbose", "--previous", "last-year.txt", "--jobs", jobs)
    plain = run(*options)
    assert not Path(FOLDER).exists()
    assert [run(*options, "--cache") for _ in range(2)] == [plain, plain]
    assert plain.code == 2 and len(entries()) == len(drafts) - 1  # the empty one could not be read


def test_only_what_changed_is_linted(run: Run, linted: list[str]) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(name, VAGUE)
    for changed in (["a.txt", "b.txt", "c.txt"], [], ["b.txt"], []):
        if len(changed) == 1:
            write("b.txt", FAULTY)
        linted.clear()
        run(".", "--cache")
        assert [Path(path).name for path in linted] == changed


def test_what_is_known_needs_nothing_of_what_lints(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    (tmp_path / ".reportlint.yaml").write_text("waivers: [{check: vague-quantity, reason: 已公开}]\n", "utf-8")
    code = (
        "import sys; from reportlint.command.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*[name for name in sys.modules if name.startswith('reportlint')], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "a.txt", "--cache"]
    first, second = (subprocess.run(command, cwd=tmp_path, capture_output=True, text=True) for _ in range(2))
    assert first.stdout == second.stdout != ""
    for heavy in ("outline", "facts", "checks.common", "report", "linting.pipeline", "readers"):
        assert f"reportlint.{heavy}" in first.stderr and f"reportlint.{heavy}" not in second.stderr.split(), heavy


@pytest.mark.parametrize(
    "change",
    [
        lambda: write("draft.txt", GOOD),
        lambda: write(".reportlint.yaml", f"cache: true\n{SETTINGS}".replace("行政处罚案件", "行政检查")),
        lambda: write(".reportlint.yaml", f"cache: true\n{SETTINGS}".replace("vague-quantity", "missing-section")),
        lambda: write("last.txt", GOOD.replace("2024", "2023").replace("2025", "2024").replace("126", "127")),
        lambda: os.rename("draft.txt", "draft.md"),
    ],
)
def test_a_change_of_anything_it_rests_on(run: Run, linted: list[str], change: Any) -> None:
    write(".reportlint.yaml", f"cache: true\n{SETTINGS}")
    write("draft.txt", FAULTY)
    write("last.txt", GOOD.replace("2024", "2023").replace("2025", "2024"))
    run("draft.txt", "--previous", "last.txt")
    run("draft.txt", "--previous", "last.txt")
    assert len(linted) == 1
    change()
    name = "draft.txt" if Path("draft.txt").exists() else "draft.md"
    known = run(name, "--previous", "last.txt")
    assert len(linted) == 2
    shutil.rmtree(FOLDER)
    assert run(name, "--previous", "last.txt") == known


@pytest.mark.parametrize("options", [("--select", "figures"), ("--ignore", "wording"), ("--issuer-kind", "township")])
def test_options_are_kept_apart(run: Run, linted: list[str], options: tuple[str, ...]) -> None:
    write("draft.txt", FAULTY)
    run("draft.txt", "--cache")
    assert run("draft.txt", "--cache", *options) == run("draft.txt", *options)
    assert len(linted) == 3


def test_another_edition_of_the_program(run: Run, linted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write("draft.txt", FAULTY)
    run("draft.txt", "--cache")
    monkeypatch.setattr("reportlint.repository.kept_results.edition", lambda: "another")
    run("draft.txt", "--cache")
    assert len(linted) == 2


def test_a_waiver_that_expires_overnight(run: Run, linted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(".reportlint.yaml", "cache: true\nwaivers: [{check: vague-quantity, reason: 已公开, until: 2025-06-30}]\n")
    write("draft.txt", VAGUE)
    days = {day: datetime.date(2025, 6, day) for day in (29, 30)} | {1: datetime.date(2025, 7, 1)}

    def found(day: int) -> list[str]:
        class Date(datetime.date):
            @classmethod
            def today(cls) -> datetime.date:  # type: ignore[override]
                return days[day]

        monkeypatch.setattr("reportlint.repository.asked.datetime.date", Date)
        return run("draft.txt", "--format", "json").checks

    assert "vague-quantity" not in found(29) and "vague-quantity" not in found(30) and len(linted) == 1
    assert "vague-quantity" in found(1) and len(linted) == 2


def test_fixes_are_made_all_the_same(run: Run) -> None:
    faulty = GOOD.replace("2部，", "2部,")
    write("draft.txt", faulty)
    for _ in range(2):
        run("draft.txt", "--cache")
    assert run("draft.txt", "--cache", "--diff").out == run("draft.txt", "--diff").out != ""
    run("draft.txt", "--cache", "--fix")
    assert Path("draft.txt").read_text("utf-8") == GOOD
    assert run("draft.txt", "--cache", "--format", "json") == run("draft.txt", "--format", "json")


# Damage, and what others bring


def damages(rng: random.Random) -> Iterator[str]:
    """Damage after damage to some file of the folder; each yields its kind."""
    while True:
        path = rng.choice(sorted(Path(FOLDER).iterdir()))
        data = bytearray(path.read_bytes())
        at = rng.randrange(len(data))
        kind = rng.choice(("bit", "cut", "zeros", "twice", "gone", "empty", "another's", "link", "folder"))
        if kind == "bit":
            data[at] ^= 1 << rng.randrange(8)
        elif kind == "cut":
            del data[at:]
        elif kind == "zeros":
            data[at:] = bytes(len(data) - at)
        elif kind == "twice":
            data[at:at] = data[at : at + rng.randint(1, 40)]
        elif kind == "empty":
            data.clear()
        elif kind == "another's":
            data[:] = rng.choice(entries()).read_bytes()
        path.unlink()
        if kind == "link":
            path.symlink_to("/etc/hostname")
        elif kind == "folder":
            path.mkdir()
        elif kind != "gone":
            path.write_bytes(data)
        yield kind
        if kind == "folder":
            path.rmdir()


@posix
def test_no_damage_changes_a_finding_or_stays(run: Run) -> None:
    for number, text in enumerate((GOOD, VAGUE, FAULTY)):
        write(f"{number}.txt", text)
    plain = run(".", "--format", "json")
    run(".", "--cache")
    whole = {path: path.read_bytes() for path in Path(FOLDER).iterdir()}
    for _, kind in zip(range(300), damages(random.Random(5)), strict=False):
        assert run(".", "--cache", "--format", "json") == plain, kind
        if kind != "folder":
            assert {path: path.read_bytes() for path in Path(FOLDER).iterdir() if not path.is_symlink()} == whole, kind


def test_results_that_a_repository_brings_along_are_not_believed(
    run: Run, linted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("draft.txt", FAULTY)
    with monkeypatch.context() as other:
        other.setattr("reportlint.repository.kept_results._secret", lambda: b"somebody else's")
        run("draft.txt", "--cache")
    run("draft.txt", "--cache")
    assert len(linted) == 2
    run("draft.txt", "--cache")
    assert len(linted) == 2


@posix
def test_a_link_in_the_place_of_the_folder_is_not_followed(run: Run, tmp_path: Path) -> None:
    write("draft.txt", FAULTY)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    Path(FOLDER).symlink_to(elsewhere)
    assert run("draft.txt", "--cache") == run("draft.txt")
    assert not list(elsewhere.iterdir())


@posix
def test_only_the_user_can_read_it(run: Run) -> None:
    write("draft.txt", FAULTY)
    run("draft.txt", "--cache")
    assert Path(FOLDER).stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in Path(FOLDER).iterdir()} == {0o600}
    assert (Path(FOLDER) / ".gitignore").read_text() == "*\n"
    assert (Path(FOLDER) / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@posix
def test_a_folder_that_cannot_be_written(run: Run) -> None:
    write("draft.txt", FAULTY)
    Path(FOLDER).write_text("a file")
    assert run("draft.txt", "--cache") == run("draft.txt")


def test_what_nobody_asks_for_goes(run: Run) -> None:
    write("old.txt", FAULTY)
    write("draft.txt", FAULTY)
    run(".", "--cache")
    (_, _) = entries()
    for path in entries():
        os.utime(path, (time.time() - 40 * 86400,) * 2)
    os.remove("old.txt")
    run("draft.txt", "--cache")
    assert len(entries()) == 1


def test_standard_input_and_failures_are_not_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("empty.txt", "")
    run("empty.txt", "--cache")
    assert not entries()
