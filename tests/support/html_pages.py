"""A page of HTML as a browser takes it apart: its elements, its tables, its scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "input"}


@dataclass
class Element:
    """An element, its attributes, and what it holds: elements and text."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements in it, in order; those of some tags alone where they are named."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len(dict(attributes)) == len(attributes), attributes
        element = Element(tag, dict(attributes))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, text: str) -> None:
        self.open[-1].children.append(text)


def read_page(text: str) -> Element:
    """A page whose elements are all closed in their order."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    (page,) = reader.open
    return page


def table(page: Element, caption: str) -> list[dict[str, str]]:
    """The rows of the table with a caption, by the heads of its columns; none where there is no
    such table."""
    for found in page.all("table"):
        if found.one("caption").text == caption:
            heads = [head.text for head in found.all("th")]
            rows = found.one("tbody").all("tr")
            return [
                dict(zip(heads, [cell.text for cell in row.all("td")], strict=True)) for row in rows
            ]
    return []


def data_of(page: Element) -> Any:
    """The data that the page has for its script."""
    (found,) = (e for e in page.all("script") if e.attributes.get("id") == "data")
    return json.loads(found.text)


def findings_of(page: Element) -> list[dict[str, Any]]:
    """The findings that the script of the page shows."""
    data = data_of(page)
    return [
        {
            "path": data["paths"][path],
            "line": line,
            "column": column,
            "name": data["rules"][rule],
            "message": data["messages"][message],
            "fix": data["fixes"][fix],
            "dictionary": data["dictionaries"][dictionary],
        }
        for path, line, column, rule, message, fix, dictionary in data["rows"]
    ]
