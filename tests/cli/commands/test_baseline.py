"""`notelint baseline`, and checks that tell only what a baseline does not hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.on_disk import VaultOnDisk

from notelint.report import findings_formats

OLD = "A ﬁnite wall.\n"
NEW = "A ﬂat wall.\n"


def entries(vault: VaultOnDisk, file: str = "base.json") -> list[dict[str, Any]]:
    data = json.loads(vault.text(file))
    assert data.keys() == {"version", "findings"}
    assert data["version"] == 1
    found: list[dict[str, Any]] = data["findings"]
    return found


def with_baseline(vault: VaultOnDisk, **notes: str) -> None:
    for name, note in notes.items():
        vault.put(f"{name}.md", note)
    ran = vault.run("baseline", "-o", "base.json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_baseline_has_one_entry_a_line_in_order(vault: VaultOnDisk) -> None:
    with_baseline(vault, b=OLD, a=f"{OLD}\n{NEW}\n{OLD}\n$\\textemdash$\n")
    found = entries(vault)
    places = [(item["path"], item["code"], item["count"]) for item in found]
    assert sorted(places) == [
        ("a.md", "NL402", 1),
        ("a.md", "NL403", 1),
        ("a.md", "NL403", 2),
        ("b.md", "NL403", 1),
    ]
    keys = [(item["path"], item["code"], item["fingerprint"]) for item in found]
    assert keys == sorted(keys)
    assert [list(item) for item in found] == [["code", "path", "fingerprint", "count"]] * 4
    lines = [line for line in vault.text("base.json").splitlines() if '"code"' in line]
    assert [json.loads(line.strip(" ,")) for line in lines] == found


def test_the_fingerprint_is_that_of_the_formats(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    sarif = vault.run("--output-format", "sarif").report
    [result] = sarif["runs"][0]["results"]
    assert entries(vault)[0]["fingerprint"] in result["partialFingerprints"].values()


def test_a_baseline_is_printed_where_no_file_is_named(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    assert vault.run("baseline").out == vault.text("base.json")


def test_nothing_found_is_an_empty_baseline(vault: VaultOnDisk) -> None:
    with_baseline(vault, a="A wall.\n")
    assert entries(vault) == []
    assert vault.run("--baseline", "base.json").code == 0


def test_what_the_baseline_holds_is_left_out(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD, b=OLD)
    ran = vault.json("--baseline", "base.json")
    assert (ran.code, ran.names) == (0, [])
    assert ran.report["summary"]["findings"] == 0
    assert ran.err == "notelint: base.json: 2 findings left out, 0 stale entries\n"


def test_it_holds_while_the_text_moves(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    vault.put("a.md", f"# Walls\n\nThey hold.\n\n  {OLD}")
    assert vault.run("--baseline", "base.json").code == 0
    vault.put("a.md", OLD.replace("wall", "set"))
    assert vault.run("--baseline", "base.json").code == 1


@pytest.mark.parametrize("form", findings_formats())
def test_every_format_tells_the_new_finding_alone(vault: VaultOnDisk, form: str) -> None:
    with_baseline(vault, a=OLD)
    vault.put("a.md", f"{OLD}\n{NEW}")
    ran = vault.run("--baseline", "base.json", "--output-format", form)
    assert ran.code == 1
    assert "ﬂ" in ran.out or "\\ufb02" in ran.out
    assert "`ﬁ` is" not in ran.out


def test_of_findings_that_are_alike_the_last_are_new(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=f"{OLD}\n{OLD}")
    vault.put("a.md", f"{OLD}\n" * 4)
    found = vault.json("--baseline", "base.json").report["diagnostics"]
    assert [item["start"]["line"] for item in found] == [5, 7]


def test_an_entry_is_stale_where_fewer_are_found_than_counted(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=f"{OLD}\n{OLD}", b=OLD, c=OLD, d=OLD)
    vault.put("a.md", OLD)
    vault.put("b.md", "A wall.\n")
    (vault.root / "c.md").unlink()
    told = vault.run("--baseline", "base.json").err
    assert told.startswith("notelint: base.json: 2 findings left out, 3 stale entries; `notelint ")
    (vault.root / "c.md").write_text(OLD, encoding="utf-8")
    assert "1 stale entry;" in vault.run("a.md", "--baseline", "base.json").err


def test_a_note_that_is_not_checked_has_no_stale_entries(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD, b=OLD)
    for name in ("a.md", "b.md"):
        vault.put(name, "A wall.\n")
    assert "1 stale entry" in vault.run("a.md", "--baseline", "base.json").err
    assert "0 stale" in vault.run("a.md", "--baseline", "base.json", "--ignore", "NL403").err
    vault.put("b.md", b"\xe9")
    assert "1 stale entry" in vault.run("--baseline", "base.json").err


def test_pruning_drops_what_is_stale_and_lowers_what_is_too_high(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=f"{OLD}\n{OLD}", b=OLD, c=OLD)
    before = entries(vault)
    vault.put("a.md", f"{OLD}\n{NEW}")
    vault.put("b.md", "A wall.\n")
    ran = vault.run("baseline", "--prune", "base.json")
    assert (ran.code, ran.out) == (0, "base.json: 1 entry dropped, 1 count lowered.\n")
    assert entries(vault) == [{**before[0], "count": 1}, before[2]]
    again = vault.text("base.json")
    assert vault.run("baseline", "--prune", "base.json").out.startswith("base.json: 0 entries")
    assert vault.text("base.json") == again
    assert len(vault.json("--baseline", "base.json").names) == 1


def test_pruning_some_notes_keeps_the_entries_of_others(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD, b=OLD)
    before = entries(vault)
    for name in ("a.md", "b.md"):
        vault.put(name, "A wall.\n")
    vault.run("baseline", "a.md", "--prune", "base.json")
    assert entries(vault) == before[1:]


def test_an_entry_of_a_rule_that_there_is_no_more_is_stale(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    vault.put("base.json", vault.text("base.json").replace("NL403", "ZOO001"))
    assert "1 stale entry" in vault.run("--baseline", "base.json").err


def test_two_branches_that_add_the_same_entry_merge(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    [line] = [line for line in vault.text("base.json").splitlines() if '"code"' in line]
    vault.put("base.json", f'{{"version": 1, "findings": [\n{line},\n{line}\n]}}\n')
    vault.put("a.md", f"{OLD}\n{OLD}")
    assert len(vault.json("--baseline", "base.json").names) == 1


def test_fixing_tells_what_remains_and_is_new(vault: VaultOnDisk) -> None:
    with_baseline(vault, a="See [[nowhere]].\n")
    vault.put("a.md", f"See [[nowhere]].\n\n{OLD}")
    ran = vault.json("--fix", "--baseline", "base.json")
    assert (ran.code, ran.names) == (0, [])
    assert vault.text("a.md") == "See [[nowhere]].\n\nA finite wall.\n"


def test_standard_input_is_held_against_a_baseline_too(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    given = ("-", "--stdin-filename", "a.md", "--baseline", "base.json")
    assert vault.json(*given, stdin=OLD.encode()).names == []
    assert vault.json(*given, stdin=(OLD + NEW).encode()).names == ["ligature"]


def test_several_vaults_have_one_baseline(vault: VaultOnDisk) -> None:
    for name in ("one", "two"):
        vault.put(f"{name}/.obsidian/app.json", "{}")
        vault.put(f"{name}/a.md", OLD)
    vault.run("baseline", "one", "two", "-o", "base.json")
    assert [item["path"] for item in entries(vault)] == ["one/a.md", "two/a.md"]
    assert vault.json("one", "two", "--baseline", "base.json").names == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "base.json:1: the baseline is no JSON"),
        ("{", "base.json:1: the baseline is no JSON"),
        ("[" * 100_000, "the baseline is no JSON"),
        (b"\xff", "the baseline is no JSON"),
        ("[]", "no baseline: it has no list `findings`"),
        ('{"version": 2, "findings": []}', "a baseline of version 2, and not 1"),
        ('{"version": 1, "findings": [3]}', "findings[0]: an entry has"),
        ('{"version": 1, "findings": [{"code": "NL403"}]}', "findings[0]: an entry has"),
        (
            '{"version": 1, "findings": [{"code": "a", "path": "b", "fingerprint": "c",'
            ' "count": true}]}',
            "findings[0]: an entry has",
        ),
    ],
)
def test_what_is_no_baseline_is_refused(
    vault: VaultOnDisk, content: str | bytes, told: str
) -> None:
    vault.put("base.json", content)
    vault.put("a.md", OLD)
    assert told in vault.refusal("--baseline", "base.json")
    assert told in vault.refusal("baseline", "--prune", "base.json")


def test_a_baseline_that_is_not_there_is_refused(vault: VaultOnDisk) -> None:
    assert "cannot read the baseline" in vault.refusal("--baseline", "gone.json")
    assert "cannot read the baseline" in vault.refusal("--baseline", ".")


def test_pruning_writes_its_own_file(vault: VaultOnDisk) -> None:
    with_baseline(vault, a=OLD)
    assert "-o another" in vault.refusal("baseline", "--prune", "base.json", "-o", "x.json")
