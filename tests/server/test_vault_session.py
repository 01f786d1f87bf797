"""One vault while notes are open: findings are those of a check from standard input, always."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support.desks import document, session_at
from support.on_disk import VaultOnDisk
from support.typing_notes import Typist, write_vault

from notelint.disk import Cache, discover
from notelint.lint import Result
from notelint.run import check, open_vault, opened, reopened
from notelint.server.client import Client
from notelint.server.vault_session import VaultSession
from notelint.vault import Asked

LINKING = {"a.md": "[[b#Walls]]\n", "b.md": "# Walls\n", "c.md": "No links.\n"}


def names(result: Result) -> list[str]:
    return [finding.name for finding in result.findings]


def everything(session: VaultSession) -> dict[str, list[str]]:
    return {path: names(result) for path, result, _ in session.everything() if result.findings}


@pytest.mark.parametrize("seed", range(24))
def test_after_every_edit_the_findings_are_those_of_a_check(seed: int, tmp_path: Path) -> None:
    write_vault(tmp_path / "vault")
    typist = Typist(tmp_path / "vault", seed)
    for _ in range(15):
        typist.step()
        assert typist.wrong() == []


@pytest.mark.parametrize("seed", range(6))
def test_after_edits_and_a_look_at_the_disk_all_notes_are_as_a_run_finds_them(
    seed: int, tmp_path: Path
) -> None:
    root = tmp_path / "vault"
    write_vault(root)
    typist = Typist(root, seed)
    for _ in range(6):
        typist.step()
        told = {path: result.findings for path, result, _ in typist.session.everything()}
        opened_texts = {path: item.text for path, item in typist.texts.items()}
        for path, text in opened_texts.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(text.encode())
        disk = open_vault(root)
        assert told == {result.path: result.findings for result in check(disk)}
        typist.disk = disk
        typist.session.adopt(
            reopened(typist.session.disk.snapshot, discover(root, [root], True), disk.settings)
        )
        told = {path: result.findings for path, result, _ in typist.session.everything()}
        assert told == {result.path: result.findings for result in check(disk)}
        assert typist.wrong() == []


def test_a_finding_is_that_of_the_command_line_to_the_letter(vault: VaultOnDisk) -> None:
    vault.put("b.md", "# Walls\n")
    text = "🙂 [[b#Doors]] ﬁbre\r\n"
    session = session_at(vault.root, {}, {"a.md": text})
    told = vault.json("--stdin-filename", "a.md", "-", stdin=text.encode()).report["diagnostics"]
    assert [
        (item.code, item.name, str(item.severity), item.message, *item.span)
        for item in session.result("a.md").findings
    ] == [
        (
            *(item["code"], item["name"], item["severity"], item["message"]),
            *(item["start"]["offset"], item["end"]["offset"]),
        )
        for item in told
    ]
    assert [item["name"] for item in told] == ["unresolved-heading", "ligature"]


def test_only_what_a_change_can_alter_is_checked_again(tmp_path: Path) -> None:
    session = session_at(tmp_path, LINKING, LINKING)
    assert [names(session.result(path)) for path in LINKING] == [[], [], []]
    assert session.unchecked() == []
    session.change({"b.md": document(tmp_path, "b.md", "# Doors\n")})
    assert session.unchecked() == ["a.md", "b.md"]
    assert names(session.result("a.md")) == ["unresolved-heading"]


def test_a_note_that_comes_and_goes_is_seen_by_others(tmp_path: Path) -> None:
    session = session_at(tmp_path, {"a.md": "[[new]]\n"}, {"a.md": "[[new]]\n"})
    assert names(session.result("a.md")) == ["unresolved-link"]
    session.change({"new.md": document(tmp_path, "new.md", "x\n")})
    assert names(session.result("a.md")) == []
    session.change({"new.md": None})
    assert names(session.result("a.md")) == ["unresolved-link"]


def test_a_note_that_is_closed_says_again_what_is_on_disk(tmp_path: Path) -> None:
    session = session_at(tmp_path, LINKING, LINKING | {"b.md": "# Doors\n"})
    assert names(session.result("a.md")) == ["unresolved-heading"]
    session.change({"b.md": None})
    assert names(session.result("a.md")) == []


def test_a_note_that_changes_on_disk_is_read_again_unless_it_is_open(tmp_path: Path) -> None:
    session = session_at(tmp_path, LINKING, {"a.md": LINKING["a.md"]})
    (tmp_path / "b.md").write_text("# Doors\n")
    session.touch("b.md")
    assert names(session.result("a.md")) == ["unresolved-heading"]
    (tmp_path / "a.md").write_text("[[nowhere]]")
    session.touch("a.md")
    assert names(session.result("a.md")) == ["unresolved-heading"]


def test_a_note_that_is_gone_from_disk_is_gone(tmp_path: Path) -> None:
    session = session_at(tmp_path, LINKING, {"a.md": LINKING["a.md"]})
    (tmp_path / "b.md").unlink()
    session.touch("b.md")
    assert names(session.result("a.md")) == ["unresolved-link"]


def test_other_settings_count_at_once(tmp_path: Path) -> None:
    session = session_at(tmp_path, {"a.md": "ﬁbre $\\textemdash$\n"}, {"a.md": "ﬁbre\n"})
    assert names(session.result("a.md")) == ["ligature"]
    (tmp_path / "notelint.yaml").write_text("ignore: [ligature]\n")
    session.adopt(open_vault(tmp_path))
    assert names(session.result("a.md")) == []
    session.change({"a.md": None})
    assert everything(session) == {"a.md": ["math-dash"]}


def test_a_vault_that_is_gone_leaves_what_is_open(tmp_path: Path) -> None:
    session = session_at(tmp_path, LINKING, {"a.md": "[[b]] ﬁ\n"})
    assert names(session.result("a.md")) == ["ligature"]
    for path in LINKING:
        (tmp_path / path).unlink()
    (tmp_path / ".obsidian").rmdir()
    tmp_path.rmdir()
    discovery = discover(tmp_path, [tmp_path], True)
    session.adopt(reopened(session.disk.snapshot, discovery, session.disk.settings))
    assert names(session.result("a.md")) == ["unresolved-link", "ligature"]
    tmp_path.mkdir()


@pytest.mark.parametrize(
    ("path", "is_out"),
    [
        ("a.md", False),
        ("Templates/a.md", True),
        ("Templates/new.md", True),
        ("new.md", False),
        (".trash/a.md", True),
    ],
)
def test_what_is_excluded_is_left_out_whether_it_is_on_disk_or_not(
    path: str, is_out: bool, tmp_path: Path
) -> None:
    notes = {"a.md": "ﬁ", "Templates/a.md": "ﬁ", "notelint.yaml": "exclude: [Templates/]\n"}
    assert session_at(tmp_path, notes).is_left_out(path) is is_out


def test_all_notes_are_checked_once_and_then_only_where_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = LINKING | {"d.md": "[[a]] ﬁ\n"}
    session = session_at(tmp_path, notes, {"b.md": LINKING["b.md"]})
    assert everything(session) == {"d.md": ["ligature"]}
    checked: list[str] = []
    real = VaultSession._check

    def counting(self: VaultSession, path: str) -> tuple[Result, bytes, str]:
        checked.append(path)
        return real(self, path)

    monkeypatch.setattr(VaultSession, "_check", counting)
    everything(session)
    assert checked == []
    session.change({"b.md": document(tmp_path, "b.md", "# Doors\n")})
    assert everything(session) == {"a.md": ["unresolved-heading"], "d.md": ["ligature"]}
    assert checked == ["a.md", "b.md"]


def test_what_changes_while_nobody_asks_is_not_kept_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VaultSession.everything.__globals__, "_MOST_STALE", 50)
    session = session_at(tmp_path, LINKING)
    everything(session)
    for number in range(60):
        text = f"# Doors\n\nword{number}\n"
        session.change({"b.md": document(tmp_path, "b.md", text, number)})
        assert len(session._stale) <= 50
    assert everything(session) == {"a.md": ["unresolved-heading"]}


def test_what_an_earlier_run_found_is_taken_from_its_cache(
    vault: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, text in (LINKING | {"d.md": "[[a]] ﬁ\n"}).items():
        os.utime(vault.put(path, text), (0, 0))
    vault.run("--cache-dir", str(tmp_path / "cache"))
    [file] = (tmp_path / "cache").glob("*.cache")
    settings = open_vault(vault.root).settings
    discovery = discover(vault.root, [vault.root], True)
    disk = opened(discovery, settings, Cache(lambda: file))
    session = VaultSession(disk, Client(pulls=True))
    monkeypatch.setattr(Asked, "take", lambda self: pytest.fail("a note was checked"))
    assert everything(session) == {"d.md": ["ligature"]}


def test_the_rest_of_a_look_at_all_notes_sees_what_was_typed_meanwhile(tmp_path: Path) -> None:
    session = session_at(tmp_path, {f"{name}.md": "[[z]]\n" for name in "abc"} | {"z.md": ""})
    found = session.everything()
    assert names(next(found).result) == []
    session.change({"c.md": document(tmp_path, "c.md", "ﬁ\n")})
    assert [(path, names(result)) for path, result, _ in found] == [
        ("b.md", []),
        ("c.md", ["ligature"]),
        ("z.md", []),
    ]
    assert json.dumps(everything(session)) == '{"c.md": ["ligature"]}'


@pytest.mark.parametrize("most", [0, 1000])
def test_what_changes_behind_such_a_look_is_looked_at_again(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VaultSession.everything.__globals__, "_MOST_STALE", most)
    session = session_at(tmp_path, LINKING)
    found = session.everything()
    assert next(found).path == "a.md"
    session.change({"b.md": document(tmp_path, "b.md", "# Doors\n")})
    assert [path for path, _, _ in found] == ["b.md", "c.md"]
    assert everything(session) == {"a.md": ["unresolved-heading"]}
