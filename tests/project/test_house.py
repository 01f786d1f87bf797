"""Data flows one way: a folder imports only from the floors below it, and no two modules circle."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from importlib.util import resolve_name
from pathlib import Path

import pytest

import notelint

PACKAGE = Path(notelint.__file__).parent
GUIDE = PACKAGE.parent / "CONTRIBUTING.md"
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = [".".join(file.relative_to(PACKAGE).with_suffix("").parts) for file in FILES]
SLOW_TO_IMPORT = ("pydantic", "mistune", "yaml", "rapidfuzz", "regex", "ftfy", "filelock",
                  "shtab", "watchfiles", "pygls", "lsprotocol")  # fmt: skip


def floors() -> list[list[str]]:
    """The folders on each floor, from the ground up, as CONTRIBUTING.md draws the house."""
    house = re.search(r"```house\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    assert house
    drawn = [re.findall(r"(\w+)/", line.split("  ")[0]) for line in house[1].splitlines()]
    return [floor for floor in reversed(drawn) if floor]


FLOOR_OF = {folder: number for number, floor in enumerate(floors()) for folder in floor}


@lru_cache(maxsize=1)
def imports() -> dict[str, set[str]]:
    """All that each module imports, inside functions too."""
    return {module: set(_imported(module)) for module in MODULES}


def _imported(module: str) -> Iterator[str]:
    file = PACKAGE / (module.replace(".", "/") + ".py")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own_imports(module: str) -> set[str]:
    """The modules of notelint that a module imports, such as `rules.alias_link`."""
    names = {name.removeprefix("notelint.") for name in imports()[module]}
    found = {name for name in names if name in MODULES}
    return found | {f"{name}.__init__" for name in names if f"{name}.__init__" in MODULES}


def importers(package: str) -> list[str]:
    return [
        module
        for module in MODULES
        if any(name.partition(".")[0] == package for name in imports()[module])
    ]


def folder_of(module: str) -> str:
    return module.partition(".")[0]


def test_every_folder_stands_on_a_floor_and_nothing_stands_outside() -> None:
    inside = [module for module in MODULES if module not in ("__init__", "__main__")]
    assert {folder_of(module) for module in inside} == set(FLOOR_OF)


@pytest.mark.parametrize("module", [name for name in MODULES if "__" not in name])
def test_a_module_imports_nothing_from_above_or_beside(module: str) -> None:
    own = folder_of(module)
    above = [
        name
        for name in own_imports(module)
        if folder_of(name) != own and FLOOR_OF[folder_of(name)] >= FLOOR_OF[own]
    ]
    assert above == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module: own_imports(module) - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {error.args[1]}")


@pytest.mark.parametrize("module", [name for name in MODULES if "__" not in name])
def test_other_folders_are_met_at_their_faces(module: str) -> None:
    others = {name for name in own_imports(module) if folder_of(name) != folder_of(module)}
    assert others <= {f"{folder}.__init__" for folder in FLOOR_OF}


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("rules.")])
def test_a_rule_meets_two_faces_at_most(module: str) -> None:
    assert own_imports(module) <= {"authoring.__init__", "wording.__init__"}


FACES = [file for file in FILES if file.name == "__init__.py" and "exports(" in file.read_text()]


@pytest.mark.parametrize(
    "face",
    [file for file in FACES if file.name == "__init__.py"],
    ids=lambda file: file.parent.name,
)
def test_a_face_says_the_same_to_type_checkers_and_to_python(face: Path) -> None:
    package = ".".join(face.parent.relative_to(PACKAGE.parent).parts)
    told, given = _told(face), _given(face, package)
    assert told == given
    for name, home in given.items():
        module = import_module(package)
        assert getattr(module, name) is getattr(import_module(home), name)
        assert not (face.parent / f"{name}.py").exists(), "a module would hide the name"


@pytest.mark.parametrize(
    "face",
    [file for file in FACES if file.parent not in (PACKAGE, PACKAGE / "authoring")],
    ids=lambda file: file.parent.name,
)
def test_what_a_face_shows_is_asked_for_elsewhere(face: Path) -> None:
    """By another folder or a test, but for what people use who write programs and rules."""
    package = ".".join(face.parent.relative_to(PACKAGE.parent).parts)
    assert set(_given(face, package)) - asked_elsewhere()[package] == set()


@lru_cache(maxsize=1)
def asked_elsewhere() -> dict[str, set[str]]:
    """What is imported from each face of a folder, by tests and the benches too."""
    asked: dict[str, set[str]] = defaultdict(set)
    rooms = ("notelint", "tests", "bench", "docs")
    for file in (file for room in rooms for file in (PACKAGE.parent / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                asked[node.module].update(name.name for name in node.names)
    return asked


@pytest.mark.parametrize(
    "rule", sorted((PACKAGE / "rules").glob("*.py")), ids=lambda file: file.stem
)
def test_a_rule_is_one_short_file(rule: Path) -> None:
    assert len(rule.read_text(encoding="utf-8").splitlines()) <= 150


def _told(face: Path) -> dict[str, str]:
    """The module of each name that a face imports for type checkers."""
    tree = ast.parse(face.read_text(encoding="utf-8"))
    branches = [node for node in tree.body if isinstance(node, ast.If)]
    [branch] = [node for node in branches if ast.unparse(node.test) == "TYPE_CHECKING"]
    imported = [node for node in branch.body if isinstance(node, ast.ImportFrom)]
    return {name.name: str(node.module) for node in imported for name in node.names}


def _given(face: Path, package: str) -> dict[str, str]:
    """The module of each name that a face exports when it is asked for."""
    tree = ast.parse(face.read_text(encoding="utf-8"))
    [call] = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "exports"
    ]
    homes = ast.literal_eval(call.args[1])
    return {
        name: resolve_name(home, package) for home, names in homes.items() for name in names.split()
    }


def test_a_name_that_a_face_does_not_have_is_an_error() -> None:
    import notelint.values

    with pytest.raises(AttributeError, match=r"module 'notelint\.values' has no attribute 'nope'"):
        _ = notelint.values.nope


def test_every_folder_says_what_it_is_for() -> None:
    for file in FILES:
        if file.name == "__init__.py":
            assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), file


def test_mistune_is_met_in_one_place() -> None:
    assert importers("mistune") == ["markdown.syntax.mistune_port"]


def test_ftfy_is_met_in_one_place() -> None:
    assert importers("ftfy") == ["wording.decoding"]


def test_what_writes_completions_and_what_watches_are_met_in_one_place_each() -> None:
    assert importers("shtab") == ["cli.commands.completions"]
    assert importers("watchfiles") == ["cli.watching"]


def test_what_speaks_with_editors_is_met_in_the_server_alone() -> None:
    speaking = {*importers("pygls"), *importers("lsprotocol")}
    assert {folder_of(module) for module in speaking} == {"server"}


def test_pydantic_stands_at_the_doors() -> None:
    assert {folder_of(module) for module in importers("pydantic")} <= {
        "validation",
        "packs",
        "config",
    }


# What takes long to load, and no run on a plain note has to do with.
HEAVY = {
    *SLOW_TO_IMPORT,
    *(
        "platformdirs",
        "tempfile",
        "shutil",
        "zipfile",
        "pickle",
        "tomllib",
        "difflib",
        "subprocess",
    ),
    *(
        "hashlib",
        "_hashlib",
        "importlib.resources",
        "importlib.metadata",
        "logging",
        "subprocess",
        "random",
        "threading",
    ),
} - {"mistune"}  # of which some modules are needed for any note
PLAIN = (
    "# a\n\n## Synthesis\n\nA b.[^1]\n\n## Source[^1]\n\n> A.\n\n## References\n\n[^1]: B, p. 3\n"
)
RUN = """
import sys
from notelint.__main__ import start
sys.argv = ["notelint", *sys.argv[1:]]
try:
    start()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str | Path) -> set[str]:
    """The modules that a run has loaded when it is done."""
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def own(modules: set[str]) -> int:
    return sum(module.startswith("notelint") for module in modules)


