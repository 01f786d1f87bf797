"""What a word is that has a scar: two pieces apart, a hyphen in it that its printer may have put
there, none where it should have one, blanks around a ligature. Each is weighed by what the notes
write: the whole word, in one or with a hyphen, and its pieces as words by themselves.

Two words side by side are the hard case, since a scan loses hyphens too: `blackbird` may be one
word, and `sensedata` two. All other pieces are one word, or the notes would write them elsewhere.
"""

from __future__ import annotations

from notelint.notes import Note, word_key
from notelint.vault import Vault
from notelint.wording.evidence import Evidence, Spelled, is_word

# What is written once may itself be damage of the same kind; twice the same is hardly chance.
_TWICE = 2
# Words of two words are written in one by most, where so many write them so for one with a hyphen:
# a printed line has about ten words, so about one hyphen in ten stands at its end and is lost.
_MOSTLY = 3
_ONE_LOST_OF = 10
# The second piece is a word of its own where it is so many times more frequent than the whole, and
# the hyphen is a dash: `it is- the whole of it`.
_MUCH_OFTENER = 25
# Behind a hyphen a capital begins a name, `Anglo- Saxon`, or a sentence; so often it is the name.
_OFTEN = 3
_NEARLY_ALWAYS = 5  # times as often as without the hyphen
_LONG = 8  # letters of a word that is no abbreviation of two, as `priv-esc` is
# A part that is so many times more rarely written than the other is a piece that damage left.
_MUCH_RARER = 200
_SHORTEST = 3  # letters of a part of a compound that has lost its hyphen
_LONGEST_SYLLABLE = 4  # letters, of most
_MUCH_WRITTEN = 100  # times that a word is written where nearly every other is, too
_TWO = 2  # pieces


def evidence_of_pieces(note: Note, vault: Vault, first: str, second: str) -> Evidence | None:
    """What two pieces are that stand apart behind a hyphen. What is joined to a single letter or
    before a capital is another word: `T-cell` is never `Tcell`. None where neither is written, or
    the second piece is much more likely a word of its own."""
    spelled = Spelled.of(note, vault, first + second, f"{first}-{second}")
    is_name = second[0].isupper() and not (first.isupper() and second.isupper())
    if len(first) == 1 or is_name:
        spelled = spelled.never_joined()
    usual = spelled.usual()
    if usual is None or (is_name and usual.often < _OFTEN):
        return None
    if usual.word == spelled.compound:
        is_kept = usual.often < _OFTEN and len(first) > 1 and not _has_word(vault, first, second)
        return None if is_kept else usual._replace(is_sure=True)
    if len(second) == 1:
        return None
    words = sum(is_word(vault, piece, 0, usual.often) for piece in (first, second))
    if words < _TWO:
        return usual._replace(is_sure=usual.is_sure or not words)
    is_dash = vault.spelling.count(word_key(second)) > _MUCH_OFTENER * usual.often
    return None if is_dash and usual.often < _OFTEN else _of_two_words(spelled)


def _of_two_words(spelled: Spelled) -> Evidence:
    """What two pieces are that are words: what all the notes write, where it is clear."""
    joined, compound = counts = spelled.there
    place = "note" if spelled.here == counts else "vault"
    evidence = spelled.told(place, counts, joined >= compound)
    if compound > joined:
        return evidence._replace(is_sure=True)
    return evidence._replace(is_sure=joined >= max(_MOSTLY * compound, _TWICE))


def _has_word(vault: Vault, *pieces: str) -> bool:
    """Whether a piece is a word; else a hyphen between them may have been kept by a scan."""
    return any(is_word(vault, piece) for piece in pieces)


def evidence_of_blanks(note: Note, vault: Vault, word: str, written: str) -> Evidence | None:
    """What speaks for a word of which the pieces are written with blanks between them."""
    return Spelled.of(note, vault, word, written).usual()


def evidence_of_chain(note: Note, vault: Vault, parts: list[str]) -> Evidence | None:
    """What speaks for one word in three pieces or in two of them. At least two are no words by
    themselves; what the note writes of them may be the damage."""
    joined = "".join(parts)
    evidence = Spelled.of(note, vault, joined, "-".join(parts)).usual()
    if evidence is None or evidence.word != joined:
        return None
    own = ((part, note.words_by_key[word_key(part)]) for part in {*parts})
    if sum(not is_word(vault, part, but, evidence.often) for part, but in own) < _TWO:
        return None
    is_often = evidence.often >= _TWICE or vault.is_name(joined)
    return evidence._replace(is_sure=evidence.is_sure and is_often)


