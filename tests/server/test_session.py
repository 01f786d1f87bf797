"""All that is open: which vault each text is in, and what changes on disk meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import FileChangeType
from support.desks import write_notes
from support.folding import fold_names

from notelint.server.client import Client
from notelint.server.documents import Document
from notelint.server.session import Session
from notelint.server.uris import uri_of

CHANGED, NEW, GONE = FileChangeType.Changed, FileChangeType.Created, FileChangeType.Deleted


class Told(list[str]):
    """What a session has complained of."""


def session_of(*folders: Path, client: Client | None = None) -> tuple[Session, Told]:
    told = Told()
    return Session(client or Client(watches=True), folders, lambda text, _: told.append(text)), told


def opened(session: Session, path: Path, text: str | None = None) -> str:
    uri = uri_of(path)
    session.change({uri: Document(uri, 1, path.read_text() if text is None else text)})
    return uri


def names(session: Session, uri: str) -> list[str]:
    place = session.place(uri)
    assert place is not None
    return [finding.name for finding in place.session.result(place.path).findings]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write_notes(tmp_path / "one", {"a.md": "[[b]]\n", "b.md": "# B\n", "x/c.md": "ﬁ\n"})
    return tmp_path / "one"


def test_a_text_is_in_the_vault_around_it(vault: Path) -> None:
    session, _ = session_of()
    place = session.place(opened(session, vault / "x/c.md"))
    assert place is not None
    assert (place.session.disk.root, place.path) == (vault, "x/c.md")


def test_a_text_is_the_note_that_the_disk_takes_it_for(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where an editor has names in NFC, and the disk another form or case of it."""
    fold_names(vault, monkeypatch)
    session, _ = session_of()
    place = session.place(opened(session, vault / "X/C.md", "x\n"))
    assert place is not None
    assert place.path == "x/c.md"
    assert place.session.vault.files == ("a.md", "b.md", "x/c.md")


def test_two_folders_are_two_vaults(vault: Path, tmp_path: Path) -> None:
    write_notes(tmp_path / "two", {"a.md": "[[b]]\n"})
    session, _ = session_of(vault, tmp_path / "two")
    uris = [opened(session, tmp_path / name / "a.md") for name in ("one", "two")]
    assert [names(session, uri) for uri in uris] == [[], ["unresolved-link"]]
    assert [found.disk.root.name for found in session.of_folders()] == ["one", "two"]


def test_a_note_outside_of_all_is_checked_by_itself_and_its_links_are_left_alone(
    tmp_path: Path,
) -> None:
    session, _ = session_of()
    (tmp_path / "lone.md").write_text("[[nowhere]] ﬁ [^1]\n")
    assert names(session, opened(session, tmp_path / "lone.md")) == [
        "ligature",
        "undefined-footnote",
    ]
    assert session.of_folders() == []


def test_a_text_without_a_name_is_checked_too() -> None:
    session, _ = session_of()
    session.change({"untitled:1": Document("untitled:1", 1, "ﬁ [[nowhere]]\n")})
    assert names(session, "untitled:1") == ["ligature"]
    session.change({"untitled:1": None})
    assert session.place("untitled:1") is None
    assert session.sessions == ()


