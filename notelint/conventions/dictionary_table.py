"""The dictionaries that notes quote, and what each prints in front of a sense.

A row says where the style of its labels was seen, its list what dictionaries of that style print;
what was seen nowhere has no row. One without labels is a fact too: math in a section that quotes
such a dictionary is mathematics.
"""

from __future__ import annotations

_OXFORD_REFERENCE = ("n.", "vb.", "v.", "adj.", "adv.", "pl.", "npl.", "abbrev.", "pref.")
_OXFORD = (
    "n.", "n.pl.", "pl.", "sing.", "v.", "v.tr.", "v.intr.", "v.refl.", "v.aux.", "adj.",
    "attrib.", "predic.", "adv.", "prep.", "conj.", "int.", "exclam.", "det.", "pron.",
    "poss. pron.", "rel. pron.", "contr.", "abbr.", "symb.", "comb.", "comb. form", "pref.",
    "suf.", "suff.",
)  # fmt: skip
_HISTORICAL = (
    "n.", "n. pl.", "sb.", "pl.", "vbl. n.", "vbl. sb.", "v.", "vb.", "trans.", "intr.",
    "refl.", "a.", "adj.", "ppl. a.", "ppl. adj.", "attrib.", "adv.", "prep.", "conj.", "int.",
    "pron.", "pa. t.", "pa. pple.", "abbrev.", "comb.", "comb. form", "pref.", "suff.",
)  # fmt: skip
_AMERICAN_HERITAGE = (
    "n.", "pl.n.", "pl.", "sing.", "v.", "tr.v.", "intr.v.", "aux.v.", "v.tr.", "v.intr.",
    "adj.", "adv.", "prep.", "conj.", "interj.", "pron.", "def.art.", "indef.art.", "abbr.",
    "pref.", "suff.",
)  # fmt: skip
_WEBSTER = (
    "n.", "n. pl.", "pl.", "prop. n.", "v.", "v. t.", "v. i.", "imp.", "p. p.", "p. pr.", "a.",
    "adv.", "prep.", "conj.", "interj.", "pron.", "pref.", "suff.",
)  # fmt: skip
_MERRIAM_WEBSTER = (
    "noun", "plural noun", "n", "n pl", "verb", "transitive verb", "intransitive verb",
    "verbal auxiliary", "vb", "vt", "vi", "adjective", "adj", "adverb", "adv", "preposition",
    "prep", "conjunction", "conj", "interjection", "interj", "pronoun", "pron", "abbreviation",
    "abbr", "symbol", "combining form", "comb form", "prefix", "suffix", "noun suffix",
    "adjective suffix", "adverb suffix", "verb suffix", "trademark",
)  # fmt: skip
_COLLINS = (
    "n", "npl", "pl n", "sing", "vb", "tr", "intr", "adj", "adv", "prep", "conj", "interj",
    "pron",
)  # fmt: skip
_COBUILD = (
    "verb", "adj", "adv", "prep", "conj", "exclam", "det", "predet", "pron", "quant", "num",
    "ord", "aux", "comb", "prefix", "suffix", "phrasal verb", "phrase", "convention",
)  # fmt: skip
_FRENCH = (
    "n.", "n. m.", "n. f.", "n. m. pl.", "n. f. pl.", "n. m. inv.", "n. f. inv.", "n. pr.",
    "m.", "f.", "pl.", "adj.", "adj. inv.", "adv.", "v. tr.", "v. tr. ind.", "v. intr.",
    "v. pron.", "v. impers.", "prép.", "conj.", "interj.", "pron.", "art.", "p. p.",
    "p. p. adj.", "p. prés.", "loc.", "loc. adv.", "loc. adj.", "loc. conj.", "loc. verb.",
    "élém.", "préf.", "suff.",
)  # fmt: skip
_LITTRE = (
    "s. m.", "s. f.", "s. m. pl.", "s. f. pl.", "m.", "f.", "pl.", "adj.", "adv.", "v. a.",
    "v. n.", "v. réfl.", "prép.", "conj.", "interj.", "pron.", "loc. adv.",
)  # fmt: skip
_SPANISH = (
    "m.", "f.", "m. y f.", "m. pl.", "f. pl.", "pl.", "adj.", "adv.", "tr.", "intr.", "prnl.",
    "copul.", "impers.", "aux.", "prep.", "conj.", "interj.", "pron.", "art.", "expr.",
    "loc. adj.", "loc. adv.", "loc. sust.", "loc. verb.", "pref.", "suf.", "elem. compos.",
    "onomat.",
)  # fmt: skip
_ITALIAN = (
    "s. m.", "s. f.", "s. m. e f.", "m.", "f.", "pl.", "agg.", "agg. poss.", "avv.", "v. tr.",
    "v. intr.", "v. intr. pron.", "v. rifl.", "pron.", "pron. pers.", "prep.", "cong.",
    "inter.", "escl.", "art.", "loc. avv.", "pref.", "suff.",
)  # fmt: skip
_GERMAN = (
    "Adj.", "Adv.", "sw. V.", "st. V.", "unr. V.", "Präp.", "Konj.", "Interj.", "Pron.", "Art.",
    "Abk.", "Pl.",
)  # fmt: skip

