"""The pipeline: a report and a configuration in, findings in order of place out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from reportlint.facts.prose.unchanged import BEGIN, again
from reportlint.finding import Finding, located
from reportlint.language.tables import TableError
from reportlint.linting.check import Check, load_checks
from reportlint.linting.config import Config
from reportlint.outline.report_kind import Kind
from reportlint.report import Report

GATE = "not-a-report"
"""The check that, when it speaks, speaks alone."""

_CONTEXT = 20
"""Characters on each side of a finding that its fingerprint depends on; white space, and so CRLF, does not count."""


class Crash(NamedTuple):
    """A check that raised, with what it raised; the others' findings stand."""

    check: str
    error: str


def run_checks(report: Report, config: Config) -> tuple[list[Finding], list[Crash]]:
    """The findings of all checks that the configuration keeps, by place; and the checks that failed."""
    checks = load_checks()
    crashes: list[Crash] = []
    if not config.off(GATE) and (gate := _run([checks[GATE]], report, config, crashes)):
        return gate, crashes
    chosen = [
        check
        for check in checks.values()
        if check.name != GATE and check.concerns(report.kind.name) and config.enabled(check, report.source.path)
    ]
    return _run(chosen, report, config, crashes), crashes


def _run(checks: Iterable[Check], report: Report, config: Config, crashes: list[Crash]) -> list[Finding]:
    findings = []
    for check in checks:
        options = config.options(check)
        try:
            for finding in _found(check, report, options):  # one by one: those before a crash are kept
                findings.append(completed(finding, check, config, report.kind))  # noqa: PERF401
        except TableError:  # the user's to mend, and no report can be linted before
            raise
        except Exception as error:  # a check's fault must not cost the others' findings
            crashes.append(Crash(check.name, f"{type(error).__name__}: {error}"))
    return ordered(findings, report)


def _found(check: Check, report: Report, options: Mapping[str, Any]) -> Iterator[Finding]:
    """What a check finds; of passages that hold still since an earlier lint, what it found then, if it judges each by itself."""
    if not check.within_passages:
        yield from check.run(report, **options)
        return
    name, known = f"findings of {check.name}", again(report)
    asked, before = known.earlier.kept.get(name, (None, ())) if known else (None, ())
    findings = check.run(report if known is None or asked != options else known.view, **options)
    if known is not None and asked == options:
        findings = iter(known.joined(before, findings, BEGIN))
    found = []
    for finding in findings:
        found.append(finding)
        yield finding
    report.kept[name] = options, found


def completed(finding: Finding, check: Check, config: Config, kind: Kind) -> Finding:
    """A check's finding with what the check and the configuration say of it."""
    severity = config.severity(check, finding)
    basis = finding.basis or check.basis(kind)
    return finding._replace(check=check.name, title=check.title, severity=severity, basis=basis)


def ordered(findings: list[Finding], report: Report) -> list[Finding]:
    """Findings by place, each located, and with a digest of check, words and the words around.

    The digest survives moved lines, and tells repeats apart.
    """
    if not findings:
        return []
    seen: Counter[str] = Counter()
    marked = []
    bare = "".join(report.text.split())
    at = start = 0  # the place in the bare text, and that of the text it stands for
    for finding in sorted(findings, key=lambda f: (f.span, f.check)):
        at += len("".join(report.text[start : finding.span.start].split()))
        start = finding.span.start
        end = at + len("".join(report.words(finding.span).split()))
        before, after = bare[max(0, at - _CONTEXT) : at], bare[end : end + _CONTEXT]
        words = report.words(finding.span).replace("\r\n", "\n").replace("\r", "\n")  # the same in a CRLF copy
        key = "\0".join((finding.check, before, words, after))
        seen[key] += 1
        digest = sha256(f"{key}\0{seen[key]}".encode("utf-8", "replace")).hexdigest()[:16]
        marked.append(located(finding, report.source)._replace(fingerprint=digest))
    return marked
