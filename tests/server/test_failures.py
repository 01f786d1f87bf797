"""What goes wrong on the way to an answer."""

from __future__ import annotations

import re

import pytest
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from notelint.server.failures import in_a_line, refusing
from notelint.values import UsageError


def test_what_cannot_be_done_is_refused_with_the_reason_and_is_no_defect() -> None:
    failed: list[Exception] = []
    told = pytest.raises(JsonRpcException, match="no; do it otherwise")
    with told as error, refusing(failed.append):
        raise UsageError("no", "do it otherwise")
    assert (error.value.code, failed) == (-32803, [])


def test_what_is_overtaken_stays_what_it_is() -> None:
    with pytest.raises(JsonRpcContentModified), refusing(pytest.fail):
        raise JsonRpcContentModified()


def test_a_defect_is_told_in_a_line_with_its_place() -> None:
    failed: list[Exception] = []
    with pytest.raises(JsonRpcException) as error, refusing(failed.append):
        _ = 1 // 0
    told = r"failed with ZeroDivisionError: .* \(test_failures\.py:\d+\)"
    assert re.fullmatch(told, error.value.message)
    assert (error.value.code, error.value.data) == (-32603, None)
    assert [in_a_line(item) for item in failed] == [error.value.message]


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert in_a_line(ValueError("x")) == "failed with ValueError: x"
