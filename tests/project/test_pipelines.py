"""The action and the pipelines that docs/ shows: valid, and right about the command line."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support.command_lines import command_lines, parse, texts_in
from support.on_disk import Git, VaultOnDisk
from support.short_notes import LIGATURE

from notelint import __version__
from notelint.report import findings_formats

PROJECT = Path(__file__).parent.parent.parent
SCHEMAS = {  # of check-jsonschema, by the file
    "action.yml": "github-actions",
    ".github/workflows/release.yml": "github-workflows",
    ".github/workflows/tests.yml": "github-workflows",
    "docs/pipelines/github.yml": "github-workflows",
    "docs/pipelines/github-pages.yml": "github-workflows",
    "docs/pipelines/gitlab.yml": "gitlab-ci",
    "docs/pipelines/azure.yml": "azure-pipelines",
}
RELEASE = ".github/workflows/release.yml"
OWN = (RELEASE, ".github/workflows/tests.yml")
PAGES = [
    "README.md",
    *(path.relative_to(PROJECT).as_posix() for path in sorted((PROJECT / "docs").rglob("*.md"))),
]


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def document(name: str) -> Any:
    """YAML as its readers have it, to whom `on` is a word."""
    read = yaml.safe_load(text_of(name))
    if True in read:
        read["on"] = read.pop(True)
    return read


ACTION = document("action.yml")
DEFAULTS = {
    name.upper().replace("-", "_"): item["default"] for name, item in ACTION["inputs"].items()
}


def step(name: str) -> Any:
    [found] = [step for step in ACTION["runs"]["steps"] if step["id"] == name]
    return found


def test_all_pipelines_are_tested() -> None:
    files = [*PROJECT.glob(".github/workflows/*"), *PROJECT.glob("docs/pipelines/*")]
    assert {path.relative_to(PROJECT).as_posix() for path in files} == SCHEMAS.keys() - {
        "action.yml"
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_valid(name: str) -> None:
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema, which has the schemas, is not installed")
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((vendored / f"{SCHEMAS[name]}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document(name))] == []


@pytest.mark.parametrize("name", [*SCHEMAS, *PAGES])
def test_each_command_line_is_one_that_notelint_takes(name: str) -> None:
    is_page = name.endswith(".md")
    texts = re.findall(r"^```\w*\n(.*?)^```$|`([^`\n]+)`", text_of(name), re.M | re.S)
    scripts = ["".join(found) for found in texts] if is_page else list(texts_in(document(name)))
    lines = [words for script in scripts for words in command_lines(script)]
    assert lines or is_page
    for words in lines:
        parse([Template(word).safe_substitute(DEFAULTS) for word in words])


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_of_a_stranger_is_put_into_a_script(name: str) -> None:
    """A title of a pull request may say anything; it reaches a script by the environment only."""
    assert not [text for text in texts_in(document(name)) if "\n" in text and "${{" in text]
    steps = [step for step in steps_in(document(name)) if "run" in step]
    assert not [step for step in steps if "${{" in step["run"]]


def steps_in(value: Any) -> list[Any]:
    jobs = [value.get("runs", value), *value.get("jobs", {}).values()]
    return [step for job in jobs for step in job.get("steps", [])]


@pytest.mark.parametrize("name", ["docs/pipelines/github.yml", *OWN])
def test_workflows_may_do_no_more_than_they_say(name: str) -> None:
    workflow = document(name)
    assert "write-all" not in text_of(name)
    assert workflow["permissions"].get("contents", "read") == "read"
    for job in workflow["jobs"].values():
        assert all("@" in step["uses"] for step in job["steps"] if "uses" in step)


@pytest.mark.parametrize("name", OWN)
def test_what_others_wrote_is_pinned_and_its_version_named(name: str) -> None:
    used = re.findall(r"uses: (.*)", text_of(name))
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in used if not pinned.fullmatch(line)] == []
    assert used


def test_one_action_is_used_in_one_version() -> None:
    used = {line for name in OWN for line in re.findall(r"uses: (.*)", text_of(name))}
    assert len({line.partition("@")[0] for line in used}) == len(used)


def test_publishing_needs_no_secret() -> None:
    jobs = document(RELEASE)["jobs"]
    publish, announce = jobs["publish"], jobs["announce"]
    assert publish["permissions"] == {"id-token": "write"}
    assert publish["steps"][-1]["with"] == {"attestations": True}
    writing = {"contents": "write", "id-token": "write", "attestations": "write"}
    assert announce["permissions"] == writing
    assert "secrets" not in text_of(RELEASE)


def test_what_is_released_is_built_once_and_tried_before() -> None:
    jobs = document(RELEASE)["jobs"]
    building = [job for job, held in jobs.items() if "-m build" in str(held)]
    assert (building, list(jobs)) == (["build"], ["build", "publish", "announce"])
    assert (jobs["publish"]["needs"], jobs["announce"]["needs"]) == ("build", "publish")
    assert "twine check --strict dist/*" in text_of(RELEASE)


def test_the_tests_run_on_every_python_and_system_that_is_promised() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    classified = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    matrix = document(".github/workflows/tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert classified == matrix["python"]
    least = project["requires-python"].removeprefix(">=")
    assert least.rpartition(".")[0] == matrix["python"][0]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_names_this_version(name: str) -> None:
    named = re.findall(r"notelint(?:==|@v)([\d.]+\d)", text_of(name))
    assert set(named) <= {__version__}
    assert ACTION["inputs"]["version"]["default"] == __version__


def test_all_inputs_of_the_action_are_used_and_all_that_are_used_are_there() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text_of("action.yml")))
    assert used == set(ACTION["inputs"])
    for name in ("install", "check"):
        assert all(f"${variable}" in step(name)["run"] for variable in step(name)["env"])
    steps = {step["id"] for step in ACTION["runs"]["steps"]}
    assert set(re.findall(r"steps\.(\w+)\.", text_of("action.yml"))) <= steps
    told = {output["value"] for output in ACTION["outputs"].values()}
    assert told == {f"${{{{ steps.check.outputs.{name} }}}}" for name in ACTION["outputs"]}


def test_the_examples_give_the_action_what_it_takes() -> None:
    steps = document("docs/pipelines/github.yml")["jobs"]["notelint"]["steps"]
    given = [step.get("with", {}) for step in steps if "OWNER/notelint" in step.get("uses", "")]
    assert len(given) == 2
    for values in given:
        assert values.keys() <= ACTION["inputs"].keys()
        assert values.get("format", "github") in findings_formats()


def run_step(name: str, folder: Path, **environment: str) -> tuple[int, str, dict[str, str]]:
    """A step's exit code, what it prints, and its outputs."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("steps are scripts for bash")
    outputs = folder / "outputs"
    outputs.write_text("")
    # As GitHub runs it: https://docs.github.com/actions/reference/workflow-syntax
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step(name)["run"]],
        env={**os.environ, "RUNNER_TEMP": str(folder), "GITHUB_OUTPUT": str(outputs)} | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
    return done.returncode, done.stdout + done.stderr, told


