"""What a note cites: Source sections, footnotes, home pages, and the works that they stand for."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.sources.bibliography import (
        Bibliography,
        CitedWork,
        Edition,
        MissingHomePage,
        OlderEdition,
        Uses,
    )
    from notelint.sources.citation import (
        Cited,
        CitedPlace,
        Form,
        WrittenPlace,
        cited_by,
        cited_place,
    )
    from notelint.sources.citations import Citation, citations_in
    from notelint.sources.copying import Copied, copied_words
    from notelint.sources.counting import count_citations
    from notelint.sources.footnote_chain import chain
    from notelint.sources.judged_label import JudgedLabel, LabelJudge
    from notelint.sources.label_weighing import LabelCount
    from notelint.sources.misread_form import FormulaSymbols, MisreadForm, misread_forms
    from notelint.sources.printed_labels import Origin, PrintedLabels
    from notelint.sources.quoted_dictionaries import QuotedDictionaries
    from notelint.sources.sections import (
        is_like_definition,
        is_malformed_definition,
        references_around,
        sections_for,
        source_around,
        sources,
    )
else:
    __getattr__ = exports(
        __name__,
        {
            ".bibliography": "Bibliography CitedWork Edition MissingHomePage OlderEdition Uses",
            ".footnote_chain": "chain",
            ".citation": "Cited CitedPlace Form WrittenPlace cited_by cited_place",
            ".citations": "Citation citations_in",
            ".copying": "Copied copied_words",
            ".counting": "count_citations",
            ".judged_label": "JudgedLabel LabelJudge",
            ".label_weighing": "LabelCount",
            ".misread_form": "FormulaSymbols MisreadForm misread_forms",
            ".printed_labels": "Origin PrintedLabels",
            ".quoted_dictionaries": "QuotedDictionaries",
            ".sections": (
                "is_like_definition is_malformed_definition references_around sections_for "
                "source_around sources"
            ),
        },
    )
