"""Words in capitals and in small letters at once: the names they may be, and those that are so."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from notelint.notes import Note, word_key
from notelint.values import Applicability, Fix, NamedTuple, Span, lazy_pattern
from notelint.vault import Vault, is_note, link_text
from notelint.wording.evidence import writes
from notelint.wording.function_words import BESIDE_CUES
from notelint.wording.noted_names import spellings

SMALL, CAPITAL = "[a-zà-öø-ÿ]", "[A-ZÀ-ÖØ-Þ]"
_BEFORE = lazy_pattern(rf"(?:(?<!\w){CAPITAL}{{2,}}[ -])*\Z")
_AFTER = lazy_pattern(rf"(?:[ -]{CAPITAL}{{2,}}(?!\w))*")
_NAME = lazy_pattern(r"[\w’'-]+(?: [\w’'-]+){0,5}")
_TURN = lazy_pattern(rf"{SMALL}(?:{CAPITAL}|[ -]{CAPITAL}{{4,}}(?!\w))|{CAPITAL}{{2}}{SMALL}")
_LETTERS_BEFORE = lazy_pattern(r"(?<!\w)[^\W\d_]*\Z")
_LETTERS_BEHIND = lazy_pattern(r"[^\W\d_]*(?!\w)")
_MEMBER = lazy_pattern(r"(?:[\w’'-]+ )*[\w’'-]*\Z")
_TWO_CAPITALS = lazy_pattern(CAPITAL * 2)
# Units and symbols; and three letters are one, but for those whose first alone is small.
_UNIT = "[acdfhkmnpuµ]?(?:Hz|eV|Pa|Wh|Ah|[VWAJNLMBCFHKSTG]m?)|pH|pK[abw]?|[ei]OS"
# A plural, an enzyme, a name from Scotland or Ireland, a name put together: `JavaScript`.
_RIGHT = lazy_pattern(
    rf"{CAPITAL}{{2,}}(?:s|ases?)|(?:Ma?c|O['’]|D['’]|Fitz){CAPITAL}+s?|{_UNIT}"
    rf"|{CAPITAL}{SMALL}+(?:{CAPITAL}{SMALL}*)+|(?!{SMALL}{CAPITAL}{{1,2}}\Z)\w{{1,3}}"
)
_RUN = lazy_pattern(r"\w+")
_SYMBOL = lazy_pattern(rf"{SMALL}{CAPITAL}\w*")
_COUNTED = 3  # letters of a word that is counted
_RARE = 5  # times: an abbreviation is seldom written in small letters


class KnownMixture(NamedTuple):
    """What a mixture may be: the name of a note, or a word that the vault writes."""

    span: Span
    meaning: str
    fix: Fix | None = None


def mixtures(note: Note, words: Span) -> Iterator[Span]:
    """The words of a stretch of text that have capitals behind small letters or before them,
    and not by right as `RNAs`, `ATPase` and `McNAUGHTEN` do."""
    content, done = note.text.content, words.start
    for turn in _TURN.finditer(content, *words):
        before = _LETTERS_BEFORE.search(content, max(words.start, turn.start() - 60), turn.start())
        if not before or before.start() < done:
            continue
        behind = _LETTERS_BEHIND.match(content, turn.end(), words.end)
        if not behind:
            continue
        done = behind.end()
        word = Span(before.start(), done)
        if not begins_at_cue(note[word]) and not _RIGHT.fullmatch(content, *word):
            yield word


def begins_at_cue(words: str) -> bool:
    """Whether the first of some words still belongs to the cue, as in `also PHOBIA`."""
    first, *others = re.split("[ -]", words)
    return bool(others) and first.lower() in BESIDE_CUES


def known_mixture(note: Note, vault: Vault, words: Span, span: Span) -> KnownMixture | None:
    """The name of a note that a mixture stands in, with its place, or how often the vault writes
    the word in small letters; None where it does not, or the mixture is right as it stands."""
    content = note.text.content
    if _is_written_so(note, vault, note[span]):
        return None
    member = _MEMBER.search(content, max(words.start, span.start - 60), span.start)
    start = member.start() if member else span.start
    starts = [start, *(start + at.end() for at in re.finditer(" ", content[start : span.start]))]
    entries = (name_at(note, vault, words, Span(first, span.end)) for first in starts)
    entry = next(filter(None, entries), None)
    if entry is None:
        return _counted_mixture(note, vault, words, span)
    place, name = entry
    if holds_word_of(name, note[span]):
        return None
    return KnownMixture(place, f"`{name}`, in small capitals misread", put_in_capitals(note, place))


def _counted_mixture(note: Note, vault: Vault, words: Span, span: Span) -> KnownMixture | None:
    """A mixture whose last word the vault writes in small letters, and seldom otherwise."""
    whole = with_capitals_around(note, words, span)
    word = re.split("[ -]", note[span])[-1]
    often = vault.spelling.count_small(word_key(word))
    is_shaped = _TWO_CAPITALS.search(word) is not None or whole != span
    if not often or not is_shaped or (note.words[word] > 1 and not word.isupper()):
        return None
    if word.isupper() and vault.spelling.count(word_key(word)) > _RARE * often:
        return None
    written = writes("vault", f"`{word.lower()}`", often)
    return KnownMixture(whole, f"small capitals misread: {written}")


def _is_written_so(note: Note, vault: Vault, word: str) -> bool:
    """Whether a word that may be a symbol, as `iPhone` is, is written just so elsewhere too."""
    if not _SYMBOL.fullmatch(word):
        return False
    if len(word) < _COUNTED:
        return runs_of_letters(note, vault)[word] > 1
    return vault.spelling.count_mixed(word) > 1


def runs_of_letters(note: Note, vault: Vault) -> Counter[str]:
    """How often a note has each run of letters, digits and `_`, in links and code too."""
    return vault.remembered(note, _runs)


def _runs(note: Note, vault: Vault) -> Counter[str]:
    return Counter(_RUN.findall(note.text.content))


def holds_word_of(name: str, written: str) -> bool:
    """Whether a note's name has the capitals, or the mixed letters, just as they are written."""
    parts = (part for part in re.split("[ -]", written) if not (part.istitle() or part.islower()))
    return any(part in re.split("[ -]", name) for part in parts)


