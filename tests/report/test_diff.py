"""The diff: what ``git apply`` makes of it is what ``--fix`` writes, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.odd_lines import LINES
from support.on_disk import Git, VaultOnDisk
from support.short_notes import LOST, SPACED, TIGHT

from notelint.lint import Result
from notelint.report import Options, Report, diff
from notelint.values import Text

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "vault"
MANY = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# Whatever a file system takes, with more of what git and diffs have opinions about.
odd = st.sampled_from(" \t\"'\\-&(){}~ü\u00a0🧱\n")
names = st.text(
    odd | st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20
).filter(lambda name: not name.startswith("."))


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """A note of odd lines with something to mend in it, in every line ending or a mix of them."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=20))
    lines.insert(draw(st.integers(0, len(lines))), "a ﬁlm")
    ends = draw(st.sampled_from([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]]))
    text = "".join(line + draw(st.sampled_from(ends)) for line in lines)
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    return (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


def bytes_of(root: Path) -> dict[str, bytes]:
    """The notes of a vault as they stand on disk."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*.md")
        if path.is_file()
    }


def applied_and_fixed(
    vault: VaultOnDisk, git: Git, option: str
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The vault as git leaves it after the diff, and as notelint leaves it after the same fixes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        shutil.copytree(vault.root, root)
        diff = vault.run("--diff", option).out.encode()
        if diff:  # git takes no empty one
            git(root, "apply", "-", stdin=diff)
        vault.run("--fix", option)
        return bytes_of(root), bytes_of(vault.root)


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_of_the_example_vault(folder: VaultOnDisk, git: Git, option: str) -> None:
    shutil.copytree(EXAMPLES, folder.root, dirs_exist_ok=True)
    before = bytes_of(folder.root)
    applied, fixed = applied_and_fixed(folder, git, option)
    assert applied == fixed
    assert fixed != before


@MANY
@given(
    notes=st.dictionaries(names, contents(), min_size=1, max_size=4),
    option=st.sampled_from(["--fix", "--unsafe-fixes"]),
)
def test_of_odd_notes_under_odd_names(
    vault: VaultOnDisk, git: Git, notes: dict[str, bytes], option: str
) -> None:
    for path in vault.root.glob("*.md"):
        path.unlink()
    for name, content in notes.items():
        vault.put(f"{name}.md", content)
    before = bytes_of(vault.root)
    applied, fixed = applied_and_fixed(vault, git, option)
    assert applied == fixed
    vault.run("undo")
    assert bytes_of(vault.root) == before


def pieces(path: str, before: str, after: str, prefix: str = "") -> list[str]:
    result = Result(path, Text(before), Text(after))
    report = Report("/vault", [result])
    return "".join(diff.render(report, Options(repository_prefix=prefix))).split("\n")


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("a.md", ["diff --git a/a.md b/a.md", "--- a/a.md", "+++ b/a.md"]),
        ("a b.md", ["diff --git a/a b.md b/a b.md", "--- a/a b.md\t", "+++ b/a b.md\t"]),
        ('"a".md', ['diff --git "a/\\"a\\".md" "b/\\"a\\".md"', '--- "a/\\"a\\".md"',
                    '+++ "b/\\"a\\".md"']),
        ("a\tb.md", ['diff --git "a/a\\tb.md" "b/a\\tb.md"', '--- "a/a\\tb.md"',
                     '+++ "b/a\\tb.md"']),
    ],
)  # fmt: skip
def test_the_header_names_the_note_as_git_does(path: str, header: list[str]) -> None:
    assert pieces(path, "ﬁ\n", "fi\n")[:3] == header


def test_the_diff_names_the_note_from_the_repository_s_root() -> None:
    assert pieces("a.md", "ﬁ\n", "fi\n", "notes/")[0] == "diff --git a/notes/a.md b/notes/a.md"


def test_a_missing_final_newline_is_told_on_both_sides() -> None:
    assert pieces("a.md", "ﬁ", "fi")[3:] == [
        "@@ -1 +1 @@",
        "-ﬁ",
        "\\ No newline at end of file",
        "+fi",
        "\\ No newline at end of file",
        "",
    ]


def test_an_unchanged_note_has_no_diff() -> None:
    assert pieces("a.md", "x\n", "x\n") == [""]


def git_ready(root: Path, git: Git) -> None:
    git(root, "init", "-q")
    git(root, "config", "core.autocrlf", "false")


def diff_of(vault: VaultOnDisk, *arguments: str) -> bytes:
    ran = vault.run("--diff", *arguments)
    assert (ran.code, ran.err) == (1, "")
    return ran.out.encode()


@pytest.mark.parametrize(
    "name",
    [
        "cell wall.md",
        "(Home Page) A Dictionary, 4th Edition.md",
        "état d'âme.md",
        "e\u0301tat.md",
        'the "wall".md',
        'the\u00a0"wall" état.md',
        "wall\\hall.md",
        "wall\thall.md",
        "壁 🧱.md",
        "wall .md",
        "a/b c/wall.md",
        "-wall.md",
    ],
)
def test_git_applies_the_diff_whatever_the_note_is_called(
    vault: VaultOnDisk, git: Git, name: str
) -> None:
    vault.put(name, SPACED)
    git_ready(vault.root, git)
    git(vault.root, "apply", "-", stdin=diff_of(vault))
    assert vault.text(name) == TIGHT


@pytest.mark.parametrize(
    "note",
    [
        SPACED.replace("\n", "\r\n"),
        SPACED.replace("\n", "\r"),
        SPACED.removesuffix("\n"),
        SPACED.replace("\n", "\r\n").removesuffix("\r\n"),
        "\ufeff" + SPACED,
        SPACED + "\x0c\x85\u2028 \x1c\n",
        "ﬁ",
        "ﬁ\n",
        "ﬁ\r",
        "\n\nﬁ",
        "\n" * 20 + "ﬁ" + "\n" * 20 + "ﬂ" + "\n" * 20,
    ],
)
def test_git_applies_what_fix_writes_byte_for_byte(vault: VaultOnDisk, git: Git, note: str) -> None:
    vault.put("a.md", note)
    git_ready(vault.root, git)
    diff = diff_of(vault)
    assert vault.text("a.md") == note
    vault.run("--fix")
    mended = vault.text("a.md")
    vault.put("a.md", note)
    git(vault.root, "apply", "-", stdin=diff)
    assert (vault.text("a.md"), mended != note) == (mended, True)


@pytest.mark.parametrize("place", [".", "notes"])
def test_git_applies_the_diff_of_a_vault_inside_a_repository(
    vault: VaultOnDisk, git: Git, place: str
) -> None:
    vault.put("notes/.obsidian/app.json", "{}")
    vault.put("notes/terms/a b.md", SPACED)
    git_ready(vault.root, git)
    vault.monkeypatch.chdir(vault.root / "notes")
    git(vault.root / place, "apply", "-", stdin=diff_of(vault))
    assert vault.text("notes/terms/a b.md") == TIGHT


def test_git_applies_the_diff_of_a_vault_without_a_repository(vault: VaultOnDisk, git: Git) -> None:
    vault.put("terms/a.md", SPACED)
    git(vault.root, "apply", "-", stdin=diff_of(vault))
    assert vault.text("terms/a.md") == TIGHT


def test_git_applies_the_diff_of_a_vault_with_links_between_its_notes(
    vault: VaultOnDisk, git: Git
) -> None:
    vault.put("a.md", SPACED)
    (vault.root / "b.md").symlink_to("a.md")
    git_ready(vault.root, git)
    git(vault.root, "apply", "-", stdin=diff_of(vault))
    assert vault.text("a.md") == TIGHT
    assert (vault.root / "b.md").is_symlink()


def test_the_diff_holds_only_what_is_asked_for(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + "\n" * 9 + LOST)
    safe, unsafe = diff_of(vault), diff_of(vault, "--unsafe-fixes")
    assert b"interleukin-1" not in safe
    assert b"interleukin-1 does" in unsafe
