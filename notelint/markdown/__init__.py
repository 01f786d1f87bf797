"""Markdown as Obsidian reads it, with exact source spans; built on mistune."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.markdown.build import plain_text
    from notelint.markdown.headings import HeadingText, headings_in, read_heading
    from notelint.markdown.node import PLACES, Limit, Node, Tree
    from notelint.markdown.parser import front_matter_span, parse
    from notelint.markdown.syntax.html import ends_at_blank
    from notelint.markdown.syntax.wikilink import linktext
else:
    __getattr__ = exports(
        __name__,
        {
            ".build": "plain_text",
            ".headings": "HeadingText headings_in read_heading",
            ".node": "PLACES Limit Node Tree",
            ".parser": "front_matter_span parse",
            ".syntax.html": "ends_at_blank",
            ".syntax.wikilink": "linktext",
        },
    )
