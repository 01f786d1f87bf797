"""Inlines: mistune's parser with positions, and with what Obsidian adds to CommonMark.

Every rule consumes the text from where it stands, left to right and without holes, so a token's
span is where its rule began and what position it returned. mistune keeps the dispatch, and finds
what closes code and HTML; the scanning loop and the rules are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from notelint.markdown.blocks.definition import LinkTargets
from notelint.markdown.inlines.emphasis import Token, resolve, run_token
from notelint.markdown.inlines.links import State, close_bracket, open_bracket
from notelint.markdown.inlines.url import AUTOLINK, EMAIL, find_urls
from notelint.markdown.syntax import html as html_syntax
from notelint.markdown.syntax.escape import ENTITY, PUNCTUATION, decode_entity
from notelint.markdown.syntax.mistune_port import InlineState, Parser
from notelint.markdown.syntax.obsidian import BLOCK_ID, TAG
from notelint.markdown.syntax.wikilink import WIKILINK, link_end
from notelint.values import lazy_pattern

_OBSIDIAN: dict[str, tuple[str, str]] = {  # rule → (pattern, start characters)
    "wikilink": (WIKILINK, "!["),
    "footnote": (r"\[\^(?P<label>(?:[^\[\]\\\n]|\\.)+)\]", "["),
    "inline_footnote": (r"\^\[", "^"),
    "math": (
        r"\$\$(?!\$)(?P<display>(?:[^$\\]|\\[\s\S]|\$(?!\$))++)\$\$"
        r"|\$(?![\s$])(?P<formula>(?:[^$\\\n]|\\.)++)(?<!\s)\$(?!\d)",
        "$",
    ),
    "comment": (r"%%(?P<hidden>[\s\S]*?)%%", "%"),
    "tag": (rf"(?<!\S)#(?P<name>{TAG})", "#"),
    "block_id": (rf"(?<!\S)\^(?P<id>{BLOCK_ID})(?=[ \t]*(?:\n|\Z))", "^"),
    "marks": (r"~+|=+", "~="),
}
_COMMONMARK_STARTS = "\\`*_![]<&\n"
_IMAGE = r"!?\["
_ESCAPED = lazy_pattern(rf"\\({PUNCTUATION})")
# `!` in front of a footnote reference ends a sentence: `so there![^1]`
_IMAGE_BUT_NO_FOOTNOTE = r"!\[(?!\^)|\["


class Inlines(Parser[InlineState]):
    """The inline parser. Build it once; all state is per content."""

    sc_flag = 0
    # One bracket, hard or soft break at a time, so that each returned position ends one token.
    SPECIFICATION: ClassVar[dict[str, str]] = {
        "escape": rf"(?:\\{PUNCTUATION})+",
        "codespan": r"`+",
        "emphasis": r"\*+|_+",
        "link": _IMAGE,
        "link_close": r"\]",
        "auto_link": f"<{AUTOLINK}>",
        "auto_email": f"<{EMAIL}>",
        "inline_html": html_syntax.INLINE_START,
        "linebreak": r"(?:\\| {2,})\n",
        "softbreak": r" *\n",
    }
    DEFAULT_RULES = tuple(SPECIFICATION)

    def __init__(self, obsidian: bool) -> None:
        super().__init__()
        for name in self.DEFAULT_RULES:
            self.register(name, None, getattr(type(self), f"parse_{name}"))
        self.obsidian = obsidian
        starts = _COMMONMARK_STARTS
        self.add_rule("entity", ENTITY.pattern)
        if obsidian:
            self.specification["link"] = _IMAGE_BUT_NO_FOOTNOTE
            for name, (pattern, start) in _OBSIDIAN.items():
                self.add_rule(name, pattern)
                starts += start
        any_start = re.escape("".join(sorted(set(starts))))
        self.trigger = re.compile(f"[{any_start}]")
        self.markup = re.compile(f"[{any_start}]|://|www\\.", re.I)
        self.scanner = self.compile_sc()

    def add_rule(self, name: str, pattern: str) -> None:
        """Try a pattern before those of code and links."""
        self.register(name, pattern, getattr(type(self), f"parse_{name}"), before="codespan")

    def is_plain(self, text: str) -> bool:
        """Whether a text holds nothing that could be markup, so that it is one text node."""
        return self.markup.search(text) is None

    def tokens_of(self, text: str, targets: LinkTargets) -> tuple[list[Token], bool]:
        """The tokens of a text, each with a span in it, and whether a bound cut something off."""
        state = State(text, targets)
        self.scan(state)
        return resolve(state.tokens), state.is_cut

    def scan(self, state: State) -> None:
        """Append the tokens of the state's text, delimiter runs still open."""
        text, size, tokens = state.src, len(state.src), state.tokens
        urls = find_urls(text) if self.obsidian else iter(())
        url = next(urls, None)
        position, mark = 0, -1  # mark: the next character that may start a rule
        while position < size:
            if mark < position:
                found = self.trigger.search(text, position)
                mark = found.start() if found else size
            stop = _break_start(text, position, mark)
            url = _next_url(urls, url, position)
            if url and url[0] <= stop:
                _add_text(tokens, text, position, url[0])
                tokens.append(_bare_url(text, *url))
                position = url[1]
                continue
            _add_text(tokens, text, position, stop)
            position = self.step(state, stop) if stop < size else size

    def step(self, state: State, position: int) -> int:
        """Apply the rule that matches at ``position``; where none does, the character is text."""
        match = self.scanner.match(state.src, position)
        end = self.parse_method(match, state) if match else None
        if not end:
            state.tokens.append({"type": "text", "raw": state.src[position]})
            end = position + 1
        token = state.tokens[-1]
        if "span" not in token:
            token["span"] = (position, end)
        return end

    def parse_escape(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "text", "raw": _ESCAPED.sub(r"\1", m[0])})
        return m.end()

    def parse_codespan(self, m: re.Match[str], state: Any) -> int:
        end: int | None = state.delimiters.code_end(m[0], m.end())
        if end is None:
            state.tokens.append({"type": "text", "raw": m[0]})
            return m.end()
        code = state.src[m.end() : end].replace("\n", " ")
        if code.strip(" ") and code[0] == code[-1] == " ":
            code = code[1:-1]
        state.tokens.append({"type": "codespan", "raw": code})
        return end + len(m[0])

    def parse_linebreak(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "linebreak"})
        return m.end()

    def parse_softbreak(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "softbreak"})
        return m.end()

    def parse_emphasis(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append(run_token(state.src, m.start(), m.end()))
        return m.end()

    parse_marks = parse_emphasis

    def parse_entity(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "text", "raw": decode_entity(m[0])})
        return m.end()

    def parse_auto_link(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append(_autolink(m, ""))
        return m.end()

    def parse_auto_email(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append(_autolink(m, "mailto:"))
        return m.end()

    def parse_inline_html(self, m: re.Match[str], state: Any) -> int | None:
        text, start = state.src, m.start()
        end = html_syntax.inline_tag_end(text, start)
        marker = html_syntax.inline_marker(text, start) if end is None else None
        if marker is not None:
            closing, content = marker
            found = state.delimiters.find(closing, content)
            end = None if found is None else found + len(closing)
        if end is not None:
            state.tokens.append({"type": "html", "value": text[start:end]})
        return end

    def parse_link(self, m: re.Match[str], state: Any) -> int:
        return open_bracket(state, m[0], m.start())

    parse_inline_footnote = parse_link

    def parse_link_close(self, m: re.Match[str], state: Any) -> int:
        return close_bracket(state, m.start())

    def parse_wikilink(self, m: re.Match[str], state: Any) -> int:
        kind = "embed" if m[0].startswith("!") else "wikiLink"
        start, end = m.start("linktext"), link_end(m)
        linktext = state.src[start : end - 2]
        state.tokens.append({"type": kind, "linktext": linktext, "inner": start})
        return end

    def parse_footnote(self, m: re.Match[str], state: Any) -> int | None:
        if not m["label"].strip():
            return None
        state.tokens.append({"type": "footnoteReference", "label": m["label"]})
        return m.end()

    def parse_math(self, m: re.Match[str], state: Any) -> int:
        display = m["display"]
        if display is None:
            state.tokens.append({"type": "inlineMath", "value": m["formula"]})
        else:
            state.tokens.append({"type": "math", "value": display.strip("\n")})
        return m.end()

    def parse_comment(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "comment", "value": m["hidden"]})
        return m.end()

    def parse_tag(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "tag", "name": m["name"]})
        return m.end()

    def parse_block_id(self, m: re.Match[str], state: Any) -> int:
        state.tokens.append({"type": "blockId", "id": m["id"]})
        return m.end()


