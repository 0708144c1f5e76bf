"""The settings that editors/README.md gives are well-formed, and name what there is."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from reportlint.command.options import VERBS
from reportlint.server.actions import FIX_ALL

EDITORS = Path(__file__).parents[2] / "editors"
README = (EDITORS / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_json() -> None:
    read = [json.loads(block if block.startswith("{") else f"{{{block}}}") for block in blocks("json")]
    assert len(read) == 3
    assert [*read[0]["editor.codeActionsOnSave"]] == [FIX_ALL]
    assert read[1]["lsp"]["reportlint"]["binary"]["arguments"] == ["server"]
    assert read[2]["fileMatch"] == [".reportlint.yaml"]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python reads TOML from 3.11 on")
def test_toml() -> None:
    import tomllib

    (helix,) = (tomllib.loads(block) for block in blocks("toml"))
    assert helix["language-server"]["reportlint"]["args"] == ["server"]
    assert all(language["language-servers"] == ["reportlint"] for language in helix["language"])
    zed = tomllib.loads((EDITORS / "zed" / "extension.toml").read_text(encoding="utf-8"))
    assert zed["language_servers"]["reportlint"]["languages"] == ["Markdown", "Plain Text"]


def test_every_editor_starts_the_same_server() -> None:
    assert "server" in VERBS and VERBS["server"].options == ()
    for language in ("lua", "toml", "elisp"):
        assert all("reportlint" in block and "server" in block for block in blocks(language)), language


def test_what_it_points_to_is_there() -> None:
    pointed = re.findall(r"\]\(([^)#:]+)\)", README)
    assert pointed and [place for place in pointed if not (EDITORS / place).exists()] == []
