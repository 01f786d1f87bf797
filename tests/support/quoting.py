"""A small vault of a term note that quotes two dictionaries, and of notes with links to it; and
cursors, which are drawn into texts as `¦`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import Position
from support.desks import session_at

from notelint.server.client import Client
from notelint.server.desk import Desk
from notelint.server.positions import Positions
from notelint.values import Text

CURSOR = "¦"
BIOLOGY = "home/(Home Page) A Dictionary of Biology 8th Edition by Oxford Reference.md"
WALL = """\
---
aliases: [wall of a cell]
---
# Cell wall

## Synthesis
- 🙂 It holds.[^1] ^held

## Source[^1]
- A layer. See [[enzyme#Parts]].

## Source[^2]
- Another.

## References

[^1]: [[(Home Page) A Dictionary of Biology 8th Edition by Oxford Reference]], p. 3
[^2]: [[(Home Page) A Dictionary of Psychology 4th Edition]]
"""
ENZYME = """\
# Enzyme 🙂

## Parts
One of the [[cell wall]], [[Cell Wall#Synthesis|its use]] and [[cell wall#^held]].

[It](cell%20wall.md#synthesis), [again](<../terms/cell wall.md>), ![[figure.png]] and [[nowhere]].
"""
PLAIN = (
    "[[terms/cell wall#Source 1]] [[cell wall#Cell wall#Synthesis]] [[#Top]] `[[cell wall]]`\r\n"
    "# Top\r\n"
)
NOTES = {
    "terms/cell wall.md": WALL,
    "terms/enzyme.md": ENZYME,
    "plain.md": PLAIN,
    BIOLOGY: "# Biology\n\nWhat it is.\n",
    "figure.png": "",
}


class Asked(NamedTuple):
    """A desk on which one note is open, and a place in it."""

    desk: Desk
    path: str
    place: Position


def asked(root: Path, path: str, drawn: str | None = None, **client: object) -> Asked:
    """The vault with a note open that has a cursor drawn in it: in its own text, behind the words
    that ``drawn`` has around the cursor, or in another text."""
    text = NOTES.get(path, "")
    if drawn is not None:
        assert drawn.count(CURSOR) == 1
        words = drawn.replace(CURSOR, "")
        if words in text:
            offset = text.index(words) + drawn.index(CURSOR)
        else:
            text, offset = words, drawn.index(CURSOR)
    else:
        offset = 0
    encoding = str(client.pop("encoding", "utf-16"))
    options = Client(encoding=encoding, **client)  # type: ignore[arg-type]
    session = session_at(root, NOTES, {path: text}, options)
    return Asked(session.desk, path, Positions(Text(text), encoding).place(offset))
