from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import (
    WORD,
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    compounds_in,
    is_in_target,
    option,
    source_around,
    times,
)

_NUMBERED = re.compile(r"([^\W\d_]{2,})(\d+)")
_PREFIXES = (
    "anti", "auto", "bi", "co", "counter", "de", "dis", "extra", "hyper", "hypo", "in", "infra",
    "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi",
    "non", "out", "over", "para", "poly", "post", "pre", "pro", "pseudo", "quasi", "re", "self",
    "semi", "sub", "super", "supra", "trans", "tri", "ultra", "un", "under", "uni",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class LostHyphen(Rule):
    """A hyphen at a line's end is lost in scanning, and `interleukin1` is found by no search for
    `interleukin-1`. The evidence is how the same note, or the vault, writes the word elsewhere.
    Where no source is quoted, only a plain word with a number is judged: `ERC20`, `utf8` and
    `sideeffects` are written so on purpose there."""

    name = "lost-hyphen"
    code = "NL407"
    summary = "A word keeps its hyphen."
    bad = "Interleukin-1 is a protein. So interleukin1 does it.\n"
    good = "Interleukin-1 is a protein. So interleukin-1 does it.\n"
    fixes = "Unsafe: the hyphen is put in. The counts are evidence, not proof."

    both: tuple[str, ...] = option(
        ("online", "recover", "recreate", "reform", "represent", "resent", "resign"),
        "words that are right with and without a hyphen",
    )

    prefixes: tuple[str, ...] = option(
        _PREFIXES,
        "first parts with which any word is right in both spellings, so that counts prove nothing",
    )
    minimum: int = option(
        3, "how often the vault must write the hyphen, where the note itself never does"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        here = Counter(word for span in note.facts.prose for word in compounds_in(note[span]))
        own = {compound.replace("-", "") for compound in here}
        content, prose = note.text.content, note.facts.prose
        words = {word.lower() for span in prose for word in WORD.findall(content, *span)}
        known = vault.spelling.hyphenated(words).keys() | (own & words)
        found = (match for span in prose if known for match in WORD.finditer(content, *span))
        joined = [match for match in found if match[0].lower() in known]
        here.update(match[0].lower() for match in joined)
        for match in joined:
            span = Span(*match.span())
            if match[0].lower() not in self.both and not is_in_target(note, span):
                is_quoted = source_around(note, vault, span) is not None
                yield from self._judge(match, is_quoted, here, vault)

    def _judge(
        self, match: re.Match[str], is_quoted: bool, here: Counter[str], vault: Vault
    ) -> Iterator[Finding]:
        word = match[0].lower()
        numbered = _NUMBERED.fullmatch(word)
        usual = vault.spelling.hyphenated([word]).get(word, "")
        compound = f"{numbered[1]}-{numbered[2]}" if numbered else usual
        if not is_quoted and not (numbered and _is_plain(match[0])):
            return
        is_here = here[compound] >= here[word]
        if numbered and is_here:
            yield _finding(match, compound, f"the note writes it {times(here[compound])}")
        elif compound.partition("-")[0] not in self.prefixes:
            yield from self._judge_by_vault(match, compound, is_here, vault)

    def _judge_by_vault(
        self, match: re.Match[str], compound: str, is_here: bool, vault: Vault
    ) -> Iterator[Finding]:
        joined = match[0].lower() if vault.spelling.hyphenated([match[0].lower()]) else ""
        often, rarely = vault.spelling.count(compound), vault.spelling.count(joined)
        if (is_here and often >= rarely) or (often >= self.minimum and often > rarely):
            counts = f"the vault writes it {times(often)}, without the hyphen {times(rarely)}"
            yield _finding(match, compound, counts)


def _is_plain(word: str) -> bool:
    """Whether a word with a number is no code: `interleukin1`, and not `utf8` or `BM25`."""
    letters = word.rstrip("0123456789")
    return letters[1:].islower() and sum(map(str.islower, letters)) >= 4


def _finding(match: re.Match[str], compound: str, evidence: str) -> Finding:
    first = _length_of(compound.partition("-")[0], match[0])
    written = f"{match[0][:first]}-{match[0][first:]}"
    hyphen = Span(match.start() + first, match.start() + first)
    fix = Fix.replacing(hyphen, "-", "put the hyphen in", Applicability.UNSAFE)
    return Finding(Span(*match.span()), f"`{match[0]}` may be `{written}`: {evidence}", fix)


def _length_of(folded: str, word: str) -> int:
    """How many letters at the start of a word its part in lower case is: `İ` becomes two."""
    lengths = range(len(word))
    return next((size for size in lengths if word[:size].lower() == folded), len(folded))
