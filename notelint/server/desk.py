"""A vault with the notes that lie open over it, as an editor has them: a value."""

from __future__ import annotations

from collections.abc import Mapping

from notelint.disk import NoteFile
from notelint.notes import Note, NoteSummary, summarize
from notelint.run import OpenVault, Treatment
from notelint.server.client import Client
from notelint.server.documents import Document
from notelint.server.positions import Positions
from notelint.server.uris import uri_of
from notelint.values import NamedTuple, Text, dataclass, field, replace
from notelint.vault import Changes, Differences, differences, is_note

_BOM = "\ufeff"


class OpenNote(NamedTuple):
    """A note that is open: the text, and what it reads as."""

    document: Document
    note: Note

    @property
    def summary(self) -> NoteSummary | None:
        """What other notes may ask of it; None where that is what the disk says."""
        note = self.note
        return summarize(note.text, note.facts) if _is_known(note) else None


def _is_known(note: Note) -> bool:
    return note.is_parsed and is_note(note.path)


@dataclass(frozen=True)
class Desk:
    """``vault`` has the texts of the ``notes`` that are open in place of those on disk."""

    vault: OpenVault
    client: Client
    notes: Mapping[str, OpenNote] = field(default_factory=dict)

    def read(self, path: str, document: Document) -> OpenNote:
        """A text as the note at a path, read as a check reads it from standard input."""
        file = NoteFile(document.text.encode("utf-8"))
        note = Treatment(self.vault.settings).read_file(path, file)
        assert isinstance(note, Note), "bytes were given"
        return OpenNote(document, note)

    def with_notes(
        self, opened: Mapping[str, OpenNote | None], on_disk: Mapping[str, NoteSummary | None]
    ) -> tuple[Desk, Differences]:
        """The desk with other texts, and without those that are None; and what differs for those
        who ask the vault. ``on_disk`` says of notes what the disk has, None where it has none."""
        texts = ((path, item.summary) for path, item in opened.items() if item is not None)
        held = dict(on_disk) | {path: summary for path, summary in texts if summary is not None}
        notes = {**self.notes, **opened}
        kept = {path: item for path, item in notes.items() if item is not None}
        moved = frozenset(
            path for path, summary in held.items() if (path in self.vault.names) != bool(summary)
        )
        different = differences(self.vault.index, Changes(held, moved))
        return replace(self, vault=_with_summaries(self.vault, held), notes=kept), different

    def note(self, path: str) -> Note | None:
        """The note at a path, open or on disk; None where it cannot be read."""
        if path in self.notes:
            return self.notes[path].note
        if path not in self.vault.names or not is_note(path):
            return None
        text = self.vault.file(path).text
        if text is None:
            return None
        # An editor takes a BOM off, and counts without it.
        note = Treatment(self.vault.settings).read(path, Text(text.content.removeprefix(_BOM)))
        return note if note.is_parsed else None

    def positions(self, note: Note) -> Positions:
        """The places of a note as the editor counts them."""
        return Positions(note.text, self.client.encoding)

    def uri(self, path: str) -> str:
        """The address of a file of the vault: that by which it is open, if it is."""
        if path in self.notes:
            return self.notes[path].document.uri
        return uri_of(self.vault.root / path)

    def version(self, path: str) -> int | None:
        """The version of a text that is open."""
        return self.notes[path].document.version if path in self.notes else None


def _with_summaries(vault: OpenVault, held: Mapping[str, NoteSummary | None]) -> OpenVault:
    changed = {path: summary for path, summary in held.items() if summary is not None}
    vault = vault.with_notes(changed) if changed else vault
    for path, summary in held.items():
        if summary is None:
            vault = vault.without(path)
    return vault
