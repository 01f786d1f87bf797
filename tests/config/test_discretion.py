"""Files that a stranger's configuration leads to: no word of them is told."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack

SECRETS = [
    "root:*:19000:0:99999:7:::\ndaemon:*:19000:0\n",
    "hunter2\n",
    "password: hunter2\nuser: root\n",
    "password: *hunter2\n",
    "password: !hunter2 x\n",
    "a: [hunter2\n",
    "select: [hunter2]\n",
    "ignore: hunter2\n",
    "rules: {hunter2: {}}\n",
    "kinds: {x: {when: {path: a}, hunter2: 1}}\n",
    "hunter2: 1\nhunter2: 2\n",
    "packs: [hunter2]\n",
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", ["secret", "secret.yaml", "pyproject.toml"])
@pytest.mark.parametrize("key", ["extends: {}", "packs: [{}]"])
def test_no_word_of_a_file_outside_is_told(
    vault: VaultOnDisk, secret: str, name: str, key: str
) -> None:
    vault.put(f"../{name}", secret)
    vault.put("notelint.yaml", key.format(f"../{name}"))
    error = vault.refusal().replace(str(vault.root.parent), "")
    assert name in error
    assert [word for word in ("hunter2", "root", "daemon", "19000") if word in error] == []


def test_a_link_inside_that_leads_out_tells_no_more(vault: VaultOnDisk) -> None:
    vault.put("../secret", "password: hunter2\n")
    (vault.root / "notelint.yaml").symlink_to("../secret")
    assert "hunter2" not in vault.refusal()
    assert "password" not in vault.refusal()


def test_what_stands_in_the_folder_is_told_in_full(vault: VaultOnDisk) -> None:
    vault.put("house/base.yaml", "ignroe: []\n")
    vault.put("notelint.yaml", "extends: house/base.yaml\n")
    assert "base.yaml:1: ignroe: unknown key; did you mean `ignore`?" in vault.refusal()


def test_who_names_the_file_is_told_in_full(vault: VaultOnDisk) -> None:
    vault.put("../house.yaml", "ignroe: []\n")
    vault.put("../pack.yaml", pack(house_rule=entry()).replace("kind:", "knid:"))
    assert "ignroe" in vault.refusal("--config", "../house.yaml")
    assert "kind: is required" in vault.refusal("test-pack", "../pack.yaml")


def test_a_house_outside_that_is_right_counts(vault: VaultOnDisk) -> None:
    vault.put("../house.yaml", "ignore: [ligature]\n")
    vault.put("notelint.yaml", "extends: ../house.yaml\n")
    vault.put("a.md", "ﬁ\n")
    assert vault.json().names == []
