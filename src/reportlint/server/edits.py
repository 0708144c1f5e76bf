"""Edits as the protocol has them: of an open draft, and of a file that may not be there yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from lsprotocol.types import (
    ClientCapabilities,
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    ResourceOperationKind,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from pygls.capabilities import get_capability

from reportlint.document.source import Span
from reportlint.finding import Edit
from reportlint.server.draft import Draft
from reportlint.server.places import Places


def draft_edit(draft: Draft, places: Places, edits: Iterable[Edit], client: ClientCapabilities) -> WorkspaceEdit:
    """Edits of an open draft; where the client can tell, of the edition that they were worked out for alone."""
    made = [TextEdit(places.range(edit.span), edit.text) for edit in edits]
    if not get_capability(client, "workspace.workspace_edit.document_changes"):
        return WorkspaceEdit(changes={draft.uri: made})
    edition = OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(edition, made)])


def file_edit(uri: str, before: str | None, edit: TextEdit, client: ClientCapabilities) -> WorkspaceEdit:
    """An edit of a file; before: its text, None where it is to be made."""
    operations: Sequence[str] = get_capability(client, "workspace.workspace_edit.resource_operations") or ()
    if before is not None or ResourceOperationKind.Create not in operations:
        return WorkspaceEdit(changes={uri: [edit]})
    make = CreateFile(uri, options=CreateFileOptions(ignore_if_exists=True))
    return WorkspaceEdit(
        document_changes=[make, TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri), [edit])]
    )


def difference(before: str, after: str) -> Edit:
    """The one edit that makes a text into another."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Edit(Span(start, len(before) - end), after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
