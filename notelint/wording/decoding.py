"""Text that was decoded in a wrong encoding, found and decoded again.

What a stretch meant decides ftfy by what looks wrong in it. A letter alone looks wrong too seldom
(`Ï€` could be the price of an Ï), so that its neighbours decide where ftfy does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from os.path import commonprefix

from notelint.values import Span, Text, lazy_pattern

# What the bytes of one character in UTF-8 look like in Windows-1252 and on a Macintosh: a first
# one, and 1 to 3 more.
_MORE = "[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf]"
_MAC = f"[{re.escape(bytes(range(0x80, 0xC0)).decode('mac-roman'))}]"
_SCAR = lazy_pattern(
    f"(?:Â[\x80-\xbf]|[Ã-ß]{_MORE}|[à-ï]{_MORE}{{2}}|[ð-ô]{_MORE}{{3}})+"
    r"|â€(?=[\s.,;:!?)\]]|\Z)"  # the last byte of `”` is no character there, and was lost
    f"|(?:[‚Ô]{_MAC}{{2}}|[√ƒ≈Œœ¬]{_MAC}|\uf8ff{_MAC}{{3}})+|(?:[–—]{_MAC}){{3,}}"
)
SCAR_CHARACTERS = "Â-ô‚√ƒ≈Œœ¬\uf8ff–—"  # with which a scar begins
_SIGN = lazy_pattern(  # the shortest scars; what begins with a set of characters is found quickly
    f"[{SCAR_CHARACTERS}](?:(?<=Â)[\x80-\xbf]|(?<=[Ã-ß]){_MORE}|(?<=[à-ï]){_MORE}{{2}}"
    f"|(?<=[ð-ô]){_MORE}{{3}}|(?<=â)€|(?<=[‚Ô]){_MAC}{{2}}|(?<=[√ƒ≈Œœ¬]){_MAC}"
    f"|(?<=\uf8ff){_MAC}{{3}}|(?<=[–—]){_MAC}(?:[–—]{_MAC}){{2}})"
)
_WORD = lazy_pattern(r"[^ \t\r\n]*")
_WORD_BEFORE = lazy_pattern(r"[^ \t\r\n]*\Z")

# A capital may end a word, or be quoted on its own: `MAÇÃ”`, `« Ã »`. What follows it then closes.
_QUOTE = "[“„‘‚«‹\"'(\\[]"
_CLOSED = lazy_pattern(r"[À-ß][”’»›…–—\xa0]+\Z")
_ANGSTROM = lazy_pattern(r"Å[²³±]\Z")  # `100 Å³`
_BEFORE_CAPITAL = lazy_pattern(rf"(?:{_QUOTE}\xa0?|\xa0)\Z")
# What may stand behind a capital in good text: `„Å“`, `100 Å³`, `TRADÉ™`.
_MAY_FOLLOW = frozenset("”’»›…–—™“‘«\xa0±²³¹°·")
_DOUBTFUL = lazy_pattern("[Î-ÏÐÑ][”’»›…–—‘“™]")
_CONTROL = lazy_pattern("[\x80-\x9f]")
_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ")


def stretches(content: str, prose: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """The stretches of a text that were decoded in a wrong encoding, and what each meant.

    Where there are some, a Greek or Cyrillic letter that might be a capital and a quotation mark
    (`Ï…`) is one too.
    """
    prose = tuple(prose)
    found = [each for words in prose for each in _stretches(content, words, is_scarred=False)]
    if found and _DOUBTFUL.search(content):
        found = [each for words in prose for each in _stretches(content, words, is_scarred=True)]
    yield from found


def _stretches(content: str, words: Span, is_scarred: bool) -> Iterator[tuple[Span, str]]:
    done = words.start
    for match in _SCAR.finditer(content, *words):
        if match.start() < done or _is_capital(content, match):
            continue
        found = _meant(content, words, match)
        if not found and is_scarred and _DOUBTFUL.match(match[0]):
            found = _doubtful(content, Span(*match.span()))
        if found:
            done = found[0].end
            yield found


def may_have_stretches(text: Text) -> bool:
    """Whether a text needs a look at all. No character of a scar is a usual one, so what stands
    side by side in the text does so among the unusual ones."""
    return bool(_SIGN.search(text.unusual) and _SIGN.search(text.content))


def _is_capital(content: str, match: re.Match[str]) -> bool:
    """Whether a capital with what closes a quotation behind it only looks like a scar."""
    before = content[max(match.start() - 2, 0) : match.start()]
    if _ANGSTROM.match(match[0]) and not before[-1:].isalpha():
        return True
    if not _CLOSED.match(match[0]) or _is_letter(content, match.end()):
        return False
    return before[-1:].isupper() or _BEFORE_CAPITAL.search(before) is not None


def _meant(content: str, words: Span, match: re.Match[str]) -> tuple[Span, str] | None:
    """What is to be replaced and by what: judged by the word around, else by the scar alone."""
    before = _WORD_BEFORE.search(content, max(words.start, match.start() - 100), match.start())
    start = before.start() if before else match.start()
    end = match.end()
    after = _WORD.match(content, end, min(words.end, end + 100))
    scar = Span(*match.span())
    if match[0][0] in "ƒ≈" and not content[start : match.start()] and not _is_letter(content, end):
        return None  # `ƒ∂`
    for span in (Span(start, after.end() if after else end), scar):
        written = content[span.start : span.end]
        meant = _decoded(written)
        if meant != written:
            return _difference(span, written, meant)
    letter = _letter(content, scar) or _sign(content, scar) or _mac_sign(content, scar)
    return (scar, letter) if letter else None


def _is_letter(content: str, offset: int) -> bool:
    return content[offset : offset + 1].isalpha()


def _decoded(written: str) -> str:
    """The text that was meant, or the same where it cannot be told."""
    from ftfy import TextFixerConfig, fix_encoding

    only_decode = TextFixerConfig(
        unescape_html=False,
        restore_byte_a0=False,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=False,
        fix_c1_controls=False,
    )
    meant = fix_encoding(written, only_decode)
    return written if _CONTROL.search(meant) else meant


def _difference(span: Span, written: str, meant: str) -> tuple[Span, str]:
    """The part of a span that the text meant changes, and what stands there then."""
    first = len(commonprefix([written, meant]))  # noqa: RUF071 - characters are what is meant
    last = len(commonprefix([written[first:][::-1], meant[first:][::-1]]))  # noqa: RUF071
    last = min(last, len(meant) - first - 1)
    part = Span(span.start + first, span.end - last)
    return part, meant[first : len(meant) - last]


def _letter(content: str, scar: Span) -> str | None:
    """The letters that a scar stands for in a place where no good text has a capital like its."""
    written = content[scar.start : scar.end]
    meant = _as_utf8(written, "sloppy-windows-1252")
    before, behind = content[max(scar.start - 2, 0) : scar.start], content[scar.end : scar.end + 1]
    if not meant or not "Â" <= written[0] <= "Þ" or written[0] == "×" or before[-1:].isupper():
        return None
    if not all(unicodedata.name(char, "").startswith(_SCRIPTS) or char == "¥" for char in meant):
        return None
    if written[-1] not in _MAY_FOLLOW or behind.islower():
        return meant
    is_in_word = before.isalpha() and before.islower() and len(before) == 2
    return meant if is_in_word and written[-1] != "\xa0" else None


def _sign(content: str, scar: Span) -> str | None:
    """The sign that a scar stands for which no word ends in: `â„¢`, but not `hâlâ…”`."""
    written = content[scar.start : scar.end]
    if written == "â€":
        return "”" if content[max(scar.start - 1, 0) : scar.start].strip() else None
    if len(written) != 3 or written[0] != "â" or written[1] in _MAY_FOLLOW:
        return None
    meant = _as_utf8(written, "sloppy-windows-1252")
    return meant if meant and unicodedata.category(meant)[0] in "SP" else None


def _doubtful(content: str, scar: Span) -> tuple[Span, str] | None:
    """A letter of Greek or Russian in a text with other scars, where no capital stands before."""
    meant = _as_utf8(content[scar.start : scar.end], "sloppy-windows-1252")
    if not meant or content[max(scar.start - 1, 0) : scar.start].isupper():
        return None
    return (scar, meant) if all(map(str.isalpha, meant)) else None


def _mac_sign(content: str, scar: Span) -> str | None:
    """The sign or the Cyrillic letters that a scar of a Macintosh stands for."""
    written = content[scar.start : scar.end]
    meant = _as_utf8(written, "mac-roman")
    if not meant:
        return None
    if written[0] in "‚\uf8ff":
        return meant if all(unicodedata.category(char)[0] in "SP" for char in meant) else None
    is_cyrillic = all(unicodedata.name(char, "").startswith("CYRILLIC ") for char in meant)
    if is_cyrillic or written[0] not in "√ƒ≈":
        return meant if is_cyrillic else None
    # `sin√π` is mathematics: only letters on both sides make a word.
    before, behind = content[max(scar.start - 1, 0) : scar.start], content[scar.end : scar.end + 1]
    is_in_word = before.islower() and behind.islower() and not {"π", "∞", "Ω"} & set(written)
    return meant if is_in_word else None


def _as_utf8(written: str, encoding: str) -> str | None:
    import ftfy.bad_codecs  # noqa: F401 - knows `sloppy-windows-1252`

    try:
        meant = written.encode(encoding).decode()
    except UnicodeError:
        return None
    return meant if meant.isprintable() else None
