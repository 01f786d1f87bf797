"""Notes checked, and what the checks asked of the vault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from notelint.lint import Result, can_be_kept, line_of, nobody
from notelint.notes import Note
from notelint.run.check_table import Check
from notelint.run.opening import OpenVault
from notelint.run.treatment import Treatment
from notelint.values import RunawayPatternError
from notelint.vault import Asked, asking


class AskingCheck:
    """Checks notes of a vault. Where it ``is_kept``, what is asked of the vault is written down, so
    that another run may use what is found."""

    def __init__(self, vault: OpenVault, treatment: Treatment, is_kept: bool) -> None:
        self._given = vault, treatment, is_kept
        self._asked = Asked()
        self._asking = asking(vault, self._asked) if is_kept else vault

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs: what was asked here is no business of its."""
        return AskingCheck, self._given

    def __call__(self, path: str) -> Check | Result:
        """The check of a note; where that is of no use to another run, what was found."""
        vault, treatment, is_kept = self._given
        asked = Asked() if is_kept else None
        if asked is not None:
            self._asked.go_on_with(asked)
        return self._outcome(treatment.of_file(path, vault.notes[path], self._asking), asked)

    def of_each(self, paths: Sequence[str]) -> Sequence[Check | Result | None]:
        """The checks of some notes; None for each of them where a rule runs away on one."""
        vault, treatment, is_kept = self._given
        read = treatment.read_files({path: vault.notes[path] for path in paths})
        notes = [note for note in read.values() if isinstance(note, Note)]
        asked = {path: Asked() for path in paths} if is_kept else {}

        def turn_to(note: Note) -> None:
            self._asked.go_on_with(asked[note.path])

        try:
            results = iter(treatment.of_each(notes, self._asking, turn_to if is_kept else nobody))
        except RunawayPatternError:
            return [None] * len(paths)
        return [
            self._outcome(
                Result.unread(path, note) if isinstance(note, str) else next(results),
                asked.get(path),
            )
            for path, note in read.items()
        ]

    def _outcome(self, result: Result, asked: Asked | None) -> Check | Result:
        _, treatment, _ = self._given
        told = (b"", "") if asked is None else asked.take()
        is_lasting = can_be_kept(result) and not treatment.stopped.is_without_some(result.path)
        return Check(line_of(result), *told) if is_lasting else result.compact()
