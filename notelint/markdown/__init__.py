"""Markdown as Obsidian reads it, with exact source spans; built on mistune."""

from notelint.markdown.node import Limit, Node, Tree
from notelint.markdown.parse import parse

__all__ = ["Limit", "Node", "Tree", "parse"]
