"""How the time of each part of notelint grows with a note: shapes made longer, all parts timed.

    python bench/growth.py [--size CHARACTERS] [--rules NAMES] [--shapes WORDS] [--quick]
                           [--reports] [--all]

Prints the parts and shapes whose time grows faster than the note, as an exponent: 1 is linear, 2 is
quadratic. Parts are all rules, one by one, and in brackets what is no rule: reading, checking,
fixing, allowing, diffs, sources, and with ``--reports`` each format. ``--quick`` leaves out most
shapes, ``--all`` prints all that took long enough to be measured; names and words are given with
commas between. Times are CPU seconds; what seems to grow too fast is measured again, and the least
of some tries counts.
"""

from __future__ import annotations

import argparse
import gc
import math
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from shapes import Make, all_shapes

from notelint.authoring import Rule
from notelint.config import ActiveRule, Options, Settings, load_settings
from notelint.lint import Result, allow, check, fix
from notelint.markdown import parse
from notelint.notes import Note, read_note, scan_summary
from notelint.report import Options as ReportOptions
from notelint.report import (
    Report,
    SourcesReport,
    as_object,
    findings_formats,
    rendered,
    rendered_diff,
    rendered_sources,
    sources_formats,
)
from notelint.sources import citations_in, count_citations
from notelint.values import Applicability, RunawayPatternError
from notelint.vault import FileNames, Vault, fold

SIZE = 10_000  # characters of the smaller note
TIMES = 4  # as many the larger one has
LEAST = 0.05  # seconds; what takes less is not told apart from noise
SURE = 0.2  # seconds; in less than that, chance is a part of it
MOST, NOISY = 1.1, 1.4  # of an exponent, of what takes long and of what does not
LIMIT = 20  # seconds for one part on one note
TRIES = 3  # of what seems to grow too fast; the least time counts

CONFIGURATION = """\
select: [ALL]
packs: [pack.yaml]
kinds:
  term:
    when: {any-heading: [Synthesis, "Source[^n]", References]}
    sections:
      - {heading: Synthesis}
      - {heading: "Source[^n]", count: 1+}
      - {heading: References, last: true}
    front-matter: {required: [type], forbidden: [tag], types: {built: date}}
rules:
  definition-target: {forms: [wikilink], targets: ["(Home Page) *"]}
"""
PACK = """\
pack: growth
version: 1
rules:
  house-words: &rule
    code: HOUSE001
    kind: words
    summary: Words.
    reason: They are words.
    where: text
    words: {word: ward, thing: think}
    message: "`{found}` is `{replacement}`"
    fix: {title: "write `{replacement}`", applicability: safe, reason: Certain.}
    bad: "A word.\\n"
    good: "A ward.\\n"
  house-lines: {<<: *rule, code: HOUSE002, where: lines}
  house-targets: {<<: *rule, code: HOUSE003, where: targets}
  house-headings: {<<: *rule, code: HOUSE004, where: headings}
  house-definitions: {<<: *rule, code: HOUSE005, where: definitions}
  house-math: {<<: *rule, code: HOUSE006, where: math}
"""
FILES = {
    "a.md": "",
    "cell wall.md": "---\naliases: [Mauer]\n---\n\nsmall hybrid zone political\n\n# Part 1\n",
    "index.md": "a\n",
    "b/index.md": "a\n",
    "c/index.md": "a\n",
    "(Home Page) A Dictionary of Psychology.md": "a\n",
    "Home Page - A.md": "a\n",
}

Answer = TypeVar("Answer")


class Stopped(BaseException):
    """A part took longer than it may."""


class Measured(NamedTuple):
    """What a part took on a note and on a longer one, in CPU seconds."""

    shape: str
    part: str
    small: float
    large: float

    @property
    def exponent(self) -> float:
        return math.log(self.large / max(self.small, 1e-4), TIMES)

    @property
    def is_suspect(self) -> bool:
        """Whether it grows too fast; the shorter the time, the less that says."""
        return self.exponent > (MOST if self.large > SURE else NOISY)


