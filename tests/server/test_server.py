"""`reportlint server`, driven by a client that minds the protocol."""

from __future__ import annotations

import asyncio
import gc
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from editor import Editor, applied, offset, with_editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from reportlint.document.source import Source
from reportlint.server.draft import opened
from reportlint.server.server import Server, build

EXAMPLES = Path(__file__).parents[2] / "examples" / "law-based-government"
ODD = """\
云川市2024年法治政府建设年度报告

2024年，云川市（𠮷里新区除外）推进法治政府建设，现将有关情况报告如下。

一、主要举措和成效
（一）健全制度。在𠮷里、𡋾塘两镇\u2028出台政府规章2部,修改规范性文件14件,开展了一批检查。
（二）规范执法。在𠮷里\u0085开展行政检查1260次，办案318件，其中𠮷里办案200件、\u000b其他办案108件,办理复议20件。。
二、存在的不足和原因
基层执法力量不足，38个乡镇中有6个没有专职执法人员，主要原因是编制调整滞后。
"""
"""Characters beyond U+FFFF before what is found, and such as end a line to Python alone; halfwidth marks to mend."""
PLACES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
PULL = "neovim@v0.11.0"
WHOLE = types.Range(types.Position(0, 0), types.Position(99, 0))


def told(run: Run, path: Path) -> list[tuple[Any, ...]]:
    """What the command says of a file: check, message, offsets from line and column, and the related places' offsets."""
    source = Source("", path.read_bytes().decode())

    def at(item: dict[str, Any], end: str = "") -> int:
        return int(source.line_starts[item[f"{end}line"] - 1] + item[f"{end}column"] - 1)

    return [
        (item["check"], item["severity"], at(item), at(item, "end_"), [at(other) for other in item["related"]])
        for item in run(str(path), "--format", "json").found
    ]


def shown(text: str, found: list[types.Diagnostic], encoding: str) -> list[tuple[Any, ...]]:
    """The same, of diagnostics."""
    names = {"Error": "error", "Warning": "warning", "Information": "info", "Hint": "error"}

    def at(position: types.Position) -> int:
        return offset(text, position, *PLACES[encoding])

    return [
        (
            one.code,
            names[one.severity.name] if one.severity else "",
            at(one.range.start),
            at(one.range.end),
            [at(other.location.range.start) for other in one.related_information or ()],
        )
        for one in found
    ]


def counting_in(*encodings: str) -> Any:
    """A client that counts columns in these, best first."""

    def mend(known: types.ClientCapabilities) -> None:
        known.general = known.general or types.GeneralClientCapabilities()
        known.general.position_encodings = [types.PositionEncodingKind(name) for name in encodings]

    return mend


@pytest.mark.parametrize("encoding", PLACES)
def test_findings_are_those_of_the_command(run: Run, tmp_path: Path, encoding: str) -> None:
    """The same checks, severities and places, counted in any of the units, whatever ends the lines."""

    async def work(editor: Editor) -> None:
        assert editor.encoding == encoding
        for name, ends in (("lf.txt", "\n"), ("crlf.txt", "\r\n"), ("cr.txt", "\r")):
            text = ODD.replace("\n", ends)
            (tmp_path / name).write_bytes(text.encode())
            found = await editor.shown(name, text)
            expected = told(run, tmp_path / name)
            assert {"halfwidth-punctuation", "vague-quantity", "sum-mismatch"} <= {each[0] for each in expected}
            assert shown(text, found, encoding) == expected, name
            assert any(each[4] for each in expected), "no finding with a related place"

    with_editor(tmp_path, work, mend=counting_in(encoding, "utf-16"))


