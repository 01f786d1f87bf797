"""How notelint does on notes whose defects were labelled by somebody who had seen no rule.

`labels.yaml` says, note by note, what is wrong where, whether a careful reader would mend it
without hesitation (`certain`), and what is right there (null where a person must decide).

    python tests/second_reader/score.py             the first table of docs/evaluation.md, in two
                                                    numbers, too: precision and recall
    python tests/second_reader/score.py -v          and each finding and safe fix that is wrong,
                                                    and each certain label that is missed
    python tests/second_reader/score.py [-v] NAME   of a folder beside it that has a labels.yaml
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from notelint.values import Edit, Span, apply_edits, split_lines

FOLDER = Path(__file__).parent

# A scar may be called by another name than the reader's: the ligature of a split word, say.
ALSO = {
    "ligature": {"split-ligature"},
    "split-ligature": {"ligature"},
    "invisible-character": {"broken-word", "split-word", "mojibake"},
    "broken-word": {"invisible-character", "split-word"},
    "split-word": {"broken-word", "invisible-character", "lost-hyphen"},
    "lost-hyphen": {"split-word"},
    "mixed-script": {"mojibake"},
    "mojibake": {"mixed-script", "replacement-character", "invisible-character"},
    "math-number": {"math-dash"},
    "undefined-footnote": {"malformed-definition"},
    "space-before-punctuation": {"padded-bracket", "math-number", "math-part-of-speech"},
    "malformed-link": {"unresolved-link"},
    "unresolved-link": {"malformed-link", "alias-link", "unescaped-bar"},
    "missing-embed": {"unescaped-bar"},
}


class Label(NamedTuple):
    """What a reader found wrong at a place; ``right`` is what should stand there."""

    set: Path
    path: str
    span: Span
    rule: str
    text: str
    is_certain: bool
    right: str | None


class Found(NamedTuple):
    """A finding, and the edits of its fix where that is safe."""

    set: Path
    path: str
    span: Span
    rule: str
    message: str
    safe_edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Score:
    """Labels, and what was found by the rules that have labels."""

    labels: tuple[Label, ...]
    findings: tuple[Found, ...]

    @cached_property
    def wrong(self) -> list[Found]:
        """The findings where the reader found nothing wrong."""
        return [found for found in self.findings if not self.meant(found)]

    @cached_property
    def missed(self) -> list[Label]:
        """The certain labels that no finding of their rule meets."""
        met = {
            label
            for found in self.findings
            for label in self.meant(found)
            if label.rule == found.rule
        }
        return [label for label in self.labels if label.is_certain and label not in met]

    @cached_property
    def wrong_fixes(self) -> list[Found]:
        """The safe fixes that make anything but what is right of what is wrong."""
        return [found for found in self.findings if found.safe_edits and self._is_mistake(found)]

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / len(self.findings)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / sum(label.is_certain for label in self.labels)

    def by_rule(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Each rule with its findings, the wrong ones, the certain labels, and the missed ones."""
        counts = (
            Counter(item.rule for item in items)
            for items in (
                self.findings,
                self.wrong,
                [label for label in self.labels if label.is_certain],
                self.missed,
            )
        )
        found, wrong, certain, missed = counts
        for rule in sorted(certain):
            yield rule, found[rule], wrong[rule], certain[rule], missed[rule]

    def meant(self, found: Found) -> list[Label]:
        """The labels that a finding may speak of."""
        names = {found.rule} | ALSO.get(found.rule, set())
        place = Span(found.span.start, max(found.span.end, found.span.start + 1))
        labels = self._by_note[found.path]
        return [label for label in labels if label.rule in names and label.span.touches(place)]

    @cached_property
    def _by_note(self) -> dict[str, list[Label]]:
        by_note: dict[str, list[Label]] = defaultdict(list)
        for label in self.labels:
            by_note[label.path].append(label)
        return by_note

    def _is_mistake(self, found: Found) -> bool:
        """Whether a safe fix does not make of a label's text what is right."""
        meant = [label for label in self.meant(found) if label.rule == found.rule]
        known = [label for label in meant if label.right is not None]
        if not known:
            return not self.meant(found)
        return not any(mended(self._edits_within(found, label), label) for label in known)

    def _edits_within(self, found: Found, label: Label) -> list[Edit]:
        """The edits of a finding, and of all others within the same label, which may be two
        formulas."""
        beside = [
            other
            for other in self.findings
            if other.path == found.path
            and other.rule == found.rule
            and other.safe_edits
            and label.span.start <= other.span.start
            and other.span.end <= label.span.end
        ]
        return [
            edit for one in ([found] if found not in beside else beside) for edit in one.safe_edits
        ]


