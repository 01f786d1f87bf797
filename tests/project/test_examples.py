"""The example vaults: every rule has something to find there, and what is good is left alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.on_disk import Git, VaultOnDisk

from notelint.config import shipped_rules

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "vault"

GOOD = (
    "Home pages/(Home Page) A Dictionary of Biology 8th Edition.md",
    "Home pages/(Home Page) A Dictionary of Computer Science 7th Edition.md",
    "Home pages/(Home Page) A Dictionary of Psychology 4th Edition.md",
    "papers/2023/Programme.md",
    "papers/2024/Programme.md",
    "papers/How walls grow.md",
    "terms/cell wall.md",
    "terms/collision.md",
    "terms/hash function.md",
    "terms/turgor.md",
)

Mended = dict[str, list[tuple[str, str]]]

# Note by note, all that safe fixes change: what goes, and what stands there instead.
MENDED: Mended = {
    "papers/Garden walk.md": [
        ("[[cell walls]]", "[[cell wall|cell walls]]"),
        ("[[cell\u00a0wall]]", "[[cell wall]]"),
    ],
    "terms/enzyme.md": [("[^1]:[[", "[^1]: [[")],
    "terms/habituation.md": [
        ("## Source [^1]", "## Source[^1]"),
        ("- $n$. A weakening", "- n. A weakening"),
        ("$\\textemdash$", "—"),
        ("- habituate $v b$. To", "- habituate vb. To"),
    ],
    "terms/osmosis.md": [("heard.\n[^1]:", "heard.\n\n[^1]:")],
    "terms/spreading activation.md": [
        ("net\u00adwork", "network"),
        ("ﬁrst", "first"),
        ("ﬂows", "flows"),
    ],
}


@pytest.fixture
def copy(folder: VaultOnDisk) -> VaultOnDisk:
    """The example vault in a folder of its own."""
    shutil.copytree(EXAMPLES, folder.root, dirs_exist_ok=True)
    return folder


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def with_safe_fixes(
    before: dict[str, bytes], mended: Mended = MENDED
) -> Iterator[tuple[str, bytes]]:
    for name, content in before.items():
        for old, new in mended.get(name, []):
            assert content.count(old.encode()) == 1
            content = content.replace(old.encode(), new.encode())
        yield name, content


def test_the_vault_has_its_own_mark_and_needs_no_configuration() -> None:
    assert (EXAMPLES / ".obsidian" / "app.json").read_text() == "{}\n"
    assert not list(EXAMPLES.rglob("*notelint*"))


def test_git_keeps_the_mark_of_the_vault(git: Git) -> None:
    project = EXAMPLES.parent.parent
    if not (project / ".git").exists():
        pytest.skip("not a checkout")
    mark = EXAMPLES / ".obsidian" / "app.json"
    assert git(project, "check-ignore", str(mark), codes=(0, 1)) == b""


RULES = shipped_rules()


def test_every_family_of_rules_has_something_to_find(copy: VaultOnDisk) -> None:
    copy.put(
        "terms/an allow.md", "A wall. %% notelint: allow ligature %%\n"
    )  # the others have none
    found = {RULES[name].code[:3] for name in copy.json("--select", "ALL").names}
    assert found == {rule.code[:3] for rule in RULES.values()}


def test_what_is_found_by_default_is_on_by_default(copy: VaultOnDisk) -> None:
    found = set(copy.json("--select", "ALL").names)
    assert set(copy.json().names) == {name for name in found if RULES[name].is_default}


@pytest.mark.parametrize("note", GOOD)
def test_a_good_note_is_left_alone(copy: VaultOnDisk, note: str) -> None:
    assert copy.json(note).names == []


def test_every_other_note_has_something_to_find(copy: VaultOnDisk) -> None:
    notes = copy.run("--show-files").out.splitlines()
    found = {d["path"] for d in copy.json().report["diagnostics"]}
    assert found == set(notes) - set(GOOD)


def test_the_diff_changes_what_safe_fixes_say_and_nothing_else(copy: VaultOnDisk, git: Git) -> None:
    before = contents(copy.root)
    ran = copy.run("--diff")
    assert (ran.code, contents(copy.root)) == (1, before)
    git(copy.root, "apply", "-", stdin=ran.out.encode())
    assert contents(copy.root) == dict(with_safe_fixes(before))


def test_fixing_changes_the_same_and_a_second_run_nothing(copy: VaultOnDisk) -> None:
    expected = dict(with_safe_fixes(contents(copy.root)))
    copy.run("--fix")
    assert contents(copy.root) == expected
    again = copy.json("--fix")
    assert (again.report["summary"]["fixed"], contents(copy.root)) == (0, expected)
    ran = copy.run("--diff")
    assert (ran.code, ran.out) == (0, "")


def test_unsafe_fixes_mend_the_hyphen_too(copy: VaultOnDisk) -> None:
    copy.run("--fix", "--unsafe-fixes")
    assert "a skin without keratin-1 blisters" in copy.text("terms/keratin.md")


@pytest.mark.parametrize("form", ["full", "concise"])
def test_the_report_fits_and_is_no_riddle(copy: VaultOnDisk, form: str) -> None:
    out = copy.run("--output-format", form).out
    assert [line for line in out.splitlines() if len(line) > 140] == []
    assert [char for char in out if not char.isprintable() and char != "\n"] == []


# In the vaults of other languages: what is found, and what safe fixes change.
FOUND = {
    "german": {
        "Begriffe/Gewöhnung.md": [
            "math-part-of-speech: `$S u b s t$.` is the label `Subst.`, not mathematics",
            "math-part-of-speech: `$V b$.` is the label `Vb.`, not mathematics",
        ],
        "Begriffe/Osmose.md": [
            "missing-section: a `begriff` note has one `## Belege`, this has none",
            "alias-link: `Zellwände` is only an alias, of `Begriffe/Zellwand.md`",
        ],
        "Begriffe/Turgor.md": [
            "empty-synthesis: the Synthese is empty",
            "source-spacing: a blank between `Quelle` and its footnote",
            "small-caps: `zELLWAND` may be `Zellwand`, in small capitals misread",
            "malformed-definition: no space behind `[^1]:`",
        ],
        "Begriffe/habituation.md": [
            "missing-section: a `term` note has one `## References`, this has none",
            "undefined-footnote: `[^1]` has no definition",
        ],
    },
    "french": {
        "Termes/Habituation.md": ["undefined-footnote: `[^2]` has no definition"],
        "Termes/Osmose.md": [
            "missing-section: a `terme` note has one `## Synthèse`, this has none; `## Synthese` "
            "may be meant",
            "small-caps: `pAROI CELLULAIRE` may be `Paroi cellulaire`, in small capitals misread",
        ],
        "Termes/Turgescence.md": [
            "empty-synthesis: the Synthèse is empty",
            "source-spacing: a blank between `Source` and its footnote",
            "math-part-of-speech: `$n. f$.` is the label `n. f.`, not mathematics",
            "space-before-punctuation: a space stands before `.`",
        ],
    },
    "spanish": {
        "Términos/Habituación.md": [
            "section-order: `## Fuente[^1]` stands before `## Síntesis`, but comes behind it in a "
            "`término` note",
            "unresolved-link: no file of the vault is called `(Página principal) Diccionario de "
            "la lengua espanola 23.ª edición`; did you mean `(Página principal) Diccionario de la "
            "lengua española 23.ª edición`?",
        ],
        "Términos/Turgencia.md": [
            "empty-synthesis: the Síntesis is empty",
            "source-spacing: a blank between `Fuente` and its footnote",
            "math-part-of-speech: `$f$.` is the label `f.`, not mathematics",
            "math-part-of-speech: `$m$.` is the label `m.`, not mathematics",
            "math-part-of-speech: `$f$.` is the label `f.`, not mathematics",
        ],
        "Términos/Ósmosis.md": [
            "small-caps: `pARED CELULAR` may be `Pared celular`, in small capitals misread",
            "duplicate-source: `[^1]` is cited by an earlier Fuente",
        ],
    },
}
MENDED_IN: dict[str, Mended] = {
    "german": {
        "Begriffe/Gewöhnung.md": [("$S u b s t$.", "Subst."), ("$V b$.", "Vb.")],
        "Begriffe/Osmose.md": [("[[Zellwände]]n", "[[Zellwand|Zellwände]]n")],
        "Begriffe/Turgor.md": [("Quelle [^1]", "Quelle[^1]"), ("[^1]:[[", "[^1]: [[")],
    },
    "french": {
        "Termes/Turgescence.md": [("Source [^1]", "Source[^1]"), ("$n. f$.", "n. f.")],
    },
    "spanish": {
        "Términos/Turgencia.md": [
            ("Fuente [^1]", "Fuente[^1]"),
            ("- $f$. T", "- f. T"),
            ("- $m$. y $f$. Q", "- m. y f. Q"),
        ],
    },
}


CITED = {
    "german": [
        ("Wörterbuch der Biologie", "3. Auflage"),
        ("Wörterbuch der fremden Wörter", "2. Auflage"),
    ],
    "french": [("Le Petit Robert", "2e édition")],
    "spanish": [
        ("Diccionario de la lengua española", "23.ª edición"),
        ("Diccionario de la lengua espanola", "23.ª edición"),
    ],
}


@pytest.fixture(params=FOUND)
def foreign(request: pytest.FixtureRequest, folder: VaultOnDisk) -> tuple[str, VaultOnDisk]:
    shutil.copytree(EXAMPLES.parent / request.param, folder.root, dirs_exist_ok=True)
    return request.param, folder


def test_a_vault_in_another_language_is_checked_as_one_in_english(
    foreign: tuple[str, VaultOnDisk],
) -> None:
    language, vault = foreign
    found: dict[str, list[str]] = {}
    for item in vault.json().report["diagnostics"]:
        found.setdefault(item["path"], []).append(f"{item['name']}: {item['message']}")
    assert found == FOUND[language]


def test_a_vault_in_another_language_is_mended(foreign: tuple[str, VaultOnDisk]) -> None:
    language, vault = foreign
    expected = dict(with_safe_fixes(contents(vault.root), MENDED_IN[language]))
    vault.run("--fix")
    assert contents(vault.root) == expected


def test_a_vault_in_another_language_is_counted(foreign: tuple[str, VaultOnDisk]) -> None:
    language, vault = foreign
    works = vault.run("sources", "--format", "json").report["works"]
    told = [(work["title"], edition["edition"]) for work in works for edition in work["editions"]]
    assert told == CITED[language]


def test_every_example_vault_is_told_of() -> None:
    page = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    vaults = [path.name for path in EXAMPLES.parent.iterdir() if path.is_dir()]
    assert sorted(vaults) == sorted(["vault", *FOUND])
    assert [name for name in vaults if f"`{name}/`" not in page] == []
