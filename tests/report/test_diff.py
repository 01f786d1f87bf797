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
        vault.run(option)
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
