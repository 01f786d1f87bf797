from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
    option,
)
from notelint.wording import (
    LOOKALIKE,
    LOOKALIKE_CHARACTERS,
    Scripts,
    changed,
    in_cyrillic,
    in_greek,
    in_latin,
    is_all_twins,
    is_cyrillic,
    is_greek,
    is_in_target,
    is_latin,
    is_mostly,
    script_of,
)

_WORD = lazy_pattern(r"[^\W\d_]+")
_WORD_BEFORE = lazy_pattern(r"[^\W\d_]*\Z")
_ENDING = lazy_pattern("[аеіоух]+\\Z|ο\\Z")  # of a Russian or a Greek case: `внутри divа`
_OF_ANOTHER_SOUND = lazy_pattern(r"[ух]\Z")  # `u` and `kh`, which look like `y` and `x`
# A line that speaks of a language may quote a word of it; so does one that sets it off.
_OF_LANGUAGES = lazy_pattern(
    r"Russia|Cyrillic|Slav|Ukrain|Bulgari|Belarus|Serb|Macedon|Mongol|Kazakh|Greek|alphabet|letter",
    re.I,
)
_REACH = 200
_SET_OFF = frozenset("\"'“”‘’«»„‚()[]/*_=")


@dataclass(frozen=True, kw_only=True)
class MixedScript(Rule):
    """A Cyrillic `е` in a Latin word looks right to everybody, and no search finds the word. It
    comes from pages that disguise their words, and from a slip of the keyboard's language, as does
    a Latin `e` in a line of Russian. A Latin word with a Russian ending is right in a Russian line,
    and a word all of Cyrillic where Cyrillic is written or spoken of."""

    name = "mixed-script"
    code = "NL410"
    summary = "A word is written in the letters of one script."
    bad = "The c\u0435ll wall.\n"
    good = "The cell wall, 5 μm of β-lactam, and стена.\n"
    fixes = (
        "Unsafe: the letters become the Latin ones that they look like, or in a word of Greek or "
        "Cyrillic those. Manual where the last one may stand for its sound: `у` for `u`."
    )
    trigger = Trigger(characters=LOOKALIKE_CHARACTERS)

    allow: tuple[str, ...] = option((), "words that are right as they stand")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        scripts = Scripts(note.text)
        if not scripts.may_be_mixed():
            return
        for words in note.facts.prose:
            end = words.start
            for letter in LOOKALIKE.finditer(content, *words):
                if letter.start() < end:
                    continue
                word = _word_at(content, words, letter.start())
                end = word.end
                if note[word] not in self.allow:
                    yield from _judged(note, word, scripts)


def _word_at(content: str, words: Span, offset: int) -> Span:
    before = _WORD_BEFORE.search(content, max(words.start, offset - 100), offset)
    after = _WORD.match(content, offset, words.end)
    return Span(before.start() if before else offset, after.end() if after else offset + 1)


def _judged(note: Note, word: Span, scripts: Scripts) -> Iterator[Finding]:
    written = note[word]
    if is_in_target(note, word):
        return
    if is_greek(written):
        yield _finding(note, word, "Greek", in_greek(written))
    elif is_cyrillic(written, note.text.content) and _is_amid(note, word, "Cyrillic", scripts):
        yield _finding(note, word, "Cyrillic", in_cyrillic(written))
    elif _is_meant_latin(note, word, scripts):
        yield _finding(note, word, "Latin", in_latin(written))


def _is_meant_latin(note: Note, word: Span, scripts: Scripts) -> bool:
    if is_latin(note[word]):
        return not _has_an_ending(note, word, scripts)
    return is_all_twins(note[word]) and _is_amid_latin(note, word, scripts)


def _has_an_ending(note: Note, word: Span, scripts: Scripts) -> bool:
    """Whether a Latin word has only an ending of another script, in a line or note of that."""
    ending = _ENDING.search(note[word])
    if ending is None or LOOKALIKE.search(note[word][: ending.start()]):
        return False
    return _is_amid(note, word, script_of(ending[0][0]), scripts)


def _is_amid(note: Note, word: Span, script: str, scripts: Scripts) -> bool:
    """Whether the line around a word, or the note, is written in a script."""
    return is_mostly(script, "".join(_around(note, word))) or scripts.is_mostly(script)


def _is_amid_latin(note: Note, word: Span, scripts: Scripts) -> bool:
    """Whether a word of letters that look Latin stands between Latin words of a note that neither
    writes in its script nor speaks of it."""
    around = _around(note, word)
    if _SET_OFF.issuperset(around[0][-1:] or "x") or _SET_OFF.issuperset(around[1][:1] or "x"):
        return False
    latin = [item for part in around for item in _WORD.findall(part) if item.isascii()]
    if len(latin) < 2 or _OF_LANGUAGES.search(" ".join(around)):
        return False
    own = {script_of(char) for char in note[word]} - {"Latin"}
    return not any(map(scripts.has_own_letters, own))


def _around(note: Note, word: Span) -> tuple[str, str]:
    """What stands before and behind a word on its line, as much as matters."""
    line = note.text.line_at(word.start)
    before = note.text.content[max(line.start, word.start - _REACH) : word.start]
    return before, note.text.content[word.end : min(line.end, word.end + _REACH)]


def _finding(note: Note, word: Span, script: str, right: str) -> Finding:
    written = note[word]
    letters = changed(written, right)
    names = ", ".join(f"{script_of(char)} `{char}` (U+{ord(char):04X})" for char in letters)
    is_doubtful = script == "Latin" and _OF_ANOTHER_SOUND.search(written) is not None
    applicability = Applicability.MANUAL if is_doubtful else Applicability.UNSAFE
    fix = Fix.replacing(word, right, f"write it in {script} letters", applicability)
    return Finding(word, f"`{written}` is a {script} word with {names}", fix)
