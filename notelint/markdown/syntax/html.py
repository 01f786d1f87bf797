"""HTML as CommonMark sees it: what begins and ends a block (4.6), and what is inline (6.6)."""

from __future__ import annotations

import re

from notelint.values import lazy_pattern

_NAME = r"[A-Za-z][A-Za-z0-9-]*+"
_ATTRIBUTE = (
    r"[ \t\n]++[A-Za-z_:][A-Za-z0-9_.:-]*+"
    r"(?:[ \t\n]*+=[ \t\n]*+(?:[^ \t\n\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+"
)
# mistune's own pattern refuses `!` in a bare value and takes any Unicode blank for one.
REST_OF_TAG = rf"(?:{_NAME}(?:{_ATTRIBUTE})*+[ \t\n]*+/?|/{_NAME}[ \t\n]*+)>"  # behind its `<`
_INLINE_TAG = lazy_pattern(f"<{REST_OF_TAG}")
_LINE_OF_TAG = lazy_pattern(rf"<{REST_OF_TAG}[ \t]*$")
_DECLARATION = lazy_pattern(r"<![A-Za-z]")

_BLOCK_NAMES = (  # as in CommonMark 0.31
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|"
    "dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|"
    "head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|"
    "p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_PRE_NAMES = "pre|script|style|textarea"
_BLOCKS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        lazy_pattern(rf"<(?:{_PRE_NAMES})(?:[ \t>]|$)", re.I),
        lazy_pattern(rf"</(?:{_PRE_NAMES})>", re.I),
    ),
    (lazy_pattern(r"<!--"), lazy_pattern(r"-->")),
    (lazy_pattern(r"<\?"), lazy_pattern(r"\?>")),
    (_DECLARATION, lazy_pattern(r">")),
    (lazy_pattern(r"<!\[CDATA\["), lazy_pattern(r"\]\]>")),
    (lazy_pattern(rf"</?(?:{_BLOCK_NAMES})(?:[ \t]|/?>|$)", re.I), None),
)

INLINE_START = r"<(?:/?[A-Za-z]|!|\?)"
_EMPTY_COMMENTS = ("<!-->", "<!--->")
_INLINE_ENDS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))


def block_end(text: str, interrupts: bool) -> tuple[bool, re.Pattern[str] | None]:
    """Whether a line starts an HTML block, and the pattern that ends it; None is a blank line.

    Any complete tag alone on its line starts one too, unless that would interrupt a paragraph.
    """
    for opening, closing in _BLOCKS:
        if opening.match(text):
            return True, closing
    return not interrupts and _LINE_OF_TAG.match(text) is not None, None


def ends_at_blank(line: str) -> bool:
    """Whether the HTML block that a line starts takes in all lines up to a blank one."""
    starts, closing = block_end(line, interrupts=False)
    return starts and closing is None


def inline_marker(text: str, start: int) -> tuple[str, int] | None:
    """What closes a comment, instruction, CDATA or declaration, and where its content begins."""
    for opening, closing in _INLINE_ENDS:
        if text.startswith(opening, start):
            return closing, start + len(opening)
    declaration = _DECLARATION.match(text, start)
    return (">", declaration.end()) if declaration else None


def inline_tag_end(text: str, start: int) -> int | None:
    """Where the tag or the empty comment that starts here ends."""
    for comment in _EMPTY_COMMENTS:
        if text.startswith(comment, start):
            return start + len(comment)
    match = _INLINE_TAG.match(text, start)
    return match.end() if match else None
