"""An editor as the tests want it: a client of pytest-lsp that drives `reportlint server`, and minds the protocol."""

from __future__ import annotations

import asyncio
import sys
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient, LspSpecificationWarning, client_capabilities
from pytest_lsp.client import make_test_lsp_client

SERVER = (sys.executable, "-c", "from reportlint.command.main import command; command()", "server")


class Editor:
    """A client in a folder. Texts are named by their file there."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.versions: dict[str, int] = {}
        self.edits: list[types.WorkspaceEdit] = []
        self.pushes: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.pushed_so_far = 0
        self.registrations: list[types.RegistrationParams] = []
        self.encoding = ""

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def named(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str) -> None:
        self.versions[name] = 1
        item = types.TextDocumentItem(self.uri(name), "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str) -> None:
        self.versions[name] += 1
        edition = types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(edition, [whole]))

    async def pushed(self, name: str) -> list[types.Diagnostic]:
        """The next diagnostics of a text, once they are there."""
        while not self.pushes.empty():
            self.pushes.get_nowait()
        while True:
            told = await self.pushes.get()
            if told.uri == self.uri(name) and told.version in (None, self.versions[name]):
                return list(told.diagnostics)

    async def shown(self, name: str, text: str) -> list[types.Diagnostic]:
        """Open a text, and wait for its diagnostics."""
        waiting = asyncio.ensure_future(self.pushed(name))
        await asyncio.sleep(0)
        self.open(name, text)
        return await waiting

    async def actions(
        self, name: str, place: types.Range, only: list[types.CodeActionKind | str] | None = None
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(self.named(name), place, context)
        offered = await self.client.text_document_code_action_async(params)
        return [action for action in offered or [] if isinstance(action, types.CodeAction)]


def with_editor(
    folder: Path,
    work: Callable[[Editor], Awaitable[None]],
    like: str = "neovim@v0.7.0",
    server: tuple[str, ...] = SERVER,
    mend: Callable[[types.ClientCapabilities], None] = lambda known: None,
) -> None:
    """Start a server, do the work with an editor of that name's abilities, and take leave; within three minutes."""

    async def run() -> None:
        client = make_test_lsp_client()
        editor = Editor(client, folder)

        def applied(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            editor.edits.append(params.edit)
            return types.ApplyWorkspaceEditResult(True)

        def registered(params: types.RegistrationParams) -> None:
            editor.registrations.append(params)

        def pushed(params: types.PublishDiagnosticsParams) -> None:
            editor.pushes.put_nowait(params)
            editor.pushed_so_far += 1

        client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(pushed)
        client.feature(types.WORKSPACE_APPLY_EDIT)(applied)
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)
        converter = client.protocol._converter  # lsprotocol takes an action that has a command for a mere command
        converter.register_structure_hook(
            types.Command | types.CodeAction, lambda given, _: converter.structure(given, types.CodeAction)
        )
        known = client_capabilities(like)
        mend(known)
        await client.start_io(*server)
        begun = await client.initialize_session(types.InitializeParams(known, root_uri=folder.as_uri()))
        editor.encoding = str(begun.capabilities.position_encoding)
        try:
            await asyncio.wait_for(work(editor), 180)
        finally:
            await asyncio.wait_for(client.shutdown_session(), 20)
            code = client._server.returncode if client._server else None
            await client.stop()  # type: ignore[no-untyped-call]
        assert code == 0

    with warnings.catch_warnings():
        warnings.simplefilter("error", LspSpecificationWarning)
        asyncio.run(run())


def offset(text: str, position: types.Position, encoding: str = "utf-16-le", unit: int = 2) -> int:
    """Where a place is in a text, worked out another way than the server does: line by line, unit by unit."""
    start = 0
    for _ in range(position.line):
        start = next(at + len(end) for at, end in _line_ends(text, start))
    units = at = 0
    while units < position.character:
        units += len(text[start + at].encode(encoding)) // unit
        at += 1
    assert units == position.character, "a place in the middle of a character"
    return start + at


def _line_ends(text: str, start: int) -> list[tuple[int, str]]:
    found = [(text.find(end, start), end) for end in ("\r\n", "\n", "\r")]
    return sorted((one for one in found if one[0] >= 0), key=lambda one: (one[0], -len(one[1])))


def applied(text: str, edit: types.WorkspaceEdit | None, uri: str) -> str:
    """A text with an edit made in it."""
    assert edit is not None
    edits: list[Any] = list((edit.changes or {}).get(uri, ()))
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit) and change.text_document.uri == uri:
            edits += change.edits
    for one in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        text = text[: offset(text, one.range.start)] + one.new_text + text[offset(text, one.range.end) :]
    return text


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes to write half a message to")
