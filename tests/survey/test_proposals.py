"""What a vault shows, and what follows from it: always a configuration, and always the same."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.config import is_configuration, shipped_rules
from notelint.conventions import Conventions
from notelint.survey import Proposal, Survey, configuration_text, proposed
from notelint.survey.look import Head, NoteLook, Quote, Sight
from notelint.survey.neighbours.neighbour import Neighbour

HARD = [
    *("*", "[x]", "a?", "#h", "!n", "a\\", " b ", "-", "x: y", "{{t}}", "References", "Synthesis"),
    *("家", "\u2028", "\x85", "\x00", "A - B", "(Home Page) X", "2024-01-01", "Source", "\u202ex"),
]
WORDS = st.one_of(st.sampled_from(HARD), st.text(max_size=12))
NAMES = st.lists(WORDS, min_size=1, max_size=3).map("/".join)
HEADS = st.builds(Head, WORDS, st.booleans(), st.booleans())
SIGHTS = st.builds(
    Sight, st.sampled_from(sorted(shipped_rules())), NAMES, WORDS, st.booleans(), st.booleans()
)
QUOTES = st.builds(Quote, WORDS, st.booleans(), st.lists(st.sampled_from(["n.", "vb."])).map(tuple))
LOOKS = st.builds(
    NoteLook,
    NAMES,
    st.sampled_from(["", "term"]),
    st.lists(HEADS, max_size=4).map(tuple),
    st.lists(st.sampled_from(["", "Synthesis", "Source[^n]", "References"]), max_size=4).map(tuple),
    st.integers(0, 3),
    st.integers(0, 3),
    st.lists(QUOTES, max_size=3).map(tuple),
    st.lists(SIGHTS, max_size=4).map(tuple),
    st.integers(0, 3),
    st.booleans(),
)
NEIGHBOURS = st.builds(
    Neighbour,
    st.just(".other.json"),
    st.lists(NAMES, max_size=2).map(tuple),
    st.just({"A1": "trailing-space"}),
    st.just({"A2": "mojibake"}),
    st.lists(st.tuples(NAMES, st.sampled_from(sorted(shipped_rules()))), max_size=2).map(tuple),
    templates=st.lists(NAMES, max_size=2).map(tuple),
)


def many(look: NoteLook, count: int) -> list[NoteLook]:
    """Notes alike, in one folder and of numbered names, as a vault has them."""
    folder, _, name = look.path.rpartition("/")
    return [
        look._replace(
            path=f"{folder}/{number} {name}",
            sights=tuple(s._replace(target=f"{number % 13}{s.target}") for s in look.sights),
        )
        for number in range(count)
    ]


def text_of(looks: Iterable[NoteLook], neighbours: list[Neighbour] | None = None) -> str:
    survey = Survey(tuple(looks))
    return configuration_text(["x"], proposed(survey, neighbours or [], Conventions()))


@settings(deadline=None)
@given(
    st.lists(st.tuples(LOOKS, st.sampled_from([1, 3, 30])), max_size=4),
    st.lists(NEIGHBOURS, max_size=2),
)
def test_whatever_the_vault_it_is_a_configuration_and_always_the_same(
    groups: list[tuple[NoteLook, int]], neighbours: list[Neighbour]
) -> None:
    looks = [look for kind, count in groups for look in many(kind, count)]
    text = text_of(looks, neighbours)
    assert is_configuration("notelint.yaml", text) == ""
    assert text_of(looks, neighbours) == text


def said(looks: Iterable[NoteLook], neighbours: list[Neighbour] | None = None) -> dict[str, object]:
    loaded = yaml.safe_load(text_of(looks, neighbours))
    return dict(loaded or {})


def linking(count: int, target: str, others: int = 0) -> list[NoteLook]:
    """Notes that link to a name that is planned; `#` in it is the note's number."""
    missing = Sight("unresolved-link", target, "", False, True)
    linked = (
        NoteLook(f"a/{n}.md", sights=(missing._replace(target=target.replace("#", f"{n:02}")),))
        for n in range(count)
    )
    return [*linked, *(NoteLook(f"b/{n}.md") for n in range(others))]


@pytest.mark.parametrize(
    ("looks", "patterns"),
    [
        (linking(20, "Plan #"), ["*"]),
        (linking(9, "Plan #"), None),
        (linking(20, "Plan #", others=2000), None),
        (linking(20, "Word # - Cards", others=2000), ["* - Cards"]),
        (linking(20, "2024-01-# Mon", others=2000), ["20??-??-??*"]),
        (linking(20, "2024-W#", others=2000), ["20??-W??"]),
        (linking(9, "2024-W#", others=2000), None),
    ],
)
def test_names_of_notes_to_come_are_planned(looks: list[NoteLook], patterns: object) -> None:
    rules = said(looks).get("rules", {})
    assert isinstance(rules, dict)
    assert rules.get("unresolved-link", {}).get("planned") == patterns


