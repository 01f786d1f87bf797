"""What is checked since a revision of git: what differs, and what links to what came or went."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.on_disk import Git, VaultOnDisk

WALL = "---\naliases: [Mauer]\n---\n# Layers\n\nThree. ^three\n"
NOTES = {
    "wall.md": WALL,
    "to note.md": "[[wall]]\n",
    "to heading.md": "[[wall#Layers]]\n",
    "to block.md": "[[wall#^three]]\n",
    "by alias.md": "[[Mauer]]\n",
    "by path.md": "[w](wall.md)\n",
    "by address.md": "[w](wall.md#layers)\n",
    "alone.md": "An old fault: [[gone]]\n",
}


@pytest.fixture
def repository(vault: VaultOnDisk, git: Git) -> VaultOnDisk:
    """A vault with all its notes committed, on a branch of its own."""
    git(vault.root, "init", "-q", "-b", "main")
    for name, content in NOTES.items():
        vault.put(name, content)
    commit(vault, git)
    git(vault.root, "switch", "-q", "-c", "branch")
    return vault


def commit(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "add", "-A")
    git(vault.root, "commit", "-q", "--allow-empty", "-m", "state")


def chosen(vault: VaultOnDisk, revision: str = "main", *paths: str) -> set[str]:
    ran = vault.run("--show-files", "--since", revision, *paths)
    assert ran.code == 0, ran.err
    return set(ran.out.splitlines())


def test_nothing_is_checked_where_nothing_changed(repository: VaultOnDisk) -> None:
    ran = repository.run("--since", "main")
    assert ran.code == 0
    assert ran.err == "notelint: no note under this folder differs from main; nothing was checked\n"


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_note_that_differs_is_checked(
    repository: VaultOnDisk, git: Git, is_committed: bool
) -> None:
    repository.put("alone.md", "[[gone]] [[far]]\n")
    repository.put("new.md", "[[gone]]\n")
    if is_committed:
        commit(repository, git)
    assert chosen(repository) == {"alone.md", "new.md"}
    assert {d["path"] for d in repository.json("--since", "main").report["diagnostics"]} == {
        "alone.md",
        "new.md",
    }


def test_what_others_did_on_main_since_is_not_ours(repository: VaultOnDisk, git: Git) -> None:
    repository.put("alone.md", "Mended.\n")
    commit(repository, git)
    git(repository.root, "switch", "-q", "main")
    repository.put("wall.md", "# Other\n")
    commit(repository, git)
    git(repository.root, "switch", "-q", "branch")
    assert chosen(repository) == {"alone.md"}


@pytest.mark.parametrize(
    ("wall", "reached"),
    [
        (None, set(NOTES) - {"wall.md", "alone.md"}),
        (WALL.replace("Layers", "Rows"), {"to heading.md", "by address.md"}),
        (WALL.replace(" ^three", ""), {"to block.md"}),
        (WALL.replace("Mauer", "Wand"), {"by alias.md"}),
        (WALL + "\nMore of it.\n", set()),
        (WALL + "\n# More\n", set()),
        (WALL.replace("Mauer", "mauer"), set()),
    ],
)  # fmt: skip
def test_notes_with_links_to_what_went_are_checked(
    repository: VaultOnDisk, wall: str | None, reached: set[str]
) -> None:
    if wall is None:
        (repository.root / "wall.md").unlink()
        assert chosen(repository) == reached
    else:
        repository.put("wall.md", wall)
        assert chosen(repository) == reached | {"wall.md"}


def test_a_note_that_is_renamed_takes_its_links_along(repository: VaultOnDisk, git: Git) -> None:
    git(repository.root, "mv", "wall.md", "Wand.md")
    others = set(NOTES) - {"alone.md", "wall.md"}
    assert chosen(repository) == others | {"Wand.md"}


def test_a_note_that_is_moved_is_reached_as_before(repository: VaultOnDisk, git: Git) -> None:
    (repository.root / "far").mkdir()
    git(repository.root, "mv", "wall.md", "far/wall.md")
    assert chosen(repository) == {"far/wall.md", "by alias.md"}, "it is told of by another path"


def test_what_comes_is_looked_at_too(repository: VaultOnDisk) -> None:
    repository.put("gone.md", "Here.\n")
    assert chosen(repository) == {"gone.md", "alone.md"}
    (repository.root / "wall.md").unlink()
    for folder in ("one", "two"):
        repository.put(f"{folder}/wall.md", WALL)
    assert "to note.md" in chosen(repository), "nobody knows which one is meant"


def test_attachments_come_and_go(repository: VaultOnDisk, git: Git) -> None:
    repository.put("img/a (1).png", "x")
    repository.put("shows.md", "![[a (1).png]]\n")
    repository.put("shows too.md", "![](<img/a (1).png>)\n")
    repository.put("shows as well.md", "![](img/a%20\\(1\\).png)\n")
    commit(repository, git)
    assert chosen(repository, "HEAD") == set()
    (repository.root / "img" / "a (1).png").unlink()
    assert chosen(repository, "HEAD") == {"shows.md", "shows too.md", "shows as well.md"}


def test_what_git_ignores_is_nothing_new(repository: VaultOnDisk, git: Git) -> None:
    repository.put(".gitignore", "*.png\nDrafts/\n")
    commit(repository, git)
    repository.put("shows.md", "![[a.png]] [[draft]]\n")
    commit(repository, git)
    repository.put("a.png", "x")
    repository.put("Drafts/draft.md", "[[gone]]\n")
    assert chosen(repository, "HEAD") == set()


def test_only_notes_under_the_paths_are_checked(repository: VaultOnDisk) -> None:
    repository.put("wall.md", WALL.replace("Layers", "Rows"))
    assert chosen(repository, "main", "to heading.md", "alone.md") == {"to heading.md"}


def test_a_vault_below_the_repository_s_root(folder: VaultOnDisk, git: Git) -> None:
    git(folder.root, "init", "-q", "-b", "main")
    for vault in ("one", "two", "two/inner"):
        folder.put(f"{vault}/.obsidian/app.json", "{}")
        folder.put(f"{vault}/a.md", "[[b#H]]\n")
        folder.put(f"{vault}/b.md", "# H\n")
    folder.put(".gitignore", ".obsidian\n")
    commit(folder, git)
    folder.put("two/b.md", "# I\n")
    assert chosen(folder, "main") == {"two/a.md", "two/b.md"}
    folder.monkeypatch.chdir(folder.root / "two" / "inner")
    assert chosen(folder, "main") == set()
    folder.monkeypatch.chdir(folder.root / "two")
    assert chosen(folder, "main") == {"a.md", "b.md"}


@pytest.mark.skipif(sys.platform != "linux", reason="others take no name that is not UTF-8")
def test_names_of_any_bytes(repository: VaultOnDisk, git: Git) -> None:
    names = ['"q" é.md', "a\nb.md", "a\udcff.md", "-x.md", ":(top)y.md", "日本 語.md", "tab\t.md"]
    for name in names:
        repository.put(name, "# H\n")
    commit(repository, git)
    assert chosen(repository, "HEAD") == set()
    for name in names:
        repository.put(name, "# I\n")
    ran = repository.json("--since", "HEAD")
    assert ran.report["summary"]["files"] == len(names)


def test_line_ends_that_git_writes_are_no_difference(repository: VaultOnDisk, git: Git) -> None:
    git(repository.root, "config", "core.autocrlf", "true")
    for name in NOTES:
        (repository.root / name).unlink()
    git(repository.root, "checkout", "-q", ".")
    assert b"\r\n" in (repository.root / "alone.md").read_bytes()
    assert chosen(repository) == set()


def test_line_ends_that_somebody_committed_are_one(repository: VaultOnDisk, git: Git) -> None:
    repository.put("alone.md", NOTES["alone.md"].replace("\n", "\r\n"))
    commit(repository, git)
    assert chosen(repository) == {"alone.md"}


def test_a_repository_inside_is_left_alone(
    repository: VaultOnDisk, git: Git, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    (other / "n.md").write_text("[[gone]]\n")
    git(other, "add", "-A")
    git(other, "commit", "-q", "-m", "state")
    shutil.copytree(other, repository.root / "sub")
    git(repository.root, "add", "sub")
    commit(repository, git)
    assert chosen(repository, "HEAD") == set()


def test_it_goes_together_with_a_baseline(repository: VaultOnDisk) -> None:
    repository.run("baseline", "-o", "known.json")
    repository.put("alone.md", NOTES["alone.md"] + "\n[[far]]\n")
    ran = repository.json("--since", "main", "--baseline", "known.json")
    assert [d["message"] for d in ran.report["diagnostics"]] == [
        "no file of the vault is called `far`"
    ]
    assert "1 finding left out, 0 stale entries" in ran.err


def test_verbose_says_what_was_chosen(repository: VaultOnDisk, git: Git) -> None:
    repository.put("wall.md", WALL.replace("Layers", "Rows"))
    head = git(repository.root, "rev-parse", "main").decode().strip()
    said = repository.run("--since", "main", "-v").err
    assert f"1 note differs from {head}, and 2 others with links to what came or went" in said


def test_standard_input_has_no_past(repository: VaultOnDisk) -> None:
    said = repository.refusal("--since", "main", "--stdin-filename", "a.md", "-")
    assert "--since compares notes on disk" in said


def test_without_a_repository_it_is_an_error(vault: VaultOnDisk) -> None:
    assert "no git repository holds the vault" in vault.refusal("--since", "main")


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "^main", "main..branch", "-x", "--all", "a\0b"]
)
def test_a_revision_that_is_none_is_an_error(repository: VaultOnDisk, revision: str) -> None:
    said = repository.refusal(f"--since={revision}")
    assert "--since" in said
    assert "; " in said


def test_a_repository_without_a_commit_is_an_error(vault: VaultOnDisk, git: Git) -> None:
    git(vault.root, "init", "-q")
    assert "nothing is committed yet" in vault.refusal("--since", "HEAD")


def test_histories_that_share_nothing_are_an_error(repository: VaultOnDisk, git: Git) -> None:
    git(repository.root, "switch", "-q", "--orphan", "other")
    repository.put("a.md", "x\n")
    commit(repository, git)
    assert "have no commit in common" in repository.refusal("--since", "main")


def test_a_shallow_clone_is_told_how_to_get_its_history(
    repository: VaultOnDisk, git: Git, tmp_path: Path
) -> None:
    commit(repository, git)
    old = git(repository.root, "rev-parse", "main").decode().strip()
    url = repository.root.as_uri()
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "branch", url, "shallow")
    repository.monkeypatch.chdir(tmp_path / "shallow")
    for revision in (old, "main"):
        said = repository.refusal("--since", revision)
        assert "git fetch --unshallow" in said
        assert "fetch-depth: 0" in said


HOSTILE_CONFIG = """
[core]
    fsmonitor = {spy}
    hooksPath = {hooks}
    pager = {spy}
    editor = {spy}
    sshCommand = {spy}
    gitProxy = {spy}
    askPass = {spy}
    alternateRefsCommand = {spy}
