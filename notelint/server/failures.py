"""What goes wrong on the way to an answer, said in one line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lsprotocol.types import ErrorCodes, LSPErrorCodes
from pygls.exceptions import JsonRpcException

from notelint.values import NotelintError


@contextmanager
def refusing(failed: Callable[[Exception], None]) -> Iterator[None]:
    """What cannot be done is refused with the reason; ``failed`` hears of defects.

    Raises:
        JsonRpcException: what goes wrong meanwhile.
    """
    try:
        yield
    except NotelintError as error:
        raise JsonRpcException(str(error), LSPErrorCodes.RequestFailed.value) from None
    except JsonRpcException:
        raise
    except Exception as error:
        failed(error)
        raise JsonRpcException(in_a_line(error), ErrorCodes.InternalError.value) from None


def in_a_line(error: Exception) -> str:
    """A defect, and where it is."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    file = os.path.basename(frame.tb_frame.f_code.co_filename) if frame else ""
    place = f" ({file}:{frame.tb_lineno})" if frame else ""
    return f"failed with {type(error).__name__}: {error}{place}"
