"""Strangers' YAML and TOML: the place of every key, and errors that name it."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.validation.complaints import complaint, worded
    from notelint.validation.hint import near_miss, nearest
    from notelint.validation.located import Located, load_toml, load_yaml
    from notelint.validation.location import Location
    from notelint.validation.model import Model, PathPattern, choice
    from notelint.validation.yaml_values import too_deep_at
else:
    __getattr__ = exports(
        __name__,
        {
            ".complaints": "complaint worded",
            ".hint": "near_miss nearest",
            ".located": "Located load_toml load_yaml",
            ".location": "Location",
            ".model": "Model PathPattern choice",
            ".yaml_values": "too_deep_at",
        },
    )
