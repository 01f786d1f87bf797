"""The small words of a language's grammar, which tell how a text goes on and which no vault can
tell, since it writes all of them by themselves. They are few, and no new ones are made."""

from __future__ import annotations

# Conjunctions by language: behind these a hyphen hangs, as in `two- or three-fold`, `Ein- und
# Ausgang`. That they are much more frequent than any word that they would be the end of (`rot- und
# blau`, `rotund`) a small note does not show.
_CONJUNCTIONS = {
    "English": "and or to versus vs of",
    "German": "und oder bis sowie bzw",
    "French": "et ou",
    "Spanish, Portuguese, Italian": "y o e u",
    "Dutch": "en of",
    "Danish, Norwegian, Swedish": "og eller och",
    "Finnish": "ja tai sekä",
    "Polish, Czech, Slovak, Croatian": "i lub oraz a nebo ili",
    "Hungarian, Turkish": "és vagy ve veya",
    "Greek, Russian, Ukrainian": "και ή и или та або і",
}
HANGING = tuple(dict.fromkeys(word for words in _CONJUNCTIONS.values() for word in words.split()))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With these a sentence goes on.
LINKING = _words(
    "but nor than plus through wie aber beziehungsweise als az dan che ali an the it is as be "
    "he she we they this that these those which who was were are for from with by de la le les "
    "der die das den el los il un une ein eine"
).union(HANGING)

# What stands between `See` and the name of an entry, and is part of neither.
BESIDE_CUES = LINKING.union(
    _words(
        "also anche article articles at auch aussi both både cf compare contrast eg entries entry "
        "esp especially even example examples heading how if in its main on ook see siehe sous sub "
        "sv también també também term terms under unter voir what when where whether why även"
    )
)
