"""Where links lead: each row pins one behaviour of Obsidian, documented, observed or unverified."""

from __future__ import annotations

import unicodedata

import pytest

from notelint.vault import Vault

FILES = (
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
)
VAULT = Vault(FILES)


def first(target: str, source: str) -> str | None:
    """The file that Obsidian takes, or None where the link leads nowhere."""
    return next(iter(VAULT.resolve(target, source)), None)


# --- wikilinks


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
    ],
)
def test_a_wikilink_in_b_leads_to(target: str, expected: str | None, status: str) -> None:
    assert first(target, "b/here.md") == expected, status


def test_a_suffix_that_begins_inside_a_folder_s_name_counts_as_reached() -> None:
    """Unverified: `[[b/x]]` in a vault with only `ab/x`."""
    assert Vault(("ab/x.md",)).resolve("b/x", "a.md") == ("ab/x.md",)


def test_of_several_files_the_one_under_the_source_comes_before_the_shorter_path() -> None:
    """Observed: within each group the shortest path."""
    vault = Vault(("a/x.md", "c/d/e/x.md", "c/d/x.md", "z.md"))
    assert vault.resolve("x", "c/z.md") == ("c/d/x.md", "c/d/e/x.md", "a/x.md")


def test_without_a_file_under_the_source_the_shortest_path_comes_first() -> None:
    """Observed."""
    assert Vault(("a/b/x.md", "c/x.md")).resolve("x", "z.md") == ("c/x.md", "a/b/x.md")


@pytest.mark.parametrize("ending", [".md", ".MD", ".Md"])
def test_the_ending_of_a_note_may_be_written_in_capitals(ending: str) -> None:
    assert Vault((f"x{ending}",)).resolve("x", "a.md") == (f"x{ending}",)


def test_an_empty_vault_resolves_nothing_but_the_note_itself() -> None:
    assert (Vault().resolve("x", "a.md"), Vault().resolve("#x", "a.md")) == ((), ("a.md",))


# --- Markdown links: what is not certain counts as reached


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
    assert bool(VAULT.resolve_url(url, "b/here.md")) is is_reached
