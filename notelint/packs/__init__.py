"""Rules that are data: YAML entries of a few kinds, and what runs them."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.packs.budget import BUDGETED
    from notelint.packs.kinds import PackRule
    from notelint.packs.loader import load_pack, own_rules
    from notelint.packs.pack import make_rules, shipped_pack_rules, shipped_packs
    from notelint.packs.schema import PackModel
else:
    __getattr__ = exports(
        __name__,
        {
            ".budget": "BUDGETED",
            ".kinds": "PackRule",
            ".loader": "load_pack own_rules",
            ".pack": "make_rules shipped_pack_rules shipped_packs",
            ".schema": "PackModel",
        },
    )
