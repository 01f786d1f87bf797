"""The summary of a note for which no tree is made, where it says all that a tree would: of a note
that is not plain only the front matter, headings, ids of blocks and words may have to be read."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.markdown import front_matter_span, headings_by_lines, headings_in
from notelint.notes.anchors import anchors_of
from notelint.notes.front_matter import read_front_matter
from notelint.notes.hidden import block_ids, may_hide_ids, may_hold_elements
from notelint.notes.link_names import link_names
from notelint.notes.linked import may_hold_linked
from notelint.notes.plain import summarized_facts
from notelint.notes.printed import printed_in
from notelint.notes.reading import facts_and_tree
from notelint.notes.summary import NoteSummary, Places, places_of
from notelint.notes.words import WordCounts
from notelint.values import Text


def scan_summary(content: str) -> NoteSummary:
    """What ``summarize`` says of the note with this text, for less."""
    [summary] = scan_summaries([content])
    return summary


def scan_summaries(contents: Sequence[str]) -> list[NoteSummary]:
    """The same for some notes, one thing after the other: that costs less than note by note."""
    places = [_places(content) for content in contents]
    words = [WordCounts.of(content) for content in contents]
    names = [link_names(content) for content in contents]
    printed = [printed_in(content) for content in contents]
    return [
        NoteSummary(*where, written, named, told)
        for where, written, named, told in zip(places, words, names, printed, strict=True)
    ]


def _places(content: str) -> Places:
    """What of a summary the structure of the note says."""
    has_elements, ids = may_hold_elements(content), block_ids(content)
    is_linking = has_elements or may_hold_linked(content) or (ids and may_hide_ids(content))
    headings = None if is_linking else headings_by_lines(content)
    if headings is None:
        text = Text(content)
        facts = summarized_facts(text)
        if facts is None and is_linking:
            facts, _ = facts_and_tree(text)
        if facts is not None:
            return places_of(facts)
        headings = headings_in(content)
    return _aliases(content), anchors_of(headings, ids), frozenset()


def _aliases(content: str) -> tuple[str, ...]:
    span = front_matter_span(content)
    source = content[span.start : span.end] if span else ""
    if span is None or ("alias" not in source and "\\" not in source):  # `"\x61lias"` is a key too
        return ()
    return read_front_matter(span, source).aliases
