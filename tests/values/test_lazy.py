"""Faces of folders: nothing is imported before it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from notelint.values import modules_in

FACE = """\
from notelint.values.lazy import exports
__getattr__ = exports(__name__, {".door": "knock ring", "string": "ascii_letters"})
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package with a face and a module behind it."""
    (tmp_path / "a_house").mkdir()
    (tmp_path / "a_house/__init__.py").write_text(FACE)
    (tmp_path / "a_house/door.py").write_text("knock, ring = object(), 'ring'\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield import_module("a_house")
    for name in ("a_house", "a_house.door"):
        sys.modules.pop(name, None)


def test_a_name_is_imported_when_it_is_first_asked_for(house: ModuleType) -> None:
    assert "a_house.door" not in sys.modules
    assert house.ring == "ring"
    assert "a_house.door" in sys.modules
    assert house.knock is sys.modules["a_house.door"].knock


def test_a_name_that_was_asked_for_is_one_of_the_face_itself(house: ModuleType) -> None:
    assert "knock" not in vars(house)
    assert house.knock is vars(house)["knock"]
    assert "ring" not in vars(house)


def test_a_face_may_hand_on_what_another_one_has(house: ModuleType) -> None:
    assert house.ascii_letters.startswith("abc")


def test_the_modules_of_a_folder(house: ModuleType) -> None:
    [place] = house.__path__
    for name in ("window.py", "_cellar.py", "attic.pyc", "notes.txt", "py"):
        (Path(place) / name).touch()
    assert modules_in("a_house") == ["attic", "door", "window"]
