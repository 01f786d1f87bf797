"""What the allows of a note cover that its front matter, or a place right below it, decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notelint.notes.facts import Allow
from notelint.notes.front_matter import FrontMatter
from notelint.values import Span, lazy_pattern

_NO_BLANK = lazy_pattern(r"[^\ufeff\s]")


def with_note_scope(
    allows: Iterable[Allow], front_matter: FrontMatter | None, content: str
) -> Iterator[Allow]:
    """The allows of the note, those directly under or inside the front matter for all of it."""
    whole = Span(0, len(content))
    top = -1 if front_matter is None else behind_blanks(content, front_matter.span.end)
    if front_matter is not None and front_matter.allows:
        keys = (item.span for item in front_matter.properties if item.key == "notelint")
        yield Allow(next(keys), front_matter.allows, whole, is_property=True)
    for allow in allows:
        yield allow._replace(scope=whole) if allow.span.start <= top else allow


def behind_blanks(content: str, offset: int) -> int:
    """Where behind an offset the first character is that is no blank."""
    match = _NO_BLANK.search(content, offset)
    return match.start() if match else len(content)
