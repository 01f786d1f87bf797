"""What a rule is made of."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.authoring.allow_rule import Allowance, AllowRule
    from notelint.authoring.broken_evidence import evidence_of_broken
    from notelint.authoring.broken_words import (
        HYPHENS,
        LETTERS,
        PartedWord,
        broken_at,
        moved_up,
        piece_before,
        prose_at,
    )
    from notelint.authoring.capitals import (
        CAPITAL,
        SMALL,
        begins_at_cue,
        holds_word_of,
        known_mixture,
        mixtures,
        name_at,
        with_capitals_around,
    )
    from notelint.authoring.compound_parts import COMBINING, COMMON, HANGING, NEVER_SECOND, PREFIXES
    from notelint.authoring.compounds import may_be_compound, may_keep_hyphen
    from notelint.authoring.decoding import may_have_stretches, stretches
    from notelint.authoring.evidence import (
        Evidence,
        evidence_against_hyphen,
        evidence_for_hyphen,
        evidence_of,
        is_word,
    )
    from notelint.authoring.french import FrenchSections, blanks_before_marks_belong
    from notelint.authoring.invisible import (
        INVISIBLE,
        SCRIPTS,
        has_letters,
        is_needed,
        is_shown,
        may_go,
    )
    from notelint.authoring.ligatures import (
        LigaturePlace,
        ligature_at,
        ligature_offsets,
        wholes,
        without_blanks,
        written_out,
    )
    from notelint.authoring.line_edits import (
        ending_of,
        is_after_blank,
        is_blank,
        next_line,
        put_definitions,
        put_lines,
        taken_out,
        waits_for_words,
        whole_lines,
    )
    from notelint.authoring.link_edits import led_to, nearest_file, renamed, with_subpath
    from notelint.authoring.lookalikes import (
        LOOKALIKE,
        Scripts,
        changed,
        in_cyrillic,
        in_greek,
        in_latin,
        is_all_twins,
        is_cyrillic,
        is_greek,
        is_latin,
        is_mostly,
        script_of,
    )
    from notelint.authoring.marks import is_named, is_no_stop, is_sign
    from notelint.authoring.rule import Rule, option
    from notelint.authoring.section_edits import place_of, skeleton
    from notelint.authoring.shown_text import is_in_target
    from notelint.authoring.soft_hyphens import is_at_break, mended
    from notelint.authoring.split_chains import CHAINS, chain_at, is_name, rejoined
    from notelint.authoring.split_words import SplitPieces, put_together, split_at
    from notelint.conventions import (
        Certainty,
        Dictionary,
        Kind,
        LabelPlace,
        PropertyGrammar,
        Quantity,
        Role,
        Shape,
        Slot,
        Standing,
        by_letters,
        is_factor,
        label_letters,
        quantity_of,
    )
    from notelint.notes import (
        WORD,
        Allow,
        Anchors,
        Definition,
        Footnote,
        Formula,
        HiddenDefinition,
        Link,
        LinkKind,
        MissingHeading,
        Note,
        Property,
        PropertyType,
        Reference,
        Section,
        SplitLink,
        Subpath,
        times,
        word_key,
        words_in,
    )
    from notelint.sources import (
        Cited,
        CitedPlace,
        Form,
        QuotedDictionaries,
        chain,
        cited_by,
        cited_place,
        is_like_definition,
        is_malformed_definition,
        references_around,
        sections_for,
        source_around,
        sources,
    )
    from notelint.values import (
        Applicability,
        Edit,
        Effect,
        Finding,
        Fix,
        Related,
        Severity,
        Span,
        heading_key,
        label_key,
        name_key,
        plain_spaces,
    )
    from notelint.vault import (
        NearMisses,
        NearNames,
        Vault,
        aliased,
        cut_name,
        is_foreign_id,
        is_note,
        is_slip,
        link_text,
        near_misses,
        written_name,
    )
else:
    __getattr__ = exports(
        __name__,
        {
            "notelint.conventions": (
                "Certainty Dictionary Kind LabelPlace PropertyGrammar Quantity Role Shape Slot "
                "Standing by_letters is_factor label_letters quantity_of"
            ),
            "notelint.notes": (
                "Allow Anchors Definition Footnote Formula HiddenDefinition Link "
                "LinkKind MissingHeading Note Property PropertyType Reference "
                "Section SplitLink Subpath WORD times "
                "word_key words_in"
            ),
            "notelint.sources": (
                "Cited CitedPlace Form QuotedDictionaries chain cited_by cited_place "
                "is_like_definition is_malformed_definition references_around sections_for "
                "source_around sources"
            ),
            "notelint.values": (
                "Applicability Edit Effect Finding Fix Related Severity Span heading_key "
                "label_key name_key plain_spaces"
            ),
            "notelint.vault": (
                "NearMisses NearNames Vault aliased cut_name is_foreign_id is_note is_slip "
                "link_text near_misses written_name"
            ),
            ".allow_rule": "AllowRule Allowance",
            ".decoding": "may_have_stretches stretches",
            ".broken_evidence": "evidence_of_broken",
            ".broken_words": (
                "HYPHENS LETTERS PartedWord broken_at moved_up piece_before prose_at"
            ),
            ".capitals": (
                "CAPITAL SMALL begins_at_cue holds_word_of known_mixture mixtures name_at "
                "with_capitals_around"
            ),
            ".compound_parts": "COMBINING COMMON HANGING NEVER_SECOND PREFIXES",
            ".compounds": "may_be_compound may_keep_hyphen",
            ".evidence": "Evidence evidence_against_hyphen evidence_for_hyphen evidence_of is_word",
            ".invisible": "INVISIBLE SCRIPTS has_letters is_needed is_shown may_go",
            ".french": ("FrenchSections blanks_before_marks_belong"),
            ".line_edits": (
                "ending_of is_after_blank is_blank next_line put_definitions put_lines taken_out "
                "waits_for_words whole_lines"
            ),
            ".link_edits": ("led_to nearest_file renamed with_subpath"),
            ".lookalikes": (
                "LOOKALIKE Scripts changed in_cyrillic in_greek in_latin is_all_twins is_cyrillic "
                "is_greek is_latin is_mostly script_of"
            ),
            ".shown_text": "is_in_target",
            ".ligatures": (
                "LigaturePlace ligature_at ligature_offsets wholes without_blanks written_out"
            ),
            ".split_chains": "CHAINS chain_at is_name rejoined",
            ".split_words": "SplitPieces put_together split_at",
            ".soft_hyphens": "is_at_break mended",
            ".marks": "is_named is_no_stop is_sign",
            ".rule": "Rule option",
            ".section_edits": "place_of skeleton",
        },
    )
