"""What can be done about a finding: its fix, all fixes of its check, all fixes there are, and a waiver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import ClientCapabilities, CodeAction, CodeActionKind, CodeActionParams, Command

from reportlint.finding import Edit, Finding
from reportlint.linting.pipeline import GATE
from reportlint.reporters.plain_text import cut
from reportlint.repository.fix import in_file
from reportlint.server.diagnostics import diagnostic
from reportlint.server.draft import Linted
from reportlint.server.edits import draft_edit

WAIVE = "reportlint.waive"
"""The command that writes a waiver; its arguments: the draft's address, the finding's fingerprint."""
FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.reportlint"
"""The kind of the action that makes all fixes: an editor may be told to ask for it before saving."""
KINDS = [CodeActionKind.QuickFix, FIX_ALL]
_QUOTED = 24
"""Columns of words quoted in a title."""


def actions(linted: Linted, params: CodeActionParams, client: ClientCapabilities) -> list[CodeAction]:
    """The actions for a stretch of the draft, of the kinds that are wanted."""
    if linted.report is None:
        return []
    offered = [*_on_findings(linted, linted.meeting(params.range), client), *_fix_all(linted, client)]
    wanted = params.context.only
    if wanted is None:
        return [action for action in offered if action.kind != FIX_ALL]
    return [action for action in offered if any(_is_of(str(action.kind), str(getattr(k, "value", k))) for k in wanted)]


def _is_of(kind: str, wanted: str) -> bool:
    """Is it that kind, or one below it?"""
    return f"{kind}.".startswith(f"{wanted}.")


def _on_findings(linted: Linted, findings: Sequence[Finding], client: ClientCapabilities) -> Iterator[CodeAction]:
    for finding in findings:
        if edits := _edits(linted, [finding]):
            yield _fix(linted, f"改为“{_short(finding)}”" if finding.replacement else "删去", [finding], edits, client)
    for check in dict.fromkeys(finding.check for finding in findings):
        alike = [finding for finding in linted.result.findings if finding.check == check and finding.fix]
        edits = _edits(linted, alike)
        if len(alike) > 1 and edits:
            yield _fix(linted, f"改好全部“{alike[0].title}”（{len(edits)} 处）", alike, edits, client)
    for finding in findings:
        if linted.draft.has_file and finding.check != GATE:
            title = f"加入豁免：{finding.title}（写进 .reportlint.yaml，理由请自己填）"
            command = Command(title, WAIVE, arguments=[linted.draft.uri, finding.fingerprint])
            yield CodeAction(title, CodeActionKind.QuickFix.value, [diagnostic(finding, linted)], command=command)


def _fix_all(linted: Linted, client: ClientCapabilities) -> Iterator[CodeAction]:
    if edits := _edits(linted, linted.result.findings):
        title = f"改好全部写法唯一的（{len(edits)} 处）"
        yield CodeAction(title, FIX_ALL, edit=draft_edit(linted.draft, linted.places, edits, client))


def _fix(
    linted: Linted, title: str, findings: Sequence[Finding], edits: Sequence[Edit], client: ClientCapabilities
) -> CodeAction:
    return CodeAction(
        title,
        CodeActionKind.QuickFix.value,
        [diagnostic(finding, linted) for finding in findings],
        is_preferred=len(findings) == 1,
        edit=draft_edit(linted.draft, linted.places, edits, client),
    )


def _edits(linted: Linted, findings: Sequence[Finding]) -> list[Edit]:
    """What the command's --fix would write for them in one round."""
    return in_file(findings, linted.report.source) if linted.report else []


def _short(finding: Finding) -> str:
    return cut(finding.replacement or "", _QUOTED)
