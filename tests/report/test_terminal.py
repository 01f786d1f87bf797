"""Text of strangers on a terminal: its width, and nothing in it that the terminal obeys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_disk import VaultOnDisk

from notelint.report import printable
from notelint.report.terminal import columns, leading, trailing

CONTROLS = "\x1b]0;x\x07\x00\x08\x9b31m\u202e\u2066\x7f"


@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize(
    "note",
    [
        f"a {CONTROLS} ﬁ\n",
        f"[[x{CONTROLS}y]]\n",
        f"[^{CONTROLS.replace(']', '')}]\n",
        f"## Source {CONTROLS}[^1]\n\n[^1]: x\n",
        f"---\na: [{CONTROLS}\n---\n",
    ],
)
def test_no_control_character_of_a_note_reaches_the_terminal(
    vault: VaultOnDisk, form: str, note: str
) -> None:
    vault.put("a.md", note)
    ran = vault.run("--output-format", form)
    assert ran.code == 1
    assert [char for char in ran.out + ran.err if not char.isprintable() and char != "\n"] == []


@pytest.mark.parametrize("form", ["full", "concise"])
def test_no_control_character_of_a_file_name_reaches_the_terminal(
    vault: VaultOnDisk, form: str
) -> None:
    vault.put("a\x1b[31m\nb.md", "ﬁ")
    out = vault.run("--output-format", form).out
    assert [char for char in out if not char.isprintable() and char != "\n"] == []
    assert len([line for line in out.splitlines() if line.endswith("b.md")]) == 0


COLUMNS = {"a": 1, "é": 1, "�": 1, "壁": 2, "🧱": 2, "\u0301": 0, "\u0e34": 0}
WORDS = st.text(st.sampled_from(list(COLUMNS)), max_size=12)
WIDTHS = st.integers(0, 12)


@given(st.text(st.sampled_from("a\t\x1b\u202e🧱") | st.characters()))
def test_what_is_printable_stays_and_the_rest_keeps_its_place(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) == len(text)
    assert [(was, now) for was, now in zip(text, shown, strict=True) if was != now] == [
        (was, " " if was == "\t" else "�") for was in text if not was.isprintable()
    ]


@given(WORDS)
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert columns(text) == sum(COLUMNS[char] for char in text)


@given(WORDS, WIDTHS)
def test_what_is_kept_is_the_start_or_the_end_and_fits(text: str, width: int) -> None:
    start, end = leading(text, width), trailing(text, width)
    assert text.startswith(start)
    assert text.endswith(end)
    assert max(columns(start), columns(end)) <= width


@given(WORDS, st.integers(1, 12))
def test_one_more_character_of_the_start_would_not_fit(text: str, width: int) -> None:
    kept = leading(text, width)
    assert kept == text or columns(text[: len(kept) + 1]) > width


@given(WORDS, WIDTHS)
def test_no_longer_end_would_fill_more_of_the_width(text: str, width: int) -> None:
    ends = [columns(text[at:]) for at in range(len(text) + 1)]
    assert columns(trailing(text, width)) == max(end for end in ends if end <= width)


def test_an_emoji_of_two_characters_is_as_wide_at_the_end() -> None:
    assert columns(trailing("☺\ufe0f👍", 3)) <= 3
