"""A rename in the making: what the notes are to say, and the proof that nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notelint.lint import disproof
from notelint.notes import Link, Note, read_note, summarize
from notelint.server.desk import Desk
from notelint.server.linking import Goal, goal_of
from notelint.values import (
    Applicability,
    Edit,
    Effect,
    Fix,
    NotelintError,
    apply_edits,
    dataclass,
    field,
    replace,
)
from notelint.vault import Vault


class RefusedError(NotelintError):
    """A rename would do harm, or there is nothing to rename."""


@dataclass(frozen=True)
class Renaming:
    """``edits`` are those of notes, by their paths before; ``notes`` all that may have links to
    what is renamed. A file that is ``moved`` has another path after, and what is ``renamed`` in a
    note another name; headings are known by their numbers."""

    desk: Desk
    notes: Mapping[str, Note]
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[Goal, Goal] = field(default_factory=dict)
    effects: frozenset[Effect] = frozenset({Effect.TARGETS})

    def proven(self) -> Renaming:
        """The same, of which it is certain that every link and every reference still leads to what
        it led to.

        Raises:
            RefusedError: it is not.
        """
        after = {path: self._after(note, self.moved.get(path, path)) for path, note in self._all}
        vault = self._vault(after)
        for path, note in self._all:
            self._compare(vault, note, after[path])
            self._prove(note, vault)
        return self

    @property
    def _all(self) -> list[tuple[str, Note]]:
        return list(self.notes.items())

    def _prove(self, note: Note, vault: Vault) -> None:
        edits = self.edits.get(note.path, ())
        if edits:
            fix = Fix("", edits, Applicability.SAFE, self.effects)
            around = self.desk.vault if note.path in self.moved else vault
            why = disproof(note, self._after(note, note.path), [fix], around)
            if why is not None:
                raise RefusedError(f"{note.path}: {why}")

    def _after(self, note: Note, path: str) -> Note:
        return read_note(path, apply_edits(note.text.content, self.edits.get(note.path, ())))

    def _vault(self, after: Mapping[str, Note]) -> Vault:
        vault: Vault = self.desk.vault
        for path in self.moved:
            vault = vault.without(path)
        changed = {note.path: summarize(note.text, note.facts) for note in after.values()}
        vault = vault.with_notes(changed)
        names = vault.names
        for path in self.moved.values():
            names = names.with_file(path)  # which need be no note
        return vault if names is vault.names else replace(vault, names=names)

    def _compare(self, vault: Vault, before: Note, after: Note) -> None:
        old, new = before.facts.all_links, after.facts.all_links
        if len(old) != len(new):
            raise RefusedError(f"{before.path}: a link would be lost, or come from nowhere")
        for link, later in zip(old, new, strict=True):
            goal = goal_of(self.desk.vault, before, link)
            if goal is not None and self._moved(goal) != goal_of(vault, after, later):
                raise RefusedError(f"{before.path}: `{link.target}` would lead elsewhere")

    def _moved(self, goal: Goal) -> Goal:
        path, place = self.renamed.get(goal, goal)
        return Goal(self.moved.get(path, path), place)


def link_edits(links: Iterable[tuple[Note, Link, str]]) -> dict[str, tuple[Edit, ...]]:
    """Links of some notes with other targets, as edits by the paths of the notes.

    Raises:
        RefusedError: one of them cannot be written there.
    """
    edits: dict[str, list[Edit]] = {}
    for note, link, target in links:
        if link.rivals or link.is_rival or (link.is_property and _needs_escape(target)):
            raise RefusedError(f"{note.path}: `{link.target}` cannot be written anew there")
        edits.setdefault(note.path, []).append(Edit(link.target_span, target))
    return {path: tuple(sorted(made)) for path, made in edits.items()}


def _needs_escape(target: str) -> bool:
    return any(sign in target for sign in "\"'\\")
