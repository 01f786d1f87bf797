"""What the vault must know of a note: a value that is kept and sent."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from support.notes import notes

from notelint.notes import Linked, NoteSummary, read_note, scan_summary, summarize
from notelint.values import Text

many = settings(max_examples=500, deadline=None, derandomize=True)


@many
@given(notes())
def test_a_summary_can_be_kept_and_sent(content: str) -> None:
    summary = scan_summary(content)
    assert NoteSummary.from_data(json.loads(json.dumps(summary.as_data()))) == summary
    assert pickle.loads(pickle.dumps(summary)) == summary


NOTHING = ([], [], [], "", [], [])


@pytest.mark.parametrize(
    "data",
    [
        *(None, 3, "x", [], [1, 2, 3, 4, 5, 6, 7, 8], [[], [], *NOTHING, []]),
        *([[1], [], *NOTHING], [[], [], [], [], [], "%", [], []]),
        *([[], [[float("inf"), "a", "a"]], *NOTHING], [[], [["1", "a", "a"]], *NOTHING]),
        *([[], [[1, "a", None]], *NOTHING], [[], [[1, "a"]], *NOTHING]),
        *([[], [], [], [1], [], "", [], []], [[], [], [], [], ["a#b"], "", [], []]),
        *([[], [], [], [], [[1, True]], "", [], []], [[], [], [], [], [], "", [1], []]),
        *([*([],) * 5, "", [], [["a", "n.", count]]] for count in (0, -1, True, 1.5, "1", 10**12)),
        *(
            [*([],) * 5, "", [], printed]
            for printed in (["a"], [[1, "", 1]], [["a", 1, 1]], [["a", 1]], 7)
        ),
    ],
)
def test_what_is_no_summary_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        NoteSummary.from_data(data)


def test_a_summary_says_what_other_notes_ask_for() -> None:
    text = "---\naliases: [PNS]\n---\n# Nerves\n\nSee [[brain#Left half]], side-effects. ^id\n"
    summary = scan_summary(text)
    assert summary.aliases == ("PNS",)
    assert [heading.text for heading in summary.anchors.headings] == ["Nerves"]
    assert summary.anchors.blocks == {"id"}
    assert summary.linked == {Linked("brain#Left half", True)}
    assert dict(summary.words.items())["side-effects"] == 1


def test_a_summary_needs_no_more_of_the_facts_than_it_says() -> None:
    note = read_note("note.md", Text("# A *b* [[c]]\n"))
    assert [tuple(anchor) for anchor in summarize(note.text, note.facts).anchors.headings] == [
        (1, "A *b* [[c]]", "A b c")
    ]
