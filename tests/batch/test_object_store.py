"""Vaults in stores, and what is made of them there: the same as on a disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import fsspec
import pytest
from moto.server import ThreadedMotoServer
from support import random_vaults
from support.batches import findings, grow_old, run
from support.on_disk import VaultOnDisk
from support.packs import HOUSE

from notelint.batch import Asked, LocalEngine, Step, run_vaults
from notelint.values import NotelintError, UsageError

NOTE = "## Synthesis\n- The e-mail of [[{other}]], a ﬁlm.\n## Source [^1]\n- $n$. A fence.\n"
SECRET = "hunter2hunter2hunter2"
MARKS = ("ETag", "last_modified", "modified", "modify", "updated", "modificationTime", "unknown")


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    """Notes that ask much of one another, and all else that says what is checked."""
    chance = Random(5)
    for number in range(20):
        vault.put(random_vaults.name(chance), random_vaults.note(chance))
        vault.put(f"terms/{number:02}.md", NOTE.format(other=f"{number + 1:02}"))
    vault.put("pic.png", "")
    vault.put(".obsidian/app.json", '{"userIgnoreFilters": ["a/"]}')
    vault.put("notelint.yaml", "extends: more/base.yaml\nexclude: [Drafts/]\n")
    vault.put("more/base.yaml", "packs: [../rules/own.yaml]\nmax-note-size: 2000\n")
    vault.put("rules/own.yaml", HOUSE)
    vault.put("Drafts/a.md", NOTE.format(other="01"))
    vault.put("large.md", "x " * 10_000)
    vault.put("bad.md", b"\xff")
    vault.put(".hidden/a.md", NOTE.format(other="01"))
    vault.put("inner/.obsidian/app.json", "{}")
    vault.put("inner/a.md", NOTE.format(other="b"))
    grow_old(vault.root)
    return vault


def checked(house: VaultOnDisk, path: Path) -> bytes:
    found = house.run("check", "--no-cache", "--output-format", "jsonl", str(path))
    return found.out.encode()


def put_all(folder: Path, address: str) -> None:
    """Copy a folder into a store."""
    system, root = fsspec.core.url_to_fs(address)
    for path in folder.rglob("*"):
        if path.is_file():
            target = f"{root}/{path.relative_to(folder).as_posix()}"
            system.makedirs(target.rpartition("/")[0], exist_ok=True)
            system.pipe_file(target, path.read_bytes())


def stored(address: str, vault: str) -> bytes:
    """The findings of a vault in a store, in order."""
    system, root = fsspec.core.url_to_fs(f"{address}/{vault}/findings")
    names = sorted(name for name in system.find(root) if name.endswith(".jsonl"))
    return b"".join(system.cat_file(name) for name in names)


@pytest.fixture
def memory() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    yield "memory://notes"
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def test_a_vault_in_a_store_is_checked_as_on_a_disk(
    house: VaultOnDisk, tmp_path: Path, memory: str
) -> None:
    put_all(house.root, f"{memory}/vault")
    outer, inner = run(f"{memory}/vault", tmp_path / "out")
    assert (outer.name, inner.name) == ("inner", "vault")
    run(house.root, tmp_path / "disk")
    for name in ("vault", "inner"):
        expected = findings(tmp_path / "disk" / name / "findings")
        assert findings(tmp_path / "out" / name / "findings") == expected != b""
    assert b"HOUSE001" in findings(tmp_path / "out" / "vault" / "findings")


def test_what_is_made_stands_in_a_store(house: VaultOnDisk, memory: str) -> None:
    (house.root / "inner" / ".obsidian" / "app.json").unlink()
    (house.root / "inner" / ".obsidian").rmdir()
    [came] = run(house.root, f"{memory}/out")
    assert stored(f"{memory}/out", "vault") == checked(house, house.root)
    [again] = run(house.root, f"{memory}/out")
    assert again.taken == came.shards
    house.put("a first one.md", "x\n")
    grow_old(house.root)
    run(house.root, f"{memory}/out")
    run(house.root, f"{memory}/anew")
    assert stored(f"{memory}/out", "vault") == stored(f"{memory}/anew", "vault")
    system = fsspec.filesystem("memory")
    there, anew = (
        {name.removeprefix(f"/notes/{folder}") for name in system.find(f"{memory}/{folder}")}
        for folder in ("out", "anew")
    )
    assert there == anew


def test_what_is_broken_in_a_store_is_told_by_its_address(house: VaultOnDisk, memory: str) -> None:
    run(house.root, f"{memory}/out")
    system, folder = fsspec.filesystem("memory"), "/notes/out/vault"
    index = system.cat_file(f"{folder}/index")
    system.pipe_file(f"{folder}/index", index[:-1])
    system.rm(f"{folder}/findings", recursive=True)
    _, came = run(house.root, f"{memory}/out")
    what = "not whole; remove it and make it anew"
    assert came.error == f"memory://notes/out/vault/index: {what}"
    facts = min(name for name in system.find(f"{folder}/facts") if name.endswith(".facts"))
    system.rm_file(f"{folder}/index")
    system.pipe_file(facts, system.cat_file(facts)[:-1])
    _, came = run(house.root, f"{memory}/out")
    what = "not whole; remove it and run `notelint batch facts` again"
    assert came.error == f"memory:/{facts}: {what}"
    system.rm_file(facts)
    _, came = run(house.root, f"{memory}/out")
    assert came.error == ""
    assert system.cat_file(f"{folder}/index") == index


def test_what_git_leaves_out_is_left_out_in_a_store(
    house: VaultOnDisk, tmp_path: Path, memory: str
) -> None:
    house.put(".gitignore", "terms/0*\n")
    house.put(".git/info/exclude", "terms/1*\n")
    put_all(house.root, f"{memory}/vault")
    [came] = [one for one in run(f"{memory}/vault", tmp_path / "out") if one.name == "vault"]
    outside = ("terms", "inner", "Drafts", ".hidden")
    notes = (path.relative_to(house.root) for path in house.root.rglob("*.md"))
    assert came.notes == sum(note.parts[0] not in outside for note in notes)


def test_a_note_that_is_changed_in_the_store_is_read_again(
    house: VaultOnDisk, tmp_path: Path, memory: str
) -> None:
    put_all(house.root, f"{memory}/vault")
    run(f"{memory}/vault", tmp_path / "out")
    fsspec.filesystem("memory").pipe_file("/notes/vault/terms/03.md", b"A f\xef\xac\x81lm.\n")
    _, came = run(f"{memory}/vault", tmp_path / "out")
    assert came.shards[Step.FACTS] - came.taken[Step.FACTS] == 1


@pytest.mark.parametrize("mark", MARKS)
def test_a_note_is_read_again_however_a_store_tells_of_it(
    mark: str, tmp_path: Path, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = fsspec.filesystem("memory")
    was, told = type(system).ls, {"created": "1", "size": 0, mark: "1"}

    def told_so(self: Any, path: str, *given: Any, **named: Any) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = was(self, path, *given, **named)
        return [{**entry, **told} for entry in entries]

    monkeypatch.setattr(type(system), "ls", told_so)
    system.pipe_file("/notes/vault/a.md", NOTE.format(other="b").encode())
    run(f"{memory}/vault", tmp_path / "out")
    [came] = run(f"{memory}/vault", tmp_path / "out")
    assert came.taken == came.shards
    system.pipe_file("/notes/vault/a.md", NOTE.format(other="c").encode())
    told[mark] = "2"
    [came] = run(f"{memory}/vault", tmp_path / "out")
    assert came.taken[Step.FACTS] == 0


def test_a_note_that_cannot_be_read_from_a_store_is_told(
    house: VaultOnDisk, tmp_path: Path, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_all(house.root, f"{memory}/vault")
    system = type(fsspec.filesystem("memory"))
    was = system.cat_file

    def refused(self: Any, path: str, *given: Any, **named: Any) -> bytes:
        if path.endswith("terms/03.md"):
            raise PermissionError(f"denied, as secret={SECRET}")
        content: bytes = was(self, path, *given, **named)
        return content

    with monkeypatch.context() as patch:
        patch.setattr(system, "cat_file", refused)
        _, came = run(f"{memory}/vault", tmp_path / "out")
    [(path, why)] = came.failures
    assert path == "terms/03.md"
    assert why == "cannot read memory://notes/vault/terms/03.md: denied, as secret=***"
    _, came = run(f"{memory}/vault", tmp_path / "out")
    assert came.failures == []


@pytest.fixture(scope="module")
def bucket() -> Iterator[dict[str, str]]:
    """A store that speaks as S3 does, on this machine; what is said to a client to reach it."""
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ACCESS_KEY_ID": "AKIAHUNTER2HUNTER2",
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
    yield settings
    server.stop()


@pytest.fixture
def s3(bucket: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty bucket."""
    for name, value in bucket.items():
        monkeypatch.setenv(name, value)
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    if system.exists("notes"):
        system.rm("notes", recursive=True)
    system.mkdir("notes")
    return "s3://notes"


