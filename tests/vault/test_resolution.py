"""Where links lead: one row for each behaviour of Obsidian, with how it is known.

A row that is documented or observed says what Obsidian does. Where nobody could check, notelint is
lenient: there is no finding, whatever reading makes the note right.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import PATHS
from support.vaults import vault_of

from notelint.config import default_settings
from notelint.disk import discover, read
from notelint.lint import check
from notelint.notes import Note, read_note, scan_summary
from notelint.vault import Vault, is_note
from notelint.vault.resolution import Resolution

VAULTS = Path(__file__).parent / "vaults"

DOCUMENTED = "documented"
OBSERVED = "observed"
LENIENT = "unverified: lenient"

NFD_CAFE = unicodedata.normalize("NFD", "café")


class Row(NamedTuple):
    """A note with links in a small vault, the files that they reach, and the rules that complain.

    ``reaches`` has an entry for each link of the note, in order: a path, or None.
    """

    status: str
    behaviour: str
    vault: str
    text: str
    reaches: tuple[str | None, ...]
    findings: tuple[str, ...] = ()
    source: str = "links.md"


def one(
    status: str,
    behaviour: str,
    vault: str,
    text: str,
    reaches: str | None,
    *findings: str,
    source: str = "links.md",
) -> Row:
    """A row whose note has one link."""
    return Row(status, behaviour, vault, text, (reaches,), findings, source)


def none(status: str, behaviour: str, text: str, *findings: str) -> Row:
    """A row whose note has no link, although it looks as if it had."""
    return Row(status, behaviour, "folders", text, (), findings)


def here(status: str, behaviour: str, text: str, reaches: str | None, *findings: str) -> Row:
    """A row of the vault of folders, with the link in the folder `b`."""
    return one(status, behaviour, "folders", text, reaches, *findings, source="b/links.md")


CELL_WALL = "deep/er/Cell Wall.md"

SHAPE = [
    one(DOCUMENTED, "a path, a subpath, a display", "folders", "[[note#H|x]]", "note.md",
        "unresolved-heading"),
    one(DOCUMENTED, "the first # begins the subpath", "folders",
        "[[deep/er/Cell Wall#Shape]]", CELL_WALL),
    one(DOCUMENTED, "the first | begins the display", "folders", "[[note|a|b]]", "note.md"),
    one(DOCUMENTED, "[[#H]] is the note itself", "folders", "[[#H]]\n\n# H\n", "links.md"),
    one(DOCUMENTED, "[[#^id]] is the note itself", "folders", "[[#^i]]\n\nWalls. ^i\n", "links.md"),
    one(DOCUMENTED, "in a table the backslash before the bar is not part of the target", "folders",
        "| [[note\\|x]] |\n| --- |\n", "note.md"),
    one(DOCUMENTED, "in a table the same for a heading and an embed", "folders",
        "| ![[deep/er/Cell Wall#Shape\\|300]] |\n| --- |\n", CELL_WALL),
    one(DOCUMENTED, "^ is not allowed", "folders", "[[x^2]]", None, "malformed-link"),
    one(DOCUMENTED, ": is not allowed", "folders", "[[x: y]]", None, "malformed-link"),
    one(DOCUMENTED, "%% is not allowed", "folders", "[[x%%y]]", None, "malformed-link"),
    one(DOCUMENTED, "a ] inside is allowed", "names", "[[wiki [link]]]", "wiki [link].md"),
    one(OBSERVED, "the first ]] ends a link", "folders", "[[note]]]", "note.md"),
    one(OBSERVED, "what opened before it keeps its closer", "folders", "^[[[note]]]", "note.md"),
    one(OBSERVED, "what opened before it keeps its closer", "folders", "[a:: [[note]]]", "note.md"),
    one(OBSERVED, "what opened before it keeps its closer", "folders", "[[[note]]]", "note.md"),
    one(OBSERVED, "what opened before it keeps its closer", "folders", "[[[note|a]]]", "note.md"),
    one(OBSERVED, "so does an alias", "aliases", "[a:: [[PNS]]]", None, "alias-link"),
    one(OBSERVED, "so does a heading", "headings", "[a [[plain#Walls]]]", "plain.md"),
    one(OBSERVED, "so does a block", "blocks", "[[blocks#^item]]]", "blocks.md"),
    one(OBSERVED, "in a table too", "folders", "| [[[note]]] |\n| --- |\n", "note.md"),
    one(OBSERVED, "and in a heading", "folders", "# ^[[[note]]]", "note.md"),
    one(LENIENT, "unless only the longer name is there", "brackets", "[[open]]]", "open].md"),
    one(LENIENT, "unless only the longer name is there", "brackets", "[[[year]]]", "[year].md"),
    one(LENIENT, "the shorter name comes first", "brackets", "[[both]]]", "both.md"),
    one(LENIENT, "the shorter name comes first", "brackets", "[[in [side]]]", "in [side.md"),
    one(LENIENT, "a name that begins with brackets", "brackets", "[[[year] report]]",
        "[year] report.md"),
    one(LENIENT, "a name with one closing bracket", "brackets", "[[Sq]uare]]", "Sq]uare.md"),
    one(OBSERVED, "of nested links the inner one", "folders", "[[a [[note]] b]]", "note.md"),
    one(DOCUMENTED, "[[A#B#C]] is a path of headings", "headings",
        "[[plain#Walls#Inside the wall#Layers]]", "plain.md"),
    one(DOCUMENTED, "[[## x]] is a search", "folders", "[[## x]]", "links.md", "malformed-link"),
    one(DOCUMENTED, "[[^^x]] is a search", "folders", "[[^^x]]", None, "malformed-link"),
    none(OBSERVED, "a link does not span lines", "[[no\nte]]", "malformed-link"),
    one(DOCUMENTED, "a note that is not there is told", "folders", "[[planned]]", None,
        "unresolved-link"),
    one(LENIENT, "a display may be empty", "folders", "[[note|]]", "note.md"),
    one(LENIENT, "a display may hold anything", "folders", "[[note|: ^ # %% [x] ]]", "note.md"),
]  # fmt: skip

FILES = [
    here(DOCUMENTED, "it may carry .md", "[[Cell Wall.md]]", CELL_WALL),
    here(DOCUMENTED, "the text as it is, then with .md", "[[Dr. X]]", "Dr. X.md"),
    here(DOCUMENTED, "a file without an ending", "[[README]]", "README"),
    one(DOCUMENTED, "other types need their ending", "attachments", "[[Figure 1.png]]",
        "files/Figure 1.png"),
    one(DOCUMENTED, "other types need their ending", "attachments", "[[Figure 1]]", None,
        "unresolved-link"),
    here(OBSERVED, "letter case aside", "[[cell wall]]", CELL_WALL),
    here(OBSERVED, "letter case of folders aside", "[[DEEP/ER/CELL WALL]]", CELL_WALL),
    here(OBSERVED, "a bare name, wherever the file is", "[[unique]]", "deep/er/still/unique.md"),
    here(OBSERVED, "the root beats the same folder for a bare name", "[[note]]", "note.md"),
    here(OBSERVED, "then the folder of the link", "[[x]]", "b/x.md"),
    here(OBSERVED, "then the shortest path", "[[q]]", "near/q.md"),
    one(OBSERVED, "without one nearer, equal ones are a tie", "folders", "[[twin]]", "c/twin.md",
        "ambiguous-link"),
    one(OBSERVED, "the folder of the link leaves no tie", "folders", "[[twin]]", "d/twin.md",
        source="d/links.md"),
    here(DOCUMENTED, "a path from the root", "[[b/note]]", "b/note.md"),
    here(DOCUMENTED, "a path from the root", "[[a/x]]", "a/x.md"),
    here(OBSERVED, "any path that ends in it", "[[er/Cell Wall]]", CELL_WALL),
    here(OBSERVED, "not one that only begins in it", "[[deep/unique]]", None, "unresolved-link"),
    here(LENIENT, "[[b/z]] may reach ab/z", "[[b/z]]", "ab/z.md"),
    here(OBSERVED, "[[/a/b]] from the root only", "[[/a/x]]", "a/x.md"),
    here(OBSERVED, "[[/a/b]] from the root only", "[[/er/Cell Wall]]", None, "unresolved-link"),
    here(OBSERVED, "[[./x]] from the note", "[[./note]]", "b/note.md"),
    here(OBSERVED, "[[./x]] from the note only", "[[./y]]", None, "unresolved-link"),
    here(OBSERVED, "[[../x]] from the note", "[[../a/y]]", "a/y.md"),
    here(OBSERVED, "[[../x]] not out of the vault", "[[../../note]]", None, "unresolved-link"),
    Row(DOCUMENTED, "all three forms are right, always", "folders",
        "[[Cell Wall]] [[../deep/er/Cell Wall]] [[deep/er/Cell Wall]]", (CELL_WALL,) * 3, (),
        "b/links.md"),
    one(OBSERVED, "an alias does not resolve", "aliases", "[[PNS]]", None, "alias-link"),
    one(OBSERVED, "nor with a display", "aliases", "[[CNS|centre]]", None, "alias-link"),
    one(OBSERVED, "nor one that two notes have", "aliases", "[[both]]", None, "alias-link"),
    one(DOCUMENTED, "only the real name works", "aliases", "[[peripheral nervous system|PNS]]",
        "peripheral nervous system.md"),
    one(OBSERVED, "an alias that is another note's name", "aliases", "[[wall]]", "wall.md"),
    one(OBSERVED, "names are compared in NFC", "names", f"[[{NFD_CAFE}]]", "café.md",
        "unnormalized-link"),
    one(OBSERVED, "never in NFKC", "names", "[[x²]]", None, "unresolved-link"),
    one(LENIENT, "a no-break space may be a space", "names", "[[cell\u00a0wall]]", "cell wall.md",
        "unnormalized-link"),
    one(LENIENT, "a space may be a no-break space", "names", "[[hard space]]",
        "hard\u00a0space.md"),
    here(OBSERVED, "dot-folders are not in the vault", "[[thrown away]]", None, "unresolved-link"),
    here(DOCUMENTED, "excluded files resolve", "[[old]]", "archive/old.md"),
    one(LENIENT, "percent-escapes", "markdown", "[x](home%20page.md)", "home page.md"),
    one(LENIENT, "no escapes", "names", "[x](50%%20more.md)", "50% more.md"),
    one(LENIENT, "escapes that are part of the name", "names", "[x](a%20b.md)", "a%20b.md"),
    one(LENIENT, "an escaped number sign", "names", "[x](C%23%20basics.md)", "C# basics.md"),
    one(LENIENT, "between < and >", "markdown", "[x](<home page.md>)", "home page.md"),
    one(LENIENT, ".md left out", "markdown", "[x](home%20page)", "home page.md"),
    one(LENIENT, "from the note", "markdown", "[x](cell.md)", "terms/cell.md",
        source="terms/links.md"),
    one(LENIENT, "up from the note", "markdown", "[x](../home%20page.md)", "home page.md",
        source="terms/links.md"),
    one(LENIENT, "from the root", "markdown", "[x](terms/cell.md)", "terms/cell.md",
        source="img/links.md"),
    one(LENIENT, "from the root, with a slash", "markdown", "[x](/terms/cell.md)", "terms/cell.md",
        source="img/links.md"),
    one(LENIENT, "by name", "markdown", "[x](cell.md)", "terms/cell.md", source="img/links.md"),
    one(LENIENT, "by an equal name", "folders", "[x](twin.md)", "c/twin.md"),
    one(LENIENT, "a heading in any form", "markdown", "[x](terms/wall.md#whats-new)",
        "terms/wall.md"),
    one(LENIENT, "an image", "markdown", "![x](../img/Figure%201.png)", "img/Figure 1.png",
        source="terms/links.md"),
    one(LENIENT, "a finding only if all fail", "markdown", "[x](plant.md)", None,
        "unresolved-link"),
    one(DOCUMENTED, "a scheme is never looked up", "markdown", "[x](zotero://select/items/1)",
        None),
]  # fmt: skip

EMBEDS = [
    one(DOCUMENTED, "a file", "attachments", "![[wall]]", "wall.md"),
    one(DOCUMENTED, "a section", "attachments", "![[wall#Shape]]", "wall.md"),
    one(DOCUMENTED, "a section that is gone", "attachments", "![[wall#Size]]", "wall.md",
        "unresolved-heading"),
    one(DOCUMENTED, "a block", "attachments", "![[wall#^thin]]", "wall.md"),
    one(DOCUMENTED, "a block that is gone", "attachments", "![[wall#^thick]]", "wall.md",
        "unresolved-block"),
    one(DOCUMENTED, "a file that is gone", "attachments", "![[gone.png]]", None, "missing-embed"),
    one(DOCUMENTED, "|400 is a size", "attachments", "![[Figure 1.png|400]]", "files/Figure 1.png"),
    one(DOCUMENTED, "|640x480 is a size", "attachments", "![[Figure 1.png|640x480]]",
        "files/Figure 1.png"),
    one(DOCUMENTED, "#page=3 is no heading", "attachments", "![[paper.pdf#page=3]]",
        "files/paper.pdf"),
    one(DOCUMENTED, "#height=400 is no heading", "attachments", "![[paper.pdf#height=400]]",
        "files/paper.pdf"),
    one(DOCUMENTED, "#outline is no heading", "attachments", "![[Figure 1.png#outline]]",
        "files/Figure 1.png"),
    one(LENIENT, "another # on an attachment", "attachments", "![[paper.pdf#Shape]]",
        "files/paper.pdf"),
    one(LENIENT, "another # on a canvas", "attachments", "![[map.canvas#Shape]]", "map.canvas"),
    one(LENIENT, "a block on an attachment", "attachments", "![[paper.pdf#^thin]]",
        "files/paper.pdf"),
    one(LENIENT, "another word behind the bar", "attachments", "![[Figure 1.png|left|wide]]",
        "files/Figure 1.png"),
    one(DOCUMENTED, "brackets in a name", "names", "![[A [part 6]_img.jpeg]]",
        "A [part 6]_img.jpeg"),
]  # fmt: skip


def heading(status: str, behaviour: str, note: str, subpath: str, *findings: str) -> Row:
    """A row of the vault of headings."""
    return one(status, behaviour, "headings", f"[[{note}#{subpath}]]", f"{note}.md", *findings)


def block(status: str, behaviour: str, subpath: str, *findings: str) -> Row:
    """A row of the vault of blocks."""
    return one(status, behaviour, "blocks", f"[[blocks#{subpath}]]", "blocks.md", *findings)


SUBPATHS = [
    heading(OBSERVED, "in lower case", "plain", "SHAPE OF WALLS"),
    heading(OBSERVED, "punctuation as spaces", "plain", "Walls what and why"),
    heading(OBSERVED, "spaces collapsed", "plain", "Shape   of  walls"),
    heading(OBSERVED, "a hyphen is no punctuation", "plain", "Cross wall", "unresolved-heading"),
    heading(OBSERVED, "`Source[^1]` after the same stripping", "source", "Source 1"),
    heading(OBSERVED, "`Source[^1]` as it is", "source", "Source[^1]"),
    heading(OBSERVED, "a source that is not there", "source", "Source 3", "unresolved-heading"),
    heading(DOCUMENTED, "a heading that is not there", "plain", "Colour", "unresolved-heading"),
    heading(DOCUMENTED, "as Obsidian writes it: without : and |", "plain", "Walls cells"),
    heading(DOCUMENTED, "in full", "plain", "Walls: what, and why?"),
    heading(DOCUMENTED, "a path of headings", "plain", "Walls#Layers"),
    heading(DOCUMENTED, "a path that goes up", "plain", "Layers#Walls", "unresolved-heading"),
    heading(OBSERVED, "a path to the second of two headings", "plain", "Cells#Shape of walls"),
    heading(OBSERVED, "a duplicate heading is no finding", "plain", "Shape of walls"),
    heading(LENIENT, "emphasis, as it is shown", "markup", "The thick wall"),
    heading(LENIENT, "emphasis, as it is written", "markup", "The *thick* wall"),
    heading(LENIENT, "a link and code, as they are shown", "markup", "Of walls and cells"),
    heading(LENIENT, "a link and code, as they are written", "markup", "Of plain walls and cells"),
    heading(LENIENT, "mathematics, as it is written", "markup", "An area of $x^2$"),
    heading(LENIENT, "a highlight and a link, as they are shown", "markup", "Lit and linked"),
    block(DOCUMENTED, "at a paragraph's end", "^paragraph"),
    block(DOCUMENTED, "at an item's end", "^item"),
    block(DOCUMENTED, "under a quote", "^quote"),
    block(DOCUMENTED, "under a table", "^table"),
    block(DOCUMENTED, "an id that is not there", "^nowhere", "unresolved-block"),
    block(OBSERVED, "in lower case", "^capital-1"),
    block(OBSERVED, "in lower case", "^TABLE"),
    block(LENIENT, "other characters in an id", "^low_line"),
    block(LENIENT, "a line of its own without blank lines", "^alone"),
    heading(DOCUMENTED, "a footnote", "source", "[^1]"),
    heading(OBSERVED, "a footnote in another case", "source", "[^N]"),
]


def property_of(status: str, behaviour: str, line: str, *reaches: str | None) -> Row:
    """A row whose link stands in the front matter."""
    findings = tuple("unresolved-link" for path in reaches if path is None)
    return Row(status, behaviour, "folders", f"---\n{line}\n---\n", reaches, findings)


FRONT_MATTER = [
    property_of(DOCUMENTED, "a quoted link", 'up: "[[note]]"', "note.md"),
    property_of(DOCUMENTED, "a quoted link with a display", "up: '[[note|x]]'", "note.md"),
    property_of(DOCUMENTED, "a list of them", 'up:\n  - "[[note]]"\n  - "[[gone]]"',
        "note.md", None),
    property_of(DOCUMENTED, "without quotes it is a list", "up: [[gone]]"),
    one(DOCUMENTED, "only at the start: later it is text", "folders",
        "a\n\n---\nup: [[note]]\n---\n", "note.md"),
    property_of(LENIENT, "a bracket too many", 'up: "[[note]]]"', "note.md"),
    one(LENIENT, "a name with brackets", "names", '---\nup: "[[wiki [link]]]"\n---\n',
        "wiki [link].md"),
    one(LENIENT, "a name with one closing bracket", "brackets", '---\nup: "[[Sq]uare]]"\n---\n',
        "Sq]uare.md"),
    property_of(LENIENT, "front matter that does not load", 'up: "[[gone]]"\nx: ['),
    Row(LENIENT, "a byte order mark before it", "folders", '\ufeff---\nup: "[[note]]"\n---\n',
        ("note.md",)),
    one(LENIENT, "aliases as a scalar", "aliases", "[[cells]]", None, "alias-link"),
    one(LENIENT, "aliases of YAML that does not load", "aliases", "[[scherben]]", None,
        "unresolved-link"),
]  # fmt: skip

REST = [
    none(OBSERVED, "nothing in math is a link", "$[[gone]]$"),
    none(OBSERVED, "nothing in math is a link", "$$\n[[gone]]\n$$"),
    none(DOCUMENTED, "nothing in a comment is a link", "%% [[gone]] %%"),
    none(LENIENT, "nor in a comment over lines", "%%\n[[gone]]\n%%"),
    none(LENIENT, "nor in one that is not closed", "%%\n[[gone]]"),
    Row(LENIENT, "behind an unclosed %% in a line", "folders", "a %% [[gone]]", (None,)),
    none(OBSERVED, "nothing in code is a link", "`[[gone]]`"),
    none(OBSERVED, "two spans of code around [[ and ]]", "`[[`gone`]]`"),
    none(OBSERVED, "nothing in fenced code is a link", "```\n[[gone]]\n```"),
    none(OBSERVED, "nothing in indented code is a link", "    [[gone]]"),
    none(DOCUMENTED, "nothing in an HTML comment is a link", "<!-- [[gone]] -->"),
    none(DOCUMENTED, "nothing in HTML is a link", "<div>\n[[gone]]\n</div>"),
    Row(LENIENT, "between inline tags", "folders", "<mark>[[gone]]</mark>", (None,)),
    Row(LENIENT, "behind a $$ in mid-line", "folders", "a $$ [[gone]]", (None,)),
    one(OBSERVED, "a definition's link is the note's", "folders", "a[^1]\n\n[^1]: [[gone]]", None,
        "unresolved-link"),
    one(LENIENT, "a callout's title", "folders", "> [!tip] [[note]]", "note.md"),
    none(DOCUMENTED, "escaped brackets", "\\[\\[gone]] and \\[[gone]]"),
    one(DOCUMENTED, "a highlighted link", "folders", "==[[note]]==", "note.md"),
]  # fmt: skip

ROWS = [*SHAPE, *FILES, *EMBEDS, *SUBPATHS, *FRONT_MATTER, *REST]


@cache
def vault_at(root: Path) -> Vault:
    found = discover(root, (root,), respect_gitignore=False)
    read_texts = {path: read(root / path).text for path in found.files if is_note(path)}
    texts = {path: text.content for path, text in read_texts.items() if text}
    others = [path for path in found.files if path not in texts]
    return vault_of(texts, others, unlisted=found.unlisted)


def with_note(vault: Vault, path: str, text: str) -> tuple[Vault, Note]:
    """The vault with one more note in it, and that note."""
    return vault.with_note(path, scan_summary(text)), read_note(path, text)


def complaints(note: Note, vault: Vault) -> tuple[str, ...]:
    """The names of the link rules that are on by default and find something."""
    rules = default_settings().rules_for(note.path)
    of_links = [active for active in rules if active.rule.code.startswith("NL3")]
    return tuple(diagnostic.name for diagnostic in check(note, of_links, vault))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.status}: {row.behaviour}: {row.text}")
def test_a_link_leads_where_obsidian_takes_it(row: Row) -> None:
    vault, note = with_note(vault_at(VAULTS / row.vault), row.source, row.text)
    reached = [vault.reached(link, note.path).path for link in note.facts.all_links]
    assert tuple(reached) == row.reaches, row.status
    assert complaints(note, vault) == row.findings, row.status


def test_what_nobody_could_check_is_no_finding_unless_every_reading_fails() -> None:
    told = [row for row in ROWS if row.status == LENIENT and row.findings]
    assert {row.findings for row in told} <= {
        ("unnormalized-link",),
        ("unresolved-link",),
        ("alias-link",),
    }
    assert all(row.reaches == (None,) or "unnormalized-link" in row.findings for row in told)


def test_no_row_is_there_twice() -> None:
    rows = [(row.vault, row.source, row.text) for row in ROWS]
    assert len(rows) == len(set(rows))


# --- many names in one vault

NAMES = (
    "Dr. X.md",
    "README",
    "a/x.md",
    "a/y.md",
    "ab/x.md",
    "b/note.md",
    "b/x.md",
    "Case.md",
    "deep/er/Cell Wall.md",
    "deep/er/still/unique.md",
    "Figure 1.png",
    "files/paper [part 6]_img.jpeg",
    "files/paper.pdf",
    "hard\u00a0space.md",
    "note.md",
    "50% more.md",
    "q?.md",
    "soft space.md",
    unicodedata.normalize("NFC", "né.md"),
    unicodedata.normalize("NFD", "öl.md"),
    "wiki [link].md",
    "TCP-IP suite.md",
    "same/Twin.md",
    "same/twin.md",
    "C# basics.md",
)
VAULT = vault_of(files=NAMES)


@pytest.mark.parametrize(
    ("target", "expected", "status"),
    [
        ("deep/er/Cell Wall", "deep/er/Cell Wall.md", "documented: a path from the root"),
        ("deep/er/Cell Wall.md", "deep/er/Cell Wall.md", "documented: it may carry .md"),
        ("Cell Wall", "deep/er/Cell Wall.md", "observed: a bare name, wherever the file is"),
        ("Cell Wall.md", "deep/er/Cell Wall.md", "documented: a bare name with .md"),
        ("er/Cell Wall", "deep/er/Cell Wall.md", "observed: any path that ends in it"),
        ("still/unique", "deep/er/still/unique.md", "observed: any path that ends in it"),
        ("deep/unique", None, "observed: only whole ends count"),
        ("x/Cell Wall", None, "observed: a folder that is not there"),
        ("cell wall", "deep/er/Cell Wall.md", "observed: letter case aside"),
        ("DEEP/ER/CELL WALL", "deep/er/Cell Wall.md", "observed: letter case of folders aside"),
        ("Cell Wall#Heading", "deep/er/Cell Wall.md", "documented: linkpath + subpath"),
        ("Cell Wall#A#B", "deep/er/Cell Wall.md", "documented: a path of headings"),
        ("Cell Wall#^id", "deep/er/Cell Wall.md", "documented: a block"),
        ("Cell Wall#[^1]", "deep/er/Cell Wall.md", "documented: a footnote"),
        ("#Heading", "b/here.md", "documented: the note itself"),
        ("#^id", "b/here.md", "documented: the note itself"),
        ("", "b/here.md", "unverified, lenient: nothing at all"),
        ("Dr. X", "Dr. X.md", "documented: the text as it is, then with .md"),
        ("README", "README", "observed: a file without an ending"),
        ("Figure 1.png", "Figure 1.png", "documented: other types need their ending"),
        ("figure 1.PNG", "Figure 1.png", "observed: letter case aside"),
        ("Figure 1", None, "documented: other types need their ending"),
        ("paper.pdf#page=3", "files/paper.pdf", "documented: a page of a PDF"),
        ("paper [part 6]_img.jpeg", "files/paper [part 6]_img.jpeg", "documented: one ] inside"),
        ("wiki [link]", "wiki [link].md", "documented: brackets in a name"),
        (" Cell Wall ", "deep/er/Cell Wall.md", "observed: blanks around the name"),
        ("hard space", "hard\u00a0space.md", "unverified, lenient: no-break space in the file"),
        ("soft\u00a0space", "soft space.md", "unverified, lenient: no-break space in the link"),
        (unicodedata.normalize("NFD", "né"), "né.md", "observed: NFD link, NFC file"),
        ("öl", unicodedata.normalize("NFD", "öl.md"), "observed: NFC link, NFD file"),
        ("Ｆigure 1.png", None, "observed: NFC, never NFKC"),
        ("TCP/IP suite", None, "documented: a slash is a folder"),
        ("/a/x", "a/x.md", "observed: from the root only"),
        ("/x", None, "observed: from the root only"),
        ("/Figure 1.png", "Figure 1.png", "observed: from the root"),
        ("./x", "b/x.md", "observed: from the note"),
        ("./y", None, "observed: from the note only"),
        ("../a/y", "a/y.md", "observed: from the note"),
        ("../Case", "Case.md", "observed: from the note"),
        ("../../Case", None, "observed: out of the vault"),
        ("x", "b/x.md", "observed: the note's own folder first"),
        ("a/x", "a/x.md", "observed: the exact path first"),
        ("note", "note.md", "observed: the root beats the same folder for a bare name"),
        ("./note", "b/note.md", "observed: from the note"),
        ("b/note", "b/note.md", "observed: the exact path"),
        ("Twin", "same/Twin.md", "unverified, lenient: the exact spelling wins"),
        ("twin", "same/twin.md", "unverified, lenient: the exact spelling wins"),
        ("gone", None, "documented: nothing of that name"),
        ("b", None, "observed: a folder is no note"),
        (".", None, "observed: a folder is no note"),
        ("..", None, "observed: a folder is no note"),
        ("50% more", "50% more.md", "observed: a wikilink knows no escapes"),
        ("50%25 more", None, "observed: a wikilink knows no escapes"),
        ("Cell%20Wall", None, "observed: a wikilink knows no escapes"),
        ("C# basics", None, "documented: no name in a link holds a number sign"),
        ("a\\x", None, "documented: the separator is a slash"),
        ("A/X.MD", "a/x.md", "observed: letter case aside"),
        ("deep/er/still/../Cell Wall", None, "observed: dots only lead from the note"),
    ],
)
def test_a_wikilink_in_b_leads_to(target: str, expected: str | None, status: str) -> None:
    assert VAULT.resolver.target(target, "b/here.md").path == expected, status


@pytest.mark.parametrize(
    ("url", "is_reached"),
    [
        ("x.md", True),
        ("x", True),
        ("./x.md", True),
        ("../a/y.md", True),
        ("a/y.md", True),
        ("/a/y.md", True),
        ("y.md", True),
        ("Cell%20Wall.md", True),
        ("deep/er/Cell%20Wall", True),
        ("Cell Wall.md", True),
        ("50%25%20more.md", True),
        ("50%%20more.md", True),
        ("50% more.md", True),
        ("n%C3%A9.md", True),
        ("ne%CC%81.md", True),
        ("%C3%B6l.md", True),
        ("x.md#Heading", True),
        ("x.md#a%20b", True),
        ("x.md?raw=1", True),
        ("q%3F.md", True),
        ("C%23%20basics.md", True),
        ("C%23%20basics.md#Types", True),
        ("%", False),
        ("%FF%FE.md", False),
        ("../files/paper.pdf#page=3", True),
        ("Figure%201.png", True),
        ("../Figure%201.png", True),
        ("wiki%20%5Blink%5D.md", True),
        ("../a", True),
        ("../a/", True),
        ("..", True),
        ("gone.md", False),
        ("gone%20too.md", False),
        ("../gone/", False),
        ("Figure%201", False),
        ("../../x.md", False),
        ("/x.md", False),
    ],
)
def test_a_markdown_link_in_b_is_reached(url: str, is_reached: bool) -> None:
    assert bool(VAULT.resolver.url(url, "b/here.md")) is is_reached


def resolved(files: tuple[str, ...], target: str, source: str) -> Resolution:
    return vault_of(files=files).resolver.target(target, source)


def order(files: tuple[str, ...], target: str, source: str) -> list[str]:
    return [candidate.path for candidate in resolved(files, target, source).candidates]


def test_a_suffix_that_begins_inside_a_folder_s_name_counts_as_reached() -> None:
    """Unverified: `[[b/x]]` in a vault with only `ab/x`."""
    assert order(("ab/x.md",), "b/x", "a.md") == ["ab/x.md"]


def test_a_folder_s_whole_name_comes_before_the_end_of_one() -> None:
    """Observed for whole names, unverified for the other."""
    assert order(("ab/x.md", "deep/down/b/x.md"), "b/x", "a.md")[0] == "deep/down/b/x.md"


def test_of_several_files_the_one_under_the_source_comes_before_the_shorter_path() -> None:
    """Observed: within each group the shortest path."""
    files = ("a/x.md", "c/d/e/x.md", "c/d/x.md", "z.md")
    assert order(files, "x", "c/z.md") == ["c/d/x.md", "c/d/e/x.md", "a/x.md"]


def test_without_a_file_under_the_source_the_shortest_path_comes_first() -> None:
    """Observed."""
    assert order(("a/b/x.md", "c/x.md"), "x", "z.md") == ["c/x.md", "a/b/x.md"]


def test_the_order_of_the_files_decides_nothing() -> None:
    files = ("c/x.md", "a/b/x.md", "b/x.md", "x.md", "b/c/x.md")
    for source in ("a.md", "b/a.md", "a/b/a.md"):
        assert order(files, "x", source) == order(files[::-1], "x", source)


@pytest.mark.parametrize("ending", [".md", ".MD", ".Md"])
def test_the_ending_of_a_note_may_be_written_in_capitals(ending: str) -> None:
    assert order((f"x{ending}",), "x", "a.md") == [f"x{ending}"]


def test_an_empty_vault_resolves_nothing_but_the_note_itself() -> None:
    assert Vault().resolver.target("x", "a.md") == Resolution()
    assert Vault().resolver.target("#x", "a.md").path == "a.md"


@given(
    st.lists(
        st.tuples(
            PATHS, st.sampled_from(["", "#h", "?x", "?x#h", "a", "x/a", "./a", "A.md", "/b"])
        ),
        max_size=8,
    )
)
def test_where_a_link_led_before_decides_nothing(links: list[tuple[str, str]]) -> None:
    vault = vault_of(files=("a.md", "b.md", "x/a.md", "x/c.md", "?x.md"))
    for source, target in links:
        alone = vault_of(files=vault.files).resolver
        assert vault.resolver.url(target, source) == alone.url(target, source)
        assert vault.resolver.target(target, source) == alone.target(target, source)


def test_of_more_links_than_are_remembered_each_is_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("notelint.vault.resolution._MOST_KEPT", 1)
    resolver = vault_of(files=("a.md", "b.md")).resolver
    assert [resolver.target(name, "x.md").path for name in "abab"] == ["a.md", "b.md"] * 2
    assert len(vars(resolver)["_answers"]) == 1


def test_a_folder_is_reached_and_is_no_file() -> None:
    """Unverified: other readers list it."""
    found = vault_of(files=("terms/cell.md",)).resolver.url("terms/", "a.md")
    assert bool(found)
    assert found.path is None


@pytest.mark.parametrize(
    ("files", "target", "source", "is_tie"),
    [
        (("a/x.md", "b/x.md"), "x", "z.md", True),
        (("a/x.md", "b/x.md", "x.md"), "x", "z.md", False),
        (("a/x.md", "b/x.md"), "x", "a/z.md", False),
        (("a/c/x.md", "a/d/x.md", "x/x.md"), "x", "a/z.md", True),
        (("a/x.md", "bb/x.md"), "x", "z.md", False),
        (("a/x.md", "a/X.md"), "x", "z.md", False),
        (("a/x.md", "a/X.md"), "X", "z.md", False),
        (("a/é.md", "a/e\u0301.md"), "é", "z.md", False),
        (("a/b/x.md", "c/b/x.md"), "b/x", "z.md", True),
        (("ab/x.md", "cb/x.md"), "b/x", "z.md", False),
        (("one/b/x.md", "on/ab/x.md"), "b/x", "z.md", False),
        (("a/x.md", "b/x.png"), "x", "z.md", False),
        (("a/x.md", "b/x.md"), "./a/x", "z.md", False),
        (("a/x.md", "b/x.md"), "/b/x", "z.md", False),
        ((), "x", "z.md", False),
    ],
)
def test_a_tie_is_what_the_order_leaves(
    files: tuple[str, ...], target: str, source: str, is_tie: bool
) -> None:
    assert resolved(files, target, source).is_tie is is_tie


# --- names that not every file system holds, made where they can be


def made(root: Path, *names: str) -> Vault:
    """A vault on disk of empty notes; skipped where a name cannot be had, or not beside another."""
    for name in names:
        try:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).touch()
        except OSError:
            pytest.skip(f"no file can be called {name!r} here")
    vault = vault_at(root)
    if set(vault.files) != set(names):
        pytest.skip("the file system takes two of the names for one, or writes them its own way")
    return vault


@pytest.mark.parametrize("name", ["a: b", "what?", "x^2", 'a "b"', "a*b", "a<b>", "a\\b"])
def test_a_name_that_windows_does_not_hold_is_reached(tmp_path: Path, name: str) -> None:
    vault, note = with_note(made(tmp_path, f"{name}.md"), "links.md", f"[[{name}]]")
    assert vault.resolver.target(name, "links.md").path == f"{name}.md"
    assert complaints(note, vault) == ()


@pytest.mark.parametrize("name", ["a\u3000b", "\U0001f9f1", "\U0001f9f1\ufe0f", "x" * 200])
def test_an_odd_name_is_reached(tmp_path: Path, name: str) -> None:
    vault, note = with_note(made(tmp_path, f"{name}.md"), "links.md", f"[[{name}]]")
    assert vault.resolver.target(name, "links.md").path == f"{name}.md"
    assert complaints(note, vault) == ()


def test_of_two_names_that_differ_in_case_the_one_as_written_is_meant(tmp_path: Path) -> None:
    """Unverified: exact spelling wins, else no finding."""
    vault = made(tmp_path, "Wall.md", "wall.md")
    paths = [vault.resolver.target(name, "z.md").path for name in ("wall", "Wall")]
    assert paths == ["wall.md", "Wall.md"]
    vault, note = with_note(vault, "links.md", "[[WALL]] [[wall]] [[Wall]]")
    assert complaints(note, vault) == ()


def test_a_name_whose_accents_are_apart_is_reached_either_way(tmp_path: Path) -> None:
    """Observed; design: a file that is itself NFD gives no finding."""
    vault = made(tmp_path, f"{NFD_CAFE}.md")
    vault, note = with_note(vault, "links.md", f"[[café]] [[{NFD_CAFE}]]")
    paths = [vault.reached(link, "links.md").path for link in note.facts.all_links]
    assert paths == [f"{NFD_CAFE}.md"] * 2
    assert complaints(note, vault) == ()


def test_a_phantom_duplicate_in_another_normal_form_is_no_tie(tmp_path: Path) -> None:
    """Observed: NFD names from a disk make phantom duplicates."""
    vault = made(tmp_path, "café.md", f"{NFD_CAFE}.md")
    vault, note = with_note(vault, "links.md", f"[[café]] [[{NFD_CAFE}]]")
    assert complaints(note, vault) == ()


def test_a_folder_whose_accents_are_apart_is_reached_either_way(tmp_path: Path) -> None:
    vault = made(tmp_path, f"{NFD_CAFE}/wall.md")
    vault, note = with_note(vault, "links.md", "[[café/wall]] [x](caf%C3%A9/wall.md)")
    assert complaints(note, vault) == ()


def test_a_note_that_cannot_be_read_has_every_heading(tmp_path: Path) -> None:
    """Nobody can tell what is not there."""
    (tmp_path / "wall.md").write_bytes(b"# Caf\xe9\n")
    vault, note = with_note(vault_at(tmp_path), "links.md", "[[wall#Café]] [[wall#^x]]")
    assert complaints(note, vault) == ()
