"""What the pages show is what is printed: commands are typed into a shell, in the vault that a
comment above them names, and no block of commands or of output is left untried."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.packs import DOCUMENTED, RUNAWAY, SLOW, pack
from support.short_notes import SPACED
from support.shown import Block, blocks_of, compare, typed, with_notelint

PROJECT = Path(__file__).parents[2]
PAGES = {
    path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
    for path in [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
}
# Blocks that other tests try, by the module: what they show is made there.
ELSEWHERE = {
    "docs/batch.md": ("batch/test_page.py",),
    "README.md": ("project/test_readme.py", ".ci/run"),
    "docs/index.md": ("project/test_site.py",),
    "docs/sources.md": ("cli/commands/test_sources.py", "report/sources/test_full.py"),
    "docs/tutorial.md": ("project/test_tutorial.py",),
    "docs/worklist.md": ("cli/commands/test_worklist.py",),
}
RUN = "run in "


def examples(root: Path) -> None:
    shutil.copytree(PROJECT / "examples" / "vault", root, dirs_exist_ok=True)


def folder_with_vault(root: Path) -> None:
    examples(root / "vault")


def own_ways(root: Path) -> None:
    """Forty term notes that are spaced, link to what is planned, and forty clippings that lack
    their pictures."""
    for number in range(40):
        put(root, f"terms/{number}.md", f"{SPACED}\nSee [[Plan {number % 20}]].\n")
    for number in range(40):
        put(root, f"Clippings/{number}.md", f"![[picture {number}.png]]\n")


def beside_markdownlint(root: Path) -> None:
    examples(root)
    rules = {"config": {"MD009": True, "MD051": False}, "ignores": ["papers/2023"]}
    put(root, ".markdownlint-cli2.jsonc", json.dumps(rules) + "\n")


def with_pack(root: Path, rules: str = DOCUMENTED) -> None:
    put(root, ".obsidian/app.json", "{}\n")
    put(root, "notelint.yaml", "packs: [rules/house.yaml]\n")
    put(root, "rules/house.yaml", rules)
    put(root, "terms/wall.md", "An e-mail, read on 07.03.2021.\n")


def with_misspelt_pack(root: Path) -> None:
    with_pack(root, DOCUMENTED.replace("kind: spelling", "kind: speling"))


def with_slow_pack(root: Path) -> None:
    with_pack(root, pack(slow_rule=SLOW))
    put(root, "terms/wall.md", RUNAWAY)


VAULTS: dict[str, Callable[[Path], None]] = {
    "examples/vault": examples,
    "a folder with a vault": folder_with_vault,
    "a vault with its own ways": own_ways,
    "a vault with a configuration of markdownlint": beside_markdownlint,
    "a vault with that pack": with_pack,
    "a vault with a misspelt pack": with_misspelt_pack,
    "a vault with a slow pack": with_slow_pack,
}


def put(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def sessions(page: str) -> list[tuple[str, list[Block]]]:
    """The blocks of a page that are typed, parted where a comment names a vault."""
    found: list[tuple[str, list[Block]]] = []
    for block in blocks_of(page):
        if block.said.startswith(RUN):
            found.append((block.said.removeprefix(RUN), [block]))
        elif not block.said and found:
            found[-1][1].append(block)
    return found


SESSIONS = [
    pytest.param(vault, blocks, id=f"{page.rpartition('/')[2]}-{number}")
    for page, text in PAGES.items()
    for number, (vault, blocks) in enumerate(sessions(text), 1)
    if page != "docs/tutorial.md"
]


@pytest.mark.parametrize(("vault", "blocks"), SESSIONS)
def test_what_is_shown_is_what_is_printed(vault: str, blocks: list[Block], tmp_path: Path) -> None:
    root = tmp_path.resolve() / "vault"
    root.mkdir()
    VAULTS[vault](root)
    outputs = typed(blocks, root, **with_notelint(root.parent / "bin"))
    compare(blocks, [output.replace(str(root), "/vault") for output in outputs])


@pytest.mark.parametrize("page", PAGES)
def test_no_command_and_no_output_is_left_untried(page: str) -> None:
    tried = [block for _, blocks in sessions(PAGES[page]) for block in blocks]
    shown = re.findall(r"^```(?:sh|bash|text|console)\n(.*?)^```$", PAGES[page], re.M | re.S)
    known = {text for block in tried for text in (block.typed, block.told)}
    untried = [text for text in shown if text not in known and not _MEASURES.fullmatch(text)]
    for module in ELSEWHERE.get(page, ()) if untried else ():
        path = PROJECT / module if module.startswith(".") else PROJECT / "tests" / module
        assert Path(page).name in path.read_text(encoding="utf-8"), module
    assert not untried or page in ELSEWHERE


_MEASURES = re.compile(r"(?:pip install .*\n)?python bench/.*\n")
MEASURING = sorted({
    (script, options)
    for page in PAGES.values()
    for script, given in re.findall(r"\bpython (bench/\w+\.py)([^`\n]*)", page)
    for options in [tuple(re.findall(r"(?<= )--?[a-z][\w-]*", given))]
    if options
})  # fmt: skip


@pytest.mark.parametrize(("script", "options"), MEASURING)
def test_a_script_that_measures_takes_what_a_page_gives_it(
    script: str, options: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, str(PROJECT / script), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(options) <= set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", done.stdout))
