"""Rules of strangers that ran away in a run, and what therefore is left out."""

from __future__ import annotations

from notelint.values import RunawayPatternError, dataclass, field

MOST_STOPS = 3  # a rule that was stopped on so many notes does not run on the others


@dataclass
class StoppedRules:
    """What was stopped so far in a run: by note and rule, why."""

    _by_note: dict[str, dict[str, str]] = field(default_factory=dict)
    _left_out: set[str] = field(default_factory=set)

    def left_out(self, path: str) -> set[str]:
        """The rules that do not run on a note, or not again."""
        return self._left_out | set(self._by_note.get(path, ()))

    def add(self, path: str, error: RunawayPatternError) -> None:
        """Note that a rule was stopped on a note."""
        reason = str(error)
        if sum(error.rule in stopped for stopped in self._by_note.values()) + 1 == MOST_STOPS:
            self._left_out.add(error.rule)
            reason = f"{reason}; {error.rule} does not run on the notes that follow"
        self._by_note.setdefault(path, {})[error.rule] = reason

    def reasons(self, path: str) -> tuple[str, ...]:
        """Why rules were stopped on a note."""
        return tuple(self._by_note.get(path, {}).values())
