"""Whether a tree agrees with the text that it was parsed from.

Fixes edit a note at the spans of its tree, so a wrong span would change what nobody meant to
change. This is checked after every parse: a note that fails it is reported and never edited.
"""

from __future__ import annotations

from collections.abc import Iterator

from notelint.markdown.node import Limit, Node

UNSURE = ": notelint misreads the note here, so it is not mended"

_OPENS: dict[str, str | tuple[str, ...]] = {  # node type → how its source begins
    "blockquote": ">",
    "callout": ">",
    "listItem": ("-", "*", "+", *"0123456789"),
    "footnoteDefinition": "[^",
    "definition": "[",
    "thematicBreak": ("-", "*", "_"),
    "html": "<",
    "comment": "%%",
    "math": "$$",
    "inlineMath": "$",
    "inlineCode": "`",
    "emphasis": ("*", "_"),
    "strong": ("**", "__"),
    "delete": "~~",
    "highlight": "==",
    "image": "![",
    "imageReference": "![",
    "linkReference": "[",
    "wikiLink": "[[",
    "embed": "![[",
    "footnoteReference": "[^",
    "inlineFootnote": "^[",
    "tag": "#",
    "blockId": "^",
}
_CLOSES: dict[str, str | tuple[str, ...]] = {  # node type → how its source ends
    "inlineMath": "$",
    "inlineCode": "`",
    "emphasis": ("*", "_"),
    "strong": ("**", "__"),
    "delete": "~~",
    "highlight": "==",
    "image": ")",
    "imageReference": "]",
    "linkReference": "]",
    "wikiLink": "]]",
    "embed": "]]",
    "footnoteReference": "]",
    "inlineFootnote": "]",
}


def violations(content: str, root: Node) -> Iterator[Limit]:
    """Every node whose place contradicts its parent's, its neighbour's or the text itself."""
    pending = [root]
    while pending:
        name, start, end, children, _ = pending.pop()
        if name in _OPENS and not (
            content.startswith(_OPENS[name], start)
            and (name not in _CLOSES or content.endswith(_CLOSES[name], start, end))
        ):
            yield Limit(start, end, f"the source of `{name}` lacks its marker{UNSURE}")
        last = start
        for child in children:
            if not last <= child.start <= child.end <= end:
                yield Limit(start, end, f"`{child.type}` is out of place in `{name}`{UNSURE}")
            last = child.end
            if child.type != "text":
                pending.append(child)
            elif content[child.start : last] != child.data["value"] and not _is_pieced(
                content, child
            ):
                yield Limit(child.start, last, f"a text differs from its source{UNSURE}")


def _is_pieced(content: str, text: Node) -> bool:
    """Whether the pieces of a text lie in it in order, and its value holds them in that order."""
    last, found, value = text.start, 0, text.data["value"]
    for start, end in text.data.get("pieces", [(text.start, text.end)]):
        found = value.find(content[start:end], found)
        if found < 0 or not last <= start <= end <= text.end:
            return False
        last, found = end, found + end - start
    return True
