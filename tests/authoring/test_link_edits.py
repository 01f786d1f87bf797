"""Links pointed elsewhere: whatever the names, the mended note reads as it did, and is settled."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.authoring import linked
from notelint.config import ActiveRule, shipped_rules
from notelint.lint import Result, check, fix
from notelint.notes import Link, read_note
from notelint.values import Applicability, Span, apply_edits, heading_key

LINK_RULES = [
    ActiveRule(rule(), rule.severity)
    for rule in shipped_rules().values()
    if rule.code.startswith("NL3")
]


def fixed(content: str, texts: dict[str, str], path: str = "note.md") -> Result:
    vault = vault_of({path: content, **texts})
    return fix(read_note(path, content), LINK_RULES, vault, Applicability.UNSAFE)


def links_after(result: Result) -> tuple[Link, ...]:
    return read_note(result.path, result.after).facts.all_links


def alias(name: str, path: str) -> dict[str, str]:
    return {path: f"---\naliases: [{name}]\n---\n"}


# --- what is written is read again


@pytest.mark.parametrize(
    "heading",
    [
        "Source[^1]",
        "Source [^1]",
        "Walls: and | cells",
        "What is a #wall here?",
        "A ^ B of walls",
        "Walls \\| cells",
        "See [[wall]] and [[cell|cells]]",
        "See [the wall](wall.md)",
        "An `array[[0]]` of walls",
        "The area $x^2$ of walls",
        "50 %% of all walls",
        "**Bold** walls and *thin* ones",
        "Walls &amp; cells",
        "Walls %% hidden %% and cells",
        "Walls ]] and cells",
    ],
)
@pytest.mark.parametrize("link", ["[[#{}]]", "[[#{}|shown]]", "| [[#{}]] | x |\n| --- | --- |"])
def test_a_near_heading_is_written_so_that_it_is_reached(heading: str, link: str) -> None:
    """Obsidian strips what no link can hold, and so does a fix; else there is none."""
    wrong = "".join(sign for sign in heading if sign.isalnum() or sign == " ") + "x"
    content = f"{link.format(wrong)}\n\n## {heading}\n\n[^1]: a book\n"
    result = fixed(content, {"wall.md": "", "cell.md": ""})
    assert result.error is None
    headings = [d for d in result.findings if d.name == "unresolved-heading"]
    assert not headings or not result.fixed


@pytest.mark.parametrize("wrong", ["Sorce 1", "Source 2", "Source  12"])
def test_a_source_is_linked_with_its_number(wrong: str) -> None:
    """Observed: `Source` alone does not meet `## Source[^1]`."""
    result = fixed(f"[[#{wrong}|x]]\n\n## Source[^1]\n- Walls.\n", {})
    (link,) = links_after(result)
    assert heading_key(link.target) in (heading_key(wrong), "source 1")


@pytest.mark.parametrize(
    "name",
    ["C# basics for all", "walls: a history", "the ^ sign of walls", "walls | cells", "walls ]] x"],
)
@pytest.mark.parametrize("link", ["[[{}]]", "![[{}]]", "| [[{}]] | x |\n| --- | --- |"])
def test_a_name_that_no_link_can_hold_is_not_written(name: str, link: str) -> None:
    wrong = " ".join("".join(c if c.isalnum() else " " for c in name).split())
    content = f"{link.format(wrong)}\n"
    result = fixed(content, {f"{name}.md": ""})
    assert result.error is None
    vault = vault_of({f"{name}.md": ""})
    reached = [vault.reached(link, "note.md").path for link in links_after(result)]
    assert result.after.content == content or reached == [f"{name}.md"]


PROPERTIES = ["'[[{}]]'", '"[[{}]]"', "['[[{}]]']", "\n  - '[[{}]]'\n  - \"[[{}]]\""]


@pytest.mark.parametrize("written", PROPERTIES)
@pytest.mark.parametrize("name", ["Darwin's finches", 'the "wall"', "back\\slash", "plain wall"])
@pytest.mark.parametrize("other", ["finches", "Finches"])
def test_a_property_is_yaml_afterwards(written: str, name: str, other: str) -> None:
    """An edit leaves the YAML loading to the same value but for the target."""
    content = f"---\nup: {written.replace('{}', other)}\n---\n"
    result = fixed(content, alias("finches", f"{name}.md"))
    assert result.error is None
    loaded = yaml.safe_load(result.after.content.split("---")[1])
    up = loaded["up"] if isinstance(loaded["up"], list) else [loaded["up"]]
    assert set(up) <= {f"[[{other}]]", f"[[{name}|{other}]]"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[[cell walls]]", "[[cell wall|cell walls]]"),
        ("[[cell walls#Shape]]", "[[cell wall#Shape|cell walls > Shape]]"),
        ("[[cell walls#A#B]]", "[[cell wall#A#B|cell walls > A > B]]"),
        ("[[cell walls|x]]", "[[cell wall|x]]"),
        ("[[cell walls|]]", "[[cell wall|]]"),
        ("[[cell walls#Shape|x]]", "[[cell wall#Shape|x]]"),
        ("![[cell walls]]", "![[cell wall]]"),
        ("![[cell walls|300]]", "![[cell wall|300]]"),
        ("| [[cell walls]] |\n| --- |", "| [[cell wall\\|cell walls]] |\n| --- |"),
        ("| [[cell walls\\|x]] |\n| --- |", "| [[cell wall\\|x]] |\n| --- |"),
        ("> | [[cell walls]] |\n> | --- |", "> | [[cell wall\\|cell walls]] |\n> | --- |"),
        ("| ![[cell walls\\|300]] |\n| --- |", "| ![[cell wall\\|300]] |\n| --- |"),
        ("[x](cell%20walls.md)", "[x](cell%20wall.md)"),
        ("[x](<cell walls.md>)", "[x](<cell%20wall.md>)"),
        ('[x](cell%20walls.md#a "t")', '[x](cell%20wall.md#a "t")'),
        ("![x|300](cell%20walls.md)", "![x|300](cell%20wall.md)"),
        ("[x]\n\n[x]: cell%20walls.md", "[x]\n\n[x]: cell%20wall.md"),
        ("a[^1]\n\n[^1]: [[cell walls]]", "a[^1]\n\n[^1]: [[cell wall|cell walls]]"),
        ("**[[cell walls]]**", "**[[cell wall|cell walls]]**"),
        ("# [[cell walls]]", "# [[cell wall|cell walls]]"),
    ],
)
def test_what_is_shown_is_shown_on(content: str, expected: str) -> None:
    texts = {"cell wall.md": "# Shape\n# A\n## B\n"}
    assert fixed(content, texts).after.content == expected


def test_a_markdown_link_is_written_from_the_note() -> None:
    """So that every other reader follows it too."""
    result = fixed("[x](osmossis.md)", {"terms/osmosis.md": ""}, "terms/wall.md")
    assert result.after.content == "[x](osmosis.md)"
    result = fixed("[x](osmossis.md)", {"terms/osmosis.md": ""}, "papers/wall.md")
    assert result.after.content == "[x](../terms/osmosis.md)"


def test_two_fixes_of_one_link_come_one_after_the_other() -> None:
    """A name in another normal form, then in another case."""
    result = fixed("[[CAFE\u0301]]", {"café.md": ""})
    assert (result.after.content, result.error) == ("[[café|CAFÉ]]", None)


def test_a_link_has_one_finding() -> None:
    """An alias may hold what no file's name can: then it is an alias, and nothing else."""
    texts = alias('"Walls: a history", "x^2", TCP/IP', "wall.md")
    note = read_note("note.md", "[[Walls: a history]] [[x^2]] [[TCP/IP]]")
    found = check(note, LINK_RULES, vault_of(texts))
    assert [diagnostic.name for diagnostic in found] == ["alias-link"] * 3


