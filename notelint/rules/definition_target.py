from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Literal

from notelint.authoring import (
    Cited,
    Finding,
    Form,
    Note,
    Rule,
    Trigger,
    Vault,
    chain,
    cited_by,
    dataclass,
    option,
)

_NAMES = {
    Form.WIKILINK: "a wikilink",
    Form.LINK: "a Markdown link",
    Form.URL: "a bare URL",
    Form.WORDS: "words without a link",
}


@dataclass(frozen=True, kw_only=True)
class DefinitionTarget(Rule):
    """A vault counts its sources by the links of its definitions. What is cited in another way than
    the house's is not found when one asks what rests on a dictionary. It says nothing until one of
    its options says what the house asks for."""

    name = "definition-target"
    code = "NL212"
    summary = "A definition cites in the way of the house."
    configuration = "rules:\n  definition-target: {forms: [wikilink]}\n"
    bad = "Walls hold.[^1]\n\n[^1]: a book\n"
    good = "Walls hold.[^1]\n\n[^1]: [[#Walls]]\n\n# Walls\n"

    forms: tuple[Literal["wikilink", "link", "url", "words"], ...] = option(
        (), "what a definition may be; nothing means anything"
    )
    targets: tuple[str, ...] = option(
        (),
        "the files that wikilinks may name, as patterns in shell style: `['(Home Page) *']`; "
        "nothing means any",
    )

    @property
    def trigger(self) -> Trigger:
        return Trigger(facts=("definitions",) if self.forms or self.targets else ())

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for definition in note.facts.definitions:
            problem = self._problem(cited_by(note, definition))
            if problem:
                places = chain(note, vault, definition.label, but=definition.marker)
                yield Finding(definition.marker, problem, None, *places)

    def _problem(self, cited: Cited) -> str | None:
        if cited.form is Form.NOTHING:
            return None
        if self.forms and str(cited.form) not in self.forms:
            wanted = " or ".join(_NAMES[Form(form)] for form in self.forms)
            return f"the definition is {_NAMES[cited.form]}, not {wanted}"
        is_named = any(fnmatchcase(cited.name, pattern) for pattern in self.targets)
        if self.targets and cited.form is Form.WIKILINK and not is_named:
            wanted = " or ".join(f"`{pattern}`" for pattern in self.targets)
            return f"`{cited.name}` is not called as {wanted}"
        return None
