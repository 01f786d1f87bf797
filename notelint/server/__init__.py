"""An editor's server: texts that are open in it over a vault on disk, and what is asked of them."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.server.serving import serve
else:
    __getattr__ = exports(__name__, {".serving": "serve"})
