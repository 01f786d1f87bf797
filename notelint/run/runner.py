"""One run: the notes of a vault read, checked, and mended if asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from notelint.config.settings import ActiveRule, Settings
from notelint.conventions.kind import Kinds
from notelint.disk.discovery import Discovery
from notelint.disk.source import Source, decode, read
from notelint.lint.checker import check
from notelint.lint.fixer import mend
from notelint.notes.note import Note
from notelint.run.convergence import Treat, settle
from notelint.run.result import Outcome
from notelint.run.stopped_rules import Stops
from notelint.undo.change import Change, Put
from notelint.values.diagnostic import Applicability
from notelint.values.error import NotelintError, RunawayError
from notelint.values.text import Text
from notelint.vault.vault import Keep, Vault, read_now

NOTHING: Mapping[str, Text] = MappingProxyType({})


class Unread(NamedTuple):
    """A note that could not be read or parsed, and why."""

    path: str
    reason: str


@dataclass(frozen=True)
class Run:
    """What is done with every note of a discovery. ``least`` is None where nothing is mended,
    ``put`` is None where nothing is written; ``keep`` is the vault's; ``stops`` grows while the run
    goes on."""

    discovery: Discovery
    settings: Settings
    least: Applicability | None = None
    put: Put | None = None
    keep: Keep = read_now
    stops: Stops = field(default_factory=Stops)

    def vault(self, mended: Mapping[str, Text] = NOTHING) -> Vault:
        """The index of the vault's files; ``mended`` are texts that are not yet on disk."""
        found, settings = self.discovery, self.settings

        def read_note(path: str) -> str | None:
            return mended[path].content if path in mended else _text_of(found, path)

        def keep(kind: str, path: str, read: Callable[[], Any]) -> Any:
            return read() if path in mended else self.keep(kind, path, read)

        return Vault(
            found.files,
            settings.dictionaries,
            read_note,
            found.unlisted,
            keep,
            Kinds(settings.kinds, settings.home_pages),
        )

    def notes(self) -> Iterator[Note | Unread]:
        """The notes in order, parsed and not checked."""
        for path in self.discovery.notes:
            try:
                source = read(self.discovery.root / path)
            except NotelintError as error:
                yield Unread(path, str(error))
            else:
                yield self._note(path, source)

    def _note(self, path: str, source: Source) -> Note | Unread:
        if source.text is None:
            return Unread(path, f"{path}: byte {source.bad_byte} is not UTF-8")
        note = self.parsed(path, source.text)
        return note if note.is_parsed else Unread(path, f"{path}: {note.facts.limits[0].reason}")

    def outcomes(self) -> Iterator[Outcome]:
        """The notes in order, each one read, checked and written before the next."""
        if self.least is Applicability.UNSAFE:
            yield from self._settled()
            return
        vault = self.vault()
        for path in self.discovery.notes:
            try:
                source = read(self.discovery.root / path)
            except NotelintError as error:
                yield Outcome.unread(path, str(error))
            else:
                yield self._written(source, self.treat(path, source, vault), vault)

    def _settled(self) -> Iterator[Outcome]:
        """The notes in order, none of them written before all are settled."""
        sources: dict[str, Source] = {}
        unread: dict[str, Outcome] = {}
        for path in self.discovery.notes:
            try:
                sources[path] = read(self.discovery.root / path)
            except NotelintError as error:
                unread[path] = Outcome.unread(path, str(error))
        vault = self.vault()

        def among(mended: Mapping[str, Text]) -> Treat:
            other = self.vault(mended)
            return lambda path, text: self.treat(path, replace(sources[path], text=text), other)

        def leave(path: str, error: str) -> Outcome:
            return self._left(path, sources[path], vault, error)

        first = {path: self.treat(path, source, vault) for path, source in sources.items()}
        outcomes = unread | settle(first, among, leave)
        for path in self.discovery.notes:
            outcome = outcomes[path]
            yield self._written(sources[path], outcome, vault) if outcome.fixed else outcome

    def treat(self, path: str, source: Source, vault: Vault) -> Outcome:
        """Check one note, and mend it if the run mends. A rule that runs away is stopped, and the
        note treated without it."""
        while True:
            left_out = self.stops.left_out(path)
            rules = self.settings.rules_for(path)
            running = [active for active in rules if active.rule.name not in left_out]
            try:
                outcome = self._treat(running, path, source, vault)
            except RunawayError as error:
                self.stops.add(path, error)
            else:
                return replace(outcome, stopped=self.stops.told(path))

    def _treat(
        self, rules: Sequence[ActiveRule], path: str, source: Source, vault: Vault
    ) -> Outcome:
        if source.text is None:
            note = Note.undecoded(path, source.content, source.bad_byte or 0)
            return Outcome(path, note.text, note.text, check(note, rules, vault), was_parsed=False)
        note = self.parsed(path, source.text)
        if self.least is None or not note.may_be_written:
            found = check(note, rules, vault)
            return Outcome(path, note.text, note.text, found, was_parsed=note.is_parsed)
        mended = mend(note, rules, vault, self.least)
        error = f"{path}: left as it was: {mended.refusal}" if mended.refusal else None
        return Outcome(path, note.text, mended.note.text, mended.remaining, mended.fixed, error)

    def _left(self, path: str, source: Source, vault: Vault, error: str) -> Outcome:
        """A note that stays as it was, and why."""
        return replace(replace(self, least=None).treat(path, source, vault), error=error)

    def _written(self, source: Source, outcome: Outcome, vault: Vault) -> Outcome:
        """A treated note once it is on disk, or why it is not."""
        if self.put is None or not outcome.fixed:
            return outcome
        names = tuple(sorted({diagnostic.name for diagnostic in outcome.fixed}))
        after = outcome.after.content.encode("utf-8")
        try:
            self.put(Change(outcome.path, source.content, after, names))
        except NotelintError as error:
            return self._left(outcome.path, source, vault, str(error))
        return outcome

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
