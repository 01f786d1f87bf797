"""Mending settles over the whole vault: what one note became may be evidence for another."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from support.on_disk import VaultOnDisk
from support.vaults import vault_of

from notelint.config import Settings, default_settings
from notelint.disk import NoteFile, read
from notelint.lint import Result
from notelint.notes import Note
from notelint.run import Treatment
from notelint.run.convergence import MAX_PASSES, settled
from notelint.values import Diagnostic, Finding, ReadError, Severity, Span, Text
from notelint.vault import Vault

JOINED = "interleukin1 is one.\n"


@pytest.fixture
def evidence(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault whose first note is judged only once its last one is mended."""
    vault.put("a.md", JOINED)
    vault.put("b.md", "interleukin-1\n")
    vault.put("c.md", "interleukin-1, interleukin1\n")
    return vault


def test_one_run_mends_what_the_next_one_would(evidence: VaultOnDisk) -> None:
    assert evidence.json("a.md", "b.md").names == []
    ran = evidence.json("--fix", "--unsafe-fixes")
    assert (ran.names, ran.report["summary"]["fixed"]) == ([], 2)
    assert evidence.text("a.md") == "interleukin-1 is one.\n"
    assert evidence.json("--fix", "--unsafe-fixes").report["summary"]["fixed"] == 0


def test_a_diff_settles_too_and_writes_nothing(evidence: VaultOnDisk) -> None:
    assert evidence.run("--fix", "--unsafe-fixes", "--diff").out.count("\n+") == 4
    assert evidence.text("a.md") == JOINED


def test_notes_that_cannot_be_read_or_decoded_stay(evidence: VaultOnDisk) -> None:
    evidence.put("d.md", b"\xe9 interleukin1\n")
    ran = evidence.json("--fix", "--unsafe-fixes")
    assert ran.names == ["invalid-encoding"]
    assert (evidence.root / "d.md").read_bytes() == b"\xe9 interleukin1\n"


def test_a_note_that_cannot_be_read_is_named_and_the_others_are_mended(
    evidence: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: str, most: int) -> NoteFile:
        if path.endswith("/b.md"):
            raise ReadError("cannot read b.md: gone")
        return read(path, most)

    monkeypatch.setattr("notelint.run.reading.read", gone)
    ran = evidence.run("--fix", "--unsafe-fixes")
    assert ran.code == 2
    assert ran.err == "notelint: cannot read b.md: gone\n"
    assert evidence.text("c.md") == "interleukin-1, interleukin-1\n"


FOUND = Diagnostic("NL999", "x", Severity.INFO, "a.md", Finding(Span(0, 0), "x"))


def numbered(number: int) -> Text:
    """A note that the vault knows by its heading, which is a number."""
    return Text(f"# {number}\n")


TEXTS = {"a.md": numbered(0), "b.md": numbered(9)}


@dataclass(frozen=True)
class Counting(Treatment):
    """Counts ``a.md`` up to ``most``, or as far as it is not ``refused``. ``seen`` are the headings
    of all notes in the vault, each time that ``a.md`` is treated."""

    settings: Settings = field(default_factory=default_settings)
    most: int = 9999
    refused: int | None = None
    seen: list[dict[str, str]] = field(default_factory=list)

    def of(self, note: Note, vault: Vault) -> Result:
        if note.path != "a.md":
            return Result(note.path, note.text, note.text)
        self.seen.append({path: heading_in(vault, path) for path in vault.files})
        number = int(note.facts.headings[0].plain)
        if number == self.refused:
            return Result(note.path, note.text, note.text, error="refused")
        if number >= self.most:
            return Result(note.path, note.text, note.text)
        return Result(note.path, note.text, numbered(number + 1), fixed=(FOUND,))


def heading_in(vault: Vault, path: str) -> str:
    anchors = vault.index.anchors(path)
    assert anchors is not None
    return anchors.headings[0].text


def left(path: str, error: str) -> Result:
    return Result(path, TEXTS[path], TEXTS[path], error=error)


def settled_by(treatment: Counting) -> dict[str, Result]:
    vault = vault_of({path: text.content for path, text in TEXTS.items()})
    first = {path: treatment.of(treatment.read(path, text), vault) for path, text in TEXTS.items()}
    return settled(first, treatment, vault, left, map)


def test_each_pass_sees_what_the_one_before_left() -> None:
    treatment = Counting(most=3)
    result = settled_by(treatment)["a.md"]
    assert treatment.seen == [{"a.md": str(number), "b.md": "9"} for number in range(4)]
    assert (result.before, result.after) == (numbered(0), numbered(3))
    assert len(result.fixed) == 3


def test_what_never_settles_stays_as_it_was_and_is_named() -> None:
    results = settled_by(Counting())
    assert (results["a.md"].path, results["a.md"].after) == ("a.md", numbered(0))
    assert results["a.md"].error == (
        f"a.md: left as it was: still not settled after {MAX_PASSES} passes over the vault"
    )
    assert results["b.md"].error is None


def test_a_refusal_in_a_later_pass_leaves_the_note_as_it_was() -> None:
    result = settled_by(Counting(refused=1))["a.md"]
    assert (result.path, result.after, result.error) == ("a.md", numbered(0), "refused")
