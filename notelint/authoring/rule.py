"""The shape of a rule: identity, reason, examples and options in a class, findings from ``check``.

A rule is a frozen dataclass. Its docstring says why the rule matters to a reader of notes, its
fields are its options, its examples are documentation and tests at once. It knows the note and
the vault, and neither the configuration, nor the disk, nor other rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from notelint.authoring.trigger import Trigger
from notelint.notes import Note
from notelint.values import Finding, Severity, dataclass, field
from notelint.vault import Vault


def option(default: Any, about: str) -> Any:
    """A field of a rule that a configuration may set; ``about`` says what it does."""
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Base of all rules.

    ``summary`` is one sentence that states what a good note has. ``bad`` is a note that the rule
    finds fault with, ``good`` one that it does not, both in a vault that also has the ``files``
    (path → text) and the ``configuration`` (YAML) where the rule needs one; ``fixes`` says what
    ``--fix`` does and why it is safe or not, and is empty for a rule without a fix.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    summary: ClassVar[str]
    bad: ClassVar[str]
    good: ClassVar[str]
    files: ClassVar[Mapping[str, str]] = MappingProxyType({})
    configuration: ClassVar[str] = ""
    fixes: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.WARNING
    is_default: ClassVar[bool] = True

    # An option that the rule does not have is an error, for whoever validates the configuration.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    @property
    def reason(self) -> str:
        """Why the rule matters."""
        from inspect import getdoc

        return getdoc(type(self)) or ""

    @property
    def trigger(self) -> Trigger | None:
        """What must stand in a note for the rule to find anything in it; without that it is not
        run. None where it may find something in any note. A rule says it in its class, or as a
        property that follows its options."""
        return None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        """The findings of one note."""
        raise NotImplementedError
