"""What was found in notes, kept with what was asked: whole again, and out where it is another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.run.check_table import Check, CheckTable, KeptChecks
from notelint.vault import Differences
from notelint.vault.asked import Kind, packed

many = settings(max_examples=100, deadline=None, derandomize=True)
TEXTS = st.text(st.characters(codec=None, exclude_characters="\0"), max_size=4)
CELLS = st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from("abc")), max_size=3)
TABLES = st.dictionaries(TEXTS, st.builds(Check, TEXTS, CELLS.map(packed), TEXTS), max_size=4)
CHECKS = {
    "a.md": Check("[]", packed([(Kind.WORD, "cell"), (Kind.NOTE, "b.md")]), "sideeffect wall"),
    "b.md": Check("[[]]", packed([(Kind.WORD, "wall")]), ""),
    "c.md": Check("[]", b"", ""),
}
NOTHING = Differences(frozenset(), frozenset())


def kept(table: CheckTable) -> KeptChecks:
    return KeptChecks(whole(table, "new name").get, "new name")


def whole(table: CheckTable, name: str) -> dict[str, bytes]:
    return {section: b"".join(pieces) for section, pieces in table.sections(name)}


@many
@given(TABLES)
def test_a_table_that_was_kept_is_the_same(checks: dict[str, Check]) -> None:
    table = kept(CheckTable(checks))
    assert table.lines == {path: check.line for path, check in checks.items()}
    assert table.updated({"z": CHECKS["a.md"]})._checks == {**checks, "z": CHECKS["a.md"]}
    assert whole(kept(table), "x") == whole(CheckTable(checks), "x")


@pytest.mark.parametrize(
    ("changed", "different", "left"),
    [
        (set(), NOTHING, "abc"),
        ({"x.md"}, NOTHING, "abc"),
        ({"a.md", "x.md"}, NOTHING, "bc"),
        (set(), Differences(frozenset({(Kind.WORD, "cell")}), frozenset()), "bc"),
        (set(), Differences(frozenset({(Kind.WORD, "wall")}), frozenset()), "ac"),
        (set(), Differences(frozenset({(Kind.SMALL, "wall")}), frozenset()), "abc"),
        (set(), Differences(frozenset(), frozenset({"wall"})), "bc"),
        (set(), Differences(frozenset(), frozenset({"side"})), "abc"),
        ({"c.md"}, Differences(frozenset({(Kind.NOTE, "b.md")}), frozenset()), "b"),
    ],
)
def test_a_check_is_out_where_its_note_or_an_answer_is_another(
    changed: set[str], different: Differences, left: str
) -> None:
    for table in (CheckTable(CHECKS), kept(CheckTable(CHECKS))):
        still = table.still_right(changed, lambda: different)
        assert [*still.lines] == [f"{name}.md" for name in left]
        assert [still.line(f"{name}.md") for name in "abc"] == [
            CHECKS[f"{name}.md"].line if name in left else None for name in "abc"
        ]


@pytest.mark.parametrize("kind", ["found", "sizes", "asked", "words"])
@pytest.mark.parametrize("data", [None, b"", b"x", b"\0", b"\xff\0", b"\xff" * 20, b"\0" * 20])
def test_where_a_part_is_broken_no_check_outlives_a_change(kind: str, data: bytes | None) -> None:
    table = KeptChecks({**whole(CheckTable(CHECKS), "t"), f"{kind} t": data}.get, "t")
    other = Differences(frozenset({(Kind.FILE, "x")}), frozenset())
    assert not table.still_right(set(), lambda: other).lines.keys() - {"", "\0"}
    assert all(type(line) is str for line in table.lines.values())