def mended(given: list[Edit], label: Label) -> bool:
    """Whether edits make of the text around a label what it should be. Whether a label stands in
    asterisks is an option of the rule."""
    content = read(label)
    start = min(label.span.start, *(edit.span.start for edit in given))
    end = max(label.span.end, *(edit.span.end for edit in given))
    edits = (edit._replace(span=moved(edit.span, -start)) for edit in given)
    right = Edit(moved(label.span, -start), str(label.right))
    text = content[start:end]
    made, meant = apply_edits(text, edits), apply_edits(text, [right])
    return made == meant or (label.rule == "math-part-of-speech" and plain(made) == plain(meant))


def plain(text: str) -> str:
    return text.replace("*", "")


def moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def read(item: Label | Found) -> str:
    """The note that something stands in."""
    return _content(item.set / "vault" / item.path)


@cache
def _content(path: Path) -> str:
    return path.read_bytes().decode()


def read_labels(folder: Path) -> tuple[Label, ...]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    pages = yaml.load((folder / "labels.yaml").read_text(encoding="utf-8"), Loader=loader)
    return tuple(_label(folder, path, label) for path, labels in pages.items() for label in labels)


def _label(folder: Path, path: str, label: Any) -> Label:
    lines = split_lines(_content(folder / "vault" / path))
    start = lines[label["line"] - 1].start + label["column"] - 1
    span = Span(start, start + len(label["text"]))
    kept = label["rule"], label["text"], label["certain"], label["right"]
    return Label(folder, path, span, *kept)


def run(folder: Path, rules: Iterable[str]) -> tuple[Found, ...]:
    """What notelint finds in the vault of a set with some rules."""
    vault = str(folder / "vault")
    command = [sys.executable, "-m", "notelint", vault, "--select", ",".join(sorted(rules))]
    options = ["--vault", vault, "--isolated", "--no-cache", "--output-format", "json"]
    done = subprocess.run([*command, *options], capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return tuple(_found(folder, given) for given in json.loads(done.stdout)["diagnostics"])


def _found(folder: Path, given: Any) -> Found:
    fix = given["fix"]
    is_safe = fix is not None and fix["applicability"] == "safe"
    edits = (Edit(_span(edit), edit["text"]) for edit in fix["edits"]) if is_safe else ()
    return Found(folder, given["path"], _span(given), given["name"], given["message"], tuple(edits))


def _span(given: Any) -> Span:
    return Span(given["start"]["offset"], given["end"]["offset"])


def score(folder: Path = FOLDER) -> Score:
    labels = read_labels(folder)
    return Score(labels, run(folder, {label.rule for label in labels}))


def table(scored: Score) -> Iterator[str]:
    yield "| rule | findings | wrong | certain labels | found |"
    yield "|---|--:|--:|--:|--:|"
    for rule, found, wrong, certain, missed in scored.by_rule():
        yield f"| {rule} | {found} | {wrong} | {certain} | {certain - missed} |"


def main(arguments: list[str]) -> None:
    names = [argument for argument in arguments if argument != "-v"]
    scored = score(FOLDER.joinpath(*names))
    print("\n".join(table(scored)))
    print(f"precision {scored.precision:.4f}, recall of certain labels {scored.recall:.4f}")
    if "-v" in arguments:
        for found in scored.wrong:
            print(f"wrong   {_where(found)}: {found.message}")
        for found in scored.wrong_fixes:
            print(f"misfix  {_where(found)}: {[edit.text for edit in found.safe_edits]}")
        for label in scored.missed:
            print(f"missed  {_where(label)}: {label.text!r} -> {label.right!r}")


def _where(item: Label | Found) -> str:
    line = read(item).count("\n", 0, item.span.start) + 1
    shown = read(item)[item.span.start : item.span.end]
    return f"{item.path}:{line} {item.rule} {shown!r}"


if __name__ == "__main__":
    main(sys.argv[1:])
