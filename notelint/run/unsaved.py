"""A text that is not on disk, as in an editor or from standard input, treated as a note."""

from __future__ import annotations

from notelint.disk import NoteFile
from notelint.lint import Result
from notelint.notes import summarize
from notelint.run.opening import OpenVault
from notelint.run.treatment import Treatment
from notelint.values import Applicability
from notelint.vault import is_note


def check_text(vault: OpenVault, path: str, text: str) -> Result:
    """What is found in ``text`` as the note at ``path``, which need not exist; nothing is written.

    ``path`` is relative to the vault's root, with ``/``.
    """
    return treat(vault, path, NoteFile(text.encode("utf-8", "surrogatepass")), None)


def fix_text(
    vault: OpenVault, path: str, text: str, *, applicability: Applicability = Applicability.SAFE
) -> Result:
    """The same, with all fixes applied that are at least as safe as ``applicability``; the text
    that comes of it is the result's ``after``."""
    return treat(vault, path, NoteFile(text.encode("utf-8", "surrogatepass")), applicability)


def treat(
    vault: OpenVault, path: str, file: NoteFile, applicability: Applicability | None
) -> Result:
    """What becomes of bytes as the note at ``path``. The vault sees them in place of the disk's,
    where that is a note by its name."""
    treatment = Treatment(vault.settings, applicability)
    note = treatment.read_file(path, file)
    if isinstance(note, str):
        return Result.unread(path, note)
    if note.is_parsed and is_note(path):
        vault = vault.with_note(path, summarize(note.text, note.facts))
    return treatment.of(note, vault)
