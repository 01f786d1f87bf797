"""Where a rule does not look at the words of a note one by one, it would find nothing there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.notes import read_note
from notelint.rules.mixed_script import MixedScript
from notelint.rules.mojibake import Mojibake
from notelint.vault import Vault
from notelint.wording import Scripts, may_have_stretches, stretches

CYRILLIC = str.maketrans("aceopxy", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443")
GREEK = str.maketrans("o", "ο")
LATIN = ("cell", "wall", "cap", "pop", "ace", "cope", "déjà", "éo", "of", "ﬁxo")
OTHERS = ("стена", "мoст", "τείχος", "λόγoς", "β", "μm", "字", "1", "_", "-", "*", "Russian")
SCARS = (
    "é",
    "à",
    "ß",
    "—",
    "“",
    "”",
    "£",
    "я",
    "Ω",
    "µ",
    "\xa0",
    "🧫",
    "字",
    "ж",
    "’",
    "€",
    "\ufeff",
)
GOOD = (*SCARS, "Å", "Ã", "Â", "a", "b", " ", ".", "–", "â€", "√π")

many = settings(max_examples=1000, deadline=None)


@st.composite
def words(draw: st.DrawFn) -> str:
    """A word of some letters, a part of which may be replaced by their twins."""
    word = draw(st.sampled_from((*LATIN, *LATIN, *OTHERS)))
    start, end = draw(st.integers(0, 3)), draw(st.integers(0, 6))
    return (
        word[:start]
        + word[start:end].translate(draw(st.sampled_from((CYRILLIC, GREEK))))
        + word[end:]
    )


def decoded_twice(text: str, encoding: str) -> str:
    return text.encode().decode(encoding, "replace")


scars = st.builds(
    decoded_twice,
    st.lists(st.sampled_from(SCARS), min_size=1, max_size=3).map("".join),
    st.sampled_from(("windows-1252", "latin-1", "mac-roman")),
)


def mixed(content: str) -> list[object]:
    return list(MixedScript().check(read_note("a.md", content), Vault()))


@many
@given(st.lists(words(), max_size=6).map(" ".join))
def test_a_word_of_several_scripts_is_not_missed(content: str) -> None:
    found = mixed(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scripts, "may_be_mixed", lambda scripts: True)
        assert mixed(content) == found


@pytest.mark.parametrize("content", ["Стена из камня.", "Το τείχος.", "β-lactam", "wall"])
def test_words_of_one_script_are_not_looked_at(content: str) -> None:
    assert not Scripts(read_note("a.md", content).text).may_be_mixed()


@many
@given(st.lists(scars | st.sampled_from(GOOD), max_size=8).map("".join))
def test_what_was_decoded_twice_is_not_missed(content: str) -> None:
    note = read_note("a.md", content)
    if not may_have_stretches(note.text):
        assert list(stretches(content, note.facts.prose)) == []


@pytest.mark.parametrize("content", ["« Déjà »", "Ça va à „Åland“", "São Tomé – e Príncipe", "Жé"])
def test_letters_with_accents_beside_quotes_are_no_sign_of_that(content: str) -> None:
    note = read_note("a.md", content)
    assert not may_have_stretches(note.text)
    assert list(Mojibake().check(note, Vault())) == []
