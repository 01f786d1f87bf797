"""What one section prints where dictionaries print labels, read off the letters of its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from notelint.values import lazy_pattern

# Single letters that are labels, and that mathematics has too.
VARIABLES = ("a", "f", "m", "n", "s", "v")

# Where an entry begins: an item, or a line that begins with a headword in bold letters.
_MARKER = r"\n(?:[ \t>]*+(?:[-+*]|\d{1,9}[.)])[ \t]++|(?=\*\*\w))"
_FORMULA_LABEL = r"\$[^$\n]{1,40}\$"
# A label that is text: of those with a capital a closed list, since any sentence has one.
_CAPITAL = (
    r"(?:[Ss][wt]\. ?V|[Uu]nr\. ?V|V\. ?(?:t|i|tr|intr|refl)|Vb?|Ad[jv]|Subst|S|Pl(?:ur)?|Sg|Sing"
    r"|Präp|Konj|Interj|Pron|Art|Part|Num|Abk|Mask|Fem|Neutr)\."
)
_LOWER = r"[a-zà-ÿ]{1,8}\.(?:[a-z]{1,6}\.){0,2}(?: [a-z]{1,6}\.)?(?: pl\.)?"
_TEXT_LABEL = rf"(?:{_LOWER}|{_CAPITAL})"
_LABEL = rf"(?:{_TEXT_LABEL}|{_FORMULA_LABEL}\.?)"
# What dictionaries print without a stop, and begins no sentence: a closed list, since any item may
# begin with a word.
_BARE = (
    r"(?:n|v(?= to (?!infinity|zero|one|many)[a-z]{2})|vb|v[it]|vtr|n ?pl|adj|adv|pron|interj"
    rf"|abbr|nm|nf|sm|sf|agg|avv|[bzw]n|[bw]w|{_FORMULA_LABEL}(?!\.))"
)
_BRACKET = (
    r"(?:\([^()\n$]{1,80}\),?|\\?\[[^\[\]\n$]{1,80}\],?|/[^/\s$][^/\n$]{0,40}/,?"
    r"|\\[^\s\\$][^\\\n$]{0,40}\\,?)[ \t]++"
)
_WORD = r"[a-z][\w'’·-]{2,39}"
_HEADWORD = rf"(?:(?P<mark>[*_]{{1,3}})\w[^*_\n$]{{0,60}}(?P=mark)(?:\^\d)?[,.;]?|{_WORD},?)[ \t]++"
_DASH = r"[—–$](?<!(?<!dash)\$)"  # the end of `$\textemdash$` too
_SAID = r"[ \t]*+(?:(?:is|are|be|denotes)\b|[=:<>])"
_NO_PAGE = r"(?!(?:pp?|nos?|vol|figs?|eds?|ch)\.)"
_AND = r"[*_]{0,3}[ \t]*+(?:&|and\b|or\b|et\b|und\b|[ye]\b|,|;|/)[ \t]*+[*_]{0,3}"

_AT_START = lazy_pattern(
    rf"{_MARKER}(?:\[.\][ \t]++)?(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)])[ \t]++)?"
    rf"(?:{_BRACKET})?(?:{_HEADWORD}(?:{_BRACKET}){{0,2}})?(?:{_DASH}[ \t]*+)?"
    rf"[*_]{{0,3}}(?P<form>{_LABEL})(?:{_AND}(?P<other>{_LABEL}))?"
    rf"(?=[*_]{{0,3}}[,;:]?(?:\s(?!{_SAID})|\Z|[—–$]))"
)
# What stands behind markup, a bracket, a dash, or the number of a sense within an item.
_WITHIN = lazy_pattern(
    r"[*_)\]/\\⟩›>—–■▪□▸▷►‖¶●•|.;:](?:(?<=[*_)\]/\\⟩›>])[,.;:]?[ \t]++|(?<=[—–■▪□▸▷►‖¶●•|])[ \t]*+"
    rf"|(?<=[.;:)]) \d{{1,2}}[.)]?[ \t]++)[*_]{{0,3}}{_NO_PAGE}(?P<form>{_TEXT_LABEL})"
    rf"(?:{_AND}(?P<other>{_TEXT_LABEL}))?(?=[*_]{{0,3}}(?:[\s,;)]|\Z))"
)
_IN_BRACKET = lazy_pattern(rf"\((?<=[*_.;\w+-] \()(?P<form>{_TEXT_LABEL})\)[,;:]?[ \t]")
# What stands behind a headword that is not set off, and other forms of it: `Wall, n.`
_IN_HEAD = lazy_pattern(
    rf"{_MARKER}[^\W\d_](?=[^.\n$(\[/\\,;⟩>)\]]{{0,60}}+[.(\[/\\,;⟩>)\]])"  # a sign in reach
    rf"(?:[^.\n$(\[/\\]|{_BRACKET}){{2,60}}?"
    rf"(?:[,.;⟩>][*_]*+[ \t]++|(?<=[)\]/\\,][ \t]))"
    rf"(?:\d[.)]?[ \t]++)?[*_]{{0,3}}{_NO_PAGE}"
    rf"(?P<form>[a-z]{{1,6}}\.(?: ?[a-z]{{1,5}}\.){{0,2}}|{_CAPITAL})"
    r"(?=[*_]{0,3}(?:[\s;,)\[]|\Z))"
)
_FORMULA_IN_HEAD = lazy_pattern(
    rf"{_MARKER}(?!(?:[Tt]he|[Aa]n?|Let|If|For|In|Of|By|On|to|of|in)\b)"
    rf"[^\W\d_][\w'’·-]*(?:,? [\w'’·-]+){{0,3}}[,.]?[ \t]++(?:{_BRACKET}){{0,2}}"
    rf"(?P<form>{_FORMULA_LABEL}\.?)(?=[\s;,)\[]|\Z)"
)
_AT_SENSE = lazy_pattern(
    rf"{_MARKER}(?:{_HEADWORD})?(?:{_BRACKET})?[*_]{{0,3}}(?P<form>{_BARE})"
    rf"(?:{_AND}(?P<other>{_BARE}))?[*_]{{0,3}}[ \t]++(?!{_SAID})"
    rf"(?=[*_(]{{0,3}}[a-z\d]|[(\[]\w)"
    rf"|{_MARKER}\((?P<set>{_BARE})\)[ \t]"
    rf"|{_MARKER}\*\*[^*\n$]{{1,60}}\*\*,? (?P<gender>[mfn]t?|\$[mfn]\$)(?=[;,])"
)
_ONE_BEHIND = lazy_pattern(  # a letter without a stop, and not a variable
    r";|, ?[-–]|[*_]{0,3}[ \t]++(?:(?:an?|any|one|some(?:one|thing)|the|to) "
    r"|[*_]{0,2}\d{1,2}[*_:]{0,3} |\((?:\d|bef\. |c\. )|[*_][a-z])"
)
_AT_END = rf"[*_]{{0,3}}(?P<form>{_LABEL})[*_]{{0,3}}(?=[ \t]*+(?:\n|\Z|[—–$]))"
_DERIVED = lazy_pattern(rf"{_DASH}[ \t]?(?:\*{{1,3}})?{_WORD},?(?:\*{{1,3}},?)?[ \t]++{_AT_END}")
_SET_OFF = lazy_pattern(rf"\*(?<=[.!?;] \*)\*{{0,2}}{_WORD},?\*{{1,3}},?[ \t]++{_AT_END}")
_PLURAL = lazy_pattern(r"\((?:also )?(?P<form>(?:n\. ?)?(?:pl|sing)\.) ")
_ANGLED = lazy_pattern(
    rf"[⟨‹<](?P<form>[A-Za-z]{{1,6}}\.(?: ?[A-Za-z]{{1,6}}\.)?|{_FORMULA_LABEL}\.?)(?=[;,⟩›>])"
)
# Each with signs, if there are any, of which a text has one where it is found there.
_PLACES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    ((), _AT_START),
    ((), _WITHIN),
    ((), _IN_HEAD),
    (("$",), _FORMULA_IN_HEAD),
    (("(",), _IN_BRACKET),
    (("—", "–", "dash$"), _DERIVED),
    (("*",), _SET_OFF),
    (("(",), _PLURAL),
    (("⟨", "‹", "<"), _ANGLED),
)
_FORMULA = lazy_pattern(
    r"\$([A-Za-z](?:[ .]{0,2}[A-Za-z]){0,9}(?:\.? ?\\?& ?[a-z]{1,6})?)(\.)?\$( ?\.)?"
)
_NO_LETTERS = lazy_pattern(r"[ ~.\\]")
_BEFORE_LABEL = lazy_pattern(
    rf"(?:[.;]|{_DASH})[ \t]*+[*_]{{0,3}}{_WORD},?[*_]{{0,3}},?[ \t]++[*_]{{0,3}}\Z|\(\Z"
)
_REACH = 60


def printed_forms(body: str) -> set[str]:
    """What a section prints."""
    if "$" in body:
        from notelint.notes.printed_letters import with_plain_formulas  # for notes with formulas

        body = with_plain_formulas(body)
    printed: dict[int, str] = {}
    for signs, place in _PLACES:
        if not signs or any(map(body.__contains__, signs)):
            for match in place.finditer(body):
                printed |= _labels(match)
    bare: dict[int, str] = {}
    for match in _AT_SENSE.finditer(body):
        bare |= _labels(match)
    forms = {form for label in printed.values() for form in _pieces(label)}
    forms.update(label for label in bare.values() if "$" not in label)
    if "$" in body:
        forms.update(_formulas(body, printed.keys(), bare.keys()))
    return forms


def _labels(match: re.Match[str]) -> dict[int, str]:
    """What stands at a place of labels, by where it begins."""
    return {
        match.start(name): label
        for name, label in match.groupdict().items()
        if label and name != "mark"
    }


def _pieces(label: str) -> Iterable[str]:
    """A label, and the first part of one that has a blank: `n.` of `n. pl.`."""
    return () if label.startswith("$") else {label, label.partition(" ")[0]}


def _formulas(body: str, places: Collection[int], senses: Collection[int]) -> Iterator[str]:
    """The formulas of letters, some of them at places of labels."""
    for match in _FORMULA.finditer(body):
        is_stopped = any(match.groups()[1:])
        is_label = _is_place(match, places) if is_stopped else match.start() in senses
        for letters in _NO_LETTERS.sub("", match[1]).split("&"):
            is_one = len(letters) == 1
            if is_one and is_label and not is_stopped:
                is_label = _ONE_BEHIND.match(body, match.end()) is not None
            if is_label and not (is_one and letters.isupper()):
                yield f"${letters}$."
            elif letters in VARIABLES or (is_stopped and not is_one):
                yield f"${letters}$"
            elif not is_one:
                yield "$"


def _is_place(match: re.Match[str], places: Collection[int]) -> bool:
    start = match.start()
    return start in places or bool(
        _BEFORE_LABEL.search(match.string, max(start - _REACH, 0), start)
    )
