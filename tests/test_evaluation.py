"""The labelled notes of `tests/evaluation`: what is found there, and what must never be."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import lru_cache

import pytest
from conftest import VaultOnDisk
from evaluation import evaluate
from evaluation.evaluate import Findings, Place, Score

from notelint.config.catalogue import shipped_rules

LABELS = evaluate.read_labels()
RULES = {name: rule for name, rule in shipped_rules().items() if not rule.configuration}
LEAST_LABELS = 3  # fewer would say nothing of a rule

each_rule = pytest.mark.parametrize("rule", RULES)


@lru_cache(maxsize=1)
def findings() -> Findings:
    return evaluate.run()


@lru_cache(maxsize=1)
def scores() -> dict[str, Score]:
    return {score.rule: score for score in evaluate.scores(LABELS, findings())}


def differences(rule: str) -> str:
    lines = evaluate.differences(LABELS, findings())
    return "\n".join(line for line in lines if f" {rule}:" in line)


@each_rule
def test_what_is_found_is_right(rule: str) -> None:
    score = scores()[rule]
    if score.fix == "safe":
        assert score.precision == 1.0, differences(rule)
    elif score.is_default:
        assert score.precision >= 0.95, differences(rule)


@each_rule
def test_what_can_be_mended_is_found(rule: str) -> None:
    score = scores()[rule]
    if score.fix == "safe":
        assert score.recall >= 0.98, differences(rule)


@each_rule
def test_a_rule_has_labels(rule: str) -> None:
    score = scores()[rule]
    if score.fix == "safe" or score.is_default:
        assert score.labelled >= LEAST_LABELS


def test_a_finding_is_true_only_where_its_label_stands() -> None:
    place = Place("note.md", 3, 10, "source-spacing")
    found = {"fix": {"applicability": "safe"}, "message": "a blank"}
    there = {score.rule: score for score in evaluate.scores({place: " "}, {place: found})}
    beside = place._replace(column=11)
    missed = {score.rule: score for score in evaluate.scores({place: " "}, {beside: found})}
    assert (there[place.rule].precision, there[place.rule].recall) == (1.0, 1.0)
    assert (missed[place.rule].precision, missed[place.rule].recall) == (0.0, 0.0)
    assert list(evaluate.differences({place: " "}, {beside: found})) == [
        "missed note.md:3:10 source-spacing: ` `",
        "wrong  note.md:3:11 source-spacing: a blank",
    ]


def test_labels_are_drawn_under_their_lines() -> None:
    drawn = list(evaluate.picture("terms/tic.md", LABELS))
    below = drawn[drawn.index("## Source [^1]") + 1]
    assert below == "         ^ source-spacing"


def test_there_are_enough_notes() -> None:
    assert len(evaluate.notes()) >= 120
    assert len({place.path for place in LABELS if place.path.startswith("terms/")}) >= 120


def test_every_rule_with_a_safe_fix_is_among_them() -> None:
    told = {name for name, rule in RULES.items() if rule.fixes.startswith("Safe")}
    assert told <= {name for name, score in scores().items() if score.fix == "safe"}


def test_the_text_of_every_label_stands_at_its_place() -> None:
    for place, text in LABELS.items():
        line = evaluate.lines_of(evaluate.read_note(place.path))[place.line - 1]
        assert line[place.column - 1 :].startswith(text), place


def test_every_label_is_of_a_note_and_said_once() -> None:
    assert {place.path for place in LABELS} <= set(evaluate.notes())
    lines = evaluate.LABELS.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("  - ")]) == len(LABELS)


def test_no_other_note_is_named_like_one_of_another_letter_case() -> None:
    names = Counter(path.casefold() for path in evaluate.notes())
    assert names.most_common(1)[0][1] == 1


def test_the_bytes_of_the_notes_came_through_git() -> None:
    assert (evaluate.VAULT / "terms/chorale.md").read_bytes().count(b"\r\n") == 9
    assert (evaluate.VAULT / "terms/baroque.md").read_bytes().startswith(b"\xef\xbb\xbf## Syn")


def test_the_page_shows_what_the_script_prints() -> None:
    page = evaluate.PAGE.read_text(encoding="utf-8")
    shown = re.search(r"^As of \d{4}-\d\d-\d\d: ([\s\S]*)<!-- end of the table -->", page, re.M)
    assert shown, "run `python tests/evaluation/evaluate.py --write`"
    assert shown[1] == evaluate.table(scores().values(), LABELS)


@pytest.fixture
def copy(folder: VaultOnDisk) -> VaultOnDisk:
    """The evaluation's vault in a folder of its own."""
    shutil.copytree(evaluate.VAULT, folder.root, dirs_exist_ok=True)
    return folder


def test_safe_fixes_change_labelled_places_only_and_a_second_run_nothing(
    copy: VaultOnDisk,
) -> None:
    safe = {name for name, score in scores().items() if score.fix == "safe"}
    copy.run("--fix", "--select", "ALL")
    once = {path: (copy.root / path).read_bytes() for path in evaluate.notes()}
    for path, content in once.items():
        before = evaluate.read_note(path)
        assert outside(path, before, safe).fullmatch(decoded(content)), path
    assert copy.json("--fix", "--select", "ALL").report["summary"]["fixed"] == 0
    assert {path: (copy.root / path).read_bytes() for path in once} == once


def outside(path: str, before: str, rules: set[str]) -> re.Pattern[str]:
    """What a note must look like when only the labelled places of some rules were changed."""
    pattern, end = "", 0
    for place in sorted(place for place in LABELS if place.path == path and place.rule in rules):
        start = offset(before, place.line, place.column)
        pattern += re.escape(before[end:start]) + r"[\s\S]{0,99}?"
        end = max(end, start + len(LABELS[place]))
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
