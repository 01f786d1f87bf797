"""The wheel: what is in it, and what is not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from notelint import __version__

PROJECT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", str(PROJECT), "--no-deps", "-q", "-w", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("notelint-*.whl")
    with zipfile.ZipFile(path) as file:
        yield file


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    return wheel.read(f"notelint-{__version__}.dist-info/{name}").decode()


def test_the_wheel_holds_the_package_and_the_packs_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    package = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "notelint").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    packs = {f"notelint/packs/shipped/{path.name}" for path in (PROJECT / "rules").iterdir()}
    about = f"notelint-{__version__}.dist-info/"
    assert "notelint/packs/shipped/artifacts.yaml" in packs
    assert "notelint/py.typed" in package
    assert {name for name in wheel.namelist() if not name.startswith(about)} == package | packs


def test_the_wheel_has_the_command_and_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    assert "notelint = notelint.__main__:start" in metadata(wheel, "entry_points.txt")
    lines = metadata(wheel, "METADATA").splitlines()
    assert "Name: notelint" in lines
    assert f"Version: {__version__}" in lines
    assert "Requires-Python: >=3.11" in lines
    assert "License-Expression: MIT" in lines
    assert any(line.startswith("Summary: ") for line in lines)


def test_the_wheel_holds_the_licence(wheel: zipfile.ZipFile) -> None:
    assert "Permission is hereby granted" in metadata(wheel, "licenses/LICENSE")


def test_the_wheel_runs_from_its_own_folder(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    (tmp_path / "a.md").write_text("A ﬁnite set.\n")
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "--select", "ligature", "a.md"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("a.md:1:3: NL403 ligature")
