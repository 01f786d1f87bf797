"""Marks behind a blank that are no stops: signs, paths, and what is spoken of."""

from __future__ import annotations

from notelint.notes import Note
from notelint.values import Span, lazy_pattern
from notelint.wording.function_words import LINKING

_FORMAL = lazy_pattern("[→⇒⊢λ∀∃]")  # `λx . x`, `A → a . B`
_FACTOR = lazy_pattern(r"[ \t]+[^\WA-Z_](?!\w)")  # `x . y`, a product
_NEAR = 400  # characters of the line that are looked at, however long it is
# A formula, a name in bold or a tag that a line tells of: `**Term** : meaning`.
_KEY = lazy_pattern(
    r"[ \t>*+\-0-9.)]*(?:\$[^$]*\$|(?:\*\*|__|==|`|\[\[)[^*_=`\[\]]+(?:\*\*|__|==|`|\]\])|#\S+)"
)
_SIGN_BEFORE = lazy_pattern(r"(?:(?<!\w)\w|\d|[={}<>][^.]{0,20})\Z")  # `1 : 2`, `x : A`, `i = 0 ;`
# A command in the sentence, whose full stop is a path.
_COMMAND = lazy_pattern(
    r"(?<![\w-])(?:git|cd|ls|docker|podman|pipx?|npm|npx|yarn|pnpm|cargo|make|cp|mv|rsync|scp|find"
    r"|grep|du|tar|zip|chmod|chown|ruff|black|mypy|pytest|eslint|prettier|terraform|code|uv)"
    r" (?:[^.!?]|\.(?=\S))*\Z"
)
_QUOTED = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»"}
_LAST_WORD = lazy_pattern(r"[^\W\d_]+\Z")
_LINKING = LINKING.union(("in", "at", "on", "with", "into", "called"))
_GOES_ON = lazy_pattern(r"[ \t]*[,;:]|[ \t]+[^\WA-Z\d_]")  # no sentence has ended
_OR = "(?:and|or|und|oder|et|ou|y|o|e)"
_OTHER_MARK = lazy_pattern(rf"[ \t]+{_OR}[ \t]+[^\w\s]")  # `in , or .`
_MARK_BEFORE = lazy_pattern(rf"[ \t][^\w\s][ \t]+{_OR}\Z")
_MARKUP = "*_~=["


def is_sign(before: str, after: str) -> bool:
    """Whether a full stop is a sign of a formula, or a path in a command."""
    is_formal = _FORMAL.search(before) or _FACTOR.match(after)
    return bool(is_formal or _COMMAND.search(before + " "))


def is_named(note: Note, words: Span, mark: int) -> bool:
    """Whether a mark with a blank before it is spoken of, in quotes or behind a word that ends no
    clause, as in `with . or ,`; or it begins a name: `.[ch]`, `.*`."""
    content, line = note.text.content, note.text.line_at(mark)
    before = content[max(line.start, mark - _NEAR) : mark].rstrip()
    after = content[mark + 1 : min(line.end, mark + _NEAR)]
    if _QUOTED.get(before[-1:], " ") == after.lstrip()[:1]:
        return True
    if mark + 1 < words.end and after[:1] in _MARKUP and not after.startswith("[^"):
        return True
    last = _LAST_WORD.search(before)
    if last is None or len(last[0]) == 1 or last[0].lower() not in _LINKING:
        return False
    if _MARK_BEFORE.search(before):
        return True
    goes_on = _GOES_ON if content[mark] == "." else _OTHER_MARK
    return goes_on.match(after) is not None


def is_no_stop(note: Note, words: Span, blanks: Span) -> bool:
    """Whether a semicolon or a colon is a sign: of a ratio, a smile, a function, or what a name or
    a key is told by."""
    content, line = note.text.content, note.text.line_at(blanks.start)
    before = content[max(line.start, blanks.start - _NEAR) : blanks.start]
    after = content[blanks.end + 1 : min(line.end, blanks.end + _NEAR)]
    if content[blanks.end] in ":;" and after[:1] not in ("", " ", "\t"):
        return True
    if content[blanks.end] == ":" and blanks.start == words.start and _KEY.fullmatch(before):
        return True
    return bool(_SIGN_BEFORE.search(before) or _FORMAL.search(after))
