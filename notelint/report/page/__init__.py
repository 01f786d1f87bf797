"""The page of ``notelint report``: one file for people that asks nothing of anybody.

HTML is made here, with ``page.css`` and ``page.js`` beside it; no text of a note or a name is ever
taken for anything but text.
"""
