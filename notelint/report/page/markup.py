"""Pieces of HTML. What is ``Html`` is marked up already; all else is text of strangers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import islice
from typing import NewType
from urllib.parse import quote

from notelint.report.names import readable, shown
from notelint.values import NamedTuple

MOST = 1000  # rows of a table
_NAMED = 5  # notes in a cell
Html = NewType("Html", str)


class Column(NamedTuple):
    """A column of a table, by its head; that of a number stands to the right."""

    title: str
    is_number: bool = False


def text(words: object) -> Html:
    """Words as they are read."""
    return Html(escape(shown(str(words))))


def number(count: int) -> Html:
    """A count, its thousands parted."""
    return Html(f"{count:,}")


def note_address(vault: str, path: str) -> str | None:
    """The address at which Obsidian opens a file; None where no address can have its name."""
    if readable(path) != path or readable(vault) != vault:
        return None
    return f"obsidian://open?vault={quote(vault, safe='')}&file={quote(path, safe='')}"


def note_link(vault: str, path: str) -> Html:
    """The name of a note, which opens it in Obsidian."""
    address = note_address(vault, path)
    if address is None:
        return text(readable(path))
    return Html(f'<a href="{escape(address)}">{text(path)}</a>')


def note_links(vault: str, paths: Iterable[str]) -> Html:
    """The names of some notes, the first few of them."""
    unique = list(dict.fromkeys(paths))
    links = ", ".join(note_link(vault, path) for path in unique[:_NAMED])
    more = len(unique) - _NAMED
    return Html(f"{links} and {number(more)} more" if more > 0 else links)


def section(name: str, title: str, parts: Iterable[str]) -> Iterator[str]:
    """A part of the page, which links lead to by its name."""
    yield f'<section id="{name}" aria-labelledby="{name}-title">\n'
    yield f'<h2 id="{name}-title">{text(title)}</h2>\n'
    yield from parts
    yield "</section>\n"


def paragraph(words: str) -> str:
    return f"<p>{text(words)}</p>\n"


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Html]], name: str = ""
) -> Iterator[str]:
    """A table that is sorted by its heads, in a frame that scrolls where it is narrow. Of more rows
    than a browser likes, the first ones stand there, and how many others there are."""
    rows = iter(rows)
    label = escape(caption)
    yield f'<div class="frame" role="region" aria-label="{label}" tabindex="0">\n'
    yield f'<table id="{name}">\n' if name else "<table>\n"
    yield f"<caption>{text(caption)}</caption>\n"
    heads = "".join(
        f'<th scope="col"{_kind(column)}>{text(column.title)}</th>' for column in columns
    )
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for row in islice(rows, MOST):
        yield "<tr>"
        yield from (f"<td{_kind(at)}>{cell}</td>" for at, cell in zip(columns, row, strict=True))
        yield "</tr>\n"
    yield "</tbody></table></div>\n"
    more = sum(1 for _ in rows)
    if more:
        yield paragraph(f"and {more:,} more")


def _kind(column: Column) -> str:
    return ' class="number"' if column.is_number else ""
