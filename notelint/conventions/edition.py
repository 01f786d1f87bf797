"""Editions as title pages name them: `8th Edition`, `2nd rev. ed.`, `9. Auflage`."""

from __future__ import annotations

import re

from notelint.values import NamedTuple, lazy_pattern

# Ordinals by number, from the first on; of each the forms of English, French, German, Spanish,
# Italian, Portuguese and Dutch.
_ORDINALS = tuple(
    row.split()
    for row in (
        "first premiere erste primera prima primeira eerste",
        "second deuxieme seconde zweite segunda seconda tweede",
        "third troisieme dritte tercera terza terceira derde",
        "fourth quatrieme vierte cuarta quarta vierde",
        "fifth cinquieme funfte quinta vijfde",
        "sixth sixieme sechste sexta sesta zesde",
        "seventh septieme siebte siebente septima settima setima zevende",
        "eighth huitieme achte octava ottava oitava achtste",
        "ninth neuvieme neunte novena nona negende",
        "tenth dixieme zehnte decima tiende",
        "eleventh onzieme elfte undecima undicesima elfde",
        "twelfth douzieme zwolfte duodecima dodicesima twaalfde",
        "thirteenth treizieme dreizehnte",
        "fourteenth quatorzieme vierzehnte",
        "fifteenth quinzieme funfzehnte",
        "sixteenth seizieme sechzehnte",
        "seventeenth dix-septieme siebzehnte",
        "eighteenth dix-huitieme achtzehnte",
        "nineteenth dix-neuvieme neunzehnte",
        "twentieth vingtieme zwanzigste",
    )
)
_NUMBER_OF = {word: number for number, row in enumerate(_ORDINALS, 1) for word in row}
_NUMBER_OF |= {f"twenty-{word}": 20 + number for number, (word, *_) in enumerate(_ORDINALS[:9], 1)}
_REVISIONS = "revised|rev|revisee?|revisada|revista|riveduta|uberarbeitete|neubearbeitete|herziene"
_RENEWALS = "new|nouvelle|neue|nueva|nuova|nova|nieuwe"
_NOUN = r"(?:editions?|edn|ed|edicion|edicao|edizione|auflage|aufl|ausgabe|druk|uitgave|editie)"
_SUFFIX = r"(?:st|nd|rd|th|e|eme|ieme|er|ere|re|nd|nde|a|o|de|ste)"
_WORD = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_ORDINAL = rf"(?:\d{{1,4}}(?:\.?{_SUFFIX}|\.)?|(?:{_WORD})[rn]?)"
_ADJECTIVES = "expanded|enlarged|updated|corrected|augmentee?|illustrated|international|student"
_REVISED = rf"(?:\(?(?:{_REVISIONS}|{_ADJECTIVES})(?:\.|\b)\)?)"
_ALL_REVISED = rf"(?:{_REVISED}(?:,?\s+(?:and\s+|&\s+)?{_REVISED})?)"

EDITION = lazy_pattern(
    rf"\b(?:{_ORDINAL},?\s+(?:{_ALL_REVISED},?\s+)?{_NOUN}\b\.?(?:,?\s+(?:{_REVISIONS})\b\.?)?"
    rf"|(?:{_RENEWALS}|{_ALL_REVISED}),?\s+(?:{_ALL_REVISED},?\s+)?{_NOUN}\b\.?"
    rf"|{_NOUN}\b\.?\s+(?:{_ORDINAL})(?!\w)"
    rf"|\d{{1,2}}/?e\b)",
    re.I,
)
_NOUNS = lazy_pattern(_NOUN)
_NUMBERED = lazy_pattern(rf"(\d+){_SUFFIX}?")


def edition_key(edition: str) -> str:
    """What is the same for ``8th Edition``, ``8 ed.``, ``Eighth edition`` and ``8. Auflage``."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", plain(edition))
    return " ".join(filter(None, map(_key, words)))


def _key(word: str) -> str:
    if _NOUNS.fullmatch(word) or re.fullmatch(_SUFFIX, word):
        return ""
    if match := _NUMBERED.fullmatch(word):
        return match[1].lstrip("0")
    if re.fullmatch(_REVISIONS, word):
        return "revised"
    if re.fullmatch(_RENEWALS, word):
        return "new"
    number = _NUMBER_OF.get(word) or _NUMBER_OF.get(word[:-1])
    return str(number) if number else word


class EditionRank(NamedTuple):
    """Where an edition stands among those of its work: ``order`` tells which of two is the newer
    one where their ``line`` is the same."""

    line: tuple[bool, tuple[str, ...]]
    order: tuple[int, bool]


# An edition of these is another book beside the plain one, and not a newer one.
_LINES = frozenset(("international", "student", "illustrated"))
_FIRST_YEAR = 1000  # no work has so many editions


def rank_of(key: str) -> EditionRank | None:
    """The rank of the edition with a key: by its number or its year, then a revised one. None for
    what has neither, as a new edition."""
    words = key.split()
    numbers = [int(word) for word in words if word.isdecimal()]
    if len(numbers) != 1:
        return None
    others = [word for word in words if not word.isdecimal()]
    line = tuple(sorted(word for word in others if word in _LINES))
    return EditionRank((numbers[0] >= _FIRST_YEAR, line), (numbers[0], len(others) > len(line)))


_FOLDED = str.maketrans("àáâãäåèéêëìíîïòóôõöùúûüçñªºᵉ", "aaaaaaeeeeiiiiooooouuuucnaoe")


def plain(text: str) -> str:
    """A text as patterns are written here: in lower case and without accents, letter for letter."""
    key = text.lower() if len(text.lower()) == len(text) else text
    return key.translate(_FOLDED)
