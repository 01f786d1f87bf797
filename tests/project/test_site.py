"""The site: complete, made of what the code says, and built without a network."""

from __future__ import annotations

import argparse
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from support.on_disk import VaultOnDisk

from notelint.cli.program import COMMANDS
from notelint.config import shipped_rules
from notelint.survey.neighbours import markdownlint, mdsmith, obsidian, rumdl

PROJECT = Path(__file__).parent.parent.parent
DOCS = PROJECT / "docs"
CONF = runpy.run_path(str(DOCS / "conf.py"))
MADE = runpy.run_path(str(DOCS / "reference.py"))["pages"]()
PAGES = {path.relative_to(DOCS).as_posix(): path for path in DOCS.rglob("*.md")}
OTHERS = {"--growth"}  # options of other programs that pages speak of by themselves


def text_of(name: str) -> str:
    return PAGES[name].read_text(encoding="utf-8")


def code_in(name: str) -> list[str]:
    """What stands as code in the sentences of a page."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", text_of(name), flags=re.M | re.S)
    return re.findall(r"`([^`\n]+)`", text)


def options() -> set[str]:
    parsers = (
        import_module(f"notelint.cli.commands.{name}").parser() for name in COMMANDS.values()
    )
    return {name for one in parsers for name in _options_of(one)}


def _options_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a command, and of the commands that it has itself."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _options_of(inner)


@pytest.mark.parametrize("name", MADE)
def test_a_reference_page_is_what_the_code_says_now(name: str) -> None:
    assert text_of(name) == MADE[name], "run `python docs/reference.py`"


def test_every_rule_and_command_is_on_a_page_and_no_other() -> None:
    of_rules = [name for name in PAGES if name.startswith("rules/")]
    assert sorted(of_rules) == sorted(name for name in MADE if name.startswith("rules/"))
    told = re.findall(r"^## ([\w-]+) \((\w+)\)$", "\n".join(map(text_of, of_rules)), re.M)
    assert sorted(told) == sorted((name, rule.code) for name, rule in shipped_rules().items())
    commands = re.findall(r"^## notelint (.+)$", text_of("commands.md"), re.M)
    assert sorted(commands) == sorted(COMMANDS)


def test_every_page_has_its_place_in_the_contents() -> None:
    placed = [name for pages in CONF["CONTENTS"].values() for name in pages]
    placed += [name for pages in CONF["PARTS"].values() for name in pages]
    assert sorted([*placed, "index"]) == sorted(name.removesuffix(".md") for name in PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_speaks_of_an_option_or_a_rule_that_is_not_there(name: str) -> None:
    known = options() | OTHERS
    alone = [span for span in code_in(name) if span.startswith("--")]
    told = {re.split(r"[ =]", span)[0] for span in alone}
    assert told - known - {"--"} == set()
    codes = {code for span in code_in(name) for code in re.findall(r"\bNL\d{3}\b", span)}
    assert codes <= {rule.code for rule in shipped_rules().values()}


def test_the_first_page_shows_what_notelint_does(folder: VaultOnDisk) -> None:
    page, note = text_of("index.md"), "terms/habituation.md"
    shown = dict(re.findall(r"<!-- (\w+) -->\n```\w+\n(.*?)^```$", page, re.M | re.S))
    shutil.copytree(PROJECT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    assert shown["before"] == folder.text(note) + "\n"
    told = folder.run("--fix", note).out
    assert shown["after"] == folder.text(note) + "\n"
    assert told == shown["told"]


def test_the_tables_of_other_linters_are_what_is_taken_from_them() -> None:
    page = text_of("moving.md")
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", page, re.M)
    ours = {name for _, cell in rows for name in re.findall(r"`([a-z-]+)`", cell)}
    assert ours <= shipped_rules().keys()
    theirs = {
        **{code: rule.ours for code, rule in markdownlint.NOT_BY_DEFAULT.items()},
        **{code: rule.ours for code, rule in markdownlint.BY_DEFAULT.items()},
        **rumdl.NOT_BY_DEFAULT,
        **rumdl.BY_DEFAULT,
        **{name: ours for name, (_, ours) in mdsmith.NOT_BY_DEFAULT.items()},
        **mdsmith.BY_DEFAULT,
        **obsidian.RULES,
    }
    for name, rule in theirs.items():
        assert any(name in left and f"`{rule}`" in right for left, right in rows), name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for library in ("sphinx", "myst_parser", "furo"):
        if find_spec(library) is None:
            pytest.skip(f"{library}, of the extra `docs`, is not installed")
    made = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", str(DOCS), str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return made


def test_the_site_is_built_without_a_warning_and_loads_nothing_from_elsewhere(site: Path) -> None:
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert {name.replace(".md", ".html") for name in PAGES} <= set(pages)
    loads = r"<(?:script|img|iframe|source)[^>]*\bsrc=\"https?:|<link[^>]*\bhref=\"https?:|@import"
    for name in pages:
        assert not re.search(loads, (site / name).read_text(encoding="utf-8")), name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?https?:", sheet.read_text(encoding="utf-8")), sheet


def test_every_link_and_every_picture_of_the_site_leads_somewhere(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    names = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    followed = 0
    for page, text in pages.items():
        for address in re.findall(r'\b(?:href|src)="([^"]+)"', text):
            if re.match(r"https?:|mailto:|data:", address):
                continue
            path, _, anchor = unescape(unquote(address.partition("?")[0])).partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), f"{page.name}: {address}"
            assert not anchor or anchor in names[target], f"{page.name}: {address}"
            followed += 1
    assert followed > 1000


def test_a_pipeline_is_shown_in_full(site: Path) -> None:
    for name in ("github", "gitlab"):
        for file in re.findall(r"\]\((pipelines/[\w-]+\.yml)\)", text_of(f"{name}.md")):
            first = (DOCS / file).read_text(encoding="utf-8").splitlines()[0]
            assert first in unescape((site / f"{name}.html").read_text(encoding="utf-8"))


def test_the_search_knows_the_words_without_a_server(site: Path) -> None:
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    assert index.startswith("Search.setIndex(")
    assert "baselin" in index
    assert '<script src="searchindex.js"' in (site / "search.html").read_text(encoding="utf-8")


def test_what_cannot_be_seen_is_said(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for plain, accessible in CONF["ACCESSIBLE"].items():
            assert plain not in text.replace(accessible, ""), path