@pytest.fixture
def check(tmp_path: Path) -> Any:
    """The step that checks, with this notelint in the place of the installed one."""
    program = tmp_path / "notelint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m notelint "$@"\n')
    program.chmod(0o755)
    given = {**DEFAULTS, "NOTELINT": str(program), "PYTHON": sys.executable}
    given["PYTHONPATH"] = str(PROJECT)

    def run(**changed: str) -> tuple[int, str, dict[str, str]]:
        return run_step("check", tmp_path, **{**given, **changed})

    return run


def test_the_action_checks_and_counts(vault: VaultOnDisk, check: Any) -> None:
    vault.put("a, b.md", LIGATURE)
    vault.put("c d.md", LIGATURE + "[[gone]]\n")
    code, printed, outputs = check()
    assert code == 1
    assert "::warning file=a%2C b.md," in printed
    assert Path(outputs.pop("report")).read_text() in printed
    assert outputs == {"checked": "2", "findings": "3", "fixable": "2"}
    assert check(PATHS="c d.md\na, b.md\n")[2]["findings"] == "3"
    assert check(PATHS="a, b.md")[2]["findings"] == "1"


def test_the_action_hands_on_what_it_is_given(vault: VaultOnDisk, check: Any) -> None:
    vault.put("a.md", LIGATURE + "[[gone]]\n")
    assert check(FAIL_ON="error")[0] == 0
    assert check(ARGUMENTS="--select NL301\n--quiet")[2]["findings"] == "1"
    vault.run("baseline", "-o", "known.json")
    code, _, outputs = check(BASELINE="known.json", FORMAT="sarif")
    assert (code, outputs["findings"]) == (0, "0")
    assert json.loads(Path(outputs["report"]).read_text())["runs"][0]["results"] == []


def test_the_action_checks_what_changed(vault: VaultOnDisk, check: Any, git: Git) -> None:
    git(vault.root, "init", "-q")
    vault.put("a.md", LIGATURE)
    git(vault.root, "add", "-A")
    git(vault.root, "commit", "-q", "-m", "state")
    vault.put("b.md", LIGATURE)
    assert check(SINCE="HEAD")[2]["findings"] == "1"
    code, printed, _ = check(SINCE="--all")
    assert code == 2
    assert "--since --all" in printed


def test_the_action_runs_no_more_than_it_is_given(vault: VaultOnDisk, check: Any) -> None:
    vault.put("a.md", LIGATURE)
    names = ("PATHS", "ARGUMENTS", "FORMAT", "FAIL_ON", "BASELINE", "SINCE")
    hostile = (
        "$(touch ran)",
        "`touch ran`",
        "; touch ran",
        "* | touch ran",
        "'\"\\",
        "& touch ran",
    )
    for name, value in zip(names, hostile, strict=True):
        assert check(**{name: value})[0] == 2
    assert not (vault.root / "ran").exists()


@pytest.mark.integration
def test_the_action_installs_itself(tmp_path: Path) -> None:
    code, printed, outputs = run_step(
        "install", tmp_path, PYTHON=sys.executable, ACTION=str(PROJECT), VERSION=__version__
    )
    assert code == 0, printed
    done = subprocess.run(
        [outputs["notelint"], "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"notelint {__version__}\n"
