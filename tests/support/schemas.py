"""The schemas that editors are given, and those that others publish for their formats."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from notelint.config import config_schema, pack_schema, shipped_rules

CONFIG = Draft202012Validator(config_schema(shipped_rules()))
PACK = Draft202012Validator(pack_schema())


def published(name: str) -> Path:
    """A schema of another project, from the folder that NOTELINT_SCHEMAS names."""
    path = Path(os.environ.get("NOTELINT_SCHEMAS", "")) / name
    if not path.is_file():
        pytest.skip(f"NOTELINT_SCHEMAS names no folder with {name}")
    return path