class Clock:
    """What each part took, each of them in a time that is limited."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    def time(self, part: str, work: Callable[[], Answer], fallback: Answer) -> Answer:
        answer = fallback
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            answer = work()
        except Stopped:
            self.times[part] = math.inf
        except RunawayPatternError:
            pass  # a bound of its own
        else:
            self.times[part] = time.process_time() - start
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        return answer


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--size", type=int, default=SIZE)
    arguments.add_argument("--rules", type=lambda names: names.split(","))
    arguments.add_argument("--shapes", type=lambda words: words.split(","), default=[""])
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--reports", action="store_true", help="time all formats too")
    arguments.add_argument("--all", action="store_true")
    options = arguments.parse_args()
    signal.signal(signal.SIGPROF, _stop)
    gc.disable()
    settings = _settings()
    count = 0
    for name, make in all_shapes(options.quick).items():
        if any(word in name for word in options.shapes):
            count += 1
            for m in growth(name, make, settings, options):
                seconds = f"{m.small:8.3f} {m.large:8.3f} s"
                print(f"{m.exponent:5.2f} {seconds}  {m.part:26} {m.shape}", flush=True)
    print(f"{count} shapes")


def _stop(number: int, frame: object) -> None:
    raise Stopped


def _settings() -> Settings:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "pack.yaml").write_text(PACK)
        (root / "notelint.yaml").write_text(CONFIGURATION)
        return load_settings(root, Options())


def growth(
    shape: str, make: Make, settings: Settings, options: argparse.Namespace
) -> Iterator[Measured]:
    """The parts that took long enough on a shape, and grow too fast or are asked for."""
    texts = make(options.size), make(TIMES * options.size)
    small, large = dict[str, float](), dict[str, float]()
    for _ in range(TRIES):
        for times, text in zip((small, large), texts, strict=True):
            for part, took in parts(text, settings, options).items():
                times[part] = min(times.get(part, math.inf), took)
        found = [
            Measured(shape, part, small[part], took)
            for part, took in large.items()
            if took >= LEAST and part in small
        ]
        if not any(item.is_suspect and math.isfinite(item.large) for item in found):
            break
    yield from (item for item in found if options.all or item.is_suspect)


def parts(text: str, settings: Settings, options: argparse.Namespace) -> dict[str, float]:
    """What each part takes on a note, in seconds; or only some rules."""
    only = options.rules
    gc.collect()
    clock = Clock()
    empty = read_note("a.md", "")
    clock.time("(parse)", lambda: parse(text), None)
    note = clock.time("(read)", lambda: read_note("a.md", text), empty)
    summary = clock.time("(summary)", lambda: scan_summary(text), scan_summary(""))
    summaries = {path: scan_summary(content) for path, content in FILES.items()}
    vault = Vault(
        FileNames.of([*FILES, "x.png"]), fold(summaries | {"a.md": summary}), settings.conventions
    )
    for active in settings.rules:
        if only is None or active.rule.name in only:
            clock.time(active.rule.name, partial(_count, active.rule, note, vault), 0)
    if only is None:
        _whole(clock, note, settings, vault, options.reports)
    return clock.times


def _count(rule: Rule, note: Note, vault: Vault) -> int:
    return sum(1 for _ in rule.check(note, vault))


def _tell_all(tell: Callable[..., Iterator[str]], *told: object) -> int:
    return sum(map(len, tell(*told)))


def _whole(clock: Clock, note: Note, settings: Settings, vault: Vault, with_reports: bool) -> None:
    """What is no rule: all of them together, and what is made of their findings."""
    rules = list(settings.rules)
    found = clock.time("(check)", lambda: check(note, rules, vault, settings.known), ())
    result = Result(note.path, note.text, note.text, found)
    if with_reports:
        _tell(clock, result, settings)
    for name, least in (("fix", Applicability.SAFE), ("unsafe fixes", Applicability.UNSAFE)):
        fixed = clock.time(
            f"({name})", partial(fix, note, rules, vault, least, settings.known), result
        )
        report = Report("/v", (fixed,))
        clock.time(f"({name}, diff)", partial(_tell_all, rendered_diff, report, ReportOptions()), 0)
    _allow(clock, note, rules, settings, vault)
    clock.time("(tree)", lambda: as_object(note.tree.root), None)
    cited = clock.time("(citations)", lambda: list(citations_in(note, vault)), [])
    counted = clock.time(
        "(sources)", lambda: count_citations(cited, vault), count_citations([], vault)
    )
    listed = SourcesReport("/v", 1, counted)
    for name in sources_formats():
        clock.time(f"(sources, {name})", partial(_tell_all, rendered_sources, listed, name), 0)


def _tell(clock: Clock, result: Result, settings: Settings) -> None:
    report = Report("/v", (result,), Applicability.UNSAFE, settings.catalogue)
    options = ReportOptions(is_coloured=True, shows_fixes=True)
    for name in findings_formats():
        clock.time(f"({name})", partial(_tell_all, rendered, report, name, options), 0)


def _allow(
    clock: Clock, note: Note, rules: list[ActiveRule], settings: Settings, vault: Vault
) -> None:
    def find(note: Note) -> tuple[object, ...]:
        return check(note, rules, vault, settings.known)

    clock.time("(allow)", lambda: allow(note, find, find, vault), None)


if __name__ == "__main__":
    main()
