"""Markdown as Obsidian reads it, with exact source spans; built on mistune."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.markdown.build import plain_text
    from notelint.markdown.front_matter import front_matter_span
    from notelint.markdown.headings import headings_by_lines, headings_in, read_heading
    from notelint.markdown.node import PLACES, Limit, Node, Tree
    from notelint.markdown.parser import parse
    from notelint.markdown.plain.block import PlainBlock, PlainText
    from notelint.markdown.plain.heading import read_plain_heading, says_something
    from notelint.markdown.plain.inlines import Inline, plain_inlines
    from notelint.markdown.plain.note import PlainNote, read_plain
    from notelint.markdown.syntax.escape import decode
    from notelint.markdown.syntax.html import ends_at_blank
    from notelint.markdown.syntax.wikilink import linktext, target_and_alias
else:
    __getattr__ = exports(
        __name__,
        {
            ".build": "plain_text",
            ".front_matter": "front_matter_span",
            ".headings": "headings_by_lines headings_in read_heading",
            ".node": "PLACES Limit Node Tree",
            ".parser": "parse",
            ".plain.block": "PlainBlock PlainText",
            ".plain.heading": "read_plain_heading says_something",
            ".plain.inlines": "Inline plain_inlines",
            ".plain.note": "PlainNote read_plain",
            ".syntax.escape": "decode",
            ".syntax.html": "ends_at_blank",
            ".syntax.wikilink": "linktext target_and_alias",
        },
    )
