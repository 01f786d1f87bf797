"""``notelint tree``: a note as it is read, for people and for programs."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk


def test_a_note_that_is_missing_is_not_called_a_matter_of_permissions(vault: VaultOnDisk) -> None:
    assert "permission" not in vault.refusal("tree", "gone.md")


def test_the_tree_as_json_has_types_and_plain_offsets(vault: VaultOnDisk) -> None:
    vault.put("a.md", "\ufeff🧱 **b** [[c|d]]\r\n")
    root = vault.run("tree", "a.md", "--output-format", "json").report
    [paragraph] = root["children"]
    assert {key: root[key] for key in ("type", "start", "end")} == {
        "type": "root", "start": 0, "end": 18,
    }  # fmt: skip
    assert [(n["type"], n["start"], n["end"]) for n in paragraph["children"]] == [
        ("text", 1, 3),
        ("strong", 3, 8),
        ("text", 8, 9),
        ("wikiLink", 9, 16),
    ]
    assert paragraph["children"][3] == {
        "type": "wikiLink", "start": 9, "end": 16, "children": [], "target": "c", "alias": "d",
    }  # fmt: skip


def test_the_tree_as_json_holds_nothing_but_the_attributes_of_the_contract(
    vault: VaultOnDisk,
) -> None:
    vault.put(
        "a.md",
        "---\na: 1\n---\n# H ^h\n\n- [x] t\n1. o\n\n```py m\nc\n```\n\n![[e#f|1]] [l](u 't') "
        "![i](s) #tag `c` $m$ ==h== ~~d~~ *e* %%c%% <b> [^1] ^[in] [r][d]\\\nx\n\n"
        "$$\nd\n$$\n\n> [!note]+ T\n> x\n\n> q\n\n"
        "|a|\n|-|\n|b|\n\n---\n\n[d]: u\n[^1]: x\n",
    )
    allowed = {
        "type", "start", "end", "children", "value", "depth", "ordered", "checked", "lang", "meta",
        "label", "url", "title", "target", "alias", "kind", "fold", "name", "id",
        "alt",  # of an image, as in mdast
        "number",  # of an ordered list: mdast's `start`, which is the offset here
    }  # fmt: skip
    todo, seen = [vault.run("tree", "a.md", "--output-format", "json").report], set()
    for node in todo:
        todo += node["children"]
        seen.add(node["type"])
        assert set(node) <= allowed, node["type"]
        assert isinstance(node["start"], int)
    assert {"yaml", "listItem", "callout", "footnoteDefinition", "blockId", "tableCell"} <= seen


def test_the_tree_for_people_is_an_outline(vault: VaultOnDisk) -> None:
    vault.put("a.md", "# T\n\n- x\n")
    lines = vault.run("tree", "a.md").out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "root", "heading", "text", "list", "listItem", "paragraph", "text",
    ]  # fmt: skip
    assert [len(line) - len(line.lstrip()) for line in lines] == [0, 2, 4, 2, 4, 6, 8]


@pytest.mark.parametrize("form", ["full", "json"])
def test_a_note_that_is_not_utf8_has_no_tree(vault: VaultOnDisk, form: str) -> None:
    vault.put("a.md", b"a\n\xe9")
    error = vault.refusal("tree", "a.md", "--output-format", form)
    assert "UTF-8" in error
    assert "2" in error


def test_a_deep_tree_is_printed_whole(vault: VaultOnDisk) -> None:
    vault.put("a.md", "> " * 500 + "deep\n" + "*a **b " * 500)
    assert vault.run("tree", "a.md", "--output-format", "json").report["end"] == 1000 + 5 + 3500
