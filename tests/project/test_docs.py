"""What the pages of docs/ say is what notelint does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel
from support.on_disk import VaultOnDisk

from notelint.config import Options, default_settings, load_settings, shipped_rules
from notelint.config.files import PRESETS, preset_file
from notelint.config.kind_schema import FrontMatterModel, KindModel, SectionModel, WhenModel
from notelint.config.schema import ConfigModel, DictionaryModel, PerFileModel
from notelint.config.settings import preset
from notelint.conventions import Role
from notelint.conventions.dictionary import DICTIONARIES, HOME_PAGES
from notelint.conventions.kind import TERM
from notelint.report.sources.csv import COLUMNS
from notelint.server.actions import FIX_ALL
from notelint.server.client import NAVIGATION

DOCS = Path(__file__).parent.parent.parent / "docs"
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")
DICTIONARY_PAGE = (DOCS / "dictionaries.md").read_text(encoding="utf-8")
KEYS = (DOCS / "keys.md").read_text(encoding="utf-8")
PACKS = (DOCS / "packs.md").read_text(encoding="utf-8")
LANGUAGES = (DOCS / "languages.md").read_text(encoding="utf-8")
SOURCES = (DOCS / "sources.md").read_text(encoding="utf-8")

# The heading above the keys of each model, and what else an example needs.
MODELS: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
    "At the top": (ConfigModel, {}),
    "In an entry of `dictionaries`": (DictionaryModel, {"match": "x"}),
    "In a kind": (KindModel, {"when": {"path": "x"}}),
    "In `when` of a kind": (WhenModel, {}),
    "In an entry of `sections` of a kind": (SectionModel, {"heading": "x"}),
    "In `front-matter` of a kind": (FrontMatterModel, {}),
    "In an entry of `per-file`": (PerFileModel, {}),
}
ROW = re.compile(
    r"^### ([\w-]+)\n\n(.+)\n\nType: (.+); (?:default )?(.+)\.\n\n```yaml\n(.*)\n```$", re.M
)

SELECTED = (preset(shipped_rules()) | {"unexpected-section"}) - {"lost-hyphen"}  # by both examples


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.M | re.S)


def rows(heading: str) -> list[tuple[str, str, str, str]]:
    """The keys under a heading: key, type, default, example."""
    part = KEYS.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = ROW.findall(part)
    assert len(found) == part.count("\n### ")
    return [(key, kind, default, example) for key, _, kind, default, example in found]


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """The models that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in getattr(annotation, "__args__", ()) for model in models_in(part)}


def test_the_page_has_a_table_for_every_model_of_the_configuration() -> None:
    found: set[type[BaseModel]] = set()
    waiting: set[type[BaseModel]] = {ConfigModel}
    while waiting:
        model = waiting.pop()
        found.add(model)
        nested = (models_in(field.annotation) for field in model.model_fields.values())
        waiting |= set().union(*nested) - found
    assert found == {model for model, _ in MODELS.values()}


@pytest.mark.parametrize("heading", MODELS)
def test_the_page_names_every_key_and_no_other(heading: str) -> None:
    model, _ = MODELS[heading]
    keys = [field.alias for field in model.model_fields.values()]
    assert sorted(key for key, *_ in rows(heading)) == sorted(map(str, keys))


@pytest.mark.parametrize("heading", MODELS)
def test_each_default_is_the_one_that_holds(heading: str) -> None:
    model, needed = MODELS[heading]
    settings = default_settings()
    settled = (settings, settings.conventions)
    for key, _, shown, _ in rows(heading):
        name = key.replace("-", "_")
        field = model.model_fields[name]
        default = field.get_default(call_default_factory=True)
        if field.is_required():
            assert shown == "required"
        elif shown.startswith("`"):
            read = model.model_validate({**needed, key: yaml.safe_load(shown.strip("`"))})
            holds = (getattr(one, name) for one in settled if hasattr(one, name))
            assert getattr(read, name) == (next(holds) if default is None else default)
        else:
            assert default is None


@pytest.mark.parametrize(
    ("heading", "example"), [(heading, row[3]) for heading in MODELS for row in rows(heading)]
)
def test_each_example_is_valid_and_says_something_else_than_the_default(
    heading: str, example: str
) -> None:
    model, needed = MODELS[heading]
    given = yaml.safe_load(example)
    read = model.model_validate({**needed, **given})
    [key] = given
    name = key.replace("-", "_")
    assert name in read.model_fields_set
    field = model.model_fields[name]
    assert field.is_required() or getattr(read, name) != field.get_default(
        call_default_factory=True
    )