def test_examples(run: Run, tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        for path in sorted(EXAMPLES.glob("*.txt")):
            (tmp_path / path.name).write_bytes(path.read_bytes())
            text = path.read_bytes().decode()
            assert shown(text, await editor.shown(path.name, text), "utf-16") == told(run, tmp_path / path.name), path

    with_editor(tmp_path, work)


def test_a_byte_order_mark_that_a_client_leaves_is_counted(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        without = await editor.shown("a.txt", "年度报告" + ODD)
        marked = await editor.shown("b.txt", "\ufeff年度报告" + ODD)
        first = {one.range.start.character for one in without if one.range.start.line == 0}
        assert {one.range.start.character for one in marked if one.range.start.line == 0} == {at + 1 for at in first}
        assert [one.range for one in without if one.range.start.line] == [
            one.range for one in marked if one.range.start.line
        ]

    with_editor(tmp_path, work)


def test_no_report_is_but_hinted_at(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        (found,) = await editor.shown("a.txt", "关于召开会议的通知\n请准时参加。\n")
        assert found.severity == types.DiagnosticSeverity.Hint
        assert await editor.shown("b.txt", " \n") == []

    with_editor(tmp_path, work)


def test_markdown_is_linted_and_pages_are_left_to_the_command(tmp_path: Path) -> None:
    markdown = "---\ntitle: 草稿\n---\n\n# " + ODD.replace("\n", "\n\n").replace("开展了一批", "开展了**一批**")
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in ODD.split("\n")) + "</body></html>"

    async def work(editor: Editor) -> None:
        found = await editor.shown("a.md", markdown)
        marked = {
            one.code: markdown[offset(markdown, one.range.start) : offset(markdown, one.range.end)] for one in found
        }
        assert (marked["vague-quantity"], marked["sum-mismatch"], marked["halfwidth-punctuation"]) == (
            "一批",
            "318件",
            ",",
        )
        (refused,) = await editor.shown("a.html", page)
        assert "请用 reportlint 命令检查它" in refused.message

    with_editor(tmp_path, work)


# Pull


def test_pulled_with_result_ids(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("a.txt", ODD)

        async def pull(previous: str | None = None) -> Any:
            params = types.DocumentDiagnosticParams(editor.named("a.txt"), previous_result_id=previous)
            return await editor.client.text_document_diagnostic_async(params)

        first = await pull()
        assert first.kind == "full" and len(first.items) > 3
        editor.change("a.txt", ODD + "\n")
        second = await pull(first.result_id)
        assert (second.kind, second.result_id) == ("unchanged", first.result_id)
        editor.change("a.txt", ODD.replace("一批", "二十次"))
        third = await pull(first.result_id)
        assert third.kind == "full" and len(third.items) == len(first.items) - 1
        assert editor.pushed_so_far == 0, "pushed to a client that pulls"

    with_editor(tmp_path, work, PULL)


def test_what_newer_text_supersedes_is_cancelled(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("a.txt", ODD)
        params = types.DocumentDiagnosticParams(editor.named("a.txt"))
        editor.change("a.txt", ODD + "\n")
        waiting = asyncio.ensure_future(editor.client.text_document_diagnostic_async(params))
        await asyncio.sleep(0.05)
        editor.change("a.txt", ODD + "\n\n")
        with pytest.raises(JsonRpcException) as stopped:
            await waiting
        assert stopped.value.code == -32802 and stopped.value.data == {"retriggerRequest": True}
        assert (await editor.client.text_document_diagnostic_async(params)).kind == "full"

    with_editor(tmp_path, work, PULL)


def test_only_the_last_of_many_changes_is_told(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.shown("a.txt", ODD)
        before = editor.pushed_so_far
        for number in range(20):
            editor.change("a.txt", ODD + "。" * number)
            await asyncio.sleep(0.01)
        await editor.pushed("a.txt")
        assert editor.pushed_so_far - before == 1

    with_editor(tmp_path, work)


def test_what_is_loaded_is_not_searched_for_garbage_amid_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Server, "encoding", "utf-16")
    server, draft = build(), opened("untitled:1", ODD, 1, None)
    before = gc.get_freeze_count()
    try:
        first = server.drafts._lint(draft, None)
        settled = gc.get_freeze_count()
        assert settled > before + 10_000
        server.drafts._lint(draft, first)
        assert gc.get_freeze_count() == settled
    finally:
        gc.unfreeze()


def test_a_closed_draft_is_forgotten(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.shown("a.txt", ODD)
        waiting = asyncio.ensure_future(editor.pushed("a.txt"))
        await asyncio.sleep(0)
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.named("a.txt")))
        assert await waiting == []
        with pytest.raises(JsonRpcException):
            await editor.client.text_document_hover_async(
                types.HoverParams(editor.named("a.txt"), types.Position(0, 0))
            )

    with_editor(tmp_path, work)


# Actions


def test_every_fix_and_all_of_a_check(run: Run, tmp_path: Path) -> None:
    """One fix mends one place; that of a check all its places; and all together what --fix writes."""
    path = tmp_path / "a.txt"
    path.write_text(ODD, encoding="utf-8", newline="")

    async def work(editor: Editor) -> None:
        found = await editor.shown("a.txt", ODD)
        first = next(one for one in found if one.code == "halfwidth-punctuation")
        offered = {action.title: action for action in await editor.actions("a.txt", first.range)}
        one, all_of_it = offered["改为“，”"], next(action for title, action in offered.items() if "改好全部" in title)
        uri = editor.uri("a.txt")
        assert one.is_preferred and [each.code for each in one.diagnostics or ()] == ["halfwidth-punctuation"]
        assert applied(ODD, one.edit, uri) == ODD.replace(",", "，", 1)
        assert applied(ODD, all_of_it.edit, uri) == ODD.replace(",", "，")
        (everything,) = await editor.actions("a.txt", WHOLE, [types.CodeActionKind.SourceFixAll])
        run("--fix", str(path))
        mended = path.read_bytes().decode()
        assert mended != ODD and applied(ODD, everything.edit, uri) == mended
        assert await editor.actions("a.txt", WHOLE, [types.CodeActionKind.Refactor]) == []

    with_editor(tmp_path, work)


def test_a_waiver_with_a_reason_to_write(run: Run, tmp_path: Path) -> None:
    """Into the settings as the editor has them; what it writes is taken by the command."""
    settings = "# 本市\r\nfail-on: warning  # 从严\r\n"
    (tmp_path / ".reportlint.yaml").write_text("fail-on: error\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(ODD, encoding="utf-8", newline="")

    async def work(editor: Editor) -> None:
        editor.open(".reportlint.yaml", settings)
        found = await editor.shown("a.txt", ODD)
        vague = next(one for one in found if one.code == "vague-quantity")
        (action,) = [one for one in await editor.actions("a.txt", vague.range) if "加入豁免" in one.title]
        assert action.command
        command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await editor.client.workspace_execute_command_async(command)
        after = applied(settings, editor.edits[0], editor.uri(".reportlint.yaml"))
        assert after.startswith(settings) and "reason: （请写明理由）\r\n" in after
        (place,) = editor.client.shown_documents
        assert place.selection
        assert after[offset(after, place.selection.start) : offset(after, place.selection.end)] == "（请写明理由）"
        (tmp_path / ".reportlint.yaml").write_text(after, encoding="utf-8", newline="")

    with_editor(tmp_path, work, PULL, mend=pushing)
    assert "vague-quantity" not in run(str(tmp_path / "a.txt"), "--format", "json").checks


def pushing(known: types.ClientCapabilities) -> None:
    """A client that can do all but pull, and counts in UTF-16."""
    counting_in("utf-16")(known)
    if known.text_document:
        known.text_document.diagnostic = None


def test_settings_are_made_where_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "草稿").mkdir()

    async def work(editor: Editor) -> None:
        found = await editor.shown("草稿/a.txt", ODD)
        vague = next(one for one in found if one.code == "vague-quantity")
        (action,) = [one for one in await editor.actions("草稿/a.txt", vague.range) if "加入豁免" in one.title]
        assert action.command
        command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await editor.client.workspace_execute_command_async(command)
        made, edit = editor.edits[0].document_changes or ()
        assert isinstance(made, types.CreateFile) and made.uri == editor.uri(".reportlint.yaml")
        assert isinstance(edit, types.TextDocumentEdit)
        assert "path: 草稿/a.txt" in applied("", editor.edits[0], made.uri)
        assert ["请写明理由" in told.message for told in editor.client.messages] == [True]

    with_editor(tmp_path, work)


# Reading


def test_hover(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.shown("a.txt", ODD)
        one = next(one for one in found if one.code == "missing-section")
        where = types.HoverParams(editor.named("a.txt"), one.range.start)
        hover = await editor.client.text_document_hover_async(where)
        assert hover and isinstance(hover.contents, types.MarkupContent)
        for words in (
            "部分没有单列",
            "**改法**",
            "**依据** 《法治政府建设与责任落实督察工作规定》",
            "会提出",
            "不会提出",
        ):
            assert words in hover.contents.value
        address = one.code_description.href if one.code_description else ""
        assert address.endswith("checks.md#missing-section") and address in hover.contents.value
        comma = next(one for one in found if one.code == "halfwidth-punctuation").range

        async def over(position: types.Position) -> list[str]:
            params = types.HoverParams(editor.named("a.txt"), position)
            shown = await editor.client.text_document_hover_async(params)
            assert shown and isinstance(shown.contents, types.MarkupContent)
            return re.findall(r"^\[([\w-]+)\]\(", shown.contents.value, re.M)

        assert await over(comma.start) == await over(comma.end) == ["halfwidth-punctuation"]
        nowhere = types.HoverParams(editor.named("a.txt"), types.Position(1, 0))
        assert await editor.client.text_document_hover_async(nowhere) is None

    with_editor(tmp_path, work)


def test_symbols_folding_and_lenses(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.shown("a.txt", ODD)
        named = editor.named("a.txt")
        symbols: Any = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(named))
        tree = [(one.name, one.detail, [child.name for child in one.children or ()]) for one in symbols]
        assert tree == [
            ("云川市2024年法治政府建设年度报告", None, []),
            ("一、主要举措和成效", "主要举措和成效", ["（一）健全制度", "（二）规范执法"]),
            ("二、存在的不足和原因", "存在的不足和原因", []),
        ]
        folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(named))
        assert [(fold.start_line, fold.end_line) for fold in folds or ()] == [(4, 6), (7, 8)]
        lenses = await editor.client.text_document_code_lens_async(types.CodeLensParams(named))
        titles = {lens.range.start.line: lens.command.title for lens in lenses or () if lens.command}
        assert titles.keys() == {4, 7}
        assert titles[7] == "39 字（31%），2 个数据"

    with_editor(tmp_path, work)


def test_a_part_that_is_a_table_reaches_over_it(tmp_path: Path) -> None:
    sample = import_module("reportlint.checks.government_information_disclosure._sample").WHOLE

    async def work(editor: Editor) -> None:
        await editor.shown("a.txt", sample)
        named = editor.named("a.txt")
        folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(named))
        lines = sample.splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith("三、收到和处理"))
        end = next(number for number, line in enumerate(lines) if line.startswith("四、结转"))
        assert (start, end) in [(fold.start_line, fold.end_line) for fold in folds or ()]
        lenses = await editor.client.text_document_code_lens_async(types.CodeLensParams(named))
        assert "表格 1 张" in [lens.command.title for lens in lenses or () if lens.command]

    with_editor(tmp_path, work)


# Settings


def test_settings_hold_and_are_watched(tmp_path: Path) -> None:
    settings = tmp_path / ".reportlint.yaml"

    async def work(editor: Editor) -> None:
        before = await editor.shown("a.txt", ODD)
        event = types.FileEvent(editor.uri(".reportlint.yaml"), types.FileChangeType.Changed)

        async def after(text: str) -> list[types.Diagnostic]:
            settings.write_text(text, encoding="utf-8")
            waiting = asyncio.ensure_future(editor.pushed("a.txt"))
            await asyncio.sleep(0)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            return await waiting

        without = await after("checks: {vague-quantity: off}\n")
        assert {one.code for one in before} - {one.code for one in without} == {"vague-quantity"}
        assert await after("exclude: ['*.txt']\n") == []
        (wrong,) = await after("exlude: []\n")
        assert "没有名为 exlude 的设置。是不是想写 exclude？" in wrong.message and wrong.range.end.line == 0
        (said,) = await editor.shown(".reportlint.yaml", "exlude: []\n")
        assert "exlude" in said.message

    with_editor(tmp_path, work)


def test_waivers_that_do_nothing_are_told_in_the_settings(run: Run, tmp_path: Path) -> None:
    """As the command tells it at the end of a run."""
    settings = """\
# 𠮷里
waivers:
  - {check: vague-quantity, path: a.txt, reason: 已公开, until: 2020-12-31}  # 过期
  - {check: long-sentence, path: b.txt, reason: 已公开}
  - {check: sum-mismatch, path: a.txt, reason: 已公开}
"""
    (tmp_path / ".reportlint.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ODD, encoding="utf-8", newline="")
    found = run(str(tmp_path / "a.txt"), "--format", "json").found
    expected = [
        (item["check"], item["line"] - 1, item["column"] - 1, item["end_column"] - 1)
        for item in found
        if item["path"].endswith(".reportlint.yaml")
    ]

    async def work(editor: Editor) -> None:
        shown = await editor.shown(".reportlint.yaml", settings)
        told = [(one.code, one.range.start.line, one.range.start.character, one.range.end.character) for one in shown]
        assert told == expected and [code for code, *_ in told] == ["expired-waiver", "stale-waiver"]
        assert await editor.actions(".reportlint.yaml", WHOLE) == []

    with_editor(tmp_path, work)


def test_saving_lints_by_the_settings_there_are_now(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        before = await editor.shown("a.txt", ODD)
        (tmp_path / ".reportlint.yaml").write_text("checks: {vague-quantity: off}\n", encoding="utf-8")
        waiting = asyncio.ensure_future(editor.pushed("a.txt"))
        await asyncio.sleep(0)
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(editor.named("a.txt")))
        assert {one.code for one in before} - {one.code for one in await waiting} == {"vague-quantity"}

    with_editor(tmp_path, work)


def test_a_client_that_pulls_is_told_to_ask_again(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("a.txt", ODD)
        params = types.DocumentDiagnosticParams(editor.named("a.txt"))
        before: Any = await editor.client.text_document_diagnostic_async(params)
        (tmp_path / ".reportlint.yaml").write_text("checks: {vague-quantity: off}\n", encoding="utf-8")
        event = types.FileEvent(editor.uri(".reportlint.yaml"), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        after: Any = await editor.client.text_document_diagnostic_async(params)
        assert {one.code for one in before.items} - {one.code for one in after.items} == {"vague-quantity"}
        assert editor.client.diagnostic_refresh_count == 1

    def refreshing(known: types.ClientCapabilities) -> None:
        assert known.workspace
        known.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)

    with_editor(tmp_path, work, PULL, mend=refreshing)


def test_watching_is_asked_for(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.shown("a.txt", ODD)
        ((registration,),) = [params.registrations for params in editor.registrations]
        assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        assert "**/.reportlint.yaml" in str(registration.register_options)

    def watching(known: types.ClientCapabilities) -> None:
        assert known.workspace
        known.workspace.did_change_watched_files = types.DidChangeWatchedFilesClientCapabilities(True)

    with_editor(tmp_path, work, mend=watching)


# Without the extra


def test_without_the_extra_a_sentence_says_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None; "
        "from reportlint.command.main import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program, "server"], cwd=tmp_path, capture_output=True, timeout=60)
    assert done.returncode == 2 and done.stdout == b""
    assert 'pip install "reportlint[editor]"' in done.stderr.decode() and "Traceback" not in done.stderr.decode()
