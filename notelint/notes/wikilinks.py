"""Wikilinks as facts, with what else their brackets may mean."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.markdown import Node, linktext, target_and_alias
from notelint.notes.facts import Link, LinkKind
from notelint.notes.front_matter import FrontMatter, quoted_links, read_front_matter
from notelint.values import Span


def wikilink(node: Node, content: str) -> Link:
    """The link of a node of the tree."""
    link = Link(
        kind=LinkKind.EMBED if node.type == "embed" else LinkKind.WIKILINK,
        span=node.span,
        target=node.data["target"],
        target_span=Span(*node.data["target_span"]),
        alias=node.data["alias"],
    )
    return _with_rivals(link, content)


def plain_wikilink(span: Span, written: str, is_embed: bool) -> Link:
    """A link of which only what stands between its brackets is known; none stands beside them."""
    target, alias = target_and_alias(written)
    start = span.start + (3 if is_embed else 2)
    kind = LinkKind.EMBED if is_embed else LinkKind.WIKILINK
    return Link(kind, span, target, Span(start, start + len(target)), alias)


def front_matter_facts(
    content: str, span: Span | None
) -> tuple[FrontMatter | None, tuple[Link, ...]]:
    """The front matter of a note, and the links in it: what links a broken one has nobody could
    check."""
    if span is None:
        return None, ()
    front_matter = read_front_matter(span, content[span.start : span.end])
    links = property_links(content, span) if front_matter.error is None else ()
    return front_matter, tuple(links)


def property_links(content: str, front_matter: Span) -> Iterator[Link]:
    """The links in quoted properties of the front matter, which Obsidian follows."""
    for offset, written in quoted_links(content[front_matter.start : front_matter.end]):
        start = front_matter.start + offset
        inside = start + written.index("[[") + 2
        text = linktext(written)
        target, bar, alias = text.partition("|")
        link = Link(
            kind=LinkKind.WIKILINK,
            span=Span(start, inside + len(text) + 2),
            target=target,
            target_span=Span(inside, inside + len(target)),
            alias=alias if bar else None,
            is_property=True,
        )
        yield _with_rivals(link, content)


def _with_rivals(link: Link, content: str) -> Link:
    """A link with what else its brackets may mean, as a file's name may begin or end with one.

    What stands behind ``#`` or a bar names no file, so there it makes no difference.
    """
    start, end = link.target_span
    if "#" in link.target or link.alias is not None:
        return link
    rivals: list[Span] = []
    if link.target.endswith("]"):
        rivals.append(Span(start, end - 1))
    elif content.startswith("]", link.span.end):
        rivals.append(Span(start, end + 1))
        if content.startswith("[[[", start - 3):
            rivals.append(Span(start - 1, end + 1))
    return link._replace(rivals=tuple(_reread(link, span, content) for span in rivals))


def _reread(link: Link, target: Span, content: str) -> Link:
    """A link whose target has other ends."""
    start = link.span.start + target.start - link.target_span.start
    end = link.span.end + target.end - link.target_span.end
    written = content[target.start : target.end]
    span = Span(start, end)
    return link._replace(span=span, target=written, target_span=target, is_rival=True)
