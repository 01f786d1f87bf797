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
    word_key,
)
from notelint.wording import (
    CHAINS,
    COMBINING,
    HANGING,
    HYPHENS,
    NEVER_SECOND,
    PREFIXES,
    Evidence,
    SplitPieces,
    chain_at,
    evidence_against_hyphen,
    evidence_of,
    is_name,
    may_keep_hyphen,
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
_PARTICIPLE = lazy_pattern(r".{3,}(?:ed|ing)")  # `copper-plated`, of which compounds are made
_MUCH_OFTENER = 25  # times as often as the whole word: the second piece is a word of its own
_LONG = 8  # letters of a word that is no abbreviation of two, as `priv-esc` is
_ENOUGH = 3  # times that a word with the hyphen is written, where a capital follows it


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
        (*PREFIXES, *COMBINING),
        "first parts that may keep a hyphen without a blank, whatever the vault writes elsewhere",
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
        if split is None or split.second.lower() in (*self.hanging, *NEVER_SECOND):
            return
        evidence = evidence_of(note, vault, split.joined, split.compound)
        if evidence is None or not self._is_likely(note, vault, split, evidence):
            return
        if split.mark and split.first.lower() in self.prefixes:  # `**un-** **happy**`, explained
            return
        yield _finding(note, split, evidence, is_clear=evidence.is_clear)

    def _judge_kept(self, note: Note, vault: Vault, match: re.Match[str]) -> Iterator[Finding]:
        split = split_at(note, match)
        if split is None or len(split.first) == 1 or not split.joined[1:].islower():
            return
        key = word_key(split.joined)
        if not vault.spelling.count(key) or may_keep_hyphen(vault, split, self.prefixes):
            return
        evidence = evidence_against_hyphen(note, vault, split.joined, split.compound)
        is_near = note.words_by_key[key] > 0 or len(split.joined) >= _LONG
        if evidence is None or not is_near:
            return
        is_sure = evidence.often > 1 or vault.is_name(split.joined)
        if not is_sure and _PARTICIPLE.fullmatch(split.second):
            return
        if not is_name(note, vault, split.span):
            is_clear = is_sure and evidence.is_clear and split.first.lower() not in self.prefixes
            yield _finding(note, split, evidence, is_clear=is_clear)

    def _is_likely(self, note: Note, vault: Vault, split: SplitPieces, evidence: Evidence) -> bool:
        """Whether the hyphen and the blank stand in a word. A second piece that is far more
        frequent than the whole is a word, and the hyphen hangs or is a dash; so is one that begins
        a name. A hyphen that is written between halves of a word may have been kept by a scan."""
        first, second, is_joined = split.first, split.second, evidence.word == split.joined
        is_sure = evidence.often >= _ENOUGH
        if second[0].isupper() and not (first.isupper() and second.isupper()):
            return not is_joined and is_sure
        if not is_joined:
            return is_sure or len(first) == 1 or may_keep_hyphen(vault, split, self.prefixes, note)
        often = vault.spelling.count(word_key(second))
        return len(second) > 1 and often <= _MUCH_OFTENER * evidence.often


def _judge_chains(note: Note, vault: Vault, found: Iterator[re.Match[str]]) -> Iterator[Finding]:
    chains = [chain for match in found if (chain := chain_at(note, match))]
    if not chains:
        return
    counts = Counter(note[chain.span] for chain in chains)
    for chain in chains:
        whole = rejoined(note, vault, chain, counts[note[chain.span]])
        if whole is not None and not is_name(note, vault, chain.span):
            message = f"`{note[whole.span]}` may be `{whole.evidence.word}`: {whole.evidence}"
            yield Finding(whole.span, message, whole.fix)


def _finding(note: Note, split: SplitPieces, evidence: Evidence, *, is_clear: bool) -> Finding:
    message = f"`{note[split.span]}` may be `{evidence.word}`: {evidence}"
    edit = put_together(note, split, "-" if evidence.word == split.compound else "")
    if edit is None or not is_clear:
        return Finding(split.span, message)
    fix = Fix(f"write `{evidence.word}`", (edit,), Applicability.UNSAFE)
    return Finding(split.span, message, fix)
