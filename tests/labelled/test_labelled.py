"""The labelled notes: what is found there, what is fixed, and what must never be a finding."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import lru_cache

import pytest
from labelled import labels as labelled
from labelled.labels import Findings, Place
from support.on_disk import VaultOnDisk

LABELS = labelled.read_labels()
KNOWN_TO_BE_MISSED = [
    "missed papers/Interview.md:2:39 space-before-punctuation: ` `",
    "missed terms/adaptation.md:8:101 lost-hyphen: `darkadaptation`",
    "missed terms/decibel.md:6:58 math-number: `$85$`",
    "missed terms/hormone.md:8:43 small-caps: `ENDOCRINE Gland`",
    "missed terms/sleep.md:7:110 broken-word: `wor-`",
]


ALLOW = re.compile(r"\s*(?:%%|<!--) notelint:[^\r\n]*?(?:%%|-->)")


@lru_cache(maxsize=1)
def findings() -> Findings:
    return labelled.run()


def test_what_is_found_is_what_is_labelled() -> None:
    assert list(labelled.differences(LABELS, findings())) == KNOWN_TO_BE_MISSED


def test_a_finding_is_true_only_where_its_label_stands() -> None:
    place = Place("note.md", 3, 10, "source-spacing")
    beside = place._replace(column=11)
    other = place._replace(rule="a-rule-without-labels")
    found = {"message": "a blank"}
    assert list(labelled.differences({place: " "}, {beside: found, other: found})) == [
        "missed note.md:3:10 source-spacing: ` `",
        "wrong  note.md:3:11 source-spacing: a blank",
    ]


def test_labels_are_drawn_under_their_lines() -> None:
    drawn = list(labelled.picture("terms/tic.md", LABELS))
    below = drawn[drawn.index("## Source [^1]") + 1]
    assert below == "         ^ source-spacing"


def test_the_text_of_every_label_stands_at_its_place() -> None:
    for place, text in LABELS.items():
        line = labelled.lines_of(labelled.read_note(place.path))[place.line - 1]
        assert line[place.column - 1 :].startswith(text), place


def test_every_label_is_of_a_note_and_said_once() -> None:
    assert {place.path for place in LABELS} <= set(labelled.notes())
    lines = labelled.LABELS.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("  - ")]) == len(LABELS)


def test_no_other_note_is_named_like_one_of_another_letter_case() -> None:
    names = Counter(path.casefold() for path in labelled.notes())
    assert names.most_common(1)[0][1] == 1


def test_the_bytes_of_the_notes_came_through_git() -> None:
    assert (labelled.VAULT / "terms/chorale.md").read_bytes().count(b"\r\n") == 9
    assert (labelled.VAULT / "terms/baroque.md").read_bytes().startswith(b"\xef\xbb\xbf## Syn")


@pytest.fixture
def copy(folder: VaultOnDisk) -> VaultOnDisk:
    """The labelled vault in a folder of its own."""
    shutil.copytree(labelled.VAULT, folder.root, dirs_exist_ok=True)
    return folder


def test_safe_fixes_change_labelled_places_only_and_a_second_run_nothing(
    copy: VaultOnDisk,
) -> None:
    safe = {
        place.rule
        for place, found in findings().items()
        if found["fix"] and found["fix"]["applicability"] == "safe"
    }
    copy.run("--fix", "--select", "ALL")
    once = {path: (copy.root / path).read_bytes() for path in labelled.notes()}
    for path, content in once.items():
        before = labelled.read_note(path)
        assert outside(path, before, safe).fullmatch(decoded(content)), path
    assert copy.json("--fix", "--select", "ALL").report["summary"]["fixed"] == 0
    assert {path: (copy.root / path).read_bytes() for path in once} == once


def outside(path: str, before: str, rules: set[str]) -> re.Pattern[str]:
    """What a note must look like when only the labelled places of some rules were changed."""
    pattern, end = "", 0
    for place in sorted(place for place in LABELS if place.path == path and place.rule in rules):
        start = offset(before, place.line, place.column)
        stop = start + len(LABELS[place])
        for comment in ALLOW.finditer(before):  # goes whole, with the blanks before it or its line
            if comment.start() <= start <= comment.end():
                start, stop = comment.span()
        pattern += re.escape(before[end:start]) + r"[\s\S]{0,99}?"
        end = max(end, stop)
    return re.compile(pattern + re.escape(before[end:]))


def offset(text: str, line: int, column: int) -> int:
    ends = [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]
    return ([0, *ends])[line - 1] + column - 1


def decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


MATHEMATICS = "(Home Page) A Concise Dictionary of Mathematics 5th Edition"
COMPUTING = "(Home Page) A Dictionary of Computer Science 7th Edition"
LINK = "[[(3) Matrices - Matrix Multiplication  - by by a friend#^724853]]"


@pytest.mark.parametrize(
    "item",
    [
        "$n$. The number of terms",
        "$n$. the number of terms",
        "the prime factors of $n$.",
        "$C$ is continuous on the whole line",
        "special cases of $n$-dimensional arrays",
        "De Moivre's pupil Stirling (1692–1770) gave the constant",
        r"a factor of it \[From Latin radix a root]",
        r"glucose, $\mathrm{C}_{6} \mathrm{H}_{12} \mathrm{O}_{6}$, in water",
        r"morphine, $C_{17}H_{19}NO_3$, and the ion $\left(\mathrm{Ca}^{2+}\right)$",
        r"ice, which melts at $0^{\circ} \mathrm{C}$",
        f"see {LINK}",
    ],
)
@pytest.mark.parametrize("home", [MATHEMATICS, COMPUTING])
def test_what_is_right_is_never_a_finding(vault: VaultOnDisk, item: str, home: str) -> None:
    vault.put(f"{home}.md", "1. [[term]]\n")
    vault.put("(3) Matrices - Matrix Multiplication  - by by a friend.md", "A sum. ^724853\n")
    sections = f"## Synthesis\n- What it is.\n## Source[^1]\n- {item}\n## References\n"
    vault.put("term.md", f"{sections}\n[^1]: [[{home}]]\n")
    assert vault.json("--select", "ALL").report["diagnostics"] == []