def test_a_vault_in_a_bucket_is_checked_by_processes(
    house: VaultOnDisk, tmp_path: Path, s3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copies").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "copies"))
    put_all(house.root, f"{s3}/vault")
    asked, engine = Asked(shard_size=15), LocalEngine(2)
    run_vaults([f"{s3}/vault"], f"{s3}/out", asked, engine)
    run(house.root, tmp_path / "disk")
    for name in ("vault", "inner"):
        expected = findings(tmp_path / "disk" / name / "findings")
        assert stored(f"{s3}/out", name) == expected != b""
    assert os.listdir(tmp_path / "copies") == []
    again = run_vaults([f"{s3}/vault"], f"{s3}/out", asked, engine)
    assert all(one.taken == one.shards for one in again)


def test_a_bucket_that_is_not_there_is_told_without_credentials(
    house: VaultOnDisk, tmp_path: Path, s3: str
) -> None:
    with pytest.raises(NotelintError, match="s3://nowhere/out") as raised:
        run(house.root, "s3://AKIAHUNTER2HUNTER2:hunter2hunter2hunter2@nowhere/out")
    assert "hunter2" not in str(raised.value).lower()


def test_a_store_whose_driver_is_not_installed_says_what_to_install(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="gs://bucket/out: Please install gcsfs"):
        run(house.root, "gs://bucket/out")
    with pytest.raises(UsageError, match=r"nope://bucket/out.*: no such store"):
        run(house.root, "nope://bucket/out")


def test_without_fsspec_a_store_says_what_to_install(
    house: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r"pip install 'notelint\[cluster\]'"):
        run(house.root, "memory://out")
