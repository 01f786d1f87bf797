"""Words in front of a part-of-speech label: whether they are a headword or speak of a variable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix

from notelint.conventions.label import GAP
from notelint.values import lazy_pattern, name_key

WORD = r"\w(?:[\w'’·-]*\w)?"
WORDS = rf"{WORD}(?:{GAP}{WORD}){{0,3}}"

# Words that a variable may follow: `the size $n$.`, `—say $n$.`
_OF_SENTENCES = lazy_pattern(
    "an?|the|th(?:is|at|[eo]se)|each|every|some|any|all|no|its|their|wh(?:ich|en|ere|ile)|if|let|"
    "then|than|thus|so|hence|say|namely|viz|as|in|on|at|by|for|from|to|with|into|between|among|"
    "and|or|but|of|is|are|was|were|be|been|has|have|had|given|take|find|choose|"
    # German, French, Spanish, but for what are headwords of an English dictionary too
    "der|das|dem|des|eine?[mnrs]?|jede[mnrs]?|und|oder|wenn|sei|mit|von|"
    "l[ae]|les|une?|du|et|ou|où|si|soit|avec|dans|chaque|"
    "el|los|las|una|y|o|para|cada|todos?"
)
_OF_QUANTITIES = lazy_pattern(
    "(?:amount|area|base|case|coefficient|constant|count|degree|depth|dimension|distance|equation|"
    "exponent|factor|figure|frequency|height|index|input|integer|iteration|length|level|limit|"
    "mass|matrix|measure|node|number|order|output|parameter|point|population|power|probability|"
    "rank|ratio|root|sample|score|set|size|speed|step|sum|term|time|total|value|variable|vector|"
    "velocity|volume|weight|width|"
    "momentum|torque|moment|product|density|edge|vertex|segment|path|angle|radius|diameter|adjugate)s?"
    "|(?:anzahl|geschwindigkeit|gewicht|größe|länge|produkt|summe|wert|zahl|zeit)(?:en|e|n)?"
    "|(?:l['’])?(?:angle|coefficient|degré|exposant|facteur|hauteur|indice|largeur|longueur|masse|"
    "nombre|ordre|poids|produit|somme|taille|temps|terme|valeur|vitesse)s?"
    "|(?:altura|ángulo|coeficiente|exponente|factor|grado|índice|longitud|masa|número|orden|"
    "producto|suma|tamaño|término|tiempo|valor|velocidad)(?:es|s)?"
)


_OF = {"of", "de", "d", "du", "des", "del", "della", "di", "der", "do", "da", "van"}
_OF_COUNTS = lazy_pattern(  # which name a quantity in front of what is counted or measured
    "amount|coefficient|constant|count|degree|density|frequency|index|length|number|quantity|rate|"
    "ratio|speed|velocity|anzahl|zahl|coefficiente|coeficiente|fréquence|frecuencia|frequenza|"
    "indice|índice|nombre|numero|número|nombor|taux|tasa|tasso|velocidad|velocità|vitesse|aantal"
)
_OF_REMARKS = lazy_pattern(
    "Axiom|Case|Claim|Conjecture|Corollary|Definition|Exercise|Fact|Hypothesis|Lemma|Notation|NB|"
    "Observation|Problem|Proof|Proposition|Question|Theorem|Warning|"
    "(?:Note|Remark|Example|Step)s?|Anmerkung|Aufgabe|Beispiel|Bemerkung|Beweis|Satz|Hinweis|"
    "Remarque|Exemple|D[ée]monstration|Th[ée]orème|Observación|Ejemplo|Nota|Osservazione|Esempio"
)
_WORDS = lazy_pattern(r"[^\W\d_]+")
_BEGINNING = 60  # characters of a sense
_FIRST_WORDS = 3  # of it
_SHORTEST, _SPELLED = 3, 5  # letters
_ENDING = lazy_pattern("ings?|ed|(?:er|or|ion)s?|[ai]ble|ably|i?ly|y|ness|ment")


def is_of_words(bracket: str) -> bool:
    """Whether a bracket holds words, and none of a quantity."""
    words = re.findall(r"[^\W\d_]+", bracket.lower())
    return bool(words) and not any(map(_OF_QUANTITIES.fullmatch, words))


def tells_quantity(letter: str, behind: str) -> bool:
    """Whether what stands behind a letter says that it is a quantity: `v. the speed of a wave`. A
    verb has an infinitive there."""
    words = _WORDS.findall(behind[:_BEGINNING].lower())
    if letter == "v":
        return words[:1] != ["to"]
    return any(map(_OF_QUANTITIES.fullmatch, words[:_FIRST_WORDS]))


def is_term(words: Sequence[str]) -> bool:
    """Whether words may be a term's name, and are none that a variable follows."""
    lower = [word.lower() for word in words]
    is_quantity = _OF_QUANTITIES.fullmatch(lower[-1]) is not None
    return not is_quantity and not any(map(_OF_SENTENCES.fullmatch, lower))


