"""JUnit XML: a suite for each file, in it a test for each finding; for services that know nothing but test results.

Viewers show one failure a test, so each finding is a test of its own, named by check and words: the name stays while lines
move. Errors and warnings are failures; an info is a passed test with its words as output, for advice breaks no build. A
report without findings has one passed test. What could not be done is an error, of a test that is named for it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator

from reportlint.finding import Finding, Severity
from reportlint.reporters.labels import crashed, printable, remark, shown
from reportlint.reporters.plain_text import cut
from reportlint.reporters.underlined import underlined
from reportlint.repository.file_result import FileResult

_COUNTED = {
    "tests": "testcase",
    "failures": "testcase/failure",
    "errors": "testcase/error",
    "skipped": "testcase/skipped",
}


def findings(results: Iterable[FileResult]) -> Iterator[str]:
    """One piece: the document."""
    root = ET.Element("testsuites", name="reportlint")
    for result in results:
        if result.linted or result.failed:
            root.append(_suite(result))
    for count in _COUNTED:
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _suite(result: FileResult) -> ET.Element:
    suite = ET.Element("testsuite", name=printable(shown(result.path)))
    names: Counter[str] = Counter()
    for finding in result.findings:
        assert finding.place is not None
        words = " ".join(finding.place.text.split())
        name = f"{finding.check} {cut(words, 40)}".strip()
        names[name] += 1  # a service keeps one of the tests that share a name
        _finding(suite, finding, name if names[name] == 1 else f"{name}（{names[name]}）")
    if result.error:
        _said(_test(suite, "没能检查"), "error", "unreadable", result.error)
    for crash in result.crashes:
        _said(_test(suite, f"{crash.check} 没能做完"), "error", "crash", crashed(crash))
    if not len(suite):
        _test(suite, "没有发现问题")
    for count, path in _COUNTED.items():
        suite.set(count, str(len(suite.findall(path))))
    return suite


def _finding(suite: ET.Element, finding: Finding, name: str) -> None:
    assert finding.place is not None
    line, column, *_ = finding.place
    test = _test(suite, name)
    test.set("line", str(line))
    quoted, _ = underlined(finding)
    told = f"{suite.get('name')}:{line}:{column}\n{quoted}\n{remark(finding)}"
    if finding.severity == Severity.INFO:
        ET.SubElement(test, "system-out").text = printable(told)
    else:
        _said(test, "failure", str(finding.severity), remark(finding), told)


def _test(suite: ET.Element, name: str) -> ET.Element:
    path = suite.get("name", "")
    return ET.SubElement(suite, "testcase", name=printable(name), classname=path, file=path)


def _said(test: ET.Element, tag: str, kind: str, message: str, told: str = "") -> None:
    """Put a failure or error into a test; ``told`` is the long form."""
    ET.SubElement(test, tag, message=printable(message), type=kind).text = printable(told or message)
