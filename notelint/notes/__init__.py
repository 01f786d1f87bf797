"""One note: its text, its tree, and the facts that rules ask for."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.notes.anchors import Anchor, Anchors
    from notelint.notes.facts import (
        LONGEST_FORMULA,
        Allow,
        Definition,
        Facts,
        Footnote,
        Formula,
        Heading,
        HiddenDefinition,
        Link,
        LinkKind,
        Reference,
        Section,
    )
    from notelint.notes.front_matter import AllowedName
    from notelint.notes.link_names import link_name
    from notelint.notes.linked import Linked
    from notelint.notes.note import Note, read_note, read_notes
    from notelint.notes.printed import Printed, cited_name, quoted_with_formulas
    from notelint.notes.printed_forms import VARIABLES
    from notelint.notes.printed_letters import (
        LetterFormula,
        letter_formula,
        with_plain_formulas,
        without_font,
    )
    from notelint.notes.properties import Property, PropertyType
    from notelint.notes.scan import scan_summaries, scan_summary
    from notelint.notes.slugs import family_of
    from notelint.notes.split_links import SplitLink
    from notelint.notes.subpath import MissingHeading, Subpath
    from notelint.notes.summary import NoteSummary, summarize
    from notelint.notes.words import WORD, WordCounts, count_words, times, word_key, words_in
else:
    __getattr__ = exports(
        __name__,
        {
            ".anchors": "Anchor Anchors",
            ".facts": (
                "LONGEST_FORMULA Allow Definition Facts Footnote Formula Heading HiddenDefinition "
                "Link LinkKind Reference Section"
            ),
            ".front_matter": "AllowedName",
            ".link_names": "link_name",
            ".linked": "Linked",
            ".note": "Note read_note read_notes",
            ".printed_letters": "LetterFormula letter_formula with_plain_formulas without_font",
            ".printed_forms": "VARIABLES",
            ".printed": "Printed cited_name quoted_with_formulas",
            ".properties": "Property PropertyType",
            ".scan": "scan_summaries scan_summary",
            ".slugs": "family_of",
            ".split_links": "SplitLink",
            ".subpath": "MissingHeading Subpath",
            ".summary": "NoteSummary summarize",
            ".words": "WORD WordCounts count_words times word_key words_in",
        },
    )