# The first that matches a name counts: subjects stand before the language, and what has a
# longer name before what has a shorter one. Whether Oxford's Dictionary of Law and Collins's
# and Chambers's dictionaries of subjects print labels was not looked up.
TABLE: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    # Stedman's "Organization of Entries": a headword, how it is spoken, the definition.
    (("*Stedman*s Medical Dictionary*", "*Stedman*s Concise Medical Dictionary*"), ()),
    # merriam-webster.com/help/explanatory-notes/dict-functional-labels, and csmc.edu/mwmedical
    # for the medical one; the notes of the Third New International have `n, pl` and `vb
    # impersonal`.
    (
        (
            "*Merriam-Webster*Dictionary*", "*Merriam-Webster", "*Merriam-Webster.com*",
            "*Webster*s Third New International Dictionary*",
        ),
        _MERRIAM_WEBSTER,
    ),
    # Sections that quote them, and oxfordreference.com's list of headwords: `abasia n.`, `ABC
    # abbrev.`
    (("*Concise Medical Dictionary*", "*Dictionary of Psychology*"), _OXFORD_REFERENCE),
    # Sections that quote them.
    (
        (
            "*Dictionary of Biology*", "*Dictionary of Chemistry*",
            "*Dictionary of Computer Science*", "*Dictionary of Computing*",
            "*Dictionary of Mathematics*", "*Dictionary of Statistics*",
            "*Dictionary of Physics*", "*Dictionary of Electronics*",
            "*Dictionary of Business*", "*Dictionary of Economics*", "*Dictionary of Finance*",
            "*Dictionary of Philosophy*",
        ),
        (),
    ),
    # The text of the eighth edition, `AAA. abbr.`, and what the publisher says of the ninth:
    # "parts of speech are provided". The second (en.wikisource.org) prints none.
    (("*Black*s Law Dictionary*",), ("n.", "vb.", "adj.", "adv.", "abbr.", "pl.")),
    # The guide of the eighth edition: `saddle n. & v.`, `souvlaki n. (pl. souvlakia)`; that of
    # the eleventh: `dab v.` The Reference Dictionary is made of the eighth.
    (
        (
            "*Concise Oxford Dictionary", "*Concise Oxford Dictionary of Current English",
            "*Concise Oxford English Dictionary", "*Oxford English Reference Dictionary",
        ),
        _OXFORD,
    ),
    # The abbreviations of the second edition, `a.`, `adj.`, `adv.`, which the shorter one
    # shares: `trait n.`
    (("*Shorter Oxford*Dictionary*", "*Oxford English Dictionary"), _HISTORICAL),
    # What dictionary.com showed of both: `dictionary n. pl. dictionaries`; notes that quote the
    # first have `crow intr.v.`, and the text of the other (Debian's dict-gcide) `v. t.`, `p.
    # pr.`, `n. pl.`
    (
        (
            "*American Heritage*Dictionary of the English Language",
            "*American Heritage Dictionary", "*American Heritage College Dictionary",
        ),
        _AMERICAN_HERITAGE,
    ),
    (
        (
            "*Webster*s Revised Unabridged Dictionary*", "*Webster*s 1913 Dictionary*",
            "*Collaborative International Dictionary of English*",
        ),
        _WEBSTER,
    ),
    # blog.collinsdictionary.com/guide-to-abbreviations-cobuild, and
    # -collins-english-dictionary; the smallest print stops, as its "Arrangement of entries" has
    # it: `dog n.`, `ravage vt.`
    (("*COBUILD*",), _COBUILD),
    (("*Collins*Gem English Dictionary",), ("n.", "vt.", "vi.")),
    (("*Collins*English Dictionary", "*Collins English Dictionary and Thesaurus"), _COLLINS),
    # The tables of abbreviations: the Petit Robert of 2010, `n. f.`, and
    # grandrobert.lerobert.com/AideGR/Pages/Abreviations1.html, `p. prés.`, `p. p. adj.`
    (
        (
            "*Petit Robert", "*Grand Robert", "*Petit Robert de la langue française",
            "*Grand Robert de la langue française",
        ),
        _FRENCH,
    ),
    # Entries that are quoted: `gréer v. a. Terme de marine.`
    (("*Littré", "*Littré, Dictionnaire de la langue française"), _LITTRE),
    # dle.rae.es/contenido/advertencias: `argollón. m.`, `bobalicón, na. adj.`, `pedrezuela. f.`
    (
        ("*Diccionario de la lengua española", "*Diccionario de la Real Academia Española"),
        _SPANISH,
    ),
    # The Zingarelli's "Avvertenze", in the manual of Sharp's PW-E520: `agg.`, `s. m.`, `v.
    # tr.`, `v. intr. pron.`; treccani.it/vocabolario: `declinazione s. f.`, `loro pron. pers. e
    # agg. poss.`
    (("*Zingarelli*", "*Vocabolario Treccani", "*Treccani*Vocabolario*"), _ITALIAN),
    # Entries that are quoted: `öffnen <sw. V.; hat>`
    (("*Deutsches Universalwörterbuch*", "*große Wörterbuch der deutschen Sprache*"), _GERMAN),
    # michaelis.uol.com.br/moderno-ingles/organizacao-do-dicionario: `abada sf`, `abandon vt`
    (("*Michaelis*Dicionário*",), ("n", "sm", "sf", "adj", "adv", "vt", "vint")),
)  # fmt: skip
