"""Markdown as Obsidian reads it, with exact source spans; built on mistune."""

from notelint.markdown.headings import HeadingText, headings_in
from notelint.markdown.node import PLACES, Limit, Node, Tree
from notelint.markdown.parser import front_matter_span, parse

__all__ = [
    "PLACES",
    "HeadingText",
    "Limit",
    "Node",
    "Tree",
    "front_matter_span",
    "headings_in",
    "parse",
]
