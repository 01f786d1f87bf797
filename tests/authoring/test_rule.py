"""The shape of a rule: a frozen value whose fields are its options."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass, fields

import pytest

from notelint.authoring import Finding, Note, Rule, Vault, option


@dataclass(frozen=True, kw_only=True)
class Wordy(Rule):
    """Long notes are not read.

    Short ones are.
    """

    name = "wordy"
    code = "NL999"

    most: int = option(3, "how many characters a note may have")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        """The note, where it is longer."""
        if len(note.text.content) > self.most:
            yield Finding(note.facts.first_block, "too long")


def test_the_docstring_of_a_rule_is_its_reason() -> None:
    assert Wordy().reason == "Long notes are not read.\n\nShort ones are."


def test_the_fields_of_a_rule_are_its_options() -> None:
    assert {item.name: (item.default, item.metadata["about"]) for item in fields(Wordy)} == {
        "most": (3, "how many characters a note may have")
    }


def test_rules_with_the_same_options_are_one_value() -> None:
    assert Wordy(most=4) == pickle.loads(pickle.dumps(Wordy(most=4)))
    assert Wordy(most=4) != Wordy()
    with pytest.raises(FrozenInstanceError):
        Wordy().most = 4  # type: ignore[misc]
