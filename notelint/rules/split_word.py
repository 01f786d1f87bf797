from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
    option,
)
from notelint.wording import (
    CHAINS,
    HANGING,
    HYPHENS,
    Evidence,
    SplitPieces,
    chain_at,
    evidence_against_hyphen,
    evidence_of_pieces,
    is_name,
    is_told_of,
    is_word,
    put_together,
    rejoined,
    split_at,
)

_LETTER = r"[^\W\d_]"
# With a blank behind the hyphen, and maybe with emphasis that ends and begins again there.
_APART = {
    hyphen: lazy_pattern(
        rf"{hyphen}(?<={_LETTER}{hyphen}|[\u0300-\u036f]{hyphen})"
        rf"(?P<mark>\*{{1,3}}|_{{1,3}}|==|~~|)[ \t\u00a0]+(?P=mark)(?={_LETTER})"
    )
    for hyphen in HYPHENS
}
_KEPT = {
    hyphen: lazy_pattern(
        rf"{hyphen}(?<={_LETTER}{hyphen}|[\u0300-\u036f]{hyphen})(?={_LETTER}{{3}})"
    )
    for hyphen in HYPHENS
}


@dataclass(frozen=True, kw_only=True)
class SplitWord(Rule):
    """A word that was broken at the end of a printed line keeps its hyphen when the lines are
    joined: `prac- tices`, `haemo-poietic`. No search finds it. The evidence is that the note or
    the vault writes the whole word; hyphens that hang, as in `mid- to late`, and compounds are
    right."""

    name = "split-word"
    code = "NL413"
    summary = "A word has no hyphen that a printer put in."
    bad = "The practices of old, and the prac- tices of now.\n"
    good = "The practices of old, in mid- to late summer, and well-being.\n"
    fixes = (
        "Unsafe: the pieces are joined, with the hyphen or without, whichever is written more "
        "often. The counts are evidence, not proof; none where they do not clearly differ."
    )
    trigger = Trigger(texts=HYPHENS)

    hanging: tuple[str, ...] = option(
        HANGING, "words behind which a hyphen hangs: they never go on a split word"
    )
    prefixes: tuple[str, ...] = option(
        (), "first parts that keep a hyphen without a blank, whatever the vault writes elsewhere"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        for hyphen in HYPHENS:
            if hyphen not in content:
                continue
            for match in _APART[hyphen].finditer(content):
                yield from self._judge_apart(note, vault, match)
            for match in _KEPT[hyphen].finditer(content):
                yield from self._judge_kept(note, vault, match)
            yield from _judge_chains(note, vault, CHAINS[hyphen].finditer(content))

    def _judge_apart(self, note: Note, vault: Vault, match: re.Match[str]) -> Iterator[Finding]:
        split = split_at(note, match)
        if split is None or split.second.lower() in self.hanging:
            return
        if split.mark and is_word(vault, split.second):  # `**un-** **happy**`, explained
            return
        evidence = evidence_of_pieces(note, vault, split.first, split.second)
        if evidence is not None:
            yield _finding(note, split, evidence)

    def _judge_kept(self, note: Note, vault: Vault, match: re.Match[str]) -> Iterator[Finding]:
        split = split_at(note, match)
        if split is None or len(split.first) == 1 or not split.joined[1:].islower():
            return
        if split.first.lower() in self.prefixes or is_told_of(note, split):
            return
        evidence = evidence_against_hyphen(note, vault, split.first, split.second)
        if evidence is not None and not is_name(note, vault, split.span):
            yield _finding(note, split, evidence)


def _judge_chains(note: Note, vault: Vault, found: Iterator[re.Match[str]]) -> Iterator[Finding]:
    chains = [chain for match in found if (chain := chain_at(note, match))]
    if not chains:
        return
    counts = Counter(note[chain.span] for chain in chains)
    for chain in chains:
        whole = rejoined(note, vault, chain, counts[note[chain.span]])
        if whole is not None and not is_name(note, vault, chain.span):
            message = whole.evidence.told_of(f"`{note[whole.span]}`")
            yield Finding(whole.span, message, whole.fix)


def _finding(note: Note, split: SplitPieces, evidence: Evidence) -> Finding:
    message = evidence.told_of(f"`{note[split.span]}`")
    edit = put_together(note, split, "-" if evidence.word == split.compound else "")
    if edit is None or not evidence.is_sure:
        return Finding(split.span, message)
    fix = Fix(f"write `{evidence.word}`", (edit,), Applicability.UNSAFE)
    return Finding(split.span, message, fix)