def test_what_may_not_be_planned_is_none() -> None:
    missing = Sight("unresolved-link", "Plants", "", True, False)
    looks = [NoteLook(f"{n}.md", sights=(missing,)) for n in range(40)]
    assert said(looks) == {}


def term(spaced: int, tight: int, slots: str = "Synthesis Source[^n] References") -> NoteLook:
    return NoteLook("t.md", "term", slots=tuple(slots.split()), spaced=spaced, tight=tight)


@pytest.mark.parametrize(
    ("looks", "style"),
    [
        ([(term(2, 0), 9), (term(0, 2), 1)], "spaced"),
        ([(term(0, 2), 9), (term(2, 0), 1)], "tight"),
        ([(term(0, 2), 5), (term(2, 0), 5)], "consistent"),
        ([(term(2, 1), 9)], "spaced"),
        ([(term(1, 2), 9)], "tight"),
    ],
)
def test_sources_are_spaced_as_most_of_them_are(
    looks: list[tuple[NoteLook, int]], style: str
) -> None:
    notes = [look for kind, count in looks for look in many(kind, count)]
    assert said(notes)["rules"] == {"source-spacing": {"style": style}}


@pytest.mark.parametrize(
    ("slots", "sections"),
    [
        ("Source[^n] References",
         [("Synthesis", "0-1"), ("Source[^n]", "1+"), ("References", "1")]),
        ("Source[^n] Synthesis References",
         [("Source[^n]", "1+"), ("Synthesis", "1"), ("References", "1")]),
        ("Synthesis Synthesis Source[^n] References",
         [("Synthesis", "1+"), ("Source[^n]", "1+"), ("References", "1")]),
    ],
)  # fmt: skip
def test_a_kind_that_ships_is_as_most_notes_are(
    slots: str, sections: list[tuple[str, str]]
) -> None:
    kinds = said(many(term(0, 0, slots), 9))["kinds"]
    assert isinstance(kinds, dict)
    assert [(s["heading"], s["count"]) for s in kinds["term"]["sections"]] == sections


def test_a_few_notes_that_lack_a_section_change_no_kind() -> None:
    looks = [*many(term(0, 0), 9), *many(term(0, 0, "Source[^n] References"), 4)]
    assert "kinds" not in said(looks)


def with_heads(*words: str, cites: tuple[str, ...] = ()) -> NoteLook:
    heads = tuple(Head(word, word in cites, word == "Nachweise") for word in words)
    return NoteLook("Cakes/n.md", heads=heads)


def test_notes_of_one_shape_are_a_kind_with_the_counts_that_they_keep() -> None:
    looks = [
        *many(with_heads("Things", "Steps"), 12),
        *many(with_heads("Things", "Steps", "Notes", "Steps"), 1),
        *many(with_heads("Notes"), 5),
    ]
    assert said(looks)["kinds"] == {
        "cakes": {
            "when": {"heading": "Things"},
            "sections": [
                {"heading": "Things", "count": "1"},
                {"heading": "Steps", "count": "1+"},
            ],
        }
    }


@pytest.mark.parametrize(
    "looks",
    [
        [*many(with_heads("Things", "Steps"), 9)],
        [*many(with_heads("Things", "Steps"), 12), *many(with_heads("Steps", "Things"), 1)],
        [*many(with_heads("Things"), 40)],
        [*many(with_heads("Abstract", "References"), 40)],
        [*many(with_heads("Things [^x] y", "Steps"), 40)],
    ],
    ids=["few", "another order", "one heading", "an article", "no words"],
)
def test_others_are_none(looks: list[NoteLook]) -> None:
    assert "kinds" not in said(looks)


def test_a_kind_in_other_words_has_its_sources() -> None:
    looks = many(with_heads("Fazit", "Quelle", "Nachweise", cites=("Quelle",)), 12)
    kinds = said(looks)["kinds"]
    assert isinstance(kinds, dict)
    assert kinds["cakes"]["sections"] == [
        {"heading": "Fazit", "count": "1"},
        {"heading": "Quelle[^n]", "count": "1"},
        {"heading": "Nachweise", "count": "1", "role": "references"},
    ]


def quoting(*names: str, labels: tuple[str, ...] = ()) -> list[NoteLook]:
    quotes = (Quote(name, True, labels) for name in names)
    return [NoteLook(f"{n}.md", quotes=(quote,)) for n, quote in enumerate(quotes)]


def test_home_pages_are_known_by_a_form_that_several_have() -> None:
    looks = quoting("Walls (home page)", "Doors (home page)", "Roofs (home page)", "(Home Page) X")
    assert said(looks)["home-pages"] == ["* (home page)"]


@pytest.mark.parametrize(
    "names",
    [
        ["Walls (home page)", "Doors (home page)"],
        ["(Home Page) A", "(Home Page) B", "(Home Page) C"],
        ["Walls (2nd ed.)", "Doors (2nd ed.)", "Roofs (2nd ed.)"],
    ],
)
def test_a_form_of_few_and_an_edition_are_none(names: list[str]) -> None:
    assert "home-pages" not in said(quoting(*names))


