from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from notelint.authoring import (
    Applicability,
    Edit,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
)

_DASHES = {"em": "—", "en": "–"}
_FORMULA = lazy_pattern(
    r"(?:\\text(?:rm|bf|it)?\{ ?)?(?:\\text(em|en)dash(?:\{\})?|([—–]))(?: ?\})?", re.A
)
_MARKUP = lazy_pattern(r"[\[\]`~=<>|$%]")  # would begin where a formula hid it
_MOST = 50  # findings of one edit
# A dash in quotes is spoken of, as TeX shows it; between two that are quoted it is one.
_OPENED = lazy_pattern("(?:\\A|[\\s(\\[])(?:[\"'“‘„‚]|[«»‹›][ \u00a0\u202f]?)\\Z")
_CLOSED = lazy_pattern("(?:[\"'”’“‘]|[ \u00a0\u202f]?[«»‹›])(?!\\w)")
_BEHIND_DASH = "dash$"
_RAW = lazy_pattern(r"\$\\text(em|en)dash\$")


@dataclass(frozen=True, kw_only=True)
class MathDash(Rule):
    """Converters turn the book's dash into a formula. It is shown in another font, no line breaks
    at it, and a search for the words around it fails. In front of a digit it is not even a formula
    to Obsidian: `1690$\\textendash$1716` is shown as it is written. In quotes, the dash of TeX is
    what is spoken of."""

    name = "math-dash"
    code = "NL402"
    summary = "A dash is a dash, not mathematics."
    bad = "A word in itself$\\textemdash$one at each end.\n"
    good = "A word in itself—one at each end, and $a \\textemdash b$.\n"
    fixes = (
        "Safe: only the formula is replaced, and no space is added or taken out. Manual where "
        "markup between two dashes would be read anew."
    )
    trigger = Trigger(facts=("formulas",), texts=(_BEHIND_DASH,))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        found = [*_in_formulas(note), *_in_text(note)]
        yield from sorted(found, key=lambda finding: finding.span)


def _in_formulas(note: Note) -> Iterator[Finding]:
    for formula in note.facts.formulas:
        match = _FORMULA.fullmatch(formula.value)
        if match and not _is_quoted(note, formula.span):
            dash = _DASHES[match[1]] if match[1] else match[2]
            edit = Edit(formula.span, dash)
            yield _finding(note, formula.span, dash, edit, Applicability.SAFE)


def _is_quoted(note: Note, span: Span) -> bool:
    content = note.text.content
    opened = _OPENED.search(content[max(0, span.start - 3) : span.start])
    return opened is not None and _CLOSED.match(content, span.end) is not None


def _in_text(note: Note) -> Iterator[Finding]:
    """The dashes in front of digits. What stands between two of them on a line is taken for a
    formula, and they are mended together: `1$\\textendash$2, 3$\\textendash$4`."""
    content = note.text.content
    if _BEHIND_DASH not in content:
        return
    starts = [piece.start for piece in note.facts.prose]
    formulas = {formula.span.start: formula.span for formula in note.facts.formulas}
    matches = {match.start(): match for match in _RAW.finditer(content)}
    for match in matches.values():
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or not note.facts.prose[index].holds(Span(match.start(), match.end() - 1)):
            continue  # a formula, code, or the end of a chain
        chain = [match]
        while (between := formulas.get(chain[-1].end() - 1)) and between.end - 1 in matches:
            chain.append(matches[between.end - 1])
        if between is None:
            yield from _chained(note, chain)


def _chained(note: Note, chain: list[re.Match[str]]) -> Iterable[Finding]:
    whole = Span(chain[0].start(), chain[-1].end())
    written = _RAW.sub(lambda match: _DASHES[match[1]], note[whole])
    is_plain = not _MARKUP.search(written) and not any(written.count(mark) % 2 for mark in "*_")
    fixing = Edit(whole, written), Applicability.SAFE if is_plain else Applicability.MANUAL
    for match in chain[:_MOST]:  # each of the findings holds all of the edit
        yield _finding(note, Span(*match.span()), _DASHES[match[1]], *fixing)


def _finding(
    note: Note, span: Span, dash: str, edit: Edit, applicability: Applicability
) -> Finding:
    message = f"`{note[span]}` is a dash, not mathematics"
    return Finding(span, message, Fix(f"write `{dash}`", (edit,), applicability))
