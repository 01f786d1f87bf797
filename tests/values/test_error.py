"""What notelint cannot go on after: where, what, and what to do."""

from __future__ import annotations

import pickle

import pytest

from notelint.values import (
    ConfigError,
    NoteChangedError,
    NotelintError,
    Place,
    ReadError,
    UsageError,
    VaultLockedError,
    WriteError,
)


@pytest.mark.parametrize(
    ("place", "told"), [(Place("a.yaml", 3), "a.yaml:3"), (Place("a.yaml"), "a.yaml")]
)
def test_a_place_is_told_with_its_line_where_that_is_known(place: Place, told: str) -> None:
    assert str(place) == told


@pytest.mark.parametrize(
    ("place", "remedy", "told"),
    [
        (None, "", "gone"),
        (None, "look", "gone; look"),
        (Place("a.md"), "", "a.md: gone"),
        (Place("a.md", 2), "look", "a.md:2: gone; look"),
    ],
)
def test_what_is_not_known_is_left_out(place: Place | None, remedy: str, told: str) -> None:
    assert str(NotelintError("gone", remedy, place)) == told


@pytest.mark.parametrize(
    "kind", [UsageError, ReadError, WriteError, NoteChangedError, VaultLockedError]
)
def test_an_error_of_any_kind_can_be_sent(kind: type[NotelintError]) -> None:
    error = pickle.loads(pickle.dumps(kind("gone", "look", Place("a.md", 2))))
    assert (type(error), str(error)) == (kind, "a.md:2: gone; look")


def test_the_key_of_a_configuration_is_told_once_however_often_it_is_sent() -> None:
    error = ConfigError("is wrong", key="rules.x")
    for _ in range(3):
        error = pickle.loads(pickle.dumps(error))
    assert (error.key, error.message) == ("rules.x", "rules.x: is wrong")
