"""The inlines of a plain note: what in a text is no text, read by one pattern a line.

``inlines/parser`` says what they are. Links of Markdown whose text or destination holds signs, tags
and code over more than a line, comments, escapes of what might hide something, and the like are not
plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.markdown.inlines.emphasis import MAX_DEPTH, Token, left_over, run_token
from notelint.markdown.inlines.url import AUTOLINK, EMAIL, find_urls
from notelint.markdown.plain.block import PlainText
from notelint.markdown.syntax.escape import ENTITY_NAME, decode_entity
from notelint.markdown.syntax.html import REST_OF_TAG
from notelint.markdown.syntax.obsidian import BLOCK_ID, TAG
from notelint.values import holds, lazy_pattern

# What it is, where it stands in the note, and what it says: what stands between two brackets or two
# signs, the destination of a link, what an escape or an entity stands for; of text, marks and line
# breaks none. The text of a link comes behind it.
Inline = tuple[str, int, int, str]

# Each begins with a character outside of a group: so the scan skips all others. What must not stand
# in front is asked behind it. What has no group is a run of delimiters, or not plain.
_SPECIAL = lazy_pattern(
    r"\[\[(?P<wikiLink>[^\[\]\n]++)\]\](?!\])"
    r"|\[\^(?P<footnoteReference>[^\[\]\\\n]++)\]"
    r"|\[(?P<link_text>(?:[^\[\]$#^*_\\`%~=<&\n]|[%~=&](?![%~=&#A-Za-z]))*+)\]"
    r"\((?P<angle><)?(?P<link>(?:[^\\\x00-\x20\x7f()<>&]|&(?![#A-Za-z][A-Za-z0-9]*;))*+)(?(angle)>)"
    r"(?:[ \t]++\"[^\"\\]*+\")?\)"
    r"|`(?P<ticks>`*+)(?P<inlineCode>[^`]++(?:(?!`(?P=ticks)(?!`))`++[^`]++)*+)`(?P=ticks)(?!`)"
    r"|\$(?![\s$])(?P<inlineMath>(?:[^$\\\n]|\\.)++)(?<!\s)\$(?!\d)"
    rf"|#(?<!\S#)(?P<tag>{TAG})"
    rf"|\^(?<!\S\^)(?P<blockId>{BLOCK_ID})(?=[ \t]*\Z)"
    rf"|<(?P<url>{AUTOLINK}|{EMAIL})>|<(?P<html>{REST_OF_TAG})"
    rf"|&(?P<entity>{ENTITY_NAME});"
    r"|\*\**|__*|~~*|==*"
    r"|\[[\[^]|\]\(|\^\[|`|\$\$|%%|<[A-Za-z/!?]|&[#A-Za-z][A-Za-z0-9]*;"
    r"|\\(?P<escape>[!-#&-/:;=-@\[-`{-~])|\\(?:[$%<]|\Z)"  # `\$\$` might hide what is behind it
)
_EMBEDS = {"wikiLink": "embed", "link": "image"}  # with a `!` in front
_HIDING = frozenset("$%")  # two of them might hide what is behind them
_ALL = lazy_pattern(r"(?P<url>.*)", re.S)


def may_hold_urls(content: str) -> bool:
    """Whether bare URLs may stand in a content."""
    return holds(content, "://") or holds(content.lower(), "www.")


def plain_inlines(text: PlainText, has_urls: bool) -> list[Inline] | None:
    """The inlines of a text in order, or None where they are not plain."""
    lines = text.lines
    found: list[Inline] = []
    runs: list[Token] = []
    last = len(lines) - 1
    for number, (offset, line) in enumerate(lines):
        end = len(line.rstrip(" ")) if number < last else len(line)
        if not _read(line, offset, end, has_urls, found, runs):
            return None
        if len(line) - end >= 2:
            found.append(("break", offset + end, lines[number + 1][0], ""))
    return _settled(found, runs) if runs else found


def _read(
    line: str, offset: int, end: int, has_urls: bool, found: list[Inline], runs: list[Token]
) -> bool:
    """Append the inlines of a line up to an end; False where it is not plain."""
    position = 0
    has_urls = has_urls and may_hold_urls(line)
    for match in _with_urls(line) if has_urls else _SPECIAL.finditer(line):
        kind = match.lastgroup
        start, stop = match.span()
        value = match[match.lastindex or 0]
        if kind is None or kind == "entity":
            kind, value = _judged(kind, match[0])
            if not kind:
                return False
            if kind == "run":
                runs.append(run_token(line, start, stop))
        if start > position and kind in _EMBEDS and line[start - 1] == "!":
            kind, start = _EMBEDS[kind], start - 1
        elif kind == "footnoteReference" and not match[2].strip():
            return False
        if start > position:
            found.append(("text", offset + position, offset + start, ""))
        found.append((kind, offset + start, offset + stop, value))
        if kind == "link":
            text, text_end = match.span("link_text")
            _add(found, "text", offset + text, offset + text_end)
        position = stop
    if end > position:
        found.append(("text", offset + position, offset + end, ""))
    return True


def _judged(kind: str | None, written: str) -> tuple[str, str]:
    """What some signs are, and what they say; nothing where they are not plain."""
    if kind is None:
        return ("run" if written[0] in "*_~=" else "", written)
    meant = decode_entity(written)
    return ("" if meant == written or meant in _HIDING else "escape", meant)


def _with_urls(line: str) -> Iterator[re.Match[str]]:
    """What is special in a line, bare URLs among it: what begins first has its characters."""
    urls = find_urls(line)
    url, special = next(urls, None), _SPECIAL.search(line)
    position = 0
    while url:
        if special and special.start() < position:
            special = _SPECIAL.search(line, position)
        is_special = special is not None and special.start() <= url[0]
        match = special if is_special else _ALL.fullmatch(line, *url)
        assert match
        yield match
        position = match.end()
        while url and url[0] < position:
            url = next(urls, None)
    yield from _SPECIAL.finditer(line, position)


def _settled(found: list[Inline], runs: list[Token]) -> list[Inline] | None:
    """The inlines with what is left of delimiter runs as text, and the rest of them as marks."""
    parts, depth = left_over(runs)
    if depth >= MAX_DEPTH:
        return None
    rest = iter(parts)
    settled: list[Inline] = []
    for kind, start, end, value in found:
        if kind != "run":
            _add(settled, kind, start, end, value)
            continue
        closes, left = next(rest)
        middle = start + closes
        _add(settled, "mark", start, middle)
        _add(settled, "text", middle, middle + left)
        _add(settled, "mark", middle + left, end)
    return settled


def _add(settled: list[Inline], kind: str, start: int, end: int, value: str = "") -> None:
    """Append an inline, to the text before it if it is text too."""
    if kind in ("text", "mark") and start == end:
        return
    if kind == "text" and settled and settled[-1][0] == "text" and settled[-1][2] == start:
        start = settled.pop()[1]
    settled.append((kind, start, end, value))
