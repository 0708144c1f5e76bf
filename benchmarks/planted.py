"""Plants one fault in each of many clean reports, runs reportlint on them, and counts what it finds and what it invents.

    python benchmarks/planted.py --per-check 40 --seed 1 [--check NAME] [--verbose]

Per check: planted; found (a finding of that check on the planted lines); as error or warning; collateral (errors and
warnings of other checks that the clean twin of the report does not have). Then the false alarms on clean reports and on
traps: what looks like the fault and is right. The texts are made up; the same seed makes the same texts.
"""

from __future__ import annotations

import argparse
import json
import random
import shlex
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structure
import tables as pasted
from clean import draft
from forms import lines, load
from place import Plant, made, plant

_TABLES = "figures calendar quantification wording punctuation citations parts"
PLANTERS = structure.PLANTERS | pasted.PLANTERS
TRAPS = structure.TRAPS | pasted.TRAPS
_BATCH = 400
"""Files given to one process."""

Finding = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One planted fault or trap: the check, the form or planter it came from, and the texts."""

    check: str
    source: str
    trap: bool
    plant: Plant


def tables() -> dict[str, dict[str, Any]]:
    """For each check its ``plants`` and ``traps`` (blocks of forms) and, where it matters, the ``year``."""
    found: dict[str, dict[str, Any]] = {}
    for name in _TABLES.split():
        found |= load(name)
    return found


def checks() -> list[str]:
    """The names of all checks a fault can be planted for."""
    return sorted({*tables(), *PLANTERS})


def cases(check: str, count: int, seed: int) -> Iterator[Case]:
    """``count`` reports with a fault of the check and half as many traps."""
    table = tables().get(check, {})
    for trap in (False, True):
        forms = lines(table.get("traps" if trap else "plants", ""))
        planters = (TRAPS if trap else PLANTERS).get(check, [])
        sources = [*forms, *planters]
        for number in range((count // 2 if trap else count) if sources else 0):
            rng = random.Random(f"{seed} {check} {trap} {number}")
            base = draft(f"{seed} {check} {trap} {number} clean", year=table.get("year"))
            at = number % len(sources)  # every form gets its turn
            if at < len(forms):
                yield Case(check, forms[at], trap, plant(base, forms[at], rng))
            else:
                yield Case(
                    check, f"planter {at - len(forms) + 1}", trap, made(planters[at - len(forms)](base, rng), base)
                )


def lint(texts: list[str], command: str) -> list[list[Finding]]:
    """The findings of each text."""
    found: list[list[Finding]] = [[] for _ in texts]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:06}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        for start in range(0, len(paths), _BATCH):
            batch = [str(path) for path in paths[start : start + _BATCH]]
            run = subprocess.run([*shlex.split(command), "--format", "json", *batch], capture_output=True, text=True)
            if run.returncode not in (0, 1):
                raise RuntimeError(run.stderr[-500:])
            for finding in json.loads(run.stdout):
                found[int(Path(finding["path"]).stem)].append(finding)
    return found


def serious(findings: Iterable[Finding]) -> list[Finding]:
    """Errors and warnings."""
    return [finding for finding in findings if finding["severity"] != "info"]


def new(findings: Iterable[Finding], known: Iterable[Finding]) -> list[Finding]:
    """Those of ``findings`` that ``known`` lacks, by check and words."""
    old = Counter((finding["check"], finding["text"]) for finding in known)
    fresh = []
    for finding in findings:
        key = (finding["check"], finding["text"])
        if old[key]:
            old[key] -= 1
        else:
            fresh.append(finding)
    return fresh


def hits(case: Case, wrong: list[Finding], right: list[Finding]) -> list[Finding]:
    """The findings of the case's check that are about what was planted."""
    own = [finding for finding in wrong if finding["check"] == case.check]
    if not case.plant.spans:
        return new(own, right)
    return [f for f in own if any(f["line"] <= last and first <= f["end_line"] for first, last in case.plant.spans)]


@dataclass
class Row:
    """The counts of one check."""

    planted: int = 0
    found: int = 0
    firm: int = 0
    collateral: int = 0
    traps: int = 0
    sprung: int = 0


def score(asked: list[Case], command: str, notes: list[str]) -> tuple[dict[str, Row], int, int]:
    """The rows; clean reports and false alarms on them. What was missed or invented goes to ``notes``."""
    wrongs = lint([case.plant.wrong for case in asked], command)
    rights = lint([case.plant.right for case in asked], command)
    companions = load("companions")
    rows: dict[str, Row] = {}
    alarms = 0
    for case, wrong, right in zip(asked, wrongs, rights, strict=True):
        row = rows.setdefault(case.check, Row())
        alarms += len(serious(right))
        notes += [
            f"clean\t{case.check}\t{f['check']}\t{f['text'][:60]}\t{f['message'][:120]}\t{case.source}"
            for f in serious(right)
        ]
        found = hits(case, wrong, right)
        expected = {case.check, *companions.get(case.check, [])}
        others = [f for f in new(serious(wrong), right) if f["check"] not in expected]
        if case.trap:
            sprung = others + new(found, right)
            row.traps, row.sprung = row.traps + 1, row.sprung + bool(sprung)
            notes += [
                f"trap\t{case.check}\t{f['check']}\t{f['text'][:60]}\t{f['message'][:120]}\t{case.source}"
                for f in sprung
            ]
            continue
        row.planted, row.found, row.firm = row.planted + 1, row.found + bool(found), row.firm + bool(serious(found))
        row.collateral += bool(others)
        notes += [
            f"collateral\t{case.check}\t{f['check']}\t{f['text'][:60]}\t{f['message'][:120]}\t{case.source}"
            for f in others
        ]
        if not found:
            notes.append(f"missed\t{case.check}\t{case.source}\t{case.plant.words}".replace("\n", "¶"))
    return rows, len(asked), alarms


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reportlint", default="reportlint", help="the command to run")
    parser.add_argument("--per-check", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="append", choices=checks(), help="only this one; may be repeated")
    parser.add_argument("--verbose", action="store_true", help="what was missed and invented, one a line")
    asked = parser.parse_args()
    every = [case for check in asked.check or checks() for case in cases(check, asked.per_check, asked.seed)]
    notes: list[str] = []
    rows, clean, alarms = score(every, asked.reportlint, notes)
    print(f"{'check':30}{'planted':>8}{'found':>7}{'firm':>6}{'recall':>8}{'collateral':>11}{'traps':>7}{'sprung':>7}")
    total = Row()
    for check, row in sorted(rows.items()):
        _print(check, row)
        for name, value in vars(row).items():
            setattr(total, name, getattr(total, name) + value)
    _print("all", total)
    print(f"false alarms on {clean} clean reports: {alarms}, {alarms / max(clean, 1):.3f} a report")
    if asked.verbose:
        print("\n".join(notes))


def _print(name: str, row: Row) -> None:
    print(
        f"{name:30}{row.planted:8}{row.found:7}{row.firm:6}{row.found / max(row.planted, 1):8.0%}{row.collateral:11}{row.traps:7}{row.sprung:7}"
    )


if __name__ == "__main__":
    main()
