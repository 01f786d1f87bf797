from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    option,
)
from notelint.wording import SCAR_CHARACTERS, may_have_stretches, stretches

_MARK = "\ufeff"
_MARKERS = "\ufeff \t>-+*0123456789.)"  # what may stand in front of a block's text


@dataclass(frozen=True, kw_only=True)
class Mojibake(Rule):
    """Text that was decoded in a wrong encoding shows `cafÃ©` for `café`. Nobody finds the word by
    searching, and each further conversion makes the heap of letters longer."""

    name = "mojibake"
    code = "NL405"
    summary = "Text is decoded once, in its own encoding."
    bad = "A cafÃ© in a street.\n"
    good = "A café in a street, and SÃO PAULO.\n"
    fixes = (
        "Unsafe: the broken stretch is decoded again, more than once where it has to be. Letters "
        "around it, quotes and line endings stay as they are. A byte order mark is deleted; "
        "that is manual where the line would then begin with a sign of Markdown."
    )
    trigger = Trigger(characters=SCAR_CHARACTERS)

    allow: tuple[str, ...] = option((), "stretches that are right as they stand, as `Ã©`")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if not may_have_stretches(note.text):
            return
        for span, meant in stretches(note.text.content, note.facts.prose):
            if note[span] not in self.allow:
                yield _finding(note, span, meant)


def _finding(note: Note, span: Span, meant: str) -> Finding:
    message = f"`{note[span]}` is `{meant}`, decoded in a wrong encoding"
    title, applicability = f"write `{meant}`", Applicability.UNSAFE
    if _MARK in meant:
        meant = meant.replace(_MARK, "")
        is_alone = not meant
        message = f"`{note[span]}` is a byte order mark{'' if is_alone else f' and `{meant}`'}, "
        message += "decoded in a wrong encoding"
        title = "delete it" if is_alone else f"write `{meant}`"
        applicability = _deletable(note, span, meant)
    return Finding(span, message, Fix.replacing(span, meant, title, applicability))


def _deletable(note: Note, span: Span, meant: str) -> Applicability:
    """Whether a line stays what it is without a byte order mark in front of it."""
    start = note.text.line_at(span.start).start
    is_inside = bool(note.text.content[max(start, span.start - 100) : span.start].strip(_MARKERS))
    behind = meant or note.text.content[span.end : span.end + 1]
    return Applicability.UNSAFE if is_inside or behind[:1].isalpha() else Applicability.MANUAL