@pytest.mark.parametrize(
    ("content", "texts", "expected"),
    [
        ("CELL.", {"cell.md": ""}, "[[cell|CELL]]."),
        ("cell.", {"a/cell.md": "", "cell.pdf": ""}, "[[cell]]."),
        ("cell.", {"a/cell.md": "", "b/cell.md": ""}, "[[a/cell|cell]]."),
        ("cell|", {"cell.md": ""}, "[[cell]]|"),
        ("| CELL |\n| --- |", {"cell.md": ""}, "| [[cell\\|CELL]] |\n| --- |"),
        ("> | CELL |\n> | --- |", {"cell.md": ""}, "> | [[cell\\|CELL]] |\n> | --- |"),
        ("CELL | wall", {"cell.md": ""}, "[[cell|CELL]] | wall"),
        ("[CELL", {"cell.md": ""}, None),
        ("CELL]", {"cell.md": ""}, None),
        ("!CELL", {"cell.md": ""}, None),
        ("CELL.", {"cell^2.md": ""}, None),
        ("CELL.", {"cell .md": ""}, None),
    ],
)
def test_words_become_a_link_that_shows_them(
    content: str, texts: dict[str, str], expected: str | None
) -> None:
    note, vault, path = read_note("note.md", content), vault_of(texts), min(texts)
    start = content.lower().index("cell")
    made = linked(note, vault, Span(start, start + 4), path, Applicability.UNSAFE)
    assert (made and apply_edits(content, made.edits)) == expected


