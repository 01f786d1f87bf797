"""Settings kept between runs: the same as those that are read, and never those of other files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint.config import Options, Settings, load_settings
from notelint.config.plain_values import as_plain, from_plain
from notelint.values import ConfigError

OLD = 1_600_000_000  # when all files here were written, which is long ago
CONFIGURATION = """\
extends: shared/base.yaml
packs: [house.yaml]
ignore: [ligature]
extend-select: [HOUSE]
exclude: ["drafts/*"]
home-pages: ["* (book)"]
max-note-size: 1000
respect-gitignore: false
dictionaries:
  - {match: "Big*", parts-of-speech: [n, v], edition: "2"}
kinds:
  author:
    when: {heading: Life, path: "people/*", front-matter: {type: author, living: yes}}
    sections:
      - {heading: Life, count: 1}
      - {heading: "Source[^n]", count: 0+, last: true}
    front-matter: {required: [born], types: {born: number}}
per-file:
  "old/*": {ignore: [NL3]}
rules:
  house-spelling: {severity: error}
  source-spacing: {style: spaced}
"""
BASE = "rules: {source-spacing: {severity: info}, lost-hyphen: {both: [cooperate]}}\n"
PACK = """\
pack: house
version: 1
rules:
  house-spelling:
    code: HOUSE001
    kind: spelling
    summary: Words are spelt as this house spells them.
    reason: Two spellings of one word are two words to a search.
    where: text
    words: {e-mail: , etcetera: }
    message: "`{found}` is not how this house spells it"
    bad: |
      An E-mail.
    good: |
      An email.
"""
FILES = {"notelint.yaml": CONFIGURATION, "shared/base.yaml": BASE, "house.yaml": PACK}


@pytest.fixture
def kept_in(vault: VaultOnDisk, own_folders: Path) -> Path:
    """The file that keeps the settings of a vault with the files above."""
    for path, text in FILES.items():
        put(vault, path, text)
    return own_folders / "cache" / "settings.json"


def put(vault: VaultOnDisk, path: str, text: str, at: int = OLD) -> None:
    vault.put(path, text)
    os.utime(vault.root / path, (at, at))


def loaded(vault: VaultOnDisk, kept_in: Path | None, file: str | None = None) -> Settings:
    path = None if file is None else vault.root / file
    return load_settings(vault.root, Options(file=path, kept_in=kept_in))


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called on, no configuration can be read."""

    def refuse(*_: object) -> None:
        raise AssertionError("a configuration was read")

    return lambda: monkeypatch.setattr("notelint.config.loader.file_layers", refuse)


def test_what_is_kept_is_what_was_read(
    vault: VaultOnDisk, kept_in: Path, no_reading: Callable[[], None]
) -> None:
    read = loaded(vault, None)
    assert loaded(vault, kept_in) == read
    no_reading()
    assert loaded(vault, kept_in) == read
    assert "house-spelling" in read.selected
    assert read.conventions.kinds[0].name == "author"


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_changed_is_read_again(vault: VaultOnDisk, kept_in: Path, path: str) -> None:
    loaded(vault, kept_in)
    changed = FILES[path].replace("spaced", "tight").replace("cooperate", "reenter")
    put(vault, path, f"{changed}# later\n")
    before = kept_in.read_bytes()
    assert loaded(vault, kept_in) == loaded(vault, None)
    assert kept_in.read_bytes() != before


def test_a_change_that_keeps_time_and_size_is_read_too(vault: VaultOnDisk, kept_in: Path) -> None:
    loaded(vault, kept_in)
    put(vault, "notelint.yaml", CONFIGURATION.replace("1000", "2000"))
    assert loaded(vault, kept_in).max_note_size == 2000


@pytest.mark.parametrize("path", ["shared/base.yaml", "house.yaml"])
def test_a_file_that_is_gone_is_missed(vault: VaultOnDisk, kept_in: Path, path: str) -> None:
    loaded(vault, kept_in)
    (vault.root / path).unlink()
    with pytest.raises(Exception, match=r"base\.yaml|house\.yaml"):
        loaded(vault, kept_in)


