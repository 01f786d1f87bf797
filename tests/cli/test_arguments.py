"""Arguments: options and paths in any order, and complaints like all others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_disk import VaultOnDisk
from support.short_notes import SPACED

from notelint import __version__
from notelint.cli.arguments import check_parser
from notelint.cli.program import COMMANDS
from notelint.values import UsageError


def test_options_may_stand_between_paths(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    vault.put("b.md", SPACED)
    ran = vault.run("a.md", "--output-format", "json", "b.md")
    assert [d["path"] for d in ran.report["diagnostics"]] == ["a.md", "b.md"]


def test_a_note_whose_name_begins_with_a_dash_follows_two_dashes(vault: VaultOnDisk) -> None:
    vault.put("-a.md", SPACED)
    assert vault.json("--", "-a.md").names == ["source-spacing"]


def test_help_and_version_are_no_errors(vault: VaultOnDisk) -> None:
    for options, part in ((["-q", "--help"], "--fix"), (["-q", "--version"], __version__)):
        with pytest.raises(SystemExit) as stop:
            vault.run(*options)
        assert stop.value.code == 0
        assert part in vault.capsys.readouterr().out


@pytest.mark.parametrize("option", ["--version", "--help", "-h"])
def test_help_and_version_alone_are_told_without_all_that_checks(
    vault: VaultOnDisk, option: str
) -> None:
    with pytest.raises(SystemExit):
        vault.run("--quiet", option)
    by_parser = vault.capsys.readouterr().out
    assert vault.run(option).out == by_parser != ""


NAMES = st.lists(st.text(max_size=9).filter(lambda name: not name.startswith("-")), max_size=4)
ANYTHING = st.lists(st.sampled_from(["a.md", "-b.md", "--fix", "--", "-", ""]), max_size=4)


@given(NAMES, NAMES, ANYTHING)
def test_behind_two_dashes_everything_is_a_path(
    before: list[str], between: list[str], behind: list[str]
) -> None:
    options = check_parser().with_paths([*before, "--fix", *between, "--", *behind])
    assert options.paths == [*before, *between, *behind]
    assert options.fix


def test_without_an_option_only_notes_are_checked() -> None:
    options = check_parser().with_paths(["--", "--fix"])
    assert (options.paths, options.fix) == (["--fix"], False)


def test_a_complaint_is_an_error_with_a_remedy() -> None:
    with pytest.raises(UsageError, match=r"--zzzz; see `notelint --help`"):
        check_parser().with_paths(["--zzzz"])


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["--fxi"], "`--fix`"),
        (["--selct", "NL2"], "`--select`"),
        (["--output-fromat=json"], "`--output-format`"),
        (["--output-format", "jsn"], "`json"),
        (["--fail-on", "errors"], "`error`"),
        (["explain", "--al"], "`--all`"),
        (["completions", "bsh"], "`bash`"),
        (["chek"], "`notelint check`"),
        (["explian", "ligature"], "`notelint explain`"),
        (["baselin"], "`notelint baseline`"),
        (["help"], "`notelint --help`"),
        (["version"], "`notelint --version`"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(
    vault: VaultOnDisk, given: list[str], meant: str
) -> None:
    assert f"did you mean {meant}" in vault.refusal(*given)


@pytest.mark.parametrize("word", ["gone", "notes", "walls.md", "a/chek"])
def test_a_path_that_is_gone_is_no_slip_of_a_command(vault: VaultOnDisk, word: str) -> None:
    assert "no such file or folder" in vault.refusal(word)


def test_a_folder_is_checked_though_it_is_nearly_a_command(vault: VaultOnDisk) -> None:
    vault.put("chek/a.md", SPACED)
    assert vault.json("chek").names == ["source-spacing"]


def test_the_help_names_every_other_command() -> None:
    told = check_parser().epilog or ""
    assert [name for name in COMMANDS if name != "check" and f"`{name}" not in told] == []
