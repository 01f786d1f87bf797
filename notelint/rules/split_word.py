from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import (
    COMBINING,
    HANGING,
    HYPHENS,
    NEVER_SECOND,
    PREFIXES,
    Applicability,
    Evidence,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    SplitPieces,
    Vault,
    evidence_against_hyphen,
    evidence_of,
    is_in_target,
    is_word,
    option,
    put_together,
    split_at,
    word_key,
)

_LETTER = r"[^\W\d_]"
# With a blank behind the hyphen, and maybe with emphasis that ends and begins again there.
_APART = {
    hyphen: re.compile(
        rf"{hyphen}(?<={_LETTER}{hyphen}|[\u0300-\u036f]{hyphen})"
        rf"(?P<mark>\*{{1,3}}|_{{1,3}}|==|~~|)[ \t\u00a0]+(?P=mark)(?={_LETTER})"
    )
    for hyphen in HYPHENS
}
_KEPT = {
    hyphen: re.compile(rf"{hyphen}(?<={_LETTER}{hyphen}|[\u0300-\u036f]{hyphen})(?={_LETTER}{{3}})")
    for hyphen in HYPHENS
}
_NAME_BEFORE, _NAME_BEHIND = frozenset("/.@#\\&:'’"), re.compile(r"[.@/:]\w|['’]")
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
        if not vault.spelling.count(word_key(split.joined)) or self._may_keep_hyphen(vault, split):
            return
        evidence = evidence_against_hyphen(note, vault, split.joined, split.compound)
        is_known = evidence and (evidence.place == "note" or len(split.joined) >= _LONG)
        is_title = split.compound.lower() in note.title.lower()
        is_name = is_title or _is_in_name(note, split.span) or vault.is_name(split.compound)
        if evidence and is_known and not is_name and not is_in_target(note, split.span):
            yield _finding(note, split, evidence, is_clear=True)

    def _may_keep_hyphen(self, vault: Vault, split: SplitPieces, note: Note | None = None) -> bool:
        """Whether a compound may be meant: one of its halves is a word, or a prefix. Where they
        stand apart in a note, what it writes are pieces and no words."""
        if split.first.lower() in self.prefixes:
            return True
        halves = (split.first, split.second)
        own = (note.words_by_key[word_key(half)] if note else 0 for half in halves)
        whole = vault.spelling.count(word_key(split.joined))
        return any(is_word(vault, half, but, whole) for half, but in zip(halves, own, strict=True))

    def _is_likely(self, note: Note, vault: Vault, split: SplitPieces, evidence: Evidence) -> bool:
        """Whether the hyphen and the blank stand in a word. A second piece that is far more
        frequent than the whole is a word, and the hyphen hangs or is a dash; so is one that begins
        a name. A hyphen that is written between halves of a word may have been kept by a scan."""
        first, second, is_joined = split.first, split.second, evidence.word == split.joined
        is_sure = evidence.often >= _ENOUGH
        if second[0].isupper() and not (first.isupper() and second.isupper()):
            return not is_joined and is_sure
        if not is_joined:
            return is_sure or len(first) == 1 or self._may_keep_hyphen(vault, split, note)
        often = vault.spelling.count(word_key(second))
        return len(second) > 1 and often <= _MUCH_OFTENER * evidence.often


def _is_in_name(note: Note, whole: Span) -> bool:
    """Whether a file, an address or an elided word is written there."""
    content = note.text.content
    before = content[max(whole.start - 1, 0) : whole.start]
    return before in _NAME_BEFORE or _NAME_BEHIND.match(content, whole.end) is not None


def _finding(note: Note, split: SplitPieces, evidence: Evidence, *, is_clear: bool) -> Finding:
    message = f"`{note[split.span]}` may be `{evidence.word}`: {evidence}"
    edit = put_together(note, split, "-" if evidence.word == split.compound else "")
    if edit is None or not is_clear:
        return Finding(split.span, message)
    return Finding(
        split.span, message, Fix(f"write `{evidence.word}`", (edit,), Applicability.UNSAFE)
    )
