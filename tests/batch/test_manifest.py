"""Which files belong together: what is written is read, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from notelint.batch.manifest import Part, in_order, read_manifests, write_manifest
from notelint.batch.store import Folder
from notelint.values import ReadError

NAMES = [f"{number:032x}" for number in range(4)]
WHOLE: dict[str, Any] = {
    "version": 1,
    "listing": "x",
    "shards": [[0, 0, NAMES[0]]],
    "failures": [["a.md", "x"]],
}


def test_parts_are_read_in_the_order_of_their_shards(tmp_path: Path) -> None:
    store = Folder(tmp_path)
    for number, shards in ((2, [(1, 0, NAMES[1])]), (1, [(2, 0, NAMES[2]), (0, 7, NAMES[0])])):
        told = {"listing": "x", "shards": shards, "failures": [("a.md", "")]}
        write_manifest(store, Part(number, 2), told)
    manifests = read_manifests(store, str(tmp_path))
    assert in_order(manifests) == NAMES[:3]
    assert [manifest.failures for manifest in manifests] == [(("a.md", ""),)] * 2


@pytest.mark.parametrize(
    "content",
    [
        *("", "x", "[]", "7", "{}", "[" * 9_000, json.dumps({**WHOLE, "version": 2})),
        *(json.dumps({key: WHOLE[key] for key in WHOLE if key != gone}) for gone in WHOLE),
        json.dumps(WHOLE | {"listing": None}),
        *(
            json.dumps(WHOLE | {"shards": shards})
            for shards in (None, 7, "x", [[]], [[0, 0]], [["0", 0, NAMES[0]]], [[0, 0, "../x"]])
        ),
        *(
            json.dumps(WHOLE | {"failures": failures})
            for failures in (None, [1], [["a.md"]], [["a.md", 7]], [["a.md", None]])
        ),
    ],
)
def test_what_is_no_manifest_is_said_to_be_broken(tmp_path: Path, content: str) -> None:
    (tmp_path / Part().name).write_text(content)
    with pytest.raises(ReadError, match=r"is broken; run `notelint batch facts` again") as raised:
        read_manifests(Folder(tmp_path), str(tmp_path))
    assert str(raised.value).startswith(str(tmp_path))


def test_a_whole_manifest_is_none_of_these(tmp_path: Path) -> None:
    (tmp_path / Part().name).write_text(json.dumps(WHOLE))
    assert in_order(read_manifests(Folder(tmp_path), str(tmp_path))) == NAMES[:1]