def with_capitals_around(note: Note, words: Span, span: Span) -> Span:
    """A word of a stretch of text, and the capitals beside it."""
    content = note.text.content
    before = _BEFORE.search(content, max(words.start, span.start - 80), span.start)
    after = _AFTER.match(content, span.end, words.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def name_at(note: Note, vault: Vault, words: Span, span: Span) -> tuple[Span, str] | None:
    """The longest stretch from a word on that is a note's name or alias, letter case aside, and
    that name."""
    content = note.text.content
    names = _NAME.match(content, span.start, words.end)
    end = names.end() if names else span.end
    while end >= span.end:
        found = _name(vault, content[span.start : end])
        if found is not None:
            return Span(span.start, end), found
        end = max(content.rfind(" ", span.start, end), 0)
    return None


def _name(vault: Vault, name: str) -> str | None:
    for written in spellings(name):
        paths = filter(is_note, vault.names.named(written))
        found = next((link_text(posixpath.basename(path)) for path in paths), None)
        if found or vault.index.notes_called(written):
            return found or written.lower()
    return None


def put_in_capitals(note: Note, span: Span) -> Fix | None:
    """A fix that writes some words in capitals; None where one of their letters has none of its
    own, as `ß` and `ı` have not, so that another letter or two would stand there."""
    written = note[span]
    capitals = written.upper()
    if len(capitals) != len(written) or capitals.lower() != written.lower():
        return None
    return Fix.replacing(span, capitals, "write it in capitals", Applicability.UNSAFE)
