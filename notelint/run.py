"""One run: the notes of a vault read, checked, and mended if asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from notelint.check import check
from notelint.diagnostic import Applicability, Diagnostic
from notelint.discover import Discovery
from notelint.error import NotelintError
from notelint.fix import mend
from notelint.kind import Kinds
from notelint.note import Note
from notelint.settings import Settings
from notelint.source import Source, decode, read, write
from notelint.text import Text
from notelint.vault import Keep, Vault, read_now


@dataclass(frozen=True)
class Outcome:
    """What became of one note: its text before and after, what was mended and what remains.

    ``error`` says why a note could not be read, mended or written; then ``after`` is ``before``.
    """

    path: str
    before: Text
    after: Text
    remaining: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    error: str | None = None
    was_parsed: bool = True

    def under(self, prefix: str) -> Outcome:
        """The same, told of from a folder above the vault."""
        if not prefix:
            return self
        remaining, fixed = (
            tuple(replace(found, path=prefix + found.path) for found in all_found)
            for all_found in (self.remaining, self.fixed)
        )
        return replace(self, path=prefix + self.path, remaining=remaining, fixed=fixed)


@dataclass(frozen=True)
class Run:
    """What is done with every note of a discovery. ``least`` is None where nothing is mended;
    ``keep`` is the vault's."""

    discovery: Discovery
    settings: Settings
    least: Applicability | None = None
    writes: bool = False

    keep: Keep = read_now

    def vault(self) -> Vault:
        """The index of the vault's files."""
        found, settings = self.discovery, self.settings
        return Vault(
            found.files,
            settings.dictionaries,
            partial(_text_of, found),
            found.unlisted,
            self.keep,
            Kinds(settings.kinds),
            settings.home_pages,
        )

    def outcomes(self) -> Iterator[Outcome]:
        """The notes in order, each one read, checked and written before the next."""
        vault = self.vault()
        for path in self.discovery.notes:
            try:
                source = read(self.discovery.root / path)
            except NotelintError as error:
                yield Outcome(path, Text(""), Text(""), error=str(error), was_parsed=False)
                continue
            yield self.treat(path, source, vault)

    def treat(self, path: str, source: Source, vault: Vault) -> Outcome:
        """Check one note, mend it if the run mends, and write it if the run writes."""
        rules = self.settings.rules_for(path)
        if source.text is None:
            note = Note.undecoded(path, source.content, source.bad_byte or 0)
            return Outcome(path, note.text, note.text, check(note, rules, vault), was_parsed=False)
        note = self.parsed(path, source.text)
        if self.least is None or not note.may_be_written:
            found = check(note, rules, vault)
            return Outcome(path, note.text, note.text, found, was_parsed=note.is_parsed)
        mended = mend(note, rules, vault, self.least)
        error = f"{path}: left as it was: {mended.refusal}" if mended.refusal else None
        if self.writes and mended.fixed:
            try:
                write(source, mended.note.text)
            except NotelintError as failure:
                return Outcome(
                    path, note.text, note.text, check(note, rules, vault), error=str(failure)
                )
        return Outcome(path, note.text, mended.note.text, mended.remaining, mended.fixed, error)

    def parsed(self, path: str, text: Text) -> Note:
        most = self.settings.max_note_size
        if len(text.content) > most:
            return Note.too_large(path, text, most)
        return Note.read(path, text)


def check_text(run: Run, path: str, content: bytes) -> Outcome:
    """Treat bytes from elsewhere (standard input) as the note at ``path``; nothing is written."""
    return run.treat(path, decode(Path(path), content), run.vault())


def _text_of(discovery: Discovery, path: str) -> str | None:
    """The text of a note of the vault; one that cannot be read says nothing."""
    try:
        text = read(discovery.root / path).text
    except NotelintError:
        return None
    return text.content if text else None
