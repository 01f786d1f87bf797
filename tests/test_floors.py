"""Data flows one way: a module imports only from its own floor or from below."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import notelint

PACKAGE = Path(notelint.__file__).parent

# From the ground up. A module of a folder stands where the folder does.
FLOORS = {
    "values": "text diagnostic change error",
    "disk to text": (
        "discover ignored obsidian_app source marked write user_folder record recording turn"
    ),
    "text to facts": (
        "markdown front_matter facts hollow divide collect note kind dictionary section citation"
        " shown quoted words suggest anchors vault resolution bibliography tally shelf"
    ),
    "rules": "rule repair lines skeleton rules stretch engine runaway pack pack_kinds",
    "running": (
        "settings catalogue selection layers fold config schema config_schema kind_schema"
        " own_packs pack_door pack_schema pack_pattern pack_examples json_schema stops allow"
        " check alignment reach outcome settle prove fix run near cache trace store undo"
    ),
    "edges": "report explain outline arguments commands cli __main__",
}
FLOOR_OF = {
    module: floor for floor, modules in enumerate(FLOORS.values()) for module in modules.split()
}
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = [
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
    for file in FILES
    if file != PACKAGE / "__init__.py"
]
SLOW_TO_IMPORT = ("pydantic", "mistune", "yaml", "regex", "ftfy", "filelock")


def imports(module: str) -> Iterator[str]:
    """All that a module imports, inside functions too."""
    file = PACKAGE / (module.replace(".", "/") + ".py")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own_imports(module: str) -> set[str]:
    """The modules of notelint that a module imports, such as `rules.ligature`."""
    names = {name.removeprefix("notelint.") for name in imports(module)}
    return {name for name in names if name in MODULES or f"{name}.__init__" in MODULES}


def importers(package: str) -> list[str]:
    return [
        module
        for module in MODULES
        if any(name.partition(".")[0] == package for name in imports(module))
    ]


def top(module: str) -> str:
    return module.partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_stands_on_a_floor(module: str) -> None:
    assert top(module) in FLOOR_OF


def test_no_floor_has_a_module_that_is_gone() -> None:
    assert set(FLOOR_OF) == {top(module) for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_from_above(module: str) -> None:
    floor = FLOOR_OF[top(module)]
    assert [name for name in own_imports(module) if FLOOR_OF[top(name)] > floor] == []


def test_mistune_is_met_in_one_place() -> None:
    assert importers("mistune") == ["markdown.grammar"]


def test_ftfy_is_met_in_one_place() -> None:
    assert importers("ftfy") == ["rules.mojibake"]


def test_pydantic_stands_at_the_door() -> None:
    assert set(importers("pydantic")) <= {
        "schema",
        "config_schema",
        "kind_schema",
        "pack_schema",
        "pack_door",
        "json_schema",
    }


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("rules.")])
def test_rules_know_neither_each_other_nor_disk_nor_configuration(module: str) -> None:
    allowed = {"text to facts", "values"}
    floors = list(FLOORS)
    known = {
        name
        for name in own_imports(module)
        if name not in ("rule", "repair", "lines", "skeleton", "markdown")
    }
    assert [name for name in known if floors[FLOOR_OF[top(name)]] not in allowed] == []


@pytest.mark.parametrize(
    "module", ["facts", "note", "vault", "anchors", "resolution", "markdown.parse"]
)
def test_notes_do_not_know_rules(module: str) -> None:
    assert not {"rule", "pack", "catalogue"} & own_imports(module)


def test_starting_imports_nothing_slow() -> None:
    code = "import sys, notelint.cli; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(SLOW_TO_IMPORT) & set(done.stdout.split())


def test_letters_that_only_look_like_mojibake_cost_no_import(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("SÃO PAULO, hâlâ…, 5 µm, “Ñ”\n", encoding="utf-8")
    code = "import sys, notelint.cli as c; c.main(['--isolated', '--no-cache', sys.argv[1]]); "
    done = subprocess.run(
        [sys.executable, "-c", code + "print(*sorted(sys.modules))", str(tmp_path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "notelint.rules.mojibake" in done.stdout.split()
    assert "ftfy" not in done.stdout.split()
