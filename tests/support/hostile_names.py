"""Names of notes that formats stumble over, and a note with findings of every sort."""

from __future__ import annotations

import os
import sys

import pytest
from support.on_disk import VaultOnDisk

SAYABLE = (
    "a, b: 100%25.md",
    "[x] (1).md",
    "line\nfeed.md",
    "carriage\rreturn.md",
    "tab\t.md",
    "🧱 wall.md",
    "עברית.md",
    "a;b].md",
    '"q" <&>.md',
    "e\u0301.md",
    "::error file=x::.md",
    "a\\xffb.md",
)
UNSAYABLE = "a\udcffb.md"  # the byte FF, which no UTF-8 has

# CRLF, a BOM, letters beyond the first plane, a lone CR; fixes of one edit, places that belong to
# a finding, one line twice.
NOTE = (
    "\ufeff𝒳🧱 ﬁ [[gone]] é ﬁlm\r\n"
    "\r\n[[gone]]\r[[gone]]\r\n"
    "## Synthesis\r\n- x\r\n## Source [^1]\r\n- y\r\n## References\r\n\r\n"
    "[^1]: a book\r\n[^1]: another\r\n"
)


def put_hostile_notes(vault: VaultOnDisk) -> list[str]:
    """Put the note under every name that the disk takes, in a folder of a repository."""
    names = list(SAYABLE)
    if sys.platform == "linux":  # others take no name that is not UTF-8
        names.append(UNSAYABLE)
    elif os.name == "nt":
        pytest.skip("most of these names are none on Windows")
    vault.put(".git/HEAD", "")
    vault.put("notes/.obsidian/app.json", "{}")
    for name in names:
        vault.put(f"notes/{name}", NOTE)
    vault.monkeypatch.chdir(vault.root / "notes")
    return names
