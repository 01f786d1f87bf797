from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from fnmatch import fnmatchcase

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
    option,
    source_around,
)
from notelint.wording import (
    CAPITAL,
    CUES,
    SMALL,
    holds_word_of,
    is_behind_cue,
    known_mixture,
    misread_at,
    mixtures,
    name_at,
    put_in_capitals,
    runs_of_letters,
    with_capitals_around,
)

_LITTLE = lazy_pattern(r"And|Or|Of|The|In|To|For|On|By|With|At|From")  # never so among capitals
_CAPITALS = lazy_pattern(rf"{CAPITAL}{{3,}}")
_MAY_BE_MISREAD = lazy_pattern(f"{CAPITAL}{{2}}|{SMALL}{CAPITAL}")
_EXAMPLE = "## Synthesis\n- A seam.\n## Source[^1]\n- A seam. {}\n## References\n\n[^1]: a book\n"
_VOWEL = lazy_pattern("[AEIOUYÀ-ÖØ-Þ]")


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
    fixes = (
        "Unsafe where a note has the name, or an alias is so: it is written in capitals, as the "
        "dictionary prints it. None where only words speak for it."
    )
    is_default = False
    trigger = Trigger(facts=("sections",))

    allow: tuple[str, ...] = option(
        ("*RNA", "*DNA", "cAMP", "cGMP", "d?TP", "mTOR", "iEEG", "sEEG", "iSCSI", "eSIM", "xAPI"),
        "words that are right as they stand, `*` for any letters",
    )
    # `v.` is a verb's label as well, behind which no name is looked for that has no capitals.
    cues: tuple[str, ...] = option(
        (*CUES, "v"), "words after which a dictionary names other entries"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if not _MAY_BE_MISREAD.search(note.text.content):
            return
        for words in note.facts.prose:
            if not source_around(note, vault, words):
                continue
            yield from (found := [*self._misread_in(note, vault, words)])
            yield from self._known_in(note, vault, words, [finding.span for finding in found])

    def _misread_in(self, note: Note, vault: Vault, words: Span) -> Iterator[Finding]:
        """What looks misread whether the vault has the word or not."""
        done = words.start
        for capitals in _CAPITALS.finditer(note.text.content, *words):
            match = misread_at(note, words, capitals.start(), self.cues)
            if match and match.start() >= done and not self._is_allowed(match[0]):
                done = match.end()
                yield from _judge(note, vault, words, match)

    def _known_in(
        self, note: Note, vault: Vault, words: Span, found: list[Span]
    ) -> Iterator[Finding]:
        """Mixtures of any shape, where the vault has the word or a note of that name."""
        told, done = deque(sorted(found)), words.start
        for mixture in mixtures(note, words):
            while told and told[0].start < mixture.end:
                done = max(done, told.popleft().end)
            is_named = mixture.start >= done and is_behind_cue(note, mixture.start, self.cues)
            if not is_named or self._is_allowed(note[mixture]):
                continue
            done = mixture.end
            known = known_mixture(note, vault, words, mixture)
            if known:
                message = f"`{note[known.span]}` may be {known.meaning}"
                yield Finding(known.span, message, known.fix)

    def _is_allowed(self, words: str) -> bool:
        parts = re.split("[ -]", words)
        return any(fnmatchcase(part, pattern) for part in parts for pattern in self.allow)


def _judge(note: Note, vault: Vault, words: Span, match: re.Match[str]) -> Iterator[Finding]:
    span = with_capitals_around(note, words, Span(*match.span()))
    entry = name_at(note, vault, words, span)
    if entry is not None:
        span, name = entry
        if not holds_word_of(name, match[0]):
            message = f"`{note[span]}` may be `{name}`, in small capitals misread"
            yield Finding(span, message, put_in_capitals(note, span))
    elif _VOWEL.search(match[0]) if match["turned"] else _is_misread(note, vault, match):
        yield Finding(span, f"`{note[span]}` may be small capitals misread")


def _is_misread(note: Note, vault: Vault, match: re.Match[str]) -> bool:
    """Whether capitals beside another word are no abbreviation: the word is a little one, or the
    note or the vault writes them in small letters too."""
    parts = re.split("[ -]", match[0])
    if any(_LITTLE.fullmatch(part) for part in parts):
        return True
    capitals = next(part for part in parts if part.isupper()).lower()
    return runs_of_letters(note, vault)[capitals] > 0 or vault.spelling.is_small(capitals)
