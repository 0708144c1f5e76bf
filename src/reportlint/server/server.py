"""The language server: what a client may ask for, and who answers it."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import FeatureRequestError, JsonRpcContentModified, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from reportlint import __version__
from reportlint.errors import UserError
from reportlint.kept.quick_process import settle
from reportlint.linting.config_file import NAME
from reportlint.repository.one_file import fault
from reportlint.server import actions, structure
from reportlint.server.diagnostics import diagnostics, digest
from reportlint.server.draft import Draft, Linted, lint_draft, opened
from reportlint.server.edits import file_edit
from reportlint.server.hover import hover
from reportlint.server.open_drafts import REST, OpenDrafts, SupersededError
from reportlint.server.protocol import Protocol
from reportlint.server.waiver import on_disk, settings_of, waiver

_SERVER_CANCELLED = -32802


class Server(LanguageServer):
    """A server for one client. finished: has the client said that it is about to leave? settled: was a draft linted?"""

    def __init__(self) -> None:
        super().__init__(
            "reportlint",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,  # so that no two can count lines in different ways
            protocol_cls=Protocol,
            converter_factory=default_converter,
        )
        self.finished = self.settled = False
        self.drafts = OpenDrafts(self._lint, self._tell)

    @property
    def encoding(self) -> str:
        """What columns are counted in."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    def can(self, capability: str) -> Any:
        """What the client says of a capability: a.b.c."""
        return get_capability(self.client_capabilities, capability)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What went wrong, but for requests, whose answers tell it; in a sentence without a word of a draft."""
        if source is JsonRpcException:
            self.say("编辑器发来的消息读不懂，没有处理。")
        elif source is not FeatureRequestError:
            self.say(fault(error))

    def say(self, sentence: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show the user a sentence."""
        self.window_show_message(types.ShowMessageParams(kind, f"reportlint：{sentence}"))

    def _lint(self, draft: Draft, last: Linted | None) -> Linted:
        linted = lint_draft(draft, self.encoding, last)
        if not self.settled:
            self.settled = True
            settle()
        return linted

    def _tell(self, linted: Linted) -> None:
        """Push what was found, to a client that does not ask for it."""
        if not self.can("text_document.diagnostic"):
            self._push(linted.draft.uri, diagnostics(linted), linted.draft.version)

    def forget(self, uri: str) -> None:
        """A draft was closed."""
        self.drafts.drop(uri)
        if not self.can("text_document.diagnostic"):
            self._push(uri, [], None)

    def _push(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    async def linted(self, uri: str) -> Linted:
        """What is to be said of a draft. Raises JsonRpcContentModified, on which a client asks again if it still wants to."""
        try:
            return await self.drafts.get(uri)
        except SupersededError as error:
            raise JsonRpcContentModified("文字又改了") from error


def build() -> Server:
    """A server that answers to all that it can."""
    server = Server()
    pull = types.DiagnosticOptions(False, False, identifier="reportlint")
    for method, answer, options in (
        (types.INITIALIZED, initialized, None),
        (types.SHUTDOWN, finished, None),
        (types.TEXT_DOCUMENT_DID_OPEN, was_opened, None),
        (types.TEXT_DOCUMENT_DID_CHANGE, was_changed, None),
        (types.TEXT_DOCUMENT_DID_SAVE, was_saved, None),
        (types.TEXT_DOCUMENT_DID_CLOSE, was_closed, None),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, settings_changed, None),
        (types.TEXT_DOCUMENT_DIAGNOSTIC, pulled, pull),
        (types.TEXT_DOCUMENT_HOVER, hovered, None),
        (types.TEXT_DOCUMENT_CODE_ACTION, acted, types.CodeActionOptions(actions.KINDS)),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, outlined, None),
        (types.TEXT_DOCUMENT_FOLDING_RANGE, folded, None),
        (types.TEXT_DOCUMENT_CODE_LENS, lensed, None),
    ):
        server.feature(method, options)(answer)
    server.command(actions.WAIVE)(waived)
    return server


def initialized(ls: Server, _: types.InitializedParams) -> None:
    """Have the settings watched, where the client can do so."""
    if ls.can("workspace.did_change_watched_files.dynamic_registration"):
        watchers = [types.FileSystemWatcher(f"**/{NAME}"), types.FileSystemWatcher("**/.reportlint.yml")]
        wanted = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        ls.client_register_capability(types.RegistrationParams([types.Registration("settings", method, wanted)]))


def finished(ls: Server, _: None) -> None:
    """The client is about to leave."""
    ls.finished = True


def was_opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Lint it."""
    document = params.text_document
    ls.drafts.put(opened(document.uri, document.text, document.version, ls.workspace.root_path))


def was_changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Lint it when it has rested."""
    changed = params.text_document
    text = ls.workspace.get_text_document(changed.uri).source
    ls.drafts.put(opened(changed.uri, text, changed.version, ls.workspace.root_path), REST)


def was_saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Lint it at once; if it is the settings, all drafts."""
    if params.text_document.uri.endswith(f"/{NAME}"):
        settings_changed(ls, None)
    else:
        ls.drafts.saved(params.text_document.uri)


def was_closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Forget it."""
    ls.forget(params.text_document.uri)


def settings_changed(ls: Server, _: types.DidChangeWatchedFilesParams | None) -> None:
    """Lint all drafts again, and have a client that asks for diagnostics ask again."""
    ls.drafts.again()
    if ls.can("workspace.diagnostics.refresh_support"):
        ls.workspace_diagnostic_refresh(None)


async def pulled(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """What is to be said of a draft, or that it is what the client has."""
    try:
        found = diagnostics(await ls.linted(params.text_document.uri))
    except JsonRpcContentModified as error:
        raise JsonRpcException(error.message, _SERVER_CANCELLED, {"retriggerRequest": True}) from error
    result_id = digest(found)
    if result_id == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id)
    return types.RelatedFullDocumentDiagnosticReport(found, result_id=result_id)


async def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The findings on the words below the pointer."""
    return hover(await ls.linted(params.text_document.uri), params.position)


async def acted(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings of a stretch."""
    return actions.actions(await ls.linted(params.text_document.uri), params, ls.client_capabilities)


async def outlined(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """The headings."""
    return structure.symbols(await ls.linted(params.text_document.uri))


async def folded(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """The sections."""
    return structure.folds(await ls.linted(params.text_document.uri))


async def lensed(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    """The parts in numbers."""
    return structure.lenses(await ls.linted(params.text_document.uri))


async def waived(ls: Server, uri: str, fingerprint: str) -> None:
    """Put a waiver of a finding into the settings, and show where its reason is to be written."""
    linted = await ls.linted(uri)
    finding = next((each for each in linted.result.findings if each.fingerprint == fingerprint), None)
    if finding is None or linted.report is None:
        return
    try:
        path = settings_of(linted, ls.workspace.root_path)
        before = ls.drafts.text(path)
        new = waiver(finding, linted.report, path, on_disk(path) if before is None else before, ls.encoding)
    except UserError as error:
        ls.say(str(error))
        return
    edit = file_edit(new.uri, new.before, new.edit, ls.client_capabilities)
    done = await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "加入豁免"))
    if not done.applied:
        return
    if not ls.can("window.show_document.support"):
        ls.say(f"豁免已经写进 {new.uri.rpartition('/')[2]}，请写明理由并保存。", types.MessageType.Info)
    else:
        await ls.window_show_document_async(types.ShowDocumentParams(new.uri, take_focus=True, selection=new.reason))
