"""What the sections that quote a dictionary tell of the labels that it prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.sources.label_weighing import LabelCount, LabelCounts
from notelint.values import Applicability

TIMES = st.integers(0, 9)


def counts(sections: int, is_numbered: bool = False, **shown: tuple[int, ...]) -> LabelCounts:
    """Labels by their letters, each with how often it is printed, a formula, a variable; one whose
    letters begin with ``bare_`` has no stop."""
    found = {
        key.removeprefix("bare_"): LabelCount(
            key.removeprefix("bare_") + "." * (not key.startswith("bare_")), *times
        )
        for key, times in shown.items()
    }
    return LabelCounts(sections, found, is_numbered, 3)


@pytest.mark.parametrize(
    ("known", "has_labels"),
    [
        (counts(9, adj=(3,)), True),
        (counts(9, adj=(2,)), False),
        (counts(9, adj=(2,), n=(1,)), True),
        (counts(2, adj=(2,), n=(2,)), False),
        (counts(9, n=(9,)), False),
        (counts(9, n=(9,), v=(9,)), False),
        (counts(9, n=(2,), adj=(0, 1)), False),
        (counts(9, vb=(0, 2), adj=(0, 1)), True),
        (counts(9, vb=(0, 9)), False),
        (counts(9, vb=(1, 9)), False),
        (counts(9, vt=(0, 9), nm=(0, 9)), False),
        (counts(9, vt=(3,)), True),
        (counts(9, pp=(9,), art=(9,)), False),
        (counts(9, npl=(9,), pl=(9,), n=(9,)), False),
        (counts(9, bare_adj=(9,), bare_n=(9,)), False),
        (counts(9, bare_adj=(2,), bare_vb=(1,)), True),
        (counts(9, bare_adj=(1,), bare_v=(2,)), True),
        (counts(9, adj=(0, 1), v=(2,)), False),
        (counts(9, bare_n=(9,), bare_v=(9,)), False),
    ],
)
def test_a_dictionary_prints_labels_where_some_can_be_nothing_else(
    known: LabelCounts, has_labels: bool
) -> None:
    assert known.has_labels is has_labels


@pytest.mark.parametrize(
    ("known", "letters"),
    [
        (counts(25, n=(14, 4, 4), vb=(6,)), {"n", "vb"}),
        (counts(25, n=(1, 1), vb=(3,)), {"n", "vb"}),
        (counts(25, n=(0, 2), vb=(3,)), {"vb"}),
        (counts(25, n=(0, 3, 3), vb=(3,)), {"n", "vb"}),
        (counts(25, n=(0, 3, 4), vb=(3,)), {"vb"}),
        (counts(25, vt=(1,), vi=(0, 9), vb=(3,)), {"vt", "vb"}),
        (counts(25, a=(1, 2), s=(0, 9), vb=(3,)), {"a", "vb"}),
        (counts(25, a=(3, 2, 4), vb=(3,)), {"vb"}),
        (counts(25, True, a=(9,), vb=(3,)), {"vb"}),
        (counts(25, a=(9,), n=(4, 0, 1)), {"n"}),
        (counts(25, n=(4, 0, 2)), set()),
        (counts(25, bare_n=(9,), bare_adj=(9,)), set()),
    ],
)
def test_of_one_that_prints_labels_others_are_believed_with_less(
    known: LabelCounts, letters: set[str]
) -> None:
    assert known.believed.keys() == letters


@pytest.mark.parametrize(
    ("known", "has_none"),
    [
        (counts(6), True),
        (counts(5), False),
        (counts(6, n=(0, 2, 6)), True),
        (counts(6, n=(0, 3, 6)), False),
        (counts(20, n=(0, 2, 15), v=(0, 1, 1), a=(0, 15, 0)), True),
        (counts(20, adj=(3,)), False),
        (counts(20, n=(3,)), False),
        (counts(20, pp=(9,)), True),
    ],
)
def test_many_sections_that_show_none_tell_that_it_prints_none(
    known: LabelCounts, has_none: bool
) -> None:
    assert known.has_none is has_none


@pytest.mark.parametrize(
    ("known", "is_bare"),
    [
        (counts(9, bare_n=(1,)), True),
        (counts(9, bare_n=(1,), pl=(3,), adj=(0, 3)), True),
        (counts(9, bare_n=(3,), adj=(1,)), False),
        (counts(9, bare_n=(0, 3)), False),
    ],
)
def test_a_dictionary_without_stops_prints_none(known: LabelCounts, is_bare: bool) -> None:
    assert known.is_bare is is_bare


@pytest.mark.parametrize(
    ("labels", "is_tight"),
    [(["v.t.", "n."], True), (["v. t."], False), (["v.t.", "n. pl."], False), (["n."], False)],
)
def test_a_dictionary_is_tight_where_it_parts_no_label(labels: list[str], is_tight: bool) -> None:
    found = {str(number): LabelCount(label, 1) for number, label in enumerate(labels)}
    assert LabelCounts(9, found).is_tight is is_tight


@given(TIMES, TIMES, TIMES, TIMES, TIMES, TIMES)
def test_more_that_speaks_for_a_label_takes_nothing_away(
    printed: int, formulas: int, variables: int, adjectives: int, others: int, verbs: int
) -> None:
    def weighed(more: int) -> LabelCounts:
        nouns = (printed + more, formulas, variables)
        return counts(30, n=nouns, adj=(adjectives, others), vb=(0, verbs))

    before, after = weighed(0), weighed(1)
    assert before.believed.keys() <= after.believed.keys()
    for letters in ("n", "vtr"):
        assert before.applicability(letters) <= after.applicability(letters)
    if before.applicability("n") is Applicability.SAFE:
        assert before.has_labels
