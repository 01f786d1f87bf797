"""How words are written: the scars that a scan leaves in them, and what speaks for a spelling."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.wording.broken_evidence import evidence_of_broken
    from notelint.wording.broken_words import HYPHENS, PartedWord, broken_at, moved_up, prose_at
    from notelint.wording.capitals import (
        CAPITAL,
        SMALL,
        holds_word_of,
        known_mixture,
        mixtures,
        name_at,
        put_in_capitals,
        runs_of_letters,
        with_capitals_around,
    )
    from notelint.wording.cross_references import (
        CUES,
        CrossReference,
        Cue,
        cues_in,
        quoted_cues,
        references_behind,
    )
    from notelint.wording.decoding import SCAR_CHARACTERS, may_have_stretches, stretches
    from notelint.wording.evidence import Evidence, is_word
    from notelint.wording.french import FrenchSections, blanks_before_marks_belong
    from notelint.wording.function_words import HANGING
    from notelint.wording.invisible import (
        INVISIBLE,
        INVISIBLE_CHARACTERS,
        SCRIPTS,
        has_letters,
        is_needed,
        is_shown,
        may_go,
    )
    from notelint.wording.ligature_evidence import evidence_of_wholes, is_word_in, may_be_longer
    from notelint.wording.ligatures import LigaturePlace, ligature_at, ligature_offsets
    from notelint.wording.lookalikes import (
        LOOKALIKE,
        LOOKALIKE_CHARACTERS,
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
    from notelint.wording.marks import is_named, is_no_stop, is_sign
    from notelint.wording.noted_names import is_called, notes_named
    from notelint.wording.shown_text import is_in_target
    from notelint.wording.small_capitals import is_behind_cue, misread_at
    from notelint.wording.soft_hyphens import is_at_break, mended
    from notelint.wording.split_chains import CHAINS, chain_at, is_name, rejoined
    from notelint.wording.split_words import (
        SplitPieces,
        is_told_of,
        put_together,
        split_at,
        tells_of,
    )
    from notelint.wording.weighing import (
        evidence_against_hyphen,
        evidence_for_hyphen,
        evidence_for_number,
        evidence_of_pieces,
    )
    from notelint.wording.word_places import names_in_links, rough_words, with_hyphens, words_at
else:
    __getattr__ = exports(
        __name__,
        {
            ".broken_evidence": "evidence_of_broken",
            ".broken_words": "HYPHENS PartedWord broken_at moved_up prose_at",
            ".capitals": (
                "CAPITAL SMALL holds_word_of known_mixture mixtures name_at "
                "put_in_capitals runs_of_letters with_capitals_around"
            ),
            ".cross_references": "CUES CrossReference Cue cues_in quoted_cues references_behind",
            ".decoding": "SCAR_CHARACTERS may_have_stretches stretches",
            ".evidence": "Evidence is_word",
            ".french": "FrenchSections blanks_before_marks_belong",
            ".function_words": "HANGING",
            ".invisible": (
                "INVISIBLE INVISIBLE_CHARACTERS SCRIPTS has_letters is_needed is_shown may_go"
            ),
            ".ligature_evidence": "evidence_of_wholes is_word_in may_be_longer",
            ".ligatures": "LigaturePlace ligature_at ligature_offsets",
            ".lookalikes": (
                "LOOKALIKE LOOKALIKE_CHARACTERS Scripts changed in_cyrillic in_greek in_latin "
                "is_all_twins is_cyrillic is_greek is_latin is_mostly script_of"
            ),
            ".marks": "is_named is_no_stop is_sign",
            ".noted_names": "is_called notes_named",
            ".shown_text": "is_in_target",
            ".small_capitals": "is_behind_cue misread_at",
            ".soft_hyphens": "is_at_break mended",
            ".split_chains": "CHAINS chain_at is_name rejoined",
            ".split_words": "SplitPieces is_told_of put_together split_at tells_of",
            ".weighing": (
                "evidence_against_hyphen evidence_for_hyphen evidence_for_number evidence_of_pieces"
            ),
            ".word_places": "names_in_links rough_words with_hyphens words_at",
        },
    )
