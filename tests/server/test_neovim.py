"""Neovim, with the settings that editors/README.md gives: it opens a draft, shows what is found, and applies a fix."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_server import ODD

README = (Path(__file__).parents[2] / "editors" / "README.md").read_text(encoding="utf-8")
DRIVE = """
local function noted(name, value)
  local file = assert(io.open(name, "w"))
  file:write(vim.fn.json_encode(value))
  file:close()
end
local function shown()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { code = one.code, line = one.lnum, column = one.col, message = one.message })
  end
  return found
end
local function waited(until_true)
  if not vim.wait(30000, until_true, 50) then
    noted("late.json", { shown = shown(), messages = vim.fn.execute("messages") })
    vim.cmd("cquit")
  end
end

vim.cmd("edit draft.txt")
waited(function() return #shown() > 0 end)
noted("before.json", shown())

local first
for _, one in ipairs(vim.diagnostic.get(0)) do
  if one.code == "halfwidth-punctuation" then first = first or one end
end
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
vim.ui.select = function(items, options, chosen)
  local titles = {}
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(titles, title)
    if title:find("改好全部“半角标点”", 1, true) then choice = item end
  end
  noted("titles.json", titles)
  chosen(choice)
end
local before = #shown()
vim.lsp.buf.code_action()
waited(function() return vim.bo.modified end)
waited(function() return #shown() < before end)
noted("after.json", shown())
vim.cmd("write")
vim.cmd("qall")
"""


def settings(version: str) -> str:
    """The settings for that version of Neovim."""
    blocks = re.findall(r"```lua\n(.*?)```", README, re.S)
    assert len(blocks) == 2
    number = tuple(map(int, re.findall(r"\d+", version.partition("v")[2])[:2]))
    return str(blocks[0] if number >= (0, 11) else blocks[1])


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("nvim"), reason="there is no nvim")
def test_a_draft_in_neovim(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "reportlint"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom reportlint.command.main import main\nmain()\n")
    program.chmod(0o755)
    (tmp_path / "draft.txt").write_text(ODD, encoding="utf-8", newline="")
    said = subprocess.run(["nvim", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    (tmp_path / "init.lua").write_text(settings(said), encoding="utf-8")
    (tmp_path / "drive.lua").write_text(DRIVE, encoding="utf-8")
    command = ["nvim", "--headless", "-n", "-i", "NONE", "-u", "init.lua", "-c", "luafile drive.lua"]
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {"PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=tmp_path, env=environment | homes, capture_output=True, timeout=120)
    late = tmp_path / "late.json"
    assert done.returncode == 0, late.read_text() if late.exists() else done.stderr.decode()

    before, after, titles = (
        json.loads((tmp_path / f"{name}.json").read_text()) for name in ("before", "after", "titles")
    )
    halfwidth = [one for one in before if one["code"] == "halfwidth-punctuation"]
    lines = ODD.split("\n")
    assert halfwidth and all(lines[one["line"]].encode()[one["column"] :].startswith(b",") for one in halfwidth)
    assert "改为“，”" in titles and any(title.startswith("加入豁免") for title in titles)
    assert len(after) == len(before) - len(halfwidth)
    assert (tmp_path / "draft.txt").read_bytes().decode() == ODD.replace(",", "，")
