"""The kinds of rules that a pack may have, and what each finds and writes."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.pack_rules import findings, found_by, pattern, rule_of, words
from support.packs import entry, found, pack, using

from notelint.values import Applicability


def test_a_spelling_is_a_whole_word_in_any_case(vault: VaultOnDisk) -> None:
    words = {"e-mail": "email", "data base": "database", "English": "english"}
    content = pack(house_rule=entry(kind="spelling", patterns=None, words=words))
    note = "E-mail, e-mails, E-MAIL. A Data Base. English\n"
    assert found(vault, content, note) == ["E-mail", "E-MAIL", "Data Base"]
    vault.run("--fix", "--select", "HOUSE")
    assert vault.text("a.md") == "Email, e-mails, EMAIL. A Database. English\n"


def test_a_spelling_without_a_replacement_is_only_found(vault: VaultOnDisk) -> None:
    content = pack(house_rule=entry(kind="spelling", patterns=None, words={"very": None, "a": "b"}))
    assert found(vault, content, "Very, every.\n") == ["Very"]


@pytest.mark.parametrize("note", ["*mail*\n", "**mail**\n", "==mail==\n", "_mail_\n", "__mail__\n"])
def test_a_spelling_is_found_however_it_is_emphasised(note: str) -> None:
    assert found_by(rule_of(kind="spelling", words={"mail": "post"}), note) == ["mail"]


def test_a_spelling_inside_a_longer_name_is_not_found() -> None:
    assert found_by(rule_of(kind="spelling", words={"mail": "post"}), "x_mail mail_x xmail\n") == []


def test_letters_that_only_look_alike_are_another_word() -> None:
    rule = rule_of(kind="spelling", words={"mail": "post"})
    assert found_by(rule, "maıl Mail\n") == ["Mail"]


def test_a_pattern_is_replaced_with_its_groups() -> None:
    [finding] = findings(pattern((r"(\d+) +(%)", r"\1\2")), "It is 15  % of it.\n")
    assert finding.message == "`15  %`"
    assert finding.fix is not None
    assert (finding.fix.title, finding.fix.edits[0].text) == ("write `15%`", "15%")
    assert finding.fix.applicability is Applicability.SAFE


def test_a_pattern_without_a_replacement_has_no_fix() -> None:
    [finding] = findings(pattern(("x", None)), "x\n")
    assert finding.fix is None


def test_a_pattern_may_replace_with_nothing() -> None:
    [finding] = findings(pattern(("x", "")), "x\n")
    assert finding.fix is not None
    assert finding.fix.edits[0].text == ""


def test_several_patterns_are_one_rule() -> None:
    assert sorted(found_by(pattern(("a", "b"), ("c", "d")), "c a c\n")) == ["a", "c", "c"]


def test_of_two_words_the_longer_is_found() -> None:
    rule = words({"ﬀ": "ff", "ﬀi": "ffi"})
    assert found_by(rule, "ﬀi ﬀ\n") == ["ﬀi", "ﬀ"]
    assert [f.fix.edits[0].text for f in findings(rule, "ﬀi ﬀ\n") if f.fix] == ["ffi", "ff"]


def test_words_are_letters_and_no_patterns() -> None:
    assert found_by(words({"a.c": "x", "(": "["}), "abc a.c (\n") == ["a.c", "("]


FORM_NOTE = """\
# Synthesis

x

See also
---

## Source[^1] ##

a[^1] [[Wall]] ![[w.png]]

[^1]: a book
"""


@pytest.mark.parametrize(
    ("where", "forms", "expected"),
    [
        ("headings", ["Synthesis", "Source\\[\\^\\d\\]"], ["See also"]),
        ("headings", ["S"], ["Synthesis", "See also", "Source[^1]"]),
        ("targets", ["[a-z.]+"], ["Wall"]),
        ("definitions", [r"\[\[.*\]\]"], ["a book"]),
        ("definitions", ["a.*"], []),
        ("lines", ["#.*", ".*a.*"], ["x"]),
    ],
)
def test_a_form_is_what_everything_in_a_place_has(
    vault: VaultOnDisk, where: str, forms: list[str], expected: list[str]
) -> None:
    rule = entry(kind="form", patterns=None, fix=None, where=where, forms=forms)
    assert found(vault, pack(house_rule=rule), FORM_NOTE) == expected


@pytest.mark.parametrize(
    ("where", "forms", "is_missing"),
    [
        ("headings", ["^See"], False),
        ("headings", ["^also"], True),
        ("targets", ["^Wall$"], False),
        ("text", ["book"], False),
        ("text", ["Wall"], True),
        ("text", ["zzz", "book"], False),
    ],
)
def test_what_is_required_stands_somewhere_in_the_place(
    vault: VaultOnDisk, where: str, forms: list[str], is_missing: bool
) -> None:
    rule = entry(kind="required", patterns=None, fix=None, where=where, forms=forms, message="m")
    assert found(vault, pack(house_rule=rule), FORM_NOTE) == ["# Synthesis"] * is_missing


def test_the_configuration_says_which_notes_have_to_have_it(vault: VaultOnDisk) -> None:
    rule = entry(kind="required", patterns=None, fix=None, forms=["zzz"], message="m")
    using(vault, pack(house_rule=rule), more="rules: {house-rule: {notes: ['terms/*']}}\n")
    vault.put("terms/b.md", "A fence.\n")
    vault.put("terms/c.md", b"\xff")
    assert [d["path"] for d in vault.json("--select", "HOUSE").report["diagnostics"]] == [
        "terms/b.md"
    ]


def test_a_fix_of_a_target_leads_the_link_elsewhere(vault: VaultOnDisk) -> None:
    rule = entry(where="targets", patterns=[{"find": "^Fence", "replace": "Wall"}])
    assert found(vault, pack(house_rule=rule), "[[Fence#a|b]] Fence\n") == ["Fence"]
    for name in ("Wall.md", "Fence.md"):
        vault.put(name, "## a\n")
    ran = vault.run("--fix", "--select", "HOUSE")
    assert (ran.code, vault.text("a.md")) == (0, "[[Wall#a|b]] Fence\n")


def test_a_long_find_is_cut_and_stands_on_one_line(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(where="definitions", patterns=[{"find": "(?s).+"}],
                                       fix=None)),
          "a[^1]\n\n[^1]: b\n    c " + "d" * 99 + "\n")  # fmt: skip
    [diagnostic] = vault.json("--select", "HOUSE").report["diagnostics"]
    assert diagnostic["message"] == f"`b c {'d' * 55}…` is a wall"
