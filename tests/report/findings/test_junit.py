"""The format ``junit``: suites and cases as jenkins' ``junit-10.xsd`` has them."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk
from support.reports import finding
from support.short_notes import GOOD, SPACED

from notelint.lint import Result
from notelint.report import Options, Report
from notelint.report.findings import junit
from notelint.report.names import readable
from notelint.values import Text

# What may stand where, and which attributes have to: the part of the schema that notelint uses.
ATTRIBUTES = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "error"}),
    "failure": ({"message", "type"}, set[str]()),
    "error": ({"message"}, set[str]()),
}


def parsed(output: str) -> Element:
    root = ElementTree.fromstring(output.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = ATTRIBUTES[element.tag]
        assert set(element.keys()) == attributes
        assert {child.tag for child in element} <= children
    for element in (root, *root):
        counts = (element.get("tests"), element.get("failures"), element.get("errors"))
        parts = ("testcase", "failure", "error")
        assert counts == tuple(str(len(list(element.iter(part)))) for part in parts)
    return root


def of_results(*results: Result) -> Element:
    return parsed("".join(junit.render(Report("/vault", list(results)), Options())))


def test_a_suite_is_a_note_and_a_case_a_finding(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    vault.put("b.md", GOOD)
    bad, good = parsed(vault.run("--output-format", "junit").out)
    assert (bad.get("name"), good.get("name")) == ("a.md", "b.md")
    [case], [passed] = bad, good
    assert (case.get("name"), case.get("classname")) == ("NL201", "a.md")
    assert case[0].get("message") == "a blank between `Source` and its footnote"
    assert (case[0].text or "").startswith("a.md:3:10: NL201 source-spacing: ")
    assert (passed.get("classname"), list(passed)) == ("b.md", [])


def test_every_name_comes_through(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    root = parsed(vault.run("--output-format", "junit").out)
    assert {suite.get("name") for suite in root} == {f"notes/{readable(n)}" for n in names}


def test_what_xml_forbids_is_dropped() -> None:
    suite = of_results(Result("a\x00\x1b\ufffe\ud800b.md", Text(""), Text("")))[0]
    assert suite.get("name") == "a\\ud800b.md"


def test_a_note_that_could_not_be_read_is_an_error() -> None:
    unread = Result.unread("a.md", "cannot read a.md: <gone>")
    left = finding("ﬁ", "ﬁ")
    [of_unread, of_left] = of_results(unread, Result(**{**vars(left), "error": "left"}))
    assert of_unread[0][0].get("message") == "cannot read a.md: <gone>"
    assert [case[0].tag for case in of_left] == ["failure", "error"]


def test_a_run_without_a_note_has_no_suite() -> None:
    assert list(of_results()) == []
