"""The vault is a fold of its notes' summaries: in any order, in parts, and one note at a time."""

from __future__ import annotations

import pickle
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import PATHS, notes

from notelint.notes import NoteSummary, scan_summary
from notelint.vault import FileNames, Vault, VaultIndex, fold
from notelint.vault.names import name_keys

many = settings(max_examples=100, deadline=None, derandomize=True)
SUMMARIES = notes().map(scan_summary)
FOLDED = st.dictionaries(PATHS, SUMMARIES, max_size=5)
STEPS = st.lists(st.tuples(PATHS, st.one_of(st.none(), SUMMARIES)), max_size=6)
ASKED = ("a", "pns", "ä", "interleukin1", "side-effects", "interleukin-1", "one", "straße", "below")

QUOTED = ("home page walls", "roofs", "gone")


def answers(index: VaultIndex) -> list[object]:
    """All that can be asked of an index, of a few words and of all that are in it."""
    words = sorted({*ASKED, *index.spelling.words})
    aliases = {alias for summary in index.summaries.values() for alias in summary.aliases}
    paths = (*index.summaries, "a.md", "gone.md")
    names = {key for path in paths for key in name_keys(path)}
    return [
        {path: index.anchors(path) for path in (*index.summaries, "gone.md")},
        {alias: index.notes_called(alias) for alias in sorted({*ASKED, *aliases})},
        {name: index.links_to(name) for name in sorted(names)},
        {word: (index.spelling.count(word), index.spelling.is_small(word)) for word in words},
        {name: index.printed_by(name) for name in QUOTED},
        index.spelling.hyphenated({*words, *(word.replace("-", "") for word in words)}),
    ]


@many
@given(FOLDED, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_is_of_no_account(
    summaries: dict[str, NoteSummary], chance: object
) -> None:
    entries = list(summaries.items())
    chance.shuffle(entries)  # type: ignore[attr-defined]
    assert fold(entries) == fold(summaries)
    assert answers(fold(entries)) == answers(fold(summaries))


@many
@given(FOLDED, st.integers(0, 5), st.integers(0, 5))
def test_the_parts_are_merged_to_the_whole_however_it_is_parted(
    summaries: dict[str, NoteSummary], one: int, other: int
) -> None:
    entries = list(summaries.items())
    cuts = [0, *sorted((one, other)), len(entries)]
    first, second, third = (fold(entries[start:end]) for start, end in pairwise(cuts))
    whole = fold(summaries)
    assert first.merged(second).merged(third) == first.merged(second.merged(third)) == whole
    assert answers(first.merged(second).merged(third)) == answers(whole)


@many
@given(FOLDED, STEPS)
def test_one_note_at_a_time_comes_to_a_fold_from_nothing(
    summaries: dict[str, NoteSummary], steps: list[tuple[str, NoteSummary | None]]
) -> None:
    index, expected = fold(summaries), dict(summaries)
    for number, (path, summary) in enumerate(steps):
        if number % 2:
            answers(index)  # what was asked for is carried over, and has to be right
        before = pickle.dumps(dict(index.summaries))
        earlier, index = (
            index,
            (index.without(path) if summary is None else index.with_note(path, summary)),
        )
        assert pickle.dumps(dict(earlier.summaries)) == before
        expected.pop(path, None)
        if summary is not None:
            expected[path] = summary
    assert index == fold(expected)
    assert answers(index) == answers(fold(expected))


@many
@given(FOLDED, FOLDED)
def test_some_notes_at_once_come_to_a_fold_from_nothing(
    summaries: dict[str, NoteSummary], changed: dict[str, NoteSummary]
) -> None:
    index = fold(summaries)
    answers(index)
    expected = fold({**summaries, **changed})
    assert index.with_notes(changed) == expected
    assert answers(index.with_notes(changed)) == answers(expected)


@many
@given(FOLDED)
def test_an_index_and_a_vault_can_be_sent(summaries: dict[str, NoteSummary]) -> None:
    vault = Vault(FileNames.of([*summaries, "p.png"]), fold(summaries))
    answers(vault.index)
    sent = pickle.loads(pickle.dumps(vault))
    assert sent == vault
    assert answers(sent.index) == answers(vault.index)


def test_what_was_not_asked_for_is_not_made_for_a_changed_note() -> None:
    index = fold({"a.md": scan_summary("one two\n")})
    assert not {"spelling", "_aliases", "_linking"} & set(vars(index.without("a.md")))
