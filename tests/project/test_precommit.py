"""The hooks, run by the real pre-commit from the real git repository that this project is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
import yaml
from support.command_lines import parse
from support.on_disk import GIT_ENVIRONMENT, Git

from notelint.report import findings_formats

PROJECT = Path(__file__).parent.parent.parent
NEEDED = (
    *("notelint", "rules", "docs", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE"),
    ".pre-commit-hooks.yaml",
)
SYNTHESIS = "## Synthesis\n- What holds it up.\n"
SPACED = SYNTHESIS + "## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
TIGHT = SPACED.replace("Source [", "Source[")

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((PROJECT / NEEDED[-1]).read_text())}


def test_the_hooks_differ_in_mending_and_in_what_they_check() -> None:
    assert list(HOOKS) == ["notelint", "notelint-fix", "notelint-vault"]
    words = {name: hook["entry"].split()[1:] for name, hook in HOOKS.items()}
    assert {"--fix", "--exit-non-zero-on-fix"} <= set(words["notelint-fix"])
    assert "--fix" not in {*words["notelint"], *words["notelint-vault"]}
    for given in words.values():
        parse(given)


@pytest.mark.parametrize("name", ["notelint", "notelint-fix"])
def test_a_hook_runs_once_on_the_notes_that_git_hands_over(name: str) -> None:
    assert HOOKS[name]["types"] == ["markdown"]
    assert HOOKS[name]["require_serial"] is True
    assert "--force-exclude" in HOOKS[name]["entry"], "the hook names what nobody named"


def test_the_hook_of_the_whole_vault_runs_where_notes_go_too() -> None:
    assert HOOKS["notelint-vault"]["pass_filenames"] is False
    assert HOOKS["notelint-vault"]["always_run"] is True


def make_project(folder: Path, git: Git) -> Path:
    """This project as it stands on disk, committed to a repository of its own."""
    copy_project(folder)
    commit_all(folder, git)
    return folder


def copy_project(folder: Path) -> None:
    folder.mkdir()
    for name in NEEDED:
        path = PROJECT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, folder / name)


def commit_all(folder: Path, git: Git) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")


def run_hook(project: Path, vault: Path, hook: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(project), hook, "--all-files",
         "--verbose", "--color", "never"],
        cwd=vault, env={**os.environ, "PRE_COMMIT_HOME": str(project.parent / "cache")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.integration
def test_both_hooks_run_on_a_real_repository(tmp_path: Path, git: Git) -> None:
    pytest.importorskip("pre_commit")
    project = make_project(tmp_path / "project", git)
    vault = tmp_path / "vault"
    (vault / "terms").mkdir(parents=True)
    note = vault / "terms" / "cell wall.md"
    note.write_text(SPACED)
    (vault / "other.txt").write_text("## Source [^1]\n")
    commit_all(vault, git)

    code, out = run_hook(project, vault, "notelint")
    assert code == 1, out
    assert "source-spacing" in out
    assert note.read_text() == SPACED

    code, out = run_hook(project, vault, "notelint-fix")
    assert code == 1, out
    assert "1 finding mended" in out
    assert note.read_text() == TIGHT
    assert git(vault, "diff", "--name-only", "-z").decode() == "terms/cell wall.md\0"

    git(vault, "add", "-A")
    for hook in ("notelint-fix", "notelint"):
        code, out = run_hook(project, vault, hook)
        assert code == 0, out
    assert (vault / "other.txt").read_text() == "## Source [^1]\n"


class Repository:
    """A repository whose commits go through hooks of this project, installed by pre-commit."""

    def __init__(self, root: Path, project: Path, cache: Path) -> None:
        self.root = root
        self._project = project
        self._environment = {**os.environ, **GIT_ENVIRONMENT, "PRE_COMMIT_HOME": str(cache)}
        root.mkdir()
        self.do("git", "init", "-q", "-b", "main")

    def put(self, name: str, content: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def do(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=self.root, env=self._environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    def notelint(self, *arguments: str) -> tuple[int, str]:
        self._environment["PYTHONPATH"] = str(PROJECT)
        return self.do(sys.executable, "-m", "notelint", *arguments)

    def install(self, hooks: dict[str, list[str]]) -> None:
        """Have pre-commit run hooks of the project, each with some arguments."""
        _, commit = self.do("git", "-C", str(self._project), "rev-parse", "HEAD")
        asked = [{"id": name, "args": given} for name, given in hooks.items()]
        repo = {"repo": str(self._project), "rev": commit.strip(), "hooks": asked}
        self.put(".pre-commit-config.yaml", yaml.safe_dump({"repos": [repo]}))
        code, out = self.do(sys.executable, "-m", "pre_commit", "install")
        assert code == 0, out

    def commit(self, *paths: str) -> tuple[int, str]:
        """Stage some paths, or all, and commit: the exit code and what hooks said."""
        self.do("git", "add", "-A", *paths)
        return self.do("git", "commit", "-m", "state")

    def back(self) -> None:
        self.do("git", "reset", "-q", "--hard")
        self.do("git", "clean", "-qfd")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """This project in a repository, and where pre-commit keeps the environment that it makes."""
    pytest.importorskip("pre_commit")
    folder = tmp_path_factory.mktemp("hooks")
    copy_project(folder / "project")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "state"]):
        subprocess.run(
            ["git", *command],
            cwd=folder / "project",
            env={**os.environ, **GIT_ENVIRONMENT},
            check=True,
        )
    return folder / "project", folder / "cache"


@pytest.fixture
def repository(places: tuple[Path, Path], tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository", *places)


@pytest.mark.integration
def test_the_whole_vault_is_checked_whatever_is_committed(repository: Repository) -> None:
    for vault in ("one", "two"):
        repository.put(f"{vault}/.obsidian/app.json", "{}")
        repository.put(f"{vault}/wall.md", "# Layers\n")
        repository.put(f"{vault}/to.md", "[[wall#Layers]]\n")
    repository.put("one/Templates/t.md", "[[gone]]\n")
    repository.put("one/notelint.yaml", "exclude: [Templates/]\n")
    repository.install({"notelint": [], "notelint-vault": []})
    code, out = repository.commit()
    assert code == 0, out

    repository.do("git", "rm", "-q", "one/wall.md")
    code, out = repository.commit()
    assert code == 1
    assert "one/to.md:1:1: NL301" in out
    assert "two/" not in out
    assert "Skipped" in out, "no note is left that the first hook could be given"
    repository.back()

    repository.do("git", "mv", "two/wall.md", "two/Wand.md")
    code, out = repository.commit()
    assert code == 1
    assert "two/to.md:1:1: NL301" in out
    repository.back()

    repository.put("one/wall.md", "# Rows\n")
    code, out = repository.commit("one/wall.md")
    assert code == 1
    assert "one/to.md:1:1: NL302" in out
    repository.put("one/to.md", "[[wall#Rows]]\n")
    repository.put("two/to.md", "[[gone]]\n")
    code, out = repository.commit("one")
    assert code == 0, "what is not staged is not looked at: " + out


@pytest.mark.integration
def test_a_pipeline_tells_only_what_a_branch_brings(repository: Repository) -> None:
    repository.put("wall.md", "# Layers\n")
    repository.put("to.md", "[[old one]]\n\n[[wall#Layers]]\n")
    assert repository.notelint("baseline", "-o", "known.json")[0] == 0
    repository.install({"notelint": ["--baseline", "known.json"]})
    code, out = repository.commit()
    assert code == 0, out

    repository.do("git", "switch", "-q", "-c", "branch")
    repository.put("to.md", "Above.\n\n[[old one]]\n\nA.\n\nB.\n\nC.\n\n[[new one]]\n")
    code, out = repository.commit()
    assert code == 1
    assert "to.md:11:1: NL301" in out
    assert "old one" not in out
    code, out = repository.do("git", "commit", "--no-verify", "-m", "state")
    assert code == 0, out
    for name, since in product(findings_formats(), ([], ["--since", "main"])):
        given = ["--baseline", "known.json", *since, "--output-format", name]
        code, out = repository.notelint(*given, "-o", "report")
        told = (repository.root / "report").read_text(encoding="utf-8")
        assert code == 1, out
        assert "new one" in told, name
        assert "old one" not in told, name
    code, out = repository.notelint("--baseline", "known.json", "--since", "branch")
    assert code == 0, out
