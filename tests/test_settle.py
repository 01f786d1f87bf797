"""Mending settles over the whole vault: what one note became may be evidence for another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import VaultOnDisk

from notelint.disk.source import Source, read
from notelint.run.convergence import MAX_PASSES, Treat, settle
from notelint.run.result import Outcome
from notelint.values.diagnostic import Diagnostic, Finding, Severity
from notelint.values.error import NotelintError
from notelint.values.text import Span, Text

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
    ran = evidence.json("--unsafe-fixes")
    assert (ran.names, ran.report["summary"]["fixed"]) == ([], 2)
    assert evidence.text("a.md") == "interleukin-1 is one.\n"
    assert evidence.json("--unsafe-fixes").report["summary"]["fixed"] == 0


def test_a_diff_settles_too_and_writes_nothing(evidence: VaultOnDisk) -> None:
    assert evidence.run("--unsafe-fixes", "--diff").out.count("\n+") == 4
    assert evidence.text("a.md") == JOINED


def test_notes_that_cannot_be_read_or_decoded_stay(evidence: VaultOnDisk) -> None:
    evidence.put("d.md", b"\xe9 interleukin1\n")
    ran = evidence.json("--unsafe-fixes")
    assert ran.names == ["invalid-encoding"]
    assert (evidence.root / "d.md").read_bytes() == b"\xe9 interleukin1\n"


def test_a_note_that_cannot_be_read_is_named_and_the_others_are_mended(
    evidence: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> Source:
        if path.name == "b.md":
            raise NotelintError(f"cannot read {path.name}: gone")
        return read(path)

    monkeypatch.setattr("notelint.run.runner.read", gone)
    ran = evidence.run("--unsafe-fixes")
    assert ran.code == 2
    assert ran.err == "notelint: cannot read b.md: gone\n"
    assert evidence.text("c.md") == "interleukin-1, interleukin-1\n"


FOUND = Diagnostic("NL999", "x", Severity.INFO, "a.md", Finding(Span(0, 0), "x"))


def left(path: str, error: str) -> Outcome:
    return Outcome(path, Text("0"), Text("0"), error=error)


def counting(most: int) -> Treat:
    """A treatment that counts up to ``most``."""

    def treat(path: str, text: Text) -> Outcome:
        number = int(text.content)
        if path != "a.md" or number >= most:
            return Outcome(path, text, text)
        return Outcome(path, text, Text(str(number + 1)), fixed=(FOUND,))

    return treat


def among(treat: Treat, seen: list[dict[str, str]]) -> Mapping[str, Outcome]:
    first = {"a.md": treat("a.md", Text("0")), "b.md": Outcome("b.md", Text("9"), Text("9"))}

    def other(mended: Mapping[str, Text]) -> Treat:
        seen.append({path: text.content for path, text in mended.items()})
        return treat

    return settle(first, other, left)


def test_each_pass_sees_what_the_one_before_left() -> None:
    seen: list[dict[str, str]] = []
    outcomes = among(counting(3), seen)
    assert seen == [{"a.md": "1"}, {"a.md": "2"}, {"a.md": "3"}]
    assert (outcomes["a.md"].before, outcomes["a.md"].after) == (Text("0"), Text("3"))
    assert len(outcomes["a.md"].fixed) == 3


def test_what_never_settles_stays_as_it_was_and_is_named() -> None:
    outcomes = among(counting(9999), [])
    assert (outcomes["a.md"].path, outcomes["a.md"].after) == ("a.md", Text("0"))
    assert outcomes["a.md"].error == (
        f"a.md: left as it was: still not settled after {MAX_PASSES} passes over the vault"
    )
    assert outcomes["b.md"].error is None


def test_a_refusal_in_a_later_pass_leaves_the_note_as_it_was() -> None:
    def treat(path: str, text: Text) -> Outcome:
        if text.content == "1":
            return Outcome(path, text, text, error="refused")
        return counting(1)(path, text)

    outcome = among(treat, [])["a.md"]
    assert (outcome.path, outcome.after, outcome.error) == ("a.md", Text("0"), "refused")