@pytest.fixture
def worked(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault with the worked configuration of the page, and one rule of the pack that it names."""
    shown = next(block for block in blocks(PACKS, "yaml") if block.startswith("pack: house"))
    pack = yaml.safe_load(shown)
    pack["rules"] = {"house-spelling": pack["rules"]["house-spelling"]}
    vault.put("rules/house.yaml", yaml.safe_dump(pack))
    vault.put("notelint.yaml", blocks(CONFIGURATION, "yaml")[0])
    return vault


def test_the_worked_configuration_loads(worked: VaultOnDisk) -> None:
    settings = load_settings(worked.root, Options())
    conventions = settings.conventions
    assert [kind.name for kind in conventions.kinds] == ["boat", "term"]
    assert [slot.role for slot in conventions.kinds[0].slots] == [
        Role.SYNTHESIS, Role.SOURCE, Role.OTHER, Role.REFERENCES,
    ]  # fmt: skip
    assert conventions.home_pages == ("* (home page)", *HOME_PAGES)
    assert conventions.dictionaries[1].edition == "2nd Edition"
    assert conventions.dictionaries[2:] == DICTIONARIES
    assert settings.selected == SELECTED | {"house-spelling"}
    assert (settings.respect_gitignore, settings.max_note_size) == (False, 1_000_000)


BOAT = "---\ntype: boat\nbuilt: {}\n---\n## Summary\n- Floats.\n## Seen [^1]\n- Blue.\n{}"


@pytest.mark.parametrize(
    ("path", "note", "expected"),
    [
        ("Boats/a.md", BOAT.format("1999-01-01", "\n[^1]: https://example.org\n"), []),
        ("Boats/a.md", BOAT.format("old", "\n[^1]: a book\n"),
         ["front-matter-schema", "definition-target"]),
        ("Boats/a.md", BOAT.format("1999-01-01", "## Crew\n- I.\n\n[^1]: https://example.org\n"),
         ["unexpected-section"]),
        ("Home pages/a.md", "A ﬁnite [[list]].\n", []),
        ("a.md", "See [[Projects/x]], and a cell-1 or a cell1.\n", []),
        ("a.md", "See [[Plans/x]].\n", ["unresolved-link"]),
        ("a.md", "An e-mail to the house.\n", ["house-spelling"]),
    ],
)  # fmt: skip
def test_the_worked_configuration_does_what_it_says(
    worked: VaultOnDisk, path: str, note: str, expected: list[str]
) -> None:
    worked.put(path, note)
    assert worked.json().names == expected


def test_the_toml_says_what_the_yaml_says(folder: VaultOnDisk) -> None:
    folder.put("pyproject.toml", blocks(CONFIGURATION, "toml")[0])
    settings = load_settings(folder.root, Options())
    assert settings.selected == SELECTED
    assert settings.conventions.dictionaries[0].parts_of_speech == ("n.", "vb.")


def test_the_preset_is_the_one_that_ships() -> None:
    assert PRESETS[0] == "dictionary"
    silent = {name for name, rule in shipped_rules().items() if rule.configuration}
    said = CONFIGURATION.split("Two of the rules that are\non, ")[1].split(", say nothing")[0]
    assert set(re.findall(r"`(.+?)`", said)) == silent


def test_the_kind_of_the_preset_is_the_one_that_ships() -> None:
    shown = ConfigModel.model_validate(yaml.safe_load(blocks(CONFIGURATION, "yaml")[1]))
    assert shown.own_kinds() == {"term": TERM}


def test_the_table_of_the_preset_is_the_one_that_ships() -> None:
    shown = ConfigModel.model_validate(yaml.safe_load(blocks(DICTIONARY_PAGE, "yaml")[1]))
    assert tuple(entry.dictionary() for entry in shown.dictionaries) == DICTIONARIES
    assert tuple(shown.home_pages) == HOME_PAGES


@pytest.mark.parametrize("name", PRESETS[1:])
def test_each_preset_is_shown_as_it_ships(name: str) -> None:
    shipped = preset_file(name).read_text(encoding="utf-8")
    comment, _, said = shipped.partition("\nhome-pages:")
    assert all(line.startswith("# ") for line in comment.splitlines())
    assert f"home-pages:{said}" in blocks(LANGUAGES, "yaml")


def test_the_configuration_for_one_more_language_is_valid(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", blocks(LANGUAGES, "yaml")[-1])
    vault.put("a.md", "## Sintesi\n- \n## Fonte[^1]\n- a\n## Riferimenti\n\n[^1]: un libro\n")
    assert vault.json().names == ["empty-synthesis"]


PAGES = [
    *(path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))),
    *("../README.md", "../CONTRIBUTING.md", "../examples/README.md", "../SECURITY.md"),
]


@pytest.mark.parametrize("page", PAGES)
def test_files_of_the_project_are_named_where_they_stand(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = re.findall(r"(?<![\w/.-])((?:bench|notelint|tests)/[\w/.-]*\w)", text)
    assert [name for name in named if not (DOCS.parent / name).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    text = re.sub(r"^(`{3,}).*?^\1$|`[^`\n]+`", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^):]+)\)", text):
        name, _, anchor = target.partition("#")
        path = (DOCS / page).parent / name if name else DOCS / page
        assert path.exists(), target
        assert not anchor or anchor in anchors_of(path), target


def anchors_of(path: Path) -> set[str]:
    """The anchors of a page, as GitHub and the site make them of headings."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    slugs = [re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in headings]
    return {
        slug if not (before := slugs[:number].count(slug)) else f"{slug}-{before}"
        for number, slug in enumerate(slugs)
    }


def test_the_json_of_the_page_is_what_a_vault_gives(vault: VaultOnDisk) -> None:
    name = "A Dictionary of Psychology 4th Edition"
    vault.put(f"(Home Page) {name}.md", "")
    vault.put(
        "terms/wall.md",
        "## Source[^1]\n- a\n## Source[^2]\n- b\n## References\n\n"
        f"[^1]: [[Home Page - {name}]]\n[^2]: https://example.org\n",
    )
    report = vault.run("sources", "--format", "json").report
    shown = json.loads(blocks(SOURCES, "json")[0])
    assert {**report, "vault": "", "tool": ""} == {**shown, "vault": "", "tool": ""}
    assert report.keys() == shown.keys()


def test_the_page_names_every_column() -> None:
    part = SOURCES.split("## For spreadsheets")[1].split("\n\n")[1]
    assert tuple(re.findall(r"`([a-z_]+)`", part)) == ("csv", *COLUMNS)


def test_every_kind_of_navigation_in_an_editor_is_named_with_its_switch() -> None:
    page = (DOCS / "editors.md").read_text(encoding="utf-8")
    [switches] = [json.loads(block) for block in blocks(page, "json")]
    assert tuple(switches["navigation"]) == NAVIGATION
    assert FIX_ALL in page