def test_the_version_is_told_without_anything_else() -> None:
    modules = loaded("--version")
    assert not (HEAVY | {"mistune", "argparse", "json", "dataclasses", "inspect"}) & modules
    assert own(modules) < 20


def test_a_rule_is_explained_without_anything_that_checks(tmp_path: Path) -> None:
    modules = loaded("explain", "NL101", "--isolated", "--vault", tmp_path)
    assert not HEAVY & modules
    found = {name for name in modules if name.startswith("notelint.rules.")}
    assert found == {"notelint.rules.missing_section"}


@pytest.mark.parametrize("options", [("--no-cache",), ()])
def test_a_plain_note_is_checked_without_anything_slow(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(PLAIN, encoding="utf-8")
    modules = loaded(*options, tmp_path)
    assert "notelint.rules.missing_section" in modules
    assert (HEAVY | {"dataclasses", "inspect"}) & modules == set()
    assert own(modules) < 205


def test_what_is_loaded_of_mistune_is_not_seen_by_others() -> None:
    code = "import sys, notelint.markdown as m; m.parse; before = [*sys.modules]; "
    code += "import mistune; print('mistune' in before, mistune.html('*a*'), mistune.core.Parser)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False <p><em>a</em></p>\n <class 'mistune.core.Parser'>\n"


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
