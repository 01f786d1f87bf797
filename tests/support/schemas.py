"""The schemas that editors are given."""

from __future__ import annotations

from jsonschema import Draft202012Validator

from notelint.config import config_schema, pack_schema, shipped_rules

CONFIG = Draft202012Validator(config_schema(shipped_rules()))
PACK = Draft202012Validator(pack_schema())
