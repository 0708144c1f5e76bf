#!/usr/bin/env bash
# lsprotocol 2025.0.0: an answer of code actions loses each action that runs a command; it comes back as a bare Command.
#
# textDocument/codeAction answers with a list of Command or CodeAction, which the protocol tells apart by the type of `command`: a
# string in the one, a mapping in the other. The converter asks only whether the key is there. The mapping becomes the text of the
# command's name, kind and diagnostics are gone, and nothing is raised, so a test of a server sees an action it never sent.
# Seen: Command, whose command is {'title': '记下', 'command': 'note', 'arguments': [1]}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lsprotocol==2025.0.0
"$folder/venv/bin/python" - <<'PYTHON'
from lsprotocol.converters import get_converter
from lsprotocol.types import CodeActionResponse

action = {"title": "记下", "kind": "quickfix", "command": {"title": "记下", "command": "note", "arguments": [1]}}
answer = {"jsonrpc": "2.0", "id": 1, "result": [action]}
(came,) = get_converter().structure(answer, CodeActionResponse).result
print(f"{type(came).__name__}, whose command is {came.command}")
assert type(came).__name__ == "Command" and came.command.startswith("{'title'")
PYTHON
