from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.diagnostic import Applicability, Finding, Fix
from notelint.note import Note
from notelint.rule import Rule, option
from notelint.section import source_around
from notelint.text import Span
from notelint.vault import Vault
from notelint.words import WORD, compounds_in

_NUMBERED = re.compile(r"([^\W\d_]{2,})(\d+)")
_ENOUGH = 3  # how often the vault must write the hyphen, where the note itself does not
# With these a word is right in both spellings, so a count tells a habit and no scar of a scan.
_PREFIXES = re.compile(
    "anti|auto|bi|co|counter|de|dis|extra|hyper|hypo|in|infra|inter|intra|macro|mega|meta|micro|mid"
    "|mini|mis|mono|multi|non|out|over|para|poly|post|pre|pro|pseudo|quasi|re|self|semi|sub|super"
    "|supra|trans|tri|ultra|un|under|uni"
)


@dataclass(frozen=True, kw_only=True)
class LostHyphen(Rule):
    """A hyphen at a line's end is lost in scanning, and `interleukin1` is found by no search for
    `interleukin-1`. The evidence is how the same note, or the vault, writes the word elsewhere.
    Words of letters alone, such as `sideeffects`, are judged only where a source is quoted."""

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

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        here = Counter(
            word
            for span in note.facts.words
            for word in compounds_in(content[span.start : span.end])
        )
        for span in note.facts.words:
            is_quoted = source_around(note, vault, span) is not None
            for match in WORD.finditer(content, *span):
                if match[0].casefold() not in self.both:
                    yield from _judge(match, is_quoted, here, vault)


def _judge(
    match: re.Match[str], is_quoted: bool, here: Counter[str], vault: Vault
) -> Iterator[Finding]:
    word = match[0].casefold()
    numbered = _NUMBERED.fullmatch(word)
    if numbered and here[f"{numbered[1]}-{numbered[2]}"]:
        compound = f"{numbered[1]}-{numbered[2]}"
        yield _finding(match, compound, f"the note writes it {_times(here[compound])}")
    elif numbered or is_quoted:
        yield from _judge_by_vault(match, here, vault)


def _judge_by_vault(match: re.Match[str], here: Counter[str], vault: Vault) -> Iterator[Finding]:
    word = match[0].casefold()
    compound = vault.hyphenated.get(word)
    if compound is None or _PREFIXES.fullmatch(compound.partition("-")[0]):
        return
    often, rarely = vault.compounds[compound], vault.joined_words[word]
    is_here = here[compound] > 0 and often >= rarely
    if is_here or (often >= _ENOUGH and often > rarely):
        counts = f"the vault writes it {_times(often)}, without the hyphen {_times(rarely)}"
        yield _finding(match, compound, counts)


def _finding(match: re.Match[str], compound: str, evidence: str) -> Finding:
    hyphen = match.start() + compound.index("-")
    fix = Fix.replacing(Span(hyphen, hyphen), "-", "put the hyphen in", Applicability.UNSAFE)
    written = match[0][: compound.index("-")] + "-" + match[0][compound.index("-") :]
    return Finding(Span(*match.span()), f"`{match[0]}` may be `{written}`: {evidence}", fix)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
