"""Which rules run, and how: configuration files, presets, the command line, the catalogue."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.config.catalogue import Catalogue, shipped_rules
    from notelint.config.digest import digest_of
    from notelint.config.exclusion import is_excluded
    from notelint.config.files import PRESETS, read_file
    from notelint.config.json_schema import config_schema, pack_schema
    from notelint.config.loader import (
        CONFIGURATIONS,
        Options,
        config_in,
        configuration_files,
        has_config,
        is_configuration,
        load_settings,
        preset_settings,
    )
    from notelint.config.origins import origins_of
    from notelint.config.rule_set import ActiveRule, RuleSet
    from notelint.config.selection import select
    from notelint.config.settings import BYTES_OF_A_CHARACTER, Settings, default_settings
else:
    __getattr__ = exports(
        __name__,
        {
            ".catalogue": "Catalogue shipped_rules",
            ".digest": "digest_of",
            ".exclusion": "is_excluded",
            ".files": "PRESETS read_file",
            ".json_schema": "config_schema pack_schema",
            ".loader": (
                "CONFIGURATIONS Options config_in configuration_files "
                "has_config is_configuration load_settings preset_settings"
            ),
            ".origins": "origins_of",
            ".rule_set": "ActiveRule RuleSet",
            ".selection": "select",
            ".settings": "BYTES_OF_A_CHARACTER Settings default_settings",
        },
    )
