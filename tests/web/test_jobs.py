"""Drafts handed in to the local page: what comes of them is what the command says, and nothing of them stays."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from bad_work import faulty, greedy, loud, suicidal
from conftest import Run, write
from docx import Document
from openpyxl import load_workbook
from served import Person, served
from test_readers import bomb

from reportlint.web import bounded, jobs, patience
from reportlint.web.app import Desk
from reportlint.web.jobs import Jobs
from reportlint.web.work import Wish

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIMS = (EXAMPLES / "law-based-government" / "faulty-claims.txt").read_bytes()
WEB_COPY = (EXAMPLES / "law-based-government" / "faulty-web-copy.txt").read_bytes()


@pytest.fixture
def person() -> Iterator[Person]:
    with served(Desk()) as person:
        yield person


def test_the_page_of_findings_is_that_of_the_command(person: Person, run: Run) -> None:
    job, state = person.linted(("a.txt", CLAIMS), ("b.txt", WEB_COPY))
    assert (state["state"], state["done"], state["of"]) == ("done", 2, 2)
    write("a.txt", CLAIMS)
    write("b.txt", WEB_COPY)
    assert person.get(f"jobs/{job}/findings").text.strip() == run("a.txt", "b.txt", "--format", "html").out.strip()
    assert sum(state["drafts"][0]["counts"]) == len(run("a.txt", "--format", "json").found)


def test_the_page_of_findings_asks_the_server_for_nothing(person: Person) -> None:
    job, _ = person.linted(("a.txt", CLAIMS))
    answer = person.get(f"jobs/{job}/findings")
    assert answer.headers["content-security-policy"].startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in answer.headers["content-security-policy"]


def test_a_review_copy_opens(person: Person) -> None:
    job, state = person.linted(("云渚县.txt", CLAIMS))
    answer = person.get(f"jobs/{job}/drafts/0/review")
    assert "%E4%BA%91%E6%B8%9A%E5%8E%BF.review.docx" in answer.headers["content-disposition"]
    document = Document(io.BytesIO(answer.content))
    assert len(list(document.comments)) == sum(state["drafts"][0]["counts"])


def test_the_corrected_text_is_that_of_fix(person: Person, run: Run) -> None:
    text = "云渚县2024年度法治政府建设情况报告\n一、主要举措和成效\n办结案件12件,满意率98%。。\n".encode()
    job, state = person.linted(("a.txt", text))
    assert state["drafts"][0]["fixes"]
    write("a.txt", text)
    run("a.txt", "--fix")
    corrected = person.get(f"jobs/{job}/drafts/0/corrected")
    assert corrected.content == Path("a.txt").read_bytes() != text


def test_settings_of_the_page_hold(person: Person) -> None:
    _, plain = person.linted(("a.txt", CLAIMS))
    _, off = person.linted(("a.txt", CLAIMS), wish={"levels": {"unquantified-claim": "off"}})
    _, raised = person.linted(("a.txt", CLAIMS), wish={"levels": {"unquantified-claim": "error"}})
    assert sum(off["drafts"][0]["counts"]) < sum(plain["drafts"][0]["counts"])
    assert raised["drafts"][0]["counts"][0] > plain["drafts"][0]["counts"][0]


def test_last_years_report_is_compared_with(person: Person) -> None:
    this, last = ((EXAMPLES / "reuse" / f"{name}.txt").read_bytes() for name in ("this-year", "last-year"))
    job, _ = person.linted(("this.txt", this), previous=last)
    assert "copied-paragraph" in person.get(f"jobs/{job}/findings").text


def test_several_drafts_are_surveyed(person: Person, run: Run) -> None:
    """By the page that `reportlint survey` writes, and as a workbook."""
    job, state = person.linted(("a.txt", CLAIMS), ("b.txt", WEB_COPY), ("c.exe", b"MZ\0\0"))
    assert state["survey"]
    for name, data in (("a.txt", CLAIMS), ("b.txt", WEB_COPY), ("c.exe", b"MZ\0\0")):
        write(name, data)
    run("survey", "a.txt", "b.txt", "c.exe", "-o", "s.html")
    assert person.get(f"jobs/{job}/survey").text.strip() == Path("s.html").read_text("utf-8").strip()
    book = load_workbook(io.BytesIO(person.get(f"jobs/{job}/survey.xlsx").content))
    assert book["总表"].max_row >= 3


def test_one_draft_is_no_survey(person: Person) -> None:
    job, state = person.linted(("a.txt", CLAIMS))
    assert not state["survey"] and person.get(f"jobs/{job}/survey").status == 404


def test_a_report_on_another_year_than_asked_for_is_told(person: Person) -> None:
    text = "云渚县2024年度法治政府建设情况报告\n一、主要举措和成效\n办结案件12件。\n".encode()
    _, asked = person.linted(("a.txt", text), wish={"year": 2025})
    _, right = person.linted(("a.txt", text), wish={"year": 2024})
    assert asked["drafts"][0]["note"] == "报告写的是 2024 年度，不是 2025 年度。"
    assert right["drafts"][0]["note"] == ""


def test_connections_that_ask_for_nothing_are_hung_up(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """No headers, half of them, and a body that was refused and does not come: others are served, and these end."""
    monkeypatch.setattr(patience, "SECONDS", 0.1)
    refused = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{person.port}\r\nContent-Length: 9\r\n\r\n".encode()
    idle = [socket.create_connection(("127.0.0.1", person.port), timeout=20) for _ in range(3)]
    for connection, said in zip(idle, (b"", refused[:30], refused), strict=True):
        connection.sendall(said)
    assert person.get("checks").status == 200
    for connection in idle:
        with connection:
            while connection.recv(10_000):
                pass


@pytest.mark.parametrize(
    "wish",
    [b"{", b"[]", b'{"levels": []}', b'{"levels": {"no-such-check": "off"}}', b'{"levels": {"term": "loud"}}',
     b'{"issuer_kind": "kingdom"}', b'{"year": "2025"}', b'{"year": 25}', b'{"year": [1]}', b"[" * 50_000],
)  # fmt: skip
def test_a_wish_that_cannot_be(person: Person, wish: bytes) -> None:
    answer = person.send("jobs", wish)
    assert answer.status == 400 and "。" in answer.json()["said"]


def test_what_is_no_report_gets_a_sentence_and_the_others_their_findings(person: Person) -> None:
    _, state = person.linted(("a.txt", CLAIMS), ("b.docx", bomb()), ("c.pdf", b"%PDF-1.7 broken"), ("d.exe", b"MZ\0\0"))
    good, *bad = state["drafts"]
    assert sum(good["counts"]) and not good["error"]
    assert all(row["error"].endswith("。") for row in bad)


def test_work_that_takes_too_long_is_ended(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FIRST", 0.0)
    monkeypatch.setattr(bounded, "EACH", 0.01)
    _, state = person.linted(("a.txt", CLAIMS))
    assert state["state"] == "failed" and "已停止" in state["said"]


@pytest.mark.parametrize(
    ("work", "said"), [(greedy, "太多"), (suicidal, "意外结束"), (faulty, "程序自身出错"), (loud, "")]
)
def test_work_that_goes_wrong_costs_its_own_answer(
    work: bounded.Work, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    try:
        assert bounded.in_own_process(work, [], Wish({}), lambda count: None) == b"" and not said
    except bounded.WorkError as error:
        assert said and said in str(error) and "words" not in str(error)


def test_too_large(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MAX_JOB", 2_000)
    job = person.hand_in()
    assert person.send(f"jobs/{job}/drafts?name=a", bytes(2_001)).status == 413
    assert person.send(f"jobs/{job}/drafts?name=a", bytes(2_000)).status == 204
    assert person.send(f"jobs/{job}/drafts?name=b", b"x").status == 503


def test_too_many(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MAX_JOBS", 2)
    assert [person.send("jobs", b"{}").status for _ in range(3)] == [201, 201, 503]


def test_nothing_handed_in(person: Person) -> None:
    job = person.hand_in()
    assert person.send(f"jobs/{job}/start").status == 400


def test_what_is_asked_at_the_wrong_time(person: Person) -> None:
    job = person.hand_in(("a.txt", CLAIMS))
    assert person.get(f"jobs/{job}/findings").status == 409
    person.outcome(job)
    assert person.send(f"jobs/{job}/drafts?name=b", b"x").status == 409
    assert person.get(f"jobs/{job}/drafts/7/review").status == 404
    assert person.get("jobs/no-such-job").status == 404


def test_two_people_at_once_see_their_own(person: Person) -> None:
    one, other = person.hand_in(("a.txt", CLAIMS)), person.hand_in(("b.txt", WEB_COPY))
    for job in (one, other):
        person.send(f"jobs/{job}/start")
    names = dict.fromkeys((one, other), "")
    for job in names:
        while (state := person.get(f"jobs/{job}").json())["state"] != "done":
            time.sleep(0.05)
        names[job] = state["drafts"][0]["name"]
    assert list(names.values()) == ["a.txt", "b.txt"]


def test_a_job_is_gone_when_the_page_is_left(person: Person) -> None:
    job, _ = person.linted(("a.txt", CLAIMS))
    assert person.send(f"jobs/{job}", method="DELETE").status == 204
    assert person.get(f"jobs/{job}").status == 404
    assert person.desk.jobs.get(job) is None


def test_a_job_that_nobody_asks_for_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Jobs()
    job = kept.new(Wish({}))
    assert kept.get(job.id)
    monkeypatch.setattr(jobs, "KEPT", -1.0)
    assert kept.get(job.id) is None


def test_nothing_is_written(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the working folder nor where temporary files lie."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    job, _ = person.linted(("a.txt", CLAIMS * 20))
    person.get(f"jobs/{job}/drafts/0/review")
    several, _ = person.linted(("a.txt", CLAIMS), ("b.txt", WEB_COPY))
    assert person.get(f"jobs/{several}/survey.xlsx").status == 200
    assert list(tmp_path.rglob("*")) == []