def _add_text(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Append plain text, unless there is none."""
    if end > start:
        tokens.append({"type": "text", "raw": text[start:end], "span": (start, end)})


def _next_url(
    urls: Iterator[tuple[int, int]], url: tuple[int, int] | None, position: int
) -> tuple[int, int] | None:
    """The first URL that does not begin inside what is read already."""
    while url and url[0] < position:
        url = next(urls, None)
    return url


def _autolink(match: re.Match[str], scheme: str) -> Token:
    """``<https://…>`` or ``<name@host>``: a link whose text is its destination."""
    raw = match[0][1:-1]
    span = match.start() + 1, match.end() - 1
    child = {"type": "text", "raw": raw, "span": span}
    return {"type": "link", "url": scheme + raw, "children": [child], "depth": 1}


def _bare_url(text: str, start: int, end: int) -> Token:
    raw = text[start:end]
    child = {"type": "text", "raw": raw, "span": (start, end)}
    url = raw if "://" in raw else "http://" + raw
    span = start, end
    return {"type": "link", "url": url, "children": [child], "span": span, "depth": 1, "bare": True}


def _break_start(text: str, position: int, mark: int) -> int:
    """Where a line break at ``mark`` begins: with the spaces or the backslash in front of it."""
    if mark == len(text) or text[mark] != "\n":
        return mark
    start = mark
    while start > position and text[start - 1] == " ":
        start -= 1
    if start == mark and start > position and text[start - 1] == "\\":
        return start - 1
    return start
