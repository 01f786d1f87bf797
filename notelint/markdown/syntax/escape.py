"""Backslash escapes and entities, decoded (CommonMark 2.4 and 2.5).

mistune leaves this to ``html.unescape``, which also reads what is no entity: ``&notit;`` as
``¬it;``, and numbers as Windows code page 1252.
"""

from __future__ import annotations

from notelint.values import lazy_pattern

PUNCTUATION = r"[!-/:-@\[-`{-~]"
ENTITY_NAME = r"#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31}"
ENTITY = lazy_pattern(f"&(?:{ENTITY_NAME});")
_ESCAPE_OR_ENTITY = lazy_pattern(rf"\\({PUNCTUATION})|{ENTITY.pattern}")
_REPLACEMENT = "\ufffd"
_MAX_CODE_POINT = 0x10FFFF


def decode_entity(source: str) -> str:
    """The characters that ``&name;``, ``&#10;`` or ``&#xA;`` stands for; itself if it is none."""
    if source[1] != "#":
        from html.entities import html5  # a large table

        return html5.get(source[1:], source)
    digits = source[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if not code or code > _MAX_CODE_POINT or 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    return chr(code)


def decode(text: str) -> str:
    """A text with its escapes and entities decoded."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_ENTITY.sub(lambda match: match[1] or decode_entity(match[0]), text)
