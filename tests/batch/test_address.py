"""Addresses: what they lead to, and what is told of them."""

from __future__ import annotations

import pytest

from notelint.batch.address import is_stored, joined, name_of, parent_of, scrubbed, shown


@pytest.mark.parametrize("address", ["s3://b/k", "memory://x", "simplecache::s3://b/k", "GS://b"])
def test_it_leads_into_a_store(address: str) -> None:
    assert is_stored(address)


@pytest.mark.parametrize("address", ["/a/b", "a", "C:\\notes", "C:/x", "file:///a", "a:b", "./s3"])
def test_it_leads_to_a_disk(address: str) -> None:
    assert not is_stored(address)


def test_what_stands_below_has_an_address() -> None:
    assert joined("s3://b/k/", "x", "y") == "s3://b/k/x/y"
    assert joined("/a", "x") == joined("file:///a", "x") == "/a/x"
    assert parent_of("s3://b/k/x") == ("s3://b/k", "x")
    assert parent_of("/a/x") == ("/a", "x")
    assert name_of("s3://bucket") == "bucket"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("s3://key:pass@bucket/k", "s3://bucket/k"),
        ("https://host/a?X-Amz-Signature=abc&x=1", "https://host/a"),
        ("ftp://user@host/a", "ftp://host/a"),
        ("/a/b?c", "/a/b?c"),
    ],
)
def test_it_is_told_without_credentials(address: str, told: str) -> None:
    assert shown(address) == told


@pytest.mark.parametrize(
    "said",
    [
        "no such host: ftp://user:hunter2hunter2@host/a",
        "403 for https://host/a?X-Amz-Signature=hunter2hunter2 (denied)",
        "{'secret': 'hunter2hunter2', 'anon': False}",
        "aws_secret_access_key=hunter2hunter2 is wrong",
        "TOKEN: hunter2hunter2",
        "the key hunter2hunter2 does not exist",
    ],
)
def test_a_failure_is_told_without_credentials(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2hunter2")
    assert "hunter2" not in scrubbed(said)


def test_what_a_failure_says_else_is_told_in_one_line() -> None:
    assert scrubbed("no such\n  bucket: b") == "no such bucket: b"
    assert len(scrubbed("x" * 1000)) == 300
