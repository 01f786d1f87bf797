from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    MOST_RELATED,
    Copied,
    Finding,
    Note,
    Related,
    Rule,
    Severity,
    Trigger,
    Vault,
    copied_words,
    dataclass,
    option,
)


@dataclass(frozen=True, kw_only=True)
class CopiedSynthesis(Rule):
    """A Synthesis is there to say in one's own words what the Sources say. One that repeats a
    Source looks like a term that was understood, and no list of what is still to be written has it.
    What is marked as quoted, in quotation marks or as a block quote, is no copy, and counts for
    nothing; neither do single phrases and names that no other words say."""

    name = "copied-synthesis"
    code = "NL107"
    summary = "A Synthesis is written in one's own words."
    bad = (
        "## Synthesis\n- The rigid layer around a plant cell, which holds it up.\n## Source[^1]\n"
        "- The rigid layer around a plant cell, which holds it up.\n## References\n\n[^1]: a book\n"
    )
    good = bad.replace("The rigid layer around", "What lies about the membrane of", 1)
    severity = Severity.INFO
    trigger = Trigger(facts=("sections",))

    percent: int = option(
        50, "of how many in a hundred words there must be more in a Source, quotations aside"
    )
    run: int = option(5, "how many words in a row make a copy; fewer are phrases that all share")
    minimum: int = option(8, "how many words must stand in a Source, however short the Synthesis")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for copied in copied_words(note, vault, max(self.run, 1), self.minimum):
            is_most = 100 * copied.copied > self.percent * copied.words
            if is_most and copied.copied >= max(self.minimum, 1):
                yield _finding(note, copied)


def _finding(note: Note, copied: Copied) -> Finding:
    headings = [section.heading for section in copied.sources]
    titles = (note[heading].lstrip("# ").splitlines()[0].rstrip() for heading in headings)
    names = list(dict.fromkeys(f"`{title}`" for title in titles))
    where = " and ".join(names) if len(names) < 3 else f"{len(headings)} Sources"
    message = f"{copied.copied} of {copied.words} words stand in {where}"
    places = [Related(note.path, heading, "the words stand here too") for heading in headings]
    related, more = tuple(places[:MOST_RELATED]), max(len(places) - MOST_RELATED, 0)
    return Finding(copied.synthesis.heading, message, None, related, more)