def test_what_is_no_note_is_nothing_to_the_server(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = uri_of(vault / "notelint.yaml")
    session.change({uri: Document(uri, 1, "ﬁ", "yaml")})
    assert session.place(uri) is None
    session.change({uri: None})
    uri = uri_of(vault / "draft.txt")
    session.change({uri: Document(uri, 1, "ﬁ", "markdown")})
    assert names(session, uri) == ["ligature"]


def test_a_text_that_changes_on_disk_counts_for_others(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = opened(session, vault / "a.md", "[[b#B]]\n")
    assert names(session, uri) == []
    (vault / "b.md").write_text("# C\n")
    session.told([(vault / "b.md", CHANGED)])
    assert names(session, uri) == ["unresolved-heading"]
    assert (session.look(), session.look()) == (True, False)
    session.told([(vault / "a.md", CHANGED)])
    assert session.look() is False


def test_many_texts_that_change_at_once_are_one_look_at_the_vault(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = opened(session, vault / "a.md", "[[b#B]]\n")
    assert names(session, uri) == []
    (vault / "b.md").write_text("# C\n")
    session.told([(vault / "b.md", CHANGED)] * 60)
    assert names(session, uri) == []
    assert session.look() is True
    assert names(session, uri) == ["unresolved-heading"]


def test_files_that_come_and_go_are_seen_at_the_next_look(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = opened(session, vault / "a.md", "[[d]] ![[p.png]]\n")
    assert names(session, uri) == ["unresolved-link", "missing-embed"]
    for name in ("d.md", "p.png"):
        (vault / name).write_text("")
        session.told([(vault / name, NEW)])
    assert session.look() is True
    assert names(session, uri) == []
    (vault / "d.md").unlink()
    session.told([(vault / "d.md", GONE)])
    assert session.look() is True
    assert names(session, uri) == ["unresolved-link"]


def test_an_editor_that_does_not_watch_is_asked_by_its_own_doings(vault: Path) -> None:
    session, _ = session_of(vault, client=Client())
    uri = opened(session, vault / "a.md", "[[d]]\n")
    assert names(session, uri) == ["unresolved-link"]
    (vault / "d.md").write_text("")
    assert session.look() is False
    session.saved(vault / "a.md")
    assert session.look() is True
    assert names(session, uri) == []


def test_a_configuration_that_changes_counts_at_the_next_look(vault: Path) -> None:
    session, told = session_of(vault)
    uri = opened(session, vault / "x/c.md")
    assert names(session, uri) == ["ligature"]
    (vault / "notelint.yaml").write_text("ignore: [ligature]\n")
    session.told([(vault / "notelint.yaml", NEW)])
    session.look()
    assert (names(session, uri), told) == ([], [])


def test_a_configuration_that_breaks_is_told_and_the_one_before_goes_on(vault: Path) -> None:
    (vault / "notelint.yaml").write_text("ignore: [math-dash]\n")
    session, told = session_of(vault)
    uri = opened(session, vault / "x/c.md")
    (vault / "notelint.yaml").write_text("ignor: [ligature]\n")
    session.told([(vault / "notelint.yaml", CHANGED)])
    session.look()
    assert names(session, uri) == ["ligature"]
    assert ["ignor" in complaint for complaint in told] == [True]


def test_a_vault_that_cannot_be_opened_is_tried_again_when_its_configuration_changes(
    vault: Path,
) -> None:
    (vault / "notelint.yaml").write_text("ignor: [ligature]\n")
    session, told = session_of(vault)
    uri = opened(session, vault / "x/c.md")
    assert session.place(uri) is None
    assert ["ignor" in complaint for complaint in told] == [True]
    (vault / "notelint.yaml").write_text("ignore: [math-dash]\n")
    session.told([(vault / "notelint.yaml", CHANGED)])
    session.look()
    assert names(session, uri) == ["ligature"]


def test_what_cannot_be_read_of_a_vault_is_told(vault: Path) -> None:
    (vault / ".obsidian/app.json").write_text("{")
    session, told = session_of(vault)
    session.of_folders()
    assert ["app.json" in complaint for complaint in told] == [True]


def test_a_folder_that_becomes_a_vault_takes_its_texts(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = opened(session, vault / "x/c.md", "[[b]]\n")
    assert names(session, uri) == []
    (vault / "x/.obsidian").mkdir()
    session.told([(vault / "x/.obsidian", NEW)])
    session.look()
    place = session.place(uri)
    assert place is not None
    assert place.session.disk.root == vault / "x"
    assert names(session, uri) == ["unresolved-link"]
    (vault / "x/.obsidian").rmdir()
    session.told([(vault / "x/.obsidian", GONE)])
    session.look()
    assert names(session, uri) == []


def test_a_folder_that_is_opened_later_is_one_too(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    note = tmp_path / "plain" / "a.md"
    note.write_text("[[nowhere]]\n")
    session, _ = session_of()
    uri = opened(session, note)
    assert names(session, uri) == []
    session.reopen([tmp_path / "plain"])
    session.look()
    assert names(session, uri) == ["unresolved-link"]
    session.reopen([])
    session.look()
    assert names(session, uri) == []


def test_a_vault_that_is_gone_breaks_nothing(vault: Path) -> None:
    session, _ = session_of(vault)
    uri = opened(session, vault / "a.md")
    for path in ("a.md", "b.md", "x/c.md"):
        (vault / path).unlink()
    (vault / "x").rmdir()
    (vault / ".obsidian").rmdir()
    vault.rmdir()
    session.told([(vault / "b.md", GONE)])
    session.look()
    assert names(session, uri) == ["unresolved-link"]
