"""``notelint check``: exit codes, what goes to stdout and what to stderr, and what is written."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys

import pytest
from support.on_disk import Git, VaultOnDisk
from support.short_notes import GOOD, LIGATURE, LOST, SPACED, SYNTHESIS, TIGHT

FOUND = "Interleukin-1 is a protein. So interleukin-1 does it.\n"
UNDEFINED = "Walls hold.[^1]\n"  # an error, which nothing mends
AS_ROOT = os.geteuid() == 0

HOME_PAGES = ("Concise Medical Dictionary", "A Dictionary of Biology", "A Dictionary of Psychology")
# A term note as the template makes it, in the shape that converters leave.
TERM = (
    "## Synthesis\n- \n## Source [^1]\n"
    "- $n$. a messenger that one cell sends to another (see SIGNALS). \n"
    "## Source[^2]\n"
    "- Any of the messengers of the family. Messenger-1 wakes the others, and messenger-2 too.\n"
    "## Source[^3]\n"
    "- $n$. A group of substances that carry a message.  \n"
    "- messenger-1 n. The first of them. \n"
    "- messenger-2 $n$. One that in the presence of messenger1 wakes more cells. \n"
    "## References\n\n"
    + "\n".join(f"[^{n}]: [[(Home Page) {name}]]" for n, name in enumerate(HOME_PAGES, 1))
)
TERM_MENDED = TERM.replace("Source [^1]", "Source[^1]").replace("$n$.", "n.")


def test_a_term_note_has_the_findings_of_its_template_and_its_converter(vault: VaultOnDisk) -> None:
    vault.put("messenger.md", TERM)
    for name in HOME_PAGES:
        vault.put(f"Home pages/(Home Page) {name}.md", "1. [[messenger]]\n")
    ran = vault.json()
    assert [(d["start"]["line"], d["name"]) for d in ran.report["diagnostics"]] == [
        (1, "empty-synthesis"),
        (3, "source-spacing"),
        (4, "math-part-of-speech"),
        (8, "math-part-of-speech"),
        (10, "math-part-of-speech"),
        (10, "lost-hyphen"),
    ]


def test_without_its_home_pages_each_definition_is_an_unresolved_link(vault: VaultOnDisk) -> None:
    vault.put("messenger.md", TERM)
    places = [(d["start"]["line"], d["start"]["column"]) for d in
              vault.json("--select", "unresolved-link").report["diagnostics"]]  # fmt: skip
    assert places == [(13, 7), (14, 7), (15, 7)]


def test_fixing_a_term_note_changes_the_labels_and_the_blank_and_no_other_byte(
    vault: VaultOnDisk,
) -> None:
    vault.put("messenger.md", TERM)
    vault.run("--fix")
    assert vault.text("messenger.md") == TERM_MENDED


@pytest.mark.parametrize(
    "note",
    [
        "# Primes\n\nThe factors of $n$. When $n$ is small.\n\n- $n$ is the number\n- $n$. A\n",
        "## Approach 2[^1]\n\n```python\nx = '[^9] [[x]] $n$.'\n```\n\n`[[y]]`\n\n[^1]: a search\n",
        "1. [[note#^a]]\n\t1. `[^1]` ^a\n",
    ],
    ids=["mathematics", "programming", "home page"],
)
def test_notes_of_other_kinds_are_left_alone(vault: VaultOnDisk, note: str) -> None:
    vault.put("note.md", note)
    assert vault.json().names == []


@pytest.mark.parametrize(
    ("note", "options", "code"),
    [
        (GOOD, [], 0),
        (SPACED, [], 1),
        (SPACED, ["--fix"], 0),
        (SPACED, ["--fix", "--exit-non-zero-on-fix"], 1),
        (GOOD, ["--fix", "--exit-non-zero-on-fix"], 0),
        (UNDEFINED, ["--fix"], 1),
        (SPACED, ["--diff"], 1),
        (UNDEFINED, ["--diff"], 0),
        (GOOD, ["--diff"], 0),
        (SPACED, ["--fail-on", "warning"], 1),
        (SPACED, ["--fail-on", "info"], 1),
        (SPACED, ["--fail-on", "error"], 0),
        (SPACED, ["--fail-on", "never"], 0),
        (UNDEFINED, ["--fail-on", "error"], 1),
        (UNDEFINED, ["--fail-on", "never"], 0),
    ],
)
def test_the_exit_code_says_what_remains(
    vault: VaultOnDisk, note: str, options: list[str], code: int
) -> None:
    vault.put("a.md", note)
    assert vault.run(*options).code == code


def test_an_info_fails_only_where_info_is_asked_for(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    info = ("--config", "rules.source-spacing.severity=info")
    assert [vault.run(*info).code, vault.run(*info, "--fail-on", "info").code] == [0, 1]


def test_a_folder_without_a_note_says_so_and_is_no_failure(vault: VaultOnDisk) -> None:
    (vault.root / "empty").mkdir()
    ran = vault.run("empty")
    assert ran.code == 0
    assert "no note under empty" in ran.err


def test_the_json_of_a_folder_without_a_note_is_a_whole_report(vault: VaultOnDisk) -> None:
    ran = vault.json()
    assert (ran.code, ran.report["summary"]["files"], ran.report["diagnostics"]) == (0, 0, [])


def test_no_path_means_the_current_folder(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    vault.put("sub/b.md", SPACED)
    vault.monkeypatch.chdir(vault.root / "sub")
    assert [d["path"] for d in vault.json().report["diagnostics"]] == ["sub/b.md"]


@pytest.mark.parametrize(
    "arguments", [["check", "b.md"], ["b.md"], ["./b.md"], ["--", "b.md"], ["b.md", "b.md"]]
)
def test_a_named_note_is_checked_once(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("a.md", SPACED)
    vault.put("b.md", SPACED)
    assert [line.split(":")[0] for line in vault.run(*arguments).out.splitlines()[:-2]] == ["b.md"]


@pytest.mark.parametrize("name", ["check", "tree", "explain"])
def test_a_folder_named_like_a_command_is_written_with_a_dot(vault: VaultOnDisk, name: str) -> None:
    vault.put(f"{name}/a.md", SPACED)
    assert vault.json(f"./{name}").names == ["source-spacing"]


def test_links_of_one_note_resolve_against_the_whole_vault(vault: VaultOnDisk) -> None:
    vault.put("terms/a.md", "[[b]]\n")
    vault.put("other/b.md", GOOD)
    assert vault.json("terms/a.md").names == []


def test_show_files_lists_the_notes_and_stops(vault: VaultOnDisk) -> None:
    vault.put("b.md", SPACED)
    vault.put("a b/c.md", SPACED)
    vault.put("picture.png", b"")
    ran = vault.run("--show-files", "--fix")
    assert (ran.code, ran.out, vault.text("b.md")) == (0, "a b/c.md\nb.md\n", SPACED)


def test_show_files_prints_nothing_where_there_is_none(vault: VaultOnDisk) -> None:
    ran = vault.run("--show-files")
    assert (ran.code, ran.out) == (0, "")


def test_fix_writes_and_reports_what_remains(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + LOST)
    ran = vault.json("--fix")
    assert vault.text("a.md") == TIGHT + LOST
    assert ran.names == ["lost-hyphen"]
    assert ran.report["summary"] == {
        "files": 1, "checked": 1, "fixed": 1, "findings": 1, "fixable": 0,
    }  # fmt: skip


def test_what_remains_is_placed_in_the_note_as_it_was_written(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE + UNDEFINED)
    [diagnostic] = vault.json("--fix").report["diagnostics"]
    written = vault.text("a.md")
    assert written[diagnostic["start"]["offset"] : diagnostic["end"]["offset"]] == "[^1]"


def test_a_second_fix_changes_nothing(vault: VaultOnDisk) -> None:
    path = vault.put("a.md", TERM)
    vault.run("--fix")
    before = path.stat()
    ran = vault.json("--fix")
    assert ran.report["summary"]["fixed"] == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_without_fix_nothing_is_written(vault: VaultOnDisk) -> None:
    path = vault.put("a.md", SPACED)
    before = path.stat()
    vault.run()
    after = path.stat()  # the time of the last reading may well be another
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_ino, before.st_mtime_ns, before.st_ctime_ns,
    )  # fmt: skip


def test_a_safe_fix_leaves_what_only_unsafe_ones_mend(vault: VaultOnDisk) -> None:
    vault.put("a.md", LOST)
    vault.run("--fix")
    assert vault.text("a.md") == LOST


def test_unsafe_fixes_are_made_when_asked_for_by_name(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + LOST)
    assert vault.run("--fix", "--unsafe-fixes").code == 0
    assert vault.text("a.md") == TIGHT + FOUND


def test_unsafe_fixes_alone_are_counted_and_not_made(vault: VaultOnDisk) -> None:
    path = vault.put("a.md", SPACED + LOST)
    before = path.stat()
    counts = [vault.json(*more).report["summary"]["fixable"] for more in ([], ["--unsafe-fixes"])]
    assert counts == [1, 2]
    assert "2 can be mended with --fix --unsafe-fixes." in vault.run("--unsafe-fixes").out
    assert (vault.text("a.md"), path.stat().st_ino) == (SPACED + LOST, before.st_ino)
    assert vault.run("undo").code == 2


def test_unsafe_fixes_alone_print_a_note_from_standard_input_s_findings(vault: VaultOnDisk) -> None:
    ran = vault.run(
        "--unsafe-fixes", "-", "--stdin-filename", "a.md", stdin=(SPACED + LOST).encode()
    )
    assert ran.code == 1
    assert ran.out.startswith("a.md:3:10: NL201")


def test_a_manual_fix_is_shown_and_never_made(vault: VaultOnDisk) -> None:
    note = (
        SYNTHESIS + "## Source[^1]\n- $n$. A wall.\n## Source[^2]\n- n. A hall.\n## References\n\n"
        "[^1]: somebody\n[^2]: A Dictionary of Psychology\n"
    )
    vault.put("a.md", note)
    [diagnostic] = vault.json("--fix", "--unsafe-fixes").report["diagnostics"]
    assert diagnostic["fix"]["applicability"] == "manual"
    assert vault.text("a.md") == note


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("top", ["", "\ufeff", "---\ntags:\n\t\n---\n".replace("\t", "    - x")])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n", "  \n- "])
def test_a_fix_keeps_endings_marks_and_the_end_of_the_file(
    vault: VaultOnDisk, ending: str, top: str, last: str
) -> None:
    note = (top + "A\tﬁnite set. \n\n\t- one  \n- " + last).replace("\n", ending)
    vault.put("a.md", note)
    vault.run("--fix")
    assert vault.text("a.md") == note.replace("ﬁ", "fi")


def test_a_fix_of_one_note_does_not_wait_for_another_that_cannot_be_written(
    vault: VaultOnDisk,
) -> None:
    vault.put("a.md", SPACED).chmod(0o444)
    vault.put("b.md", SPACED)
    ran = vault.json("--fix")
    assert ran.code == 2
    assert (vault.text("a.md"), vault.text("b.md")) == (SPACED, TIGHT)
    assert [d["path"] for d in ran.report["diagnostics"]] == ["a.md"]
    assert ran.report["summary"]["fixed"] == 1


def test_a_read_only_note_is_named_in_one_line(vault: VaultOnDisk) -> None:
    path = vault.put("a.md", SPACED)
    path.chmod(0o444)
    ran = vault.run("--fix")
    [line] = ran.err.splitlines()
    assert "a.md" in line
    assert "read-only" in line
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_a_read_only_note_without_a_fix_is_no_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD).chmod(0o444)
    assert vault.run("--fix").code == 0


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_note_in_a_read_only_folder_is_left_whole(vault: VaultOnDisk) -> None:
    vault.put("sub/a.md", SPACED)
    (vault.root / "sub").chmod(0o555)
    ran = vault.run("--fix")
    (vault.root / "sub").chmod(0o755)
    assert (ran.code, vault.text("sub/a.md")) == (2, SPACED)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_a_note_that_cannot_be_read_is_named_and_the_others_are_checked(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED).chmod(0)
    vault.put("b.md", SPACED)
    ran = vault.json()
    assert (ran.code, ran.names) == (2, ["source-spacing"])
    assert "a.md" in ran.err


def test_a_note_outside_the_vault_is_never_written_through_a_link(vault: VaultOnDisk) -> None:
    outside = vault.root.parent / "outside.md"
    outside.write_text(SPACED)
    (vault.root / "link.md").symlink_to(outside)
    vault.run("--fix", "link.md")
    assert outside.read_text() == SPACED


def test_the_diff_of_what_was_mended_is_empty(vault: VaultOnDisk) -> None:
    vault.put("a.md", TERM)
    vault.run("--fix")
    ran = vault.run("--diff")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["source-spacing", "ligature"]),
        (["--select", "ligature"], ["ligature"]),
        (["--select", "NL403"], ["ligature"]),
        (["--select", "NL4"], ["ligature"]),
        (["--select", "NL"], ["source-spacing", "ligature"]),
        (["--select", "ALL"], ["source-spacing", "ligature"]),
        (["--select", "NL403,source-spacing"], ["source-spacing", "ligature"]),
        (["--select", "NL403", "--select", " NL201 "], ["source-spacing", "ligature"]),
        (["--select", "ALL", "--ignore", "NL2"], ["ligature"]),
        (["--ignore", "source-spacing"], ["ligature"]),
        (["--ignore", "NL201, ligature"], []),
        (["--ignore", "ALL"], []),
        (["--select", "math-dash", "--extend-select", "NL403"], ["ligature"]),
        (["--extend-select", "NL403"], ["source-spacing", "ligature"]),
        (["--extend-select", "NL403", "--ignore", "ligature"], ["source-spacing"]),
    ],
)
def test_names_codes_and_prefixes_choose_what_runs(
    vault: VaultOnDisk, options: list[str], expected: list[str]
) -> None:
    vault.put("a.md", SPACED + "\n" + LIGATURE)
    assert vault.json(*options).names == expected


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_an_unknown_rule_is_named_with_its_near_miss(vault: VaultOnDisk, option: str) -> None:
    vault.put("a.md", GOOD)
    error = vault.refusal(option, "ligatures")
    assert option in error
    assert "`ligatures`" in error
    assert "`ligature`" in error


@pytest.mark.parametrize("wrong", ["NL999", "nl403", "NLX", "N", "all", "4"])
def test_what_selects_nothing_is_an_error(vault: VaultOnDisk, wrong: str) -> None:
    vault.put("a.md", GOOD)
    assert f"`{wrong}`" in vault.refusal("--select", wrong)


def test_a_note_from_stdin_is_checked_under_its_name(vault: VaultOnDisk) -> None:
    vault.put("b.md", GOOD)
    ran = vault.json(
        "-", "--stdin-filename", "terms/new.md", stdin=(SPACED + "[[b]] [[c]]").encode()
    )
    assert ran.code == 1
    assert [d["path"] for d in ran.report["diagnostics"]] == ["terms/new.md"] * 2
    assert ran.names == ["source-spacing", "unresolved-link"]


def test_a_note_from_stdin_may_link_to_itself(vault: VaultOnDisk) -> None:
    assert vault.json("-", "--stdin-filename", "new.md", stdin=b"[[new]]").names == []


@pytest.mark.parametrize("note", [SPACED, "\ufeff" + SPACED.replace("\n", "\r\n"), "ﬁ\r\n\r\n- "])
def test_mended_stdin_goes_to_stdout_and_the_report_to_stderr(
    vault: VaultOnDisk, note: str
) -> None:
    vault.put("a.md", "untouched\n")
    ran = vault.run("-", "--fix", "--stdin-filename", "a.md", stdin=note.encode())
    assert ran.out == note.replace("Source [", "Source[").replace("ﬁ", "fi")
    assert "1 finding mended" in ran.err
    assert (ran.code, vault.text("a.md")) == (0, "untouched\n")


def test_stdin_that_needs_no_fix_comes_back_as_it_went_in(vault: VaultOnDisk) -> None:
    ran = vault.run("-", "--fix", "--stdin-filename", "a.md", stdin=UNDEFINED.encode())
    assert (ran.code, ran.out) == (1, UNDEFINED)
    assert "undefined-footnote" in ran.err


def test_stdin_that_is_not_utf8_comes_back_as_it_went_in(folder: VaultOnDisk) -> None:
    note = b"caf\xe9 \xef\xac\x81\r\n"
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "-", "--fix", "--stdin-filename", "a.md"],
        input=note, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, note)
    assert b"NL001" in done.stderr


def test_the_diff_of_stdin_goes_to_stdout(vault: VaultOnDisk, git: Git) -> None:
    vault.put("a.md", SPACED)
    ran = vault.run("-", "--diff", "--stdin-filename", "a.md", stdin=SPACED.encode())
    git(vault.root, "apply", "-", stdin=ran.out.encode())
    assert (ran.code, vault.text("a.md")) == (1, TIGHT)


def test_the_configuration_of_its_folder_holds_for_stdin(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "per-file: {terms/**: {ignore: source-spacing}}")
    [here, there] = [
        vault.json("-", "--stdin-filename", name, stdin=SPACED.encode()).names
        for name in ("a.md", "terms/a.md")
    ]
    assert (here, there) == (["source-spacing"], [])


@pytest.mark.parametrize(
    "arguments",
    [["-"], ["-", "a.md", "--stdin-filename", "b.md"], ["a.md", "--stdin-filename", "b.md"]],
)
def test_stdin_goes_alone_and_with_a_name(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("a.md", GOOD)
    assert "--stdin-filename" in vault.refusal(*arguments)


def test_a_name_for_stdin_outside_the_vault_is_an_error(vault: VaultOnDisk) -> None:
    assert "outside" in vault.refusal("-", "--stdin-filename", "../a.md", "--vault", ".")


@pytest.mark.parametrize(
    ("option", "is_coloured"), [("always", True), ("never", False), ("auto", False)]
)
def test_colour_is_what_the_option_says(vault: VaultOnDisk, option: str, is_coloured: bool) -> None:
    vault.put("a.md", SPACED)
    out = vault.run("--color", option, "--output-format", "full").out
    assert ("\x1b[" in out) is is_coloured


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_says_nothing_where_nothing_was_found(vault: VaultOnDisk, option: str) -> None:
    vault.put("a.md", GOOD)
    ran = vault.run(option)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_quiet_still_reports_findings(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    ran = vault.run("-q")
    assert ran.code == 1
    assert "source-spacing" in ran.out


def test_quiet_json_is_still_json(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert vault.json("-q").report["diagnostics"] == []


def test_a_path_that_does_not_exist_is_an_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    assert "gone.md" in vault.refusal("a.md", "gone.md")


def test_a_path_outside_the_vault_is_an_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    (vault.root.parent / "outside.md").write_text(GOOD)
    error = vault.refusal("--vault", ".", "a.md", "../outside.md")
    assert "outside.md" in error
    assert "--vault" in error


@pytest.mark.parametrize(
    ("content", "offset"),
    [(b"caf\xe9\n", 3), ("é🧱 ".encode() + b"\xff", 7), (b"\xef\xbb\xbf\r\n\xc3", 5)],
)
def test_a_note_that_is_not_utf8_has_one_finding_at_its_byte(
    vault: VaultOnDisk, content: bytes, offset: int
) -> None:
    vault.put("a.md", content)
    ran = vault.json("--fix", "--unsafe-fixes")
    [diagnostic] = ran.report["diagnostics"]
    assert (diagnostic["code"], diagnostic["start"]["offset"]) == ("NL001", offset)
    assert diagnostic["end"]["offset"] == offset + 1
    assert ran.report["summary"] == {
        "files": 1, "checked": 0, "fixed": 0, "findings": 1, "fixable": 0,
    }  # fmt: skip
    assert (vault.root / "a.md").read_bytes() == content


def test_the_diff_of_a_note_that_is_not_utf8_is_empty(vault: VaultOnDisk) -> None:
    vault.put("a.md", b"\xef\xac\x81 \xe9\n")
    ran = vault.run("--diff")
    assert (ran.code, ran.out) == (0, "")


def test_a_note_whose_name_is_not_utf8_is_checked_and_mended(vault: VaultOnDisk) -> None:
    path = os.fsencode(vault.root) + b"/caf\xe9.md"
    with open(path, "wb") as file:
        file.write(LIGATURE.encode())
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "--fix", "--output-format", "json"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["summary"]["fixed"] == 1
    with open(path, "rb") as file:
        assert file.read() == b"A finite set.\n"


@pytest.mark.parametrize("note", ["---\na: [x\n---\n", "---\nb: 1\na: {x\n---\n"])
def test_front_matter_that_does_not_load_is_found_between_its_lines(
    vault: VaultOnDisk, note: str
) -> None:
    vault.put("a.md", note)
    [diagnostic] = vault.json().report["diagnostics"]
    assert diagnostic["name"] == "invalid-front-matter"
    assert 1 < diagnostic["start"]["line"] < note.count("\n")


def test_a_note_past_a_bound_says_what_went_unchecked(vault: VaultOnDisk) -> None:
    vault.put("a.md", "> " * 200 + "deep\n")
    [diagnostic] = vault.json().report["diagnostics"]
    assert diagnostic["name"] == "beyond-limits"
    assert "not checked" in diagnostic["message"] or "unchecked" in diagnostic["message"]


@pytest.mark.parametrize("paths", [["README.md", "notes/a.md"], ["notes/a.md", "README.md"]])
def test_each_path_is_checked_in_its_own_vault(folder: VaultOnDisk, paths: list[str]) -> None:
    (folder.root / ".git").mkdir()
    (folder.root / "notes" / ".obsidian").mkdir(parents=True)
    folder.put("README.md", LIGATURE)
    folder.put("notes/a.md", "[[/b]] [[gone]]\n")
    folder.put("notes/b.md", "")
    ran = folder.json(*paths)
    assert sorted(d["path"] for d in ran.report["diagnostics"]) == ["README.md", "notes/a.md"]
    assert sorted(ran.names) == ["ligature", "unresolved-link"]


def test_a_link_of_folders_that_leads_out_is_not_followed(vault: VaultOnDisk) -> None:
    vault.put("../out/o.md", LIGATURE)
    (vault.root / "in").symlink_to(vault.root.parent / "out")
    ran = vault.run("--fix", "in/o.md")
    assert vault.text("../out/o.md") == LIGATURE
    assert "ligature" not in ran.out


def test_in_a_heading_a_fix_waits_to_be_asked_for(vault: VaultOnDisk) -> None:
    note = "## A$\\textemdash$B\n"
    vault.put("a.md", note)
    vault.run("--fix")
    assert vault.text("a.md") == note
    vault.run("--fix", "--unsafe-fixes")
    assert vault.text("a.md") == "## A—B\n"


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("## A$\\textemdash$B\n", "[[a#A$\\textemdash$B]]"),
        ("# B\n## A$\\textemdash$B\n", "[[a#B#a \\textemdash b|x]]"),
        ("## A$\\textemdash$B\n", "![[a#A: textemdash B]]"),
        ("## A$\\textemdash$B\n", "[x](a.md#A%20textemdash%20B)"),
        ("A$\\textemdash$B\n---\n", "[[a#A$textemdash$B]]"),
    ],
)
@pytest.mark.parametrize("linking", ["a.md", "b.md"])
def test_a_heading_that_is_linked_to_keeps_its_name(
    vault: VaultOnDisk, heading: str, link: str, linking: str
) -> None:
    vault.put("a.md", heading)
    vault.put("b.md", "")
    linked = vault.text(linking) + f"\n{link}\n"
    vault.put(linking, linked)
    fixes = [d["fix"] for d in vault.json("--select", "math-dash").report["diagnostics"]]
    assert fixes[0]["applicability"] == "manual"
    vault.run("--fix", "--unsafe-fixes", "--select", "math-dash")
    assert vault.text("a.md").startswith(heading)


@pytest.mark.parametrize("arguments", [["--select", ""], ["--fix", ""]])
def test_an_empty_argument_is_not_taken_for_everything(
    vault: VaultOnDisk, arguments: list[str]
) -> None:
    vault.put("a.md", LIGATURE)
    vault.refusal(*arguments)
    assert vault.text("a.md") == LIGATURE


def test_codes_name_rules_in_a_configuration_too(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", "rules: {NL403: {severity: info}}\n")
    assert vault.json().report["diagnostics"][0]["severity"] == "info"


@pytest.mark.parametrize("severity", ["[1]", "{a: b}", "1"])
def test_a_severity_that_is_no_word_is_refused(vault: VaultOnDisk, severity: str) -> None:
    vault.put("notelint.yaml", f"rules: {{ligature: {{severity: {severity}}}}}\n")
    assert "should be info, warning, error" in vault.refusal()


def test_front_matter_that_nests_without_end_is_found_at_once(vault: VaultOnDisk) -> None:
    vault.put("a.md", "---\na: " + "[" * 200_000 + "\n---\n[[gone]]\n")
    assert vault.json().names == ["invalid-front-matter", "unresolved-link"]


@pytest.mark.parametrize(
    ("options", "fixed"),
    [
        ([], ["ligature", "source-spacing"]),
        (["--unfixable", "ligature"], ["source-spacing"]),
        (["--unfixable", "NL4"], ["source-spacing"]),
        (["--fixable", "NL403"], ["ligature"]),
        (["--fixable", "ALL", "--unfixable", "NL2,NL403"], []),
        (["--fixable", "ligature", "--unfixable", "ligature"], []),
    ],
)
def test_only_rules_that_may_fix_do_so(
    vault: VaultOnDisk, options: list[str], fixed: list[str]
) -> None:
    vault.put("a.md", SPACED + LIGATURE)
    would = [d["name"] for d in vault.json(*options).report["diagnostics"] if d["fix"]]
    assert sorted(would) == fixed
    left = vault.json(*options, "--fix").names
    assert sorted([*left, *fixed]) == ["ligature", "source-spacing"]


@pytest.mark.parametrize("option", ["--fixable", "--unfixable"])
def test_a_rule_that_is_none_cannot_be_fixable(vault: VaultOnDisk, option: str) -> None:
    vault.put("a.md", SPACED)
    assert "did you mean `ligature`" in vault.refusal(option, "ligatur")


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_fix_that_would_do_harm_is_named_and_the_others_are_made(
    vault: VaultOnDisk, option: str
) -> None:
    note = "[te\u00adxt][]\n\n[te\u00adxt]: http://u\n\n\ufb01\n"
    vault.put("a.md", note)
    ran = vault.run(option)
    assert ran.code == 1
    assert ran.err.startswith("notelint: a.md:1:4: invisible-character left out: ")
    assert vault.text("a.md") == (note.replace("\ufb01", "fi") if option == "--fix" else note)
    assert vault.json("--fix").names == ["invisible-character"]
    assert vault.json("--fix").report["summary"]["fixable"] == 0


def test_adding_allows_writes_notes_that_are_undone_as_fixes_are(vault: VaultOnDisk) -> None:
    vault.put("a.md", "A ﬁnite wall.\n")
    ran = vault.run("--add-allow")
    assert (ran.code, vault.text("a.md")) == (
        0,
        "A ﬁnite wall. %% notelint: allow ligature %%\n",
    )
    assert "allowed in a.md: ligature" in ran.out
    assert vault.run().code == 0
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == "A ﬁnite wall.\n"


def test_what_can_be_fixed_is_fixed_before_the_rest_is_allowed(vault: VaultOnDisk) -> None:
    vault.put("a.md", "A ﬁnite [[wall]].\n")
    assert vault.run("--fix", "--add-allow").code == 0
    assert vault.text("a.md") == "A finite [[wall]]. %% notelint: allow unresolved-link %%\n"


def test_allows_are_shown_before_they_are_written(vault: VaultOnDisk) -> None:
    vault.put("a.md", "See [[wall]].\n")
    ran = vault.run("--add-allow", "--diff")
    assert (ran.code, vault.text("a.md")) == (1, "See [[wall]].\n")
    assert "+See [[wall]]. %% notelint: allow unresolved-link %%" in ran.out


def test_allows_for_standard_input_go_to_standard_output(vault: VaultOnDisk) -> None:
    given = ("-", "--stdin-filename", "a.md", "--add-allow")
    ran = vault.run(*given, stdin="ﬁ\n".encode())
    assert (ran.code, ran.out) == (0, "ﬁ %% notelint: allow ligature %%\n")


def test_what_a_baseline_holds_is_not_allowed(vault: VaultOnDisk) -> None:
    vault.put("a.md", "A ﬁnite wall.\n")
    vault.run("baseline", "-o", "base.json")
    vault.put("a.md", "A ﬁnite wall.\n\nA ﬂat wall.\n")
    assert vault.run("--add-allow", "--baseline", "base.json").code == 0
    assert vault.text("a.md") == ("A ﬁnite wall.\n\nA ﬂat wall. %% notelint: allow ligature %%\n")


def test_a_note_that_is_not_utf8_is_never_written(vault: VaultOnDisk) -> None:
    vault.put("a.md", b"caf\xe9\n")
    assert vault.run("--add-allow").code == 1
    assert (vault.root / "a.md").read_bytes() == b"caf\xe9\n"