# --- any link, any name

ODD = "ab é|#^:[]%'\"\\$`*_<>&\n\t-1"

texts_of_links = st.text(ODD, min_size=1, max_size=10)
file_names = st.text("abé|#^:[]%'\"\\$`*_<>& -1", min_size=1, max_size=10).map(
    lambda name: f"{name.strip() or 'x'}.md"
)
FORMS = (
    "[[{}]]",
    "![[{}]]",
    "[[{}|x]]",
    "[x]({})",
    "[x](<{}>)",
    "| [[{}]] |\n| --- |\n",
    '---\nup: "[[{}]]"\n---\n',
    "---\nup: '[[{}]]'\n---\n",
    "a[^1]\n\n[^1]: [[{}]]\n",
)


@st.composite
def vaults(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A note of links, and other notes whose names, headings and aliases are near to them."""
    targets = draw(st.lists(texts_of_links, min_size=1, max_size=4))
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4))
    content = "\n\n".join(form.format(target) for form, target in zip(forms, targets, strict=False))
    names = draw(st.lists(st.one_of(file_names, st.sampled_from(["cell wall.md"])), max_size=4))
    near = [f"{target.strip().upper()}.md" for target in targets if target.strip()]
    bodies = draw(
        st.lists(
            st.one_of(
                st.just(""),
                texts_of_links.map(lambda text: f"# {text}"),
                texts_of_links.map(lambda text: yaml.safe_dump({"aliases": [text]})).map(
                    lambda text: f"---\n{text}---\n"
                ),
            ),
            min_size=1,
            max_size=3,
        )
    )
    texts = {name: bodies[n % len(bodies)] for n, name in enumerate([*names, *near])}
    return content, {name: text for name, text in texts.items() if "\n" not in name}


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(vaults())
def test_every_fix_of_a_link_is_proven_and_settles(vault: tuple[str, dict[str, str]]) -> None:
    content, texts = vault
    result = fixed(content, texts)
    assert result.error is None
    again = fixed(result.after.content, texts)
    assert (again.after.content, again.fixed) == (result.after.content, ())
    assert not [d for d in again.findings if d.is_fixed_by(Applicability.UNSAFE)]


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(vaults())
@example(("[x](a#-)", {"A#-.md": ""}))
@example(("[[old/a#B]]", {"a.md": "# C\n"}))
def test_a_link_that_was_mended_leads_somewhere(vault: tuple[str, dict[str, str]]) -> None:
    """A fix makes no link worse: what it mended is no finding afterwards."""
    content, texts = vault
    result = fixed(content, texts)
    around = vault_of({"note.md": content, **texts})
    before = [d.name for d in check(read_note("note.md", content), LINK_RULES, around)]
    after = [d.name for d in result.findings]
    assert len(after) <= len(before) - len(result.fixed) or not result.fixed
