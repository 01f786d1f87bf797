"""The head of an entry, behind which dictionaries print a label: `**wall**, /wɔːl/ n.`

It stands at an item's start or behind a sentence: a headword that is set off, how it is spoken,
another form, the number of a sense, a dash, other labels; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from notelint.conventions.derived_form import CLOSED, DASH, SAID, is_abbreviated
from notelint.conventions.headword import WORD, heads_entry, is_of_sentences, is_of_words, is_term
from notelint.conventions.label import FORM, GAP, JOINT, Standing, letters_of
from notelint.values import lazy_pattern

_RAISED = r"(?:\^\{?\d\}?|\$\^ ?\{?\d{1,2}\}?\$|<sup>\d</sup>|[¹²³])"
_HEAD = (
    r"(?:(?:\*{1,3}|_{1,3}|<b>|\[\[)[^*_\n$\[\]<>]{1,60}(?:\*{1,3}|_{1,3}|</b>|\]\])"
    rf"{_RAISED}?(?:(?:, ?| )-?\(?[^\W\d_]{{1,4}}\)?(?=[,.;]))?[,.;:]?{GAP})"
)
_BRACKET = (
    r"(?:\((?:[^()\n$]|\([^()\n$]{0,20}\)){1,80}\)|\\?\[[^\[\]\n$]{1,80}\]|/[^/\n$]{1,40}/"
    rf"|\\[^\s\\$][^\\\n$]{{0,40}}\\|⟨[^⟨⟩\n$]{{1,40}}⟩|“[^”\n$]{{1,40}}”)[,;:]?{GAP}"
)
_NUMBER = (
    rf"(?:(?:\(\d{{1,2}}[a-z]?\)|\*{{0,2}}\d{{1,2}}[.)]?\*{{0,2}}|[IVX]{{1,4}}\.|[A-E][.)]){GAP})"
)
_PLAIN = (
    rf"(?:{WORD}(?:{GAP}{WORD}){{0,2}}(?:,{GAP}-?{WORD}){{0,4}}(?:[,.;]|(?={GAP}[(\[/\\]))?{GAP})"
)
_ANY_FORM = rf"[*_(]{{0,3}}{FORM}[*_)]{{0,3}}[,;]?{GAP}?(?:{JOINT}{GAP}?)?"
_ENTRY = lazy_pattern(
    rf"(?:(?P<start>\A)|(?P<stop>[.!?;:]\$?{CLOSED}|[)\]](?={GAP}\d)){GAP}"
    rf"(?P<and>(?:and|et|und|[ye]){GAP})?|(?={DASH}))(?:(?P<dash>{DASH}){GAP}?)?"
    rf"(?P<number>{_NUMBER})?(?:(?P<head>{_HEAD}){{1,2}}|(?<!\w )(?P<plain>{_PLAIN}))?"
    rf"(?P<brackets>(?:{_BRACKET}){{0,3}})(?:(?P<second>{DASH}){GAP}?)?(?P<inner>{_NUMBER})?"
    rf"(?P<forms>(?:{_ANY_FORM}){{0,3}})(?P<set>[*_]{{0,3}}\()?[*_]{{0,3}}\Z"
)
_SHORTEST = 3  # letters of a headword that has a stop behind it
_SIGNS = ("set", "plain", "and", "dash", "number", "head", "brackets", "second", "forms")
_FORM = lazy_pattern(FORM)
_REFERRED = lazy_pattern(
    rf"(?:\*{{1,2}}(?P<word>{WORD})\*{{1,2}}|(?P<capitals>[^\W\d_a-zß-ÿ]{{4,30}})),{GAP}[*_]{{0,3}}\Z"
)
_FOLLOWED = lazy_pattern(
    rf"[*_)]{{0,3}}(?:\s*\Z|\s?\[\^|[;,:]|{GAP}?{DASH}"
    rf"|{GAP}(?!{SAID}|(?:an?|the) (?:number|size)\b)\S)"
)


def standing_at_head(
    before: str, behind: str, letters: str, labels: Collection[str]
) -> Standing | None:
    """Where a label of some letters stands behind the head of an entry, between what stands before
    it and behind its stop; None where it stands behind none. ``labels`` are the letters of all that
    the dictionary prints."""
    if not _FOLLOWED.match(behind):
        return None
    match = _ENTRY.search(before)
    if match and match["plain"] and not _is_plain_head(match, letters):
        match = _ENTRY.search(before, 1)  # within, where the item begins with a sentence
    if match is None:
        return Standing.WORD if _is_referred(before) else None
    if not _is_head(match, letters, labels):
        return None
    if match["start"] is not None and (match["plain"] or (match["head"] or "").startswith("**")):
        return Standing.HEAD
    return Standing.WITHIN if match["dash"] and match["stop"] else Standing.WORD


def _is_head(match: re.Match[str], letters: str, labels: Collection[str]) -> bool:
    """Whether what stands before a label is a head of which nothing is a variable."""
    if not all(letters_of(form, labels) for form in _FORM.findall(match["forms"])):
        return False
    if match["stop"] and is_abbreviated(match.string[: match.end("stop")]):
        return False
    if match["plain"] and not _is_plain_head(match, letters):
        return False
    return _is_clear(match) if len(letters) == 1 else any(match[name] for name in _SIGNS)


def _is_plain_head(match: re.Match[str], letters: str) -> bool:
    """Whether words that are not set off are a headword: behind a dash one of them, at the start of
    an item all, and none that sentences are made of."""
    plain = match["plain"].strip()
    words = re.findall(WORD, plain)
    if match["start"] is None:
        is_run_on = bool(match["dash"]) and len(words) == 1 and len(letters) > 1
        return is_run_on and is_term(words)
    if is_abbreviated(plain) or (plain[-1] == "." and len(words[-1]) < _SHORTEST):
        return False
    is_parted = plain[-1] in ",.;" or bool(match["brackets"])
    is_headword = is_parted or (len(words) == 1 and len(letters) > 1)
    first = re.findall(WORD, plain.partition(",")[0])
    return is_headword and heads_entry(first) and not any(map(is_of_sentences, first))


def _is_clear(match: re.Match[str]) -> bool:
    """Whether a single letter behind a head is no variable: the head names no quantity, and no
    number stands before the letter, but for one that begins a sense."""
    head, brackets = match["head"] or "", match["brackets"]
    if match["forms"]:
        return True
    words = re.findall(WORD, head)
    if (words and not brackets and not heads_entry(words)) or (
        brackets and not is_of_words(brackets)
    ):
        return False
    is_sense = bool(match["dash"] or match["second"]) and (
        match["stop"] or match["start"] is not None
    )
    if head.startswith("*") and not head.startswith("**"):
        return match["start"] is not None
    is_set = bool(match["set"]) and match.string[match.end("stop") :].strip("(*_ ") == ""
    return bool(
        head or match["plain"] or is_sense or is_set or (brackets and match["start"] is not None)
    )


def _is_referred(before: str) -> bool:
    """Whether another entry is referred to right before: `from *clart*, v.`, `see WALL, n.`"""
    match = _REFERRED.search(before)
    return match is not None and heads_entry([match["word"] or match["capitals"]])
