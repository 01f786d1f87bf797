"""The vault as a rule sees it: a value, of which a changed one is another."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.conventions import Conventions
from notelint.notes import Note, read_note, scan_summary
from notelint.vault import FileNames, Vault, fold
from notelint.vault.resolution import Resolver

TEXTS = {"a.md": "# One\n[[b]] ^x\n", "b.md": "# Two\n", "c/b.md": "# Three\n"}


def test_the_answers_of_a_vault_die_with_it() -> None:
    vault = Vault(FileNames.of(["a.md"]), fold({"a.md": scan_summary("x\n")}))
    assert vault.resolver.target("b", "a.md").path is None
    other = vault.with_note("b.md", scan_summary("y\n"))
    assert other.resolver.target("b", "a.md").path == "b.md"
    assert vault.resolver.target("b", "a.md").path is None
    same = other.with_note("b.md", scan_summary("z\n"))
    assert same.resolver is other.resolver


def test_a_vault_is_what_its_files_and_notes_are() -> None:
    vault = vault_of(TEXTS)
    changed = vault.without("b.md").with_note("d.md", scan_summary("new\n"))
    assert changed == vault_of({"a.md": TEXTS["a.md"], "c/b.md": TEXTS["c/b.md"], "d.md": "new\n"})
    assert (vault.files, changed.files) == (tuple(TEXTS), ("a.md", "c/b.md", "d.md"))
    assert vault.without("gone.md") == vault


def test_what_a_vault_remembers_is_not_sent() -> None:
    vault = vault_of(TEXTS)
    note = read_note("a.md", TEXTS["a.md"])
    assert vault.followed(note)[0].path == "b.md"
    assert vars(pickle.loads(pickle.dumps(vault))).keys() == vars(vault_of(TEXTS)).keys()


def test_what_is_said_of_a_note_is_kept_until_another_is_asked_about() -> None:
    vault, asked = vault_of(TEXTS), list[Note]()
    one, same = (read_note("a.md", TEXTS["a.md"]) for _ in range(2))

    def said(note: Note, _: Vault) -> int:
        asked.append(note)
        return len(asked)

    assert [vault.remembered(note, said) for note in (one, one, same, one)] == [1, 1, 2, 3]
    vault.remember([same, one])
    assert [vault.remembered(note, said) for note in (one, same, one, same)] == [3, 4, 3, 4]
    assert vault.remembered(read_note("b.md", ""), said) == 5
    assert vault.remembered(one, said) == 6


@pytest.mark.parametrize(
    ("content", "followed"),
    [
        ("[[b]] [[gone]]", [("b.md", None), (None, None)]),
        ("[[x^2]]", [(None, "Obsidian allows no `^` in a link")]),
        ("[x](b.md) ![x](../b.md)", [("b.md", None), (None, None)]),
        ("[x](https://example.org) [x](//example.org)", []),
        ("[[b]] %% [[c/b]]", [("b.md", None)]),
        ("[[#One]]", [("a.md", None)]),
    ],
)
def test_links_into_the_vault_are_followed(
    content: str, followed: list[tuple[str | None, str | None]]
) -> None:
    links = vault_of(TEXTS).followed(read_note("a.md", content))
    assert [(link.path, link.flaw) for link in links] == followed


def test_each_note_that_is_asked_about_has_its_own_answers() -> None:
    vault = vault_of(TEXTS)
    notes = [read_note("a.md", "[[b]]"), read_note("a.md", "[[c/b]]\n\n## Synthesis\n")]
    for _ in range(2):
        assert [[link.path for link in vault.followed(note)] for note in notes] == [
            ["b.md"],
            ["c/b.md"],
        ]
        assert [vault.shape(note) is None for note in notes] == [True, False]


def test_a_note_is_reached_with_the_headings_that_it_has_now() -> None:
    vault, note = vault_of(TEXTS, ["x.png", "z/a.md"]), read_note("a.md", "# New\n")

    def reached(target: str) -> list[list[str]]:
        anchors = vault.anchors_reached(note, vault.resolver.target(target, note.path))
        return [[heading.plain for heading in found.headings] for found in anchors]

    assert reached("a") == [["New"]]
    assert reached("b") == [["Two"], ["Three"]]
    assert reached("x.png") == []


def test_the_conventions_of_a_house_are_those_of_its_vault() -> None:
    conventions = Conventions(home_pages=("Book: *",), dictionaries=())
    vault = vault_of(TEXTS, conventions=conventions)
    assert (vault.home_pages, vault.dictionaries) == (("Book: *",), ())
    assert vault.without("a.md").conventions == conventions


PLACES = st.lists(
    st.sampled_from(
        ["[[a#One]]", "[[b#Two]]", "[[c/b#Two]]", "[[B#^x]]", "[y](b.md#two)", "[y](c/b.md#Two)",
         "[y](../b#One)", "[y](b%2Emd#Two)", "[[b#[^1]]]", "[[z#One]]", "[[b]]"]
    ),
    max_size=4,
).map(" ".join)  # fmt: skip
PATHS = ("a.md", "b.md", "c/b.md", "d/c/b.md", "B.md")


@given(st.dictionaries(st.sampled_from(PATHS), PLACES))
def test_places_that_other_notes_link_to_are_those_that_each_link_reaches(
    texts: dict[str, str],
) -> None:
    vault = vault_of(texts, PATHS)
    for path in PATHS:
        assert vault.subpaths_into(path) == {
            link.place
            for source, text in texts.items()
            for link in read_note(source, text).facts.links
            if source != path and link.name and link.subpath
            if any(found.path == path for found in vault.reached(link, source).candidates)
        }


@pytest.mark.parametrize(
    "texts",
    [
        {f"{number}/index.md": "[[index#One]]" for number in range(300)},
        {f"{number}/index.md": "[y](index.md#One)" for number in range(300)},
        {"hub.md": " ".join(f"[[{number}#One]]" for number in range(300))}
        | {f"{number}.md": "# One" for number in range(300)},
        {"hub.md": "# One"} | {f"{number}.md": f"[[hub#One {number}]]" for number in range(300)},
    ],
)
def test_to_ask_of_each_note_what_leads_into_it_follows_each_link_once(
    texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, followed = vault_of(texts), Counter[str]()
    for how in ("target", "url"):
        monkeypatch.setattr(Resolver, how, counting(getattr(Resolver, how), followed, how))
    for path in texts:
        vault.subpaths_into(path)
    assert 300 <= followed.total() <= 300 * 2  # a note's name has two keys


def counting(function: Callable[..., Any], counts: Counter[str], name: str) -> Callable[..., Any]:
    def counted(*arguments: object) -> object:
        counts[name] += 1
        return function(*arguments)

    return counted
