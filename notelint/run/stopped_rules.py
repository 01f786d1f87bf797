"""Rules of strangers that ran away in a run, and what therefore is left out."""

from __future__ import annotations

from notelint.values import RunawayPatternError, dataclass, field

MOST_STOPS_IN_ALL = 10  # past which no rule of a stranger runs
MOST_STOPS = 3  # a rule that was stopped on so many notes does not run on the others


@dataclass
class StoppedRules:
    """What was stopped so far in a run: by note and rule, why."""

    _by_note: dict[str, dict[str, str]] = field(default_factory=dict)
    _left_out: set[str] = field(default_factory=set)

    def left_out(self, path: str) -> set[str]:
        """The rules that do not run on a note, or not again."""
        return self._left_out | set(self._by_note.get(path, ()))

    def is_without_some(self, path: str) -> bool:
        """Whether a note is treated without some of the rules that would run on it."""
        return self.is_over or bool(self.left_out(path))

    @property
    def is_over(self) -> bool:
        """Whether so many were stopped that no rule of a stranger runs any more."""
        return sum(map(len, self._by_note.values())) >= MOST_STOPS_IN_ALL

    def add(self, path: str, error: RunawayPatternError) -> None:
        """Note that a rule was stopped on a note."""
        reason = str(error)
        if sum(error.rule in stopped for stopped in self._by_note.values()) + 1 == MOST_STOPS:
            self._left_out.add(error.rule)
            reason = f"{reason}; {error.rule} does not run on the notes that follow"
        self._by_note.setdefault(path, {})[error.rule] = reason
        if self.is_over:
            self._by_note[path][error.rule] += "; so many did that no rule of a pack runs any more"

    def reasons(self, path: str) -> tuple[str, ...]:
        """Why rules were stopped on a note."""
        return tuple(self._by_note.get(path, {}).values())
