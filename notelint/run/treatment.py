"""What is done with one note: it is read, checked, and fixed if asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from notelint.config import BYTES_OF_A_CHARACTER, ActiveRule, RuleSet, Settings
from notelint.disk import NoteFile
from notelint.lint import Result, Turn, check, check_each, nobody
from notelint.notes import Note, read_note, read_notes
from notelint.run.stopped_rules import StoppedRules
from notelint.values import (
    Applicability,
    Diagnostic,
    RunawayPatternError,
    Text,
    dataclass,
    field,
    replace,
)
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.lint import Placing

Sift = Callable[[Result], Result]  # leaves out what is known


@dataclass(frozen=True)
class Treatment:
    """``applicability`` is that of the fixes that are applied, None where none are. ``stopped``
    grows while it goes from note to note."""

    settings: Settings
    applicability: Applicability | None = None
    stopped: StoppedRules = field(default_factory=StoppedRules)

    def of_file(self, path: str, file: NoteFile, vault: Vault) -> Result:
        """What becomes of a note as it stands on disk."""
        note = self.read_file(path, file)
        return Result.unread(path, note) if isinstance(note, str) else self.of(note, vault)

    def of(self, note: Note, vault: Vault) -> Result:
        """What becomes of a note. A rule that runs away is stopped, and the note treated without
        it."""
        while True:
            try:
                result = self._of(note, self._rules_for(note.path), vault)
            except RunawayPatternError as error:
                self.stopped.add(note.path, error)
            else:
                result, stopped = result.compact(), self.stopped.reasons(note.path)
                return replace(result, stopped=stopped) if stopped else result

    def _of(self, note: Note, rules: RuleSet, vault: Vault) -> Result:
        if self.applicability is not None and note.may_be_written:
            from notelint.lint import fix  # a third of what a note loads, and mostly not used

            result = fix(note, rules, vault, self.applicability, self.settings.known)
            return left_as_it_was(result, result.error) if result.error else result
        return _checked(note, check(note, rules, vault, self.settings.known))

    def of_each(self, notes: Sequence[Note], vault: Vault, turn_to: Turn = nobody) -> list[Result]:
        """What is found in each of some notes, which costs less than one note after the other;
        ``turn_to`` hears which note is looked at next. Their texts remember their lines.

        Raises:
            RunawayPatternError: a rule runs away on one of them.
        """
        rules = [self._rules_for(note.path) for note in notes]
        found = check_each(notes, rules, vault, self.settings.known, turn_to)
        return [_checked(*pair) for pair in zip(notes, found, strict=True)]

    def allowing(self, result: Result, vault: Vault, sift: Sift) -> Result:
        """A result with an allow in the note for all that is found, but for what ``sift`` knows."""
        result = result.whole()
        if result.error or not result.was_parsed or not result.findings:
            return result
        from notelint.lint import allow

        rules, judges = self._rules_for(result.path), self._judges(result.path)

        def found(note: Note, rules: Sequence[ActiveRule]) -> tuple[Diagnostic, ...]:
            findings = check(note, rules, vault, self.settings.known)
            return sift(replace(result, after=note.text, findings=findings)).findings

        try:
            done = allow(
                self.read(result.path, result.after),
                lambda note: found(note, rules),
                lambda note: found(note, [*rules, *judges]),
                vault,
            )
        except RunawayPatternError:  # on the note with allows, as it did not on the one before
            return sift(result)
        left = sift(replace(result, after=done.note.text, findings=done.left)).findings
        return replace(result, after=done.note.text, findings=left, allowed=done.allowed).compact()

    def allowing_some(
        self, note: Note, items: Sequence[Diagnostic], vault: Vault, placings: Sequence[Placing]
    ) -> Note | None:
        """A note with an allow for some of its findings at one of some places; None where none can
        be written."""
        from notelint.lint import allow_some

        rules = [*self._rules_for(note.path), *self._judges(note.path)]

        def judge(note: Note) -> tuple[Diagnostic, ...]:
            return check(note, rules, vault, self.settings.known)

        try:
            return allow_some(note, items, judge, vault, placings)
        except RunawayPatternError:
            return None

    def _judges(self, path: str) -> list[ActiveRule]:
        """The rules that judge allows, as far as they do not run on a note anyway."""
        names = {active.rule.name for active in self._rules_for(path)}
        return [active for active in self.settings.allow_rules if active.rule.name not in names]

    def _rules_for(self, path: str) -> RuleSet:
        """The rules that run on a note, without those that were stopped."""
        rules, left_out = self.settings.rules_for(path), self.stopped.left_out(path)
        if self.stopped.is_over:
            rules = RuleSet(active for active in rules if active.is_ours)
        if not left_out:
            return rules
        return RuleSet(active for active in rules if active.rule.name not in left_out)

    def left(self, path: str, file: NoteFile, vault: Vault, error: str) -> Result:
        """A note that stays as it was, and why."""
        return replace(replace(self, applicability=None).of_file(path, file, vault), error=error)

    def read_file(self, path: str, file: NoteFile) -> Note | str:
        """A note as it stands on disk, or why there is none."""
        return self.read_files({path: file})[path]

    def read_files(self, files: Mapping[str, NoteFile]) -> dict[str, Note | str]:
        """The same for some notes by path, in their order."""
        found: dict[str, Note | str] = {}
        texts: dict[str, Text] = {}
        for path, file in files.items():
            text = self._text_of(path, file)
            if isinstance(text, Text):
                texts[path] = text
            else:
                found[path] = text
        found.update(zip(texts, read_notes(texts), strict=True))
        return {path: found[path] for path in files}

    def _text_of(self, path: str, file: NoteFile) -> Text | Note | str:
        """The text of a note, if it is one that is parsed."""
        if file.error is not None:
            return file.error
        if file.size is not None:
            return self._unread(path, file.content, file.size)
        text = file.text
        if text is None:
            return Note.undecoded(path, file.content, file.bad_byte or 0)
        return self._too_large(path, text) or text

    def read(self, path: str, text: Text) -> Note:
        """Parse a note, unless it is too large."""
        return self._too_large(path, text) or read_note(path, text)

    def _too_large(self, path: str, text: Text) -> Note | None:
        most = self.settings.max_note_size
        if len(text.content) <= most:
            return None
        return Note.too_large(path, text, f"{len(text.content):,} characters", most)

    def _unread(self, path: str, beginning: bytes, size: int) -> Note:
        """A note of so many bytes that they make more characters than are checked."""
        least = f"at least {size // BYTES_OF_A_CHARACTER:,} characters"
        text = Text(beginning.decode("utf-8", "replace"))
        return Note.too_large(path, text, least, self.settings.max_note_size)


def _checked(note: Note, found: tuple[Diagnostic, ...]) -> Result:
    return Result(note.path, note.text, note.text, found, was_parsed=note.is_parsed)


def left_as_it_was(result: Result, why: str) -> Result:
    """The result of a note that could not be fixed."""
    return replace(result, error=f"{result.path}: left as it was: {why}")
