"""What one note says of the work to be done."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.worklist import NoteWork, Want, work_in

TERM = (
    "## Synthesis\n- \n## Source[^1]\n- A wall, see [[floor]].\n## Source[^2]\n- \n"
    "## References\n\n[^1]: [[(Home Page) Walls]]\n[^2]: a book\n"
)


def work(text: str, *files: str) -> NoteWork:
    note = read_note("terms/wall.md", text)
    return work_in(note, vault_of({note.path: text}, files))


def test_an_empty_synthesis_waits_for_the_sources_that_say_something() -> None:
    found = work(TERM, "floor.md")
    assert (found.want, found.sources, found.has_synthesis) == (Want.EMPTY, 1, True)
    assert found.links == {"floor.md"}


def test_a_synthesis_that_is_written_waits_for_nothing() -> None:
    found = work(TERM.replace("- \n", "- What stands.\n", 1))
    assert (found.want, found.has_synthesis) == (None, True)


def test_what_is_allowed_to_be_empty_is_no_work() -> None:
    allowed = TERM.replace("## Synthesis", "## Synthesis %% notelint: allow empty-synthesis %%")
    assert work(allowed).want is None


def test_a_note_of_no_kind_lacks_nothing() -> None:
    assert work("A page about [[wall]]s.\n") == NoteWork("terms/wall.md")


def test_the_notes_that_links_lead_to_in_vain_are_wanted() -> None:
    found = work("[[Roof#Tiles|tiles]] ![[picture]] [[roof]] [[a/door]] [x](gate.md)\n")
    assert found.missing == ("Roof", "roof", "door", "gate")


@pytest.mark.parametrize(
    "text",
    [
        "![[roof]] [[roof.png]] [[https://example.org]] [[ro|of]]\n".replace("ro|of", "#roof"),
        "[[2026-11-29]] [[2026-W48]] [[2026-11]]\n",
        "[[walls]]\n",  # nearly the name of a file
        "x[^1]\n\n[^1]: [[(Home Page) Roofs]]\n",
        "`[[roof]]` $[[roof]]$ %%[[roof]]%%\n",
    ],
)
def test_no_note_is_wanted_that_nobody_means_to_write(text: str) -> None:
    assert work(text).missing == ()


def test_an_alias_is_no_missing_note() -> None:
    note = read_note("a.md", "[[Roof]]\n")
    other = "---\naliases: [roof]\n---\n"
    assert work_in(note, vault_of({"a.md": "[[Roof]]\n", "b.md": other})).missing == ()


def test_a_link_to_the_note_itself_does_not_count() -> None:
    assert work("[[wall]] [[#x]]\n").links == frozenset()


def test_what_sources_refer_to_in_capitals_and_no_note_has_is_wanted() -> None:
    text = TERM.replace("A wall, see [[floor]].", "A wall. See also GABLE, TRUSSES and FLOOR.")
    text = text.replace("## Source[^2]\n- \n", "## Source[^2]\n- A part (see GABLE, roof).\n")
    assert work(text, "floor.md").referred == ("GABLE", "TRUSSES", "GABLE")


@pytest.mark.parametrize("said", ["The NATO.", "we see DNA there", "See A.", "`see GABLE`"])
def test_capitals_alone_refer_to_nothing(said: str) -> None:
    assert work(TERM.replace("A wall, see [[floor]].", said)).referred == ()
