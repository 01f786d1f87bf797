"""What a wheel carries for `man` and for shells, made of the code that it tells of. None of it is
kept in the repository, where it could be of another version."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPLETIONS = {  # where each shell looks below the folder that a program is installed in
    "bash": "share/bash-completion/completions/notelint",
    "zsh": "share/zsh/site-functions/_notelint",
    "fish": "share/fish/vendor_completions.d/notelint.fish",
}
MANUAL = "share/man/man1/notelint.1"


class SharedData(BuildHookInterface[Any]):
    """Puts them where an installer unpacks them beside the program."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = TemporaryDirectory()
        for place, text in _made(Path(self.root)).items():
            file = Path(self._folder.name, Path(place).name)
            file.write_text(text, encoding="utf-8", newline="\n")
            build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def _made(root: Path) -> dict[str, str]:
    """The text of each file by its place. What is imported is the package that is built."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(root))
    from notelint.cli.commands.completions import script

    texts = {place: script(shell) for shell, place in COMPLETIONS.items()}
    return texts | {MANUAL: runpy.run_path(str(root / "docs" / "manual.py"))["page"]()}
