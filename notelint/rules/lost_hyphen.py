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
    word_key,
)
from notelint.wording import (
    PREFIXES,
    Evidence,
    evidence_for_hyphen,
    is_in_target,
    may_be_compound,
    names_in_links,
    rough_words,
    with_hyphens,
    words_at,
)

_NEARLY_ALWAYS = 5  # times as often as without the hyphen
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
        PREFIXES,
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
        numbered = _NUMBERED.fullmatch(match[0].lower())
        compound = f"{numbered[1]}-{numbered[2]}" if numbered else usual
        is_plain = numbered is not None and _is_plain(match[0])
        if not numbered and _CAMEL.search(match[0]):
            return
        if not numbered and compound.partition("-")[0] in self.prefixes:
            return
        evidence = evidence_for_hyphen(note, vault, match[0], compound, self.minimum, is_plain)
        if evidence is None or (is_plain and not _is_of_its_case(note, vault, evidence)):
            return
        if evidence.is_tie and not numbered and not _may_be_lost(vault, evidence):
            return
        is_small = not numbered or match[0][1:].islower()
        may_fix = is_small and (is_plain or not evidence.is_tie)
        yield _finding(match, evidence, may_fix=may_fix)


def _is_judged(match: re.Match[str], note: Note, vault: Vault) -> bool:
    """Whether a source is quoted where a word stands, or it is a plain one with a number."""
    if _NUMBERED.fullmatch(match[0].lower()) and _is_plain(match[0]):
        return True
    return source_around(note, vault, Span(*match.span())) is not None


def _may_be_lost(vault: Vault, evidence: Evidence) -> bool:
    """Whether a hyphen that the note has as often as not may be lost: of a compound, which nobody
    else writes without it."""
    joined, compound = map(vault.spelling.count, (word_key(evidence.other), evidence.word))
    is_alone = joined <= evidence.rarely or joined < compound
    return is_alone and may_be_compound(vault, evidence.word)


def _is_of_its_case(note: Note, vault: Vault, evidence: Evidence) -> bool:
    """Whether a name with a number is mostly written in small letters where it has a hyphen, or
    has it nearly always: `KECCAK-256` says little of `keccak256`."""
    compound = evidence.word
    if evidence.often >= _NEARLY_ALWAYS * max(evidence.rarely, 1):
        return True
    if evidence.place == "vault":
        return 2 * vault.spelling.count_small(compound) >= evidence.often
    forms = (compound, compound[0].upper() + compound[1:])
    return 2 * sum(note.words[form] for form in forms) >= evidence.often


def _is_plain(word: str) -> bool:
    """Whether a word with a number is no code: `interleukin1`, and not `utf8` or `BM25`."""
    letters = word.rstrip("0123456789")
    return letters[1:].islower() and sum(map(str.islower, letters)) >= 4


def _finding(match: re.Match[str], evidence: Evidence, *, may_fix: bool) -> Finding:
    first = _length_of(evidence.word.partition("-")[0], match[0])
    written = f"{match[0][:first]}-{match[0][first:]}"
    hyphen = Span(match.start() + first, match.start() + first)
    fix = Fix.replacing(hyphen, "-", "put the hyphen in", Applicability.UNSAFE)
    message = f"`{match[0]}` may be `{written}`: {evidence}"
    return Finding(Span(*match.span()), message, fix if may_fix else None)


def _length_of(folded: str, word: str) -> int:
    """How many letters at the start of a word its part in lower case is: `İ` becomes two."""
    lengths = range(len(word))
    return next((size for size in lengths if word[:size].lower() == folded), len(folded))
