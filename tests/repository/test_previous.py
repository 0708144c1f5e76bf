"""Last year's reports: which one is compared, and what is said where none is."""

from __future__ import annotations

import pytest
from conftest import Run, write
from test_cli import GOOD, ONLY

from reportlint.linting.previous_year import with_previous
from reportlint.report import Report, read

LAST = GOOD.replace("2024", "2023").replace("2025", "2024")
ALONE = "--previous 里没有同一单位更早年度的报告"


def report(text: str) -> Report:
    return read(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("candidate", "fits"),
    [
        (LAST, True),
        (LAST.replace("云川市", "云川市人民政府", 1), True),
        (LAST.partition("\n")[2], True),  # no title: whoever named it knows what it is
        (GOOD, False),  # the draft itself
        (GOOD.replace("云川市2024", "云川市2025"), False),
        (LAST.replace("云川市", "青岚县"), False),
        (LAST.replace("云川市", "云川市司法局", 1), False),
    ],
)
def test_the_only_candidate_must_fit(candidate: str, fits: bool) -> None:
    assert (with_previous(report(GOOD), [report(candidate)]).previous is not None) == fits


def test_the_latest_of_the_same_issuer() -> None:
    older = LAST.replace("云川市2023", "云川市2022")
    candidates = [report(text) for text in (older, LAST, LAST.replace("云川市", "青岚县"), LAST.partition("\n")[2])]
    assert with_previous(report(GOOD), candidates).previous is candidates[1]


def test_a_report_without_a_match_is_named(run: Run) -> None:
    write("draft.txt", GOOD)
    write("copy.txt", GOOD)
    outcome = run("draft.txt", *ONLY, "--previous", "copy.txt", "--format", "json")
    assert outcome.code == 0 and outcome.err.startswith(f"reportlint: draft.txt：{ALONE}")
    write("last.txt", LAST)
    assert run("draft.txt", *ONLY, "--previous", "last.txt", "--format", "json").err == ""


def test_what_cannot_be_read_in_a_folder_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.document.draft_file.MAX_BYTES", 5_000)
    write("old/last.txt", LAST)
    write("old/broken.docx", b"PK\x03\x04")
    write("old/long.txt", LAST * 20)
    write("old/empty.txt", "")
    write("old/a.xlsx", "x")
    outcome = run(write("draft.txt", GOOD), *ONLY, "--previous", "old", "--format", "json")
    assert outcome.code == 0 and len(outcome.err.splitlines()) == 4
    for name in ("broken.docx", "long.txt", "empty.txt", "a.xlsx"):
        assert f"reportlint: --previous old/{name}：" in outcome.err
