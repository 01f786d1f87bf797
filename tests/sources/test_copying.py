"""What of a Synthesis stands word for word in the Sources of its note."""

from __future__ import annotations

from support.vaults import vault_of

from notelint.notes import read_note
from notelint.sources import Copied, copied_words

VAULT = vault_of()


def copied(content: str, run: int = 3, least: int = 1) -> tuple[Copied, ...]:
    return copied_words(read_note("note.md", content), VAULT, run, least)


def test_words_in_runs_of_any_source_are_counted() -> None:
    (found,) = copied(
        "## Synthesis\n- a b c d x e f g y h i\n"
        "## Source[^1]\n- a b c d. h i\n## Source[^2]\n- e f g\n"
    )
    assert (found.words, found.copied) == (11, 7)
    assert [source.references[0].label for source in found.sources] == ["1", "2"]


def test_a_run_that_several_sources_have_counts_for_the_first() -> None:
    (found,) = copied("## Synthesis\n- a b c\n" + "## Source[^1]\n- a b c\n" * 2)
    assert [source.heading.start for source in found.sources] == [21]


def test_quoted_words_count_for_nothing_and_end_no_run() -> None:
    (found,) = copied("## Synthesis\n- a “b” c d\n## Source[^1]\n- a b c d\n")
    assert (found.words, found.copied) == (3, 3)


def test_runs_may_be_as_short_as_is_asked_for() -> None:
    (found,) = copied("## Synthesis\n- a b x c\n## Source[^1]\n- a b. c\n", run=1)
    assert found.copied == 3
    (found,) = copied("## Synthesis\n- a b x c\n## Source[^1]\n- a b. c\n", run=2)
    assert found.copied == 2


def test_a_run_goes_over_no_end_of_a_source() -> None:
    (found,) = copied("## Synthesis\n- a b c d\n## Source[^1]\n- a b\n## Source[^2]\n- c d\n")
    assert (found.copied, found.sources) == (0, ())


def test_a_synthesis_of_fewer_words_or_of_none_is_left_out() -> None:
    assert copied("## Synthesis\n- a b “c”\n## Source[^1]\n- a b c\n", least=3) == ()
    assert copied("## Synthesis\n- \n## Source[^1]\n- a b c\n") == ()
    assert copied("# Summary\n- a b c\n") == ()


def test_a_long_synthesis_is_compared_too() -> None:
    words = " ".join(f"w{number}" for number in range(400))
    (found,) = copied(f"## Synthesis\n- {words}\n## Source[^1]\n- {words}\n")
    assert (found.words, found.copied) == (400, 400)
