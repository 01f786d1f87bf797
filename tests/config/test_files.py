"""Configuration files and overrides: how they are read, and what each one inherits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.configurations import LIGATURE, SPACED, checked, told
from support.on_disk import VaultOnDisk

from notelint.config import Options, default_settings, load_settings, preset_settings
from notelint.config.files import PRESETS, has_table
from notelint.conventions import title_in


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "---\n", "{}\n", "\ufeff"])
def test_an_empty_configuration_is_the_preset(vault: VaultOnDisk, content: str) -> None:
    assert checked(vault, content).names == ["source-spacing", "ligature"]


def test_toml_reaches_as_deep_as_yaml(vault: VaultOnDisk) -> None:
    config = (
        "[tool.notelint.rules.source-spacing]\nseverity = 'error'\n"
        "[tool.notelint.per-file.'*.md']\nignore = ['ligature']\n"
        "[[tool.notelint.dictionaries]]\nmatch = '*Walls*'\nparts-of-speech = ['n.']\n"
    )
    ran = checked(vault, config, SPACED + LIGATURE, "pyproject.toml")
    assert [(d["name"], d["severity"]) for d in ran.report["diagnostics"]] == [
        ("source-spacing", "error")
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[tool.notelint]\n", True),
        ("[tool.ruff]\n", False),
        ("[tool.notelint\n", True),
        ("[tool.ruff\n", False),
        (b"\xff", False),
        (b"[tool.notelint]\n\xff", True),
    ],
)
def test_a_broken_pyproject_has_the_table_where_it_speaks_of_it(
    tmp_path: Path, content: str | bytes, expected: bool
) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert has_table(path) is expected


def test_a_chain_of_files_is_followed_from_each_one_s_own_folder(vault: VaultOnDisk) -> None:
    vault.put("house/one.yaml", "extends: deep/two.yaml\n")
    vault.put("house/deep/two.yaml", "extends: ../../pyproject.toml\n")
    vault.put("pyproject.toml", "[tool.notelint]\nignore = ['ligature']\n")
    assert checked(vault, "extends: house/one.yaml\n").names == ["source-spacing"]


def test_an_override_may_extend_a_file_too(vault: VaultOnDisk) -> None:
    vault.put("base.yaml", "ignore: [ligature]\n")
    vault.put("a.md", LIGATURE)
    assert vault.json("--config", "extends=base.yaml").names == []


LANGUAGES = {
    "german": ("Synthese", "Quelle", "Belege", "Startseite"),
    "french": ("Synthèse", "Source", "Références", "Page d’accueil"),
    "spanish": ("Síntesis", "Fuente", "Referencias", "Página principal"),
}


def test_every_preset_in_a_file_is_tested() -> None:
    assert sorted(LANGUAGES) == list(PRESETS[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preset_has_the_headings_of_its_language(vault: VaultOnDisk, language: str) -> None:
    synthesis, source, references, page = LANGUAGES[language]
    vault.put(f"({page}) Walls.md", "")
    vault.put(
        "a.md",
        f"## {synthesis}\n- \n## {source}[^1]\n- \n## {references}\n\n[^1]: [[({page}) Walls]]\n",
    )
    assert vault.json("--config", f"extends={language}").names == [
        "empty-synthesis",
        "empty-source",
    ]
    vault.put("notelint.yaml", f"extends: {language}\n")
    [work] = vault.run("sources", "--format", "json").report["works"]
    assert work["title"] == "Walls"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preset_adds_to_the_one_in_english(vault: VaultOnDisk, language: str) -> None:
    vault.put("notelint.yaml", f"extends: {language}\n")
    settings = load_settings(vault.root, Options())
    plain = default_settings()
    assert settings.selected == plain.selected
    kinds = settings.conventions.kinds
    assert [kinds[-1], *settings.conventions.home_pages[-3:]] == [
        *plain.conventions.kinds, *plain.conventions.home_pages,
    ]  # fmt: skip
    assert {slot.role for slot in kinds[0].slots} == {slot.role for slot in kinds[1].slots}
    for rule, hyphens in zip(settings.rules, plain.rules, strict=True):
        assert getattr(rule.rule, "hanging", ()) == getattr(hyphens.rule, "hanging", ())


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("german", ["(startseite) Walls", "Startseite – Walls", "Startseite: Walls"]),
        ("french", ["(page d'accueil) Walls", "Page d’accueil : Walls", "Accueil: Walls"]),
        ("spanish", ["(Pa\u0301gina principal) Walls", "Página de inicio: Walls"]),
        ("spanish", ["(Home Page) Walls", "Home Page - Walls"]),
    ],
)
def test_home_pages_are_known_however_they_are_written(language: str, names: list[str]) -> None:
    forms = preset_settings(language).conventions.home_pages
    assert {title_in(forms, name) for name in names} == {"Walls"}


def test_a_preset_is_told_by_its_name(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "extends: german\nhome-pages: ['(Titel) *']\n")
    shown = vault.run("--show-settings").out
    assert "  - (Titel) *  # notelint.yaml:2\n  - (Startseite) *  # preset german\n" in shown


def test_a_file_that_is_called_like_a_preset_is_reached_by_its_path(vault: VaultOnDisk) -> None:
    vault.put("german", "ignore: [ligature]\n")
    assert checked(vault, "extends: ./german\n").names == ["source-spacing"]
    assert checked(vault, "extends: german\n").names == ["source-spacing", "ligature"]


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("ignore=[ligature]", ["source-spacing"]),
        ("ignore=ligature,NL402", ["source-spacing"]),
        ("select=NL4", ["ligature"]),
        ("rules.source-spacing.style=spaced", ["ligature"]),
        ("rules.source-spacing={style: spaced}", ["ligature"]),
        (" rules.source-spacing.style = spaced ", ["ligature"]),
        ("per-file={'*.md': {ignore: [NL403]}}", ["source-spacing"]),
        ("respect-gitignore=false", ["source-spacing", "ligature"]),
    ],
)
@pytest.mark.parametrize("isolated", [[], ["--isolated"]])
def test_one_value_may_be_given(
    vault: VaultOnDisk, override: str, expected: list[str], isolated: list[str]
) -> None:
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json("--config", override, *isolated).names == expected


WRONG = [
    ("extends: gone.yaml", 1, ["extends", "`gone.yaml`", "dictionary"]),
    ("extends: dictionry", 1, ["extends", "`dictionry`", "did you mean `dictionary`?"]),
    ("extends: germn", 1, ["(dictionary, french, german, spanish)", "did you mean `german`?"]),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_a_wrong_base_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    error = told(vault, config)
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


@pytest.mark.parametrize("content", ["- ignore", "ignore", "3", "true"])
def test_a_configuration_that_is_no_mapping_is_an_error(vault: VaultOnDisk, content: str) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", content)
    assert "notelint.yaml" in vault.refusal()


@pytest.mark.parametrize("content", [b"\xff", b"ignore: [\xe9]\n", b"a: \x00\n"])
def test_a_configuration_that_is_no_text_is_an_error(vault: VaultOnDisk, content: bytes) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", content)
    assert "notelint.yaml" in vault.refusal()


@pytest.mark.parametrize(
    ("files", "circle"),
    [
        ({"notelint.yaml": "extends: notelint.yaml"}, "notelint.yaml"),
        (
            {"notelint.yaml": "extends: b.yaml", "b.yaml": "extends: ./notelint.yaml"},
            "notelint.yaml",
        ),
    ],
)
def test_a_configuration_that_extends_itself_is_an_error(
    vault: VaultOnDisk, files: dict[str, str], circle: str
) -> None:
    for name, content in files.items():
        vault.put(name, content)
    error = vault.refusal()
    assert "extends itself" in error
    assert circle in error


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--config", "gone.yaml"], "gone.yaml"),
        (["--config", "."], "."),
        (["--config", "=x"], "=x"),
        (["--config", "a.yaml", "--config", "b.yaml"], "--config"),
        (["--config", "pyproject.toml"], "[tool.notelint]"),
        (["--config", "ignroe=x"], "did you mean `ignore`?"),
        (["--config", "ignore=x"], "`x`"),
        (["--config", "ignore=["], "YAML"),
        (["--config", "rules.ligatur.severity=error"], "did you mean `ligature`?"),
        (["--config", "rules.source-spacing.style=x"], "'tight'"),
        (["--config", "rules=x"], "rules"),
        (["--config", "rules..style=x"], "rules"),
    ],
)
def test_a_wrong_configuration_option_is_one_line_and_exit_code_2(
    vault: VaultOnDisk, arguments: list[str], part: str
) -> None:
    for name in ("a.yaml", "b.yaml", "pyproject.toml"):
        vault.put(name, "")
    assert part in vault.refusal(*arguments)


def test_a_chain_of_files_is_followed_as_far_as_anybody_makes_one(vault: VaultOnDisk) -> None:
    for number in range(500):
        vault.put(f"{number}.yaml", f"extends: {number + 1}.yaml\n")
    error = told(vault, "extends: 0.yaml\n")
    assert "more than 10 files extend one another; put them into fewer files" in error


@pytest.mark.parametrize("config", ["extends: {}", "packs: ['{}']"])
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("x" * 10_000, "xxx…"),
        ("pipe", "a pipe, not a file"),
        ("/dev/zero", "a device, not a file"),
        (".", "Is a directory"),
        ("loop.yaml", "loop.yaml"),
    ],
)
def test_what_is_no_file_is_named_with_what_to_do(
    vault: VaultOnDisk, config: str, name: str, part: str
) -> None:
    os.mkfifo(vault.root / "pipe")
    (vault.root / "loop.yaml").symlink_to("loop.yaml")
    error = told(vault, config.format(name))
    assert part in error
    assert "; " in error
    assert len(error) < 1000
