"""Footnote definitions that stand in plain sight and are none, as something takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from notelint.markdown import Node, ends_at_blank
from notelint.notes.facts import HiddenDefinition, Hiding
from notelint.notes.sections import is_open
from notelint.values import Line, Span, Text, label_key, lazy_pattern, split_lines

_DEFINITION = lazy_pattern(r"([ \t>]*)(\[\^((?:[^\[\]\\]|\\.)+)\]:)")
_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_BLANKS = lazy_pattern(r"\s*")
_CODE_INDENT = 4


def hidden_definitions(
    text: Text, nodes: Iterable[Node], referred: Set[str], defined: Set[str]
) -> Iterator[HiddenDefinition]:
    """What looks like a definition in code, comments, formulas and HTML, where it takes in one that
    the note refers to and does not have; ``referred`` and ``defined`` are keys of labels."""
    wanted = referred - defined
    for node in nodes if wanted else ():
        if "]:" in text.content[node.start : node.end]:
            found = tuple(_within(text, node))
            labels = {label_key(hidden.label) for hidden in found}
            if labels & defined:
                found = tuple(hidden._replace(is_free=False) for hidden in found)
            yield from found if labels & wanted else ()


def takes_in(text: Text, spans: Iterable[Span], wanted: Set[str]) -> bool:
    """Whether some of the wanted labels are those of what looks like a definition in some code,
    HTML, comments or formulas."""
    return any(
        label_key(match[3]) in wanted
        for span in spans
        for line in split_lines(text[span])
        if (match := _DEFINITION.match(line.content))
    )


def _within(text: Text, node: Node) -> Iterator[HiddenDefinition]:
    lines = _lines(text, node)
    hiding = _hiding(text[node.span], node)
    is_unclosed = hiding in (Hiding.CODE, Hiding.COMMENT) and is_open(node, text)
    goes_to_blank = hiding is Hiding.HTML and ends_at_blank(lines[0].content)
    is_first = True
    for index, line in enumerate(lines):
        match = _DEFINITION.match(line.content)
        if match:
            marker = Span(line.start + match.start(2), line.start + match.end(2))
            yield HiddenDefinition(
                marker=marker,
                label=match[3],
                hiding=hiding,
                is_unclosed=is_unclosed,
                rest=Span(line.start, node.end) if goes_to_blank else None,
                is_free=goes_to_blank and is_first and _is_free(text, lines, index),
            )
            is_first = False


def _lines(text: Text, node: Node) -> list[Line]:
    """The lines of a node, the first one without what stands before it."""
    lines = split_lines(text[node.span])
    return [Line(node.start + line.start, line.content) for line in lines]


def _hiding(source: str, node: Node) -> Hiding:
    if node.type == "html":
        return Hiding.COMMENT if source.startswith("<!--") else Hiding.HTML
    if node.type == "code":
        return Hiding.CODE if source.startswith(("```", "~~~")) else Hiding.INDENT
    return Hiding.MATH if node.type == "math" else Hiding.COMMENT


def _is_free(text: Text, lines: list[Line], first: int) -> bool:
    """Whether a blank line would make definitions of the lines from ``first`` on and change nothing
    else: what is above is HTML and closed, and what is below would not join them."""
    above, rest = lines[:first], lines[first:]
    if not above or not all(map(_is_definition, rest)):
        return False
    html = text[Span(above[0].start, above[-1].end)]
    next_word = _BLANKS.match(text.content, rest[-1].end).end()  # type: ignore[union-attr]
    is_indented = text.content[next_word - 1] in " \t" and next_word < len(text.content)
    return not is_indented and not _is_inside(html)


def _is_definition(line: Line) -> bool:
    match = _DEFINITION.match(line.content)
    indent = match[1] if match else ">"
    return ">" not in indent and len(indent.expandtabs(4)) < _CODE_INDENT


def _is_inside(html: str) -> bool:
    """Whether an element is open at the end of some HTML."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _VOID and not tag[0].endswith("/>"):
            depth = max(depth - 1, 0) if tag[1] else depth + 1
    return depth > 0
