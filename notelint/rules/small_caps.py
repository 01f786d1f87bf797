from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Span,
    Vault,
    is_note,
    link_text,
    option,
    source_around,
)

_SMALL, _CAPITAL = "[a-zà-öø-ÿ]", "[A-ZÀ-ÖØ-Þ]"
_TURNED = rf"{_SMALL}{{1,3}}{_CAPITAL}{{3,}}"  # hyBRID
_MIXED = (
    rf"{_CAPITAL}{{4,}}[ -]{_CAPITAL}{_SMALL}{{2,}}|{_CAPITAL}{_SMALL}{{2,}}[ -]{_CAPITAL}{{4,}}"
)
_LITTLE = re.compile(r"And|Or|Of|The|In|To|For|On|By|With|At|From")  # never so among capitals
_CAPITALS_BEFORE = re.compile(rf"(?:(?<!\w){_CAPITAL}{{2,}}[ -])*\Z")
_CAPITALS_AFTER = re.compile(rf"(?:[ -]{_CAPITAL}{{2,}}(?!\w))*")
_NAME = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,5}")
_CAPITALS = re.compile(rf"{_CAPITAL}{{3,}}")
_TWO_WORDS_BEFORE = re.compile(r"(?:\w+[ -])?(?P<last>\w*)\Z")
_EXAMPLE = "## Synthesis\n- A seam.\n## Source[^1]\n- A seam. {}\n## References\n\n[^1]: a book\n"
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Þ]")


@dataclass(frozen=True, kw_only=True)
class SmallCaps(Rule):
    """Dictionaries set their cross references in small capitals, and a scan reads some of them as
    small letters: `See hyBRID ZONE`. Such a name is found by no search and never becomes a link.
    Only what a Source section quotes is judged. Abbreviations such as `mRNA` and references that
    are all capitals are right."""

    name = "small-caps"
    code = "NL412"
    summary = "A cross reference is all capitals, or none."
    bad = _EXAMPLE.format("See also hyBRID ZONE.")
    good = _EXAMPLE.format("See also HYBRID ZONE, mRNA, an iPhone.")
    is_default = False

    allow: tuple[str, ...] = option(
        ("*RNA", "*DNA", "cAMP", "cGMP", "d?TP", "mTOR", "iEEG", "sEEG", "iSCSI", "eSIM", "xAPI"),
        "words that are right as they stand, `*` for any letters",
    )
    cues: tuple[str, ...] = option(
        ("see", "compare", "cf"), "words after which a dictionary names other entries"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        if not _CAPITALS.search(content):
            return
        for words in note.facts.prose:
            if not source_around(note, vault, words):
                continue
            done = words.start
            for capitals in _CAPITALS.finditer(content, *words):
                match = self._misread(note, words, capitals.start())
                if match is not None and match.start() >= done:
                    done = match.end()
                    yield from _judge(note, vault, words, match)

    def _misread(self, note: Note, words: Span, offset: int) -> re.Match[str] | None:
        """The misread words that the capitals at an offset stand in, behind a cue."""
        content, pattern = note.text.content, _misread(self.cues)
        two_words = _TWO_WORDS_BEFORE.search(content, max(words.start, offset - 60), offset)
        for start in (two_words.start(), two_words.start("last")) if two_words else ():
            match = pattern.match(content, start, words.end)
            if match is not None and match.end() > offset:
                near = content[max(note.text.line_at(start).start, start - 120) : start]
                is_named = _cue(self.cues).search(near) and not self._is_allowed(match[0])
                return match if is_named else None
        return None

    def _is_allowed(self, words: str) -> bool:
        parts = re.split("[ -]", words)
        return any(fnmatchcase(part, pattern) for part in parts for pattern in self.allow)


@lru_cache(maxsize=8)
def _misread(cues: tuple[str, ...]) -> re.Pattern[str]:
    """What looks misread, and does not begin with the cue itself: `See GENE Cloning`."""
    return re.compile(
        rf"(?<!\w)(?!(?i:{_any(cues)})(?!\w))(?:(?P<turned>{_TURNED})|{_MIXED})(?!\w)"
    )


@lru_cache(maxsize=8)
def _cue(cues: tuple[str, ...]) -> re.Pattern[str]:
    """A cue, and up to the place a list of names without a full stop or a bracket."""
    return re.compile(rf"(?<!\w)(?:{_any(cues)})(?!\w)\.?[^.:()]*\Z", re.I)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def _judge(note: Note, vault: Vault, words: Span, match: re.Match[str]) -> Iterator[Finding]:
    span = _whole(note, words, match)
    entry = _entry(note, vault, words, span)
    if entry is not None:
        span, name = entry
        if not _holds_a_word_of(name, match[0]):
            yield Finding(span, f"`{note[span]}` may be `{name}`, in small capitals misread")
    elif _VOWEL.search(match[0]) if match["turned"] else _is_misread(note, vault, match):
        yield Finding(span, f"`{note[span]}` may be small capitals misread")


def _holds_a_word_of(name: str, written: str) -> bool:
    """Whether a note's name has the capitals, or the mixed letters, just as they are written."""
    parts = re.split("[ -]", written)
    return any(part in re.split("[ -]", name) for part in parts if not part.istitle())


def _whole(note: Note, words: Span, match: re.Match[str]) -> Span:
    """The misread words and the capitals beside them."""
    content = note.text.content
    before = _CAPITALS_BEFORE.search(content, max(words.start, match.start() - 80), match.start())
    after = _CAPITALS_AFTER.match(content, match.end(), words.end)
    return Span(before.start() if before else match.start(), after.end() if after else match.end())


def _entry(note: Note, vault: Vault, words: Span, span: Span) -> tuple[Span, str] | None:
    """The longest stretch from here on that is a note's name, letter case aside, and that name."""
    names = _NAME.match(note.text.content, span.start, words.end)
    end = names.end() if names else span.end
    while end >= span.end:
        name = note.text.content[span.start : end]
        paths = filter(is_note, vault.names.named(name))
        found = next((link_text(posixpath.basename(path)) for path in paths), None)
        if found is not None:
            return Span(span.start, end), found
        end = max(note.text.content.rfind(" ", span.start, end), 0)
    return None


def _is_misread(note: Note, vault: Vault, match: re.Match[str]) -> bool:
    """Whether capitals beside another word are no abbreviation: the word is a little one, or the
    note or the vault writes them in small letters too."""
    parts = re.split("[ -]", match[0])
    if any(_LITTLE.fullmatch(part) for part in parts):
        return True
    capitals = next(part for part in parts if part.isupper()).lower()
    is_here = re.search(rf"(?<!\w){capitals}(?!\w)", note.text.content) is not None
    return is_here or vault.spelling.is_small(capitals)