[filter "spy"]
    clean = {spy}
    smudge = {spy}
    process = {spy}
    required = true
[diff]
    external = {spy}
[diff "spy"]
    command = {spy}
    textconv = {spy}
[merge "spy"]
    driver = {spy}
[gpg]
    program = {spy}
[credential]
    helper = {spy}
[alias]
    cat-file = !{spy}
    ls-tree = !{spy}
    merge-base = !{spy}
    ls-files = !{spy}
[remote "origin"]
    url = ext::{spy}
    uploadpack = {spy}
    promisor = true
    partialclonefilter = blob:none
[extensions]
    partialClone = origin
[core]
    repositoryformatversion = 1
"""


@pytest.mark.skipif(os.name == "nt", reason="the spy is a shell script")
def test_a_stranger_s_repository_runs_nothing(
    repository: VaultOnDisk, git: Git, tmp_path: Path
) -> None:
    spy, ran = tmp_path / "spy", tmp_path / "ran"
    spy.write_text(f"#!/bin/sh\necho $0 \"$@\" >> '{ran}'\ncat\n")
    spy.chmod(0o755)
    hooks = repository.root / ".git" / "hooks"
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
        shutil.copy(spy, hooks / name)
    repository.put(".gitattributes", "*.md filter=spy diff=spy merge=spy text=auto\n")
    with (repository.root / ".git" / "config").open("a") as config:
        config.write(HOSTILE_CONFIG.format(spy=spy, hooks=hooks))
    subprocess.run(["git", "diff", "main"], cwd=repository.root, capture_output=True, check=False)
    assert ran.exists(), "the spy works"
    ran.unlink()
    repository.put("wall.md", "# Rows\r\n")
    assert {"wall.md", "to heading.md"} <= chosen(repository)
    repository.run("--since", "main", "--fix")
    missing = git(repository.root, "rev-parse", "main:alone.md").decode().strip()
    (repository.root / ".git" / "objects" / missing[:2] / missing[2:]).unlink()
    repository.put("alone.md", "x\n")
    assert "--since main: git" in repository.refusal("--since", "main")
    assert not ran.exists(), ran.read_text()


def test_git_that_takes_too_long_is_an_error(repository: VaultOnDisk) -> None:
    repository.monkeypatch.setattr("notelint.disk.git_revision._SECONDS", 0.0)
    assert "git takes longer than 0 s" in repository.refusal("--since", "main")


FOLDERS = ("", "a/", "b/", "a/c/")


def made_up_notes(chance: random.Random, count: int) -> dict[str, str]:
    """Notes that name each other in all ways, many of which lead nowhere."""
    names = [f"{chance.choice(FOLDERS)}note {number}.md" for number in range(count)]
    return {name: made_up_note(chance, number, count) for number, name in enumerate(names)}


def made_up_note(chance: random.Random, number: int, count: int) -> str:
    aliases = [f"alias {chance.randrange(count)}" for _ in range(chance.randrange(3))]
    head = f"---\naliases: {aliases}\n---\n" if aliases else ""
    body = [f"# Head {chance.randrange(9)}", f"Block {number}. ^b{chance.randrange(9)}"]
    body += [made_up_link(chance, count) for _ in range(chance.randrange(6))]
    return head + "\n\n".join(body) + "\n"


def made_up_link(chance: random.Random, count: int) -> str:
    other, place = chance.randrange(count + count // 20), chance.randrange(9)
    forms = (
        "[[note {}]]", "[[note {}#Head {}]]", "[[note {}#^b{}]]", "[[alias {}]]", "[[Note {}|x]]",
        "![[note {}]]", "[x](<note {}.md>)", "[x](note%20{}.md#head-{})", "[[a/note {}]]",
        "[x]\n\n[x]: <note {}.md#^b{}>", "[[../note {}]]",
    )  # fmt: skip
    return chance.choice(forms).format(other, place)


def change_at_random(chance: random.Random, vault: VaultOnDisk, names: list[str]) -> set[str]:
    """Rename, move, delete and rewrite some notes; those that are not as they were."""
    touched = set()
    for name in chance.sample(names, 20):
        path = vault.root / name
        how = chance.choice(["rename", "move", "delete", "rewrite", "add"])
        number = chance.randrange(len(names))
        if how in ("delete", "rename", "move"):
            text = path.read_text()
            path.unlink()
        if how == "rewrite":
            text = made_up_note(chance, number, len(names))
        new = {
            "rename": f"other {number}.md",
            "move": f"moved/{path.name}",
            "rewrite": name,
            "add": f"new {number}.md",
        }.get(how)
        if new:
            vault.put(new, text if how != "add" else made_up_note(chance, number, len(names)))
            touched.add(new)
    return touched


def told(vault: VaultOnDisk) -> dict[str, list[object]]:
    """All that is found in the whole vault, by note."""
    by_note: dict[str, list[object]] = {}
    for item in vault.json("--no-cache", "--ignore", "small-caps").report["diagnostics"]:
        by_note.setdefault(item["path"], []).append([item["code"], item["start"], item["end"]])
    return by_note


@pytest.mark.parametrize("seed", range(2))
def test_nothing_else_is_found_in_what_is_not_chosen(
    vault: VaultOnDisk, git: Git, seed: int
) -> None:
    chance = random.Random(seed)
    notes = made_up_notes(chance, 2000 if seed == 0 else 300)
    for name, content in notes.items():
        vault.put(name, content)
    git(vault.root, "init", "-q", "-b", "main")
    commit(vault, git)
    before = told(vault)
    touched = change_at_random(chance, vault, list(notes))
    now = told(vault)
    selected = chosen(vault)
    paths = {path.relative_to(vault.root).as_posix() for path in vault.root.rglob("*.md")}
    others = {path for path in paths - touched if before.get(path) != now.get(path)}
    assert others, "links of others lead elsewhere"
    assert touched | others <= selected
    for path in selected - touched - others:
        assert path in now, "only what is told in other words"
    assert len(selected) < len(touched) + len(others) + 10


def test_a_formula_is_checked_when_the_labels_of_its_dictionary_are_others(
    repository: VaultOnDisk, git: Git
) -> None:
    note = "## Source[^1]\n- {} a wall\n## References\n\n[^1]: [[(Home Page) Book of {}]]\n"
    repository.put("formula.md", note.format("$n$.", "Walls"))
    repository.put("doors.md", note.format("$n$.", "Doors"))
    repository.put("text.md", note.format("n.", "Walls"))
    repository.put("more.md", note.format("n.", "Walls"))
    repository.put("bare.md", note.format("it", "Walls"))
    commit(repository, git)
    repository.put("new.md", note.format("it", "Walls"))
    assert chosen(repository, "HEAD") == {"new.md"}
    repository.put("new.md", note.format("n.", "Walls"))
    assert chosen(repository, "HEAD") == {"new.md", "formula.md"}


def test_a_formula_is_checked_when_a_known_dictionary_proves_its_letter(
    repository: VaultOnDisk, git: Git
) -> None:
    note = (
        "## Source[^1]\n- {}\n## References\n\n[^1]: [[(Home Page) Collins English Dictionary]]\n"
    )
    repository.put("formula.md", note.format("$n$ direction of fibres"))
    for number, item in enumerate(["n an edge", "n an end", "adj edged", "vb to edge"]):
        repository.put(f"{number}.md", note.format(item))
    commit(repository, git)
    repository.put("new.md", note.format("a face"))
    assert chosen(repository, "HEAD") == {"new.md"}
    repository.put("new.md", note.format("n a face"))
    assert chosen(repository, "HEAD") == {"new.md", "formula.md"}