def evidence_against_hyphen(note: Note, vault: Vault, first: str, second: str) -> Evidence | None:
    """What speaks against a hyphen between two pieces of a word. A compound is meant where one of
    them is a word, or a part of other compounds as `bi-` is. None where the word is not mostly
    written without it, or where only the vault does so and not clearly. Where the note writes it
    once, the vault is asked."""
    if not vault.spelling.count(word_key(first + second)):
        return None  # as nearly always
    spelled = Spelled.of(note, vault, first + second, f"{first}-{second}")
    if not (spelled.here.joined or len(spelled.joined) >= _LONG):
        return None
    parts = vault.spelling.count_parts(word_key(spelled.compound))
    if max(parts) >= _TWICE or _has_word(vault, first, second):
        return None
    evidence = _against_hyphen(spelled)
    if evidence is None:
        return None
    if evidence.often >= _TWICE or vault.is_name(spelled.joined):
        return evidence
    is_name = first[0].isupper() and not vault.spelling.is_small(word_key(spelled.joined))
    return evidence._replace(is_sure=False) if is_name else None


def _against_hyphen(spelled: Spelled) -> Evidence | None:
    here, there = spelled.here, spelled.there
    is_here = here.joined >= max(here.compound, 1) and there.joined >= there.compound
    if is_here and (here.joined >= _TWICE or there.joined <= here.joined):
        return spelled.told("note", here.without_one(), is_joined=True)
    if is_here or there.joined >= max(_MOSTLY * there.compound, _TWICE):
        return spelled.told("vault", there.without_one(), is_joined=True)
    return None


def evidence_for_hyphen(
    note: Note, vault: Vault, word: str, compound: str, minimum: int
) -> Evidence | None:
    """What speaks for a hyphen that a word does not have at one place of the note: that the note
    has it as often, or the vault ``minimum`` times, and that nearly nobody else writes the word
    without it. A tie is evidence only where both parts are words, and never sure."""
    spelled = Spelled.of(note, vault, word, compound)
    evidence = _for_hyphen(spelled, minimum)
    if evidence is None:
        return None
    if evidence.often == evidence.rarely:
        is_alone = spelled.there.joined <= max(spelled.here.joined, spelled.there.compound - 1)
        shortest = _SHORTEST + word[0].isupper()  # `Mar-tin` may be a name
        is_likely = is_alone and min(map(len, compound.split("-"))) >= shortest
        is_likely = is_likely and _may_be_compound(vault, word_key(compound))
        return evidence._replace(is_sure=False) if is_likely else None
    is_sure = _ONE_LOST_OF * (spelled.there.joined - 1) <= spelled.there.compound
    return evidence._replace(is_sure=is_sure) if is_sure or evidence.place == "note" else None


def _for_hyphen(spelled: Spelled, minimum: int, *, is_plain: bool = False) -> Evidence | None:
    here, there = spelled.here, spelled.there
    is_here = here.compound >= max(here.joined, 1)
    if is_here and (is_plain or there.compound >= there.joined):
        return spelled.told("note", here, is_joined=False)
    if there.compound >= minimum and there.compound > there.joined:
        return spelled.told("vault", there, is_joined=False)
    return None


def _may_be_compound(vault: Vault, compound: str) -> bool:
    """Whether both parts of what is written with a hyphen once are words, or parts of other
    compounds. One of them may be unknown where neither is a syllable, since few vaults write all
    words; but not where so much is written that the other stands there often. With a first part
    that begins more compounds than it is written by itself, as `non-` does, any word is right in
    both spellings."""
    parts = first, second = compound.split("-")
    others = vault.spelling.count_parts(compound)
    if others[0] > vault.spelling.count_small(first) + 1:
        return False
    known = [
        often > 0 or is_word(vault, part) or vault.is_name(part)
        for part, often in zip(parts, others, strict=True)
    ]
    shortest = min(map(len, parts))
    rare, usual = sorted(map(vault.spelling.count, parts))
    if all(known):
        return not 0 < rare * _MUCH_RARER < usual
    unknown = second if known[0] else first
    is_likely = shortest > _SHORTEST and len(unknown) > _LONGEST_SYLLABLE
    return any(known) and is_likely and usual < _MUCH_WRITTEN


def evidence_for_number(
    note: Note, vault: Vault, word: str, compound: str, minimum: int, *, is_plain: bool
) -> Evidence | None:
    """What speaks for a hyphen before the number at a word's end. For a plain word, as
    `interleukin-1`, once in the note is enough, since nobody means the two differently; but
    `KECCAK-256` says little of `keccak256`: it is mostly written in small letters, or has the
    hyphen nearly always. Any other may be the symbol of a gene: a person decides on a tie."""
    evidence = _for_hyphen(Spelled.of(note, vault, word, compound), minimum, is_plain=is_plain)
    if evidence is None or (is_plain and not _is_of_its_case(note, vault, evidence)):
        return None
    return evidence._replace(is_sure=is_plain or evidence.often > evidence.rarely)


def _is_of_its_case(note: Note, vault: Vault, evidence: Evidence) -> bool:
    compound = evidence.word
    if evidence.often >= _NEARLY_ALWAYS * max(evidence.rarely, 1):
        return True
    if evidence.place == "vault":
        return 2 * vault.spelling.count_small(compound) >= evidence.often
    forms = (compound, compound[0].upper() + compound[1:])
    return 2 * sum(note.words[form] for form in forms) >= evidence.often
