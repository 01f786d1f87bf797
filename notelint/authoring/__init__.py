"""What a rule is made of."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.authoring.allow_rule import Allowance, AllowRule
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
    from notelint.authoring.link_edits import led_to, linked, nearest_file, renamed, with_subpath
    from notelint.authoring.rule import Rule, option
    from notelint.authoring.section_edits import place_of, skeleton
    from notelint.authoring.trigger import Trigger
    from notelint.conventions import (
        Certainty,
        Dictionary,
        Kind,
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
        word_key,
    )
    from notelint.sources import (
        Cited,
        CitedPlace,
        Copied,
        Form,
        FormulaSymbols,
        JudgedLabel,
        LabelJudge,
        MisreadForm,
        QuotedDictionaries,
        chain,
        cited_by,
        cited_place,
        copied_words,
        is_like_definition,
        is_malformed_definition,
        misread_forms,
        references_around,
        sections_for,
        source_around,
        sources,
    )
    from notelint.values import (
        MOST_RELATED,
        Applicability,
        Edit,
        Effect,
        Finding,
        Fix,
        Related,
        Severity,
        Span,
        dataclass,
        field,
        heading_key,
        label_key,
        lazy_pattern,
        name_key,
        plain_spaces,
    )
    from notelint.vault import (
        NearMisses,
        Vault,
        aliased,
        cut_name,
        is_attachment,
        is_foreign_id,
        is_slip,
        near_misses,
        written_name,
    )
else:
    __getattr__ = exports(
        __name__,
        {
            "notelint.conventions": (
                "Certainty Dictionary Kind PropertyGrammar Quantity Role Shape Slot "
                "Standing by_letters is_factor label_letters quantity_of"
            ),
            "notelint.notes": (
                "Allow Anchors Definition Footnote Formula HiddenDefinition Link "
                "LinkKind MissingHeading Note Property PropertyType Reference "
                "Section SplitLink word_key"
            ),
            "notelint.sources": (
                "Cited CitedPlace Copied Form FormulaSymbols JudgedLabel LabelJudge MisreadForm "
                "QuotedDictionaries chain cited_by cited_place copied_words is_like_definition "
                "is_malformed_definition misread_forms references_around sections_for "
                "source_around sources"
            ),
            "notelint.values": (
                "MOST_RELATED Applicability Edit Effect Finding Fix Related Severity Span "
                "dataclass field heading_key label_key lazy_pattern name_key plain_spaces"
            ),
            "notelint.vault": (
                "NearMisses Vault aliased cut_name is_attachment is_foreign_id is_slip "
                "near_misses written_name"
            ),
            ".allow_rule": "AllowRule Allowance",
            ".line_edits": (
                "ending_of is_after_blank is_blank next_line put_definitions put_lines taken_out "
                "waits_for_words whole_lines"
            ),
            ".link_edits": ("led_to linked nearest_file renamed with_subpath"),
            ".rule": "Rule option",
            ".section_edits": "place_of skeleton",
            ".trigger": "Trigger",
        },
    )