def is_of_sentences(word: str) -> bool:
    """Whether a word makes a sentence of what it stands in."""
    return _OF_SENTENCES.fullmatch(word.lower()) is not None


def heads_entry(words: Sequence[str]) -> bool:
    """Whether words that are set off may be a headword, and are none of a remark, nor a quantity:
    `wave speed`, `count of leaves`."""
    lower = [word.lower() for word in words]
    if heads_remark(words[0]) or _OF_SENTENCES.fullmatch(lower[0]):
        return False
    return not counts_things(words) and _OF_QUANTITIES.fullmatch(lower[-1]) is None


def counts_things(words: Sequence[str]) -> bool:
    """Whether words name a quantity of something: `count of leaves`, `taux de change`."""
    lower = [word.lower() for word in words[:2]]
    return len(lower) > 1 and lower[1] in _OF and _OF_COUNTS.fullmatch(lower[0]) is not None


def heads_remark(word: str) -> bool:
    """Whether a word is no headword but that of a remark: `**Example** n.`"""
    return _OF_REMARKS.fullmatch(word) is not None


def is_named(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words name the note, or end with its name: `electric shock` in `shock`."""
    return any(_is_name(words, name) for name in names)


def ends_alike(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words end with the last word of a name, as kinds of one thing do: `episodic memory`
    in `semantic memory`."""
    last = [name.split()[-1].lower() for name in names if len(name.split()) > 1]
    return len(words[-1]) > 3 and words[-1].lower() in last


def has_name(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words hold the note's name: `culture medium` in `culture`."""
    parts = [words[:end] for end in range(1, len(words) + 1)]
    return any(is_named(part, names) for part in parts)


def _is_name(words: Sequence[str], name: str) -> bool:
    own = _stem(name)
    if _stem(" ".join(words)) == own:
        return True
    if len(words) == 1 and _is_inflected(words[0].lower(), own):
        return True
    ending = words[-len(name.split()) :]
    is_alike = _share_stem(_stem(" ".join(words)), own) or _share_stem(_stem(" ".join(ending)), own)
    return is_alike and (len(words) == 1 or is_term(words))


def _is_inflected(word: str, name: str) -> bool:
    """Whether a word is a name with an ending of its own, or another spelling of its beginning:
    `bating` of `bate`, `oedema` of `edema`."""
    is_long = min(len(word), len(name)) >= _SPELLED and word.isalpha()
    if is_long and (word.endswith(name) or name.endswith(word)):
        return True
    base = name.removesuffix("e").removesuffix("y")
    return (
        len(base) >= _SHORTEST
        and word.startswith(base)
        and bool(_ENDING.fullmatch(word, len(base)))
    )


def _stem(name: str) -> str:
    """A name without trailing digits, the hyphens before them, and a plural `s`."""
    plain = re.sub(r"[·ˈˌ]|[-\s]*[\d⁰¹²³⁴-⁹]*\Z", "", name_key(name))
    return plain.removesuffix("s")


def _share_stem(one: str, other: str) -> bool:
    common = len(commonprefix([one, other]))  # noqa: RUF071 - characters are what is meant
    if one == other:
        return common > 1
    return common >= 4 and common * 3 >= min(len(one), len(other)) * 2
