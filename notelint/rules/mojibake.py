from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

from notelint.authoring import Applicability, Finding, Fix, Note, Rule, Span, Vault, option

# What the bytes of one character in UTF-8 look like in Windows-1252: a first one, and 1 to 3 more.
# Last come quotation marks and dashes as a Macintosh reads them.
_MORE = "[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf]"
_SCAR = re.compile(
    f"(?:Â[\x80-\xbf]|[Ã-ß]{_MORE}|[à-ï]{_MORE}{{2}}|[ð-ô]{_MORE}{{3}}|‚Ä[òôúùìî¶¢])+"
)
_SIGN = re.compile(rf"[Â-ô‚](?:{_MORE}|Ä)")  # of a scar: cheap to look for
_WORD = re.compile(r"[^ \t\r\n]*")
_WORD_BEFORE = re.compile(r"[^ \t\r\n]*\Z")
# A capital may end a word, or be quoted on its own: `MAÇÃ”`, `« Ã »`. What follows it then closes.
_QUOTE = "[“„‘‚«‹\"'(\\[]"
_CLOSED = re.compile(r"[À-ß][”’»›…–—\xa0]+\Z")
_BEFORE_CAPITAL = re.compile(rf"(?:{_QUOTE}\xa0?|\xa0)\Z")
_CONTROL = re.compile("[\x80-\x9f]")


@dataclass(frozen=True, kw_only=True)
class Mojibake(Rule):
    """Text that was decoded in a wrong encoding shows `cafÃ©` for `café`. Nobody finds the word by
    searching, and each further conversion makes the heap of letters longer."""

    name = "mojibake"
    code = "NL405"
    summary = "Text is decoded once, in its own encoding."
    bad = "A cafÃ© in a street.\n"
    good = "A café in a street, and SÃO PAULO.\n"
    fixes = (
        "Unsafe: the broken stretch is decoded again, more than once where it has to be. Letters "
        "around it, quotes and line endings stay as they are."
    )

    allow: tuple[str, ...] = option((), "stretches that are right as they stand, as `Ã©`")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        if content.isascii() or not _SIGN.search(content):
            return
        for words in note.facts.prose:
            done = words.start
            for match in _SCAR.finditer(content, *words):
                if match.start() < done or _is_capital(content, match):
                    continue
                found = _meant(content, words, match)
                if found and content[found[0].start : found[0].end] not in self.allow:
                    done = found[0].end
                    yield _finding(note, *found)


def _finding(note: Note, span: Span, meant: str) -> Finding:
    message = f"`{note[span]}` is `{meant}`, decoded in a wrong encoding"
    fix = Fix.replacing(span, meant, f"write `{meant}`", Applicability.UNSAFE)
    return Finding(span, message, fix)


def _is_capital(content: str, match: re.Match[str]) -> bool:
    """Whether a capital with what closes a quotation behind it only looks like a scar."""
    if not _CLOSED.match(match[0]) or content[match.end() : match.end() + 1].isalpha():
        return False
    before = content[max(match.start() - 2, 0) : match.start()]
    return before[-1:].isupper() or _BEFORE_CAPITAL.search(before) is not None


def _meant(content: str, words: Span, match: re.Match[str]) -> tuple[Span, str] | None:
    """What is to be replaced and by what: judged by the word around, else by the scar alone."""
    before = _WORD_BEFORE.search(content, max(words.start, match.start() - 100), match.start())
    start = before.start() if before else match.start()
    end = match.end()
    after = _WORD.match(content, end, min(words.end, end + 100))
    for span in (Span(start, after.end() if after else end), Span(*match.span())):
        written = content[span.start : span.end]
        meant = _decoded(written)
        if meant != written:
            return _difference(span, written, meant)
    return None


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