def test_an_error_is_told_each_time(vault: VaultOnDisk, kept_in: Path) -> None:
    put(vault, "notelint.yaml", "ignor: [ligature]\n")
    for _ in range(2):
        with pytest.raises(ConfigError, match="ignor"):
            loaded(vault, kept_in)
    assert not kept_in.exists()


def test_another_configuration_is_another(vault: VaultOnDisk, kept_in: Path) -> None:
    put(vault, "other.yaml", "select: [ligature]\n")
    loaded(vault, kept_in)
    assert loaded(vault, kept_in, "other.yaml").selected == {"ligature"}
    assert loaded(vault, kept_in) == loaded(vault, None)
    put(vault, "pyproject.toml", '[tool.notelint]\nselect = ["ligature"]\n')
    (vault.root / "notelint.yaml").unlink()
    assert loaded(vault, kept_in).selected == {"ligature"}


def test_a_file_that_may_have_changed_meanwhile_is_not_kept(
    vault: VaultOnDisk, kept_in: Path
) -> None:
    vault.put("shared/base.yaml", BASE)
    loaded(vault, kept_in)
    assert not kept_in.exists()


def test_settings_of_another_version_are_not_taken(
    vault: VaultOnDisk, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(vault, kept_in)
    before = kept_in.read_text()
    monkeypatch.setattr("notelint.config.kept_settings.__version__", "0.0.0")
    loaded(vault, kept_in)
    assert kept_in.read_text() != before


BROKEN = [
    "",
    "{",
    "[]",
    "null",
    "3",
    '{"version": 1}',
    '{"files": [], "version": [], "settings": {}}',
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_counts_as_missing(vault: VaultOnDisk, kept_in: Path, content: str) -> None:
    kept_in.parent.mkdir(parents=True)
    kept_in.write_text(content)
    assert loaded(vault, kept_in) == loaded(vault, None)


CHANGES = [
    ("packs", 3), ("packs", [["a", "b"]]), ("packs", [["a", "b", "{"]]),
    ("packs", [["a", "b", "{}"]]),
    ("rules", None), ("rules", {"source-spacing": [7, {}]}), ("rules", {"source-spacing": [1]}),
    ("rules", {"source-spacing": [1, {"colour": 1}]}), ("others", []), ("others", {"colour": 1}),
    ("others", {"exclude": ["record", "Path", "x"]}), ("others", {"exclude": ["eval", "x"]}),
    ("others", {"exclude": ["enum", "Role", "x"]}), ("others", {"exclude": ["record", "Kind"]}),
    ("others", {"exclude": {}}), ("others", {"exclude": 3}), ("others", {"selected": ["tuple"]}),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), CHANGES)
def test_what_does_not_look_right_counts_as_missing(
    vault: VaultOnDisk, kept_in: Path, key: str, value: object
) -> None:
    loaded(vault, kept_in)
    kept = json.loads(kept_in.read_text())
    kept["settings"][key] = value
    kept_in.write_text(json.dumps(kept))
    assert loaded(vault, kept_in) == loaded(vault, None)


@pytest.mark.parametrize("value", [object(), Path("a"), {1, 2}, [1], Exception])
def test_what_cannot_be_made_again_is_not_kept(value: object) -> None:
    with pytest.raises(TypeError):
        as_plain(value)


@pytest.mark.parametrize("value", [(), ("a", 1, None, True), frozenset({"a"}), {"a": (1,)}, 1.5])
def test_plain_values_come_back(value: object) -> None:
    assert from_plain(json.loads(json.dumps(as_plain(value)))) == value


def test_a_run_keeps_settings_where_it_may_keep_anything(vault: VaultOnDisk) -> None:
    for path, text in FILES.items():
        put(vault, path, text)
    vault.put("a.md", "An E-mail.\n")
    folder = vault.root.parent / "kept"
    first = vault.run("--cache-dir", str(folder))
    assert len([*folder.glob("*.settings.json")]) == 1
    assert vault.run("--cache-dir", str(folder)) == first
    assert "HOUSE001" in first.out
    vault.run("clean", "--cache-dir", str(folder))
    assert not [*folder.iterdir()]
    vault.run("--cache-dir", str(folder), "--no-cache")
    assert not [*folder.iterdir()]
