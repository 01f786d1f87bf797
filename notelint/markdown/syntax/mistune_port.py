"""What notelint takes from mistune. No other module imports it, so that a new mistune is met here.

Blocks take the names of HTML elements. Inlines subclass the whole parser (see ``inline``) and rely
on its ``SPECIFICATION`` and ``DEFAULT_RULES``, ``register`` with ``start_chars``, ``compile_sc``,
``parse_method``, ``parse_codespan``, ``parse_escape``, and on the state's ``tokens`` and
``delimiters``.
"""

from __future__ import annotations

from mistune.core import InlineState
from mistune.helpers import BLOCK_TAGS, PRE_TAGS
from mistune.inline_parser import InlineParser

__all__ = ["BLOCK_TAGS", "PRE_TAGS", "InlineParser", "InlineState"]
