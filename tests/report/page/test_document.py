"""The page of ``notelint report``: what it says is what the other reports say."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from support.html_pages import Element, findings_of, read_page, table
from support.on_disk import VaultOnDisk

from notelint.report import NoteOnPage
from notelint.report.page.markup import MOST
from notelint.values import Span
from notelint.worklist import NoteWork

EXAMPLES = Path(__file__).parents[3] / "examples/vault"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section"),
    *("h1", "h2", "p", "a", "ul", "li", "dl", "div", "dt", "dd", "script"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("form", "label", "input", "button", "figure", "svg", "polyline", "figcaption"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "aria-label"),
    *("aria-labelledby", "role", "tabindex", "scope", "type", "hidden", "for", "autocomplete"),
    *("spellcheck", "placeholder", "viewbox", "points"),
}
EVIL = "<img src=x onerror=alert(1)>\"'&</script><script>alert(2)</script>"


@pytest.fixture
def examples(vault: VaultOnDisk) -> VaultOnDisk:
    for file in EXAMPLES.rglob("*"):
        if file.is_file():
            vault.put(file.relative_to(EXAMPLES).as_posix(), file.read_bytes())
    return vault


def page(vault: VaultOnDisk, *arguments: str) -> Element:
    ran = vault.run("report", "-o", "../page.html", *arguments)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return read_page((vault.root / "../page.html").read_text(encoding="utf-8"))


def number(text: str) -> int:
    return int(text.replace(",", ""))


def test_its_findings_are_those_of_a_check(examples: VaultOnDisk) -> None:
    shown = findings_of(page(examples))
    told = examples.json().report["diagnostics"]
    assert [(f["path"], f["line"], f["column"], f["name"], f["message"]) for f in shown] == [
        (d["path"], d["start"]["line"], d["start"]["column"], d["name"], d["message"]) for d in told
    ]
    fixes = [d["fix"]["applicability"] if d["fix"] else "" for d in told]
    assert [f["fix"] for f in shown] == fixes


def test_the_first_findings_stand_there_without_a_script(examples: VaultOnDisk) -> None:
    found = page(examples)
    rows = table(found, "Findings, by note and place")
    shown = [(r["Note"], number(r["Line"]), r["Rule"], r["Finding"], r["Fix"]) for r in rows]
    assert shown == [
        (f["path"], f["line"], f["name"], f["message"], f["fix"]) for f in findings_of(found)
    ]


def test_its_counts_are_those_of_a_check(examples: VaultOnDisk) -> None:
    found, report = page(examples), examples.json().report
    numbers = dict(
        zip([e.text for e in found.all("dt")], [e.text for e in found.all("dd")], strict=True)
    )
    assert number(numbers["Notes"]) == report["summary"]["files"]
    assert number(numbers["Findings"]) == report["summary"]["findings"]
    assert number(numbers["--fix would mend"]) == report["summary"]["fixable"]
    rules = table(found, "Findings by rule, and their fixes")
    assert {row["Rule"]: number(row["Findings"]) for row in rules} == {
        name: sum(d["name"] == name for d in report["diagnostics"])
        for name in {d["name"] for d in report["diagnostics"]}
    }
    folders = table(found, "Findings by folder")
    assert sum(number(row["Findings"]) for row in folders) == report["summary"]["findings"]


def test_its_sources_are_those_of_sources(examples: VaultOnDisk) -> None:
    rows = table(page(examples), "Works and their editions")
    works = examples.run("sources", "--format", "json").report["works"]
    assert [(row["Work"], row["Edition"], number(row["Notes"])) for row in rows] == [
        (work["title"], edition["edition"], edition["notes"])
        for work in works
        for edition in work["editions"]
    ]


def test_what_is_to_be_written_is_the_worklist(examples: VaultOnDisk) -> None:
    rows = table(page(examples), "Syntheses to write")
    items = examples.run("worklist", "--format", "json").report["items"]
    assert [(row["Note"], row["Synthesis"], number(row["Sources that wait"])) for row in rows] == [
        (item["path"], item["kind"], item["sources"]) for item in items
    ]
    assert rows


def test_broken_links_stand_under_their_targets(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[roof]] [[roof]] [[gate]] ![[x.png]]\n")
    vault.put("b.md", "[[roof]]\n")
    rows = table(page(vault), "Links that lead nowhere, by target")
    assert [(row["Target"], row["Rule"], row["Links"], row["In"]) for row in rows] == [
        ("roof", "unresolved-link", "3", "a.md, b.md"),
        ("gate", "unresolved-link", "1", "a.md"),
        ("x.png", "missing-embed", "1", "a.md"),
    ]


def test_a_finding_is_told_by_the_dictionary_that_is_quoted_there(examples: VaultOnDisk) -> None:
    found = {(f["path"], f["name"]): f["dictionary"] for f in findings_of(page(examples))}
    assert found["terms/habituation.md", "math-dash"] == "A Dictionary of Psychology"
    assert found["terms/habituation.md", "empty-synthesis"] == ""


def test_where_a_dictionary_is_quoted_is_told_of_many_sections() -> None:
    names = [f"Dictionary {number}" for number in range(5)]
    quoting = tuple((Span(10 * at + 5, 10 * at + 10), name) for at, name in enumerate(names))
    note = NoteOnPage(None, NoteWork("a.md"), (), quoting)
    told = [note.quoted_at(offset) for offset in range(60)]
    assert told == [*(name for name in names for name in [""] * 5 + [name] * 5), *[""] * 10]


def test_nothing_but_its_own_style_and_script_may_run(examples: VaultOnDisk) -> None:
    found = page(examples)
    (policy,) = (
        e.attributes["content"] or "" for e in found.all("meta") if "http-equiv" in e.attributes
    )
    assert policy.startswith("default-src 'none'; ")
    scripts = [e for e in found.all("script") if e.attributes.get("type") != "application/json"]
    for kind, elements in (("style", found.all("style")), ("script", scripts)):
        (element,) = elements
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    head = [e.tag for e in found.one("head").all()]
    assert head.index("meta") < head.index("style")


def test_it_asks_for_nothing(examples: VaultOnDisk) -> None:
    found = page(examples)
    assert not re.search(r"url\(|@import|https?:|src=", found.text)
    links = {e.attributes["href"] or "" for e in found.all("a")}
    assert all(link.startswith(("#", "obsidian://open?vault=")) for link in links)


def test_words_of_strangers_stay_words(vault: VaultOnDisk) -> None:
    name = EVIL.replace("/", "∕")
    vault.put(f"{name}.md", f"[[{EVIL}]] ﬁ\n[^{EVIL}]\n\n{EVIL} a\u202eb\n")
    quoted = "## Synthesis\n- \n## Source[^1]\n- ﬁ\n## References\n\n"
    vault.put(f"terms/{name}.md", f"{quoted}[^1]: [[(Home Page) {EVIL}]]\n")
    found = page(vault, "--config", "select=[ALL]")
    assert {e.tag for e in found.all()} <= TAGS
    assert {key for e in found.all() for key in e.attributes} <= ATTRIBUTES
    assert len(list(found.all("script"))) == 2
    assert any(name in f["path"] for f in findings_of(found))


def test_every_link_leads_within_the_page_or_to_a_note(examples: VaultOnDisk) -> None:
    found = page(examples)
    names = {e.attributes["id"] for e in found.all() if "id" in e.attributes}
    inside = [e.attributes["href"] or "" for e in found.one("nav").all("a")]
    assert {link.removeprefix("#") for link in inside} <= names
    assert any(
        "file=terms%2Fhabituation.md" in (e.attributes["href"] or "") for e in found.all("a")
    )


def test_a_vault_in_order_has_a_page_too(vault: VaultOnDisk) -> None:
    vault.put("a.md", "Nothing wrong.\n")
    assert table(page(vault), "Findings, by note and place") == []


def test_a_table_that_no_browser_likes_ends_with_the_number_of_the_others(
    vault: VaultOnDisk,
) -> None:
    vault.put("a.md", "".join(f"[[gone {number}]]\n" for number in range(MOST + 7)))
    found = page(vault)
    assert len(table(found, "Links that lead nowhere, by target")) == MOST
    assert "and 7 more" in [paragraph.text for paragraph in found.all("p")]
    assert len(findings_of(found)) == MOST + 7
