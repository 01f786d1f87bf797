"""Words in the shown text of a link, and where the link leads."""

from __future__ import annotations

import pytest

from notelint.notes import read_note
from notelint.values import Span
from notelint.wording import is_in_target


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[utf8](https://example.org/utf8)", True),
        ("[of utf8 and more](https://example.org/UTF8-page)", True),
        ("[x utf8](a%75tf8.md)", True),
        ("[utf8](<b utf8.md>)", True),
        ("[[notes on UTF8|of utf8]]", True),
        ("[utf8](https://example.org/utf-8)", False),
        ("[[notes|utf8]]", False),
        ("utf8 [x](utf8)", False),
        ("utf8", False),
        ("utf8\n[x](utf8)", False),
    ],
)
def test_a_word_is_a_name_where_its_link_leads_to_what_is_called_so(
    content: str, expected: bool
) -> None:
    start = content.index("utf8")
    assert is_in_target(read_note("note.md", content), Span(start, start + 4)) is expected
