from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    dataclass,
    lazy_pattern,
    option,
    source_around,
    sources,
)
from notelint.wording import (
    Evidence,
    evidence_for_hyphen,
    evidence_for_number,
    is_in_target,
    names_in_links,
    rough_words,
    tells_of,
    with_hyphens,
    words_at,
)

_CAMEL = lazy_pattern(r"[a-z][A-Z]")  # a name of a program: `pointsTo`
_MAY_BE_PLAIN = lazy_pattern(r"\d(?<=[^\W\d_A-Z]\d)")
_NUMBERED = lazy_pattern(r"([^\W\d_]{2,})(\d+)")


@dataclass(frozen=True, kw_only=True)
class LostHyphen(Rule):
    """A hyphen at a line's end is lost in scanning, and `interleukin1` is found by no search for
    `interleukin-1`. The evidence is how the same note, or the vault, writes the word elsewhere.
    Where no source is quoted, only a plain word with a number is judged: `ERC20`, `utf8` and
    `sideeffects` are written so on purpose there. Names of notes are right as they stand, and a
    symbol such as `IL2` may be that of a gene, which has no hyphen."""

    name = "lost-hyphen"
    code = "NL407"
    summary = "A word keeps its hyphen."
    bad = "Interleukin-1 is a protein. So interleukin1 does it.\n"
    good = "Interleukin-1 is a protein. So interleukin-1 does it.\n"
    fixes = (
        "Unsafe: the hyphen is put in. The counts are evidence, not proof; none where both are "
        "written alike often, or for capitals with a number. Where they are, only a compound is "
        "found that nobody else writes without the hyphen."
    )
    trigger = None  # a word that has its hyphen elsewhere

    both: tuple[str, ...] = option(
        ("online", "recover", "recreate", "reform", "represent", "resent", "resign"),
        "words that are right with and without a hyphen",
    )

    prefixes: tuple[str, ...] = option(
        (),
        "first parts with which any word is right in both spellings, so that counts prove nothing",
    )
    minimum: int = option(
        3, "how often the vault must write the hyphen, where the note itself never does"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if not sources(note, vault) and not _MAY_BE_PLAIN.search(note.text.content):
            return
        known = with_hyphens(vault, rough_words(note)).keys() - {*self.both}
        found = [match for match in words_at(note, known) if _is_judged(match, note, vault)]
        usual = with_hyphens(vault, note.words_by_key.keys()) if found else {}
        names = names_in_links(note) if found else frozenset()
        for match in found:
            key = match[0].lower()
            is_right = key in names or key not in usual or vault.is_name(match[0])
            if not is_right and not is_in_target(note, Span(*match.span())):
                yield from self._judge(match, usual[key], note, vault)

    def _judge(
        self, match: re.Match[str], usual: str, note: Note, vault: Vault
    ) -> Iterator[Finding]:
        evidence = self._evidence(match[0], usual, note, vault)
        is_tie = evidence is not None and evidence.often == evidence.rarely
        if evidence is not None and not (is_tie and tells_of(note, evidence.word)):
            is_small = match[0][1:].islower() or not match[0][-1].isdigit()
            yield _finding(match, evidence, may_fix=is_small and evidence.is_sure)

    def _evidence(self, word: str, usual: str, note: Note, vault: Vault) -> Evidence | None:
        numbered = _NUMBERED.fullmatch(word.lower())
        if numbered:
            compound, is_plain = f"{numbered[1]}-{numbered[2]}", _is_plain(word)
            return evidence_for_number(note, vault, word, compound, self.minimum, is_plain=is_plain)
        if _CAMEL.search(word) or usual.partition("-")[0] in self.prefixes:
            return None
        return evidence_for_hyphen(note, vault, word, usual, self.minimum)


def _is_judged(match: re.Match[str], note: Note, vault: Vault) -> bool:
    """Whether a source is quoted where a word stands, or it is a plain one with a number."""
    if _NUMBERED.fullmatch(match[0].lower()) and _is_plain(match[0]):
        return True
    return source_around(note, vault, Span(*match.span())) is not None


def _is_plain(word: str) -> bool:
    """Whether a word with a number is no code: `interleukin1`, and not `utf8` or `BM25`."""
    letters = word.rstrip("0123456789")
    return letters[1:].islower() and sum(map(str.islower, letters)) >= 4


def _finding(match: re.Match[str], evidence: Evidence, *, may_fix: bool) -> Finding:
    first = _length_of(evidence.word.partition("-")[0], match[0])
    written = f"{match[0][:first]}-{match[0][first:]}"
    hyphen = Span(match.start() + first, match.start() + first)
    fix = Fix.replacing(hyphen, "-", "put the hyphen in", Applicability.UNSAFE)
    told = evidence._replace(word=written).told_of(f"`{match[0]}`")
    return Finding(Span(*match.span()), told, fix if may_fix else None)


def _length_of(folded: str, word: str) -> int:
    """How many letters at the start of a word its part in lower case is: `İ` becomes two."""
    lengths = range(len(word))
    return next((size for size in lengths if word[:size].lower() == folded), len(folded))