def test_a_dictionary_that_prints_labels_is_written_down_with_them() -> None:
    looks = quoting(*["(Home Page) Glossary of Rowing 2nd Edition"] * 3, labels=("n.", "vb."))
    assert said(looks)["dictionaries"] == [
        {"match": "*Glossary of Rowing*", "parts-of-speech": ["n.", "vb."]}
    ]
    assert "dictionaries" not in said(
        quoting("(Home Page) A Dictionary of Biology", labels=("n.",))
    )
    assert "dictionaries" not in said(quoting("(Home Page) Rowing", labels=("n.", "vb.")))


def finding(rule: str, path: str, count: int = 1, *, has_fix: bool = False) -> NoteLook:
    return NoteLook(path, sights=(Sight(rule, "", "the same", has_fix),) * count, embeds=count)


def folder(rule: str, *, has_fix: bool = False) -> list[NoteLook]:
    noisy = [finding(rule, f"In/put [1]/{n}.md", has_fix=has_fix) for n in range(30)]
    return [*noisy, *(NoteLook(f"Notes/{n}.md") for n in range(50)), NoteLook("In/a.md")]


@pytest.mark.parametrize("rule", ["missing-embed", "unresolved-heading"])
def test_a_folder_of_which_a_rule_always_says_the_same_is_left_alone_by_it(rule: str) -> None:
    assert said(folder(rule)) == {"per-file": {r"/In/put \[1\]/": {"ignore": [rule]}}}


@pytest.mark.parametrize("rule", ["conflict-marker", "undefined-footnote", "invalid-front-matter"])
def test_what_is_wrong_in_every_vault_is_never_noise(rule: str) -> None:
    assert said(folder(rule)) == {}


def test_links_that_lead_nowhere_in_most_notes_of_a_folder_are_told() -> None:
    assert said(folder("unresolved-link")) == {}


def test_what_a_fix_mends_is_no_noise() -> None:
    assert said(folder("ligature", has_fix=True)) == {}


def test_a_note_made_by_a_program_is_left_alone_by_a_rule() -> None:
    looks = [finding("unresolved-heading", "a.md", 60), *many(NoteLook("b.md"), 9)]
    assert said(looks) == {"per-file": {"/a.md": {"ignore": ["unresolved-heading"]}}}
    few = [finding("unresolved-heading", "a.md", 40), *many(NoteLook("b.md"), 9)]
    assert said(few) == {}


def test_what_is_found_in_most_notes_everywhere_is_told_more_softly() -> None:
    empty = NoteLook("t.md", "term", sights=(Sight("empty-synthesis", "", "", False),))
    looks = [*many(empty, 30), *many(NoteLook("u.md", "term"), 10)]
    assert said(looks)["rules"] == {"empty-synthesis": {"severity": "info"}}


def test_placeholders_of_templates_are_no_findings() -> None:
    waiting = NoteLook(
        "Tpl/a.md",
        sights=(
            Sight("unresolved-link", "{{title}}", "no `{{title}}`", False),
            Sight("invisible-character", "", "invisible", True),
        ),
        is_template=True,
    )
    neighbour = Neighbour(".obsidian/templates.json", templates=("/Tpl/",))
    assert said([waiting], [neighbour]) == {"per-file": {"/Tpl/": {"ignore": ["unresolved-link"]}}}


def test_what_others_leave_out_is_left_out_unless_fixes_would_be_missed() -> None:
    looks = [finding("ligature", "a/1.md", has_fix=True), NoteLook("b/1.md"), NoteLook("c/1.md")]
    neighbour = Neighbour(".x.json", exclude=("a/", "/b/**", "nowhere/", "!c"))
    assert said(looks, [neighbour]) == {"exclude": ["/b/**"]}
    assert "#   - a/" in text_of(looks, [neighbour])


def test_a_rule_that_others_have_on_is_offered_where_it_would_find_much() -> None:
    neighbour = Neighbour(".x.json", has_on={"MD009": "trailing-space", "MD047": "final-newline"})
    looks = [finding("trailing-space", f"{n}.md", has_fix=True) for n in range(20)]
    assert said(looks, [neighbour]) == {"extend-select": ["final-newline"]}
    assert "#   - trailing-space  # 20 findings in 20 notes; MD009 is on" in text_of(
        looks, [neighbour]
    )


def test_what_others_ignore_somewhere_is_ignored_there() -> None:
    neighbour = Neighbour(".x.json", ignored=(("a/*", "mojibake"), ("b/*", "mojibake")))
    looks = [finding("mojibake", "a/1.md"), NoteLook("b/1.md")]
    assert said(looks, [neighbour]) == {"per-file": {"a/*": {"ignore": ["mojibake"]}}}


def test_every_proposal_says_how_often() -> None:
    looks = [*linking(20, "Plan #"), *folder("missing-embed"), *many(term(2, 0), 9)]
    proposals: list[Proposal] = list(proposed(Survey(tuple(looks)), [], Conventions()))
    assert len(proposals) >= 3
    assert all(any(char.isdigit() for char in item.evidence) for item in proposals)
